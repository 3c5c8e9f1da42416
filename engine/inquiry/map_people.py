"""The patients of a decision map of whoever it may be, put to the solver."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from engine.conditions import Value
from engine.errors import DefectError, InquiryError
from engine.facts import establish
from engine.inquiry.domains import Cuts
from engine.inquiry.encoding import Encoding
from engine.inquiry.ends import with_calculated
from engine.inquiry.everyone import Everyone
from engine.inquiry.map_asked import Asked
from engine.inquiry.map_cells import Evaluator, regions_of, told_by_place
from engine.inquiry.map_model import Axis, Places
from engine.inquiry.regions import Region, regions
from engine.inquiry.ways import Open, Way, answers
from engine.trace import Kind


class People:
    """Everyone with the disease of a map, and the kinds of verdict that they get.

    ``kinds`` says of each kind that a patient gets it, as a proposition.
    """

    def __init__(self, asked: Asked, axes: tuple[Axis, ...], cut: Cuts) -> None:
        vocabulary = asked.book.vocabulary
        mine = {axis.finding.id: axis for axis in axes}
        cuts = {
            name: regions_of(mine[name]) if name in mine else regions(vocabulary.atoms[name], each)
            for name, each in cut.items()
            if name != vocabulary.diagnosis.id
        }
        told = with_calculated(vocabulary, asked.part, cuts)
        others = {name: found for name, found in told.items() if name not in mine}
        # Lists and tables are told member by member: the axes come first, everything else after.
        opens = (
            *(_open(vocabulary.owner[name].id, name, told[name]) for name in mine),
            *answers(vocabulary, others, others),
        )
        opens = tuple(replace(each, group=vocabulary.owner[each.id].id) for each in opens)
        self._asked = asked
        self._disease: dict[str, Value] = {vocabulary.diagnosis.id: asked.diagnosis}
        encoding = Encoding(asked.book, asked.narrow.book, asked.part, self._disease, opens)
        self.kinds = encoding.verdict(asked.layer, asked.drug.value)
        self._evaluator = Evaluator(asked)
        # Of each axis, that it is told in some region of it: said before anything is asked.
        self._told_in = [
            {
                place: encoding.props.any_of(encoding.way_of(each, way) for way in ways)
                for place, ways in _ways(axis, told[name]).items()
            }
            for each, (name, axis) in zip(encoding.opens, mine.items(), strict=False)
        ]
        self._everyone = Everyone(encoding)

    def close(self) -> None:
        """Give the solver's memory back."""
        self._everyone.close()

    def can(self, places: Places, *wanted: int) -> bool:
        """Whether there is somebody in a cell for whom all of this holds."""
        return self._everyone.can(*self._here(places), *wanted)

    def some(self, kind: Kind, places: Places) -> dict[str, Value] | None:
        """Somebody in a cell who gets a kind, told as it comes; None where nobody does."""
        told = self._everyone.some(self.kinds[kind], *self._here(places))
        return None if told is None else self._tried(told, kind)

    def plainest(self, kind: Kind, places: Places | None = None) -> dict[str, Value]:
        """Somebody who gets a kind, in a cell or anywhere, told by as few facts as can be.

        Raises DefectError where nobody does.
        """
        here = [] if places is None else self._here(places)
        told = self._everyone.one(self.kinds[kind], *here) if kind in self.kinds else None
        if told is None:
            raise DefectError(f"Nobody in {places or 'the map'} gets {kind}.")
        return self._tried(told, kind)

    def _here(self, places: Places) -> list[int]:
        return [told[place] for told, place in zip(self._told_in, places, strict=True)]

    def _tried(self, told: dict[str, Value], kind: Kind) -> dict[str, Value]:
        """Somebody, with the disease, once the evaluator has come to the same kind."""
        entries = self._disease | told
        seen, _ = self._evaluator.verdict(establish(self._asked.book.vocabulary, entries).values)
        if seen is not kind:
            raise InquiryError(f"A patient was to get {kind}, and gets {seen}: {entries}.")
        return entries


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


@contextmanager
def people(asked: Asked, axes: tuple[Axis, ...], cut: Cuts) -> Iterator[People]:
    """Everyone with the disease of a map, for as long as they are asked about."""
    found = People(asked, axes, cut)
    try:
        yield found
    finally:
        found.close()
