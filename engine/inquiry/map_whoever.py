"""The cells of a decision map of whoever: every kind of verdict proven possible or impossible."""

from __future__ import annotations

from collections.abc import Collection

from engine.conditions import Value
from engine.errors import GapError, InputError
from engine.facts import establish
from engine.inquiry.domains import Cuts, cuts
from engine.inquiry.map_asked import Asked, told_with
from engine.inquiry.map_cells import every_place, nobody
from engine.inquiry.map_model import Axis, Cell, DecisionMap, Places
from engine.inquiry.map_people import People, people
from engine.rulebook import RuleBook
from engine.trace import Kind

NOBODY = "No patient can be told so: it contradicts what else is known of any patient."


def cuts_of_whoever(asked: Asked, axes: Collection[str]) -> Cuts:
    """Where the rules cut what may be told of anybody with the disease of a map.

    What is calculated cuts the axes: beyond a cumulative dose nobody is left whose next dose stays
    below the limit. Of everything else it cuts nothing (see ``engine.inquiry.ends``).
    """
    vocabulary, disease = asked.book.vocabulary, asked.book.vocabulary.diagnosis.id
    told: dict[str, Value] = {disease: asked.diagnosis}
    fixed = frozenset({disease})
    cut = cuts(vocabulary, asked.part, told, fixed, reflect=False)
    finer = cuts(vocabulary, asked.part, told, fixed)
    return cut | {name: (*cut[name], *finer[name]) for name in axes}


def cells_of_whoever(asked: Asked, axes: tuple[Axis, ...], cut: Cuts) -> tuple[Cell, ...]:
    """Every cell, with all kinds that some patient told so gets, each tried on one."""
    with people(asked, axes, cut) as found:
        return tuple(_proven(asked, axes, places, found) for places in every_place(axes))


def example(
    book: RuleBook, found: DecisionMap, kind: Kind, places: Places | None = None
) -> dict[str, Value]:
    """Somebody of a map of whoever who gets a kind of verdict, told by as few facts as can be.

    In one cell, or anywhere on the map. Raises DefectError where nobody does.
    """
    asked = Asked.about(book, found.layer, found.drug.value, found.diagnosis)
    with people(
        asked, found.axes, cuts_of_whoever(asked, [axis.finding.id for axis in found.axes])
    ) as patients:
        return patients.plainest(kind, places)


def _proven(asked: Asked, axes: tuple[Axis, ...], places: Places, found: People) -> Cell:
    """Which kinds patients of a cell can get; every one that is possible is tried on a patient."""
    if not found.can(places):
        return _contradicted(asked, axes, places)
    if found.can(places, *(-lit for lit in found.kinds.values())):
        raise GapError(f"There are patients without a verdict on {asked.drug.label}: {places}.")
    possible = {kind for kind in found.kinds if found.some(kind, places) is not None}
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
