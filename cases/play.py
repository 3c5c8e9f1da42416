"""A case step by step: what is known, what the rules make of it, and what is new."""

from __future__ import annotations

import json
from functools import lru_cache

from cases.model import Case
from cases.sequence import findings_after
from engine.conditions import Value
from engine.consult import consult
from engine.profile import Profile, profile_model
from engine.trace import Trace
from rules import RULEBOOK

__all__ = [
    "PROFILE",
    "consulted",
    "entries_after",
    "findings_after",
    "newly_fired",
    "profile_after",
    "trace_after",
]

PROFILE: type[Profile] = profile_model(RULEBOOK.vocabulary)


def profile_after(case: Case, step_index: int) -> Profile:
    """The patient after a step (counted from 0). Raises ProfileError when a value is wrong."""
    return PROFILE.read(findings_after(case, step_index))


def entries_after(case: Case, step_index: int) -> dict[str, Value]:
    """What both engines are told after a step. Raises ProfileError when a value is wrong."""
    return profile_after(case, step_index).entries()


def trace_after(case: Case, step_index: int) -> Trace:
    """The consultation after a step; computed once for equal findings.

    Raises ProfileError or ContradictionError for a patient who cannot exist.
    """
    return consulted(json.dumps(entries_after(case, step_index)))


@lru_cache(maxsize=512)
def consulted(entries: str) -> Trace:
    """The consultation of a patient, told as JSON; the same text is consulted once."""
    return consult(RULEBOOK, json.loads(entries))


def newly_fired(case: Case, step_index: int) -> tuple[str, ...]:
    """The rules that fired after this step and not after the one before, in firing order."""
    before = trace_after(case, step_index - 1).fired if step_index > 0 else ()
    return tuple(rule for rule in trace_after(case, step_index).fired if rule not in before)
