"""The shipped rule books: no error, and every warning and note that remains is looked at here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from cases.load import library
from cases.play import entries_after
from engine.conditions import AllOf, Condition, InRange
from engine.language import Rule, RuleBook
from engine.mutation import every_mutant
from engine.verify.altered import altered
from engine.verify.checks.firing import firing_faults
from engine.verify.checks.patients import whole
from engine.verify.checks.repeated import repeated_faults
from engine.verify.checks.tiles import tile_faults
from engine.verify.checks.verdicts import verdict_faults
from engine.verify.checks.worsening import worsening_faults
from engine.verify.codes import Severity
from engine.verify.diagnose import diagnose
from engine.verify.diagnostic import Diagnostic
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from rules.properties.terms import WORSE

# What is known and meant. Advice that opens or stays open until enough is known: the closing flag
# of the outlook, and methotrexate, which the document only mentions. In published criteria
# "against" overrules "for": an inactive disease, one that does not respond, no drug tried so far.
KNOWN = {
    ("RB405", "OUT-1", ()),
    ("RB405", "RMTX-1", ()),
    ("RB502", "RLUP-15", ("RLUP-24",)),
    ("RB502", "RRA-8", ("RRA-10",)),
    ("RB502", "RMYO-9", ("RMYO-11",)),
    ("RB502", "RMYO-9", ("RMYO-12",)),
    ("RB502", "RMS-8", ("RMS-10",)),
}
DOCUMENT_ONLY = {("RB405", "OUT-1", ())}


def named(found: Diagnostic) -> tuple[str, str, tuple[str, ...]]:
    return found.code, found.place.id, tuple(place.id for place in found.also)


def test_the_document_by_itself_is_sound_and_cases_exercise_every_condition() -> None:
    steps = [entries_after(case, at) for case in library() for at in range(len(case.steps))]
    found = diagnose(RULEBOOK, cases_seen=steps, worse=WORSE)
    assert {named(each) for each in found} == DOCUMENT_ONLY


@pytest.mark.exhaustive
def test_both_layers_together_are_sound() -> None:
    found = diagnose(FULL_RULEBOOK, worse=WORSE)
    assert not [each.line for each in found if each.severity is not Severity.NOTE]
    assert {named(each) for each in found} == KNOWN


def with_rule(name: str, when: Callable[[Condition], Condition], book: RuleBook) -> RuleBook:
    """The book with another condition of one rule."""

    def changed(rule: Rule) -> Rule:
        return replace(rule, when=when(rule.when)) if rule.id == name else rule

    return replace(
        book,
        chapters=tuple(
            replace(chapter, rules=tuple(changed(rule) for rule in chapter.rules))
            for chapter in book.chapters
        ),
    )


def without(book: RuleBook, name: str) -> RuleBook:
    """The book without a rule."""
    return replace(
        book,
        chapters=tuple(
            replace(chapter, rules=tuple(rule for rule in chapter.rules if rule.id != name))
            for chapter in book.chapters
        ),
    )


def closed_below(when: Condition) -> Condition:
    """The last condition, which asks for low numbers, made a band that begins at a tenth."""
    assert isinstance(when, AllOf)
    last = when.conditions[-1]
    assert isinstance(last, InRange)
    return AllOf((*when.conditions[:-1], replace(last, low=0.1)))


def test_a_warning_that_is_lost_far_below_its_threshold_is_found_in_the_shipped_rules() -> None:
    """A rule that stops for few neutrophils, made to end where there are next to none."""
    book = with_rule("RMIT-10", closed_below, FULL_RULEBOOK)
    found = list(worsening_faults(book))
    assert [(each.code, each.place.id) for each in found] == [("RB504", "RMIT-10")]
    (lost,) = found
    assert lost.patient is not None
    assert lost.then is not None
    assert lost.patient["neutrophils"] != lost.then["neutrophils"]
    assert list(worsening_faults(FULL_RULEBOOK)) == []


PLANTED = {
    # What LUP-1 asks instead, and what is found of it then.
    "as LUP-2": (("LUP-2",), "RB403", "LUP-2"),
    "narrower than LUP-2": (("LUP-2", "LUP-1"), "RB404", "LUP-1"),
    "two that exclude each other": (("LUP-2", "LUP-5"), "RB401", "LUP-1"),
    "two diseases": (("LUP-2", "MS-2"), "RB401", "LUP-1"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_rule_planted_among_those_of_the_document_is_found(name: str) -> None:
    rules, code, at_rule = PLANTED[name]
    asks = AllOf(tuple(RULEBOOK.rule[each].when for each in rules))
    with whole(with_rule("LUP-1", lambda _: asks, RULEBOOK)) as asked:
        found = {(d.code, d.place.id) for d in (*firing_faults(asked), *repeated_faults(asked))}
    assert (code, at_rule) in found


@pytest.mark.parametrize("name", ["LUP-5", "MS-3", "VAS-4", "RAM-6"])
def test_a_lost_rule_leaves_a_gap_and_the_patient_falls_into_it(name: str) -> None:
    with whole(without(RULEBOOK, name)) as asked:
        found = [each for each in verdict_faults(asked) if each.code == "RB503"]
    assert found
    assert all(each.patient for each in found)
    assert not list(tile_faults(RULEBOOK))


@pytest.mark.exhaustive
def test_whatever_is_altered_in_the_document_no_patient_is_shown_who_does_not_stand_up() -> None:
    """Each patient is seen by the evaluator before it is shown; a disagreement would be raised."""
    codes: set[str] = set()
    for mutation in every_mutant(RULEBOOK):
        book = altered(RULEBOOK, mutation)
        if book is not None:
            codes |= {each.code for each in diagnose(book, worse=WORSE)}
    assert {"RB401", "RB404", "RB501", "RB503", "RB601"} <= codes
