"""The explanation's questions: why not, what if, what to ask, compare, keep and share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from engine.inquiry.goal import other, reached
from engine.inquiry.robust import robustness
from engine.inquiry.whatif import what_if
from engine.opinion import Disagreement
from engine.trace import Kind
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted
from tests.ui.nasty import NASTY
from tests.ui.screens import clean, headings, opened, pieces, read
from ui import sharing, store

SCREEN = "screen_explanation.py"
TABS = ("In words", "Chain", "Why not", "What if", "Ask next", "Compare", "All rules", "Keep")
SOMEBODY = {name: told for name, told in patients.EVERYONE.items() if told}


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUTOIMMUNE_CDS_DATA", str(tmp_path))


def session_of(app: AppTest) -> str:
    """The id of the session in the address."""
    found = app.query_params["s"]
    return found if isinstance(found, str) else found[0]


def saved(app: AppTest) -> dict[str, Any]:
    """What is kept of the session."""
    kept = store.opened(store.default_path()).load(session_of(app))
    assert kept is not None
    return kept


@pytest.mark.parametrize("findings", SOMEBODY.values(), ids=SOMEBODY)
@pytest.mark.parametrize("view", ["Why not", "What if", "Ask next", "Compare", "Keep"])
def test_every_tab_opens_for_every_patient_and_conclusion(
    findings: dict[str, Any], view: str
) -> None:
    app = opened(SCREEN, findings, view=view)
    app.pills(key="conclusion").set_value("document_chemotherapy_no_drug_named").run()
    clean(app)


def test_why_not_follows_the_kind_that_is_asked_for() -> None:
    app = opened(SCREEN, patients.MILD_LUPUS, view="Why not")
    assert headings(app) == ["Cyclophosphamide: why is it not “may be considered”?"]
    words = read(app)
    assert "Rule LUP-1, severe lupus that resists safer therapies: blocked" in words
    assert "not met: Severity: mild – needs severe" in words
    pills = app.pills(key="why_not_document_not_indicated")
    pills.set_value(Kind.DOCUMENT_AMBIGUOUS.value).run()
    assert headings(clean(app)) == ["Cyclophosphamide: why is it not “the document is ambiguous”?"]
    assert "speak of other diagnoses" in read(app)


def test_a_conclusion_on_the_way_can_be_asked_about() -> None:
    app = opened(SCREEN, patients.MILD_LUPUS, view="Why not")
    box = app.selectbox(key="why_not_concept_document_cyclophosphamide")
    assert "severe disease: yes" in box.options
    assert "severe disease: no" not in box.options
    box.set_value("severe disease: yes").run()
    assert headings(clean(app)) == ["Why is it not “severe disease: yes”?"]
    assert "not met: Severity: mild – needs severe" in read(app)
    app = opened(SCREEN, patients.MILD_LUPUS, view="What if")
    box = app.selectbox(key="what_if_concept_document_cyclophosphamide")
    box.set_value("severe disease: yes").run()
    words = read(clean(app))
    assert "What would make it “severe disease: yes”?" in headings(app)
    assert "Severity: severe (now mild)" in words


def test_the_smallest_edits_are_shown_and_can_be_tried_on_the_copy() -> None:
    trace = consulted(patients.MILD_LUPUS)
    found = what_if(RULEBOOK, trace, other(trace.overall, Kind.MAY_BE_CONSIDERED))
    app = opened(SCREEN, patients.MILD_LUPUS, view="What if")
    words = read(app)
    assert "At least two findings have to be told or changed; there are four ways." in words
    assert words.count("Severity: severe (now mild)") == len(found.sets)
    app.button(key="try_0").click().run()
    assert [toast.value for toast in app.toast] == [
        "It is on the copy. See “Try it on a copy” for what changes."
    ]
    words = read(clean(app))
    assert "Changed on the copy" in words
    assert "Severity mild severe" in words
    assert saved(app)["patient"]["answers"] == patients.MILD_LUPUS


def test_the_diagnosis_may_change_where_it_is_allowed_to() -> None:
    app = opened(SCREEN, patients.MILD_LUPUS, view="What if")
    app.pills(key="what_if_document_not_indicated").set_value("document_ambiguous").run()
    assert "No change reaches this as long as the diagnosis stays as told" in read(clean(app))
    app.multiselect(key="what_if_kept").set_value(["age"]).run()
    assert "Diagnosis: another autoimmune vasculitis" in read(clean(app))


def test_the_copy_is_changed_finding_by_finding_and_can_become_the_patient() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="What if")
    app.selectbox(key="sandbox_finding").set_value("severity").run()
    app.selectbox(key="sandbox_severity").set_value("mild").run()
    app.button(key="sandbox_set").click().run()
    assert "cannot both be true" in read(clean(app)) or "cannot all be true" in read(app)
    assert app.button(key="sandbox_take").disabled
    app.button(key="sandbox_over").click().run()
    assert "Nothing is changed on it yet." in read(clean(app))
    app.selectbox(key="sandbox_finding").set_value("monitoring_plan").run()
    app.selectbox(key="sandbox_monitoring_plan").set_value("done").run()
    app.button(key="sandbox_set").click().run()
    assert "Monitoring plan" in read(clean(app))
    app.button(key="sandbox_take").click().run()
    kept = saved(clean(app))
    assert kept["patient"]["answers"]["monitoring_plan"] == "done"
    assert kept["previous"]["answers"] == patients.SEVERE_LUPUS


def test_a_number_that_cannot_be_is_refused_on_the_copy() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="What if")
    app.selectbox(key="sandbox_finding").set_value("age").run()
    app.number_input(key="sandbox_age").set_value(900.0).run()
    app.button(key="sandbox_set").click().run()
    assert "whole number from 0 to 120" in read(clean(app))


def test_what_to_ask_next_says_what_each_answer_comes_to() -> None:
    app = opened(SCREEN, patients.RESISTANT_LUPUS, view="Ask next")
    words = read(app)
    assert "1. Severity – on a shortest way to a verdict" in words
    assert "Severe: may be considered" in words
    assert "Mild or moderate: not indicated by the document" in words
    assert "Can it still change?" in headings(app)


def test_whether_it_can_still_change_stands_beside_the_reasons() -> None:
    trace = consulted(patients.ONLY_KIDNEY_FAILURE)
    assert robustness(RULEBOOK, trace, reached(trace.overall)).settled
    app = opened(SCREEN, patients.ONLY_KIDNEY_FAILURE)
    words = read(app)
    assert "Facts that suffice" in headings(app)
    assert "because the diagnosis is systemic lupus erythematosus and" in words
    assert "proven over every way of telling them" in words


def test_the_patient_is_compared_with_a_teaching_case() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="Compare")
    app.selectbox(key="compare_with").set_value("case:lupus-mild").run()
    words = read(clean(app))
    assert "Verdicts that differ" in words
    assert "Severity severe mild" in words


def test_an_opinion_is_kept_with_a_coded_reason_and_can_be_taken_back() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="Keep")
    app.segmented_control(key="opinion_choice").set_value("disagree").run()
    app.selectbox(key="opinion_reason").set_value(Disagreement.OUTDATED)
    app.text_area(key="opinion_comment").set_value("Newer drugs come first.")
    app.button(key="opinion_keep").click().run()
    (kept,) = saved(clean(app))["patient"]["opinions"]
    assert kept["reason"] == "outdated"
    assert kept["agrees"] is False
    assert "the source is out of date. Comment: Newer drugs come first." in read(app)
    app.button(key="opinion_withdraw").click().run()
    assert saved(clean(app))["patient"]["opinions"] == []


@pytest.mark.parametrize("text", NASTY)
def test_a_comment_is_shown_as_text(text: str) -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="Keep")
    app.segmented_control(key="opinion_choice").set_value("agree").run()
    app.text_area(key="opinion_comment").set_value(text)
    app.button(key="opinion_keep").click().run()
    clean(app)
    assert not any("<script" in piece or "<img" in piece for piece in pieces(app))


def test_a_link_opens_a_read_only_copy_in_the_same_view() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="Keep")
    app.button(key="share_make").click().run()
    (link,) = [code.value for code in clean(app).code]
    name = link.partition("copy=")[2]
    assert "lupus" not in link
    visitor = opened(SCREEN, copy=name)
    assert "read-only copy" in read(visitor)
    assert "Files" in headings(visitor)
    assert not [b for b in visitor.button if b.key == "share_make"]
    # The session's own id opens no copy, and the copy's id opens no session.
    assert "There is no copy under this address" in warned(opened(SCREEN, copy=session_of(app)))
    stranger = opened(SCREEN, s=name)
    assert any("Nothing is kept under the address" in w.value for w in stranger.warning)


def warned(app: AppTest) -> str:
    return " ".join(found.value for found in app.warning)


def test_a_copy_becomes_ones_own_patient_only_when_that_is_asked_for() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="Keep")
    app.button(key="share_make").click().run()
    name = clean(app).code[0].value.partition("copy=")[2]
    visitor = opened(SCREEN, patients.MILD_LUPUS, copy=name)
    assert "May be considered" in read(visitor)
    assert saved(visitor)["patient"]["answers"] == patients.MILD_LUPUS
    visitor.button(key="copy_take").click().run()
    clean(visitor)
    assert saved(visitor)["patient"]["answers"] == patients.SEVERE_LUPUS
    assert saved(visitor)["previous"]["answers"] == patients.MILD_LUPUS
    assert sharing.ADDRESS not in visitor.query_params


@pytest.mark.parametrize("name", ["", "x", "<script>", "A" * 22, "../../etc"])
def test_an_altered_link_is_refused_clearly(name: str) -> None:
    app = opened(SCREEN, copy=name)
    assert "There is no copy under this address" in warned(app)
    assert not app.tabs


def test_what_is_saved_as_files() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS, view="Keep")
    assert [found.proto.label for found in app.get("download_button")] == [
        "Report as a page to print",
        "Report as Markdown",
        "Trace",
        "Card",
    ]
    assert consulted(patients.SEVERE_LUPUS).rulebook.hash in read(app)
