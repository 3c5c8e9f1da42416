"""Boundaries on a decision map: how little of its findings has to change for another verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.findings import Measurement
from engine.inquiry.map_model import Axis, Cell, DecisionMap, Kinds, Places


@dataclass(frozen=True, slots=True)
class Turn:
    """The number from which on a verdict is another, in the stored unit.

    ``by`` is how far the present one is from it, negative where it has to fall; ``beyond`` says
    that the number itself does not count yet.
    """

    at: float
    by: float
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One axis that has to be told otherwise: in any of some of its regions.

    ``turn`` is where that begins for a number that is known.
    """

    axis: int
    places: tuple[int, ...]
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """Changes that together lead to another kind of verdict; ``cell`` is one that they lead to."""

    kinds: Kinds
    changes: tuple[Change, ...]
    cell: Cell


def boundaries(found: DecisionMap) -> tuple[Boundary, ...]:
    """For each other kind of verdict the fewest axes to change, the nearest kind first.

    Of numbers, the nearest that do. Nothing known becomes unknown. Empty on a map of whoever, and
    for a patient who cannot be.
    """
    here = found.here
    if found.whoever or not here.kinds:
        return ()
    by_kind: dict[Kinds, list[Cell]] = {}
    for cell in found.cells:
        if cell.kinds and cell.kinds != here.kinds and not _forgets(found, cell.places):
            by_kind.setdefault(cell.kinds, []).append(cell)
    boundary = [each for kinds, cells in by_kind.items() for each in _nearest(found, kinds, cells)]
    return tuple(sorted(boundary, key=lambda each: _distance(found, each.cell.places)))


def _forgets(found: DecisionMap, places: Places) -> bool:
    """Whether something known would be unknown."""
    return any(at == axis.unknown != axis.here for axis, at in zip(found.axes, places, strict=True))


def _changed(found: DecisionMap, places: Places) -> tuple[int, ...]:
    pairs = enumerate(zip(found.axes, places, strict=True))
    return tuple(number for number, (axis, at) in pairs if at != axis.here)


def _distance(found: DecisionMap, places: Places) -> tuple[int, int, Places, Places]:
    """How many axes change, how many regions of numbers are passed over, which axes, where to."""
    changed, passed = _changed(found, places), 0
    for number in changed:
        axis = found.axes[number]
        if isinstance(axis.finding, Measurement) and axis.now is not None:
            passed += abs(places[number] - axis.here)
    return len(changed), passed, changed, places


def _nearest(found: DecisionMap, kinds: Kinds, cells: list[Cell]) -> Iterable[Boundary]:
    """The fewest changes to cells of one kind, one for each set of axes that has to change."""
    fewest = min(len(_changed(found, cell.places)) for cell in cells)
    by_axes: dict[tuple[int, ...], list[Cell]] = {}
    for cell in cells:
        axes = _changed(found, cell.places)
        if len(axes) == fewest:
            by_axes.setdefault(axes, []).append(cell)
    for axes, alike in by_axes.items():
        if len(axes) == 1:
            yield from _along(found, kinds, axes[0], alike)
        else:
            cell = min(alike, key=lambda each: _distance(found, each.places))
            yield Boundary(kinds, tuple(_change(found, n, cell) for n in axes), cell)


def _along(found: DecisionMap, kinds: Kinds, number: int, cells: list[Cell]) -> Iterable[Boundary]:
    """Along one axis: the next region below and above, or all of them where there is no order."""
    axis = found.axes[number]
    if isinstance(axis.finding, Measurement) and axis.now is not None:
        below = [cell for cell in cells if cell.places[number] < axis.here]
        above = [cell for cell in cells if cell.places[number] > axis.here]
        nearest = [*below[-1:], *above[:1]]
        for cell in nearest:
            yield Boundary(kinds, (_change(found, number, cell),), cell)
    else:
        places = tuple(cell.places[number] for cell in cells)
        yield Boundary(kinds, (Change(number, places),), cells[0])


def _change(found: DecisionMap, number: int, cell: Cell) -> Change:
    axis, at = found.axes[number], cell.places[number]
    return Change(number, (at,), _turn(axis, at))


def _turn(axis: Axis, at: int) -> Turn | None:
    """Where a number has to go to reach a region."""
    region = axis.regions[at]
    if not isinstance(axis.finding, Measurement) or axis.now is None:
        return None
    if region is None or region.low is None or region.high is None:
        return None
    now, up = float(axis.now), at > axis.here
    end = axis.low_end(at) if up else axis.high_end(at)
    if end is None:
        return None
    return Turn(end.at, round(end.at - now, 9), beyond=not end.counts)
