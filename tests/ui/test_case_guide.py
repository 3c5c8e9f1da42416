"""Help that fades, on screen: the worked example, its one question, and cues until they fade."""

from __future__ import annotations

import pytest

from cases.guide import NAMED
from cases.load import case_by_id, library
from cases.model import Case
from cases.play import asked_of
from engine.rule import Layer
from tests.ui.case_learner import Learner, as_the_rules

FIRST = min((c for c in library() if c.layers == (Layer.DOCUMENT,)), key=lambda c: c.level)


@pytest.fixture
def case() -> Case:
    return case_by_id("lupus-kidney-failure")


@pytest.fixture
def learner() -> Learner:
    found = Learner()
    found.press("case_example")
    return found


def test_the_example_is_worked_out_up_to_its_last_step(learner: Learner) -> None:
    last = len(FIRST.steps) - 1
    for step in range(last):
        assert f"Step {step + 1} of {last + 1}" in learner.read()
        assert "This step is worked out for you" in learner.read()
        assert asked_of(FIRST, step).label in learner.read()
        assert not learner.asks()
        learner.press("case_next")
    assert learner.asks()
    assert "worked out for you" not in learner.read()
    assert FIRST.steps[last].point not in learner.read()
    learner.answer(as_the_rules(FIRST, last))
    learner.press("case_next")
    assert "You and the rules agreed at 1 of 1 steps." in learner.read()


def test_a_worked_example_counts_as_a_case_that_is_finished(learner: Learner) -> None:
    for _ in FIRST.steps[1:]:
        learner.press("case_next")
    learner.answer(as_the_rules(FIRST, len(FIRST.steps) - 1))
    listed = Learner(session=learner.session)
    assert "1 finished" in listed.read()
    assert "case_example" not in listed.buttons()


def test_the_last_step_is_locked_until_the_others_were_looked_at(learner: Learner) -> None:
    learner.moved_elsewhere(FIRST, len(FIRST.steps) - 1)
    assert "This step is worked out for you" in learner.read()
    assert FIRST.steps[-1].story not in learner.read()


def test_beginning_again_makes_it_a_case_like_any_other(learner: Learner) -> None:
    learner.press("case_next")
    for _ in FIRST.steps[2:]:
        learner.press("case_next")
    learner.answer(as_the_rules(FIRST, len(FIRST.steps) - 1))
    learner.press("case_restart_button")
    learner.press("case_restart_yes")
    assert learner.asks()


def test_whoever_has_answered_is_offered_no_worked_example(case: Case) -> None:
    learner = Learner(case)
    learner.answer(as_the_rules(case, 0))
    assert "case_example" not in Learner(session=learner.session).buttons()


def test_cues_stand_before_the_answer_and_can_be_switched_off(case: Case) -> None:
    learner = Learner(case)
    assert NAMED in learner.read()
    learner.answer(as_the_rules(case, 0))
    assert "What to look at" not in learner.read()
    listed = Learner(session=learner.session)
    listed.app.selectbox(key="case_cues").set_value("never")
    listed.settle()
    again = Learner(case, session=learner.session)
    again.press("case_next")
    assert again.asks()
    assert NAMED not in again.read()
