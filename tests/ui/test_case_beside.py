"""What a step asks beside the verdict: asked with the answer, shown beside the rules'."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.beside_verdict import FLAGS, NEXT, flags_graded, next_graded
from cases.load import case_by_id
from cases.model import Case
from tests.ui.case_learner import Learner, as_the_rules
from ui.store import FOLDER_VARIABLE
from ui.teaching.moves import NOTHING_NEXT

ASKS = 1
"""The step of the case that asks for both, counted from 0."""


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))


@pytest.fixture
def case() -> Case:
    return case_by_id("gpa-asleep")


@pytest.fixture
def learner(case: Case) -> Learner:
    found = Learner(case)
    found.answer(as_the_rules(case, 0))
    found.press("case_next")
    return found


def ticked(learner: Learner, flags: list[str]) -> None:
    for box in learner.app.checkbox:
        if str(box.key).rpartition("_flag_")[2] in flags:
            box.check()


def test_the_next_question_has_to_be_chosen_and_nothing_else_is_lost(
    case: Case, learner: Learner
) -> None:
    assert NEXT in learner.labels()
    assert FLAGS in learner.read()
    right = as_the_rules(case, ASKS)
    learner.choose(right, "certain")
    learner.commit()
    assert NOTHING_NEXT.wrong in learner.read()
    assert learner.app.radio[0].value == right
    assert str(ASKS) not in learner.kept(case)["answers"]
    asked = next(each for each in next_graded(case, ASKS) if each.best)
    learner.app.radio[1].set_value(asked.finding)
    learner.commit()
    kept = learner.kept(case)["answers"][str(ASKS)]
    assert kept["next"] == asked.finding
    assert kept["flags"] == []
    assert "What to ask next: you and the rules agree" in learner.read()
    assert "What has to be kept in mind: the rules see it differently" in learner.read()


def test_every_choice_is_answered_with_what_the_rules_make_of_it(
    case: Case, learner: Learner
) -> None:
    offered = flags_graded(case, ASKS)
    standing = [each.flag for each in offered if each.stands]
    ticked(learner, standing)
    learner.app.radio[1].set_value(
        next(each.finding for each in next_graded(case, ASKS) if not each.waited_for)
    )
    learner.choose(as_the_rules(case, ASKS), "guess")
    learner.commit()
    assert learner.kept(case)["answers"][str(ASKS)]["flags"] == standing
    page = learner.read()
    assert "What has to be kept in mind: you and the rules agree" in page
    assert "What to ask next: the rules see it differently" in page
    for asked in next_graded(case, ASKS):
        assert asked.words in page
    for each in offered:
        assert each.text in page
        assert all(rule in page for rule in each.rules)


def test_nothing_of_it_is_told_before_the_answer(case: Case, learner: Learner) -> None:
    page = learner.read()
    for asked in next_graded(case, ASKS):
        assert asked.words not in page
    assert "Does not stand" not in page
    assert "Stands (" not in page


def test_who_explores_sees_what_stands_without_choosing(case: Case) -> None:
    learner = Learner(case)
    learner.app.toggle(key="case_explore").set_value(True)
    learner.settle()
    learner.press("case_next")
    assert "What to ask next" in learner.read()
    assert "Does not stand" in learner.read()
    assert not learner.asks()
