"""What fits together: two answers that cannot both be true are refused, one missing follows."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import ContradictionError
from engine.facts import establish
from engine.trace import Provenance
from rules.full import FULL_RULEBOOK
from tests.rules.reference.telling import GPA, MPA, OTHER_VASCULITIS, RA, SLE
from tests.rules.reference.told import PROFILE, Told, row

VOCABULARY = FULL_RULEBOOK.vocabulary


def facts(**told: Any) -> dict[str, object]:
    return dict(establish(VOCABULARY, PROFILE.read(told).entries()).values)


def refusal(**told: Any) -> str:
    with pytest.raises(ContradictionError) as refused:
        facts(**told)
    (problem,) = refused.value.problems
    return f"{problem.field} {problem}"


ALARM: Told = {"creatinine_rise": 120, "active_urinary_sediment": "yes"}


@pytest.mark.parametrize("diagnosis", [SLE, GPA, MPA, OTHER_VASCULITIS])
@pytest.mark.parametrize(
    ("rise", "nephritis", "rapid"),
    [(49, None, None), (50, True, None), (79, True, None), (80, True, True), (120, True, True)],
)
def test_creatinine_that_rises_with_a_nephritic_sediment_is_a_threatened_kidney(
    diagnosis: str, rise: int, nephritis: bool | None, rapid: bool | None
) -> None:
    found = facts(diagnosis=diagnosis, **ALARM | {"creatinine_rise": rise})
    assert found.get("organ_threats.glomerulonephritis") is nephritis
    assert found.get("organ_threats.rapidly_progressive_glomerulonephritis") is rapid


def test_without_the_sediment_or_in_another_disease_nothing_follows() -> None:
    for told in (
        {"diagnosis": SLE, "creatinine_rise": 120},
        {"diagnosis": SLE, "creatinine_rise": 120, "active_urinary_sediment": "no"},
        {"diagnosis": RA, **ALARM},
    ):
        assert "organ_threats.glomerulonephritis" not in facts(**told)


@pytest.mark.parametrize("diagnosis", [SLE, GPA])
@pytest.mark.parametrize(
    "kidneys",
    [ALARM, {"dialysis_needed": "yes", "active_urinary_sediment": "yes"}],
    ids=["alarm", "dialysis"],
)
def test_kidneys_in_danger_and_no_organ_threatened_are_refused(
    diagnosis: str, kidneys: Told
) -> None:
    said = refusal(diagnosis=diagnosis, organ_threats=["none"], **kidneys)
    assert "organ_threats.glomerulonephritis" in said
    assert "active_urinary_sediment" in said
    assert "glomerulonephritis" in said


@pytest.mark.parametrize("diagnosis", [SLE, GPA, RA])
def test_a_threatened_organ_is_a_clinical_sign(diagnosis: str) -> None:
    told: Told = {"diagnosis": diagnosis, "organ_threats": ["heart"]}
    found = establish(VOCABULARY, PROFILE.read(told).entries()).known["activity_evidence"]
    assert (found.value, found.provenance) == ("clinical", Provenance.IMPLIED)
    for evidence in ("serology_only", "fixed_damage"):
        said = refusal(**told, activity_evidence=evidence)
        assert "activity_evidence" in said
        assert "organ_threats.heart" in said
    assert "activity_evidence" not in facts(diagnosis=diagnosis, organ_threats=["none"])


@pytest.mark.parametrize("diagnosis", [GPA, MPA, OTHER_VASCULITIS])
def test_remission_threatens_no_organ(diagnosis: str) -> None:
    found = facts(diagnosis=diagnosis, vasculitis_phase="remission")
    assert found["organ_threats.heart"] is False
    said = refusal(
        diagnosis=diagnosis, vasculitis_phase="remission", organ_threats=["alveolar_haemorrhage"]
    )
    assert "vasculitis_phase" in said


@pytest.mark.parametrize(
    ("outcome", "grams", "refused"),
    [
        ("not_tried", 3, True), ("not_tried", 0, False), ("failed", 0, True), ("worked", 0, True),
        ("partial", 0, True), ("failed", 3, False), ("in_progress", 0, False),
        ("contraindicated", 0, False),
    ],
)  # fmt: skip
def test_the_table_and_the_lifetime_dose_of_cyclophosphamide_agree(
    outcome: str, grams: float, refused: bool
) -> None:
    told: Told = {
        "diagnosis": GPA, "prior_cyclophosphamide": grams,
        "treatments": [row("cyclophosphamide", outcome)],
    }  # fmt: skip
    if refused:
        said = refusal(**told)
        assert "prior_cyclophosphamide" in said
        assert "treatments.cyclophosphamide.outcome" in said
    else:
        assert facts(**told)


@pytest.mark.parametrize(
    "cells", [{"weeks": 40}, {"full_dose": "yes"}, {"taken_as_agreed": "yes"}], ids=str
)
@pytest.mark.parametrize("treatment", ["mycophenolate", "anti_cd20", "azathioprine"])
def test_what_was_never_started_was_not_taken(treatment: str, cells: Told) -> None:
    told = {"diagnosis": SLE, "treatments": [row(treatment, "not_tried", **cells)]}
    assert f"treatments.{treatment}.outcome" in refusal(**told)
    assert facts(diagnosis=SLE, treatments=[row(treatment, "failed", **cells)])
    assert facts(diagnosis=SLE, treatments=[row(treatment, "not_tried", weeks=0)])


def test_a_lung_disease_without_a_course_is_none() -> None:
    said = refusal(
        diagnosis=RA, extra_articular=["interstitial_lung_disease"], lung_disease_course="none"
    )
    assert "lung_disease_course" in said
