"""Where the conditions of rules cut a finding's values into regions, and a value inside each.

Two values in one region are the same to every condition that was looked at. A region of a number is
an interval; the value taken from it lies just inside, as near as can be to a given one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from engine.conditions import FindingLeaf, InRange, Is, IsKnown, IsNotKnown, IsOneOf, Value
from engine.findings import Choice, Finding, Measurement

UNBOUNDED = 1e6
"""Stands for the end of a measurement that has no limit."""

FINEST = 0.1
"""How far inside an open end a number is taken where it has no step of its own."""


@dataclass(frozen=True, slots=True)
class Region:
    """Values that no condition tells apart; the first is the one to take.

    ``low`` and ``high`` are the outermost numbers of an interval that can be told, None for what is
    no number.
    """

    values: tuple[Value, ...]
    low: float | None = None
    high: float | None = None

    @property
    def value(self) -> Value:
        """The value to take."""
        return self.values[0]


def holds(leaf: FindingLeaf, finding: Finding, value: Value) -> bool:
    """Whether a condition on a finding holds for a value of it."""
    match leaf:
        case Is(_, wanted):
            return value == wanted
        case IsOneOf(_, values):
            return value in values
        case InRange(_, unit):
            if not isinstance(finding, Measurement):
                raise TypeError(f"{finding.id} is compared with numbers but is not one")
            return leaf.holds(finding.shown(float(value), unit))
        case IsKnown():
            return True
        case IsNotKnown():
            return False


def regions(
    finding: Finding, leaves: Iterable[FindingLeaf], near: Value | None = None
) -> tuple[Region, ...]:
    """The regions of a finding's values, in their order; ``near`` is its present value."""
    asked = tuple(dict.fromkeys(leaves))
    if isinstance(finding, Measurement):
        return _intervals(finding, asked, None if near is None else float(near))
    options: tuple[Value, ...] = (
        tuple(option.value for option in finding.options)
        if isinstance(finding, Choice)
        else (True, False)
    )
    alike: dict[tuple[bool, ...], list[Value]] = {}
    for value in options:
        alike.setdefault(_signature(finding, asked, value), []).append(value)
    # As it is now stays as it is: its region takes that very value.
    return tuple(
        Region(tuple(sorted(values, key=lambda value: value != near))) for values in alike.values()
    )


def cut_points(measurement: Measurement, leaves: Iterable[FindingLeaf]) -> tuple[float, ...]:
    """The numbers, in the stored unit, at which some condition may turn over."""
    found: set[float] = set()
    for leaf in leaves:
        if isinstance(leaf, InRange):
            ends = (end for end in (leaf.low, leaf.high) if end is not None)
            found |= {measurement.stored(end, leaf.unit) for end in ends}
        elif isinstance(leaf, Is):
            found.add(float(leaf.value))
    return tuple(sorted(found))


def inside(
    measurement: Measurement, low: float, high: float, *, low_counts: bool, high_counts: bool
) -> tuple[float, float] | None:
    """The lowest and the highest number between two ends that can be told; None without one.

    A number that has no step is taken at a tenth beyond an end that does not count itself, or half
    way where there is no room for that.
    """
    step = measurement.step or (1.0 if measurement.whole else None)
    width = step or FINEST
    first = low if low_counts and not step else _beyond(low, width, counts=low_counts)
    last = high if high_counts and not step else 0.0 - _beyond(-high, width, counts=high_counts)
    if first <= last:
        return first, last
    if step is None and low < high:
        return (low + high) / 2, (low + high) / 2
    return None


def _beyond(end: float, step: float, *, counts: bool) -> float:
    """The first multiple of a step from an end on (with ``counts``) or beyond it."""
    steps = ceil(round(end / step, 9))
    if not counts and round(steps * step, 9) <= end:
        steps += 1
    return round(steps * step, 9)


def _signature(finding: Finding, leaves: tuple[FindingLeaf, ...], value: Value) -> tuple[bool, ...]:
    return tuple(holds(leaf, finding, value) for leaf in leaves)


def _intervals(
    measurement: Measurement, leaves: tuple[FindingLeaf, ...], near: float | None
) -> tuple[Region, ...]:
    lowest = -UNBOUNDED if measurement.hard.low is None else measurement.hard.low
    highest = UNBOUNDED if measurement.hard.high is None else measurement.hard.high
    points = [p for p in cut_points(measurement, leaves) if lowest < p < highest]
    ends = [lowest, *points, highest]
    pieces: list[tuple[tuple[bool, ...], float, float]] = []
    for low, high in pairwise(ends):
        for first, last, counts in ((low, low, True), (low, high, False)):
            found = inside(measurement, first, last, low_counts=counts, high_counts=counts)
            if found is None:
                continue
            signature = _signature(measurement, leaves, found[0])
            if pieces and pieces[-1][0] == signature:
                pieces[-1] = (signature, pieces[-1][1], found[1])
            else:
                pieces.append((signature, *found))
    top = inside(measurement, highest, highest, low_counts=True, high_counts=True)
    if top is not None:
        signature = _signature(measurement, leaves, highest)
        if pieces and pieces[-1][0] == signature:
            pieces[-1] = (signature, pieces[-1][1], highest)
        else:
            pieces.append((signature, highest, highest))
    return tuple(
        Region((_nearest(low, high, near, first=place == 0),), low, high)
        for place, (_, low, high) in enumerate(pieces)
    )


def _nearest(low: float, high: float, near: float | None, *, first: bool) -> float:
    """The number to take from an interval: next to the present one, else next to its cut."""
    if near is None:
        return high if first else low
    return min(max(low, near), high)
