"""What is kept of a learner's progress, and how a step's facts are put into words."""

from __future__ import annotations

from typing import Any

import pytest

from cases.load import case_by_id
from cases.model import Case
from cases.told import not_told, told_before, value_words
from engine.conditions import Value
from engine.findings import MultiChoice
from engine.option import Option
from ui.teaching.progress import Answer, Progress, Stage, Sure


@pytest.fixture
def case() -> Case:
    return case_by_id("lupus-kidney-failure")


def answer(case: Case, step: int, option: int = 0) -> Answer:
    text = case.steps[step].question.options[option].text
    return Answer(option=option, text=text, sure=Sure.GUESS)


def answered(case: Case, steps: int) -> Progress:
    found = Progress()
    for step in range(steps):
        found = found.with_answer(step, answer(case, step))
    return found


def test_what_is_kept_comes_back_the_same(case: Case) -> None:
    found = answered(case, 2).with_shown(2).moved(1)
    assert Progress.read(case, found.as_kept()) == found


def test_a_committed_answer_is_never_replaced(case: Case) -> None:
    found = answered(case, 1)
    assert found.with_answer(0, answer(case, 0, option=1)) == found


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"answers": "none"},
        {"answers": {"0": {"option": 0}}},
        {"answers": {"x": {}}},
        {"at": "far"},
        {"answers": {"0": {"option": 99, "text": "", "sure": "guess"}}},
        {"answers": {"-1": {"option": 0, "text": "", "sure": "guess"}}},
    ],
)
def test_what_cannot_be_read_counts_as_nothing(case: Case, kept: dict[str, Any]) -> None:
    assert Progress.read(case, kept) == Progress()


def test_an_answer_that_the_case_no_longer_offers_is_left_out(case: Case) -> None:
    kept = answered(case, 2).as_kept()
    kept["answers"]["0"]["text"] = "As it was before"
    found = Progress.read(case, kept)
    assert set(found.answers) == {1}
    assert found.next_open(case) == 0


def test_what_a_newer_version_added_is_passed_over(case: Case) -> None:
    found = answered(case, 1)
    assert Progress.read(case, {**found.as_kept(), "drills": [1]}) == found


def test_the_place_stops_at_the_first_unanswered_step(case: Case) -> None:
    last = len(case.steps)
    far = answered(case, 1).moved(99)
    assert far.place(case, exploring=False) == 1
    assert far.place(case, exploring=True) == last
    assert answered(case, last).moved(last).place(case, exploring=False) == last
    assert far.moved(-5).place(case, exploring=False) == 0


def test_stages(case: Case) -> None:
    assert Progress().with_shown(0).stage(case) is Stage.NOT_STARTED
    assert answered(case, 1).stage(case) is Stage.UNDER_WAY
    assert answered(case, len(case.steps)).stage(case) is Stage.FINISHED
    assert answered(case, 2).begun_again() == Progress(round=1)


def test_what_no_rule_asks_for_is_not_called_unknown(case: Case) -> None:
    assert "Severity" in not_told(case, 0)
    assert "Severity" not in not_told(case, 1)
    assert "Age" not in not_told(case, 0)


def test_a_finding_that_changed_is_known_as_it_stands_now() -> None:
    told = told_before(case_by_id("lupus-worsens"), 2)
    severity = next(fact for fact in told if fact.label == "Severity")
    assert (severity.value, severity.was, severity.step) == ("severe", "mild", 1)
    assert len({fact.label for fact in told}) == len(told)


class Organ(Option):
    LUNG = "lung", "the lungs"
    SKIN = "skin", "the skin"
    GUT = "gut", "the gut"


ORGANS = MultiChoice(
    id="organs", label="Organs", question="Which?", help="", section="disease", options=Organ
)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({}, "unknown"),
        ({"organs.lung": False}, "unknown"),
        ({"organs.lung": True}, "the lungs; the others unknown"),
        ({f"organs.{organ.value}": False for organ in Organ}, "none of them"),
        (
            {"organs.lung": True, "organs.skin": True, "organs.gut": False},
            "the lungs and the skin",
        ),
    ],
)
def test_of_a_list_what_is_unknown_is_said_too(entries: dict[str, Value], words: str) -> None:
    assert value_words(ORGANS, entries) == words
