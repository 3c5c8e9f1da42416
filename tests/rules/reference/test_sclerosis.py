"""Multiple sclerosis: activity, pace, ladder and courses, and the verdicts they come to."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import ContradictionError
from rules.reference.concepts import (
    CRITERIA_HIGHLY_ACTIVE,
    CRITERIA_RAPID,
    CRITERIA_REFRACTORY,
    MITOX_MAY,
    MITOX_NOT,
    MITOX_TEAM,
    MITOXANTRONE_CANDIDATE,
    OPTIONS_USED_UP,
)
from tests.rules.reference.told import (
    HARMLESS,
    Told,
    consulted,
    failed,
    fired,
    row,
    truth,
    truths,
    verdict,
)

ACTIVE, RAPID = CRITERIA_HIGHLY_ACTIVE.id, CRITERIA_RAPID.id
REFRACTORY, USED_UP = CRITERIA_REFRACTORY.id, OPTIONS_USED_UP.id
MAY, NOT, STOP = "may_be_considered", "not_indicated", "excluded_or_paused"
OPEN, TEAM = "not_enough_data", "document_ambiguous"
LICENSED = ("relapsing_remitting", "secondary_progressive_active", "progressive_relapsing")
UNLICENSED = ("clinically_isolated", "secondary_progressive_inactive", "primary_progressive")

PLATFORM, CD20, NATALIZUMAB = "platform_ms_drug", "anti_cd20", "natalizumab"
THIRD, TRANSPLANT = "cladribine_s1p_or_alemtuzumab", "stem_cell_transplantation"
STEPS = (PLATFORM, CD20, NATALIZUMAB, THIRD, TRANSPLANT)

HEART: Told = {
    "heart_failure_history": "no",
    "anthracycline_or_chest_radiotherapy": "no",
    "lvef": 62,
    "lvef_baseline": 62,
    "lvef_age_weeks": 1,
    "prior_mitoxantrone": 0,
    "mitoxantrone_course": "never",
}
ACTIVE_MS: Told = {
    "diagnosis": "multiple_sclerosis",
    "highly_active": "yes",
    "first_line_tried": "yes",
    "ms_course": "relapsing_remitting",
    "disabling_relapses_12_months": 2,
    "relapses_12_months": 2,
    "gadolinium_lesions": 3,
    "new_t2_lesions_12_months": 0,
}
LADDER: dict[str, Told] = {
    PLATFORM: failed(PLATFORM),
    CD20: failed(CD20),
    NATALIZUMAB: row(NATALIZUMAB, "contraindicated"),
    THIRD: failed(THIRD),
    TRANSPLANT: row(TRANSPLANT, "not_available"),
}


def ms(**more: Any) -> Told:
    return {"diagnosis": "multiple_sclerosis", **more}


def patient(ladder: dict[str, Told] | None = None, **more: Any) -> Told:
    """Highly active disease and nothing that speaks against the drug, unless told otherwise."""
    rows = list((LADDER if ladder is None else ladder).values())
    base = {k: v for k, v in HARMLESS.items() if k not in WITHOUT}
    return {**base, **HEART, **ACTIVE_MS, "region": "eu", "treatments": rows, **more}


WITHOUT = {
    "creatinine",
    "urinary_outflow_obstruction",
    "urinary_findings",
    "prior_cyclophosphamide",
    "activity_evidence",
    "dialysis_needed",
}


def ladder(**changes: str) -> dict[str, Told]:
    """The used-up ladder with another outcome for some steps."""
    return {step: row(step, changes[step]) if step in changes else LADDER[step] for step in STEPS}


@pytest.mark.parametrize(
    ("relapses", "gadolinium", "lesions", "wanted"),
    [
        (2, 1, 0, "yes"), (2, 0, 2, "yes"), (3, 1, None, "yes"), (2, None, 2, "yes"),
        (1, 1, 2, "no"), (2, 0, 1, "no"), (0, 5, 9, "no"),
        (2, 0, None, "unknown"), (2, None, None, "unknown"), (None, 1, 2, "unknown"),
        (None, 0, 1, "no"),
    ],
)  # fmt: skip
def test_rapidly_evolving_severe_disease(
    relapses: int | None, gadolinium: int | None, lesions: int | None, wanted: str
) -> None:
    told = {
        "disabling_relapses_12_months": relapses,
        "gadolinium_lesions": gadolinium,
        "new_t2_lesions_12_months": lesions,
    }
    told = {k: v for k, v in told.items() if v is not None}
    assert truth(ms(**told), "rapidly_evolving_severe").value == wanted


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, "yes"),
        ({"outcome": "partial"}, "yes"),
        ({"outcome": "in_progress"}, "yes"),
        ({"outcome": "worked"}, "no"),
        ({"outcome": "not_tolerated"}, "no"),
        ({"outcome": "not_tried"}, "no"),
        ({"weeks": 25.9}, "no"),
        ({"weeks": 26.1}, "yes"),
        ({"full_dose": "no"}, "no"),
        ({"taken_as_agreed": "no"}, "no"),
        ({"taken_as_agreed": "unknown"}, "unknown"),
        ({"weeks": "unknown"}, "unknown"),
    ],
    ids=str,
)
@pytest.mark.parametrize("drug", [PLATFORM, CD20, NATALIZUMAB, THIRD])
def test_highly_active_in_spite_of_an_adequate_drug(drug: str, changes: Told, wanted: str) -> None:
    others = [row(other, "not_tried") for other in STEPS if other != drug]
    tried = row(drug, "not_tried") if "not_tried" in changes.values() else failed(drug) | changes
    told = ms(
        disabling_relapses_12_months=0,
        relapses_12_months=1,
        gadolinium_lesions=1,
        treatments=[tried, *others],
    )
    assert truth(told, ACTIVE).value == wanted


@pytest.mark.parametrize(
    ("relapses", "gadolinium", "lesions", "wanted"),
    [(1, 1, 0, "yes"), (1, 0, 2, "yes"), (1, 0, 1, "no"), (0, 1, 2, "no"), (1, None, None, None)],
)
def test_activity_under_a_drug_needs_relapse_and_lesion(
    relapses: int, gadolinium: int | None, lesions: int | None, wanted: str | None
) -> None:
    """No MRI leaves it open; it is never taken for no activity."""
    mri = {"gadolinium_lesions": gadolinium, "new_t2_lesions_12_months": lesions}
    told = ms(
        disabling_relapses_12_months=0,
        relapses_12_months=relapses,
        treatments=[failed(PLATFORM)],
        **{k: v for k, v in mri.items() if v is not None},
    )
    assert truth(told, ACTIVE).value == (wanted or "unknown")
    assert ("RMS-21" in fired(told)) is (wanted is None)
    assert "RMS-18" not in fired(told)


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ({}, "RMS-18"),
        ({"relapses_12_months": 0}, "RMS-18"),
        ({"relapses_12_months": 2}, "RMS-21"),
        ({"disabling_relapses_12_months": 2}, "RMS-21"),
        ({"relapses_12_months": 1, "disabling_relapses_12_months": 0}, "RMS-21"),
        ({"relapses_12_months": 2, "gadolinium_lesions": 0}, None),
        ({"new_t2_lesions_12_months": 0}, None),
    ],
    ids=str,
)
def test_relapses_without_an_mri_are_active_and_nothing_seen_is_indeterminate(
    told: Told, rule: str | None
) -> None:
    assert fired(ms(**told)) & {"RMS-18", "RMS-21"} == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        (4, 5, "yes"), (4, 4.5, "no"), (4, 5.5, "yes"), (0, 1, "no"), (0, 1.5, "yes"),
        (0.5, 1.5, "yes"), (6, 6.5, "no"), (5, 4, "no"), (None, 5, "unknown"), (4, None, "unknown"),
    ],
)  # fmt: skip
def test_rapid_worsening(before: float | None, now: float | None, wanted: str) -> None:
    told = {"edss_a_year_ago": before, "edss": now}
    found = truth(ms(**{k: v for k, v in told.items() if v is not None}), RAPID)
    assert found.value == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({"treatments": [failed(CD20)], "mimics_excluded": "yes"}, "yes"),
        ({"treatments": [failed(NATALIZUMAB)], "mimics_excluded": "yes"}, "yes"),
        ({"treatments": [failed(THIRD)], "mimics_excluded": "yes"}, "yes"),
        ({"treatments": [failed(CD20)], "mimics_excluded": "no"}, "no"),
        ({"treatments": [failed(CD20)]}, "unknown"),
        ({"treatments": [row(CD20, "failed")], "mimics_excluded": "yes"}, "unknown"),
        (
            {
                "treatments": [
                    failed(PLATFORM),
                    row(CD20, "not_tolerated"),
                    row(NATALIZUMAB, "not_tried"),
                    failed(THIRD, 25),
                ],
                "mimics_excluded": "yes",
            },
            "no",
        ),
    ],
    ids=str,
)
def test_refractory_needs_a_high_efficacy_drug_that_failed(told: Told, wanted: str) -> None:
    assert truth(ms(**told), REFRACTORY).value == wanted


def test_the_used_up_ladder() -> None:
    assert truth(patient(), USED_UP).value == "yes"
    assert truth(patient(ladder(**{TRANSPLANT: "failed"})), USED_UP).value == "yes"
    assert truth(patient(ladder(**{PLATFORM: "not_tried"})), USED_UP).value == "yes", (
        "whoever failed a strong drug has had a first line"
    )


@pytest.mark.parametrize("step", STEPS[1:])
@pytest.mark.parametrize("outcome", ["not_tried", "in_progress", "partial", "worked"])
def test_one_open_step_leaves_the_ladder_open(step: str, outcome: str) -> None:
    told = patient(ladder(**{step: outcome}))
    assert truth(told, USED_UP).value == "no"
    assert verdict(told) == TEAM
    assert {"RMS-9", "RMS-15"} <= fired(told)


@pytest.mark.parametrize("step", STEPS[1:])
@pytest.mark.parametrize("outcome", ["not_tolerated", "contraindicated", "not_available"])
def test_a_closed_step_counts_as_used_up(step: str, outcome: str) -> None:
    assert truth(patient(ladder(**{step: outcome})), USED_UP).value == "yes"


@pytest.mark.parametrize("step", STEPS[1:])
def test_an_unknown_step_is_asked_for_by_name(step: str) -> None:
    told = patient({other: each for other, each in LADDER.items() if other != step})
    trace = consulted(told)
    assert trace.overall_reference is not None
    assert trace.overall_reference.kind.value == OPEN
    assert f"treatments.{step}.outcome" in trace.overall_reference.waiting_for


def test_c19_only_the_label_minimum() -> None:
    rest = dict.fromkeys(STEPS[1:], "not_tried")
    told = patient(
        ladder(**rest), region="us", disabling_relapses_12_months=3, relapses_12_months=3
    )
    assert verdict(told) == TEAM
    assert {"RMS-1", "RMS-2", "RMS-7", "RMS-9", "RMS-15"} <= fired(told)
    assert "RMS-8" not in fired(told)


def test_c20_the_rare_case() -> None:
    told = patient()
    assert verdict(told) == MAY
    assert {"RMS-6", "RMS-8"} <= fired(told)
    assert not {"RMS-9", "RMS-15"} & fired(told)


def test_nothing_tried_is_never_the_first_drug() -> None:
    rows = dict.fromkeys(STEPS, "not_tried")
    told = patient(ladder(**rows), first_line_tried="no")
    assert verdict(told) == NOT
    assert "RMS-10" in fired(told)


@pytest.mark.parametrize("drug", STEPS[:-1])
@pytest.mark.parametrize("outcome", ["in_progress", "worked", "partial", "failed", "not_tolerated"])
def test_a_drug_in_the_table_is_a_first_line_that_was_tried(drug: str, outcome: str) -> None:
    told = patient(ladder(**dict.fromkeys(STEPS, "not_tried") | {drug: outcome}))
    del told["first_line_tried"]
    assert verdict(told) == TEAM
    assert "RMS-9" in fired(told)
    with pytest.raises(ContradictionError, match="first_line_tried"):
        consulted(told | {"first_line_tried": "no"})


@pytest.mark.parametrize("outcome", ["not_tried", "contraindicated", "not_available"])
def test_a_drug_that_was_not_given_leaves_the_first_line_to_be_asked(outcome: str) -> None:
    told = patient(ladder(**dict.fromkeys(STEPS, "not_tried") | {PLATFORM: outcome}))
    del told["first_line_tried"]
    trace = consulted(told)
    assert trace.overall_reference is not None
    assert trace.overall_reference.kind.value == OPEN
    assert trace.overall_reference.waiting_for == ("first_line_tried",)


def test_the_table_never_answers_for_the_document() -> None:
    told = patient()
    del told["first_line_tried"]
    assert consulted(told).overall.waiting_for == ("first_line_tried",)


@pytest.mark.parametrize("course", LICENSED)
def test_courses_that_labels_name(course: str) -> None:
    told = patient(ms_course=course)
    assert truth(told, MITOXANTRONE_CANDIDATE.id).value == "yes"
    assert verdict(told) == MAY


@pytest.mark.parametrize("course", UNLICENSED)
def test_courses_for_which_it_is_not_indicated(course: str) -> None:
    told = patient(ms_course=course)
    assert truth(told, MITOXANTRONE_CANDIDATE.id).value == "no"
    assert verdict(told) == NOT


def test_c23_primary_progressive_however_fast() -> None:
    told = ms(
        ms_course="primary_progressive",
        edss=5.5,
        edss_a_year_ago=4,
        relapses_12_months=0,
        highly_active="yes",
        first_line_tried="yes",
    )
    assert truth(told, RAPID).value == "yes"
    assert verdict(told) == NOT
    assert {"RMS-11", "RMS-16"} <= fired(told)
    assert "RMS-16" in fired({**told, "edss": 6.5})
    assert "RMS-16" not in fired({**told, "edss": 7})
    assert "RMS-15" not in fired(told), "what else there is differs in this course"
    assert "RMS-15" in fired({**told, "ms_course": "secondary_progressive_inactive"})


def test_unknown_course_is_neither_for_nor_against() -> None:
    told = patient()
    del told["ms_course"]
    names = (MITOX_MAY.id, MITOX_NOT.id, MITOX_TEAM.id)
    assert truths(told, *names) == dict(zip(names, ("unknown", "unknown", "no"), strict=True))
    assert verdict(told) == OPEN


@pytest.mark.parametrize("course", LICENSED)
def test_quiet_disease_is_not_highly_active(course: str) -> None:
    told = patient(
        ms_course=course,
        disabling_relapses_12_months=0,
        relapses_12_months=0,
        gadolinium_lesions=0,
    )
    assert verdict(told) == NOT
    assert "RMS-14" in fired(told)


@pytest.mark.parametrize(("edss", "open_"), [(5.5, True), (6, False), (6.5, False)])
def test_transplantation_is_for_those_who_walk(edss: float, open_: bool) -> None:
    rows = {step: told for step, told in LADDER.items() if step != TRANSPLANT}
    told = patient(rows, edss=edss, mimics_excluded="yes")
    assert ("RMS-19" in fired(told)) is open_


@pytest.mark.parametrize(
    ("outcome", "raised"),
    [("not_tried", True), ("not_available", False), ("contraindicated", False),
     ("not_tolerated", False), ("failed", False), ("worked", False), ("in_progress", False)],
)  # fmt: skip
def test_transplantation_is_offered_only_while_it_is_open(outcome: str, raised: bool) -> None:
    told = patient(ladder(**{TRANSPLANT: outcome}), edss=4, mimics_excluded="yes")
    assert ("RMS-19" in fired(told)) is raised
    assert not {"RMS-8", "RMS-19"} <= fired(told)


@pytest.mark.parametrize(
    ("edss", "relapses", "gadolinium", "raised"),
    [(7, 0, 0, True), (6.5, 0, 0, False), (7, 1, 0, False), (7, 0, 1, False)],
)
def test_severe_disability_without_activity(
    edss: float, relapses: int, gadolinium: int, raised: bool
) -> None:
    told = ms(edss=edss, relapses_12_months=relapses, gadolinium_lesions=gadolinium)
    assert ("RMS-20" in fired(told)) is raised


@pytest.mark.parametrize("diagnosis", ["systemic_lupus_erythematosus", "autoimmune_myopathy"])
def test_no_rule_here_speaks_of_another_disease(diagnosis: str) -> None:
    told = {**patient(), "diagnosis": diagnosis}
    assert not {rule for rule in fired(told) if rule.startswith(("RMS-", "RMIT-"))}
