"""The cells of a decision map of whoever: every kind of verdict proven possible or impossible."""

from __future__ import annotations

from dataclasses import replace

from engine.conditions import Value
from engine.errors import GapError, InputError, InquiryError
from engine.facts import establish
from engine.inquiry.domains import Cuts
from engine.inquiry.encoding import Encoding
from engine.inquiry.ends import with_calculated
from engine.inquiry.map_asked import Asked, told_with
from engine.inquiry.map_cells import Evaluator, every_place, nobody, regions_of, told_by_place
from engine.inquiry.map_model import Axis, Cell, Places
from engine.inquiry.regions import Region, regions
from engine.inquiry.search import Search
from engine.inquiry.ways import Open, Way, answers
from engine.trace import Kind

NOBODY = "No patient can be told so: it contradicts what else is known of any patient."


def cells_of_whoever(asked: Asked, axes: tuple[Axis, ...], cut: Cuts) -> tuple[Cell, ...]:
    """Every cell, with all kinds that some patient told so gets, each tried on one."""
    vocabulary = asked.book.vocabulary
    mine = {axis.finding.id: axis for axis in axes}
    cuts_ = {
        name: regions_of(mine[name]) if name in mine else regions(vocabulary.atoms[name], leaves)
        for name, leaves in cut.items()
        if name != vocabulary.diagnosis.id
    }
    told = with_calculated(vocabulary, asked.part, cuts_)
    others = {name: regions_ for name, regions_ in told.items() if name not in mine}
    # Lists and tables are told member by member: the axes come first, everything else after.
    opens = (
        *(_open(vocabulary.owner[name].id, name, told[name]) for name in mine),
        *answers(vocabulary, others, others),
    )
    opens = tuple(replace(each, group=_group(asked, each)) for each in opens)
    ways = tuple(_ways(axis, told[name]) for name, axis in mine.items())
    disease = {vocabulary.diagnosis.id: asked.diagnosis}
    encoding = Encoding(asked.book, asked.narrow.book, asked.part, disease, opens)
    kinds = encoding.verdict(asked.layer, asked.drug.value)
    evaluator = Evaluator(asked)
    # Of each axis, that it is told in some region of it: said before anything is asked.
    told_in = [
        {
            place: encoding.props.any_of(encoding.way_of(each, way) for way in told_)
            for place, told_ in way_of.items()
        }
        for each, way_of in zip(encoding.opens, ways, strict=False)
    ]
    with Search(encoding) as search:
        return tuple(
            _proven(
                asked,
                axes,
                places,
                [lits[at] for lits, at in zip(told_in, places, strict=True)],
                (encoding, kinds, search, evaluator),
            )
            for places in every_place(axes)
        )


def _open(group: str, name: str, told: tuple[Region, ...]) -> Open:
    """An axis told in each of its regions; unknown is the first way."""
    ways = (Way(((name, region.value),), region) for region in told)
    return Open(name, group, (Way(((name, None),)), *ways))


def _ways(axis: Axis, told: tuple[Region, ...]) -> dict[int, tuple[int, ...]]:
    """The ways in which each region of an axis is told, by its place."""
    values = [region.value for region in told]
    return {
        place: tuple(0 if value is None else values.index(value) + 1 for value in found)
        for place, found in told_by_place(axis, told).items()
    }


def _group(asked: Asked, each: Open) -> str:
    return asked.book.vocabulary.owner[each.id].id


def _proven(
    asked: Asked,
    axes: tuple[Axis, ...],
    places: Places,
    here: list[int],
    by: tuple[Encoding, dict[Kind, int], Search, Evaluator],
) -> Cell:
    """Which kinds patients of a cell can get; every one that is possible is tried on a patient."""
    encoding, kinds, search, evaluator = by
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
        return nobody(places, error)
    return Cell(places, (), why=NOBODY, between=tuple(values))
