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
from engine.deciding import decided
from engine.errors import GapError, InputError, InquiryError, Problem
from engine.evaluate import evaluate
from engine.facts import establish, within
from engine.findings import Measurement
from engine.inquiry.domains import Cuts, cuts
from engine.inquiry.encoding import Encoding
from engine.inquiry.map_asked import Asked, checked_axes, told_with
from engine.inquiry.map_model import Axis, Cell, DecisionMap, Places
from engine.inquiry.regions import Region, cut_points, holds, regions
from engine.inquiry.search import Search
from engine.inquiry.ways import Open, Way, answers
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Provenance

MOST_CELLS = 5_000
"""The most cells of a map of one patient."""
MOST_PROVEN = 1_000
"""The most cells of a map of whoever: each is several questions to the solver."""
NOBODY = "No patient can be told so: it contradicts what else is known of any patient."


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
    cut = cuts(vocabulary, asked.part, taken, frozenset(fixed))
    found = _in_order(asked, tuple(_axis(asked, name, cut[name], told.get(name)) for name in names))
    number = prod(len(axis.regions) for axis in found)
    most = MOST_PROVEN if whoever else MOST_CELLS
    if number > most:
        wrong = f"That makes {number:,} combinations; at most {most:,} can be shown."
        raise InputError(Problem("axes", wrong, "Choose fewer findings, or others."))
    cells = _whoever(asked, found, cut) if whoever else _one_patient(asked, found, told)
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


def _places(axes: tuple[Axis, ...]) -> list[Places]:
    return list(product(*(range(len(axis.regions)) for axis in axes)))


# One patient ---------------------------------------------------------------------------------


def _one_patient(
    asked: Asked, axes: tuple[Axis, ...], entries: Mapping[str, Value]
) -> tuple[Cell, ...]:
    evaluator = _Evaluator(asked)
    names = [axis.finding.id for axis in axes]
    cells = []
    for places in _places(axes):
        values = {axis.finding.id: axis.value(at) for axis, at in zip(axes, places, strict=True)}
        try:
            told = told_with(asked.book.vocabulary, entries, values)
            facts = establish(asked.book.vocabulary, told)
        except InputError as error:
            cells.append(_nobody(places, error))
            continue
        kind, rules = evaluator.verdict(facts.values)
        follows = tuple(
            (name, facts.known[name].value)
            for name in names
            if name in facts.known and facts.known[name].provenance is not Provenance.ENTERED
        )
        cells.append(Cell(places, (kind,), rules, follows=follows))
    return tuple(cells)


def _nobody(places: Places, error: InputError) -> Cell:
    """A cell that no patient can be in."""
    problem = error.problems[0]
    return Cell(places, (), why=problem.wrong, between=tuple(problem.field.split(", ")))


class _Evaluator:
    """The reference evaluator, on the rules behind one drug's verdict alone."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        behind = {rule.id for rule in asked.part.rules}
        book = asked.narrow.book
        chapters = tuple(
            replace(chapter, rules=tuple(rule for rule in chapter.rules if rule.id in behind))
            for chapter in book.chapters
        )
        self._book = replace(book, chapters=chapters)

    def verdict(self, known: dict[str, Value]) -> tuple[Kind, tuple[str, ...]]:
        """The kind of verdict on established facts, and the ids of the rules that decide it."""
        asked = self._asked
        proofs = evaluate(self._book, known).proofs | asked.narrow.ruled_out
        found = decided(asked.book, asked.layer, asked.drug, known, proofs)
        return found.kind, tuple(rule.id for rule in found.rules)


# Whoever it may be ---------------------------------------------------------------------------


def _whoever(asked: Asked, axes: tuple[Axis, ...], cut: Cuts) -> tuple[Cell, ...]:
    vocabulary = asked.book.vocabulary
    mine = {axis.finding.id: axis for axis in axes}
    others = {
        name: regions(vocabulary.atoms[name], leaves)
        for name, leaves in cut.items()
        if name not in mine and name != vocabulary.diagnosis.id
    }
    # Lists and tables are told member by member: the axes come first, everything else after.
    opens = (
        *(_open(vocabulary.owner[name].id, axis) for name, axis in mine.items()),
        *answers(vocabulary, others, others),
    )
    opens = tuple(replace(each, group=_group(asked, each)) for each in opens)
    told = {vocabulary.diagnosis.id: asked.diagnosis}
    encoding = Encoding(asked.book, asked.narrow.book, asked.part, told, opens)
    kinds = encoding.verdict(asked.layer, asked.drug.value)
    evaluator = _Evaluator(asked)
    with Search(encoding) as search:
        return tuple(
            _proven(asked, axes, places, (encoding, kinds, search, evaluator))
            for places in _places(axes)
        )


def _open(group: str, axis: Axis) -> Open:
    """An axis told in each of its regions; unknown is the first way."""
    name = axis.finding.id
    ways = (Way(((name, region.value),), region) for region in axis.regions if region is not None)
    return Open(name, group, (Way(((name, None),)), *ways))


def _group(asked: Asked, each: Open) -> str:
    return asked.book.vocabulary.owner[each.id].id


def _proven(
    asked: Asked,
    axes: tuple[Axis, ...],
    places: Places,
    by: tuple[Encoding, dict[Kind, int], Search, _Evaluator],
) -> Cell:
    """Which kinds patients of a cell can get; every one that is possible is tried on a patient."""
    encoding, kinds, search, evaluator = by
    here = [
        encoding.way_of(each, 0 if at == axis.unknown else at + 1)
        for each, axis, at in zip(encoding.opens, axes, places, strict=False)
    ]
    if not search.holds(*here):
        return _contradicted(asked, axes, places)
    if search.holds(*here, *(-lit for lit in kinds.values())):
        raise GapError(f"There are patients without a verdict on {asked.drug.label}: {places}.")
    possible = []
    for kind, lit in kinds.items():
        chosen = search.possible(*here, lit)
        if chosen is None:
            continue
        told: dict[str, Value] = {asked.book.vocabulary.diagnosis.id: asked.diagnosis}
        for each in encoding.opens:
            told |= {n: v for n, v in each.ways[chosen[each.id]].tells if v is not None}
        seen, _ = evaluator.verdict(establish(asked.book.vocabulary, told).values)
        if seen is not kind:
            raise InquiryError(f"A patient of {places} was to get {kind}, and gets {seen}.")
        possible.append(kind)
    return Cell(places, tuple(kind for kind in Kind if kind in possible))


def _contradicted(asked: Asked, axes: tuple[Axis, ...], places: Places) -> Cell:
    vocabulary = asked.book.vocabulary
    told = {vocabulary.diagnosis.id: asked.diagnosis}
    values = {axis.finding.id: axis.value(at) for axis, at in zip(axes, places, strict=True)}
    try:
        establish(vocabulary, told_with(vocabulary, told, values))
    except InputError as error:
        return _nobody(places, error)
    return Cell(places, (), why=NOBODY, between=tuple(values))
