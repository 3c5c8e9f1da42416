"""The ledger of readings on real patients: the document's own row never changes."""

from __future__ import annotations

import pytest

from engine.consult import consult
from engine.readings import read_otherwise
from engine.trace import Trace
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from rules.readings import FULL_VAGUE_WORDS
from rules.source import VAGUE_WORDS
from tests.rules.reference.telling import GPA, IIM, MS, RA, SLE, Told, adequate, traced, tried

MAY, NOT, OPEN = "may_be_considered", "not_indicated", "not_enough_data"
AMBIGUOUS = "document_ambiguous"
VOCABULARY = FULL_RULEBOOK.vocabulary
ASKED = {name for name, finding in VOCABULARY.owner.items() if finding.id in VOCABULARY.by_id}


def kinds(trace: Trace, **readings: str) -> tuple[str, str]:
    """The document's own row, which no reading changes, and the row of the reading."""
    reread = read_otherwise(FULL_RULEBOOK, trace, readings)
    assert reread is not None
    own = trace.overall.kind.value
    assert traced_again(trace, readings) == own
    return own, reread.verdict.kind.value


def traced_again(trace: Trace, readings: dict[str, str]) -> str:

    entries = {
        f.finding: f.value for f in trace.facts if f.finding in FULL_RULEBOOK.vocabulary.atoms
    }
    return consult(FULL_RULEBOOK, entries, readings).overall.kind.value


def changed(trace: Trace, **readings: str) -> dict[str, tuple[Truth, Truth]]:
    reread = read_otherwise(FULL_RULEBOOK, trace, readings)
    assert reread is not None
    return {word.word.id: (word.judged, word.read) for word in reread.changed}


UNDERTREATED: Told = {
    "severity": "severe",
    "life_threatening": "no",
    "unresponsive_to_safer_therapy": "yes",
    "nephritis_class": "iii_v",
    "treatments": [
        tried("mycophenolate", 8, full_dose="no", taken_as_agreed="no"),
        {"treatment": "cyclophosphamide", "outcome": "not_tried"},
        {"treatment": "anti_cd20", "outcome": "not_tried"},
    ],
}


def test_refractory_on_paper_falls_when_dose_time_and_taking_are_asked() -> None:
    trace = traced(SLE, UNDERTREATED)
    assert kinds(trace, unresponsive="criteria") == (MAY, NOT)
    assert changed(trace, unresponsive="criteria") == {"unresponsive": (Truth.YES, Truth.NO)}


def test_twice_failed_in_earnest_stands_in_both_readings() -> None:
    told = UNDERTREATED | {
        "mimics_excluded": "yes",
        "treatments": [adequate("mycophenolate"), adequate("cyclophosphamide")],
    }
    trace = traced(SLE, told)
    assert kinds(trace, unresponsive="criteria") == (MAY, MAY)
    assert changed(trace, unresponsive="criteria") == {}


NEW_GPA: Told = {
    "severity": "severe",
    "response_to_conventional_immunosuppressants": "not_tried",
    "organ_threats": ["mononeuritis", "glomerulonephritis"],
    "dialysis_needed": "no",
    "anti_gbm": "no",
    "creatinine_rise": 30,
    "active_urinary_sediment": "yes",
}


def test_life_threatening_as_judged_and_by_criteria() -> None:
    """Where the document pulls two ways, the word life-threatening decides which way it points."""
    trace = traced(GPA, NEW_GPA | {"life_threatening": "yes"})
    assert kinds(trace, threatens_life="criteria") == (AMBIGUOUS, NOT)
    assert changed(trace, threatens_life="criteria") == {"threatens_life": (Truth.YES, Truth.NO)}


@pytest.mark.parametrize(
    ("rise", "strict", "wider"), [(30, NOT, NOT), (60, NOT, AMBIGUOUS), (80, AMBIGUOUS, AMBIGUOUS)]
)
def test_the_kidney_alarm_counts_in_the_wider_reading_only(
    rise: int, strict: str, wider: str
) -> None:
    # From 80 % on it is the rapidly progressive kind; a list without it would be refused.
    rapid = ["rapidly_progressive_glomerulonephritis"] if rise >= 80 else []
    organs = ["mononeuritis", "glomerulonephritis", *rapid]
    told = {"life_threatening": "no", "creatinine_rise": rise, "organ_threats": organs}
    trace = traced(GPA, NEW_GPA | told)
    assert kinds(trace, threatens_life="criteria") == (NOT, strict)
    assert kinds(trace, threatens_life="criteria_wider") == (NOT, wider)


def test_outside_lupus_and_vasculitis_the_wider_danger_is_the_criterion() -> None:
    for lungs, read in (("rapidly_progressive", Truth.YES), ("stable", Truth.NO)):
        told = {
            "lung_disease_course": lungs,
            "myopathy_danger_signs": ["none"],
            "organ_threats": ["none"],
        }
        trace = traced(IIM, told)
        for name in ("criteria_life_threatening", "criteria_life_threatening_wider"):
            assert trace.concepts[name] is read


def test_judged_mild_and_severe_by_criteria() -> None:
    told = {"severity": "mild", "unresponsive_to_safer_therapy": "yes", "nephritis_class": "iv"}
    trace = traced(SLE, told)
    assert kinds(trace, severe="criteria") == (NOT, MAY)
    assert changed(trace, severe="criteria") == {"severe": (Truth.NO, Truth.YES)}


def test_judged_severe_and_not_by_criteria() -> None:
    told = {
        "severity": "severe",
        "response_to_conventional_immunosuppressants": "insufficient",
        "organ_threats": ["none"],
    }
    assert kinds(traced(GPA, told), severe="criteria") == (MAY, NOT)


@pytest.mark.parametrize(
    ("told", "by_label", "stricter"),
    [
        ({"disabling_relapses_12_months": 2, "gadolinium_lesions": 1}, MAY, MAY),
        ({"disabling_relapses_12_months": 1, "relapses_12_months": 1, "gadolinium_lesions": 1,
          "new_t2_lesions_12_months": 0, "treatments": [adequate("platform_ms_drug")]}, MAY, NOT),
        ({"disabling_relapses_12_months": 0, "relapses_12_months": 0, "gadolinium_lesions": 0,
          "new_t2_lesions_12_months": 0}, NOT, NOT),
        ({"disabling_relapses_12_months": 2}, OPEN, OPEN),
    ],
)  # fmt: skip
def test_highly_active_by_label_and_stricter(told: Told, by_label: str, stricter: str) -> None:
    trace = traced(MS, told | {"highly_active": "yes", "first_line_tried": "yes"})
    assert kinds(trace, aggressive_or_highly_active="criteria") == (MAY, by_label)
    assert kinds(trace, aggressive_or_highly_active="criteria_stricter") == (MAY, stricter)


def test_all_other_options_failed_by_the_ladder() -> None:
    told = {
        "severity": "severe",
        "all_other_options_failed": "yes",
        "rapidly_progressing": "no",
        "treatments": [
            adequate("methotrexate"),
            adequate("tnf_inhibitor"),
            *({"treatment": t, "outcome": "not_tried"}
              for t in ("abatacept", "anti_cd20", "il6_inhibitor", "jak_inhibitor")),
        ],
    }  # fmt: skip
    trace = traced(RA, told)
    assert kinds(trace, options_exhausted="criteria") == (MAY, NOT)


def test_rapidly_progressing_by_published_slopes() -> None:
    told = {
        "severity": "severe",
        "all_other_options_failed": "no",
        "rapidly_progressing": "no",
        "lung_disease_course": "rapidly_progressive",
    }
    assert kinds(traced(IIM, told), rapid_progression="criteria") == (NOT, MAY)


def test_several_words_at_once() -> None:
    trace = traced(SLE, UNDERTREATED | {"severity": "mild"})
    assert kinds(trace, severe="criteria") == (NOT, MAY)
    assert kinds(trace, severe="criteria", unresponsive="criteria") == (NOT, NOT)


def test_the_ledger_keeps_what_the_document_says_and_offers_six_words_otherwise() -> None:
    assert [word.id for word in FULL_VAGUE_WORDS] == [word.id for word in VAGUE_WORDS]
    assert FULL_RULEBOOK.vague_words == FULL_VAGUE_WORDS
    for plain, full in zip(VAGUE_WORDS, FULL_VAGUE_WORDS, strict=True):
        assert (full.word, full.says, full.cites) == (plain.word, plain.says, plain.cites)
        assert full.options[: len(plain.options)] == plain.options
        assert full.options[0].concept is None
    offered = {word.id: [o.id for o in word.options[1:]] for word in FULL_VAGUE_WORDS}
    assert offered == {
        "severe": ["criteria", "criteria_wider"],
        "threatens_life": ["criteria", "criteria_wider"],
        "unresponsive": ["criteria"],
        "aggressive_or_highly_active": ["criteria", "criteria_stricter"],
        "options_exhausted": ["criteria"],
        "rapid_progression": ["criteria"],
        "close_monitoring": [],
    }


def test_every_reading_says_whence_how_sure_and_what_it_comes_to() -> None:
    for word in FULL_VAGUE_WORDS:
        for option in word.options[1:]:
            assert option.concept is not None
            assert FULL_RULEBOOK.rules_for[option.concept.id]
            assert option.cites
            assert set(option.cites) <= set(FULL_RULEBOOK.reference)
            assert option.confidence is not None
            assert len(option.consequence) >= 30
            assert option.consequence.endswith(".")
