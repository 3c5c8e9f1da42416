"""Safety of cyclophosphamide: counts, doses by table, the lowest count."""

from __future__ import annotations

import pytest

from tests.rules.reference.telling import GPA, SLE, traced
from tests.rules.reference.told import HARMLESS, Told, consulted, fired, verdict

ORGAN: Told = {
    "diagnosis": GPA,
    "organ_threats": ["mononeuritis"],
    "anti_gbm": "no",
    "vasculitis_phase": "new",
}
CANDIDATE: Told = HARMLESS | ORGAN
MAY, TEAM, OPEN, STOP, NOT = (
    "may_be_considered",
    "document_ambiguous",
    "not_enough_data",
    "excluded_or_paused",
    "not_indicated",
)


# Counts.


@pytest.mark.parametrize(
    ("platelets", "cause", "wanted"),
    [
        (49, "drug", STOP),
        (50, "drug", TEAM),
        (70, "marrow", TEAM),
        (99, "infection", TEAM),
        (100, "drug", MAY),
        (70, "disease", MAY),
        (70, "benign_constitutional", MAY),
        (70, None, OPEN),
        (99, None, OPEN),
    ],
)
def test_platelets_between_fifty_and_a_hundred(
    platelets: int, cause: str | None, wanted: str
) -> None:
    told = {n: v for n, v in CANDIDATE.items() if n != "cytopenia_cause"}
    told |= {"platelets": platelets} | ({} if cause is None else {"cytopenia_cause": cause})
    assert verdict(told) == wanted
    reference = consulted(told).overall_reference
    assert reference is not None
    assert reference.waiting_for == (("cytopenia_cause",) if wanted == OPEN else ())


def test_moderate_platelets_open_nothing_where_the_drug_is_no_option() -> None:
    told = CANDIDATE | {"organ_threats": ["none"], "platelets": 70, "cytopenia_cause": "drug"}
    assert "RCYC-8" in fired(told)
    assert "RCYC-36" not in fired(told)
    assert verdict({n: v for n, v in told.items() if n != "active_infection"}) == NOT


@pytest.mark.parametrize("count", ["wbc", "neutrophils", "platelets"])
def test_that_no_count_is_low_does_not_stand_for_a_count(count: str) -> None:
    told = {name: value for name, value in CANDIDATE.items() if name != count}
    reference = consulted(told).overall_reference
    assert reference is not None
    assert reference.kind.value == OPEN
    assert reference.waiting_for == (count,)


# Kidneys and liver.


def test_either_creatinine_or_filtration_rate_has_to_be_known() -> None:
    told = {name: value for name, value in CANDIDATE.items() if name != "creatinine"}
    reference = consulted(told).overall_reference
    assert reference is not None
    assert reference.kind.value == OPEN
    assert reference.waiting_for == ("creatinine", "egfr")
    assert "RGOV-19" in reference.rules
    assert "creatinine" in reference.summary
    assert verdict(told | {"egfr": 90}) == MAY
    assert verdict(told | {"creatinine": 80}) == MAY


@pytest.mark.parametrize(("times", "wanted"), [(2.9, MAY), (3, MAY), (3.1, STOP), (None, MAY)])
def test_a_dose_is_held_when_liver_enzymes_are_told_to_be_high(
    times: float | None, wanted: str
) -> None:
    told = {name: value for name, value in CANDIDATE.items() if name != "alt"}
    told |= {} if times is None else {"alt": times}
    assert verdict(told) == wanted
    assert ("RCYC-22" in fired(told)) is (wanted == STOP)
    checklist = "missing_checklist_cyclophosphamide" in flags(told | {"weight": 60})
    assert checklist is (times is None)


def test_muscle_raises_liver_enzymes_too() -> None:
    told = HARMLESS | {
        "diagnosis": "autoimmune_myopathy", "lung_disease_course": "rapidly_progressive",
        "myopathy_subtype": "amyopathic", "alt": 9,
    }  # fmt: skip
    assert "RCYC-22" in fired(told)
    assert verdict(told) == MAY


# The lifetime dose.


@pytest.mark.parametrize(
    ("grams", "wanted", "raised"),
    [
        (24.9, MAY, False), (25, MAY, True), (35.9, MAY, True), (36, STOP, False),
        (38, STOP, False),
    ],
)  # fmt: skip
def test_a_lifetime_dose_that_is_reached_excludes_the_drug(
    grams: float, wanted: str, raised: bool
) -> None:
    told = CANDIDATE | {"prior_cyclophosphamide": grams}
    assert verdict(told) == wanted
    reference = consulted(told).overall_reference
    assert reference is not None
    assert ("36 g" in reference.summary) is (wanted == STOP)
    assert ("cyc_lifetime_25" in flags(told)) is raised


@pytest.mark.parametrize(
    ("grams", "regimen", "total", "wanted"),
    [
        (34, "oral_daily", 50, NOT), (20, "oral_daily", 36, NOT), (19.9, "oral_daily", 35.9, MAY),
        (33, "euro_lupus", 36, NOT), (32.9, "euro_lupus", 35.9, MAY),
        (28, "pulse_per_kg", 36, NOT), (26, "monthly_high_dose", 36, NOT),
        (34, "with_rituximab", None, MAY), (34, "other", None, MAY), (34, None, None, MAY),
    ],
)  # fmt: skip
def test_the_course_under_discussion_belongs_to_the_lifetime_dose(
    grams: float, regimen: str | None, total: float | None, wanted: str
) -> None:
    told = CANDIDATE | {"prior_cyclophosphamide": grams, "on_cyclophosphamide": "no"}
    told |= {} if regimen is None else {"planned_regimen": regimen}
    trace = consulted(told)
    facts = {fact.finding: fact.value for fact in trace.facts}
    assert facts.get("cyclophosphamide_after_course") == total
    assert verdict(told) == wanted
    assert ("cyc_course_36" in flags(told)) is (wanted == NOT)


def test_whether_the_course_runs_already_is_asked_where_it_decides() -> None:
    told = CANDIDATE | {"prior_cyclophosphamide": 34, "planned_regimen": "oral_daily"}
    reference = consulted(told).overall_reference
    assert reference is not None
    assert reference.waiting_for == ("on_cyclophosphamide",)
    assert "cyc_course_36" in flags(told)
    assert verdict(told | {"on_cyclophosphamide": "yes"}) == MAY


@pytest.mark.parametrize(
    ("told", "raised"),
    [
        ({"prior_cyclophosphamide": 9, "planned_regimen": "oral_daily"}, "cyc_course_25"),
        ({"prior_cyclophosphamide": 0, "planned_regimen": "oral_daily", "fertility_wish": "yes"},
         "cyc_course_10"),
        ({"prior_cyclophosphamide": 0, "planned_regimen": "oral_daily", "fertility_wish": "no"},
         None),
        ({"prior_cyclophosphamide": 0, "planned_regimen": "euro_lupus", "fertility_wish": "yes"},
         None),
    ],
    ids=str,
)  # fmt: skip
def test_what_a_course_brings_the_lifetime_dose_to(told: Told, raised: str | None) -> None:
    found = {flag for flag in flags(CANDIDATE | told) if flag.startswith("cyc_course")}
    assert found == (set() if raised is None else {raised})


# Doses.

HEAVY: Told = {"age": 40, "weight": 110}
CAP, BEYOND = "cyc_high_single_dose", "cyc_over_1500"


def flags(told: Told) -> set[str]:
    return {flag.id for flag in consulted(told).flags}


@pytest.mark.parametrize(
    ("told", "raised"),
    [
        ({"weight": 80, "creatinine": 90}, ()),
        ({"weight": 81, "creatinine": 90}, (CAP,)),
        ({"weight": 100, "creatinine": 90}, (CAP,)),
        ({"weight": 101, "creatinine": 90}, (CAP, BEYOND)),
        ({"weight": 80, "egfr": 60}, ()),
        ({"weight": 90, "egfr": 60}, (CAP,)),
        ({"weight": 110, "egfr": 60}, (CAP, BEYOND)),
        ({"weight": 110, "creatinine": 90, "planned_regimen": "euro_lupus"}, ()),
        ({"weight": 110, "creatinine": 90, "planned_regimen": "pulse_per_kg"}, (CAP, BEYOND)),
        ({"planned_regimen": "euro_lupus", "planned_dose": 1201}, (CAP,)),
        ({"planned_regimen": "euro_lupus", "planned_dose": 1501}, (CAP, BEYOND)),
        ({"planned_dose": 1200}, ()),
    ],
    ids=str,
)
def test_doses_above_a_cap_by_either_table_or_under_discussion(
    told: Told, raised: tuple[str, ...]
) -> None:
    assert flags(ORGAN | {"age": 40} | told) & {CAP, BEYOND} == set(raised)


@pytest.mark.parametrize(
    "told",
    [
        {"diagnosis": SLE, "nephritis_class": "none", "organ_threats": ["none"]},
        {"diagnosis": GPA, "organ_threats": ["none"]},
    ],
    ids=str,
)
def test_no_dose_by_table_where_the_drug_is_no_option(told: Told) -> None:
    at_seventy: Told = {"age": 70, "weight": 130, "creatinine": 90, "egfr": 60}
    rules = {"RCYC-17", "RCYC-18", "RCYC-20"}
    assert not rules & fired(told | at_seventy)
    assert rules <= fired(told | at_seventy | {"on_cyclophosphamide": "yes"})


# The lowest count.


@pytest.mark.parametrize(
    ("told", "band"),
    [
        ({"nadir_wbc": 2.5}, "cyc_nadir_20"),
        ({"nadir_wbc": 2.5, "nadir_neutrophils": 1.6}, "cyc_nadir_20"),
        ({"nadir_wbc": 2.5, "nadir_neutrophils": 1.2}, "cyc_nadir_20"),
        ({"nadir_wbc": 2.5, "nadir_neutrophils": 0.9}, "cyc_nadir_40"),
        ({"nadir_wbc": 2.5, "nadir_neutrophils": 0.4}, "cyc_nadir_stop"),
        ({"nadir_wbc": 1.5, "nadir_neutrophils": 0.4}, "cyc_nadir_stop"),
        ({"nadir_wbc": 1.5, "nadir_neutrophils": 1.2}, "cyc_nadir_40"),
        ({"nadir_wbc": 0.9, "nadir_neutrophils": 0.6}, "cyc_nadir_stop"),
        ({"nadir_neutrophils": 1.0}, "cyc_nadir_20"),
        ({"nadir_neutrophils": 0.5}, "cyc_nadir_40"),
    ],
    ids=str,
)
def test_the_lowest_count_has_one_consequence(told: Told, band: str) -> None:
    trace = traced(GPA, {"on_cyclophosphamide": "yes"} | told)
    assert {flag.id for flag in trace.flags if flag.id.startswith("cyc_nadir")} == {band}
