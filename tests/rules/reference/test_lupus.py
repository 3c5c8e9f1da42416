"""Lupus by published criteria: which organ counts, which class, and how often treatment failed."""

from __future__ import annotations

import pytest

from rules.full import FULL_RULEBOOK
from tests.rules.reference.telling import raised, text_of, traced
from tests.rules.reference.told import (
    HARMLESS,
    REFRACTORY,
    SEVERE,
    Told,
    consulted,
    failed,
    fired,
    row,
    truth,
    truths,
    verdict,
)

SLE = "systemic_lupus_erythematosus"
LUPUS: Told = {"diagnosis": SLE}
CALM: Told = LUPUS | HARMLESS | {
    "organ_threats": ["none"],
    "haematological_emergency": ["none"],
    "neuropsychiatric_mechanism": "not_present",
    "nephritis_class": "none",
    "sledai_2k": 4,
    "upcr": 0.1,
    "creatinine_rise": 0,
    "active_urinary_sediment": "no",
    "mimics_excluded": "yes",
    "prednisone": 5,
    "treatments": [
        row("mycophenolate", "not_tried"), row("cyclophosphamide", "not_tried"),
        row("anti_cd20", "not_tried"),
    ],
}  # fmt: skip
TEAM, NOT, MAY, OPEN = (
    "document_ambiguous",
    "not_indicated",
    "may_be_considered",
    "not_enough_data",
)
KIDNEY = ("glomerulonephritis", "rapidly_progressive_glomerulonephritis")
UNLISTED = ("limb_or_digit", "sclera_or_orbit", "subglottic")


def deciding(told: Told) -> set[str]:
    reference = consulted(told).overall_reference
    assert reference is not None
    return set(reference.rules)


def test_mild_lupus_is_not_indicated_for_that_reason_alone() -> None:
    assert verdict(CALM) == NOT
    assert deciding(CALM) == {"RLUP-21"}


def test_a_high_score_without_an_organ_is_severe_and_not_indicated() -> None:
    assert truths(CALM | {"sledai_2k": 13}, SEVERE) == {SEVERE: "yes"}
    assert verdict(CALM | {"sledai_2k": 13}) == NOT
    assert deciding(CALM | {"sledai_2k": 13}) == {"RLUP-22"}


@pytest.mark.parametrize("organ", KIDNEY)
@pytest.mark.parametrize(
    "kidney",
    [
        {"nephritis_class": "none"},
        {"nephritis_class": "i"},
        {"nephritis_class": "ii"},
        {"nephritis_class": "vi"},
        {"nephritis_class": "v", "upcr": 0.5},
    ],
    ids=str,
)
def test_a_threatened_kidney_against_the_biopsy_is_left_to_the_team(
    organ: str, kidney: Told
) -> None:
    told = CALM | kidney | {"organ_threats": [organ], "dialysis_needed": "yes"}
    assert truths(told, SEVERE) == {SEVERE: "yes"}
    assert verdict(told) == TEAM
    assert "RLUP-42" in deciding(told)


def test_another_vital_organ_decides_beside_a_kidney_against_the_biopsy() -> None:
    told = CALM | {"nephritis_class": "ii", "organ_threats": [KIDNEY[0], "heart"]}
    assert verdict(told) == MAY
    assert "RLUP-42" not in fired(told)


@pytest.mark.parametrize("organ", UNLISTED)
@pytest.mark.parametrize("score", [4, 13])
def test_limb_eye_and_airway_are_not_called_mild(organ: str, score: int) -> None:
    told = CALM | {"organ_threats": [organ], "sledai_2k": score}
    assert verdict(told) == TEAM
    assert deciding(told) == {"RLUP-43"}


THROMBOTIC: Told = CALM | {
    "organ_threats": ["central_nervous_system"],
    "neuropsychiatric_mechanism": "thrombotic",
}


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({}, NOT),
        ({"nephritis_class": "not_biopsied"}, NOT),
        ({"nephritis_class": "iv"}, MAY),
        ({"nephritis_class": "iii_v"}, MAY),
        ({"organ_threats": ["central_nervous_system", "sclera_or_orbit"]}, TEAM),
        ({"organ_threats": ["central_nervous_system", "pneumonitis"]}, MAY),
    ],
    ids=str,
)
def test_thrombosis_alone_speaks_against_and_another_organ_decides_for_itself(
    told: Told, wanted: str
) -> None:
    assert verdict(THROMBOTIC | told) == wanted
    assert ("RLUP-23" in fired(THROMBOTIC | told)) is (wanted == NOT)


def test_thrombosis_waits_for_the_class_of_the_biopsy() -> None:
    told = {name: value for name, value in THROMBOTIC.items() if name != "nephritis_class"}
    reference = consulted(told).overall_reference
    assert reference is not None
    assert reference.kind.value == OPEN
    assert "nephritis_class" in reference.waiting_for


# Refractory.

TWO_TRIPLES = [failed("mycophenolate", 60), failed("belimumab"), failed("calcineurin_inhibitor")]
NEPHRITIS: Told = CALM | {"nephritis_class": "iv", "organ_threats": ["glomerulonephritis"]}
NOT_TRIED = [row("cyclophosphamide", "not_tried"), row("anti_cd20", "not_tried")]


@pytest.mark.parametrize("nephritis", ["iv", "v"])
def test_two_triples_that_failed_are_two_courses(nephritis: str) -> None:
    told = NEPHRITIS | {"nephritis_class": nephritis, "treatments": [*TWO_TRIPLES, *NOT_TRIED]}
    assert truths(told, REFRACTORY) == {REFRACTORY: "yes"}
    assert {"RLUP-16", "RLUP-30"} <= fired(told)


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("short", [row("belimumab", "not_tried"), failed("belimumab", 25)])
def test_one_triple_is_one_course(at: int, short: Told) -> None:
    rows = [*TWO_TRIPLES]
    rows[at] = short | {"treatment": TWO_TRIPLES[at]["treatment"]}
    told = NEPHRITIS | {"treatments": [*rows, *NOT_TRIED]}
    assert truths(told, REFRACTORY) == {REFRACTORY: "no"}


@pytest.mark.parametrize(
    ("kidney", "weeks", "doubt"), [("iv", 25, True), ("iv", 26, False), ("none", 12, False)]
)
def test_a_short_course_of_a_calcineurin_inhibitor_is_doubted(
    kidney: str, weeks: int, doubt: bool
) -> None:
    trace = traced(
        SLE, {"nephritis_class": kidney, "treatments": [failed("calcineurin_inhibitor", weeks)]}
    )
    assert ("not_yet_refractory" in raised(trace)) is doubt


TWO_AGENTS = [failed("methotrexate"), failed("belimumab")]
BASIS = [row("hydroxychloroquine", "worked"), row("glucocorticoid", "partial")]


def test_two_agents_beside_hydroxychloroquine_and_glucocorticoid() -> None:
    told = CALM | {"sledai_2k": 8, "treatments": [*TWO_AGENTS, *BASIS]}
    assert truths(told, REFRACTORY) == {REFRACTORY: "yes"}


@pytest.mark.parametrize("at", range(2))
@pytest.mark.parametrize(
    ("outcome", "wanted"),
    [("not_tried", "no"), ("contraindicated", "yes"), ("not_tolerated", "yes"), ("failed", "yes")],
)
def test_what_stands_before_them_has_to_have_been_begun(at: int, outcome: str, wanted: str) -> None:
    basis = [*BASIS]
    basis[at] = row(BASIS[at]["treatment"], outcome)
    told = CALM | {"sledai_2k": 8, "treatments": [*TWO_AGENTS, *basis]}
    assert truths(told, REFRACTORY) == {REFRACTORY: wanted}


def test_what_stands_before_them_is_asked() -> None:
    told = CALM | {"sledai_2k": 8, "treatments": TWO_AGENTS}
    assert truth(told, REFRACTORY).value == "unknown"


# What stands beside.


@pytest.mark.parametrize("regimen", ["oral_daily", "monthly_high_dose", "euro_lupus"])
@pytest.mark.parametrize(
    "kidney",
    [
        {"nephritis_class": "iii"},
        {"nephritis_class": "v", "upcr": 0.5},
        {"organ_threats": [KIDNEY[0]]},
        {"organ_threats": [KIDNEY[1]]},
    ],
    ids=str,
)
def test_the_low_dose_is_preferred_in_every_nephritis(kidney: Told, regimen: str) -> None:
    told = CALM | kidney | {"planned_regimen": regimen}
    assert ("RLUP-29" in fired(told)) is (regimen != "euro_lupus")


@pytest.mark.parametrize(
    "status", ["trimester_1", "trimester_2", "trimester_3", "breastfeeding", "not_pregnant"]
)
def test_lists_with_mycophenolate_stay_away_where_it_harms_a_child(status: str) -> None:
    told = NEPHRITIS | {
        "pregnancy_status": status, "pregnancy_possible": "yes", "upcr": 3.2, "egfr": 80,
        "fertility_wish": "yes", "urinary_findings": "haemorrhagic_cystitis",
    }  # fmt: skip
    lists = {"RLUP-26", "RLUP-28", "RLUP-33"}
    assert fired(told) & lists == (lists if status == "not_pregnant" else set())
    assert ("RSAF-13" in fired(told)) is (status != "not_pregnant")


def test_the_regimens_side_by_side_say_which_are_none_in_pregnancy() -> None:
    text = text_of(FULL_RULEBOOK, "lupus_triple_therapy")
    assert "belimumab" in text.partition(";")[0]
    assert "no option in pregnancy or while breastfeeding" in text
    assert "no options in pregnancy" in text_of(FULL_RULEBOOK, "lupus_alternatives")
    assert "Mycophenolate and methotrexate are contraindicated" in text_of(
        FULL_RULEBOOK, "safer_in_pregnancy"
    )
