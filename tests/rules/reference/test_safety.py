"""Safety of both drugs and prevention: pregnancy, contraception, hepatitis B, urgency."""

from __future__ import annotations

from random import Random

import pytest

from engine.consult import consult
from engine.rule import Stance
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from rules.reference.concepts import CYC_STOP
from tests.rules.reference.everyone import patient, possible
from tests.rules.reference.telling import GPA, IIM, MS, RA, SLE, Told, raised, text_of, traced
from tests.rules.reference.told import (
    HARMLESS,
    NEPHRITIS,
    OPEN_CONTRACEPTION,
    consulted,
    fired,
    verdict,
)

TEAM, STOP = "document_ambiguous", "excluded_or_paused"
SCLEROSIS: Told = HARMLESS | {
    "diagnosis": MS,
    "ms_course": "relapsing_remitting",
    "disabling_relapses_12_months": 3,
    "relapses_12_months": 3,
    "gadolinium_lesions": 2,
    "first_line_tried": "yes",
    "lvef": 62,
    "lvef_baseline": 62,
    "lvef_lower_limit": 55,
    "prior_mitoxantrone": 0,
    "mitoxantrone_course": "never",
    "heart_failure_history": "no",
    "anthracycline_or_chest_radiotherapy": "no",
    "region": "eu",
    "height": 170,
    "weight": 68,
    "treatments": [
        {"treatment": name, "outcome": "not_tried"}
        for name in (
            "anti_cd20",
            "natalizumab",
            "cladribine_s1p_or_alemtuzumab",
            "stem_cell_transplantation",
        )
    ],
}


# Contraception and pregnancy.


@pytest.mark.parametrize(
    ("told", "drug"), [(NEPHRITIS, "cyclophosphamide"), (SCLEROSIS, "mitoxantrone")]
)
def test_contraception_that_is_not_in_place_is_named_where_nothing_else_is_open(
    told: Told, drug: str
) -> None:
    reference = consulted(told | OPEN_CONTRACEPTION).overall_reference
    assert reference is not None
    assert reference.waiting_for == ()
    assert reference.summary == (
        f"Cannot be told yet: pregnancy possible, contraception not in place: {drug} waits."
    )


@pytest.mark.parametrize("status", ["trimester_1", "trimester_2", "trimester_3"])
def test_contraception_is_not_asked_in_pregnancy(status: str) -> None:
    told = {"pregnancy_possible": "yes", "pregnancy_status": status}
    assert "contraception_first" not in raised(traced(SLE, told))
    assert "contraception_first" in raised(traced(SLE, told | {"pregnancy_status": "unknown"}))
    assert "or not recorded" in text_of(FULL_RULEBOOK, "contraception_first")


LATER: Told = {"pregnancy_possible": "yes", "pregnancy_status": "trimester_2"}


@pytest.mark.parametrize(
    ("kidney", "wanted"),
    [
        ({"nephritis_class": "iv"}, TEAM),
        ({"nephritis_class": "iii_v"}, TEAM),
        ({"nephritis_class": "v", "upcr": 1}, TEAM),
        ({"nephritis_class": "v", "upcr": 0.9}, STOP),
        ({"nephritis_class": "ii"}, STOP),
        ({"nephritis_class": "not_biopsied"}, STOP),
    ],
    ids=str,
)
def test_nephritis_is_an_organ_in_danger_in_later_pregnancy(kidney: Told, wanted: str) -> None:
    told = NEPHRITIS | LATER | kidney
    assert verdict(told) == wanted
    assert ("RSAF-9" in fired(told)) is (wanted == STOP)
    assert ("RSAF-10" in fired(told)) is (wanted == TEAM)


def test_the_exception_alone_is_conditional() -> None:
    strength = {rule.id: rule.strength for rule in FULL_RULEBOOK.rules}
    assert (strength["RSAF-9"], strength["RSAF-10"]) == ("", "conditional")


def test_what_threatens_is_asked_once_there_is_a_pregnancy() -> None:
    proofs = consulted({"diagnosis": GPA}).proofs
    assert {proof.truth for proof in proofs if proof.rule in {"RSAF-9", "RSAF-10"}} == {Truth.NO}
    pregnant = consulted({"diagnosis": GPA, "pregnancy_status": "trimester_2"}).proofs
    assert {proof.truth for proof in pregnant if proof.rule == "RSAF-9"} == {Truth.UNKNOWN}


@pytest.mark.parametrize("diagnosis", [SLE, GPA, RA, IIM])
def test_obstetrics_is_named_in_every_trimester(diagnosis: str) -> None:
    for status, rule in (
        ("trimester_1", "RSAF-31"), ("trimester_2", "RSAF-12"), ("trimester_3", "RSAF-12"),
        ("breastfeeding", None), ("not_pregnant", None),
    ):  # fmt: skip
        told = {"diagnosis": diagnosis, "pregnancy_status": status}
        named = fired(told) & {"RSAF-12", "RSAF-31"}
        assert named == ({rule} if rule else set())
        assert ("RSAF-13" in fired(told)) is (status != "not_pregnant")


@pytest.mark.parametrize("status", ["trimester_1", "trimester_2", "breastfeeding"])
def test_lists_with_methotrexate_stay_away_where_it_harms_a_child(status: str) -> None:
    joints = {"diagnosis": RA, "extra_articular": ["none"], "organ_threats": ["none"]}
    muscles = {"diagnosis": IIM, "urinary_findings": "haemorrhagic_cystitis"}
    for told, rule in ((joints, "RRA-15"), (muscles, "RMYO-21")):
        assert rule in fired(told)
        assert rule not in fired(told | {"pregnancy_status": status})


# A question for the team is none where the drug is no option.


@pytest.mark.parametrize(
    "question",
    [
        {"tuberculosis": "latent_untreated"}, {"hepatitis_b": "surface_antigen"},
        {"malignancy": "current"}, {"active_infection": "localised"},
        {"wbc": 3, "neutrophils": 2, "cytopenia_cause": "disease"},
        {"pregnancy_possible": "yes", "pregnancy_status": "trimester_2",
         "life_threatening": "yes"},
    ],
    ids=str,
)  # fmt: skip
def test_a_question_for_the_team_opens_nothing_where_the_drug_is_no_option(question: Told) -> None:
    mild: Told = {
        "diagnosis": SLE, "organ_threats": ["none"], "haematological_emergency": ["none"],
        "nephritis_class": "none", "platelets": 210, "sledai_2k": 4,
    }  # fmt: skip
    assert verdict(mild | question) == "not_indicated"
    assert verdict(NEPHRITIS | question) == TEAM


# Hepatitis B.


@pytest.mark.parametrize(
    ("state", "flag"),
    [
        ("surface_antigen", {"hepatitis_b_plan"}),
        ("core_antibody_only", {"hepatitis_b_core"}),
        ("negative", set()),
    ],
)
def test_the_core_antibody_alone_concerns_anti_cd20_antibodies(state: str, flag: set[str]) -> None:
    for diagnosis in (SLE, MS):
        found = raised(traced(diagnosis, {"hepatitis_b": state}))
        assert found & {"hepatitis_b_plan", "hepatitis_b_core"} == flag
    assert "If an anti-CD20 antibody is chosen" in text_of(FULL_RULEBOOK, "hepatitis_b_core")


# Prevention.


@pytest.mark.parametrize(
    ("prevention", "wanted"),
    [
        ("in_place", False),
        ("planned", False),
        ("not_planned", True),
        ("not_needed", True),
        ("unknown", True),
    ],
)
def test_a_plan_against_pneumocystis_is_asked_unless_there_is_one(
    prevention: str, wanted: bool
) -> None:
    told = {"nephritis_class": "iv", "pneumocystis_prophylaxis": prevention}
    assert ("prevention_pneumocystis" in raised(traced(SLE, told))) is wanted


@pytest.mark.parametrize("wish", ["yes", "no", "unknown"])
def test_how_long_contraception_is_kept_is_told_whatever_the_wish(wish: str) -> None:
    found = raised(traced(SLE, {"nephritis_class": "iv", "fertility_wish": wish}))
    assert "prevention_contraception" in found
    assert ("prevention_fertility" in found) is (wish != "no")
    sclerosis = raised(consulted(SCLEROSIS | {"fertility_wish": wish}))
    assert "prevention_contraception_mitoxantrone" in sclerosis
    assert "prevention_contraception" not in sclerosis
    text = text_of(FULL_RULEBOOK, "prevention_contraception_mitoxantrone")
    assert "four months in women and six in men (moderate confidence" in text


@pytest.mark.parametrize(("running", "wanted"), [("no", True), ("unknown", True), ("yes", False)])
def test_who_has_not_begun_is_told_of_the_end(running: str, wanted: bool) -> None:
    found = raised(traced(SLE, {"nephritis_class": "iv", "on_cyclophosphamide": running}))
    assert ("prevention_end_planned" in found) is wanted
    assert ("prevention_end_date" in found) is not wanted


# What must not wait.


@pytest.mark.parametrize(
    ("diagnosis", "told"),
    [
        (SLE, {"organ_threats": ["central_nervous_system"],
               "neuropsychiatric_mechanism": "thrombotic"}),
        (GPA, {"organ_threats": ["heart"], "hypersensitivity": ["cyclophosphamide"]}),
        (GPA, {"organ_threats": ["heart"], "pregnancy_status": "trimester_1"}),
        (GPA, {"organ_threats": ["heart"], "tuberculosis": "active"}),
        (GPA, {"organ_threats": ["heart"], "neutrophils": 0.9, "cytopenia_cause": "drug"}),
        (GPA, {"organ_threats": ["none"]}),
        (RA, {"extra_articular": ["none"], "organ_threats": ["none"],
              "lung_disease_course": "none"}),
        (IIM, {"myopathy_subtype": "inclusion_body", "lung_disease_course": "none",
               "organ_threats": ["none"]}),
    ],
    ids=str,
)  # fmt: skip
def test_nothing_is_time_critical_for_a_drug_that_is_no_option_or_excluded(
    diagnosis: str, told: Told
) -> None:
    assert "time_critical" not in raised(traced(diagnosis, told | {"life_threatening": "yes"}))


def test_a_drug_that_is_stopped_is_not_hurried() -> None:
    """A suspected infection is the exception: it is worked up at once."""
    stops = {rule.id for rule in FULL_RULEBOOK.rules_for[CYC_STOP.id] if rule.id != "RSAF-4"}
    assert CYC_STOP.stance is Stance.STOP
    random, seen = Random(9), 0  # noqa: S311  (not for secrets)
    for number in range(400):
        entries = patient(random, (0.3, 0.9)[number % 2], (GPA, SLE)[number // 2 % 2])
        entries |= {"life_threatening": True, "organ_threats.heart": True}
        if number % 3:
            entries |= {"hypersensitivity.cyclophosphamide": False, "medicines.etanercept": False}
        trace = consult(FULL_RULEBOOK, possible(entries, random))
        hurried = "time_critical" in raised(trace)
        stopped = any(trace.proof(rule).truth is Truth.YES for rule in stops)
        assert not (hurried and stopped), entries
        seen += hurried
    assert seen >= 20
