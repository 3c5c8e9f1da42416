"""A decision map with fewer rows and columns: neighbours that say the same stand together.

For display alone: everything is counted and explained by the cells themselves.
"""

from __future__ import annotations

from engine.inquiry.map_model import Cell, DecisionMap

Group = tuple[int, ...]
"""Regions of one axis that stand together, in their order."""


def merged(found: DecisionMap) -> tuple[tuple[Group, ...], ...]:
    """For each axis its regions, those beside each other together that say the same everywhere.

    What is unknown stands by itself. Numbers of a group follow one another.
    """
    return tuple(_groups(found, number) for number in range(len(found.axes)))


def _groups(found: DecisionMap, number: int) -> tuple[Group, ...]:
    axis = found.axes[number]
    slabs: dict[int, list[object]] = {at: [] for at in range(len(axis.regions))}
    for cell in found.cells:
        slabs[cell.places[number]].append(_look(cell))
    groups: list[Group] = []
    for at in range(len(axis.regions)):
        if groups and at != axis.unknown and slabs[groups[-1][0]] == slabs[at]:
            groups[-1] = (*groups[-1], at)
        else:
            groups.append((at,))
    return tuple(groups)


def _look(cell: Cell) -> object:
    return cell.says, bool(cell.why)
