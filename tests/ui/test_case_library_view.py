"""The library of the screen *Teaching cases*: what it lists, its address, and odd case files."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from cases.coverage import met, next_case, to_be_met
from cases.load import case_by_id, library, read_case
from cases.model import Case
from engine.rule import Layer
from tests.ui.case_learner import Learner, as_the_rules, in_one_line
from ui import show
from ui.store import FOLDER_VARIABLE

LUPUS = "lupus-kidney-failure"


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))


@pytest.fixture
def case() -> Case:
    return case_by_id(LUPUS)


def test_the_library_tells_what_each_case_is_for() -> None:
    learner = Learner()
    shown = learner.read()
    for case in library():
        assert case.title in shown
        assert case.patient in shown
        assert all(aim in shown for aim in case.objectives)
        assert learner.buttons()[f"case_open_{case.id}"] == "Start"
        assert in_one_line(case.teaching_point) not in shown
    assert set(learner.headings()) == {1, 2}


def listed(learner: Learner) -> set[str]:
    return {key.removeprefix("case_open_") for key in learner.buttons() if "case_open_" in key}


def test_filters(case: Case) -> None:
    learner = Learner()
    learner.press(f"case_open_{case.id}")
    learner.answer(0)
    learner.press("case_close")
    every = {case.id: case for case in library()}
    assert listed(learner) == set(every)

    def choose(label: str, option: str) -> set[str]:
        box = next(box for box in learner.app.selectbox if box.label == label)
        box.set_value(option)
        learner.settle()
        return listed(learner)

    vasculitis = {name for name, case in every.items() if case.group == "vasculitis"}
    assert choose("Disease group", "vasculitis") == vasculitis
    hard = {name for name in vasculitis if every[name].level == 3}
    assert hard
    assert choose("Level", "3") == hard
    assert choose("Progress", "under_way") == set()
    assert "No case is like this." in learner.read()
    learner.press("cases_all")
    assert listed(learner) == set(every)
    assert choose("Progress", "under_way") == {case.id}
    assert choose("Progress", "finished") == set()
    assert choose("Progress", "not_started") == set(every) - {case.id}
    assert choose("Progress", "any") == set(every)
    next(f for f in learner.app.text_input if f.label == "Find a case").set_value("SISTER biopsy")
    learner.settle()
    assert listed(learner) == {case.id}


def test_an_address_opens_its_case_and_a_wrong_one_is_explained(case: Case) -> None:
    assert "Step 1 of 3: In the clinic" in Learner(case).read()
    learner = Learner("lupus-kidny-failure")
    assert 'There is no case "lupus-kidny-failure". Did you mean' in learner.read()
    assert listed(learner) == {case.id for case in library()}
    assert learner.headings()[0] == 1
    assert "<script>x" not in "".join(Learner("<script>x</script>").pages())


def test_the_address_follows_what_is_open(case: Case) -> None:
    learner = Learner()
    learner.press(f"case_open_{case.id}")
    assert learner.app.query_params["case"] == case.id
    learner.answer(0)
    assert learner.app.query_params["s"] == learner.session
    learner.press("case_close")
    assert "case" not in learner.app.query_params
    assert learner.app.query_params["s"] == learner.session


EVIL = "<img src=x onerror=alert(1)> **b** [l](javascript:x) :material/home: $x$ `c` <b>"


def test_markup_in_a_case_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    evil = _with_markup("lupus-worsens")
    monkeypatch.setattr("cases.load.library", lambda: (evil,))
    learner = Learner()
    nothing_is_markup(learner)
    learner.press(f"case_open_{evil.id}")
    for number in range(len(evil.steps)):
        nothing_is_markup(learner)
        learner.answer(as_the_rules(evil, number), reason=EVIL)
        nothing_is_markup(learner)
        assert f"Your reason: {EVIL}" in learner.read()
        learner.press("case_next")
    nothing_is_markup(learner)


def nothing_is_markup(learner: Learner) -> None:
    """The text is there, escaped wherever the browser would make something of it."""
    assert EVIL in learner.read()
    pieces = "".join(learner.pages())
    assert html.escape(EVIL) in pieces
    assert "<img" not in pieces
    assert "<b>" not in pieces
    assert not any("alert" in script for script in re.findall("<script>.*?</script>", pieces))
    labels = [label for label in learner.labels() if "alert" in label]
    assert labels
    assert all(show.escape(EVIL) in label for label in labels)


def _with_markup(name: str) -> Case:
    """A case of the library in which every text holds markup."""
    found = case_by_id(name)

    def marked(text: str) -> str:
        return f"{text} {EVIL}"

    steps = tuple(
        step.model_copy(
            update={
                "title": marked(step.title),
                "story": marked(step.story),
                "point": marked(step.point),
                "changes": {
                    key: change.model_copy(update={"because": marked(change.because)})
                    for key, change in step.changes.items()
                },
                "question": step.question.model_copy(
                    update={
                        "prompt": marked(step.question.prompt),
                        "options": tuple(
                            option.model_copy(update={"text": marked(option.text)})
                            for option in step.question.options
                        ),
                    }
                ),
            }
        )
        for step in found.steps
    )
    texts = ("title", "patient", "vignette", "teaching_point", "common_error")
    return found.model_copy(
        update={
            **{name: marked(getattr(found, name)) for name in texts},
            "objectives": tuple(map(marked, found.objectives)),
            "steps": steps,
        }
    )


def test_a_broken_library_is_named_and_nothing_else_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.load.library", lambda: (read_case(b"title = 1", "odd.toml"),))
    shown = Learner().read()
    assert "There is a problem with a teaching case" in shown
    assert "odd.toml, vignette: It is missing. Add vignette." in shown


def test_what_was_met_and_how_certainty_fared_is_told_with_the_next_case(case: Case) -> None:
    learner = Learner()
    assert "What you have met" not in learner.read()
    learner = Learner(case)
    learner.answer(as_the_rules(case, 0), "certain")
    learner.press("case_next")
    learner.answer((as_the_rules(case, 1) + 1) % 3, "certain")
    listed = Learner(session=learner.session)
    known = met({case.id: [0, 1]}, library())
    assert (
        f"{len(known.of(Layer.DOCUMENT))} of the {len(to_be_met())} rules of the document"
        in listed.read()
    )
    assert "Certain: the rules agreed with 1 of 2 answers" in listed.read()
    following = next_case(library(), known, [])
    assert following is not None
    assert f"Next case: {following.case.title}" in listed.read()
    listed.press("case_suggested")
    assert "Step 1 of" in listed.read()
    assert following.case.title in listed.read()
