"""What a learner may take along from the cases, and having it forgotten."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cases.load import case_by_id, library
from cases.model import Case
from cases.play import asked_of
from cases.twins import twins
from engine.export.web_page import as_web_page
from tests.ui.case_learner import Learner, as_the_rules
from ui.store import FOLDER_VARIABLE
from ui.teaching.learner_report import as_data, learner_report
from ui.teaching.moves import MATTERS
from ui.teaching.progress import Answer, Progress, Sure

NASTY = "=cmd()|<script>alert(1)</script> **b**"


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))


@pytest.fixture
def case() -> Case:
    return case_by_id("lupus-kidney-failure")


@pytest.fixture
def found(case: Case) -> dict[str, Progress]:
    """A learner who answered two steps, the second with a reason that is no text for a page."""
    progress = {each.id: Progress() for each in library()}
    for step, reason in ((0, ""), (1, NASTY)):
        option = as_the_rules(case, 0) if step == 0 else 0
        answer = Answer(
            option=option,
            text=case.steps[step].question.options[option].text,
            sure=Sure.CERTAIN,
            reason=reason,
            facts=("diagnosis", "gone"),
        )
        progress[case.id] = progress[case.id].with_answer(step, answer)
    twin = twins(case)[0]
    progress[case.id] = progress[case.id].with_twin(twin.id, twin.decides)
    return progress


def test_the_report_holds_every_answer_beside_the_rules(
    case: Case, found: dict[str, Progress]
) -> None:
    page = as_web_page(learner_report(library(), found))
    assert "<h1>Two answers in one teaching case</h1>" in page
    assert "Certain: the rules agreed with" in page
    for step in (0, 1):
        assert asked_of(case, step).summary in page
        assert case.steps[step].title in page
    assert "the rules agree" in page
    assert "Facts named: Diagnosis: systemic lupus erythematosus" in page
    assert "Agreed on 1 of 1." in page
    assert "not met yet: " in page
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_data_are_everything_that_is_kept(case: Case, found: dict[str, Progress]) -> None:
    data = json.loads(as_data(library(), found))
    assert list(data["progress"]) == [case.id]
    assert Progress.read(case, data["progress"][case.id]) == found[case.id]
    assert data["disclaimer"].startswith("Educational prototype")


def test_the_data_hold_also_what_is_kept_of_a_case_that_is_gone(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = Learner(case)
    learner.answer(0, reason="kept of a case that is gone")
    made: list[Callable[[], str]] = []
    monkeypatch.setattr("streamlit.download_button", lambda *told, **_: made.extend(told[1:]))
    others = tuple(each for each in library() if each.id != case.id)
    monkeypatch.setattr("cases.own.every_case", lambda: others)
    listed = Learner(session=learner.session)
    assert case.title not in listed.read()
    data = json.loads(made[-1]())  # where there is no session, as in a download
    assert data["progress"][case.id]["answers"]["0"]["reason"] == "kept of a case that is gone"


def test_nothing_is_offered_before_there_is_anything(case: Case) -> None:
    assert "case_forget" not in Learner().buttons()
    learner = Learner(case)
    learner.answer(0)
    listed = Learner(session=learner.session)
    assert "case_forget" in listed.buttons()
    assert len(listed.app.get("download_button")) == 2


def test_forgetting_asks_first_and_leaves_nothing(case: Case) -> None:
    learner = Learner(case)
    for step in range(len(case.steps)):
        learner.answer(as_the_rules(case, step))
        learner.press("case_next")
    learner.app.segmented_control[0].set_value(MATTERS)
    learner.settle()
    learner.press("case_library")
    learner.press("case_forget")
    assert "Forget all of your answers?" in learner.read()
    assert "Your three answers" in learner.read()
    learner.press("case_forget_no")
    assert learner.record()["progress"]
    learner.press("case_forget")
    learner.press("case_forget_yes")
    assert learner.record()["progress"] == {}
    assert "What you have met" not in learner.read()
    again = Learner(case, session=learner.session)
    assert "Step 1 of 3" in again.read()
    assert again.app.radio[0].value is None
