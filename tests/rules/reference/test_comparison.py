"""Judgement beside criteria: a flag exactly where both are known and differ."""

from __future__ import annotations

import pytest

from engine.consult import consult
from engine.errors import ContradictionError
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from tests.rules.reference.everyone import patients
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
    text_of,
    traced,
)

DISEASES = {SLE, GPA, MPA, OTHER_VASCULITIS, RA, IIM}
# The flag, the judgement, the criterion, and the diagnoses of which the document uses the word.
WORDS = [
    ("differs_severe", "severe", "criteria_severe", DISEASES),
    ("differs_life_threatening", "threatens_life", "criteria_life_threatening", DISEASES),
    ("differs_refractory", "unresponsive", "criteria_refractory", DISEASES | {MS}),
    ("differs_highly_active", "aggressive_or_highly_active", "criteria_highly_active", {MS}),
    ("differs_options", "options_exhausted", "criteria_options_used_up", {RA, IIM}),
    ("differs_rapid", "rapid_progression", "criteria_rapid", {RA, IIM}),
]
REFRACTORY: Told = {
    "nephritis_class": "iv",
    "mimics_excluded": "yes",
    "treatments": [adequate("mycophenolate"), adequate("cyclophosphamide")],
}
STRONG_DRUG_FAILED: Told = {"mimics_excluded": "yes", "treatments": [adequate("anti_cd20")]}
ACTIVE: Told = {"disabling_relapses_12_months": 2, "gadolinium_lesions": 1}
STEP_OPEN: Told = {"treatments": [{"treatment": "tnf_inhibitor", "outcome": "not_tried"}]}
# For each word: a patient of whom the criterion is met, one of whom it is not, and the question
# that asks for the clinician's judgement, with its answers for yes and no.
MET = [
    ("differs_severe", SLE, {"nephritis_class": "iv"}, "severity", "severe", "mild"),
    ("differs_life_threatening", GPA, {"organ_threats": ["heart"]},
     "life_threatening", "yes", "no"),
    ("differs_refractory", SLE, REFRACTORY, "unresponsive_to_safer_therapy", "yes", "no"),
    ("differs_refractory", MS, STRONG_DRUG_FAILED, "unresponsive_to_safer_therapy", "yes", "no"),
    ("differs_highly_active", MS, ACTIVE, "highly_active", "yes", "no"),
    ("differs_rapid", IIM, {"lung_disease_course": "rapidly_progressive"},
     "rapidly_progressing", "yes", "no"),
]  # fmt: skip
NOT_MET = [
    ("differs_severe", GPA, {"organ_threats": ["none"]}, "severity", "severe", "mild"),
    ("differs_refractory", SLE, REFRACTORY | {"mimics_excluded": "no"},
     "unresponsive_to_safer_therapy", "yes", "no"),
    ("differs_options", RA, STEP_OPEN, "all_other_options_failed", "yes", "no"),
    ("differs_rapid", IIM, {"lung_disease_course": "stable"}, "rapidly_progressing", "yes", "no"),
]  # fmt: skip


@pytest.mark.parametrize(("flag", "diagnosis", "told", "question", "agree", "differ"), MET)
def test_a_criterion_that_is_met_and_a_judgement_that_it_is_not(
    flag: str, diagnosis: str, told: Told, question: str, agree: str, differ: str
) -> None:
    assert flag in raised(traced(diagnosis, told, **{question: differ}))
    assert flag not in raised(traced(diagnosis, told, **{question: agree}))
    assert flag not in raised(traced(diagnosis, told))


@pytest.mark.parametrize(("flag", "diagnosis", "told", "question", "differ", "agree"), NOT_MET)
def test_a_judgement_that_no_criterion_bears_out(
    flag: str, diagnosis: str, told: Told, question: str, differ: str, agree: str
) -> None:
    assert flag in raised(traced(diagnosis, told, **{question: differ}))
    assert flag not in raised(traced(diagnosis, told, **{question: agree}))


def test_organ_threatening_is_not_life_threatening() -> None:
    """New GPA with a foot drop and nephritis: the team says life, criteria say organ."""
    told = {
        "organ_threats": ["mononeuritis", "glomerulonephritis"],
        "severity": "severe",
        "creatinine_rise": 30,
        "active_urinary_sediment": "yes",
        "dialysis_needed": "no",
        "anti_gbm": "no",
    }
    judged = traced(GPA, told | {"life_threatening": "yes"})
    assert judged.concepts["criteria_life_threatening"] is Truth.NO
    assert "differs_life_threatening" in raised(judged)
    assert "differs_severe" not in raised(judged)
    agreed = traced(GPA, told | {"life_threatening": "no"})
    assert "differs_life_threatening" not in raised(agreed)


def test_where_one_side_is_open_nothing_differs() -> None:
    told = {"organ_threats": ["mononeuritis", "unknown"], "life_threatening": "yes"}
    trace = traced(GPA, told)
    assert trace.concepts["criteria_life_threatening"] is Truth.UNKNOWN
    assert "differs_life_threatening" not in raised(trace)


@pytest.mark.parametrize("seed", range(3))
def test_it_differs_exactly_where_both_are_known_and_not_alike(seed: int) -> None:
    seen: set[tuple[str, bool]] = set()
    for entries in patients(160, 900 + seed):
        trace = consult(FULL_RULEBOOK, entries)
        found = raised(trace)
        for flag, judged, criterion, diagnoses in WORDS:
            both = {trace.concepts[judged], trace.concepts[criterion]}
            wanted = entries.get("diagnosis") in diagnoses and both == {Truth.YES, Truth.NO}
            assert (flag in found) is wanted, (flag, entries)
            seen.add((flag, wanted))
    assert {flag for flag, wanted in seen if wanted} >= {"differs_severe", "differs_refractory"}


def test_every_flag_names_its_word_and_both_sides() -> None:
    words = {word.concept.id: word.word for word in FULL_RULEBOOK.vague_words}
    for flag, judged, _, _ in WORDS:
        text = text_of(FULL_RULEBOOK, flag)
        assert "judgement" in text
        assert "published criteria" in text
        assert "why" in text
        named = text.partition("“")[2].partition("”")[0]
        assert any(part.strip() in named for part in words[judged].split(",")), flag


def test_a_difference_changes_neither_verdict() -> None:
    agreed = traced(SLE, {"nephritis_class": "iv", "severity": "severe"})
    differs = traced(SLE, {"nephritis_class": "iv", "severity": "mild"})
    assert "differs_severe" in raised(differs)
    assert differs.overall.kind.value == "not_indicated"
    assert agreed.overall_reference is not None
    assert differs.overall_reference == agreed.overall_reference


@pytest.mark.parametrize("diagnosis", [RA, IIM])
def test_what_threatens_life_is_severe(diagnosis: str) -> None:
    dangerous = 0
    for entries in patients(400, 31):
        told = dict(entries) | {"diagnosis": diagnosis}
        try:
            trace = consult(FULL_RULEBOOK, told)
        except ContradictionError:
            continue
        if trace.concepts["criteria_life_threatening"] is Truth.YES:
            dangerous += 1
            assert trace.concepts["criteria_severe"] is Truth.YES, told
    assert dangerous >= 20
