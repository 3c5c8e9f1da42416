"""The exact share of the document's patients, held against a count by the engine itself."""

from __future__ import annotations

from itertools import product

import pytest

from engine.conditions import Value
from engine.consult import consult
from engine.difference.every import sweep
from engine.errors import ContradictionError
from engine.findings import Choice
from engine.rulebook import RuleBook
from rules import RULEBOOK
from rules.vocabulary.options import Diagnosis
from tests.difference.in_process import InProcess, without

VOCABULARY = RULEBOOK.vocabulary
READ = {
    Diagnosis.LUPUS: (
        "severity",
        "life_threatening",
        "kidney_failure",
        "severe_haematological_abnormality",
        "unresponsive_to_safer_therapy",
        "response_to_conventional_immunosuppressants",
        "all_other_options_failed",
        "rapidly_progressing",
    ),
    Diagnosis.MULTIPLE_SCLEROSIS: ("highly_active", "first_line_tried"),
}
"""What the document's verdicts depend on, by hand; what does not apply is left out below."""


def kinds(book: RuleBook, entries: dict[str, Value]) -> tuple[str, ...] | None:
    try:
        return tuple(verdict.kind.value for verdict in consult(book, entries).verdicts)
    except ContradictionError:
        return None


@pytest.mark.parametrize(
    ("rule", "condition", "diagnosis"),
    [("LUP-1", 1, Diagnosis.LUPUS), ("MS-2", 2, Diagnosis.MULTIPLE_SCLEROSIS)],
)
def test_the_share_is_that_of_a_count_by_hand(
    rule: str, condition: int, diagnosis: Diagnosis
) -> None:
    after = without(RULEBOOK, rule, condition)
    names = [n for n in READ[diagnosis] if VOCABULARY.applies(VOCABULARY.atoms[n], diagnosis)]
    answers: list[tuple[Value | None, ...]] = []
    for name in names:
        atom = VOCABULARY.atoms[name]
        options = [o.value for o in atom.options] if isinstance(atom, Choice) else [True, False]
        answers.append((None, *options))
    patients = changed = 0
    for told in product(*answers):
        known = {n: v for n, v in zip(names, told, strict=True) if v is not None}
        entries: dict[str, Value] = {VOCABULARY.diagnosis.id: diagnosis.value, **known}
        was, now = kinds(RULEBOOK, entries), kinds(after, entries)
        assert (was is None) is (now is None)
        patients += was is not None
        changed += was != now
    swept = sweep(InProcess(RULEBOOK, after), 1)
    (found,) = [each for each in swept.diseases if each.diagnosis == diagnosis.value]
    assert found.exact
    assert changed > 0
    # Findings that verdicts do not depend on multiply both numbers alike.
    assert found.changed * patients == changed * found.patients
    others = [each.changed for each in swept.diseases if each is not found]
    assert others == [0] * len(others)


def test_exactly_as_many_are_drawn_as_shall_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a patient of whom nothing is told is among them: in so small a disease, soon."""
    monkeypatch.setattr("engine.difference.every.MOST", 8)  # of nine
    sides = InProcess(RULEBOOK, without(RULEBOOK, "MS-2", 2))
    for seed in range(1, 6):
        (found,) = [
            each
            for each in sweep(sides, seed).diseases
            if each.diagnosis == Diagnosis.MULTIPLE_SCLEROSIS.value
        ]
        assert (found.patients, found.exact) == (8, False)
