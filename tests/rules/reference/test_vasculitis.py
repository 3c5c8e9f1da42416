"""Vasculitis by published criteria: anti-GBM antibodies, rapid kidneys, judged phases."""

from __future__ import annotations

import pytest

from rules.full import FULL_RULEBOOK
from tests.rules.reference.telling import GPA, MPA, OTHER_VASCULITIS, text_of
from tests.rules.reference.told import HARMLESS, Told, consulted, fired, verdict

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
