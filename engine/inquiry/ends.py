"""The values that stand for everyone, where a number is calculated of others.

In a region no condition tells two numbers apart, so that one of them stands for all. What is
calculated of several does tell them apart: whether the heart has lost ten points depends on where
in its region each of the two numbers is. So of every combination of regions it is looked what can
be calculated there, as seen from each threshold, and numbers are told that bring it there.

Formulas rise or fall with each input: within a combination of regions the calculated number is
lowest and highest at ends of theirs, and on the way from one to the other all between is met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from engine.conditions import Value
from engine.findings import Finding, Measurement
from engine.formulas import Calculation, DoseTable
from engine.inquiry.domains import Domains, domains
from engine.inquiry.regions import FINEST, Region, cut_points
from engine.inquiry.slice import Slice
from engine.vocabulary import Vocabulary


def everybody(vocabulary: Vocabulary, part: Slice, *, moving: bool = False) -> Domains:
    """What may be told of anybody, as far as a slice reads of a patient.

    A region from which several numbers are told stands there once for each of them. With
    ``moving``, more are told: where one of the numbers that something is calculated of changes and
    the others stay, these have to serve before and after.
    """
    cut = domains(vocabulary, part, {}, frozenset(), reflect=moving)
    return with_calculated(vocabulary, part, cut)


def with_calculated(vocabulary: Vocabulary, part: Slice, cut: Domains) -> Domains:
    """Regions with as many numbers told of each as what is calculated of them needs."""
    told = {name: [_Told(region) for region in regions] for name, regions in cut.items()}
    read = tuple(_read(vocabulary, part))
    for each in (*((one,) for one in read), *_together(read)):
        _tell_all(_Group(each), told)
    return {
        name: tuple(r for each in regions for r in each.regions) for name, regions in told.items()
    }


class _Told:
    """A region, and what is told of it."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self.values: list[Value] = [region.value]
        ends = (region.value, region.low, region.high)
        self.ends = tuple(dict.fromkeys(end for end in ends if end is not None))

    def tell(self, value: Value) -> None:
        """Tell one more value of the region."""
        if value not in self.values:
            self.values.append(value)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The region, once for each value that is told."""
        region = self._region
        first = Region(region.values, region.low, region.high)
        return (
            first,
            *(Region((value,), region.low, region.high) for value in self.values[1:]),
        )


Seen = tuple[int, ...] | None
"""Where a calculated number is, seen from each threshold; None where nothing is calculated."""

Cell = tuple[_Told, ...]
"""A region of each input of a calculation."""


@dataclass(frozen=True, slots=True)
class _Calculated:
    """A calculation, and the thresholds that what it gives is compared with."""

    calculation: Calculation
    points: tuple[float, ...]

    def number(self, known: Mapping[str, Value]) -> float | None:
        """What it gives for known inputs; None where nothing is calculated."""
        if any(finding.id not in known for finding in self.calculation.by.inputs):
            return None
        number = self.calculation.by.value(known)
        return number if number is not None and self.calculation.then.hard.hold(number) else None

    def seen(self, number: float | None) -> Seen:
        """Where a number is."""
        if number is None:
            return None
        return tuple((number > point) - (number < point) for point in self.points)


class _Group:
    """Calculations that share inputs, looked at together: all of them as seen at once."""

    def __init__(self, calculated: tuple[_Calculated, ...]) -> None:
        own = {each.calculation.then.id for each in calculated}
        # What another of them calculates is not told besides.
        self.inputs: tuple[Finding, ...] = tuple(
            dict.fromkeys(
                finding
                for each in calculated
                for finding in each.calculation.by.inputs
                if finding.id not in own
            )
        )
        self._calculated = calculated
        self._kept: dict[tuple[Value, ...], tuple[Seen, ...]] = {}

    def seen(self, values: tuple[Value, ...]) -> tuple[Seen, ...]:
        """Where each of them is for these values of the inputs."""
        found = self._kept.get(values)
        if found is None:
            known = {each.id: value for each, value in zip(self.inputs, values, strict=True)}
            every = []
            for each in self._calculated:
                number = each.number(known)
                every.append(each.seen(number))
                if number is not None:
                    known[each.calculation.then.id] = number
            found = self._kept[values] = tuple(every)
        return found

    def met(self, cell: Cell) -> set[tuple[Seen, ...]]:
        """Where the values that are told of a cell bring them."""
        return {self.seen(values) for values in product(*(each.values for each in cell))}

    def reached(self, cell: Cell) -> Iterator[tuple[tuple[Seen, ...], tuple[Value, ...]]]:
        """Where the numbers of a cell bring them, each with some that do: first near what is told.

        One input is moved at a time, the others being held.
        """
        for held in ([each.values for each in cell], [each.ends for each in cell]):
            for at, finding in enumerate(self.inputs):
                if isinstance(finding, Measurement):
                    others = [values for place, values in enumerate(held) if place != at]
                    for around in product(*others):
                        yield from self._moved(cell[at], finding, around[:at], around[at:])

    def _moved(
        self,
        told: _Told,
        finding: Measurement,
        before: tuple[Value, ...],
        after: tuple[Value, ...],
    ) -> Iterator[tuple[tuple[Seen, ...], tuple[Value, ...]]]:
        """What one input alone brings about, moved through its region."""
        step = finding.step or (1.0 if finding.whole else FINEST)
        ends = sorted(float(end) for end in told.ends)
        found = {end: self.seen((*before, end, *after)) for end in ends}
        for end, seen in found.items():
            yield seen, (*before, end, *after)
        waiting = [
            (low, high, found[low], found[high])
            for low, high in pairwise(ends)
            if found[low] != found[high]
        ]
        while waiting:
            low, high, first, last = waiting.pop()
            middle = round(round((low + high) / 2 / step) * step, 9)
            if not low < middle < high:
                continue
            values = (*before, middle, *after)
            seen = self.seen(values)
            yield seen, values
            if seen != first:
                waiting.append((low, middle, first, seen))
            if seen != last:
                waiting.append((middle, high, seen, last))


def _read(vocabulary: Vocabulary, part: Slice) -> Iterator[_Calculated]:
    """The calculations whose numbers a slice reads, those first that others calculate with."""
    inputs = {finding.id for each in vocabulary.calculations for finding in each.by.inputs}
    for name in sorted(part.atoms, key=lambda name: name not in inputs):
        calculation = vocabulary.calculated.get(name)
        if calculation is not None:
            points = _points(vocabulary, part, calculation)
            if points or part.leaves[name]:
                yield _Calculated(calculation, points)


def _together(read: tuple[_Calculated, ...]) -> Iterator[tuple[_Calculated, ...]]:
    """Those that share an input, or calculate with what another gives; in the same order."""
    groups: list[list[_Calculated]] = []
    for one in read:
        near = [group for group in groups if any(_share(one, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(each for group in near for each in group), one])
    for group in groups:
        whole = tuple(each for each in read if each in group)
        # What one gives and another reads may be told as well.
        last = tuple(each for each in whole if each.calculation.then.id not in _fed(whole))
        yield from (found for found in dict.fromkeys((whole, last)) if len(found) > 1)


def _fed(group: tuple[_Calculated, ...]) -> set[str]:
    return {finding.id for each in group for finding in each.calculation.by.inputs}


def _share(one: _Calculated, other: _Calculated) -> bool:
    first, second = (
        {each.calculation.then.id, *(finding.id for finding in each.calculation.by.inputs)}
        for each in (one, other)
    )
    return bool(first & second)


def _points(vocabulary: Vocabulary, part: Slice, calculation: Calculation) -> tuple[float, ...]:
    """What the calculated number is compared with, by conditions and by tables that read it."""
    then = calculation.then
    leaves = list(part.leaves[then.id])
    for name in part.atoms:
        other = vocabulary.calculated.get(name)
        if other is not None and part.leaves[name] and isinstance(other.by, DoseTable):
            bands = [leaf for band in other.by.bands for leaf in (band.row, band.column)]
            leaves += [leaf for leaf in bands if leaf.finding == then.id]
    return cut_points(then, leaves)


def _tell_all(calculated: _Group, told: dict[str, list[_Told]]) -> None:
    """Tell of every combination of regions what brings what is calculated where it can be."""
    inputs = calculated.inputs
    if any(finding.id not in told for finding in inputs):
        return
    for cell in product(*(told[finding.id] for finding in inputs)):
        met = calculated.met(cell)
        for seen, values in tuple(calculated.reached(cell)):
            if seen not in met:
                for each, value in zip(cell, values, strict=True):
                    each.tell(value)
                met = calculated.met(cell)
