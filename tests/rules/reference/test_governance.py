"""Who takes part, what is still missing, what must not wait, what cannot be called refractory."""

from __future__ import annotations

from random import Random
from types import ModuleType

import pytest

from engine.conditions import Condition, findings_of
from engine.consult import consult
from engine.trace import FlagState
from engine.truth import Truth
from rules.full import FULL_RULEBOOK, ROOMS
from rules.reference import arthritis, lupus, myopathy, sclerosis, vasculitis
from rules.reference.concepts import CRITERIA_SEVERE
from rules.reference.governance_missing import CYC_CHECKLIST, MITOX_MISSING
from rules.reference.governance_severity import not_yet, still_open
from rules.reference.guards import GPA as IS_GPA
from rules.reference.lupus_criteria import severe_score
from tests.rules.reference.everyone import patient, possible
from tests.rules.reference.telling import (
    GPA,
    IIM,
    MPA,
    MS,
    OTHER_VASCULITIS,
    RA,
    SLE,
    Told,
    adequate,
    raised,
    traced,
    tried,
)

HARMLESS: Told = {
    "pregnancy_possible": "yes",
    "pregnancy_status": "not_pregnant",
    "contraception_effective": "yes",
    "active_infection": "none",
    "temperature": 36.8,
    "wbc": 7,
    "neutrophils": 4,
    "platelets": 230,
    "malignancy": "none",
    "hypersensitivity": ["none"],
    "tuberculosis": "negative",
    "hepatitis_b": "negative",
    "weight": 68,
}
BEFORE_CYCLOPHOSPHAMIDE: Told = HARMLESS | {
    "alt": 0.7,
    "creatinine": 80,
    "urinary_outflow_obstruction": "no",
    "urinary_findings": "normal",
    "medicines": ["none"],
    "prior_cyclophosphamide": 0,
}
BEFORE_MITOXANTRONE: Told = HARMLESS | {
    "lvef": 62,
    "prior_mitoxantrone": 0,
    "mitoxantrone_course": "never",
    "heart_failure_history": "no",
    "anthracycline_or_chest_radiotherapy": "no",
    "alt": 0.7,
    "region": "eu",
    "height": 170,
}
RELAPSING: Told = {
    "ms_course": "relapsing_remitting",
    "disabling_relapses_12_months": 3,
    "gadolinium_lesions": 2,
}
BLEEDING: Told = {"organ_threats": ["alveolar_haemorrhage"], "life_threatening": "yes", "spo2": 85}


# Who takes part.


@pytest.mark.parametrize(
    ("diagnosis", "told", "team"),
    [
        (SLE, {"nephritis_class": "iv"}, "team_lupus"),
        (GPA, {"organ_threats": ["heart"]}, "team_vasculitis"),
        (MPA, {"organ_threats": ["glomerulonephritis"]}, "team_vasculitis"),
        (MS, RELAPSING, "team_sclerosis"),
        (RA, {"extra_articular": ["systemic_vasculitis"]}, "team_joints_muscles"),
        (IIM, {"lung_disease_course": "progressive"}, "team_joints_muscles"),
        (IIM, {"lung_disease_course": "rapidly_progressive"}, "team_lung"),
    ],
)
def test_each_disease_names_its_team_and_how_far_it_has_come(
    diagnosis: str, told: Told, team: str
) -> None:
    for answer, state in (
        ({}, FlagState.NOT_RECORDED),
        ({"multidisciplinary_review": "planned"}, FlagState.PLANNED),
        ({"multidisciplinary_review": "done"}, FlagState.DONE),
    ):
        (flag,) = (f for f in traced(diagnosis, told | answer).flags if f.id == team)
        assert flag.state is state


def test_no_team_is_named_where_the_drug_is_no_option() -> None:
    for diagnosis, told in (
        (SLE, {"nephritis_class": "ii", "organ_threats": ["none"]}),
        (GPA, {"organ_threats": ["none"]}),
        (MS, RELAPSING | {"ms_course": "primary_progressive"}),
        (RA, {"extra_articular": ["none"], "lung_disease_course": "none"}),
    ):
        assert not {name for name in raised(traced(diagnosis, told)) if name.startswith("team_")}


# Whether severe by criteria is still an open question.

OPEN_QUESTION = {
    SLE: "missing_severity_lupus",
    GPA: "missing_severity_vasculitis",
    MPA: "missing_severity_vasculitis",
    OTHER_VASCULITIS: "missing_severity_vasculitis",
    RA: "missing_severity_arthritis",
    IIM: "missing_severity_myopathy",
}


@pytest.mark.parametrize("diagnosis", OPEN_QUESTION)
def test_severity_is_asked_exactly_while_criteria_leave_it_open(diagnosis: str) -> None:
    random = Random(diagnosis)  # noqa: S311  (not for secrets)
    seen = set()
    for number in range(60):
        known = (0.02, 0.1, 0.9, 1.0)[number % 4]
        entries = possible(patient(random, known, diagnosis), random)
        trace = consult(FULL_RULEBOOK, entries)
        severe = trace.concepts[CRITERIA_SEVERE.id]
        asked = {name for name in raised(trace) if name.startswith("missing_severity_")}
        assert asked == ({OPEN_QUESTION[diagnosis]} if severe is Truth.UNKNOWN else set()), entries
        seen.add(severe)
    assert seen >= {Truth.UNKNOWN, Truth.YES}


def test_one_organ_that_is_told_settles_it_and_a_list_that_ends_in_unknown_does_not() -> None:
    told = {"organ_threats": ["heart", "unknown"]}
    assert "missing_severity_vasculitis" not in raised(traced(GPA, told))
    assert "missing_severity_vasculitis" in raised(traced(GPA, {"organ_threats": ["unknown"]}))
    assert "missing_severity_vasculitis" not in raised(traced(GPA, {"organ_threats": ["none"]}))


def test_the_question_is_read_off_criteria_of_findings_that_begin_with_the_diagnosis() -> None:
    with pytest.raises(TypeError, match="ConceptIs"):
        not_yet(CRITERIA_SEVERE.yes)
    with pytest.raises(ValueError, match="RLUP-5"):
        still_open(IS_GPA, severe_score)


# The checklists before treatment.


@pytest.mark.parametrize("left_out", [None, *BEFORE_CYCLOPHOSPHAMIDE])
def test_every_single_gap_of_the_checklist_for_cyclophosphamide_shows(left_out: str | None) -> None:
    told = {name: value for name, value in BEFORE_CYCLOPHOSPHAMIDE.items() if name != left_out}
    for diagnosis, candidate in (
        (SLE, {"nephritis_class": "iv"}),
        (GPA, {"organ_threats": ["heart"]}),
    ):
        flags = raised(traced(diagnosis, told | candidate))
        assert ("missing_checklist_cyclophosphamide" in flags) is (left_out is not None)


@pytest.mark.parametrize("left_out", [None, *BEFORE_MITOXANTRONE])
def test_every_single_gap_of_the_checklist_for_mitoxantrone_shows(left_out: str | None) -> None:
    told = {name: value for name, value in BEFORE_MITOXANTRONE.items() if name != left_out}
    gap = left_out is not None
    flags = raised(traced(MS, told | RELAPSING))
    assert ("missing_checklist_mitoxantrone" in flags) is gap


def test_the_checklist_is_shown_for_who_might_be_treated_only() -> None:
    assert "missing_checklist_cyclophosphamide" not in raised(traced(SLE, {"nephritis_class": "i"}))
    assert "missing_checklist_mitoxantrone" not in raised(traced(MS))


def test_a_fixed_dose_needs_no_weight_and_a_low_count_needs_its_cause() -> None:
    candidate = {"nephritis_class": "iv"}
    told = {n: v for n, v in BEFORE_CYCLOPHOSPHAMIDE.items() if n != "weight"} | candidate
    for regimen, gap in (("euro_lupus", False), ("pulse_per_kg", True)):
        flags = raised(traced(SLE, told | {"planned_regimen": regimen}))
        assert ("missing_checklist_cyclophosphamide" in flags) is gap
    low = BEFORE_CYCLOPHOSPHAMIDE | candidate | {"neutrophils": 1.5}
    assert "missing_checklist_cyclophosphamide" in raised(traced(SLE, low))
    explained = low | {"cytopenia_cause": "disease"}
    assert "missing_checklist_cyclophosphamide" not in raised(traced(SLE, explained))


@pytest.mark.parametrize(
    ("drug", "checklist", "rules"),
    [("cyclophosphamide", CYC_CHECKLIST, 10), ("mitoxantrone", MITOX_MISSING, 15)],
)
def test_what_a_stop_waits_for_is_on_the_checklist(
    drug: str, checklist: Condition, rules: int
) -> None:
    """Of a list, one member that is known stands for all; what the laboratory's limit is may wait.

    Calculated facts are known when what they are calculated from is. Which organ is threatened is
    asked of the disease, not of safety.
    """
    vocabulary = FULL_RULEBOOK.vocabulary
    listed = {vocabulary.owner[name].id for name in findings_of(checklist)}
    stops = [
        rule
        for stance in ("stop", "withheld")
        for rule in FULL_RULEBOOK.rules_for[f"published_{drug}_{stance}"]
    ]
    assert len(stops) >= rules
    for rule in stops:
        asked = {vocabulary.owner[name].id for name in findings_of(rule.when)}
        wanted = {name for name in asked if name in vocabulary.by_id}
        of_the_disease = {"diagnosis", "organ_threats", "nephritis_class", "upcr"}
        assert wanted - of_the_disease - {"lvef_lower_limit"} <= listed, rule.id


# What must not wait.


def test_missing_safety_data_in_mortal_danger_are_time_critical() -> None:
    """Unknown pregnancy while the lungs bleed: asked now, never said to be a contraindication."""
    trace = traced(GPA, BLEEDING | {"severity": "severe", "pregnancy_possible": "yes"})
    assert "time_critical" in raised(trace)
    (flag,) = (f for f in trace.flags if f.id == "time_critical")
    assert flag.topic == "urgent"
    assert "contraindicat" not in flag.text
    assert "ridges" in flag.text


def test_flare_or_sepsis_is_time_critical_too() -> None:
    told = {"active_infection": "suspected", "temperature": 38.9, "organ_threats": ["pneumonitis"]}
    judged = told | {"severity": "severe", "life_threatening": "yes"}
    assert {"time_critical", "infection_first"} <= raised(traced(SLE, judged))
    assert "time_critical" not in raised(traced(SLE, told))


def test_nothing_is_time_critical_once_everything_is_known_or_nobody_is_in_danger() -> None:
    known = BEFORE_CYCLOPHOSPHAMIDE | BLEEDING
    assert "time_critical" not in raised(traced(GPA, known))
    for change in ({"contraception_effective": "no"}, {"neutrophils": 1.2}):
        assert "time_critical" in raised(traced(GPA, known | change)), change
    calm = {"organ_threats": ["mononeuritis"], "life_threatening": "no"}
    assert "time_critical" not in raised(traced(GPA, calm))


def test_danger_by_criteria_is_enough() -> None:
    told = {name: value for name, value in BLEEDING.items() if name != "life_threatening"}
    assert "time_critical" in raised(traced(GPA, told))


# What cannot be called refractory yet.


@pytest.mark.parametrize(
    "told",
    [
        tried("mycophenolate"),
        tried("mycophenolate", 8, full_dose="no", taken_as_agreed="no"),
        tried("mycophenolate", 52, full_dose="yes"),
        tried("mycophenolate", 52, taken_as_agreed="yes"),
        tried("mycophenolate", 52, full_dose="no", taken_as_agreed="yes"),
        tried("mycophenolate", 25, full_dose="yes", taken_as_agreed="yes"),
    ],
)
def test_dose_time_and_taking_are_asked_before_the_word_refractory(told: Told) -> None:
    trace = traced(SLE, {"nephritis_class": "iii_v", "treatments": [told]})
    assert "not_yet_refractory" in raised(trace)
    assert trace.concepts["criteria_refractory"] is not Truth.YES


@pytest.mark.parametrize("outcome", ["not_tolerated", "contraindicated", "not_available", "worked"])
def test_what_did_not_fail_raises_no_doubt_about_failure(outcome: str) -> None:
    row = {"treatment": "mycophenolate", "outcome": outcome}
    trace = traced(SLE, {"nephritis_class": "iv", "treatments": [row]})
    assert "not_yet_refractory" not in raised(trace)


def flag_text(diagnosis: str, name: str, told: Told) -> str:
    return next(flag.text for flag in traced(diagnosis, told).flags if flag.id == name)


def test_a_doubt_names_the_treatment_and_what_is_missing() -> None:
    rows = [
        adequate("azathioprine"),
        tried("mycophenolate", 8, full_dose="no", taken_as_agreed="yes"),
        tried("anti_cd20", 30, full_dose="yes"),
    ]
    text = flag_text(SLE, "not_yet_refractory", {"treatments": rows})
    assert text.endswith(
        "This concerns mycophenolate (weeks taken: 8 weeks, full dose: no) and anti-CD20 antibody "
        "(taken as agreed: unknown)."
    )
    assert "azathioprine" not in text


@pytest.mark.parametrize(
    ("diagnosis", "treatment", "name"),
    [
        (SLE, "mycophenolate", "mycophenolate"),
        (GPA, "methotrexate", "methotrexate"),
        (IIM, "azathioprine", "azathioprine"),
        (RA, "abatacept", "abatacept"),
        (MS, "natalizumab", "natalizumab"),
    ],
)
def test_only_not_tolerated_is_not_refractory(diagnosis: str, treatment: str, name: str) -> None:
    rows = {"treatments": [{"treatment": treatment, "outcome": "not_tolerated"}]}
    judged = rows | {"unresponsive_to_safer_therapy": "yes"}
    text = flag_text(diagnosis, "not_tolerated_is_not_failed", judged)
    assert text.endswith(f"This concerns {name}.")
    assert "effect is unknown" in text
    for calm in (rows, rows | {"unresponsive_to_safer_therapy": "no"}):
        assert "not_tolerated_is_not_failed" not in raised(traced(diagnosis, calm))


def test_a_transplantation_is_not_asked_for_weeks_or_dose() -> None:
    told = {"treatments": [tried("stem_cell_transplantation")]}
    assert "not_yet_refractory" not in raised(traced(MS, told))


def test_lupus_without_nephritis_is_judged_by_the_shorter_trial() -> None:
    for kidney, doubt in (("iv", True), ("none", False)):
        told = {"nephritis_class": kidney, "treatments": [adequate("mycophenolate", 13)]}
        assert ("not_yet_refractory" in raised(traced(SLE, told))) is doubt


@pytest.mark.parametrize(
    ("room", "doubt"),
    [(lupus, 10), (vasculitis, 11), (sclerosis, 12), (arthritis, 13), (myopathy, 14)],
    ids=["lupus", "vasculitis", "sclerosis", "arthritis", "myopathy"],
)
def test_every_treatment_that_can_count_as_failed_can_be_doubted(
    room: ModuleType, doubt: int
) -> None:
    counted = {
        name
        for rule in room.CHAPTER.rules
        if rule.then.id in {"criteria_refractory", "criteria_options_used_up"}
        for name in findings_of(rule.when)
        if name.startswith("treatments") and name.endswith("weeks")
    }
    (rule,) = (r for r in FULL_RULEBOOK.rules if r.id == f"RGOV-{doubt}")
    assert counted
    assert counted <= findings_of(rule.when)


@pytest.mark.parametrize(
    "treatment",
    [
        "methotrexate", "leflunomide_or_sulfasalazine", "tnf_inhibitor", "abatacept", "anti_cd20",
        "il6_inhibitor", "jak_inhibitor",
    ],
)  # fmt: skip
def test_every_step_of_the_ladder_of_arthritis_can_be_doubted(treatment: str) -> None:
    assert "not_yet_refractory" in raised(traced(RA, {"treatments": [tried(treatment)]}))
    enough = {"treatments": [adequate(treatment, 13)]}
    assert "not_yet_refractory" not in raised(traced(RA, enough))


def test_each_doubt_cites_the_source_of_its_own_disease() -> None:
    (room,) = (room for room in ROOMS if room.CHAPTER.id == "reference_governance")
    doubts = [rule for rule in room.CHAPTER.rules if rule.then.id == "not_yet_refractory"]
    assert len(doubts) == 5
    assert [("S12" in rule.cites) for rule in doubts] == [True, False, False, False, False]
    assert all("S37" in rule.cites for rule in doubts)
