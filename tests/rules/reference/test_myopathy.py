"""Autoimmune myopathy by published criteria: cases, ladder, and every number at its edge."""

from __future__ import annotations

import pytest

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

IIM: Told = {"diagnosis": "autoimmune_myopathy"}
UNTRIED = [
    row(drug, "not_tried")
    for drug in ("mycophenolate", "calcineurin_inhibitor", "anti_cd20", "abatacept")
]
CONVENTIONAL = [failed("methotrexate"), failed("azathioprine")]
CALM: Told = IIM | HARMLESS | {
    "myopathy_subtype": "dermatomyositis",
    "myositis_antibodies": ["mi2"],
    "weakest_muscle_grade": 5,
    "myopathy_danger_signs": ["none"],
    "lung_disease_course": "none",
    "organ_threats": ["none"],
    "mimics_excluded": "yes",
    "treatments": [
        row("glucocorticoid", "worked"),
        row("methotrexate", "not_tried"),
        row("azathioprine", "not_tried"),
        row("immunoglobulin", "not_tried"),
        *UNTRIED,
    ],
}  # fmt: skip
STEPS = [
    failed("glucocorticoid"), *CONVENTIONAL, failed("immunoglobulin"),
    *(row(drug, "not_tried") for drug in ("mycophenolate", "calcineurin_inhibitor")),
]  # fmt: skip
FAILING_LUNGS: Told = IIM | HARMLESS | {
    "myopathy_subtype": "amyopathic", "myositis_antibodies": ["mda5"], "weakest_muscle_grade": 5,
    "lung_disease_course": "rapidly_progressive", "severity": "severe",
    "rapidly_progressing": "yes", "all_other_options_failed": "no",
}  # fmt: skip
INCLUSION_BODY: Told = IIM | {
    "myopathy_subtype": "inclusion_body", "weakest_muscle_grade": 3, "severity": "severe",
    "all_other_options_failed": "yes",
}  # fmt: skip


def after(*biologics: Told) -> Told:
    """A refractory patient after all steps before a biologic, and these."""
    return CALM | {"treatments": [*STEPS, *biologics]}


def test_a_full_harmless_patient_meets_no_criterion() -> None:
    assert truths(CALM, *CRITERIA) == dict.fromkeys(CRITERIA, "no")
    assert verdict(CALM) == "not_indicated"
    assert {"RMYO-10", "RMYO-21"} <= fired(CALM)


def test_nothing_told_is_nothing_known() -> None:
    assert truths(IIM, *CRITERIA) == dict.fromkeys(CRITERIA, "unknown")
    assert verdict(IIM) == "not_enough_data"


def test_c26_lungs_that_fail_bypass_the_ladder() -> None:
    assert truths(FAILING_LUNGS, SEVERE, DANGER, RAPID, CANDIDATE, USED_UP) == {
        SEVERE: "yes", DANGER: "yes", RAPID: "yes", CANDIDATE: "yes", USED_UP: "unknown",
    }  # fmt: skip
    assert {f"RMYO-{number}" for number in (2, 3, 4, 7, 9, 13, 14)} <= fired(FAILING_LUNGS)
    assert not {"RMYO-1", "RMYO-8", "RMYO-10", "RMYO-21"} & fired(FAILING_LUNGS)
    trace = consulted(FAILING_LUNGS)
    assert trace.overall_reference is not None
    assert trace.overall.kind.value == trace.overall_reference.kind.value == "may_be_considered"
    raised = {flag.id for flag in trace.flags}
    assert {"myopathy_triple_at_once", "myopathy_combination"} <= raised


def test_without_the_antibody_triple_therapy_is_not_named() -> None:
    other = FAILING_LUNGS | {"myositis_antibodies": ["jo1_or_other_synthetase"]}
    assert "RMYO-13" not in fired(other)
    assert "RMYO-14" in fired(other)


def test_c27_inclusion_body_myositis_is_not_refractory() -> None:
    assert truths(INCLUSION_BODY, SEVERE, REFRACTORY) == {SEVERE: "yes", REFRACTORY: "no"}
    assert {"RMYO-1", "RMYO-11"} <= fired(INCLUSION_BODY)
    assert not {"RMYO-5", "RMYO-8", "RMYO-9"} & fired(INCLUSION_BODY)
    trace = consulted(INCLUSION_BODY)
    assert trace.overall_reference is not None
    assert trace.overall.kind.value == "may_be_considered"
    assert trace.overall_reference.kind.value == "not_indicated"


def test_the_whole_ladder_makes_inclusion_body_myositis_no_candidate() -> None:
    climbed = after(failed("anti_cd20"), row("abatacept", "not_tried"))
    assert truths(climbed, REFRACTORY, CANDIDATE) == {REFRACTORY: "yes", CANDIDATE: "yes"}
    same = climbed | {"myopathy_subtype": "inclusion_body"}
    assert truths(same, REFRACTORY, CANDIDATE) == {REFRACTORY: "no", CANDIDATE: "no"}
    assert verdict(same) == "not_indicated"
    untold = {name: value for name, value in climbed.items() if name != "myopathy_subtype"}
    assert truths(untold, REFRACTORY, CANDIDATE) == dict.fromkeys(
        (REFRACTORY, CANDIDATE), "unknown"
    )


def test_the_ladder_is_not_shown_where_none_of_it_helps() -> None:
    told = CALM | {"myopathy_subtype": "inclusion_body"}
    assert "RMYO-21" not in fired(told)
    untold = {name: value for name, value in CALM.items() if name != "myopathy_subtype"}
    assert "RMYO-21" in fired(untold)


@pytest.mark.parametrize(("grade", "wanted"), [(3.9, "yes"), (4, "no"), (4.1, "no")])
def test_weakness_at_the_edge(grade: float, wanted: str) -> None:
    for entered in in_every_unit("weakest_muscle_grade", grade):
        told = CALM | entered
        assert truths(told, SEVERE) == {SEVERE: wanted}
        assert ("RMYO-1" in fired(told)) is (wanted == "yes")


@pytest.mark.parametrize(
    ("sign", "danger"),
    [("dysphagia", "no"), ("respiratory_muscle", "yes"), ("myocarditis", "yes"),
     ("aspiration", "yes")],
)  # fmt: skip
def test_danger_signs(sign: str, danger: str) -> None:
    told = CALM | {"myopathy_danger_signs": [sign]}
    assert truths(told, SEVERE, DANGER) == {SEVERE: "yes", DANGER: danger}
    assert ("RMYO-18" in fired(told)) is (sign == "dysphagia")
    assert verdict(told) == ("document_ambiguous" if danger == "yes" else "not_indicated")
    assert not {"RMYO-10", "RMYO-22"} <= fired(told)


def test_a_danger_that_was_not_looked_for_keeps_the_question_open() -> None:
    for unknown in ("myopathy_danger_signs", "organ_threats"):
        told = {name: value for name, value in CALM.items() if name != unknown}
        assert verdict(told) == "not_enough_data"


def test_life_in_danger_is_no_reason_in_inclusion_body_myositis() -> None:
    told = CALM | {"myopathy_danger_signs": ["aspiration"], "myopathy_subtype": "inclusion_body"}
    assert {"RMYO-11", "RMYO-22"} <= fired(told)
    assert verdict(told) == "not_indicated"


@pytest.mark.parametrize(
    ("organ", "wanted"),
    [
        ("heart", "yes"),
        ("mesenteric", "yes"),
        ("central_nervous_system", "yes"),
        ("spinal_cord", "yes"),
        ("rapidly_progressive_glomerulonephritis", "yes"),
        ("glomerulonephritis", "no"),
        ("limb_or_digit", "no"),
    ],
)
def test_which_organs_threaten_life(organ: str, wanted: str) -> None:
    told = CALM | {"organ_threats": [organ]}
    assert truths(told, DANGER, SEVERE) == {DANGER: wanted, SEVERE: wanted}
    assert verdict(told) == ("document_ambiguous" if wanted == "yes" else "not_indicated")


@pytest.mark.parametrize(("saturation", "wanted"), [(91, "yes"), (92, "no"), (93, "no")])
def test_bleeding_lungs_threaten_life_below_ninety_two(saturation: float, wanted: str) -> None:
    bleeding = CALM | {"organ_threats": ["alveolar_haemorrhage"]}
    for entered in in_every_unit("spo2", saturation):
        assert truths(bleeding | entered, DANGER) == {DANGER: wanted}
    assert truth(bleeding, DANGER) is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("course", "candidate", "rapid"),
    [
        ("none", "no", "no"),
        ("stable", "no", "no"),
        ("progressive", "yes", "no"),
        ("rapidly_progressive", "yes", "yes"),
    ],
)
def test_the_course_of_the_lungs_decides(course: str, candidate: str, rapid: str) -> None:
    told = CALM | {"lung_disease_course": course}
    assert truths(told, CANDIDATE, RAPID, DANGER, SEVERE) == {
        CANDIDATE: candidate, RAPID: rapid, DANGER: rapid, SEVERE: rapid,
    }  # fmt: skip
    kinds = {"none": "not_indicated", "stable": "document_ambiguous"}
    assert verdict(told) == kinds.get(course, "may_be_considered")
    assert ("RMYO-10" in fired(told)) is (course == "none")
    assert ("RMYO-19" in fired(told)) is (course in {"stable", "progressive"})
    assert ("RMYO-23" in fired(told)) is (course == "stable")


@pytest.mark.parametrize(
    ("weeks", "wanted"), [(11, "no"), (11.9, "no"), (12, "yes"), (12.1, "yes")]
)
@pytest.mark.parametrize("short", [0, 1])
def test_a_trial_is_adequate_from_twelve_weeks_on(weeks: float, wanted: str, short: int) -> None:
    drugs = ("methotrexate", "azathioprine")
    rows = [failed(drug, weeks if at == short else 26) for at, drug in enumerate(drugs)]
    assert truths(CALM | {"treatments": [*rows, *UNTRIED]}, REFRACTORY) == {REFRACTORY: wanted}


@pytest.mark.parametrize("part", ["full_dose", "taken_as_agreed"])
def test_half_a_trial_is_none_and_an_untold_one_is_open(part: str) -> None:
    half = failed("azathioprine") | {part: "no"}
    untold = {name: value for name, value in failed("azathioprine").items() if name != part}
    others = [failed("methotrexate"), *UNTRIED]
    assert truth(CALM | {"treatments": [*others, half]}, REFRACTORY) is Truth.NO
    assert truth(CALM | {"treatments": [*others, untold]}, REFRACTORY) is Truth.UNKNOWN


@pytest.mark.parametrize("closed", ["not_tolerated", "contraindicated", "not_available"])
def test_closed_is_not_failed(closed: str) -> None:
    rows = [failed("methotrexate"), row("azathioprine", closed), *UNTRIED]
    assert truth(CALM | {"treatments": rows}, REFRACTORY) is Truth.NO


@pytest.mark.parametrize(("looked", "wanted"), [("yes", "yes"), ("no", "no")])
def test_refractory_asks_whether_mimics_were_excluded(looked: str, wanted: str) -> None:
    told = CALM | {"treatments": [*CONVENTIONAL, *UNTRIED], "mimics_excluded": looked}
    assert truths(told, REFRACTORY) == {REFRACTORY: wanted}


@pytest.mark.parametrize(
    ("rituximab", "abatacept", "wanted"),
    [
        (failed("anti_cd20"), row("abatacept", "not_tried"), "yes"),
        (row("anti_cd20", "contraindicated"), row("abatacept", "not_tried"), "yes"),
        (row("anti_cd20", "not_tried"), failed("abatacept"), "yes"),
        (row("anti_cd20", "not_tried"), row("abatacept", "not_available"), "no"),
        (row("anti_cd20", "not_tried"), row("abatacept", "not_tolerated"), "no"),
        (row("anti_cd20", "in_progress"), row("abatacept", "not_tried"), "no"),
        (failed("anti_cd20", 11), row("abatacept", "not_tried"), "no"),
    ],
)
def test_the_biologic_step(rituximab: Told, abatacept: Told, wanted: str) -> None:
    told = after(rituximab, abatacept)
    assert truths(told, REFRACTORY, CANDIDATE, USED_UP) == {
        REFRACTORY: "yes", CANDIDATE: wanted, USED_UP: wanted,
    }  # fmt: skip
    assert verdict(told) == ("may_be_considered" if wanted == "yes" else "not_indicated")
    assert ("RMYO-8" in fired(told)) is (wanted == "yes")


@pytest.mark.parametrize("step", ["glucocorticoid", "immunoglobulin"])
def test_each_other_step_of_the_ladder_counts(step: str) -> None:
    rows = [row(step, "not_tried") if told["treatment"] == step else told for told in STEPS]
    told = CALM | {"treatments": [*rows, failed("anti_cd20"), row("abatacept", "not_tried")]}
    assert truth(told, USED_UP) is Truth.NO
    wanted = Truth.NO if step == "immunoglobulin" else Truth.YES
    assert truth(told, CANDIDATE) is wanted


@pytest.mark.parametrize(
    ("subtype", "judged", "wanted"),
    [("polymyositis", "yes", True), ("polymyositis", "no", False), ("overlap", "yes", False)],
)
def test_the_label_is_looked_at_again(subtype: str, judged: str, wanted: bool) -> None:
    told = CALM | {
        "myopathy_subtype": subtype, "all_other_options_failed": judged, "severity": "severe",
    }  # fmt: skip
    assert ("RMYO-15" in fired(told)) is wanted


@pytest.mark.parametrize(
    ("subtype", "antibody", "wanted"),
    [
        ("dermatomyositis", "mi2", True),
        ("overlap", "tif1_gamma", True),
        ("overlap", "nxp2", True),
        ("overlap", "mi2", False),
    ],
)
def test_a_search_for_cancer_comes_first(subtype: str, antibody: str, wanted: bool) -> None:
    told = CALM | {"myopathy_subtype": subtype, "myositis_antibodies": [antibody]}
    assert ("RMYO-16" in fired(told)) is wanted


@pytest.mark.parametrize("evidence", ["serology_only", "fixed_damage"])
def test_no_active_disease_comes_before_an_option(evidence: str) -> None:
    told = FAILING_LUNGS | {"activity_evidence": evidence}
    assert "RMYO-12" in fired(told)
    assert verdict(told) == "not_indicated"


def test_subtypes_have_their_own_notes() -> None:
    assert "RMYO-17" in fired(CALM | {"myopathy_subtype": "necrotising"})
    lungs = CALM | {"lung_disease_course": "progressive"}
    assert "RMYO-20" in fired(lungs | {"myopathy_subtype": "antisynthetase"})
    assert "RMYO-20" not in fired(lungs)


def test_no_rule_of_the_room_speaks_of_another_disease() -> None:
    other = after(failed("anti_cd20")) | FAILING_LUNGS | {"diagnosis": "other_autoimmune"}
    mine = {rule.id for rule in FULL_RULEBOOK.rules if rule.id.startswith("RMYO-")}
    assert len(mine) == 23
    assert not mine & fired(other)
