"""Proving a property over every patient, or finding one for whom it does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter

from engine.option import Option
from engine.property import (
    Exactly,
    Lasting,
    Never,
    NotLostByWorsening,
    OneVerdict,
    Property,
    Untouched,
    Whenever,
)
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.verify.one_patient import exactly, never, one_verdict, whenever
from engine.verify.outcome import Outcome
from engine.verify.two_patients import lasting, not_lost, untouched


class State(Option):
    """What became of a property."""

    PROVEN = "proven", "proven"
    FAILED = "failed", "does not hold"
    EMPTY = "empty", "says nothing", "No patient can be as the property supposes."


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a property, and how many seconds it took."""

    property: Property
    state: State
    outcome: Outcome
    seconds: float


def prove_all(
    book: RuleBook, properties: Iterable[Property], alone: Mapping[Layer, RuleBook]
) -> Iterator[Proof]:
    """Prove one property after the other; see ``prove``."""
    for each in properties:
        yield prove(book, each, alone)


def prove(book: RuleBook, property_: Property, alone: Mapping[Layer, RuleBook]) -> Proof:
    """Prove a property of a rule book over every patient there can be.

    ``alone`` are the rule books of single layers, for what a layer says by itself. Raises
    DefectError where the solver and the reference evaluator do not see the same.
    """
    begun = perf_counter()
    outcome = _asked(book, property_, alone)
    if outcome.against:
        state = State.FAILED
    else:
        state = State.PROVEN if outcome.example is not None else State.EMPTY
    return Proof(property_, state, outcome, perf_counter() - begun)


def _asked(book: RuleBook, property_: Property, alone: Mapping[Layer, RuleBook]) -> Outcome:
    outcome: Outcome
    match property_.claim:
        case Whenever() as claim:
            outcome = whenever(book, claim)
        case Never() as claim:
            outcome = never(book, claim)
        case Exactly() as claim:
            outcome = exactly(book, claim)
        case OneVerdict() as claim:
            outcome = one_verdict(book, claim)
        case Lasting() as claim:
            outcome = lasting(book, claim)
        case NotLostByWorsening() as claim:
            outcome = not_lost(book, claim)
        case Untouched() as claim:
            outcome = untouched(book, claim, alone)
    return outcome
