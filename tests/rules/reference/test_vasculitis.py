"""Vasculitis by published criteria: anti-GBM antibodies, rapid kidneys, judged phases."""

from __future__ import annotations

import pytest

from rules.full import FULL_RULEBOOK
from tests.rules.reference.telling import GPA, MPA, OTHER_VASCULITIS, text_of
from tests.rules.reference.told import (
    DANGER,
    HARMLESS,
    SEVERE,
    Told,
    consulted,
    fired,
    row,
    truths,
    verdict,
)

FAILING: Told = HARMLESS | {
    "organ_threats": ["rapidly_progressive_glomerulonephritis"],
    "dialysis_needed": "yes",
    "dialysis_weeks": 1,
    "spo2": 97,
    "vasculitis_phase": "new",
}


@pytest.mark.parametrize("crescents", [{}, {"all_crescents": "yes"}, {"all_crescents": "no"}])
@pytest.mark.parametrize("diagnosis", [GPA, MPA])
def test_dialysis_without_antibodies_settles(diagnosis: str, crescents: Told) -> None:
    told = {"diagnosis": diagnosis, "anti_gbm": "no"} | FAILING | crescents
    assert verdict(told) == "may_be_considered"


@pytest.mark.parametrize(
    "told",
    [
        {"diagnosis": GPA, "anti_gbm": "yes"},
        {"diagnosis": OTHER_VASCULITIS, "vasculitis_subtype": "anti_gbm_disease"},
    ],
    ids=str,
)
def test_antibodies_with_every_glomerulus_lost_are_left_to_the_team(told: Told) -> None:
    lost = FAILING | told | {"all_crescents": "yes"}
    assert verdict(lost) == "document_ambiguous"
    assert {"RVAS-9", "RVAS-17", "RVAS-28"} <= fired(lost)
    assert verdict(lost | {"all_crescents": "no"}) == "may_be_considered"
    assert "withheld" in text_of(FULL_RULEBOOK, "vasculitis_anti_gbm")


@pytest.mark.parametrize("rule", ["RVAS-21", "RVAS-25"])
def test_kidneys_that_fail_rapidly_count_like_a_high_creatinine(rule: str) -> None:
    calm: Told = {"diagnosis": GPA, "creatinine": 250, "dialysis_needed": "no"}
    told = calm | {"organ_threats": ["glomerulonephritis"], "creatinine_rise": 30}
    alarm = told | {"creatinine_rise": 50, "active_urinary_sediment": "yes"}
    assert rule not in fired(told)
    assert rule in fired(alarm)
    assert rule in fired(calm | {"organ_threats": ["rapidly_progressive_glomerulonephritis"]})


def test_active_in_spite_of_induction_is_a_reason_to_change() -> None:
    assert "RVAS-24" in fired({"diagnosis": GPA, "vasculitis_phase": "refractory"})
    assert "RVAS-24" not in fired({"diagnosis": GPA, "vasculitis_phase": "new"})


@pytest.mark.parametrize(
    ("subtype", "wanted"), [("egpa", True), ("anti_gbm_disease", False), ("other", False)]
)
def test_the_five_factors_are_those_of_three_diseases(subtype: str, wanted: bool) -> None:
    told = {"age": 70, "creatinine": 160}
    other = {"diagnosis": OTHER_VASCULITIS, "vasculitis_subtype": subtype}
    assert ("RVAS-31" in fired(told | other)) is wanted
    assert "RVAS-31" in fired(told | {"diagnosis": MPA})


def test_no_source_grades_the_preference_for_rituximab() -> None:
    (rule,) = (rule for rule in FULL_RULEBOOK.rules if rule.id == "RVAS-20")
    assert rule.strength == ""
    trace = consulted({"diagnosis": GPA, "organ_threats": ["heart"]})
    assert "vasculitis_rituximab_beside" in {flag.id for flag in trace.flags}


# What is no way out is not named as one.

SEVERE_GPA: Told = {"diagnosis": GPA, "organ_threats": ["heart"]}
STOPPED: Told = SEVERE_GPA | {"urinary_findings": "haemorrhagic_cystitis"}


@pytest.mark.parametrize(
    ("told", "closed"),
    [
        ({}, False),
        ({"treatments": [row("anti_cd20", "not_tried")]}, False),
        ({"treatments": [row("anti_cd20", "worked")]}, False),
        ({"treatments": [row("anti_cd20", "failed")]}, True),
        ({"treatments": [row("anti_cd20", "not_tolerated")]}, True),
        ({"treatments": [row("anti_cd20", "contraindicated")]}, True),
        ({"treatments": [row("anti_cd20", "not_available")]}, True),
        ({"hypersensitivity": ["rituximab"]}, True),
        ({"vasculitis_phase": "relapse_on_rituximab"}, True),
        ({"vasculitis_phase": "relapse_off_rituximab"}, False),
    ],
    ids=str,
)
def test_rituximab_is_named_where_it_is_open(told: Told, closed: bool) -> None:
    assert ("RVAS-20" in fired(SEVERE_GPA | told)) is not closed
    assert fired(STOPPED | told) & {"RVAS-30", "RVAS-32"} == {"RVAS-32" if closed else "RVAS-30"}
    assert "rituximab;" not in text_of(FULL_RULEBOOK, "vasculitis_alternatives_without_rituximab")


def test_a_relapse_on_rituximab_is_not_told_that_rituximab_is_preferred() -> None:
    """C16."""
    told = SEVERE_GPA | {
        "organ_threats": ["glomerulonephritis"],
        "vasculitis_phase": "relapse_on_rituximab",
        "treatments": [row("anti_cd20", "failed")],
    }
    assert fired(told) & {"RVAS-20", "RVAS-23"} == {"RVAS-23"}


@pytest.mark.parametrize(
    ("told", "excluded"),
    [
        ({}, False),
        ({"dialysis_needed": "yes"}, True),
        ({"egfr": 29}, True),
        ({"egfr": 30}, False),
        ({"pregnancy_status": "trimester_1"}, True),
        ({"hypersensitivity": ["methotrexate"]}, True),
        ({"treatments": [row("methotrexate", "contraindicated")]}, True),
        ({"treatments": [row("methotrexate", "failed")]}, False),
    ],
    ids=str,
)
def test_methotrexate_comes_first_where_it_is_open(told: Told, excluded: bool) -> None:
    calm = {"diagnosis": GPA, "organ_threats": ["none"]} | told
    wanted = {"RVAS-33" if excluded else "RVAS-26"}
    assert fired(calm) & {"RVAS-26", "RVAS-33"} == wanted


# Kidneys.


def test_months_on_dialysis_with_no_threatened_organ_are_not_indicated_at_once() -> None:
    """The question of ending treatment is none where there is nothing to treat."""
    told: Told = {
        "diagnosis": MPA, "dialysis_needed": "yes", "dialysis_weeks": 17, "organ_threats": ["none"],
    }  # fmt: skip
    assert verdict(told) == "not_indicated"
    assert "RVAS-16" not in fired(told)
    assert "RVAS-16" in fired(told | {"organ_threats": ["glomerulonephritis"]})


def test_dialysis_with_a_nephritic_sediment_is_severe_without_a_list_of_organs() -> None:
    told: Told = {"diagnosis": MPA, "dialysis_needed": "yes", "active_urinary_sediment": "yes"}
    assert truths(told, SEVERE, DANGER) == {SEVERE: "yes", DANGER: "yes"}
    assert "RVAS-8" in fired(told)


def test_anti_gbm_disease_threatens_life_by_its_name_too() -> None:
    told: Told = {
        "diagnosis": OTHER_VASCULITIS, "vasculitis_subtype": "anti_gbm_disease",
        "organ_threats": ["alveolar_haemorrhage"], "spo2": 97,
    }  # fmt: skip
    assert truths(told, DANGER) == {DANGER: "yes"}
    assert "RVAS-5" in fired(told)


def test_a_threatened_organ_answers_what_activity_and_remission_ask() -> None:
    """C30: nothing is waited for that the bleeding lungs have answered."""
    told = HARMLESS | {"diagnosis": GPA, "organ_threats": ["alveolar_haemorrhage"], "spo2": 90}
    asked = {name: value for name, value in told.items() if name != "activity_evidence"}
    assert verdict(asked) == "may_be_considered"
