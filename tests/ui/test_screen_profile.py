"""The screen *Patient profile*, from an empty form to a saved file."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from cases.load import library
from cases.play import findings_after
from engine.consult import BANNER
from engine.errors import CaseError, Problem
from engine.reading import read_request
from engine.trace import Trace
from rules import RULEBOOK
from tests import patients
from tests.ui.nasty import NASTY
from tests.ui.screens import APP, clean, pieces, read
from ui import consultation, keeping, markup, state
from ui.findings_shown import Show

LABEL = {finding.id: finding.label for finding in RULEBOOK.vocabulary.findings}


class Form:
    """A browser tab with the form; ``session`` is the id in the address of an earlier one."""

    def __init__(self, findings: dict[str, Any] | None = None, session: str | None = None) -> None:
        self.app = AppTest.from_file(str(APP), default_timeout=10)
        if session is not None:
            self.app.query_params["s"] = session
        self.run()
        if findings is not None:
            self.load("patient.json", json.dumps(findings).encode())

    def run(self) -> None:
        clean(self.app.run())

    @property
    def session(self) -> str:
        return str(self.app.query_params["s"])

    @property
    def patient(self) -> dict[str, Any]:
        found: dict[str, Any] = self.app.session_state["session"].record["patient"]
        return found

    @property
    def said(self) -> str:
        return read(self.app)

    @property
    def problems(self) -> str:
        """What stands in the summary at the top."""
        return " ".join(piece for piece in pieces(self.app) if "There is a problem<" in piece)

    def question(self, field: str) -> Any:
        """The widget of a question."""
        widgets = [*self.app.segmented_control, *self.app.selectbox, *self.app.text_input]
        (found,) = [w for w in widgets if str(w.key).split("--")[0] == f"f_{field}"]
        return found

    @property
    def asked(self) -> list[str]:
        """The findings that are asked for on the screen."""
        widgets = [*self.app.selectbox, *self.app.text_input, *self.app.segmented_control]
        return [str(w.key).split("--")[0][2:] for w in widgets if str(w.key).startswith("f_")]

    def answer(self, field: str, value: Any) -> None:
        self.section_of(field)
        self.question(field).set_value(value)
        self.run()

    def section_of(self, field: str) -> None:
        """Go to the section of a question, unless it is on the screen."""
        if field not in self.asked:
            self.app.pills(key="section").set_value(RULEBOOK.vocabulary.by_id[field].section)
            self.run()

    def press(self, key: str) -> None:
        self.app.button(key=key).click()
        self.run()

    def buttons(self) -> dict[str, str]:
        return {str(button.key): button.label for button in self.app.button}

    def load(self, name: str, content: bytes) -> None:
        self.app.file_uploader[0].set_value((name, content, "application/json"))
        self.run()

    def switch_away_and_back(self) -> None:
        clean(self.app.switch_page("screen_rulebook.py").run())
        clean(self.app.switch_page("screen_profile.py").run())


def test_an_empty_form_says_that_nothing_can_be_told() -> None:
    form = Form()
    assert BANNER in form.said
    assert "Cannot be told yet" in form.said
    assert "0 of 15 findings known" in form.said
    assert "Rules: 0 fired · 0 blocked" in form.said
    assert next(key for key in form.buttons() if key.startswith("wait_")) == "wait_diagnosis"
    assert [header.value for header in form.app.header] == ["Patient", "Rules say so far"]
    assert form.problems == ""


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        (patients.SEVERE_LUPUS, "✓ May be considered Cyclophosphamide"),
        (patients.ONLY_KIDNEY_FAILURE, "✓ May be considered Cyclophosphamide"),
        (patients.MILD_LUPUS, "✗ Not indicated by the document Cyclophosphamide"),
        (patients.RESISTANT_LUPUS, "? Cannot be told yet Cyclophosphamide It waits for:"),
        (patients.MS_AFTER_FIRST_LINE, "✓ May be considered Mitoxantrone"),
        (patients.BEHCET, "! The document is ambiguous Cyclophosphamide"),
        (patients.ARTHRITIS_EXHAUSTED, "✓ May be considered Chemotherapy (no drug named)"),
        (patients.PSORIASIS, "○ Outside the document Chemotherapy"),
    ],
)
def test_the_panel_says_what_the_rules_say(findings: dict[str, Any], verdict: str) -> None:
    form = Form()
    for field, value in findings.items():
        form.answer(field, value)
    assert verdict in form.said
    assert form.patient["answers"] == findings


def test_the_panel_shows_why_and_how_many_rules() -> None:
    form = Form(patients.ONLY_KIDNEY_FAILURE)
    assert "Life-threatening: yes (implied by kidney failure from lupus nephritis)" in form.said
    assert "12 fired · 23 blocked · 2 waiting" in form.said
    assert "careful consideration by a multidisciplinary team" in form.said


def test_what_is_implied_stands_at_its_question() -> None:
    form = Form(patients.ONLY_KIDNEY_FAILURE)
    form.section_of("severity")
    assert form.question("life_threatening").value == "unknown"
    assert "Counts as yes: implied by kidney failure from lupus nephritis." in form.said
    assert "Counts as severe: implied by life-threatening." in form.said
    assert "4 of 10 findings known" in form.said


def test_every_question_says_what_it_means() -> None:
    form = Form()
    for section in RULEBOOK.vocabulary.sections:
        form.app.pills(key="section").set_value(section.id)
        form.run()
        for finding in RULEBOOK.vocabulary.in_section(section):
            assert finding.id in form.asked
            assert finding.help in form.said


def tallies(form: Form) -> list[str]:
    """What stands beside the name of each section, in order."""
    sheets = [found.proto.body for found in form.app.get("html")]
    (style,) = [sheet for sheet in sheets if ".st-key-section button" in sheet]
    return re.findall(r'::(?:before|after){content:"([^"]*)"', style)


def test_the_sections_count_what_is_known() -> None:
    form = Form(patients.ONLY_KIDNEY_FAILURE)
    assert tallies(form) == ["1/2", "3/4", "0/1", "0/3"]


def test_the_names_of_the_sections_do_not_change_with_an_answer() -> None:
    """The browser sends the name it showed: were it to change, the choice would be lost."""
    form = Form()
    before = form.app.pills(key="section").options
    form.answer("age", "45")
    assert form.app.pills(key="section").options == before


def test_next_and_back_lead_through_all_sections() -> None:
    form = Form()
    titles = [section.title for section in RULEBOOK.vocabulary.sections]
    visited = [form.app.header[0].value]
    while "after" in form.buttons():
        form.press("after")
        visited.append(form.app.header[0].value)
    assert visited == titles
    while "before" in form.buttons():
        form.press("before")
    assert form.app.header[0].value == titles[0]


# A number that cannot be used


@pytest.mark.parametrize("typed", ["999", "-1", "34.5", "abc", "1e2", "٣٤"])
def test_an_invalid_number_is_never_replaced_by_the_old_one(typed: str) -> None:
    form = Form()
    form.answer("age", "45")
    form.answer("age", typed)
    assert form.question("age").value == typed
    assert form.patient["answers"] == {}
    assert "<strong>Age:</strong>" in form.problems
    assert "Give a whole number from 0 to 120 years." in form.problems
    assert consultation.TREATED_AS_UNKNOWN in form.problems
    beneath = [piece for piece in pieces(form.app) if "cds-hint" in piece and "to 120" in piece]
    assert len(beneath) == 1
    assert "! 1 problem" in form.said
    assert "0 of 15 findings known" in form.said
    assert tallies(form)[:2] == ["0/2", "!"]
    assert "Entries with a problem count as unknown." in form.said


def test_an_invalid_number_survives_sections_screens_and_a_reload() -> None:
    form = Form()
    form.answer("age", "999")
    form.press("after")
    assert "Age" in form.problems
    form.switch_away_and_back()
    form.press("mend_age")
    assert form.question("age").value == "999"
    again = Form(session=form.session)
    assert again.question("age").value == "999"
    assert "Age" in again.problems
    again.answer("age", "45")
    assert again.problems == ""
    assert again.patient["answers"] == {"age": 45}


def test_an_unusual_number_is_asked_about() -> None:
    form = Form()
    form.answer("age", "12")
    assert "Age is 12 years. That is unusual. Is it typed correctly?" in form.said
    assert form.problems == ""


def test_a_problem_leads_to_its_question_even_where_it_does_not_apply() -> None:
    form = Form()
    form.app.session_state["session"].record["patient"]["refused"] = {"severity": "awful"}
    form.answer("diagnosis", patients.MS)
    form.press("mend_severity")
    assert form.app.header[0].value == "Disease now"
    assert "Not used for this diagnosis." in form.said
    form.answer("severity", "mild")
    assert form.problems == ""


def test_an_unknown_field_can_be_removed() -> None:
    form = Form()
    form.answer("age", "40")
    form.app.session_state["session"].record["patient"]["refused"] = {"<b>old</b>": 1}
    form.run()
    assert "There is no such finding." in form.said
    assert "<b>old</b>" not in form.problems
    form.press("remove_<b>old</b>")
    assert form.problems == ""


# Contradictions and faults of ours


def test_a_contradiction_names_both_and_gives_no_answer() -> None:
    form = Form()
    form.answer("diagnosis", patients.SLE)
    form.answer("severity", "mild")
    form.answer("kidney_failure", "yes")
    assert form.said.count("cannot both be true") == 3  # at the top and at both questions
    assert "The answers contradict each other, so the rules say nothing." in form.said
    assert "May be considered" not in form.said
    assert "Not indicated" not in form.said
    assert {"mend_severity", "mend_kidney_failure"} <= set(form.buttons())
    form.press("after")
    form.press("mend_severity")
    assert "severity" in form.asked
    form.answer("severity", "unknown")
    assert "✓ May be considered Cyclophosphamide" in form.said


def test_a_fault_of_ours_is_said_and_no_advice_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Trace:
        raise RuntimeError("patient secret")

    form = Form()
    consultation._traced.cache_clear()  # noqa: SLF001
    monkeypatch.setattr(consultation, "consult", broken)
    form.answer("diagnosis", patients.MS)
    assert "This program has made a mistake" in form.said
    assert "Cannot be told yet" not in form.said
    assert form.patient["answers"] == {"diagnosis": patients.MS}


# Finding a question


def test_search_goes_across_sections() -> None:
    form = Form()
    form.app.text_input(key="search").set_value("lupus")
    form.run()
    assert {"diagnosis", "kidney_failure", "specialist_supervision"} <= set(form.asked)
    assert "age" not in form.asked
    assert len(form.app.pills) == 0
    form.app.text_input(key="search").set_value("zebra")
    form.run()
    assert form.asked == []
    assert "Nothing to show." in form.said
    form.press("show_all")
    assert form.app.text_input(key="search").value == ""
    assert form.asked == ["diagnosis", "age"]


@pytest.mark.parametrize("text", NASTY)
def test_what_is_searched_for_is_shown_as_text(text: str) -> None:
    form = Form()
    form.app.text_input(key="search").set_value(text)
    form.run()
    if text.strip():
        assert f"“{markup.markdown(text.strip())}”" in form.app.header[0].value
    assert all("<script" not in piece.lower() for piece in pieces(form.app))


def test_a_question_stays_listed_when_it_is_answered() -> None:
    form = Form()
    form.app.segmented_control(key="show").set_value(Show.UNKNOWN)
    form.run()
    assert len(form.asked) == len(RULEBOOK.vocabulary.findings)
    form.answer("age", "40")
    assert "age" in form.asked
    form.app.segmented_control(key="show").set_value(Show.KNOWN)
    form.run()
    assert form.asked == ["age"]
    form.app.segmented_control(key="show").set_value(Show.UNKNOWN)
    form.run()
    assert "age" not in form.asked


def test_what_the_verdict_waits_for_leads_to_the_question() -> None:
    form = Form(patients.RESISTANT_LUPUS)
    form.app.text_input(key="search").set_value("age")
    form.run()
    form.press("wait_severity")
    assert form.app.header[0].value == "Disease now"
    assert "severity" in form.asked
    scripts = [str(found.proto.body) for found in form.app.get("html")]
    assert any("st-key-q_severity" in script for script in scripts)
    form.run()
    scripts = [str(found.proto.body) for found in form.app.get("html")]
    assert not any("st-key-q_severity" in script for script in scripts)


# What applies


def test_only_what_applies_is_asked_and_the_rest_is_kept() -> None:
    form = Form(patients.SEVERE_LUPUS)
    form.answer("diagnosis", patients.MS)
    assert form.app.expander[-1].label == "Kept, but not used for this diagnosis (2)"
    assert "Kidney failure from lupus nephritis: yes" in form.said
    assert "Severity: severe" in form.said
    form.section_of("highly_active")
    assert form.asked == ["life_threatening", "highly_active"]
    form.answer("diagnosis", patients.SLE)
    assert "✓ May be considered Cyclophosphamide" in form.said


# Keeping


def test_a_reload_and_another_screen_lose_nothing() -> None:
    form = Form(patients.SEVERE_LUPUS)
    form.section_of("severity")
    form.switch_away_and_back()
    assert form.app.header[0].value == "Disease now"
    assert form.question("severity").value == "severe"
    again = Form(session=form.session)
    assert again.app.header[0].value == "Disease now"
    assert again.question("kidney_failure").value == "yes"
    assert again.patient["answers"] == patients.SEVERE_LUPUS


def test_a_note_tells_when_nothing_can_be_saved(kept_in: Any) -> None:
    kept_in.write_text("in the way", encoding="utf-8")
    form = Form()
    form.answer("diagnosis", patients.MS)
    assert [found.value for found in form.app.warning] == [keeping.NOT_SAVED]
    assert "s" not in form.app.query_params
    assert form.question("diagnosis").value == patients.MS


def test_a_note_about_an_address_can_be_closed() -> None:
    form = Form(session="x" * 22)
    assert len(form.app.warning) == 1
    form.press("notices_read")
    assert len(form.app.warning) == 0


# Loading and saving


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_every_patient_can_be_loaded_from_a_file(findings: dict[str, Any]) -> None:
    form = Form(findings)
    assert form.patient["answers"] == findings
    assert form.problems == ""


def test_what_is_saved_is_a_profile_file(monkeypatch: pytest.MonkeyPatch) -> None:
    saved: dict[str, Any] = {}

    def download(_label: str, **given: Any) -> bool:
        saved.update(given)
        return False

    form = Form(patients.SEVERE_LUPUS)
    form.answer("age", "old")
    monkeypatch.setattr("streamlit.download_button", download)
    form.run()
    content: str = saved["data"]()
    request = read_request(content.encode(), RULEBOOK, state.model)
    assert request.profile.as_file() == patients.SEVERE_LUPUS
    assert "not-for-clinical-use" in saved["file_name"]
    assert "Entries with a problem are left out." in saved["help"]
    assert form.session not in content
    assert "Files are not for clinical use." in form.said


def test_a_toml_file_can_be_loaded() -> None:
    form = Form()
    form.load("a.toml", b'diagnosis = "multiple_sclerosis"\nage = { value = 40, unit = "years" }')
    assert form.patient["answers"] == {"diagnosis": patients.MS, "age": 40}
    assert form.question("age").value == "40"
    assert "Now showing the patient of the file a.toml." in form.said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"not json {", "neither JSON nor TOML"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b'{"diagnosis": "lupuss", "age": 999}', "not one of its answers"),
        (b'{"diagnosis": "lupuss", "age": 999}', "Age: 999 years is not possible"),
        (b'{"<img src=x onerror=alert(1)>": 1}', "There is no such finding."),
        (b"[" * 100_000, "nested too deeply"),
        (b" " * 1_000_001, "more than 1,000,000 bytes"),
        (b'{"age": 1, "age": 2}', "given twice"),
    ],
    ids=["empty", "no-json", "no-text", "option", "range", "markup", "deep", "large", "twice"],
)
def test_a_file_that_cannot_be_used_changes_nothing(content: bytes, said: str) -> None:
    form = Form(patients.SEVERE_LUPUS)
    form.load("<b>bad</b>.json", content)
    assert said in form.said.replace('"999"', "999")
    assert "The patient below is unchanged" in form.said
    assert form.patient["answers"] == patients.SEVERE_LUPUS
    assert all("<b>bad" not in piece and "<img" not in piece for piece in pieces(form.app))
    form.press("file_refused_close")
    assert said not in form.said


def test_the_same_file_can_be_loaded_twice() -> None:
    form = Form(patients.SEVERE_LUPUS)
    form.answer("severity", "unknown")
    form.load("patient.json", json.dumps(patients.SEVERE_LUPUS).encode())
    assert form.patient["answers"] == patients.SEVERE_LUPUS


def test_a_contradictory_file_is_loaded_to_be_mended() -> None:
    form = Form({"diagnosis": patients.SLE, "severity": "mild", "life_threatening": "yes"})
    assert "cannot both be true" in form.problems


@pytest.mark.parametrize("case", library(), ids=lambda case: case.id)
def test_a_patient_can_start_from_any_case(case: Any) -> None:
    form = Form()
    form.answer("age", "40")
    form.app.selectbox(key="start_case").set_value(case)
    form.run()
    findings = findings_after(case, len(case.steps) - 1)
    assert form.patient["answers"] == findings
    assert case.title in form.said
    assert form.app.selectbox(key="start_case").value is None
    form.press("undo")
    assert form.patient["answers"] == {"age": 40}


def test_an_empty_patient_and_back() -> None:
    form = Form(patients.SEVERE_LUPUS)
    form.press("new_patient")
    assert form.patient["answers"] == {}
    assert form.question("diagnosis").value == "unknown"
    assert "Now showing an empty patient." in form.said
    form.press("undo")
    assert form.question("diagnosis").value == patients.SLE
    form.press("previous")
    assert form.patient["answers"] == {}


def test_the_message_about_a_new_patient_goes_with_the_next_answer() -> None:
    form = Form(patients.SEVERE_LUPUS)
    assert "Now showing" in form.said
    form.answer("age", "50")
    assert "Now showing" not in form.said
    assert "previous" not in form.buttons()


def test_undoing_comes_back_to_a_patient_that_was_typed() -> None:
    form = Form()
    form.answer("diagnosis", patients.MS)
    form.load("lupus.json", json.dumps(patients.SEVERE_LUPUS).encode())
    form.press("undo")
    assert "Now showing the patient before." in form.said
    assert form.question("diagnosis").value == patients.MS


def test_a_broken_library_of_cases_does_not_stop_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise CaseError(Problem("odd.toml", "It is broken.", "Mend it."))

    monkeypatch.setattr("cases.load.library", broken)
    form = Form()
    form.answer("age", "40")
    assert "start_case" not in {str(widget.key) for widget in form.app.selectbox}
    assert form.patient["answers"] == {"age": 40}
