"""What a decision map is made of: axes, cells, and the verdicts in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod

from engine.conditions import Value
from engine.findings import Finding, Measurement
from engine.inquiry.regions import Region
from engine.option import Option
from engine.rule import Layer
from engine.trace import Kind

Places = tuple[int, ...]
"""For each axis, which of its regions."""
Kinds = tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class End:
    """Where a region of a number ends, in the stored unit, and whether that number is in it."""

    at: float
    counts: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """A fact, with the regions of its values that no rule tells apart; the last, None, is unknown.

    ``now`` is what is told of the patient, ``here`` the region that it lies in. ``cuts`` are the
    numbers at which conditions turn over, for a measurement.
    """

    finding: Finding
    regions: tuple[Region | None, ...]
    now: Value | None
    here: int
    cuts: tuple[float, ...] = ()

    @property
    def unknown(self) -> int:
        """The place of what is unknown."""
        return len(self.regions) - 1

    def value(self, place: int) -> Value | None:
        """The value that stands for a region; None for unknown."""
        region = self.regions[place]
        return None if region is None else region.value

    def low_end(self, place: int) -> End | None:
        """Where a region begins; None where nothing lies below, or where there is no order."""
        region = self.regions[place]
        if place == 0 or region is None or region.low is None:
            return None
        low = region.low
        return self._end(low, max((cut for cut in self.cuts if cut <= low), default=low))

    def high_end(self, place: int) -> End | None:
        """Where a region ends; None where nothing lies above, or where there is no order."""
        region = self.regions[place]
        if place == self.unknown - 1 or region is None or region.high is None:
            return None
        high = region.high
        return self._end(high, min((cut for cut in self.cuts if cut >= high), default=high))

    def _end(self, outermost: float, cut: float) -> End:
        """Where there are steps, the outermost of them; otherwise the cut beyond it."""
        if self.step is not None or cut == outermost:
            return End(outermost, counts=True)
        return End(cut, counts=False)

    @property
    def step(self) -> float | None:
        """Between numbers that can be told; None where any number can."""
        if not isinstance(self.finding, Measurement):
            return None
        return self.finding.step or (1.0 if self.finding.whole else None)

    def values(self, place: int) -> int | None:
        """How many answers a region has, unknown being one; None where there is no end of them."""
        region = self.regions[place]
        if region is None:
            return 1
        if not isinstance(self.finding, Measurement):
            return len(region.values)
        if self.step is None or region.low is None or region.high is None:
            return None
        return round((region.high - region.low) / self.step) + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One region of each axis, and the kinds of verdict there.

    On a map of one patient that is one kind, and ``rules`` are the ids of those that decide it. On
    a map of whoever it may be, every kind that some patient gets. Without any, nobody can be so;
    ``why`` says why, and ``between`` which facts contradict each other. ``follows`` are facts of
    the axes that are not told and follow all the same.
    """

    places: Places
    kinds: Kinds
    rules: tuple[str, ...] = ()
    why: str = ""
    between: tuple[str, ...] = ()
    follows: tuple[tuple[str, Value], ...] = ()

    @property
    def says(self) -> tuple[Kinds, tuple[str, ...]]:
        """What makes it the same as another cell for a reader."""
        return self.kinds, self.rules


@dataclass(frozen=True)
class DecisionMap:
    """The verdicts of a layer on a drug for a disease, over all values of two or three facts.

    ``entries`` are told of the patient. With ``whoever``, none of them counts but the disease:
    everything else may be told in any way, or not at all. ``cells`` stand in the order of the axes,
    the last changing fastest.
    """

    layer: Layer
    drug: Option
    diagnosis: str
    whoever: bool
    axes: tuple[Axis, ...]
    entries: Mapping[str, Value]
    cells: tuple[Cell, ...]
    ordered: bool = False

    def cell(self, places: Places) -> Cell:
        """The cell in some places. Raises KeyError where there is none."""
        return self._by_places[places]

    @cached_property
    def _by_places(self) -> dict[Places, Cell]:
        return {cell.places: cell for cell in self.cells}

    @property
    def here(self) -> Cell:
        """The cell that the patient is in."""
        return self.cell(tuple(axis.here for axis in self.axes))

    @cached_property
    def counts(self) -> dict[Kinds, int]:
        """How many cells come to each kind, or set of kinds; the empty one for nobody."""
        found = Counter(cell.kinds for cell in self.cells)
        return {kinds: found[kinds] for kinds in sorted(found, key=_order)}

    @cached_property
    def value_counts(self) -> dict[Kinds, int] | None:
        """The same, of combinations of values; None where an axis has no end of them.

        Unknown counts as one value.
        """
        if self.ordered:
            return None
        found = dict.fromkeys(self.counts, 0)
        for cell in self.cells:
            sizes = [axis.values(at) for axis, at in zip(self.axes, cell.places, strict=True)]
            if any(size is None for size in sizes):
                return None
            found[cell.kinds] += prod(size for size in sizes if size is not None)
        return found


def _order(kinds: Kinds) -> tuple[bool, int, list[int]]:
    """As kinds are listed everywhere, fewer before more, nobody last."""
    order = list(Kind)
    return not kinds, len(kinds), [order.index(kind) for kind in kinds]
