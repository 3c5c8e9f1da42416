"""The document read otherwise: its own row never changes, another reading has a row of its own."""

from __future__ import annotations

from typing import Any

import pytest

from engine.consult import consult
from engine.profile import profile_model
from engine.readings import chosen_readings, read_otherwise
from engine.trace import Trace
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from tests.rules.reference.everyone import patients

PROFILE = profile_model(FULL_RULEBOOK.vocabulary)
SLE = "systemic_lupus_erythematosus"


def traced(**told: Any) -> Trace:
    return consult(FULL_RULEBOOK, PROFILE.read(told).entries())


def kinds(trace: Trace, **readings: str) -> tuple[str, str | None]:
    reread = read_otherwise(FULL_RULEBOOK, trace, readings)
    return trace.overall.kind.value, None if reread is None else reread.verdict.kind.value


def test_the_clinicians_reading_gives_no_row() -> None:
    trace = traced(diagnosis=SLE, severity="severe")
    assert kinds(trace) == ("not_enough_data", None)
    assert kinds(trace, severe="clinician") == ("not_enough_data", None)
    assert chosen_readings(FULL_RULEBOOK, {"severe": "nonsense", "nothing": "criteria"}) == ()


def test_severe_by_criteria_turns_a_mild_judgement_over_in_a_row_of_its_own() -> None:
    trace = traced(
        diagnosis=SLE, severity="mild", unresponsive_to_safer_therapy="yes", nephritis_class="iv"
    )
    assert kinds(trace, severe="criteria") == ("not_indicated", "may_be_considered")
    reread = read_otherwise(FULL_RULEBOOK, trace, {"severe": "criteria"})
    assert reread is not None
    (changed,) = reread.changed
    assert (changed.word.id, changed.judged, changed.read) == ("severe", Truth.NO, Truth.YES)
    assert reread.label.startswith("The document, read otherwise (severe: ")


@pytest.mark.parametrize(
    ("score", "reading", "kind"),
    [
        (12, "criteria", "not_indicated"),
        (12, "criteria_wider", "may_be_considered"),
        (11, "criteria_wider", "may_be_considered"),
        (10, "criteria_wider", "not_indicated"),
        (13, "criteria", "may_be_considered"),
    ],
)
def test_stricter_and_looser_bands(score: int, reading: str, kind: str) -> None:
    trace = traced(
        diagnosis=SLE, severity="severe", unresponsive_to_safer_therapy="yes", sledai_2k=score,
        nephritis_class="none", organ_threats=["none"], haematological_emergency=["none"],
        platelets=210,
    )  # fmt: skip
    assert kinds(trace, severe=reading) == ("may_be_considered", kind)


def test_an_open_criterion_asks_for_what_it_needs() -> None:
    trace = traced(diagnosis=SLE, severity="severe", unresponsive_to_safer_therapy="yes")
    reread = read_otherwise(FULL_RULEBOOK, trace, {"severe": "criteria"})
    assert reread is not None
    assert reread.verdict.kind.value == "not_enough_data"
    assert "nephritis_class" in reread.verdict.waiting_for
    assert not any(name.startswith("read_") for name in reread.verdict.waiting_for)


def test_no_reading_ever_changes_the_documents_own_row() -> None:
    everything = {
        word.id: word.options[-1].id for word in FULL_RULEBOOK.vague_words if len(word.options) > 1
    }
    for entries in patients(60, 42):
        plain = consult(FULL_RULEBOOK, entries)
        reread = consult(FULL_RULEBOOK, entries, everything)
        assert reread.overall == plain.overall
        assert reread.verdicts == plain.verdicts
        assert read_otherwise(FULL_RULEBOOK, reread, everything) is not None
