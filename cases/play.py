"""A case step by step: what is known, what the rules make of it, and what is new."""

from __future__ import annotations

import json
from functools import cache, lru_cache

from cases.model import Case
from cases.sequence import findings_after
from engine.conditions import Value
from engine.consult import consult
from engine.profile import Profile, profile_model
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Trace, Verdict
from rules.full import book_for

__all__ = [
    "asked_of",
    "book_behind",
    "book_of",
    "consulted",
    "entries_after",
    "findings_after",
    "newly_fired",
    "profile_after",
    "profile_for",
    "profile_of",
    "trace_after",
    "verdict_of",
]


def book_of(case: Case) -> RuleBook:
    """The rule book that a case is played with."""
    return book_for(case.layers)


def book_behind(trace: Trace) -> RuleBook:
    """The rule book that a consultation here was made with."""
    return book_for([Layer.of(layer) for layer in trace.layers])


@cache
def profile_for(layers: tuple[Layer, ...]) -> type[Profile]:
    """The patient's findings as the rule book of some layers knows them."""
    return profile_model(book_for(layers).vocabulary)


def profile_of(case: Case) -> type[Profile]:
    """The patient's findings as the rule book of a case knows them."""
    return profile_for(case.layers)


def profile_after(case: Case, step_index: int) -> Profile:
    """The patient after a step (counted from 0). Raises ProfileError when a value is wrong."""
    return profile_of(case).read(findings_after(case, step_index))


def entries_after(case: Case, step_index: int) -> dict[str, Value]:
    """What both engines are told after a step. Raises ProfileError when a value is wrong."""
    return profile_after(case, step_index).entries()


def trace_after(case: Case, step_index: int) -> Trace:
    """The consultation after a step; computed once for equal findings.

    Raises ProfileError or ContradictionError for a patient who cannot exist.
    """
    return consulted(json.dumps(entries_after(case, step_index)), case.layers)


@lru_cache(maxsize=1024)
def consulted(entries: str, layers: tuple[Layer, ...] = (Layer.DOCUMENT,)) -> Trace:
    """The consultation of a patient, told as JSON; the same text is consulted once."""
    return consult(book_for(layers), json.loads(entries))


def verdict_of(trace: Trace, layer: Layer) -> Verdict:
    """The overall verdict of a layer. Raises LookupError when the layer is not in force."""
    found = trace.overall if layer is Layer.DOCUMENT else trace.overall_reference
    if found is None:
        raise LookupError(f"no verdict by {layer.label}")
    return found


def asked_of(case: Case, step_index: int) -> Verdict:
    """The verdict that the question of a step asks for."""
    return verdict_of(trace_after(case, step_index), case.steps[step_index].question.layer)


def newly_fired(case: Case, step_index: int) -> tuple[str, ...]:
    """The rules that fired after this step and not after the one before, in firing order."""
    before = trace_after(case, step_index - 1).fired if step_index > 0 else ()
    return tuple(rule for rule in trace_after(case, step_index).fired if rule not in before)
