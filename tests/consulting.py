"""Consulting the shipped rule book in a test."""

from __future__ import annotations

from typing import Any

from engine.consult import consult
from engine.profile import profile_model
from engine.trace import Trace
from rules import RULEBOOK

PROFILE = profile_model(RULEBOOK.vocabulary)


def consulted(findings: dict[str, Any]) -> Trace:
    """The trace for a patient told as in a profile file."""
    return consult(RULEBOOK, PROFILE.read(findings).entries())


def flag_ids(trace: Trace) -> set[str]:
    """The ids of the flags that were raised."""
    return {flag.id for flag in trace.flags}
