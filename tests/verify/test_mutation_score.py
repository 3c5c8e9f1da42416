"""Every small alteration of the document's rules is noticed, or proven to change nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest

from cases.load import library
from cases.seen import seen_in
from engine.conditions import Condition, all_of
from engine.mutant import Mutation, Operator
from engine.mutation import mutants
from engine.property import Known
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.source import Chapter
from engine.verify.altered import altered, of_layer
from engine.verify.facts import is_so
from engine.verify.mutation_score import By, Examiner, Noticed
from engine.verify.proof import State, prove
from engine.verify.stated import Seen
from rules import RULEBOOK
from rules.edges import CONCLUSIONS, EDGES
from rules.full import ALONE, FULL_RULEBOOK
from rules.properties import PROPERTIES
from tests.engine.toy import FEED_MAY, TOY, book_of, kind, potted, rule, watered
from tests.engine.toy import Kind as Plant
from tests.ui.command_line import run
from ui.commands import mutants as command

DOCUMENT = of_layer(PROPERTIES, Layer.DOCUMENT)


@cache
def judged() -> tuple[Noticed, ...]:
    examiner = Examiner(RULEBOOK, seen_in(library(), RULEBOOK), DOCUMENT, {})
    return tuple(
        each for one in RULEBOOK.rules for each in examiner.noticed(one, mutants(RULEBOOK, one))
    )


def test_every_alteration_of_the_document_is_noticed_or_changes_nothing() -> None:
    assert {each.mutation.operator for each in judged()} >= {
        Operator.DROP_CONDITION,
        Operator.NEGATE_CONDITION,
        Operator.SWAP_GROUP,
        Operator.CHANGE_STANCE,
        Operator.CHANGE_DRUG,
        Operator.DROP_RULE,
    }
    assert [each.mutation.id for each in judged() if each.by is By.NOTHING] == []


@cache
def of_criteria() -> Examiner:
    """Who asks about alterations of published criteria: the cases take seconds to look at."""
    seen = seen_in(library(), FULL_RULEBOOK)
    return Examiner(FULL_RULEBOOK, seen, PROPERTIES, ALONE, EDGES, CONCLUSIONS)


def unnoticed(rules: Iterable[Rule]) -> list[str]:
    """The alterations of rules of published criteria that nothing notices and that matter."""
    return [
        each.mutation.id
        for one in rules
        for each in of_criteria().noticed(one, mutants(FULL_RULEBOOK, one))
        if each.by is By.NOTHING
    ]


@pytest.mark.parametrize("name", ["RLUP-12", "RMS-10", "RCYC-5", "RMIT-4", "RGOV-12", "RCMP-4"])
def test_every_alteration_of_some_rules_of_criteria_is_noticed(name: str) -> None:
    assert unnoticed([FULL_RULEBOOK.rule[name]]) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "chapter",
    [
        chapter
        for chapter in FULL_RULEBOOK.chapters
        if any(rule.layer is Layer.REFERENCE for rule in chapter.rules)
    ],
    ids=lambda chapter: chapter.id,
)
def test_every_alteration_of_published_criteria_is_noticed_or_changes_nothing(
    chapter: Chapter,
) -> None:
    assert unnoticed(rule for rule in chapter.rules if rule.layer is Layer.REFERENCE) == []


def test_what_is_said_to_be_noticed_by_a_property_is() -> None:
    by_id = {each.id: each for each in DOCUMENT}
    found = [each for each in judged() if each.by is By.PROPERTY]
    for each in found:
        broken = altered(RULEBOOK, each.mutation)
        assert broken is not None
        assert prove(broken, by_id[each.what], {}).state is not State.PROVEN


def mutation(mutated_when: Condition) -> Mutation:
    """The rule of a small book with another condition."""
    return Mutation(
        id="m",
        operator=Operator.DROP_CONDITION,
        rule="R",
        path="when",
        words=".",
        mutated=rule("R", mutated_when, FEED_MAY),
    )


SMALL = book_of([rule("R", all_of(kind.is_(Plant.ROSE), potted.yes), FEED_MAY)])


def noticed(mutated_when: Condition, *seen: Seen) -> Noticed:
    return Examiner(SMALL, seen, (), {}).noticed(SMALL.rule["R"], [mutation(mutated_when)])[0]


def test_what_nothing_notices_comes_with_a_patient_who_would() -> None:
    found = noticed(kind.is_(Plant.ROSE))
    assert found.by is By.NOTHING
    assert found.patient is not None
    broken = altered(SMALL, found.mutation)
    assert broken is not None
    before, after = (
        [is_so(book, found.patient, fact) for fact in _truths(book)] for book in (SMALL, broken)
    )
    assert before != after


def _truths(book: RuleBook) -> list[Known]:
    when = book.rule["R"].when
    return [Known(when), Known(when, yes=False)]


def test_a_case_that_asks_for_that_patient_notices() -> None:
    seen = Seen("a case", {"kind": "rose"}, (Layer.DOCUMENT,))
    assert noticed(kind.is_(Plant.ROSE), seen).by is By.CASE
    other = Seen("another", {"kind": "fern"}, (Layer.DOCUMENT,))
    assert noticed(kind.is_(Plant.ROSE), other).by is By.NOTHING
    unasked = Seen("not asked", {"kind": "rose"}, ())
    assert noticed(kind.is_(Plant.ROSE), unasked).by is By.NOTHING


def test_the_same_in_other_words_is_proven_to_be() -> None:
    twice = all_of(kind.is_(Plant.ROSE), potted.yes, kind.is_one_of(Plant.ROSE))
    assert noticed(twice).by is By.EQUIVALENT
    assert noticed(all_of(kind.is_(Plant.ROSE), potted.yes, watered.yes)).by is By.NOTHING


@pytest.mark.parametrize("name", [each.id for each in TOY.rules][:4])
def test_a_rule_without_examples_that_is_left_out_needs_a_case(name: str) -> None:
    gone = Mutation(
        id="m", operator=Operator.DROP_RULE, rule=name, path="", words=".", mutated=None
    )
    found = Examiner(TOY, (), (), {}).noticed(TOY.rule[name], [gone])[0]
    assert found.by in {By.NOTHING, By.WAITING}


def test_the_command_lists_what_only_a_proof_explains() -> None:
    outcome = run("mutants", "--rule", "MS-2")
    assert outcome.code == 0
    assert "- nothing to notice: it changes nothing for anybody, proven: 1" in outcome.out
    (listed,) = [line for line in outcome.out.splitlines() if line.startswith("MS-2: ")]
    assert listed.endswith(
        " was dropped. Nothing to notice: it changes nothing for anybody, proven."
    )
    assert run("mutants", "--rule", "MS-2", "--rule", "ms-2").out == outcome.out
    assert run("mutants", "--rule", "MS-22").code == 2


@pytest.mark.parametrize(
    ("by", "what", "said"),
    [
        (By.PROPERTY, "P-MS", "It was dropped. Noticed by a property: P-MS."),
        (By.NOTHING, "", "It was dropped. Noticed by nothing."),
        (By.EQUIVALENT, "", f"It was dropped. Nothing{By.EQUIVALENT.label[7:]}."),
        (By.WAITING, "", f"It was dropped. Nothing{By.WAITING.label[7:]}."),
    ],
)
def test_what_notices_an_alteration_is_a_sentence_of_its_own(
    monkeypatch: pytest.MonkeyPatch, by: By, what: str, said: str
) -> None:
    altered = Mutation(
        id="m",
        operator=Operator.DROP_RULE,
        rule="MS-2",
        path="",
        words="It was dropped.",
        mutated=None,
    )
    monkeypatch.setattr(command, "_judged", lambda *_: [Noticed(altered, by, what)])
    assert f"MS-2: {said}\n" in run("mutants", "--rule", "MS-2").out
