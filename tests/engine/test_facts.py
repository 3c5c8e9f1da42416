"""What follows from what is told: applicability, entailments, contradictions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.conditions import Value
from engine.errors import ContradictionError
from engine.facts import establish
from engine.language import Entailment, Is, all_of
from engine.trace import Provenance
from engine.vocabulary import Vocabulary
from rules import RULEBOOK
from tests.engine.toy import FINDINGS, VOCABULARY, Kind, Sign, height, kind, potted, signs, watered
from tests.patients import SLE

CHAINED = replace(
    VOCABULARY,
    entailments=(
        Entailment(when=potted.yes, then=watered.yes, cites=(), because="Pots are watered."),
        Entailment(
            when=all_of(watered.yes, kind.is_(Kind.FERN)),
            then=signs.has(Sign.MOULD),
            cites=(),
            because="Wet ferns rot.",
        ),
        Entailment(when=height.above(10, "m"), then=potted.no, cites=(), because="Too tall."),
    ),
)


def implied(vocabulary: Vocabulary, **told: Value) -> dict[str, tuple[Value, tuple[str, ...]]]:
    facts = establish(vocabulary, told).known.values()
    return {f.finding: (f.value, f.by) for f in facts if f.provenance is Provenance.IMPLIED}


def test_what_follows_is_added_link_by_link() -> None:
    assert implied(CHAINED, potted=True, kind="fern") == {
        "watered": (True, ("potted",)),
        "signs.mould": (True, ("watered",)),
    }


def test_nothing_follows_backwards_or_from_the_unknown() -> None:
    assert implied(CHAINED, watered=False) == {}
    assert implied(CHAINED, kind="fern") == {}


def test_a_number_may_imply() -> None:
    assert implied(CHAINED, height=1001.0) == {"potted": (False, ("height",))}
    assert implied(CHAINED, height=1000.0) == {}


def test_what_was_told_and_follows_too_counts_as_told() -> None:
    facts = establish(CHAINED, {"potted": True, "watered": True}).known
    assert facts["watered"].provenance is Provenance.ENTERED


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"potted": True, "watered": False}, {"potted", "watered"}),
        ({"potted": True, "kind": "fern", "signs.mould": False}, {"potted", "signs.mould"}),
        ({"potted": True, "height": 2000.0}, {"potted", "height"}),
    ],
)
def test_a_contradiction_names_what_was_told_and_says_why(
    told: dict[str, Value], named: set[str]
) -> None:
    with pytest.raises(ContradictionError) as refused:
        establish(CHAINED, told)
    assert refused.value.fields == named
    (problem,) = refused.value.problems
    assert "cannot both be true" in problem.wrong
    assert "unknown" in problem.mend


def test_a_chained_contradiction_gives_every_link() -> None:
    with pytest.raises(ContradictionError, match=r"Pots are watered\. Wet ferns rot\."):
        establish(CHAINED, {"potted": True, "kind": "fern", "signs.mould": False})


def test_what_does_not_apply_is_withheld_and_implies_nothing() -> None:
    roses_only = replace(
        CHAINED,
        findings=tuple(
            replace(f, applies_to=frozenset({"rose"})) if f.id == "potted" else f for f in FINDINGS
        ),
    )
    facts = establish(roses_only, {"potted": True, "kind": "fern"})
    assert [fact.finding for fact in facts.withheld] == ["potted"]
    assert set(facts.known) == {"kind"}
    assert set(establish(roses_only, {"potted": True}).known) == {"potted", "watered"}


def test_the_order_of_telling_does_not_matter() -> None:
    told: dict[str, Value] = {"kidney_failure": True, "age": 40.0, "diagnosis": SLE}
    backwards = dict(reversed(told.items()))
    assert establish(RULEBOOK.vocabulary, told) == establish(RULEBOOK.vocabulary, backwards)
    assert list(establish(RULEBOOK.vocabulary, told).known) == [
        "diagnosis",
        "age",
        "severity",
        "life_threatening",
        "kidney_failure",
    ]


def test_severe_does_not_imply_life_threatening() -> None:
    told: dict[str, Value] = {"diagnosis": SLE, "severity": "severe"}
    assert set(establish(RULEBOOK.vocabulary, told).known) == set(told)


def test_every_entailment_of_the_rule_book_concludes_a_value_it_can_have() -> None:
    for entailment in RULEBOOK.vocabulary.entailments:
        assert isinstance(entailment.then, Is)
        assert set(entailment.cites) <= set(RULEBOOK.statement)
