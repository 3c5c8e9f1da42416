"""A decision map: which verdict each combination of two or three findings comes to.

Each finding's values are cut into the regions that no rule tells apart, so a verdict found for one
value of each region holds for all of them: the whole space is covered, not sampled. For one patient
each cell is put to the reference evaluator; for whoever it may be, to the solver, which proves
every kind possible or impossible.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import prod

from engine.conditions import FindingLeaf, Value
from engine.errors import InputError, Problem
from engine.facts import establish, within
from engine.findings import Measurement
from engine.inquiry.domains import cuts
from engine.inquiry.map_asked import Asked, checked_axes, told_with
from engine.inquiry.map_cells import (
    Evaluator,
    every_place,
    nobody,
)
from engine.inquiry.map_model import Axis, Cell, DecisionMap, Places
from engine.inquiry.map_whoever import cells_of_whoever, cuts_of_whoever
from engine.inquiry.regions import Region, cut_points, holds, regions
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Provenance

MOST_CELLS = 5_000
"""The most cells of a map of one patient."""
MOST_PROVEN = 1_000
"""The most cells of a map of whoever: each is several questions to the solver."""


def decision_map(
    book: RuleBook,
    layer: Layer,
    drug: str | None,
    entries: Mapping[str, Value],
    axes: Sequence[str],
    *,
    whoever: bool = False,
) -> DecisionMap:
    """The map for the disease in ``entries``; without a drug, of the one that is named for it.

    ``axes`` are ids of two or three facts. With ``whoever``, of the entries only the disease
    counts. Raises InputError for axes that cannot be, or that make too many cells; DefectError as
    ``engine.consult`` does.
    """
    book.refuse_broken()
    vocabulary = book.vocabulary
    diagnosis = entries.get(vocabulary.diagnosis.id)
    if diagnosis is None:
        raise InputError(Problem("disease", "A map is about one disease.", "Choose one."))
    asked = Asked.about(book, layer, drug, diagnosis)
    names = checked_axes(asked, axes)
    told = within(vocabulary, entries)
    moving = {vocabulary.owner[name].id for name in names}
    fixed = frozenset(set(vocabulary.by_id) - moving)
    cut = cuts_of_whoever(asked, names) if whoever else cuts(vocabulary, asked.part, told, fixed)
    found = _in_order(asked, tuple(_axis(asked, name, cut[name], told.get(name)) for name in names))
    number = prod(len(axis.regions) for axis in found)
    most = MOST_PROVEN if whoever else MOST_CELLS
    if number > most:
        wrong = f"That makes {number:,} combinations; at most {most:,} can be shown."
        raise InputError(Problem("axes", wrong, "Choose fewer findings, or others."))
    cells = cells_of_whoever(asked, found, cut) if whoever else _one_patient(asked, found, told)
    return DecisionMap(
        layer=layer,
        drug=asked.drug,
        diagnosis=asked.diagnosis,
        whoever=whoever,
        axes=found,
        entries=told,
        cells=cells,
        ordered=_pair(asked, names) is not None,
    )


def patient_in(book: RuleBook, found: DecisionMap, places: Places) -> dict[str, Value]:
    """The patient of a cell: what is told of the present one, and the axes as in the cell.

    On a map of whoever, the disease and the axes alone. Raises InputError where the cell cannot be
    told.
    """
    told = {book.vocabulary.diagnosis.id: found.diagnosis} if found.whoever else found.entries
    values = {
        axis.finding.id: axis.now if at == axis.here else axis.value(at)
        for axis, at in zip(found.axes, places, strict=True)
    }
    return told_with(book.vocabulary, told, values)


# Axes ----------------------------------------------------------------------------------------


def _axis(asked: Asked, name: str, leaves: tuple[FindingLeaf, ...], now: Value | None) -> Axis:
    finding = asked.book.vocabulary.atoms[name]
    found = list(regions(finding, leaves, now))
    here = len(found)
    if now is not None:
        here = _place(asked, name, leaves, found, now)
        if found[here].low is not None:
            # A number between two steps lies in no interval, and stands for the one beside it.
            found[here] = replace(found[here], values=(now,))
    points = cut_points(finding, leaves) if isinstance(finding, Measurement) else ()
    return Axis(finding, (*found, None), now, here, points)


def _place(
    asked: Asked, name: str, leaves: tuple[FindingLeaf, ...], found: list[Region], now: Value
) -> int:
    """The region that a value lies in, or else the nearest that no condition tells from it."""
    finding = asked.book.vocabulary.atoms[name]

    def signature(value: Value) -> tuple[bool, ...]:
        return tuple(holds(leaf, finding, value) for leaf in leaves)

    def off(region: Region) -> float:
        if region.low is None or region.high is None:
            return 0.0
        return max(region.low - float(now), float(now) - region.high, 0.0)

    mine = signature(now)
    alike = [at for at, region in enumerate(found) if signature(region.value) == mine]
    return min(alike, key=lambda at: off(found[at]))


def _pair(asked: Asked, names: Sequence[str]) -> tuple[str, str] | None:
    """Of the axes, two measurements of which the first can never be the larger."""
    for pair in asked.book.vocabulary.ordered:
        if pair.lesser.id in names and pair.greater.id in names:
            return pair.lesser.id, pair.greater.id
    return None


def _in_order(asked: Asked, axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Let regions of such a pair stand for themselves by values that are in order if any are."""
    pair = _pair(asked, [axis.finding.id for axis in axes])
    if pair is None:
        return axes

    def taken(region: Region | None, lesser: bool) -> Region | None:
        end = None if region is None else (region.low if lesser else region.high)
        return region if region is None or end is None else replace(region, values=(end,))

    return tuple(
        replace(axis, regions=tuple(taken(r, axis.finding.id == pair[0]) for r in axis.regions))
        if axis.finding.id in pair
        else axis
        for axis in axes
    )


# One patient ---------------------------------------------------------------------------------


def _one_patient(
    asked: Asked, axes: tuple[Axis, ...], entries: Mapping[str, Value]
) -> tuple[Cell, ...]:
    evaluator, vocabulary = Evaluator(asked), asked.book.vocabulary
    names = [axis.finding.id for axis in axes]
    cells = []
    for places in every_place(axes):
        values = {axis.finding.id: axis.value(at) for axis, at in zip(axes, places, strict=True)}
        try:
            told = told_with(vocabulary, entries, values)
            facts = establish(vocabulary, told)
        except InputError as error:
            cells.append(nobody(places, error))
            continue
        follows = tuple(
            (name, facts.known[name].value)
            for name in names
            if name in facts.known and facts.known[name].provenance is not Provenance.ENTERED
        )
        # One value stands for its region: no two axes go into one calculated number.
        kind, rules = evaluator.verdict(facts.values)
        cells.append(Cell(places, (kind,), rules, follows=follows))
    return tuple(cells)
