"""What a learner has met, which case comes next, and whether the cases meet every rule."""

from __future__ import annotations

from cases.coverage import decided_by, met, next_case, rules_at, to_be_met
from cases.load import library
from engine.rule import Advice, Stance
from rules import RULEBOOK

CASES = library()


def test_the_cases_meet_every_rule_of_the_document() -> None:
    everything = met({case.id: range(len(case.steps)) for case in CASES}, CASES)
    assert everything == set(to_be_met())


def test_every_rule_of_advice_decides_in_some_case() -> None:
    concluded = {name: RULEBOOK.rule[name].then for name in to_be_met()}
    advice = {name: then for name, then in concluded.items() if isinstance(then, Advice)}
    assert decided_by(CASES) == set(advice)
    assert {then.stance for then in advice.values()} == {Stance.MAY, Stance.NOT, Stance.AMBIGUOUS}


def test_what_was_not_answered_was_not_met() -> None:
    assert met({}, CASES) == frozenset()
    case = CASES[0]
    assert met({case.id: [0]}, CASES) == rules_at(case, 0)
    assert met({case.id: [0, 99], "gone": [0]}, CASES) == rules_at(case, 0)


def test_the_next_case_brings_the_most_and_the_cases_come_to_an_end() -> None:
    known: set[str] = set()
    done: list[str] = []
    brought = []
    while (following := next_case(CASES, known, done)) is not None:
        case = following.case
        assert case.id not in done
        rules = {name for step in range(len(case.steps)) for name in rules_at(case, step)}
        assert set(following.brings) == rules - known
        for other in CASES:
            if other.id not in done:
                more = {name for step in range(len(other.steps)) for name in rules_at(other, step)}
                assert len(more - known) <= len(following.brings)
        brought.append(len(following.brings))
        known |= rules
        done.append(case.id)
    assert len(done) == len(CASES)
    assert known == set(to_be_met())
    assert brought[0] > brought[-1] == 0


def test_among_equals_the_easier_case_comes_first() -> None:
    following = next_case(CASES, to_be_met(), [])
    assert following is not None
    assert following.case.level == min(case.level for case in CASES)
