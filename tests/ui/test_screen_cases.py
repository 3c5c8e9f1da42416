"""The screen *Teaching cases*: every case to its end, and what a learner may do on the way."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from cases.explain_back import OTHER_REASON
from cases.load import case_by_id, library
from cases.model import Case
from cases.own import FOLDER_VARIABLE as OWN_FOLDER
from cases.play import asked_of, findings_after, trace_after
from cases.tutor import AGREE, DIFFER, feedback
from cases.twins import twins
from engine.errors import EnginesDisagreeError
from engine.words import sentence
from tests.cases.example import EXAMPLE
from tests.ui.case_learner import SCREEN, Learner, as_the_rules, in_one_line
from ui import show
from ui.store import FOLDER_VARIABLE
from ui.teaching.facts_named import NOTHING_DECIDES
from ui.teaching.facts_named import TITLE as TITLE_FACTS
from ui.teaching.moves import MATTERS, SAME

LUPUS = "lupus-kidney-failure"
RESTART = "case_restart_button"
MATTER, NO_MATTER = "The difference matters.", "The difference does not matter."
AFTER_THE_ANSWER = (
    "What decides it",
    "What it waits for",
    "To take from this step",
    "Why the rules say so",
    "Rules that newly fired",
    "Rules that wait",
    "To be kept in mind",
)
"""Headings under which the rules speak."""


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))


@pytest.fixture
def case() -> Case:
    return case_by_id(LUPUS)


def always_first(_case: Case, _step: int) -> int:
    return 0


def play(learner: Learner, case: Case, choice: Callable[[Case, int], int] = as_the_rules) -> None:
    """Answer every step and stop at the recap."""
    for step in range(len(case.steps)):
        learner.answer(choice(case, step))
        learner.press("case_next")


def rules_speak(text: str) -> bool:
    return any(words in text for words in (*AFTER_THE_ANSWER, AGREE, DIFFER, "§ Rules"))


def nothing_gives_it_away(text: str, case: Case, step: int) -> None:
    """Before an answer, nothing of the rules or of later steps has been sent."""
    assert not rules_speak(text)
    assert asked_of(case, step).summary not in text
    for rule in trace_after(case, step).fired:
        assert f"{rule} " not in text
    for later in case.steps[step + 1 :]:
        assert in_one_line(later.story) not in text
        assert in_one_line(later.question.prompt) not in text
    for point in [case.teaching_point, case.common_error, *(s.point for s in case.steps[step:])]:
        assert in_one_line(point) not in text


@pytest.mark.parametrize("choice", [as_the_rules, always_first])
@pytest.mark.parametrize("case", library(), ids=lambda case: case.id)
def test_every_case_can_be_played_to_its_end(
    case: Case, choice: Callable[[Case, int], int]
) -> None:
    learner = Learner(case)
    agreed = 0
    for number, step in enumerate(case.steps):
        before = learner.read()
        assert f"Step {number + 1} of {len(case.steps)}: {step.title}" in before
        assert in_one_line(step.story) in before
        nothing_gives_it_away(before, case, number)
        levels = learner.headings()
        assert levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))

        chosen = choice(case, number)
        learner.ask_next(step.question.next)
        learner.answer(chosen)
        told, after = feedback(case, number, chosen), learner.read()
        agreed += told.agrees
        assert f"{AGREE if told.agrees else DIFFER} (you: fairly sure)" in after
        assert show.kind_label(told.engine) in after
        assert in_one_line(step.point) in after
        assert all(line.subject in after for line in told.decisive)
        assert all(f"{rule.id} {sentence(rule.title)}" in after for rule in told.newly_fired)
        if told.contrast is not None:
            assert told.contrast.reason in after
            assert all(f"{line.subject}: {line.seen}" in after for line in told.contrast.lines)
        assert not learner.asks()
        assert "Correct" not in after
        assert "Wrong" not in after
        levels = learner.headings()
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        learner.press("case_next")

    recap = learner.read()
    assert in_one_line(case.teaching_point) in recap
    assert in_one_line(case.common_error) in recap
    assert all(aim in recap for aim in case.objectives)
    assert f"You and the rules agreed at {agreed} of {len(case.steps)} steps." in recap
    learner.press("case_library")
    assert f"agreed at {agreed} of {len(case.steps)}" in learner.read()
    assert learner.buttons()[f"case_open_{case.id}"] == "Look again"


def test_an_incomplete_answer_is_refused_and_kept(case: Case) -> None:
    learner = Learner(case)
    learner.commit()
    assert "No answer is chosen." in learner.read()
    assert "How sure you are is not told." in learner.read()

    learner.choose(1, None, reason="The letter says so")
    learner.commit()
    assert "No answer is chosen." not in learner.read()
    assert "How sure you are is not told." in learner.read()
    assert (learner.app.radio[0].value, learner.reason.value) == (1, "The letter says so")
    nothing_gives_it_away(learner.read(), case, 0)
    assert learner.kept(case) == {}

    learner.choose(None, "guess")
    learner.commit()
    assert "There is a problem" not in learner.read()
    assert "(you: a guess)" in learner.read()
    assert "Your reason: The letter says so" in learner.read()
    answer = learner.kept(case)["answers"]["0"]
    assert (answer["option"], answer["sure"]) == (1, "guess")
    assert answer["reason"] == "The letter says so"


def test_a_refused_answer_survives_a_change_of_page(case: Case) -> None:
    learner = Learner(case)
    learner.choose(2, None, reason="Half a thought")
    learner.commit()
    learner.app.switch_page("screen_profile.py").run()
    learner.app.switch_page(SCREEN)
    learner.app.query_params["case"] = case.id
    learner.settle()
    assert (learner.app.radio[0].value, learner.reason.value) == (2, "Half a thought")


def test_a_second_tab_cannot_replace_what_was_committed(case: Case) -> None:
    first = Learner("gpa-titre")
    first.answer(0)  # from here on there is something to come back to
    first = Learner(case, first.session)
    second = Learner(case, first.session)
    first.answer(0, "certain")
    assert second.asks()
    second.answer(1, "guess")
    assert not second.asks()
    assert "(you: certain)" in second.read()
    assert Learner(case, first.session).kept(case)["answers"]["0"]["option"] == 0


def test_going_back_and_replaying_change_nothing(case: Case) -> None:
    learner = Learner(case)
    learner.answer(0, "certain")
    learner.press("case_next")
    learner.answer(1)
    committed = learner.kept(case)["answers"]
    learner.press("case_back")
    assert "(you: certain)" in learner.read()
    assert not learner.asks()
    learner.press("case_next")
    assert "(you: fairly sure)" in learner.read()
    assert "Your earlier answers" in learner.read()
    learner.press("case_next")
    learner.answer(3)
    learner.press("case_next")
    for number in range(3):
        learner.press(f"case_see_{number}")
        assert f"Step {number + 1} of 3" in learner.read()
        assert not learner.asks()
        learner.moved_elsewhere(case, 3)
    learner.press("case_replay")
    assert "Step 1 of 3" in learner.read()
    assert learner.kept(case)["answers"] == {**committed, "2": learner.kept(case)["answers"]["2"]}


def test_nobody_gets_past_an_unanswered_step(case: Case) -> None:
    learner = Learner(case)
    learner.answer(0)
    learner.press("case_next")
    learner.moved_elsewhere(case, 3)
    assert "Step 2 of 3" in learner.read()
    assert "case_next" not in learner.buttons()
    nothing_gives_it_away(learner.read().replace("Your earlier answers", ""), case, 1)


def test_beginning_again_asks_first(case: Case) -> None:
    learner = Learner(case)
    assert learner.app.button(key=RESTART).disabled
    learner.answer(0)
    learner.press(RESTART)
    assert "Your 1 answer to it will be forgotten" in learner.read()
    learner.press("case_restart_no")
    assert "will be forgotten" not in learner.read()
    assert len(learner.kept(case)["answers"]) == 1

    learner.press(RESTART)
    learner.press("case_restart_yes")
    assert "will be forgotten" not in learner.read()
    assert learner.kept(case)["answers"] == {}
    assert learner.app.radio[0].value is None
    nothing_gives_it_away(learner.read(), case, 0)
    learner.answer(1)
    assert learner.kept(case)["answers"]["0"]["option"] == 1


def test_exploring_shows_the_rules_at_once_and_is_remembered(case: Case) -> None:
    learner = Learner(case)
    learner.app.toggle[0].set_value(True)
    learner.settle()
    for number, step in enumerate(case.steps):
        shown = learner.read()
        assert f"Step {number + 1} of 3: {step.title}" in shown
        assert "What the rules say" in shown
        assert show.kind_label(asked_of(case, number)) in shown
        assert in_one_line(step.point) in shown
        assert "● You" not in shown
        assert not learner.asks()
        learner.press("case_next")
    assert "You looked at the steps without answering." in learner.read()
    assert learner.kept(case)["answers"] == {}
    learner.press("case_library")
    assert "Explored, not answered" in learner.read()

    again = Learner(case, learner.session)
    assert again.app.toggle[0].value
    assert "What to take away" in again.read()
    again.app.toggle[0].set_value(False)
    again.settle()
    assert again.asks()
    again.answer(0)
    assert "You had looked at the rules' answer before you gave yours." in again.read()
    assert again.kept(case)["answers"]["0"]["shown_before"]


def test_exploring_leaves_what_was_committed(case: Case) -> None:
    learner = Learner(case)
    learner.answer(0, "certain")
    committed = learner.kept(case)["answers"]
    learner.app.toggle[0].set_value(True)
    learner.settle()
    assert "(you: certain)" in learner.read()
    learner.press("case_next")
    learner.press("case_back")
    assert learner.kept(case)["answers"] == committed


def test_everything_is_there_again_in_a_new_session(case: Case) -> None:
    learner = Learner(case)
    learner.answer(0, "certain", reason="A first thought")
    learner.press("case_next")
    again = Learner(case, learner.session)
    assert "Step 2 of 3" in again.read()
    again.press("case_back")
    assert "(you: certain)" in again.read()
    assert "Your reason: A first thought" in again.read()

    library_view = Learner(session=learner.session)
    assert "Go on where you left" in library_view.read()
    assert "1 of 3 answered" in library_view.read()
    library_view.press("case_go_on")
    assert "Step 1 of 3" in library_view.read()


@pytest.mark.parametrize(
    ("button", "title"),
    [("case_to_form", "Patient profile"), ("case_to_explanation", "Explanation")],
)
def test_the_patient_can_be_looked_at_elsewhere(case: Case, button: str, title: str) -> None:
    learner = Learner(case)
    play(learner, case)
    learner.press(button)
    assert learner.app.title[0].value == title
    patient = learner.record()["patient"]
    assert patient["answers"] == findings_after(case, 2)
    assert case.title in patient["title"]


def test_a_change_tells_what_was_what_is_and_why() -> None:
    case = case_by_id("lupus-worsens")
    learner = Learner(case)
    learner.answer(0)
    learner.press("case_next")
    assert f"was mild, now severe {case.steps[1].changes['severity'].because}" in learner.read()
    learner.answer(0)
    learner.press("case_next")
    assert "Severity: severe (changed in step 2; was mild)" in learner.read()


def test_an_edited_case_asks_again_where_an_answer_no_longer_fits(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = Learner(case)
    learner.answer(0)
    question = case.steps[0].question
    options = (question.options[0].model_copy(update={"text": "Edited"}), *question.options[1:])
    step = case.steps[0].model_copy(
        update={"question": question.model_copy(update={"options": options})}
    )
    edited = case.model_copy(update={"steps": (step, *case.steps[1:])})
    monkeypatch.setattr("cases.load.library", lambda: (edited,))
    again = Learner(edited, learner.session)
    assert again.asks()
    nothing_gives_it_away(again.read(), edited, 0)


def test_a_defect_is_shown_as_such_and_never_as_advice(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disagree(*_: object) -> None:
        raise EnginesDisagreeError("The two engines disagree: LUP-2")

    monkeypatch.setattr("cases.play.consulted", disagree)
    learner = Learner(case)
    learner.answer(0)
    assert "This program has made a mistake" in learner.read()
    assert not rules_speak(learner.read())
    assert "1 In the clinic: answered" in learner.read()
    assert "0" in learner.kept(case)["answers"]


def test_the_facts_that_decide_are_named_graded_and_kept(case: Case) -> None:
    learner = Learner(case)
    learner.app.pills[0].set_value(["diagnosis"])
    learner.answer(as_the_rules(case, 0))
    read = learner.read()
    assert TITLE_FACTS in read
    assert NOTHING_DECIDES in read
    assert learner.kept(case)["answers"]["0"]["facts"] == ["diagnosis"]
    learner.press("case_next")
    learner.answer(as_the_rules(case, 1))
    assert TITLE_FACTS not in learner.read(), "who names nothing is not graded"
    learner.press("case_next")
    learner.app.pills[0].set_value(["diagnosis", "severity"])
    learner.answer(as_the_rules(case, 2))
    assert OTHER_REASON in learner.read()
    assert "Severity: severe – not needed for it" in learner.read()
    again = Learner(case, session=learner.session)
    assert OTHER_REASON in again.read()


def test_a_different_answer_is_told_what_would_make_it_right() -> None:
    mild = case_by_id("lupus-mild")
    learner = Learner(mild)
    differs = 1 - as_the_rules(mild, 0) if as_the_rules(mild, 0) < 2 else 0
    learner.answer(differs)
    said = feedback(mild, 0, differs).mend
    assert said is not None
    assert said.title in learner.read()
    assert said.intro in learner.read()


def test_twins_are_answered_once_and_kept(case: Case) -> None:
    learner = Learner(case)
    play(learner, case)
    offered = twins(case)
    twin = offered[0]
    assert MATTER not in learner.read()
    assert NO_MATTER not in learner.read()
    learner.app.segmented_control[0].set_value(MATTERS if twin.decides else SAME)
    learner.settle()
    said = MATTER if twin.decides else NO_MATTER
    assert said in learner.read()
    assert "as the rules do" in learner.read()
    assert learner.kept(case)["twins"] == {twin.id: twin.decides}
    again = Learner(case, session=learner.session)
    assert said in again.read()
    for other in offered[1:]:
        again.app.segmented_control[0].set_value(SAME if other.decides else MATTERS)
        again.settle()
    assert "You and the rules agreed on 1 of" in again.read()
    again.press(RESTART)
    again.press("case_restart_yes")
    assert again.kept(case).get("twins", {}) == {}


def test_own_cases_are_played_and_broken_ones_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "my-first.toml").write_text(EXAMPLE, encoding="utf-8")
    (folder / "broken.toml").write_text("title = <script>", encoding="utf-8")
    monkeypatch.setenv(OWN_FOLDER, str(folder))
    listed = Learner()
    assert "Before the first tablet" in listed.read()
    assert f"{len(library()) + 1} of {len(library()) + 1} cases listed" in listed.read()
    assert "Cases that cannot be used" in listed.read()
    assert "broken.toml: This is not TOML" in listed.read()
    mine = Learner("my-first")
    mine.answer(0)
    assert DIFFER in mine.read()
