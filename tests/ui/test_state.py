"""The state: every change is kept at once, nothing that was entered is lost, the rules decide."""

from __future__ import annotations

import json
import threading
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.testing.v1 import AppTest

from engine.errors import EnginesDisagreeError
from engine.rule import Layer
from engine.trace import Kind, Trace
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests import patients
from ui import consultation, keeping, record, state, store

ROOT = Path(__file__).parents[2]

SCRIPT = """
import streamlit as st
from ui import state
state.start()
for act in st.session_state.pop("acts", []):
    st.session_state["got"] = act()
"""


class Tab:
    """A browser tab in which anything can be done to the state."""

    def __init__(self, session: str | None = None) -> None:
        self.app = AppTest.from_string(SCRIPT, default_timeout=10)
        if session is not None:
            self.app.query_params["s"] = session
        self.do()

    def do(self, *acts: Callable[[], Any]) -> Any:
        """Run the page once; the last act's result."""
        self.app.session_state["acts"] = list(acts)
        self.app.run()
        assert not self.app.exception, [found.message for found in self.app.exception]
        return self.app.session_state["got"] if acts else None

    @property
    def session(self) -> str | None:
        """The id in the address."""
        return self.app.query_params.get("s")

    @property
    def patient(self) -> state.Patient:
        patient: state.Patient = self.do(state.patient)
        return patient

    @property
    def consultation(self) -> state.Consultation:
        found: state.Consultation = self.do(state.consultation)
        return found

    def answer(self, **answers: Any) -> None:
        for field, raw in answers.items():
            self.do(partial(state.set_answer, field, raw))


def test_an_empty_session_leaves_no_trace(kept_in: Path) -> None:
    tab = Tab()
    assert tab.patient.is_empty
    assert tab.session is None
    assert tab.consultation.trace is not None
    assert tab.consultation.trace.waiting_for[0] == "diagnosis"
    assert store.Store(kept_in / "sessions.sqlite3").load("a" * 22) is None


def test_an_answer_is_found_again_under_the_address() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE, kidney_failure="yes", age=34)
    assert tab.session is not None
    assert store.is_id(tab.session)
    again = Tab(tab.session)
    assert again.patient == tab.patient
    assert again.patient.answers == {"diagnosis": patients.SLE, "kidney_failure": "yes", "age": 34}
    assert again.consultation == tab.consultation
    assert again.session == tab.session


def test_the_address_holds_the_id_and_nothing_else() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE, age="<b>34</b>")
    assert set(tab.app.query_params) == {"s"}


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_a_patient_is_told_as_in_a_profile_file(findings: dict[str, Any]) -> None:
    tab = Tab()
    tab.do(lambda: state.replace_patient(findings, "someone"))
    assert tab.patient.answers == findings
    assert tab.patient.title == "someone"
    assert tab.consultation.profile.as_file() == findings
    assert tab.consultation.problems == ()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (999, "not possible"),
        (-1, "not possible"),
        (34.5, "not a whole number"),
        ("old", "not a number"),
        (True, "not a number"),
        ({"value": 3, "unit": "days"}, "not a unit"),
        ([], "not a number"),
    ],
)
def test_what_cannot_be_used_stays_and_counts_as_unknown(raw: Any, said: str) -> None:
    tab = Tab()
    tab.answer(age=34)
    tab.answer(age=raw)
    found = tab.consultation
    assert found.profile.told() == {}
    assert found.trace is not None
    assert "age" in found.trace.unknown
    assert tab.patient.refused == {"age": raw}
    assert Tab(tab.session).patient.refused == {"age": raw}
    (problem,) = found.problems
    assert problem.field == "age"
    assert said in problem.wrong
    assert consultation.TREATED_AS_UNKNOWN in problem.mend


def test_mending_an_entry_removes_the_problem() -> None:
    tab = Tab()
    tab.answer(age="old")
    tab.answer(age=40)
    assert tab.patient.refused == {}
    assert tab.consultation.problems == ()
    tab.answer(age="old")
    tab.answer(age=None)
    assert tab.patient.is_empty


def test_an_unusual_number_is_used_and_asked_about() -> None:
    tab = Tab()
    tab.answer(age=12)
    (warning,) = tab.consultation.warnings
    assert warning.field == "age"
    assert tab.consultation.problems == ()
    assert tab.consultation.profile.told() == {"age": 12.0}


def test_a_contradiction_gives_no_trace_and_names_both() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE, severity="mild", life_threatening="yes")
    found = tab.consultation
    assert found.trace is None
    assert found.defect is None
    (problem,) = found.problems
    assert set(problem.field.split(", ")) == {"severity", "life_threatening"}
    assert Tab(tab.session).patient.answers == tab.patient.answers


@pytest.mark.parametrize(
    "error", [EnginesDisagreeError("they differ"), ZeroDivisionError("oops"), MemoryError()]
)
def test_a_fault_of_ours_is_a_defect_and_no_advice(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Trace:
        raise error

    monkeypatch.setattr(consultation, "consult", broken)
    consultation._traced.cache_clear()  # noqa: SLF001
    tab = Tab()
    tab.answer(diagnosis=patients.MS)
    assert tab.consultation.trace is None
    assert tab.consultation.defect
    monkeypatch.undo()
    assert consultation.consulted({"diagnosis": patients.MS}, {}, {}).trace is not None


def test_an_unknown_field_is_refused_and_can_be_removed() -> None:
    tab = Tab()
    tab.answer(no_such_thing="x", diagnosis=patients.MS)
    (problem,) = tab.consultation.problems
    assert problem.field == "no_such_thing"
    tab.answer(no_such_thing=None)
    assert tab.consultation.problems == ()


def test_replacing_a_patient_can_be_undone_and_done_again() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE, age="old")
    before = tab.patient
    readings = {"severe": "clinician"}
    tab.do(lambda: state.replace_patient(patients.MS_AFTER_FIRST_LINE, "the case", readings))
    assert tab.patient.readings == readings
    assert tab.do(state.previous) == before
    tab.do(state.undo)
    assert tab.patient == before
    tab.do(state.undo)
    assert tab.patient.answers == patients.MS_AFTER_FIRST_LINE


def test_an_empty_patient_can_be_undone_after_a_reload() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE)
    tab.do(state.clear_patient)
    assert tab.patient.is_empty
    again = Tab(tab.session)
    again.do(state.undo)
    assert again.patient.answers == {"diagnosis": patients.SLE}


def test_undoing_without_a_previous_patient_changes_nothing() -> None:
    tab = Tab()
    tab.do(lambda: state.replace_patient(patients.MILD_LUPUS, "a patient"))
    tab.do(state.undo)
    assert tab.patient.answers == patients.MILD_LUPUS


def test_progress_and_settings_are_kept() -> None:
    tab = Tab()
    tab.do(lambda: state.save_progress("case-1", {"step": 2, "answers": [1, None]}))
    tab.do(lambda: state.save_setting("units", {"age": "years"}))
    again = Tab(tab.session)
    assert again.do(lambda: state.progress("case-1")) == {"step": 2, "answers": [1, None]}
    assert again.do(lambda: state.progress("case-2")) == {}
    assert again.do(lambda: state.setting("units")) == {"age": "years"}
    assert again.do(lambda: state.setting("other", 7)) == 7
    again.do(lambda: state.save_progress("case-1", {}))
    assert Tab(tab.session).do(lambda: state.progress("case-1")) == {}


def test_what_is_handed_out_is_a_copy() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE)
    tab.do(lambda: state.save_progress("case-1", {"answers": [1]}))
    tab.do(lambda: state.patient().answers.pop("diagnosis"))
    tab.do(lambda: state.progress("case-1")["answers"].append(2))
    assert tab.patient.answers == {"diagnosis": patients.SLE}
    assert tab.do(lambda: state.progress("case-1")) == {"answers": [1]}


def test_two_sessions_know_nothing_of_each_other() -> None:
    first, second = Tab(), Tab()
    first.answer(diagnosis=patients.SLE)
    second.answer(diagnosis=patients.MS)
    assert first.session != second.session
    assert first.patient.answers == {"diagnosis": patients.SLE}
    assert second.patient.answers == {"diagnosis": patients.MS}


def test_two_tabs_of_one_address_lose_nothing_of_each_other() -> None:
    first = Tab()
    first.answer(diagnosis=patients.SLE)
    second = Tab(first.session)
    first.answer(severity="severe")
    second.answer(kidney_failure="yes")
    first.answer(age=50)
    everything = {
        "diagnosis": patients.SLE,
        "severity": "severe",
        "kidney_failure": "yes",
        "age": 50,
    }
    assert first.patient.answers == second.patient.answers == everything
    assert Tab(first.session).patient.answers == everything


@pytest.mark.parametrize("address", ["b" * 22, "short", "../../etc/passwd", "' OR 1=1 --"])
def test_an_address_that_names_nothing_is_said_and_not_taken_over(address: str) -> None:
    tab = Tab(address)
    assert tab.patient.is_empty
    assert tab.do(state.notices) == (keeping.NOT_FOUND,)
    tab.answer(age=40)
    assert tab.session not in {None, address}
    tab.do(state.dismiss_notices)
    assert tab.do(state.notices) == ()


def test_opening_another_address_in_the_same_tab_shows_that_patient() -> None:
    other, tab = Tab(), Tab()
    other.answer(diagnosis=patients.SLE)
    tab.answer(diagnosis=patients.MS)
    tab.app.query_params["s"] = str(other.session)
    assert tab.patient.answers == {"diagnosis": patients.SLE}


def test_an_address_that_lost_its_id_gets_it_back() -> None:
    tab = Tab()
    tab.answer(age=40)
    session = tab.session
    del tab.app.query_params["s"]
    assert tab.patient.answers == {"age": 40}
    assert tab.session == session


def test_where_nothing_can_be_saved_the_page_still_works_and_says_so(
    kept_in: Path,
) -> None:
    kept_in.write_text("a file where the folder should be", encoding="utf-8")
    tab = Tab()
    tab.answer(diagnosis=patients.SLE, kidney_failure="yes")
    assert tab.do(state.not_saved) == keeping.NOT_SAVED
    assert tab.session is None
    assert tab.patient.answers == {"diagnosis": patients.SLE, "kidney_failure": "yes"}
    found = tab.consultation
    assert found.trace is not None
    assert found.trace.overall.kind is Kind.MAY_BE_CONSIDERED

    kept_in.unlink()  # and once it can be saved again, it is
    assert tab.do(state.not_saved) is None
    assert Tab(tab.session).patient == tab.patient


def test_entries_that_cannot_be_fetched_are_not_overwritten(kept_in: Path, tmp_path: Path) -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE)
    moved = kept_in.rename(tmp_path / "away")
    kept_in.write_text("in the way", encoding="utf-8")
    store.opened.cache_clear()
    late = Tab(tab.session)
    assert any(keeping.NOT_FETCHED in notice for notice in late.do(state.notices))
    late.answer(diagnosis=patients.MS)
    kept_in.unlink()
    moved.rename(kept_in)
    assert Tab(tab.session).patient.answers == {"diagnosis": patients.SLE}


def test_a_store_set_aside_is_told_once_and_the_entries_on_screen_are_kept(kept_in: Path) -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE)
    for file in kept_in.iterdir():
        file.write_bytes(b"overwritten by something else " * 400)
    tab.answer(severity="severe")
    (notice,) = tab.do(state.notices)
    assert "set aside" in notice
    both = {"diagnosis": patients.SLE, "severity": "severe"}
    assert Tab(tab.session).patient.answers == both
    tab.do(state.dismiss_notices)
    tab.answer(age=40)
    assert tab.do(state.notices) == ()


def test_what_an_older_version_kept_is_looked_at_anew() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE)
    assert tab.session is not None
    kept = store.opened(store.default_path())
    content = kept.load(tab.session)
    assert content is not None
    content["patient"]["answers"] = {"diagnosis": "lupus_of_old", "gone": 1, "age": 40}
    content["revision"] = "another"
    del content["settings"]
    kept.save(tab.session, content)
    assert tab.patient.answers == {"age": 40}
    assert tab.patient.refused == {"diagnosis": "lupus_of_old", "gone": 1}
    assert {problem.field for problem in tab.consultation.problems} == {"diagnosis", "gone"}


def test_everything_that_is_kept_is_json_of_a_known_shape() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE, age="old")
    kept = store.opened(store.default_path()).load(str(tab.session))
    assert kept is not None
    assert json.loads(json.dumps(kept)) == kept
    assert set(kept) == set(record.empty())


def test_equal_patients_are_consulted_once() -> None:
    first = consultation.consulted(patients.SEVERE_LUPUS, {}, {})
    second = consultation.consulted(dict(reversed(patients.SEVERE_LUPUS.items())), {}, {})
    assert first.trace is second.trace


def test_the_rule_book_is_the_shipped_one() -> None:
    assert state.model.vocabulary is FULL_RULEBOOK.vocabulary
    tab = Tab()
    assert tab.do(state.book) is RULEBOOK
    tab.do(partial(state.set_criteria, True))
    assert tab.do(state.book) is FULL_RULEBOOK
    assert Tab(tab.session).do(state.criteria_on) is True
    tab.do(partial(state.set_criteria, False))
    assert tab.do(state.book) is RULEBOOK


def layers(tab: Tab) -> list[Layer]:
    return list(tab.patient.layers)


def test_layers_belong_to_the_patient() -> None:
    tab = Tab()
    tab.answer(diagnosis=patients.SLE, weight=60)
    tab.do(partial(state.set_criteria, True))
    assert tab.consultation.trace is not None
    assert tab.consultation.trace.overall_reference is not None
    tab.do(lambda: state.replace_patient(patients.MILD_LUPUS, "a file", {}, (Layer.DOCUMENT,)))
    assert layers(tab) == [Layer.DOCUMENT]
    tab.do(state.undo)
    assert layers(tab) == [Layer.DOCUMENT, Layer.REFERENCE]
    tab.do(lambda: state.replace_patient(patients.MILD_LUPUS, "a case"))  # says nothing of layers
    assert layers(tab) == [Layer.DOCUMENT, Layer.REFERENCE]


def test_without_criteria_their_findings_have_no_effect_at_all() -> None:
    told = {**patients.SEVERE_LUPUS, "weight": 60, "height": 40}
    refused = {"creatinine": "high"}
    alone = consultation.consulted(told, refused, {})
    assert alone.trace == consultation.consulted(patients.SEVERE_LUPUS, {}, {}).trace
    assert alone.problems == alone.warnings == ()
    both = consultation.consulted(told, refused, {}, FULL_RULEBOOK.layers)
    assert [p.field for p in both.problems] == ["creatinine"]
    assert [p.field for p in both.warnings] == ["height"]


ROWS = [
    {"treatment": "mycophenolate", "outcome": "failed", "weeks": "many"},
    {"treatment": "azathioprine", "outcome": "worked"},
    {"treatment": "belimumab", "weeks": -1},
    {"treatment": "moonshine"},
]
USABLE = [{"treatment": "mycophenolate", "outcome": "failed"}, ROWS[1]]


def test_of_a_table_only_the_wrong_cell_is_unknown_and_all_is_kept() -> None:
    tab = Tab()
    tab.do(partial(state.set_criteria, True))
    tab.answer(diagnosis=patients.SLE, treatments=ROWS)
    for there in (tab, Tab(tab.session)):
        assert there.patient.answers["treatments"] == USABLE
        assert there.patient.refused == {"treatments": ROWS}
        (problem,) = there.consultation.problems
        assert problem.field == "treatments"
    loaded = record.brought_up_to_date(
        {**record.empty(), "patient": record.sorted_out({"treatments": ROWS})}
    )
    assert loaded["patient"]["answers"] == {"treatments": USABLE}
    assert loaded["patient"]["refused"] == {"treatments": ROWS}
    tab.answer(treatments=USABLE)
    assert tab.patient.refused == {}
    tab.answer(treatments=[{"treatment": "moonshine"}])
    assert "treatments" not in tab.patient.answers
    tab.answer(treatments=None)
    assert tab.patient.refused == {}


def test_a_callback_that_is_interrupted_is_run_to_its_end() -> None:
    runs: list[int] = []

    def act() -> None:
        runs.append(len(runs))
        if len(runs) < 3:
            raise RerunException(RerunData())

    with pytest.raises(RerunException):  # the newer run still has to happen
        keeping.uninterrupted(act)
    assert runs == [0, 1, 2]

    runs.clear()
    keeping.uninterrupted(lambda: runs.append(7))
    assert runs == [7]


def test_two_scripts_of_one_session_at_once_lose_nothing() -> None:
    ours = keeping.Session()
    fields = [f"field_{number}" for number in range(40)]

    def enter_one(name: str, now: record.Record) -> None:
        now["settings"][name] = 1

    def enter(mine: list[str]) -> None:
        for name in mine:
            ours.apply(partial(enter_one, name))

    threads = [threading.Thread(target=enter, args=(fields[start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(ours.record["settings"]) == set(fields)
    assert Tab(ours.id).do(lambda: state.setting("field_39")) == 1


def test_a_script_that_still_runs_sees_the_record_as_it_was() -> None:
    ours = keeping.Session()
    before = ours.record
    ours.apply(lambda now: now["patient"]["answers"].__setitem__("age", 40))
    assert before["patient"]["answers"] == {}
    assert ours.record["patient"]["answers"] == {"age": 40}


def test_a_session_has_one_script_at_a_time() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["runner"]["fastReruns"] is False
