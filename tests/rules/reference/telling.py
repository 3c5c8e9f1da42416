"""Patients told as in a file, consulted by both layers: for the tests of published criteria."""

from __future__ import annotations

from typing import Any

from engine.consult import consult
from engine.profile import profile_model
from engine.rulebook import RuleBook
from engine.trace import Trace
from rules.full import FULL_RULEBOOK

PROFILE = profile_model(FULL_RULEBOOK.vocabulary)
Told = dict[str, Any]

SLE, MS = "systemic_lupus_erythematosus", "multiple_sclerosis"
GPA, MPA = "granulomatosis_with_polyangiitis", "microscopic_polyangiitis"
OTHER_VASCULITIS = "other_vasculitis"
RA, IIM = "rheumatoid_arthritis", "autoimmune_myopathy"


def traced(diagnosis: str, told: Told | None = None, **more: Any) -> Trace:
    """The trace of both layers for a patient."""
    findings = {"diagnosis": diagnosis, **(told or {}), **more}
    return consult(FULL_RULEBOOK, PROFILE.read(findings).entries())


def raised(trace: Trace) -> set[str]:
    """The ids of the flags that were raised."""
    return {flag.id for flag in trace.flags}


def tried(treatment: str, weeks: int | None = None, **more: str) -> Told:
    """A row of the table of treatments: said to have failed."""
    row: Told = {"treatment": treatment, "outcome": "failed"}
    return row | ({} if weeks is None else {"weeks": weeks}) | more


def adequate(treatment: str, weeks: int = 52) -> Told:
    """A row of the table of treatments: failed in full dose, taken, for long enough."""
    return tried(treatment, weeks, full_dose="yes", taken_as_agreed="yes")


def text_of(book: RuleBook, flag: str) -> str:
    """What a flag says."""
    return next(each.text for each in book.flags if each.id == flag)
