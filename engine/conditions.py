"""The condition nodes of the rule language: frozen data, no lambdas, nothing to evaluate as text.

Leaves name a finding or a concept by its id and are made by the findings and concepts themselves
(``severity.is_(Severity.SEVERE)``, ``SEVERE.yes``), so that a type checker sees a wrong value.
There is no negation: a rule may ask that something *is known to be no*, never that a proof failed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from engine.evidence import Threshold

Value = str | bool | float
"""A finding's value inside the engine: an option's, an answer, or a number in the stored unit."""


class NoTruth:
    """Something that is neither true nor false: ``a and b`` of two would silently be ``b``."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        """Raises TypeError, always."""
        raise TypeError(
            "conditions, findings and concepts are joined by all_of(…) and any_of(…), not by "
            "“and”, “or”, “not”, or a comparison such as 1 < x < 2"
        )


@dataclass(frozen=True, slots=True)
class Is(NoTruth):
    """The finding has exactly this value."""

    finding: str
    value: Value


@dataclass(frozen=True, slots=True)
class IsOneOf(NoTruth):
    """The finding has one of these values."""

    finding: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InRange(NoTruth):
    """The measurement, read in ``unit``, lies in a range; a missing end is open.

    ``low_included`` and ``high_included`` say whether the end itself still counts. ``marks`` are
    the thresholds that the ends stand for, where they come from a source.
    """

    finding: str
    unit: str
    low: float | None = None
    high: float | None = None
    low_included: bool = True
    high_included: bool = True
    marks: tuple[Threshold, ...] = ()

    def holds(self, number: float) -> bool:
        """Whether a number (already in ``unit``) lies in the range."""
        above = self.low is None or number > self.low or (self.low_included and number == self.low)
        below = (
            self.high is None or number < self.high or (self.high_included and number == self.high)
        )
        return above and below


@dataclass(frozen=True, slots=True)
class IsKnown(NoTruth):
    """The finding has been told, whatever it is. Yes or no, never unknown."""

    finding: str


@dataclass(frozen=True, slots=True)
class IsNotKnown(NoTruth):
    """The finding has not been told.

    Allowed only in rules that conclude a flag, or that a safety question is open.
    """

    finding: str


@dataclass(frozen=True, slots=True)
class ConceptIs(NoTruth):
    """A concept is known to be yes, or (``yes=False``) known to be no."""

    concept: str
    yes: bool = True


@dataclass(frozen=True, slots=True)
class AllOf(NoTruth):
    """Every condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(NoTruth):
    """At least one condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AtLeast(NoTruth):
    """At least ``count`` of the conditions hold."""

    count: int
    conditions: tuple[Condition, ...]


FindingLeaf = Is | IsOneOf | InRange | IsKnown | IsNotKnown
Leaf = FindingLeaf | ConceptIs
Group = AllOf | AnyOf | AtLeast
Condition = Leaf | Group


def all_of(*conditions: Condition) -> AllOf:
    """Every one of the conditions holds."""
    return AllOf(conditions)


def any_of(*conditions: Condition) -> AnyOf:
    """One or more of the conditions hold."""
    return AnyOf(conditions)


def at_least(count: int, *conditions: Condition) -> AtLeast:
    """``count`` or more of the conditions hold."""
    return AtLeast(count, conditions)


def walk(condition: Condition, path: str = "when") -> Iterator[tuple[str, Condition]]:
    """Every node with its path, parents before children (``when``, ``when.0``, ``when.0.1``)."""
    yield path, condition
    if isinstance(condition, Group):
        for position, child in enumerate(condition.conditions):
            yield from walk(child, f"{path}.{position}")


def findings_of(condition: Condition) -> frozenset[str]:
    """The ids of the findings that a condition reads itself (not through concepts)."""
    return frozenset(n.finding for _, n in walk(condition) if isinstance(n, FindingLeaf))


def concepts_of(condition: Condition) -> frozenset[str]:
    """The ids of the concepts that a condition reads."""
    return frozenset(n.concept for _, n in walk(condition) if isinstance(n, ConceptIs))
