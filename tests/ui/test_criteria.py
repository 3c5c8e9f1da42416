"""Published criteria on the screens: the switch, the second verdict, the table, readings, plan."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from engine.differences import STAYS
from engine.trace import Kind
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests import patients
from tests.ui.screens import APP, clean, headings, opened, pieces, read
from ui import record, store

PROFILE_SCREEN = "screen_profile.py"


def with_criteria(
    screen: str, findings: dict[str, Any], readings: dict[str, str] | None = None, **address: str
) -> AppTest:
    """A screen with published criteria in force."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    session = store.new_id()
    part = record.sorted_out(findings, "A patient", readings, FULL_RULEBOOK.layers)
    kept = {**record.empty(), "revision": "1", "patient": part}
    store.opened(store.default_path()).save(session, kept)
    app.query_params["s"] = session
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    return clean(app.switch_page(screen).run())


def patient(app: AppTest) -> dict[str, Any]:
    session = app.query_params["s"]
    kept = store.opened(store.default_path()).load(
        session if isinstance(session, str) else session[0]
    )
    assert kept is not None
    part: dict[str, Any] = kept["patient"]
    return part


def test_criteria_are_off_at_first_and_add_nothing() -> None:
    app = opened(PROFILE_SCREEN, patients.SEVERE_LUPUS)
    assert app.toggle[0].value is False
    assert "By published criteria" not in headings(app)
    assert len(app.pills(key="section").options) == 4


def test_that_the_document_stays_is_said_once_above_what_stands_beside() -> None:
    for screen in (PROFILE_SCREEN, "screen_explanation.py"):
        shown = read(with_criteria(screen, {"diagnosis": "multiple_sclerosis"}))
        assert shown.count(STAYS) == 1
        assert shown.count("verdict stays") == 1
    assert STAYS not in read(opened(PROFILE_SCREEN, patients.SEVERE_LUPUS))


def test_the_switch_adds_questions_and_a_second_verdict_and_loses_nothing() -> None:
    app = opened(PROFILE_SCREEN, patients.SEVERE_LUPUS)
    clean(app.toggle[0].set_value(True).run())
    assert "By published criteria" in headings(app)
    assert len(app.pills(key="section").options) > 8
    assert Kind.MAY_BE_CONSIDERED.label in read(app)
    assert "They wait for:" in read(app)
    clean(app.toggle[0].set_value(False).run())
    assert "By published criteria" not in headings(app)
    assert Kind.MAY_BE_CONSIDERED.label in read(app)


def test_an_old_record_without_layers_shows_the_document_alone() -> None:
    part = record.sorted_out(patients.SEVERE_LUPUS)
    del part["layers"]
    assert record.as_patient(part).layers == RULEBOOK.layers


def select(app: AppTest, label: str) -> Any:
    return next(box for box in app.selectbox if box.label == label)


def test_a_treatment_is_told_row_by_row() -> None:
    app = with_criteria(PROFILE_SCREEN, patients.SEVERE_LUPUS)
    clean(app.pills(key="section").set_value("treatment").run())
    labels = [box.label for box in app.selectbox]
    assert "Mycophenolate: outcome" in labels
    assert "Natalizumab: outcome" not in labels
    assert "Mycophenolate: full dose" not in labels
    clean(select(app, "Mycophenolate: outcome").set_value("failed").run())
    clean(select(app, "Mycophenolate: full dose").set_value("no").run())
    weeks = next(box for box in app.text_input if box.label == "Mycophenolate: weeks taken")
    clean(weeks.set_value("8").run())
    row = {"treatment": "mycophenolate", "outcome": "failed", "full_dose": "no", "weeks": 8}
    assert patient(app)["answers"]["treatments"] == [row]
    for label in ("Mycophenolate: outcome", "Mycophenolate: full dose"):
        clean(select(app, label).set_value("unknown").run())
    weeks = next(box for box in app.text_input if box.label == "Mycophenolate: weeks taken")
    clean(weeks.set_value("").run())
    assert "treatments" not in patient(app)["answers"]


def test_a_wrong_number_in_the_table_is_kept_and_said() -> None:
    app = with_criteria(PROFILE_SCREEN, patients.SEVERE_LUPUS)
    clean(app.pills(key="section").set_value("treatment").run())
    clean(select(app, "Mycophenolate: outcome").set_value("failed").run())
    weeks = next(box for box in app.text_input if box.label == "Mycophenolate: weeks taken")
    clean(weeks.set_value("many").run())
    assert "mycophenolate, weeks:" in read(app)
    assert patient(app)["refused"]["treatments"][0]["weeks"] == "many"
    weeks = next(box for box in app.text_input if box.label == "Mycophenolate: weeks taken")
    assert weeks.value == "many"


PREGNANT = {
    "diagnosis": "systemic_lupus_erythematosus",
    "severity": "severe",
    "unresponsive_to_safer_therapy": "yes",
    "nephritis_class": "iv",
    "pregnancy_status": "trimester_1",
}


def test_both_verdicts_and_their_difference_are_explained() -> None:
    app = with_criteria("screen_explanation.py", PREGNANT)
    words = read(app)
    assert "The document and published criteria" in headings(app)
    assert "By the document: cyclophosphamide – may be considered." in words
    assert "By published criteria: cyclophosphamide – excluded or paused." in words
    pills = app.pills(key="conclusion")
    assert pills.options[1] == "⊘ Cyclophosphamide: Excluded or paused (published criteria)"
    clean(pills.set_value("overall_reference").run())
    assert "RSAF-8" in read(app)
    assert "read at the source" in read(app)


@pytest.mark.parametrize("view", ["In words", "Chain", "All rules", "Trace"])
def test_every_view_of_the_criteria_verdict_opens(view: str) -> None:
    app = with_criteria("screen_explanation.py", PREGNANT, view=view)
    clean(app.pills(key="conclusion").set_value("overall_reference").run())


def test_a_number_never_stands_without_its_mark() -> None:
    told = {"diagnosis": "multiple_sclerosis", "lvef": 48}
    app = with_criteria("screen_explanation.py", told)
    clean(app.pills(key="conclusion").set_value("overall_reference").run())
    app.pills(key="conclusion")
    assert "RMIT-5" in read(app)
    card = with_criteria("screen_rulebook.py", told, rule="RMIT-5")
    words = read(card)
    assert "below 50 % (MITOX-NOV, read in a secondary source)" in words
    assert "Strength in its source: not graded." in words


def test_the_rooms_and_the_sources_can_be_read() -> None:
    app = opened("screen_rulebook.py", part="Published criteria")
    room = next(box for box in app.selectbox if box.label == "Room")
    clean(room.set_value("reference_mitoxantrone").run())
    assert any("RMIT-1 · Hypersensitivity" in box.label for box in app.expander)
    app = opened("screen_rulebook.py", part="Sources")
    for source in FULL_RULEBOOK.references:
        assert source.id in read(app)


UNDERTREATED = {
    "diagnosis": "systemic_lupus_erythematosus",
    "severity": "severe",
    "unresponsive_to_safer_therapy": "yes",
    "life_threatening": "no",
    "nephritis_class": "iv",
    "treatments": [
        {"treatment": "mycophenolate", "outcome": "failed", "weeks": 8},
        {"treatment": "cyclophosphamide", "outcome": "not_tried"},
        {"treatment": "anti_cd20", "outcome": "not_tried"},
    ],
}


def test_another_reading_changes_a_row_of_its_own_and_says_which_cases() -> None:
    app = with_criteria("screen_rulebook.py", UNDERTREATED, part="Vague words")
    word = "resistant, unresponsive to safer therapies, refractory"
    box = next(box for box in app.selectbox if word in box.label)
    clean(box.set_value("criteria").run())
    assert patient(app)["readings"] == {"unresponsive": "criteria"}
    words = read(app)
    assert "What this changes" in headings(app)
    assert "yes as the clinician judges, no by published definitions" in words
    assert "teaching cases come out otherwise" in words
    clean(app.switch_page("screen_explanation.py").run())
    words = read(app)
    assert "The document, read otherwise" in words
    assert "Not indicated by the document" in words
    assert "May be considered" in words


def test_readings_wait_for_the_switch() -> None:
    app = opened("screen_rulebook.py", patients.SEVERE_LUPUS, part="Vague words")
    assert not [box for box in app.selectbox if "is read" in box.label]


def test_the_plan_lists_what_comes_first_and_knows_what_is_known() -> None:
    app = opened("screen_plan.py", patients.SEVERE_LUPUS)
    assert "To be measured first" in headings(app)
    table = next(piece for piece in pieces(app) if "day 0 is the first dose" in piece)
    assert "next dose 40 % lower" in table
    told = with_criteria("screen_plan.py", {**patients.SEVERE_LUPUS, "wbc": 5.5})
    assert "White blood cells: 5.5 ×10⁹/L" in read(told)


def test_the_plan_of_multiple_sclerosis_measures_the_heart_before_every_dose() -> None:
    app = opened("screen_plan.py", {"diagnosis": "multiple_sclerosis"})
    words = read(app)
    assert "Before every further dose Ejection fraction" in words
    assert "Every year after the last dose, and so on" in words


MS_BEYOND = {
    "diagnosis": "multiple_sclerosis",
    "region": "us",
    "prior_mitoxantrone": 132,
    "lvef": 60,
}


def test_the_plan_of_a_patient_opens_with_the_verdict_on_the_drug() -> None:
    app = with_criteria("screen_plan.py", MS_BEYOND)
    assert headings(app)[0] == "For this patient"
    words = read(app)
    assert "Excluded or paused" in words
    assert "Decided by RMIT-11, the next dose would exceed 140 mg/m²" in words
    assert "The schedule below changes nothing in that." in words
    said = words.partition("Known, and beyond a threshold")[2]
    assert "Mitoxantrone after the next dose: 144 mg/m²" in said


def test_the_plan_says_where_published_criteria_are_off_and_nothing_for_nobody() -> None:
    assert "Published criteria are switched off" in read(opened("screen_plan.py", MS_BEYOND))
    assert "For this patient" not in headings(opened("screen_plan.py", {}))


LUNGS_BLEED = {
    "diagnosis": "granulomatosis_with_polyangiitis",
    "organ_threats": ["alveolar_haemorrhage"],
    "severity": "severe",
    "life_threatening": "yes",
    "creatinine": 90,
    "pregnancy_possible": "yes",
}


def by_criteria(findings: dict[str, Any]) -> AppTest:
    """The explanation of the verdict by published criteria."""
    app = with_criteria("screen_explanation.py", findings)
    return clean(app.pills(key="conclusion").set_value("overall_reference").run())


def test_what_cannot_wait_comes_first_and_once() -> None:
    for screen in (PROFILE_SCREEN, "screen_explanation.py"):
        shown = pieces(with_criteria(screen, LUNGS_BLEED))
        urgent = [place for place, piece in enumerate(shown) if "<strong>Now:</strong>" in piece]
        verdict = [place for place, piece in enumerate(shown) if "cds-lead" in piece]
        assert len(urgent) == 1
        assert all(urgent[0] < place for place in verdict)
        assert " ".join(shown).count("Life is in danger, and what safety asks is still open") == 1


def folded(app: AppTest, title: str) -> str:
    """What an expander says, whose title begins so."""
    (found,) = [box for box in app.expander if box.label.startswith(title)]
    return " ".join(str(piece.proto.body) for piece in found.get("html"))


def test_rules_that_merely_wait_are_folded_under_a_heading_that_says_so() -> None:
    app = by_criteria(LUNGS_BLEED)
    assert "RSAF-8" in folded(app, "Not known yet; each of these could decide (")
    assert not [box for box in app.expander if box.label == "The full chain, rule by rule"]
    links = [str(link.proto.label) for link in app.get("page_link")]
    inside = [box for box in app.expander if box.label.endswith(" rules that wait")]
    assert len(inside) == 1
    waiting = [str(link.proto.label) for link in inside[0].get("page_link")]
    assert [label for label in links if label.startswith("R")] == waiting


def test_what_is_waited_for_is_one_line_a_question_and_safety_has_a_heading() -> None:
    words = read(by_criteria({"diagnosis": "systemic_lupus_erythematosus"}))
    assert words.count("Organ threat: unknown") == 1
    option, _, safety = words.partition("For safety")
    assert "SLEDAI-2K: unknown" in option
    assert "Infection now: unknown" in safety
    assert "What the rules that wait rest on" in words


def test_doses_are_shown_beside_the_verdict_of_criteria_with_mark() -> None:
    told = LUNGS_BLEED | {"age": 64, "weight": 70, "creatinine": 160}
    words = read(by_criteria(told))
    assert "by the CYCLOPS table: 875 mg (CYCLOPS-TAB, general knowledge, check the" in words
    assert "cannot be calculated yet; unknown: estimated filtration rate (or sex at" in words
    assert "Calculated doses" not in headings(with_criteria("screen_explanation.py", told))
