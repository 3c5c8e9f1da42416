"""The profile screen with published criteria beside the document: switch, files, numbers, panel."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from engine.reading import read_request
from engine.rule import Layer
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from rules.vocabulary.full import FULL_VOCABULARY
from rules.vocabulary.options import Diagnosis
from tests import patients
from tests.rules.reference.told import NEPHRITIS, OPEN_CONTRACEPTION
from tests.ui.screens import clean, headings, opened, pieces, read
from tests.ui.test_criteria import with_criteria
from ui import state
from ui.consultation import consulted
from ui.findings_shown import Show

SCREEN = "screen_profile.py"
SLE = patients.SLE


def screen(findings: dict[str, Any], section: str = "") -> AppTest:
    app = with_criteria(SCREEN, findings)
    return go(app, section) if section else app


def go(app: AppTest, section: str) -> AppTest:
    return clean(app.pills(key="section").set_value(section).run())


def switch(app: AppTest, on: bool) -> None:
    clean(app.toggle[0].set_value(on).run())


def switched(app: AppTest) -> bool:
    return bool(app.toggle[0].value)


def patient(app: AppTest) -> dict[str, Any]:
    part: dict[str, Any] = app.session_state["session"].record["patient"]
    return part


def box(app: AppTest, label: str) -> Any:
    widgets = (*app.text_input, *app.selectbox, *app.segmented_control)
    (found,) = [w for w in widgets if w.label.replace("\u2060", "") == label]
    return found


def load(app: AppTest, findings: dict[str, Any]) -> None:
    content = ("patient.json", json.dumps(findings).encode(), "application/json")
    clean(app.file_uploader[0].set_value(content).run())


# The switch


def test_the_switch_says_what_it_adds() -> None:
    app = opened(SCREEN, {"diagnosis": patients.MS})
    added = [
        finding
        for finding in FULL_VOCABULARY.findings
        if finding.id not in RULEBOOK.vocabulary.by_id
        and FULL_VOCABULARY.applies(finding, patients.MS)
    ]
    assert f"Adds {len(added)} questions and a second verdict" in read(app)
    assert "the document's own verdict never changes" in read(app)


def test_the_switch_stays_the_same_widget_so_that_the_focus_stays() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS)
    before = app.toggle[0].key
    switch(app, True)
    switch(app, False)
    clean(app.run())
    assert app.toggle[0].key == before
    assert app.toggle[0].value is False


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_the_documents_verdict_is_the_same_with_and_without(findings: dict[str, Any]) -> None:
    app = opened(SCREEN, findings)
    (verdict,) = [p for p in pieces(app) if "What decides it" in p or "It waits for:" in p]
    switch(app, True)
    assert verdict in pieces(app)
    assert headings(app)[-1] == "By published criteria"


def test_what_was_entered_stays_without_effect_while_it_is_off() -> None:
    told = {**patients.SEVERE_LUPUS, "weight": 60, "hepatitis_b": "negative"}
    app = screen(told)
    switch(app, False)
    assert patient(app)["answers"] == told
    assert "2 answers to them are kept, without effect while this is off." in read(app)
    assert "4 of 10 findings known" in read(app)
    assert patient(app)["layers"] == ["document"]
    switch(app, True)
    assert "are kept, without effect" not in read(app)
    assert box(go(app, "patient"), "Weight (kg)").value == "60"


def test_a_wrong_entry_of_criteria_is_silent_while_they_are_off() -> None:
    app = screen({**patients.SEVERE_LUPUS, "weight": "heavy", "height": 40})
    assert "Weight" in "".join(piece for piece in pieces(app) if "There is a problem<" in piece)
    assert "That is unusual." in read(go(app, "patient"))
    switch(app, False)
    assert "There is a problem" not in read(app)
    assert "unusual" not in read(app)
    assert "count as unknown" not in read(app)
    assert not [button for button in app.button if str(button.key).startswith("remove_")]
    switch(app, True)
    assert "There is a problem" in read(app)


def test_a_section_of_criteria_gives_way_when_they_are_switched_off() -> None:
    app = screen(patients.SEVERE_LUPUS, "blood")
    assert headings(app)[0] == "Blood and liver"
    switch(app, False)
    assert headings(app)[0] == "Patient"


@pytest.mark.parametrize("diagnosis", list(Diagnosis))
def test_every_section_of_every_disease_opens(diagnosis: Diagnosis) -> None:
    app = screen({"diagnosis": diagnosis.value})
    for section in FULL_VOCABULARY.sections:
        applying = [
            finding
            for finding in FULL_VOCABULARY.in_section(section)
            if FULL_VOCABULARY.applies(finding, diagnosis.value)
        ]
        shown = section.title in [str(title) for title in app.pills(key="section").options]
        assert shown is bool(applying)
        if shown:
            words = read(go(app, section.id))
            assert all(finding.question in words for finding in applying)


def test_all_questions_at_once_can_be_listed_and_searched() -> None:
    app = screen({"diagnosis": SLE})
    clean(app.segmented_control(key="show").set_value(Show.UNKNOWN).run())
    asked = [f for f in FULL_VOCABULARY.findings if FULL_VOCABULARY.applies(f, SLE)]
    assert headings(app)[0] == f"{len(asked) - 1} unknown findings"
    app.segmented_control(key="show").set_value(Show.ALL)
    clean(app.text_input(key="search").set_value("tacrolimus").run())
    assert headings(app)[0].startswith("1 finding for")
    assert "Calcineurin inhibitor: outcome" in [w.label for w in app.selectbox]


# Files


def test_a_file_says_which_layers_are_in_force() -> None:
    app = opened(SCREEN, {})
    load(app, {"format": 1, "findings": {"weight": 60}, "layers": ["document", "reference"]})
    assert switched(app)
    assert box(app, "Weight (kg)").value == "60"
    load(app, {"diagnosis": SLE})
    assert not switched(app)
    clean(app.button(key="undo").click().run())
    assert switched(app)
    assert box(app, "Weight (kg)").value == "60"


def test_a_layer_that_does_not_exist_is_refused() -> None:
    app = opened(SCREEN, patients.SEVERE_LUPUS)
    load(app, {"format": 1, "findings": {}, "layers": ["rumours"]})
    assert "Layers:" in read(app) or "layers:" in read(app)
    assert patient(app)["answers"] == patients.SEVERE_LUPUS


@pytest.mark.parametrize("on", [True, False])
def test_saving_writes_the_layers_and_everything_told(
    on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {**patients.SEVERE_LUPUS, "creatinine": {"value": 4, "unit": "mg/dL"}}
    told["treatments"] = [{"treatment": "mycophenolate", "outcome": "failed", "weeks": 39}]
    app = screen(told)
    switch(app, on)
    saved: dict[str, Any] = {}

    def download(_label: str, **given: Any) -> bool:
        saved.update(given)
        return False

    monkeypatch.setattr("streamlit.download_button", download)
    clean(app.run())
    request = read_request(saved["data"]().encode(), FULL_RULEBOOK, state.model)
    assert (Layer.REFERENCE in request.layers) is on
    assert request.profile == state.model.read(told)


def test_an_empty_patient_keeps_the_switch() -> None:
    app = screen(patients.SEVERE_LUPUS)
    clean(app.button(key="new_patient").click().run())
    assert app.toggle[0].value is True
    assert patient(app)["answers"] == {}


# Numbers


def test_a_number_in_another_unit_stays_as_typed_and_is_shown_converted() -> None:
    app = screen({"diagnosis": SLE, "creatinine": 4}, "organs")
    assert "There is a problem" in read(app)  # 4 µmol/L is not possible
    clean(box(app, "Serum creatinine: unit").select("mg/dL").run())
    assert box(app, "Serum creatinine").value == "4"
    assert patient(app)["answers"]["creatinine"] == {"value": 4, "unit": "mg/dL"}
    assert "There is a problem" not in read(app)
    assert "= 353.6 µmol/L" in read(app)
    clean(box(app, "Serum creatinine: unit").select("µmol/L").run())
    assert box(app, "Serum creatinine").value == "4"
    assert "= 353.6" not in read(app)


@pytest.mark.parametrize(
    ("field", "section", "raw", "shown"),
    [
        ("platelets", "blood", {"value": 12000, "unit": "/µL"}, "= 12 ×10⁹/L"),
        ("haemoglobin", "blood", {"value": 8.5, "unit": "g/dL"}, "= 85 g/L"),
        ("upcr", "organs", {"value": 100, "unit": "mg/mmol"}, "= 0.885 g/g"),
    ],
)
def test_every_other_unit_is_converted(
    field: str, section: str, raw: dict[str, Any], shown: str
) -> None:
    assert shown in read(screen({"diagnosis": SLE, field: raw}, section))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1,5", "Decimals are written with a point: 1.5."),
        ("1,500", "Decimals are written with a point: 1.500. If thousands are meant, write 1500."),
    ],
)
def test_a_comma_gets_the_hint_to_write_a_point(typed: str, hint: str) -> None:
    app = screen({"diagnosis": SLE}, "organs")
    clean(box(app, "Serum creatinine: unit").select("mg/dL").run())
    clean(box(app, "Serum creatinine").set_value(typed).run())
    assert box(app, "Serum creatinine").value == typed
    assert hint in read(app)
    clean(box(app, "Serum creatinine").set_value("1.5").run())
    assert "written with a point" not in read(app)


# Calculated facts

KIDNEY = {"diagnosis": SLE, "creatinine": {"value": 4, "unit": "mg/dL"}, "age": 34}


def test_the_filtration_rate_says_what_it_was_calculated_from_and_how() -> None:
    app = screen(KIDNEY, "organs")
    words = read(app)
    assert "it is calculated from serum creatinine, age and sex at birth." in words
    assert "Still unknown: sex at birth." in words
    clean(box(go(app, "patient"), "Sex at birth").set_value("female").run())
    words = read(go(app, "organs"))
    assert "Counts as 14 mL/min/1.73 m²: calculated from serum creatinine, age and sex" in words
    assert "CKD-EPI 2021: 142 × min(creatinine/κ, 1)^α" in words
    assert "Serum creatinine 353.6 µmol/L; Age 34 years; Sex at birth female" in words
    assert "General knowledge, check the source." in words


def test_a_filtration_rate_that_was_entered_goes_first() -> None:
    words = read(screen({**KIDNEY, "sex_at_birth": "female", "egfr": 40}, "organs"))
    assert "Counts as 14" not in words
    assert "How it is calculated" not in words


def test_where_a_formula_does_not_reach_that_is_said() -> None:
    words = read(screen({**KIDNEY, "age": 12, "sex_at_birth": "female"}, "organs"))
    assert "The formula does not cover these values." in words


def test_what_is_only_calculated_stands_in_a_box_of_its_section() -> None:
    app = screen({"diagnosis": SLE, "height": 165}, "patient")
    assert "Body surface: unknown Still unknown: weight." in read(app)
    clean(box(app, "Weight (kg)").set_value("60").run())
    words = read(app)
    assert "Body surface: 1.66 m² Calculated from height and weight." in words
    assert "Height 165 cm; Weight 60 kg." in words
    assert "Simplified calculation of body-surface area (1987) (MOSTELLER)" in words
    assert "Calculated" not in " ".join(piece for piece in pieces(go(app, "blood")))


def test_the_cumulative_dose_after_the_next_is_shown() -> None:
    app = screen({"diagnosis": patients.MS, "prior_mitoxantrone": 96}, "treatment")
    assert "Mitoxantrone after the next dose: 108 mg/m²" in read(app)
    assert "This program's own choice." in read(app)
    assert "Pulse of cyclophosphamide" not in read(app)


def test_while_the_answers_contradict_each_other_nothing_is_calculated() -> None:
    app = screen({**patients.MILD_LUPUS, "life_threatening": "yes", "height": 165}, "patient")
    assert "cannot both be true" in read(app)
    assert "Body surface" not in read(app)


# A table of which a part is wrong


def test_a_wrong_cell_does_not_spoil_the_other_rows() -> None:
    told = [{"treatment": "mycophenolate", "outcome": "failed", "weeks": 30}]
    app = screen({"diagnosis": SLE, "treatments": told}, "treatment")
    label = "Azathioprine: outcome"
    clean(box(app, label).set_value("failed").run())
    clean(box(app, "Azathioprine: weeks taken").set_value("many").run())
    azathioprine = {"treatment": "azathioprine", "outcome": "failed"}
    assert patient(app)["answers"]["treatments"] == [*told, azathioprine]
    assert patient(app)["refused"]["treatments"] == [*told, {**azathioprine, "weeks": "many"}]
    assert "There is a problem" in read(app)
    assert box(app, "Azathioprine: weeks taken").value == "many"
    clean(app.switch_page("screen_rulebook.py").run())
    clean(app.switch_page(SCREEN).run())
    assert box(go(app, "treatment"), "Azathioprine: weeks taken").value == "many"
    clean(box(app, "Azathioprine: weeks taken").set_value("3").run())
    assert patient(app)["refused"] == {}
    assert patient(app)["answers"]["treatments"] == [*told, {**azathioprine, "weeks": 3}]


# The panel


def test_both_verdicts_stand_at_the_top_and_in_the_panel() -> None:
    app = screen(patients.SEVERE_LUPUS)
    words = read(app)
    assert "✓ May be considered ? Cannot be told yet by published criteria" in words
    assert "Document's rules: " in words
    assert "Rules of criteria: " in words
    counted = words.split("Document's rules: ")[1].split(" waiting")[0]
    assert sum(int(n) for n in counted.split() if n.isdigit()) == len(RULEBOOK.rules)


def test_what_criteria_wait_for_leads_to_each_question_and_none_is_left_out() -> None:
    app = screen({"diagnosis": SLE})
    found = consulted({"diagnosis": SLE}, {}, {}, FULL_RULEBOOK.layers).trace
    assert found is not None
    assert found.overall_reference is not None
    owner = FULL_VOCABULARY.owner
    wanted = {owner[name].id for name in found.overall_reference.waiting_for}
    keys = [str(b.key) for b in app.button if str(b.key).startswith("wait_criteria_")]
    asked = {key.removeprefix("wait_criteria_").removeprefix("more_") for key in keys}
    assert asked == wanted
    assert len(keys) == len(wanted)


def test_a_treatment_that_is_waited_for_leads_to_its_row() -> None:
    app = screen({"diagnosis": patients.MS, "highly_active": "yes"})
    (button,) = [b for b in app.button if str(b.key).endswith("_treatments")]
    clean(button.click().run())
    assert headings(app)[0] == "Treatment so far"
    scripts = [str(found.proto.body) for found in app.get("html")]
    assert any("querySelector('.st-key-row_treatments__" in script for script in scripts)


def test_where_nothing_is_left_to_tell_the_panel_says_what_keeps_it_open() -> None:
    app = screen(NEPHRITIS | OPEN_CONTRACEPTION)
    said = " ".join(pieces(app))
    assert "They wait for:" not in said
    assert "contraception not in place: cyclophosphamide waits" in said


def test_what_cannot_wait_is_not_folded_away() -> None:
    app = screen(patients.SEVERE_LUPUS | {"nephritis_class": "iv"})
    assert any("<strong>Now:</strong>" in piece for piece in pieces(app))
    switch(app, False)
    assert not any("<strong>Now:</strong>" in piece for piece in pieces(app))
