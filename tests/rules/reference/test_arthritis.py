"""Rheumatoid arthritis by published criteria: cases, ladder, and every number at its edge."""

from __future__ import annotations

import pytest

from engine.errors import ContradictionError
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from tests.rules.reference.told import (
    CANDIDATE,
    CRITERIA,
    DANGER,
    HARMLESS,
    RAPID,
    REFRACTORY,
    SEVERE,
    USED_UP,
    Told,
    consulted,
    failed,
    fired,
    in_every_unit,
    row,
    truth,
    truths,
    verdict,
)

RA: Told = {"diagnosis": "rheumatoid_arthritis"}
TEAM = "document_ambiguous"
NOT_TRIED = [row(drug, "not_tried") for drug in ("anti_cd20", "il6_inhibitor", "jak_inhibitor")]
TWO_MECHANISMS = [failed("methotrexate"), failed("tnf_inhibitor"), failed("abatacept")]
CALM: Told = RA | HARMLESS | {
    "das28": 2.4,
    "extra_articular": ["none"],
    "organ_threats": ["none"],
    "lung_disease_course": "none",
    "sharp_score_change": 0,
    "prednisone": 0,
    "synovitis_confirmed": "yes",
    "treatments": [
        row("methotrexate", "worked"),
        row("tnf_inhibitor", "not_tried"),
        row("abatacept", "not_tried"),
        *NOT_TRIED,
    ],
}  # fmt: skip
DIFFICULT: Told = CALM | {"das28": 4, "treatments": [*TWO_MECHANISMS, *NOT_TRIED]}
HIGH_ACTIVITY: Told = RA | {
    "das28": 5.9, "extra_articular": ["none"], "severity": "severe",
    "all_other_options_failed": "no", "rapidly_progressing": "no",
    "treatments": [
        failed("methotrexate"), failed("tnf_inhibitor"), row("abatacept", "not_tried"), *NOT_TRIED,
    ],
}  # fmt: skip
VASCULITIS: Told = RA | HARMLESS | {
    "extra_articular": ["systemic_vasculitis"], "organ_threats": ["mononeuritis", "limb_or_digit"],
    "lung_disease_course": "none", "severity": "severe", "rapidly_progressing": "yes",
    "all_other_options_failed": "no", "age": 66,
}  # fmt: skip


def test_a_full_harmless_patient_meets_no_criterion() -> None:
    assert truths(CALM, *CRITERIA) == dict.fromkeys(CRITERIA, "no")
    assert verdict(CALM) == "not_indicated"
    assert {"RRA-9", "RRA-15"} <= fired(CALM)


def test_nothing_told_is_nothing_known() -> None:
    assert truths(RA, *CRITERIA) == dict.fromkeys(CRITERIA, "unknown")
    assert verdict(RA) == "not_enough_data"


def test_c24_high_activity_is_severe_and_no_place_for_an_alkylating_drug() -> None:
    assert truths(HIGH_ACTIVITY, SEVERE, REFRACTORY, USED_UP, CANDIDATE) == {
        SEVERE: "yes", REFRACTORY: "no", USED_UP: "no", CANDIDATE: "no",
    }  # fmt: skip
    assert {"RRA-1", "RRA-9", "RRA-15"} <= fired(HIGH_ACTIVITY)
    assert not {"RRA-5", "RRA-6", "RRA-7", "RRA-8", "RRA-11"} & fired(HIGH_ACTIVITY)
    assert verdict(HIGH_ACTIVITY) == "not_indicated"


def test_c25_vasculitis_is_the_exception() -> None:
    assert truths(VASCULITIS, SEVERE, DANGER, CANDIDATE) == {
        SEVERE: "yes", DANGER: "no", CANDIDATE: "yes",
    }  # fmt: skip
    assert {"RRA-2", "RRA-7", "RRA-8", "RRA-13"} <= fired(VASCULITIS)
    assert not {"RRA-9", "RRA-14", "RRA-15"} & fired(VASCULITIS)
    trace = consulted(VASCULITIS)
    assert trace.overall.kind.value == "may_be_considered"
    assert trace.overall.drug == "chemotherapy_no_drug_named"
    assert trace.overall_reference is not None
    assert trace.overall_reference.kind.value == "may_be_considered"
    assert trace.overall_reference.drug == "cyclophosphamide"


def test_s2_difficult_to_treat_but_not_inflamed() -> None:
    quiet = DIFFICULT | {"synovitis_confirmed": "no"}
    assert truths(quiet, REFRACTORY, USED_UP) == {REFRACTORY: "yes", USED_UP: "no"}
    assert {"RRA-5", "RRA-11", "RRA-12"} <= fired(quiet)
    assert verdict(quiet) == "not_indicated"
    raised = {flag.id for flag in consulted(quiet).flags}
    assert {"arthritis_difficult_to_treat", "arthritis_not_inflamed"} <= raised
    assert "RRA-12" not in fired(DIFFICULT)


@pytest.mark.parametrize(
    ("finding", "value", "rule", "concept", "wanted"),
    [
        ("das28", 5.0, "RRA-1", SEVERE, "no"),
        ("das28", 5.1, "RRA-1", SEVERE, "no"),
        ("das28", 5.2, "RRA-1", SEVERE, "yes"),
        ("sharp_score_change", 4.9, "RRA-1", SEVERE, "no"),
        ("sharp_score_change", 5, "RRA-1", SEVERE, "yes"),
        ("sharp_score_change", 5.1, "RRA-1", SEVERE, "yes"),
        ("sharp_score_change", 4.9, "RRA-4", RAPID, "no"),
        ("sharp_score_change", 5, "RRA-4", RAPID, "yes"),
        ("sharp_score_change", 5.1, "RRA-4", RAPID, "yes"),
    ],
)
def test_severe_and_rapid_at_the_edge(
    finding: str, value: float, rule: str, concept: str, wanted: str
) -> None:
    for entered in in_every_unit(finding, value):
        told = CALM | entered
        assert truths(told, concept) == {concept: wanted}
        assert (rule in fired(told)) is (wanted == "yes")


@pytest.mark.parametrize(
    ("finding", "value", "wanted"),
    [
        ("das28", 3.1, Truth.NO),
        ("das28", 3.2, Truth.NO),
        ("das28", 3.3, Truth.YES),
        ("prednisone", 7.4, Truth.NO),
        ("prednisone", 7.5, Truth.YES),
        ("prednisone", 7.6, Truth.YES),
        ("sharp_score_change", 4.9, Truth.NO),
        ("sharp_score_change", 5, Truth.YES),
        ("sharp_score_change", 5.1, Truth.YES),
    ],
)
def test_difficult_to_treat_at_the_edge(finding: str, value: float, wanted: Truth) -> None:
    quiet = DIFFICULT | {"das28": 2.4}
    for entered in in_every_unit(finding, value):
        assert truth(quiet | entered, REFRACTORY) is wanted


@pytest.mark.parametrize(("weeks", "wanted"), [(12, "no"), (12.9, "no"), (13, "yes"), (14, "yes")])
def test_a_trial_is_adequate_from_thirteen_weeks_on(weeks: float, wanted: str) -> None:
    for short in range(3):
        drugs = ("methotrexate", "tnf_inhibitor", "abatacept")
        rows = [failed(drug, weeks if at == short else 26) for at, drug in enumerate(drugs)]
        told = DIFFICULT | {"treatments": [*rows, *NOT_TRIED]}
        assert truths(told, REFRACTORY) == {REFRACTORY: wanted}


@pytest.mark.parametrize("part", ["full_dose", "taken_as_agreed"])
def test_half_a_trial_is_none_and_an_untold_one_is_open(part: str) -> None:
    half = failed("abatacept") | {part: "no"}
    untold = {name: value for name, value in failed("abatacept").items() if name != part}
    others = [failed("methotrexate"), failed("tnf_inhibitor"), *NOT_TRIED]
    assert truth(DIFFICULT | {"treatments": [*others, half]}, REFRACTORY) is Truth.NO
    assert truth(DIFFICULT | {"treatments": [*others, untold]}, REFRACTORY) is Truth.UNKNOWN


def test_not_tolerated_is_closed_and_never_failed() -> None:
    told = DIFFICULT | {
        "treatments": [
            failed("methotrexate"), failed("tnf_inhibitor"), row("abatacept", "not_tolerated"),
            row("anti_cd20", "contraindicated"), row("il6_inhibitor", "not_available"),
            row("jak_inhibitor", "contraindicated"),
        ]
    }  # fmt: skip
    assert truths(told, REFRACTORY, USED_UP) == {REFRACTORY: "no", USED_UP: "yes"}


@pytest.mark.parametrize(
    ("last", "wanted"),
    [("not_tried", "no"), ("in_progress", "no"), ("partial", "no"), ("not_tolerated", "yes")],
)
def test_the_ladder_asks_for_two_classes_beside_the_inhibitor_of_tnf(
    last: str, wanted: str
) -> None:
    rows = [*TWO_MECHANISMS, row("jak_inhibitor", last), *NOT_TRIED[:2]]
    assert truths(DIFFICULT | {"treatments": rows}, USED_UP) == {USED_UP: wanted}


@pytest.mark.parametrize(("first", "wanted"), [("not_tried", "no"), ("contraindicated", "yes")])
def test_the_ladder_asks_for_the_inhibitor_of_tnf(first: str, wanted: str) -> None:
    rows = [
        failed("methotrexate"), row("tnf_inhibitor", first), failed("abatacept"),
        failed("jak_inhibitor"), *NOT_TRIED[:2],
    ]  # fmt: skip
    assert truths(DIFFICULT | {"treatments": rows}, USED_UP) == {USED_UP: wanted}


@pytest.mark.parametrize(("second", "wanted"), [("not_tried", "no"), ("not_tolerated", "yes")])
def test_without_methotrexate_the_next_conventional_drug_counts(second: str, wanted: str) -> None:
    rows = [
        row("methotrexate", "contraindicated"), row("leflunomide_or_sulfasalazine", second),
        *TWO_MECHANISMS[1:], *NOT_TRIED,
    ]  # fmt: skip
    assert truths(DIFFICULT | {"treatments": rows}, REFRACTORY) == {REFRACTORY: wanted}


@pytest.mark.parametrize(
    ("course", "wanted", "rapid"),
    [
        ("none", "no", "no"),
        ("stable", "no", "no"),
        ("progressive", "yes", "no"),
        ("rapidly_progressive", "yes", "yes"),
    ],
)
def test_the_course_of_the_lungs_decides(course: str, wanted: str, rapid: str) -> None:
    there = ["none"] if course == "none" else ["interstitial_lung_disease"]
    told = CALM | {"extra_articular": there, "lung_disease_course": course}
    assert truths(told, CANDIDATE, RAPID, SEVERE, DANGER) == {
        CANDIDATE: wanted, RAPID: rapid, SEVERE: rapid, DANGER: rapid,
    }  # fmt: skip
    kinds = {"none": "not_indicated", "stable": TEAM}
    assert verdict(told) == kinds.get(course, "may_be_considered")
    assert ("RRA-14" in fired(told)) is (course != "none")
    assert ("RRA-15" in fired(told)) is (course == "none")
    assert ("RRA-17" in fired(told)) is (course == "rapidly_progressive")
    assert ("RRA-18" in fired(told)) is (course == "stable")


@pytest.mark.parametrize(
    ("organ", "wanted"),
    [
        ("heart", "yes"),
        ("mesenteric", "yes"),
        ("central_nervous_system", "yes"),
        ("spinal_cord", "yes"),
        ("rapidly_progressive_glomerulonephritis", "yes"),
        ("glomerulonephritis", "no"),
        ("mononeuritis", "no"),
        ("limb_or_digit", "no"),
        ("sclera_or_orbit", "no"),
    ],
)
def test_which_organs_threaten_life(organ: str, wanted: str) -> None:
    told = {n: v for n, v in CALM.items() if n != "extra_articular"} | {"organ_threats": [organ]}
    assert truths(told, DANGER) == {DANGER: wanted}
    if wanted == "yes":
        assert truth(told, SEVERE) is Truth.YES


VESSELS = ("mononeuritis", "mesenteric", "limb_or_digit")


@pytest.mark.parametrize(
    ("organ", "sign"),
    [*((organ, "systemic_vasculitis") for organ in VESSELS),
     ("sclera_or_orbit", "scleritis_or_keratitis")],
)  # fmt: skip
def test_a_threatened_nerve_gut_digit_or_eye_is_more_than_joints(organ: str, sign: str) -> None:
    told = {n: v for n, v in CALM.items() if n != "extra_articular"} | {"organ_threats": [organ]}
    assert truth(told, SEVERE) is Truth.YES
    assert verdict(told) == ("may_be_considered" if organ in VESSELS else "not_enough_data")
    assert verdict(told | {"extra_articular": [sign]}) == (
        "may_be_considered" if organ in VESSELS else TEAM
    )
    for listed in (["none"], ["interstitial_lung_disease"]):
        with pytest.raises(ContradictionError, match=rf"extra_articular\.{sign}"):
            consulted(told | {"extra_articular": listed, "lung_disease_course": "unknown"})


def test_no_lung_disease_is_not_listed_as_one() -> None:
    listed = CALM | {"extra_articular": ["interstitial_lung_disease"]}
    with pytest.raises(ContradictionError, match=r"extra_articular\.interstitial_lung_disease"):
        consulted(listed)


@pytest.mark.parametrize(("saturation", "wanted"), [(91, "yes"), (92, "no"), (93, "no")])
def test_bleeding_lungs_threaten_life_below_ninety_two(saturation: float, wanted: str) -> None:
    bleeding = CALM | {"organ_threats": ["alveolar_haemorrhage"]}
    for entered in in_every_unit("spo2", saturation):
        assert truths(bleeding | entered, DANGER) == {DANGER: wanted}
    assert truth(bleeding, DANGER) is Truth.UNKNOWN


def test_nephritis_threatens_life_once_dialysis_is_needed() -> None:
    nephritis = CALM | {"organ_threats": ["glomerulonephritis"], "dialysis_needed": "yes"}
    assert truth(nephritis, DANGER) is Truth.YES
    assert truth(CALM | {"dialysis_needed": "yes"}, DANGER) is Truth.NO


def test_the_eye_alone_is_severe_and_a_question_for_the_team() -> None:
    eye = CALM | {"extra_articular": ["scleritis_or_keratitis"]}
    assert truths(eye, SEVERE, CANDIDATE) == {SEVERE: "yes", CANDIDATE: "no"}
    assert verdict(eye) == TEAM


@pytest.mark.parametrize("evidence", ["serology_only", "fixed_damage"])
def test_no_active_disease_comes_before_an_option(evidence: str) -> None:
    told = {n: v for n, v in VASCULITIS.items() if n != "organ_threats"}
    told |= {"activity_evidence": evidence}
    assert "RRA-10" in fired(told)
    assert verdict(told) == "not_indicated"


def test_no_rule_of_the_room_speaks_of_another_disease() -> None:
    other = (CALM | VASCULITIS | {"das28": 6}) | {"diagnosis": "other_autoimmune"}
    mine = {rule.id for rule in FULL_RULEBOOK.rules if rule.id.startswith("RRA-")}
    assert len(mine) == 18
    assert not mine & fired(other)
