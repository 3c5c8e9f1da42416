"""A decision map: which verdict each combination of two or three findings comes to.

Each finding's values are cut into the regions that no rule tells apart, so a verdict found for one
value of each region holds for all of them: the whole space is covered, not sampled. For one patient
each cell is put to the reference evaluator; for whoever it may be, to the solver, which proves
every kind possible or impossible.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import prod

from engine.conditions import FindingLeaf, Value
from engine.errors import InputError, Problem
from engine.facts import establish, within
from engine.findings import Measurement
from engine.inquiry.domains import cuts
from engine.inquiry.ends import with_calculated
from engine.inquiry.map_asked import Asked, checked_axes, told_with
from engine.inquiry.map_cells import (
    Evaluator,
    Told,
    every_place,
    nobody,
    regions_of,
    told_by_place,
)
from engine.inquiry.map_model import Axis, Cell, DecisionMap, Places
from engine.inquiry.map_whoever import cells_of_whoever
from engine.inquiry.regions import Region, cut_points, holds, regions
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Provenance

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
    taken = {vocabulary.diagnosis.id: diagnosis} if whoever else told
    moving = {vocabulary.owner[name].id for name in names}
    fixed = {vocabulary.diagnosis.id} if whoever else set(vocabulary.by_id) - moving
    # Of whoever, what is calculated cuts nothing: see ``engine.inquiry.ends``.
    cut = cuts(vocabulary, asked.part, taken, frozenset(fixed), reflect=not whoever)
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
    besides = _told_besides(asked, axes, entries)
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
        found = [evaluator.verdict(facts.values)]
        # Where a number is calculated of two axes, one cell may come to several verdicts.
        for others in product(
            *(each.get(at, ()) for each, at in zip(besides, places, strict=True))
        ):
            also = told_with(asked.book.vocabulary, entries, dict(zip(names, others, strict=True)))
            found.append(evaluator.verdict(establish(asked.book.vocabulary, also).values))
        kinds = tuple(kind for kind in Kind if kind in {kind for kind, _ in found})
        rules = tuple(dict.fromkeys(name for _, rules in found for name in rules))
        cells.append(Cell(places, kinds, rules, follows=follows))
    return tuple(cells)


def _told_besides(
    asked: Asked, axes: tuple[Axis, ...], entries: Mapping[str, Value]
) -> tuple[Told, ...]:
    """Of each axis the values to tell of its regions, by their places, where one is not enough.

    That is where two axes or more are calculated with; elsewhere there is nothing.
    """
    mine = {axis.finding.id: regions_of(axis) for axis in axes}
    held = {name: (Region((value,)),) for name, value in entries.items() if name not in mine}
    told = with_calculated(asked.book.vocabulary, asked.part, {**held, **mine})
    if all(len(told[name]) == len(regions) for name, regions in mine.items()):
        return tuple({} for _ in axes)
    return tuple(told_by_place(axis, told[axis.finding.id]) for axis in axes)
