"""What is calculated: worked examples, edges of tables, nothing where an input is missing."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import ContradictionError
from engine.facts import Facts, establish
from engine.profile import profile_model
from engine.trace import Provenance
from rules.full import FULL_RULEBOOK

VOCABULARY = FULL_RULEBOOK.vocabulary
PROFILE = profile_model(VOCABULARY)
MPA, MS = "microscopic_polyangiitis", "multiple_sclerosis"


def known(told: dict[str, Any]) -> Facts:
    return establish(VOCABULARY, PROFILE.read({"diagnosis": MPA, **told}).entries())


def value(finding: str, **told: Any) -> object:
    return known(told).values.get(finding)


@pytest.mark.parametrize(
    ("years", "kilograms", "creatinine", "milligrams"),
    [(64, 70, 160, 875), (72, 60, 320, 450), (45, 80, 90, 1200), (58, 90, 90, 1350)],
)
def test_pulses_that_were_worked_out_by_hand(
    years: int, kilograms: int, creatinine: int, milligrams: int
) -> None:
    told = {"age": years, "weight": kilograms, "creatinine": creatinine}
    assert value("cyclops_dose", **told) == milligrams


def test_at_seventy_the_two_tables_differ() -> None:
    told = {"age": 70, "weight": 70, "creatinine": 160, "egfr": 40}
    assert (value("cyclops_dose", **told), value("kdigo_dose", **told)) == (875, 700)


@pytest.mark.parametrize(
    ("years", "creatinine", "per_kilogram"),
    [
        (17, 300, None), (18, 300, 15), (59, 300, 15), (59, 301, 12.5), (59, 500, 12.5),
        (60, 300, 12.5), (60, 301, 10), (70, 300, 12.5), (70, 500, 10), (71, 300, 10),
        (71, 301, 7.5), (71, 500, 7.5), (59, 501, None), (71, 501, None), (40, 60, 15),
    ],
)  # fmt: skip
def test_every_field_of_the_trial_table_and_its_edges(
    years: int, creatinine: int, per_kilogram: float | None
) -> None:
    wanted = None if per_kilogram is None else per_kilogram * 100
    assert value("cyclops_dose", age=years, weight=100, creatinine=creatinine) == wanted


@pytest.mark.parametrize(
    ("years", "rate", "per_kilogram"),
    [
        (17, 60, None), (18, 60, 15), (59, 30, 15), (59, 29, 12.5), (60, 30, 12.5), (60, 29, 10),
        (69, 30, 12.5), (70, 30, 10), (70, 29, 7.5), (90, 8, 7.5),
    ],
)  # fmt: skip
def test_every_field_of_the_guideline_table_and_its_edges(
    years: int, rate: int, per_kilogram: float | None
) -> None:
    wanted = None if per_kilogram is None else per_kilogram * 100
    assert value("kdigo_dose", age=years, weight=100, egfr=rate) == wanted


def test_the_table_reads_creatinine_in_either_unit() -> None:
    """300 µmol/L are 3.394 mg/dL: just under and just over."""
    for entered, milligrams in ((3.39, 1500), (3.40, 1250)):
        told = {"creatinine": {"value": entered, "unit": "mg/dL"}, "age": 40, "weight": 100}
        assert value("cyclops_dose", **told) == milligrams


@pytest.mark.parametrize("missing", ["age", "weight", "creatinine"])
def test_no_pulse_without_each_of_its_inputs(missing: str) -> None:
    told = {"age": 64, "weight": 70, "creatinine": 160}
    assert value("cyclops_dose", **{k: v for k, v in told.items() if k != missing}) is None


@pytest.mark.parametrize(("sex", "rate"), [("male", 17), ("female", 13), ("intersex", None)])
def test_filtration_rate_for_each_sex(sex: str, rate: float | None) -> None:
    assert value("egfr", creatinine=320, age=72, sex_at_birth=sex) == rate


@pytest.mark.parametrize("missing", ["creatinine", "age", "sex_at_birth"])
def test_no_filtration_rate_without_each_of_its_inputs(missing: str) -> None:
    told = {"creatinine": 320, "age": 72, "sex_at_birth": "male"}
    assert value("egfr", **{k: v for k, v in told.items() if k != missing}) is None


def test_the_equation_is_one_for_adults() -> None:
    assert value("egfr", creatinine=60, age=17, sex_at_birth="male") is None
    assert value("egfr", creatinine=60, age=18, sex_at_birth="male") is not None


def test_what_was_measured_goes_before_what_is_calculated() -> None:
    told = {"creatinine": 320, "age": 72, "sex_at_birth": "male"}
    calculated, entered = known(told).known["egfr"], known({**told, "egfr": 25}).known["egfr"]
    assert (calculated.value, calculated.provenance) == (17, Provenance.CALCULATED)
    assert (entered.value, entered.provenance) == (25, Provenance.ENTERED)


def test_a_calculated_rate_feeds_the_guideline_table() -> None:
    told = {"creatinine": 320, "age": 72, "sex_at_birth": "female", "weight": 60}
    assert value("kdigo_dose", **told) == value("cyclops_dose", **told) == 450


def test_body_surface() -> None:
    assert value("body_surface", height=170, weight=68) == 1.79
    assert value("body_surface", height=170) is None
    assert value("body_surface", weight=68) is None


def test_dose_after_the_next_ejection_fraction_and_disability() -> None:
    told = {
        "diagnosis": MS, "prior_mitoxantrone": 60, "lvef": 48, "lvef_baseline": 61,
        "lvef_lower_limit": 52, "edss": 5.5, "edss_a_year_ago": 4,
    }  # fmt: skip
    derived = {"mitoxantrone_after_next": 72, "lvef_fall": 13, "lvef_above_limit": -4}
    for finding, wanted in (derived | {"edss_change": 1.5}).items():
        assert value(finding, **told) == wanted
    for missing, finding in (
        ("prior_mitoxantrone", "mitoxantrone_after_next"),
        ("lvef", "lvef_fall"),
        ("lvef_baseline", "lvef_fall"),
        ("lvef_lower_limit", "lvef_above_limit"),
        ("edss_a_year_ago", "edss_change"),
    ):
        assert value(finding, **{k: v for k, v in told.items() if k != missing}) is None


@pytest.mark.parametrize(
    "told",
    [
        {"wbc": 3, "neutrophils": 3.1},
        {"nadir_wbc": 1, "nadir_neutrophils": 1.1},
        {"cytopenia_cause": "no_cytopenia", "neutrophils": 1.5},
        {"cytopenia_cause": "no_cytopenia", "wbc": 3.9},
        {"cytopenia_cause": "no_cytopenia", "platelets": 99},
        {"pregnancy_possible": "no", "pregnancy_status": "trimester_1"},
        {"pregnancy_possible": "no", "pregnancy_status": "breastfeeding"},
        {"diagnosis": MS, "mitoxantrone_course": "never", "prior_mitoxantrone": 12},
        {"diagnosis": MS, "relapses_12_months": 1, "disabling_relapses_12_months": 2},
    ],
    ids=str,
)
def test_what_no_patient_can_be_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(ContradictionError):
        known(told)


@pytest.mark.parametrize(
    "told",
    [
        {"wbc": 3, "neutrophils": 3},
        {"cytopenia_cause": "no_cytopenia", "neutrophils": 1.6, "wbc": 4, "platelets": 100},
        {"cytopenia_cause": "drug", "neutrophils": 0.4},
        {"diagnosis": MS, "mitoxantrone_course": "never", "prior_mitoxantrone": 0},
        {"diagnosis": MS, "relapses_12_months": 2, "disabling_relapses_12_months": 2},
    ],
    ids=str,
)
def test_what_is_at_the_edge_is_accepted(told: dict[str, Any]) -> None:
    assert known(told).known


def test_where_pregnancy_is_not_possible_there_is_none() -> None:
    found = known({"pregnancy_possible": "no"}).known["pregnancy_status"]
    assert (found.value, found.provenance) == ("not_pregnant", Provenance.IMPLIED)
