"""Learners on the screen: a code to go on by, a name for the report, two tabs, a full disk."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from streamlit.testing.v1 import AppTest

from cases.load import case_by_id
from cases.model import Case
from engine.export.web_page import as_web_page
from tests.ui.case_learner import Learner, as_the_rules
from tests.ui.nasty import NASTY
from ui import store
from ui.keeping import NOT_SAVED
from ui.learning.learner_code import LENGTH, as_code
from ui.learning.nickname import LONGEST
from ui.teaching import elsewhere_moves
from ui.teaching import nickname as nickname_field
from ui.teaching.learner_report import as_data, learner_report
from ui.teaching.moves import MATTERS, SAME
from ui.teaching.progress import Progress

LUPUS, OTHER = "lupus-kidney-failure", "gpa-foot-drop"


@pytest.fixture
def case() -> Case:
    return case_by_id(LUPUS)


@pytest.fixture
def other() -> Case:
    return case_by_id(OTHER)


def library(session: str = "") -> Learner:
    return Learner(session=session)


def code_of(learner: Learner) -> str:
    """The code, as it can be read after it was asked for."""
    listed = library(learner.session)
    assert not listed.app.code
    listed.press("case_code_show")
    shown = listed.app.code[0].value
    listed.press("case_code_hide")
    assert not listed.app.code
    assert shown not in listed.sent()
    return str(shown)


def type_code(learner: Learner, code: str) -> None:
    learner.app.text_input(key=elsewhere_moves.TYPED).set_value(code)
    learner.press("case_code_use")


def typed(learner: Learner) -> str:
    return str(learner.app.text_input(key=elsewhere_moves.TYPED).value)


def answered(case: Case, *options: int) -> Learner:
    """A learner who gave these answers and went on."""
    learner = Learner(case)
    for option in options:
        learner.answer(option)
        learner.press("case_next")
    return learner


def options(learner: Learner, case: Case) -> dict[str, int]:
    return {step: each["option"] for step, each in learner.kept(case)["answers"].items()}


def test_without_an_answer_there_is_no_code_but_the_field_for_one() -> None:
    learner = library()
    assert "case_code_show" not in learner.buttons()
    assert "You get a code with your first answer" in learner.read()
    assert "case_code_use" in learner.buttons()
    assert "s" not in learner.app.query_params


def test_a_code_leads_a_new_session_to_the_answers_and_both_go_on(case: Case) -> None:
    first = answered(case, 0)
    code = code_of(first)
    second = library()
    type_code(second, f" {code.lower().replace('-', ' ')} ")
    assert (
        "You go on as the learner of the code that you entered, with one answer." in second.read()
    )
    assert "Go on where you left" in second.read()
    assert second.session != first.session
    assert typed(second) == ""
    second.press("case_go_on")
    second.answer(1)
    first.settle()
    assert set(first.kept(case)["answers"]) == {"0", "1"}
    assert code_of(second) == code


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("", "No code is entered"),
        ("12345", "has 25 characters"),
        ("<img src=x onerror=alert(1)>", "neither"),
        ("x" * 1_000_000, "too long"),
        (as_code("0" * LENGTH), "Nobody's answers are kept under this code"),
    ],
)
def test_a_wrong_code_is_explained_and_stays_in_its_field(
    case: Case, wrong: str, said: str
) -> None:
    learner = answered(case, 0)
    learner.press("case_close")
    type_code(learner, wrong)
    assert said in learner.read()
    assert typed(learner) == wrong
    assert options(learner, case) == {"0": 0}
    assert not any(wrong in page for page in learner.pages() if "<" in wrong)


def test_ones_own_code_is_said_to_be_that(case: Case) -> None:
    learner = answered(case, 0)
    code = code_of(learner)
    learner.press("case_close")
    type_code(learner, code)
    assert elsewhere_moves.OWN in learner.read()


@pytest.mark.parametrize("button", ["bring", "leave", "stay"])
def test_answers_of_ones_own_are_asked_about(case: Case, other: Case, button: str) -> None:
    there = answered(case, 0)
    here = answered(case, 1, 1)
    here.press("case_close")
    second_case = Learner(other, here.session)
    second_case.answer(0)
    own, code = code_of(here), code_of(there)
    type_code(here, code)
    assert "What about your answers here?" in here.read()
    assert "(three answers)" in here.read()
    assert own in here.sent()  # to come back to what is left behind
    here.press(f"case_code_{button}")
    if button == "stay":
        assert typed(here) == code
        assert options(here, case) == {"0": 1, "1": 1}
        assert options(there, case) == {"0": 0}
    elif button == "bring":
        assert options(here, case) == options(there, case) == {"0": 0, "1": 1}
        assert options(there, other) == {"0": 0}
    else:
        assert options(here, case) == {"0": 0}
        assert here.kept(other) == {}
        back = library()
        type_code(back, own)
        assert options(back, case) == {"0": 1, "1": 1}
    assert "What about your answers here?" not in here.read()


def test_forgetting_reaches_every_session_of_the_code(case: Case, kept_in: Path) -> None:
    first = Learner(case)
    first.answer(0, reason="Geheimnis-77")
    code, second = code_of(first), library()
    type_code(second, code)
    second.app.text_input(key=nickname_field.KEY).set_value("Geheimnis-78")
    second.settle()
    first.press("case_close")
    first.press("case_forget")
    first.press("case_forget_yes")
    for learner in (first, second, library(first.session)):
        learner.settle()
        assert "What you have met" not in learner.read()
        assert "case_forget" not in learner.buttons()
        assert learner.learner().is_empty
    late = library()
    type_code(late, code)
    assert "Nobody's answers are kept under this code" in late.read()
    whole = b"".join(file.read_bytes() for file in kept_in.iterdir())
    assert b"Geheimnis" not in whole
    assert code.replace("-", "").encode() not in whole
    second.app.query_params["case"] = case.id
    second.settle()
    second.answer(1)  # and begins anew, as somebody else
    assert options(second, case) == {"0": 1}
    assert code_of(second) != code


@pytest.mark.parametrize("name", [t for t in NASTY if len(t) <= LONGEST and t.isprintable()])
def test_a_name_is_text_on_the_screen_in_the_report_and_in_the_data(case: Case, name: str) -> None:
    learner = answered(case, 0)
    learner.press("case_close")
    learner.app.text_input(key=nickname_field.KEY).set_value(name)
    learner.settle()
    assert learner.learner().name == name
    assert learner.app.text_input(key=nickname_field.KEY).value == name
    assert not any(name in page for page in learner.pages() if "<" in name)
    found = {case.id: Progress.read(case, learner.kept(case))}
    page = as_web_page(learner_report([case], found, name))
    assert f"Answers of: {name}" in html.unescape(page)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert json.loads(as_data([case], found, name))["nickname"] == name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x" * 1_000_000, "1,000,000"),
        ("two\nlines", "one line"),
        ("a\u202eb", "invisible"),
    ],
)
def test_a_name_that_cannot_be_shown_is_refused_and_stays_in_its_field(
    case: Case, name: str, said: str
) -> None:
    learner = answered(case, 0)
    learner.press("case_close")
    learner.app.text_input(key=nickname_field.KEY).set_value("Ada")
    learner.settle()
    learner.app.text_input(key=nickname_field.KEY).set_value(name)
    learner.settle()
    assert said in learner.read()
    assert learner.app.text_input(key=nickname_field.KEY).value == name
    assert learner.learner().name == "Ada"
    learner.app.text_input(key=nickname_field.KEY).set_value("")
    learner.settle()
    assert learner.learner().name == ""
    assert "cannot be the name" not in learner.read()


@contextmanager
def full_disk() -> Iterator[None]:
    """The database cannot grow by a single page."""
    engine = store.current().database.engine

    def limit(connection: Any, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages:d}")

    event.listen(engine, "connect", limit)
    yield
    event.remove(engine, "connect", limit)


def warnings(learner: Learner) -> list[str]:
    """What the page says about saving."""
    return [each.value for each in learner.app.warning if NOT_SAVED in each.value]


def test_a_full_disk_is_said_and_the_answer_is_kept_later(case: Case) -> None:
    learner = answered(case, 0)
    with full_disk():
        long = "pages are full " * 30
        # What is kept already leaves room for a while.
        session = learner.app.session_state["session"]
        for number in range(10):
            session.learn(lambda now, n=number: now.with_document("run", str(n), long))
        learner.answer(1, reason=long.strip())
        assert warnings(learner) == [NOT_SAVED]
        assert "cannot be used: database or disk is full." in learner.read()
        assert not learner.asks()
        assert long.strip() in learner.read()
        assert set(options(learner, case)) == {"0"}
    learner.settle()
    assert not warnings(learner)
    again = Learner(case, learner.session)
    assert options(again, case) == {"0": 0, "1": 1}
    assert again.learner().document("run", "9") == long


def test_a_database_that_is_gone_is_begun_again_with_what_the_page_shows(
    case: Case, kept_in: Path
) -> None:
    learner = answered(case, 0)
    for file in kept_in.iterdir():
        file.unlink()
    learner.answer(1)
    assert options(Learner(case, learner.session), case) == {"0": 0, "1": 1}


def test_what_cannot_be_forgotten_yet_is_forgotten_as_soon_as_it_can(
    case: Case, kept_in: Path, tmp_path: Path
) -> None:
    learner = answered(case, 0)
    learner.press("case_close")
    learner.press("case_forget")
    away = kept_in.rename(tmp_path / "away")
    kept_in.write_text("in the way", encoding="utf-8")
    learner.press("case_forget_yes")
    assert "What you have met" not in learner.read()
    assert any(NOT_SAVED in each.value for each in learner.app.warning)
    kept_in.unlink()
    away.rename(kept_in)
    learner.settle()
    assert not learner.app.warning
    assert learner.learner().is_empty
    assert library(learner.session).learner().is_empty


TWICE = """
import streamlit as st
from cases.load import case_by_id
from ui import state
from ui.teaching import moves

state.start()
case = case_by_id("lupus-kidney-failure")
name = moves.form_name(case, 0, moves.progress(case))
for number, sure in ((0, "certain"), (1, "guess")):
    st.session_state[f"{name}_pick"], st.session_state[f"{name}_sure"] = number, sure
    moves.commit(case, 0, name)
    st.session_state["twin"] = (moves.SAME, moves.MATTERS)[number]
    moves.commit_twin(case, 0, "a twin", "twin")
"""


def test_what_is_reported_twice_is_committed_once(case: Case) -> None:
    app = AppTest.from_string(TWICE, default_timeout=30).run()
    assert not app.exception
    found = Learner(case, app.query_params["s"])
    assert options(found, case) == {"0": 0}
    assert found.kept(case)["twins"] == {"a twin": False}


def test_two_tabs_of_one_session_lose_nothing_of_each_other(case: Case, other: Case) -> None:
    first = answered(case, *(as_the_rules(case, step) for step in range(len(case.steps))))
    second, third = Learner(case, first.session), Learner(other, first.session)
    second.app.segmented_control[0].set_value(MATTERS)
    third.app.pills[0].set_value(["diagnosis"])
    third.choose(0, "guess", "my reason")
    first.app.segmented_control[1].set_value(SAME)
    first.settle()
    third.commit()
    second.settle()
    for learner in (first, second, third):
        learner.settle()
        assert sorted(learner.kept(case)["twins"].values()) == [False, True]
        answer = learner.kept(other)["answers"]["0"]
        assert (answer["reason"], answer["facts"]) == ("my reason", ["diagnosis"])


def test_the_same_step_in_two_tabs_keeps_the_first_with_its_facts(case: Case) -> None:
    first = answered(case, 0)
    second = Learner(case, first.session)
    second.app.pills[0].set_value(["severity"])
    second.choose(1, "certain", "because of tab two")
    first.app.pills[0].set_value(["diagnosis"])
    first.choose(0, "guess", "first")
    first.commit()
    second.commit()
    answer = second.kept(case)["answers"]["1"]
    assert (answer["option"], answer["reason"]) == (0, "first")
    assert answer["facts"] == ["diagnosis"]
    assert "because of tab two" not in second.read()


def test_drills_and_the_like_are_kept_shown_in_the_data_and_forgotten(case: Case) -> None:
    app = AppTest.from_string(DOCUMENTS, default_timeout=30).run()
    assert not app.exception
    listed = library(app.query_params["s"])
    assert listed.learner().document("drills", "run 1") == {"at": 2, "said": ["<b>"]}
    data = json.loads(as_data([case], {case.id: Progress()}, "", app.session_state["all"]))
    assert data["documents"] == {"drills": {"run 1": {"at": 2, "said": ["<b>"]}}}
    listed.press("case_forget")
    listed.press("case_forget_yes")
    assert listed.learner().is_empty


DOCUMENTS = """
import streamlit as st
from ui import learner, state

state.start()
assert state.kept("drills", "run 1") is None
assert state.kept("drills", "run 1", {}) == {}
state.keep_document("drills", "run 1", {"at": 1})
state.keep_document("drills", "run 1", {"at": 2, "said": ["<b>"]})
state.keep_document("drills", "run 2", [])
state.keep_document("drills", "run 2", None)
state.kept("drills", "run 1")["at"] = 3
for wrong in (object(), float("nan"), "x" * 2_000_000):
    try:
        state.keep_document("drills", "run 3", wrong)
    except ValueError:
        continue
    raise AssertionError(wrong)
st.session_state["all"] = learner.documents()
"""
