"""Thirty patients told in full, with what the document and published criteria come to.

Where a patient is "rest normal", every safety finding holds its harmless value.
"""

from __future__ import annotations

from typing import Any

import pytest

from engine.consult import consult
from engine.profile import profile_model
from engine.trace import Kind, Trace
from engine.truth import Truth
from rules.full import FULL_RULEBOOK

PROFILE = profile_model(FULL_RULEBOOK.vocabulary)
SLE, MS = "systemic_lupus_erythematosus", "multiple_sclerosis"
GPA, MPA = "granulomatosis_with_polyangiitis", "microscopic_polyangiitis"
RA, IIM = "rheumatoid_arthritis", "autoimmune_myopathy"
Told = dict[str, Any]

NORMAL: Told = {
    "pregnancy_possible": "yes",
    "pregnancy_status": "not_pregnant",
    "contraception_effective": "yes",
    "active_infection": "none",
    "temperature": 36.8,
    "tuberculosis": "negative",
    "hepatitis_b": "negative",
    "wbc": 7,
    "neutrophils": 4,
    "platelets": 230,
    "cytopenia_cause": "no_cytopenia",
    "alt": 0.7,
    "malignancy": "none",
    "hypersensitivity": ["none"],
    "medicines": ["none"],
    "heart_failure_history": "no",
    "anthracycline_or_chest_radiotherapy": "no",
    "creatinine": 80,
    "weight": 68,
    "height": 170,
    "igg": 10,
}
BLADDER: Told = {
    "urinary_outflow_obstruction": "no",
    "urinary_findings": "normal",
    "prior_cyclophosphamide": 0,
    "activity_evidence": "clinical",
    "dialysis_needed": "no",
}
SEVERE_RESISTANT: Told = {
    "severity": "severe",
    "life_threatening": "no",
    "unresponsive_to_safer_therapy": "yes",
}


def row(treatment: str, outcome: str, weeks: int | None = None, **more: str) -> Told:
    told: Told = {"treatment": treatment, "outcome": outcome}
    return told | ({} if weeks is None else {"weeks": weeks}) | more


def adequate(treatment: str, weeks: int = 39) -> Told:
    return row(treatment, "failed", weeks, full_dose="yes", taken_as_agreed="yes")


def traced(diagnosis: str, *parts: Told, **told: Any) -> Trace:
    findings: Told = {"diagnosis": diagnosis}
    for part in (*parts, told):
        findings |= part
    return consult(FULL_RULEBOOK, PROFILE.read(findings).entries())


def both(trace: Trace) -> tuple[str, str]:
    assert trace.overall_reference is not None
    return trace.overall.kind.value, trace.overall_reference.kind.value


def fired(trace: Trace) -> set[str]:
    return set(trace.fired)


MAY, NOT, STOP = "may_be_considered", "not_indicated", "excluded_or_paused"
OPEN, TEAM = "not_enough_data", "document_ambiguous"


def test_c01_new_class_four_nephritis_who_wants_children() -> None:
    trace = traced(
        SLE, NORMAL, BLADDER, severity="severe", life_threatening="yes",
        unresponsive_to_safer_therapy="no", nephritis_class="iv", upcr=3.4, creatinine=98, egfr=72,
        active_urinary_sediment="yes", fertility_wish="yes", sledai_2k=14, mimics_excluded="yes",
        haematological_emergency=["none"], organ_threats=["glomerulonephritis"],
        neuropsychiatric_mechanism="not_present", multidisciplinary_review="done",
        treatments=[row("mycophenolate", "not_tried"), row("cyclophosphamide", "not_tried"),
                    row("anti_cd20", "not_tried")],
    )  # fmt: skip
    assert both(trace) == (MAY, MAY)
    assert {"RLUP-1", "RLUP-13", "RLUP-25", "RLUP-26", "RLUP-28", "RPRE-3"} <= fired(trace)


def test_c02_mild_lupus() -> None:
    trace = traced(
        SLE, severity="mild", life_threatening="no", unresponsive_to_safer_therapy="no",
        organ_threats=["none"], haematological_emergency=["none"], nephritis_class="none",
        platelets=210, sledai_2k=4,
    )  # fmt: skip
    assert both(trace) == (NOT, NOT)
    assert trace.concepts["criteria_severe"] is Truth.NO
    assert {"RLUP-21", "RLUP-33"} <= fired(trace)


UNDERTREATED = {
    "nephritis_class": "iii_v",
    "treatments": [
        row("mycophenolate", "failed", 8, full_dose="no", taken_as_agreed="no"),
        row("cyclophosphamide", "not_tried"),
        row("anti_cd20", "not_tried"),
    ],
}


def test_c03_refractory_on_paper() -> None:
    trace = traced(SLE, SEVERE_RESISTANT, UNDERTREATED)
    assert trace.overall.kind.value == MAY
    assert trace.concepts["criteria_refractory"] is Truth.NO
    assert {"RCMP-3", "RGOV-10"} <= fired(trace)


def test_c04_twice_failed_nephritis() -> None:
    trace = traced(
        SLE, NORMAL, BLADDER, SEVERE_RESISTANT, nephritis_class="iv", egfr=55,
        prior_cyclophosphamide=3, organ_threats=["glomerulonephritis"], sledai_2k=10,
        mimics_excluded="yes",
        haematological_emergency=["none"], neuropsychiatric_mechanism="not_present",
        treatments=[adequate("mycophenolate"), adequate("cyclophosphamide", 12)],
    )  # fmt: skip
    assert both(trace) == (MAY, TEAM)
    assert {"RLUP-11", "RLUP-16", "RLUP-30"} <= fired(trace)


def test_c05_lupus_stroke_by_thrombosis() -> None:
    """The class of the biopsy belongs to the rule: an inflamed kidney would decide for itself."""
    trace = traced(
        SLE, severity="severe", life_threatening="yes", organ_threats=["central_nervous_system"],
        neuropsychiatric_mechanism="thrombotic", nephritis_class="none", sledai_2k=2,
    )  # fmt: skip
    assert both(trace) == (MAY, NOT)
    assert {"RLUP-23", "RLUP-32"} <= fired(trace)


def test_c06_lupus_myelitis_untreated() -> None:
    trace = traced(
        SLE, NORMAL, BLADDER, severity="severe", life_threatening="yes",
        unresponsive_to_safer_therapy="no", organ_threats=["spinal_cord"],
        neuropsychiatric_mechanism="inflammatory", nephritis_class="none", upcr=0.1,
        haematological_emergency=["none"], sledai_2k=12, fertility_wish="yes",
        multidisciplinary_review="planned", pregnancy_possible="no", mimics_excluded="yes",
    )  # fmt: skip
    assert both(trace) == (MAY, MAY)
    assert {"RLUP-2", "RLUP-8", "RLUP-14", "RPRE-1", "RPRE-3", "RGOV-1"} <= fired(trace)


def test_c07_platelets_of_twelve() -> None:
    trace = traced(
        SLE, severity="severe", life_threatening="yes", platelets=12, neutrophils=3.1,
        haematological_emergency=["severe_thrombocytopenia"], cytopenia_cause="disease",
        organ_threats=["none"],
    )  # fmt: skip
    assert trace.overall.kind.value == MAY
    assert {"RLUP-4", "RCYC-6", "RLUP-31"} <= fired(trace)
    assert not {"RCYC-4", "RCYC-3"} & fired(trace)


LEUKOPENIC = {"wbc": 2.6, "neutrophils": 1.3, "platelets": 160}
CLASS_THREE: Told = {
    "severity": "severe",
    "life_threatening": "yes",
    "nephritis_class": "iii",
    "organ_threats": ["glomerulonephritis"],
    "haematological_emergency": ["none"],
    "neuropsychiatric_mechanism": "not_present",
    "sledai_2k": 12,
    "mimics_excluded": "yes",
    "treatments": [row("mycophenolate", "not_tried"), row("anti_cd20", "not_tried")],
}


def test_c08_leukopenia_because_of_lupus() -> None:
    trace = traced(SLE, NORMAL, BLADDER, CLASS_THREE, LEUKOPENIC, cytopenia_cause="disease")
    assert both(trace) == (MAY, TEAM)
    assert {"RLUP-13", "RCYC-6", "RCYC-7", "RLUP-25"} <= fired(trace)
    assert "RCYC-4" not in fired(trace)


def test_c08_asks_disease_or_drug_when_the_cause_is_not_known() -> None:
    trace = traced(
        SLE, {k: v for k, v in NORMAL.items() if k != "cytopenia_cause"}, BLADDER, CLASS_THREE,
        LEUKOPENIC,
    )  # fmt: skip
    assert both(trace) == (MAY, OPEN)
    assert trace.overall_reference is not None
    assert trace.overall_reference.waiting_for == ("cytopenia_cause",)
    assert "RSAF-29" in fired(trace)


def test_c09_leukopenia_because_of_drugs() -> None:
    trace = traced(
        GPA, organ_threats=["glomerulonephritis"], neutrophils=0.9, wbc=1.9, platelets=110,
        cytopenia_cause="drug", medicines=["azathioprine", "allopurinol"], severity="severe",
        response_to_conventional_immunosuppressants="insufficient",
    )  # fmt: skip
    assert both(trace) == (MAY, STOP)
    assert {"RVAS-1", "RVAS-8", "RCYC-4", "RVAS-30", "RCYC-29", "RCYC-30"} <= fired(trace)


def test_c10_nephritis_at_nine_weeks() -> None:
    trace = traced(SLE, SEVERE_RESISTANT, nephritis_class="iv", pregnancy_status="trimester_1")
    assert both(trace) == (MAY, STOP)
    assert {"RSAF-8", "RSAF-13"} <= fired(trace)


PREGNANT_BLEEDING: Told = {
    "severity": "severe",
    "life_threatening": "yes",
    "pregnancy_status": "trimester_2",
    "organ_threats": ["alveolar_haemorrhage"],
    "spo2": 86,
    "active_infection": "none",
}


def test_c11_life_threatening_at_twenty_seven_weeks() -> None:
    rest = {k: v for k, v in NORMAL.items() if k != "contraception_effective"}
    trace = traced(
        SLE, rest, BLADDER, PREGNANT_BLEEDING, nephritis_class="none", sledai_2k=12, upcr=0.1,
        haematological_emergency=["none"], neuropsychiatric_mechanism="not_present",
    )  # fmt: skip
    assert both(trace) == (MAY, TEAM)
    assert {"RLUP-6", "RLUP-14", "RSAF-10", "RSAF-12", "RSAF-13"} <= fired(trace)
    assert not {"RSAF-8", "RSAF-9"} & fired(trace)


def test_c12_flare_or_sepsis() -> None:
    trace = traced(
        SLE, active_infection="suspected", temperature=38.9, organ_threats=["pneumonitis"],
        severity="severe", life_threatening="yes",
    )  # fmt: skip
    assert both(trace) == (MAY, STOP)
    assert {"RLUP-3", "RSAF-4", "RSAF-6", "RGOV-9"} <= fired(trace)


NEW_GPA: Told = {
    "severity": "severe",
    "response_to_conventional_immunosuppressants": "not_tried",
    "organ_threats": ["mononeuritis", "glomerulonephritis"],
    "lung_disease_course": "none",
    "dialysis_needed": "no",
    "anti_gbm": "no",
    "creatinine_rise": 30,
    "active_urinary_sediment": "yes",
    "vasculitis_phase": "new",
    "creatinine": 190,
}


@pytest.mark.parametrize(("judged", "document"), [("yes", TEAM), ("no", NOT)])
def test_c13_new_gpa_never_treated(judged: str, document: str) -> None:
    trace = traced(GPA, NORMAL, BLADDER, NEW_GPA, life_threatening=judged)
    assert both(trace) == (document, MAY)
    assert trace.concepts["criteria_life_threatening"] is Truth.NO
    assert ("RCMP-2" in fired(trace)) is (judged == "yes")
    assert {"RVAS-1", "RVAS-8", "RVAS-20", "RVAS-22"} <= fired(trace)


def test_c14_mpa_with_bleeding_lungs_at_seventy_four() -> None:
    trace = traced(
        MPA, severity="severe", life_threatening="yes", vasculitis_phase="new", creatinine=520,
        organ_threats=["alveolar_haemorrhage", "rapidly_progressive_glomerulonephritis"], egfr=8,
        age=74, weight=66, spo2=89, anti_gbm="no",
        response_to_conventional_immunosuppressants="not_tried",
    )  # fmt: skip
    assert trace.overall.kind.value == TEAM
    assert {"RVAS-2", "RVAS-3", "RVAS-21", "RVAS-25", "RCYC-19", "RCYC-21"} <= fired(trace)
    facts = {fact.finding: fact.value for fact in trace.facts}
    assert facts["kdigo_dose"] == 495
    assert "cyclops_dose" not in facts


def test_c15_limited_gpa_with_a_titre() -> None:
    trace = traced(
        GPA, organ_threats=["none"], activity_evidence="serology_only", severity="moderate",
        response_to_conventional_immunosuppressants="sufficient",
    )  # fmt: skip
    assert both(trace) == (NOT, NOT)
    assert {"RVAS-12", "RVAS-18", "RVAS-26"} <= fired(trace)


def test_c16_severe_relapse_on_rituximab() -> None:
    trace = traced(
        GPA, NORMAL, BLADDER, severity="severe", organ_threats=["glomerulonephritis"], igg=7,
        response_to_conventional_immunosuppressants="insufficient",
        vasculitis_phase="relapse_on_rituximab", anti_gbm="no",
        treatments=[row("anti_cd20", "failed")],
    )  # fmt: skip
    assert both(trace) == (MAY, MAY)
    assert "RVAS-23" in fired(trace)


def test_c17_lifetime_dose_and_blood_in_the_urine() -> None:
    trace = traced(
        GPA, prior_cyclophosphamide=38, urinary_findings="non_glomerular_haematuria",
        organ_threats=["sclera_or_orbit"], severity="severe",
        response_to_conventional_immunosuppressants="insufficient",
    )  # fmt: skip
    assert both(trace) == (MAY, STOP)
    assert trace.overall_reference is not None
    assert trace.overall_reference.rules == ("RCYC-10", "RCYC-12")
    assert "36 g" in trace.overall_reference.summary
    assert "RVAS-30" in fired(trace)
    assert "RCYC-14" not in fired(trace)


def test_c18_unknown_pregnancy_is_not_a_contraindication() -> None:
    trace = traced(
        GPA, organ_threats=["alveolar_haemorrhage"], spo2=80, pregnancy_possible="yes",
        severity="severe", life_threatening="yes",
        response_to_conventional_immunosuppressants="not_tried",
    )  # fmt: skip
    assert both(trace) == (TEAM, OPEN)
    assert {"RVAS-2", "RVAS-8", "RGOV-9", "RSAF-16"} <= fired(trace)
    assert trace.overall_reference is not None
    assert "pregnancy_status" in trace.overall_reference.waiting_for
    assert "contraindicated" not in trace.overall_reference.summary


ACTIVE_MS: Told = {
    "highly_active": "yes",
    "first_line_tried": "yes",
    "ms_course": "relapsing_remitting",
    "disabling_relapses_12_months": 3,
    "relapses_12_months": 3,
    "gadolinium_lesions": 2,
}
HEART: Told = {
    "lvef": 62,
    "lvef_baseline": 62,
    "prior_mitoxantrone": 0,
    "mitoxantrone_course": "never",
    "region": "eu",
}
OPEN_LADDER: Told = {
    "treatments": [
        adequate("platform_ms_drug"),
        row("anti_cd20", "not_tried"),
        row("natalizumab", "not_tried"),
        row("cladribine_s1p_or_alemtuzumab", "not_tried"),
        row("stem_cell_transplantation", "not_tried"),
    ]
}
USED_UP: Told = {
    "treatments": [
        adequate("platform_ms_drug"),
        adequate("anti_cd20"),
        row("natalizumab", "contraindicated"),
        adequate("cladribine_s1p_or_alemtuzumab"),
        row("stem_cell_transplantation", "not_available"),
    ]
}


def test_c19_highly_active_after_interferon_only() -> None:
    trace = traced(MS, NORMAL, HEART, ACTIVE_MS, OPEN_LADDER, region="us")
    assert both(trace) == (MAY, TEAM)
    assert trace.concepts["criteria_options_used_up"] is Truth.NO
    assert {"RMS-1", "RMS-2", "RMS-9", "RMS-15"} <= fired(trace)


def test_c20_ladder_used_up() -> None:
    trace = traced(MS, NORMAL, HEART, ACTIVE_MS, USED_UP, monitoring_plan="done")
    assert both(trace) == (MAY, MAY)
    assert {"RMS-6", "RMS-8", "RMON-3", "RGOV-3", "RPRE-10"} <= fired(trace)


def test_missing_ejection_fraction_is_not_silence() -> None:
    rest = {k: v for k, v in HEART.items() if not k.startswith("lvef")}
    trace = traced(MS, NORMAL, rest, ACTIVE_MS, USED_UP)
    assert both(trace) == (MAY, OPEN)
    assert trace.overall_reference is not None
    assert "lvef" in trace.overall_reference.waiting_for


@pytest.mark.parametrize(
    ("told", "kind", "rule"),
    [
        ({"region": "us", "prior_mitoxantrone": 132}, STOP, "RMIT-11"),
        ({"region": "eu", "prior_mitoxantrone": 60, "mitoxantrone_course": "stopped"}, STOP,
         "RMIT-13"),
        ({"region": "eu", "prior_mitoxantrone": 61}, STOP, "RMIT-12"),
        ({"region": "other", "prior_mitoxantrone": 61}, STOP, "RMIT-12"),
        ({"prior_mitoxantrone": 132}, STOP, "RMIT-11"),
        ({"prior_mitoxantrone": 72}, OPEN, "RMIT-16"),
    ],
)  # fmt: skip
def test_c21_cumulative_dose_by_region(told: Told, kind: str, rule: str) -> None:
    trace = traced(
        MS, {"highly_active": "yes", "first_line_tried": "yes"},
        {"ms_course": "secondary_progressive_active"}, told,
    )  # fmt: skip
    assert both(trace) == (MAY, kind)
    assert rule in fired(trace)


def test_c22_silent_fall_of_the_ejection_fraction() -> None:
    trace = traced(
        MS, lvef=48, lvef_baseline=61, ms_course="relapsing_remitting", highly_active="yes",
        first_line_tried="yes",
    )  # fmt: skip
    assert both(trace) == (MAY, STOP)
    assert {"RMIT-5", "RMS-15"} <= fired(trace)


@pytest.mark.parametrize(("limit", "kind"), [(53, STOP), (50, MAY), (None, OPEN)])
def test_c22_between_fifty_and_fifty_five_the_laboratory_decides(
    limit: int | None, kind: str
) -> None:
    told = {} if limit is None else {"lvef_lower_limit": limit}
    trace = traced(MS, NORMAL, HEART, ACTIVE_MS, USED_UP, told, lvef=52, lvef_baseline=60)
    assert both(trace) == (MAY, kind)
    assert ("RMIT-6" in fired(trace)) is (limit is None)


def test_c23_aggressive_primary_progressive() -> None:
    trace = traced(
        MS, ms_course="primary_progressive", edss=5.5, edss_a_year_ago=4.0, relapses_12_months=0,
        highly_active="yes", first_line_tried="yes",
    )  # fmt: skip
    assert both(trace) == (MAY, NOT)
    assert {"RMS-4", "RMS-11", "RMS-16"} <= fired(trace)


def test_c24_high_activity_after_two_lines() -> None:
    trace = traced(
        RA, das28=5.9, extra_articular=["none"], severity="severe", all_other_options_failed="no",
        rapidly_progressing="no",
        treatments=[adequate("methotrexate"), adequate("tnf_inhibitor"),
                    row("abatacept", "not_tried"), row("anti_cd20", "not_tried"),
                    row("il6_inhibitor", "not_tried"), row("jak_inhibitor", "not_tried")],
    )  # fmt: skip
    assert both(trace) == (NOT, NOT)
    assert trace.concepts["criteria_options_used_up"] is Truth.NO
    assert trace.concepts["criteria_refractory"] is Truth.NO
    assert {"RRA-1", "RRA-9", "RRA-15"} <= fired(trace)


def test_c25_rheumatoid_vasculitis() -> None:
    trace = traced(
        RA, NORMAL, BLADDER, extra_articular=["systemic_vasculitis"],
        organ_threats=["mononeuritis", "limb_or_digit"], severity="severe", age=66,
        rapidly_progressing="yes", all_other_options_failed="no",
    )  # fmt: skip
    assert both(trace) == (MAY, MAY)
    assert trace.overall.drug == "chemotherapy_no_drug_named"
    assert trace.overall_reference is not None
    assert trace.overall_reference.drug == "cyclophosphamide"
    assert {"RRA-7", "RRA-13", "RPRE-1"} <= fired(trace)


def test_c26_anti_mda5_with_failing_lungs() -> None:
    trace = traced(
        IIM, NORMAL, BLADDER, myopathy_subtype="amyopathic", myositis_antibodies=["mda5"],
        lung_disease_course="rapidly_progressive", weakest_muscle_grade=5, severity="severe",
        rapidly_progressing="yes", all_other_options_failed="no",
    )  # fmt: skip
    assert both(trace) == (MAY, MAY)
    assert {"RMYO-3", "RMYO-4", "RMYO-7", "RMYO-13", "RGOV-4"} <= fired(trace)


def test_c27_refractory_that_is_inclusion_body_myositis() -> None:
    trace = traced(
        IIM, myopathy_subtype="inclusion_body", weakest_muscle_grade=3, severity="severe",
        all_other_options_failed="yes",
    )  # fmt: skip
    assert both(trace) == (MAY, NOT)
    assert "RMYO-11" in fired(trace)


def test_c28_daily_methotrexate() -> None:
    trace = traced(
        RA, methotrexate_frequency="daily", egfr=28, medicines=["co_trimoxazole"], das28=3.0,
        severity="moderate",
    )  # fmt: skip
    assert trace.overall.kind.value == NOT
    assert {"RMTX-1", "RMTX-2", "RMTX-4", "RMTX-8"} <= fired(trace)


def test_c29_an_empty_form() -> None:
    trace = traced(SLE)
    assert both(trace) == (OPEN, OPEN)
    assert "RGOV-5" in fired(trace)
    assert trace.concepts["cyclophosphamide_candidate"] is Truth.UNKNOWN


def test_c30_everything_fits_and_nobody_asked() -> None:
    trace = traced(
        GPA, NORMAL, BLADDER, organ_threats=["alveolar_haemorrhage"], spo2=90,
        hepatitis_b="surface_antigen", severity="severe", life_threatening="yes", anti_gbm="no",
        response_to_conventional_immunosuppressants="insufficient",
        multidisciplinary_review="not_done", vasculitis_phase="new",
    )  # fmt: skip
    assert both(trace) == (MAY, TEAM)
    assert {"RVAS-8", "RSAF-23", "RSAF-24", "RPRE-1", "RGOV-2", "RMON-1"} <= fired(trace)


def test_s1_months_on_dialysis() -> None:
    trace = traced(
        MPA, organ_threats=["glomerulonephritis"], dialysis_needed="yes", dialysis_weeks=17
    )
    assert "RVAS-16" in fired(trace)


def test_s3_anti_gbm_with_bleeding_lungs() -> None:
    trace = traced(
        "other_vasculitis", vasculitis_subtype="anti_gbm_disease", severity="severe",
        organ_threats=["alveolar_haemorrhage"], anti_gbm="yes",
    )  # fmt: skip
    assert {"RVAS-9", "RVAS-28"} <= fired(trace)


def test_s4_exactly_seventy() -> None:
    trace = traced(GPA, age=70, weight=70, creatinine=160, egfr=40, organ_threats=["heart"])
    facts = {fact.finding: fact.value for fact in trace.facts}
    assert (facts["cyclops_dose"], facts["kdigo_dose"]) == (875, 700)
    assert "RCYC-20" in fired(trace)


@pytest.mark.parametrize(("sex", "rate"), [("male", 17), ("female", 13)])
def test_the_filtration_rate_is_calculated(sex: str, rate: int) -> None:
    facts = {f.finding: f for f in traced(GPA, age=72, creatinine=320, sex_at_birth=sex).facts}
    assert facts["egfr"].value == rate
    assert facts["egfr"].by == ("creatinine", "age", "sex_at_birth")
    entered = {f.finding: f.value for f in traced(GPA, age=72, creatinine=320, egfr=20).facts}
    assert entered["egfr"] == 20
    assert "egfr" not in {f.finding for f in traced(GPA, age=72, creatinine=320).facts}


def test_s5_outside() -> None:
    trace = traced("other_autoimmune")
    assert trace.overall_reference is not None
    assert trace.overall_reference.kind is Kind.OUTSIDE_DOCUMENT
