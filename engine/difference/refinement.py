"""The values of a fact that the conditions of either rule base tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.conditions import Value
from engine.difference.description import Description, Plain


@dataclass(frozen=True, slots=True)
class Cell:
    """Values of one fact that neither side tells apart.

    ``value`` is the one to take. ``many`` are so many answers: the options of a choice that fall
    together, or one for a range of numbers.
    """

    value: Value
    many: int = 1


def refined(before: Description, after: Description, scope: str) -> dict[str, tuple[Cell, ...]]:
    """The cells of every fact that either side reads in a scope, in the order of the side after."""
    was, now = before.regions[scope], after.regions[scope]
    return {
        name: tuple(_cells(was.get(name) or _whole(before, name), now.get(name) or [], after, name))
        if name in now
        else tuple(_cells(was[name], _whole(after, name), before, name))
        for name in dict.fromkeys((*now, *was))
    }


def _whole(side: Description, name: str) -> list[Plain]:
    """A fact that a side does not read: as one region, or none where it does not exist there."""
    atom = side.atoms.get(name)
    return [] if atom is None else [atom["whole"]]


def _cells(
    before: Sequence[Plain], after: Sequence[Plain], side: Description, name: str
) -> Iterator[Cell]:
    if "low" in (side.atoms[name]["whole"]):
        yield from _numbers(before, after)
        return
    alike: dict[tuple[int, int], list[Value]] = {}
    for value in _values(before, after):
        alike.setdefault((_place(before, value), _place(after, value)), []).append(value)
    for values in alike.values():
        yield Cell(values[0], len(values))


def _values(before: Sequence[Plain], after: Sequence[Plain]) -> dict[Value, None]:
    return {value: None for region in (*after, *before) for value in region["values"]}


def _place(regions: Sequence[Plain], value: Value) -> int:
    """Which region a value is in; -1 where it is no value there."""
    return next((at for at, region in enumerate(regions) if value in region["values"]), -1)


def _numbers(before: Sequence[Plain], after: Sequence[Plain]) -> Iterator[Cell]:
    """Where two cuttings of a line overlap; a number near the cut, as a reader would take it."""
    if not before or not after:
        for place, region in enumerate(before or after):
            yield Cell(_near(region["low"], region["high"], first=place == 0))
        return
    found = []
    for one in before:
        for other in after:
            low, high = max(one["low"], other["low"]), min(one["high"], other["high"])
            if low <= high:
                found.append((low, high))
    reached = [*found, *_only_in(before, after), *_only_in(after, before)]
    for place, (low, high) in enumerate(sorted(set(reached))):
        yield Cell(_near(low, high, first=place == 0))


def _only_in(these: Sequence[Plain], those: Sequence[Plain]) -> Iterator[tuple[float, float]]:
    """Numbers that only one side's limits allow."""
    lowest, highest = those[0]["low"], those[-1]["high"]
    for region in these:
        if region["high"] < lowest or region["low"] > highest:
            yield region["low"], region["high"]


def _near(low: float, high: float, *, first: bool) -> float:
    return high if first else low


def applying(
    before: Description, after: Description, names: Mapping[str, Any], diagnosis: str | None
) -> list[str]:
    """The facts that make sense in a disease, on either side; the diagnosis is left out."""
    return [
        name
        for name in names
        if name not in {before.diagnosis, after.diagnosis}
        and any(_applies(side, name, diagnosis) for side in (before, after))
    ]


def _applies(side: Description, name: str, diagnosis: str | None) -> bool:
    atom = side.atoms.get(name)
    if atom is None:
        return False
    return diagnosis is None or not atom["applies_to"] or diagnosis in atom["applies_to"]


def diagnoses(before: Description, after: Description) -> dict[str, str]:
    """Every diagnosis of either side with its label."""
    options: dict[str, str] = {}
    for side in (after, before):
        options = {**side.atoms[side.diagnosis]["options"], **options}
    return options
