"""What a learner has met, which case comes next, and whether the cases meet every rule."""

from __future__ import annotations

from cases.coverage import (
    Met,
    all_of_it,
    decided_by,
    met,
    near_misses_at,
    next_case,
    rules_at,
    statements_to_be_met,
    to_be_met,
)
from cases.excused import DECIDES_NOWHERE, MET_NOWHERE
from cases.load import library
from cases.play import book_of, trace_after
from engine.explain import rule_story
from engine.rule import Advice, Layer, Stance
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK

CASES = library()
EVERYTHING = all_of_it(CASES)


def test_the_cases_meet_every_rule_and_statement_of_the_document() -> None:
    assert EVERYTHING.of(Layer.DOCUMENT) == to_be_met()
    assert EVERYTHING.statements == statements_to_be_met()


def test_every_rule_of_advice_decides_in_some_case() -> None:
    concluded = {name: RULEBOOK.rule[name].then for name in to_be_met()}
    advice = {name: then for name, then in concluded.items() if isinstance(then, Advice)}
    assert decided_by(CASES) >= set(advice)
    assert {then.stance for then in advice.values()} == {Stance.MAY, Stance.NOT, Stance.AMBIGUOUS}


def test_what_was_not_answered_was_not_met() -> None:
    assert met({}, CASES) == Met()
    case = CASES[0]
    first = Met(rules_at(case, 0), near_misses_at(case, 0))
    assert met({case.id: [0]}, CASES) == first
    assert met({case.id: [0, 99], "gone": [0]}, CASES) == first


def test_a_near_miss_lacks_one_condition_and_is_blocked() -> None:
    found = 0
    for case in CASES:
        book = book_of(case)
        for step in range(len(case.steps)):
            trace = trace_after(case, step)
            for name in near_misses_at(case, step):
                story = rule_story(book, trace, name)
                assert story.blocked_by
                assert not story.waiting_for
                assert name not in trace.fired
                found += 1
    assert found > len(CASES)


def test_the_next_case_brings_the_most_and_the_cases_come_to_an_end() -> None:
    known = Met()
    done: list[str] = []
    brought = []
    while (following := next_case(CASES, known, done)) is not None:
        case = following.case
        assert case.id not in done
        there = all_of_it([case])
        assert set(following.brings) == there.rules - known.rules
        assert set(following.near_misses) == there.near_misses - known.near_misses
        for other in CASES:
            if other.id not in done and other.layers == case.layers:
                more = all_of_it([other])
                new = len(more.rules - known.rules) + len(more.near_misses - known.near_misses)
                assert new <= following.number
        brought.append(following)
        known = Met(known.rules | there.rules, known.near_misses | there.near_misses)
        done.append(case.id)
    assert len(done) == len(CASES)
    assert known == EVERYTHING
    assert brought[0].number > brought[-1].number == 0


def test_whoever_begins_is_sent_to_no_criteria_while_the_document_brings_anything() -> None:
    first = next_case(CASES, Met(), [])
    assert first is not None
    assert first.case.layers == (Layer.DOCUMENT,)


def test_among_equals_the_easier_case_comes_first() -> None:
    following = next_case(CASES, EVERYTHING, [])
    assert following is not None
    assert following.case.level == min(case.level for case in CASES)


def test_every_rule_of_both_layers_is_met_and_every_advice_decides_or_is_excused_by_name() -> None:
    """An excuse that is needed no longer fails as well."""
    rules = FULL_RULEBOOK.rules
    advice = {rule.id for rule in rules if isinstance(rule.then, Advice)}
    assert advice - decided_by(CASES) == set(DECIDES_NOWHERE)
    others = {rule.id for rule in rules} - advice
    assert others - EVERYTHING.rules == set(MET_NOWHERE)
    for reason in (*DECIDES_NOWHERE.values(), *MET_NOWHERE.values()):
        assert reason.endswith(".")
    document = {rule.id for rule in RULEBOOK.rules}
    assert not document & {*DECIDES_NOWHERE, *MET_NOWHERE}
