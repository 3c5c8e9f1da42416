"""Every patient there can be, as far as some rules read of them, put to the solver.

Each fact is unknown or lies in one of the regions that no rule tells apart, so what is asked of all
of these patients is asked of every patient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from engine.conditions import Condition, Value
from engine.errors import DefectError
from engine.inquiry.encoding import Encoding
from engine.inquiry.ends import everybody
from engine.inquiry.search import Patients, Search
from engine.inquiry.slice import slice_of
from engine.inquiry.ways import Open, answers
from engine.rule import Rule
from engine.rulebook import RuleBook


class Everyone:
    """Questions about patients. Propositions about them may be made at any time."""

    def __init__(self, patients: Patients) -> None:
        self._patients = patients
        self._search: Search | None = None
        self._clauses = 0

    def close(self) -> None:
        """Give the solver's memory back."""
        if self._search is not None:
            self._search.close()
            self._search = None

    def can(self, *wanted: int) -> bool:
        """Whether there is a patient for whom all of this holds."""
        return self._asked().holds(*wanted)

    def some(self, *wanted: int) -> dict[str, Value] | None:
        """A patient for whom all of this holds, told as it comes; None without."""
        return self._told_as(self._asked().possible(*wanted))

    def one(self, *wanted: int) -> dict[str, Value] | None:
        """A patient for whom all of this holds, told by as few facts as possible; None without."""
        found = self._asked().smallest(*wanted, most=1)
        if found is None:
            return None
        told = {each for each, _ in found.sets[0]}
        opens = self._patients.opens
        fixed = [-self._patients.changed(each) for each in opens if each not in told]
        for each in told:
            fixed.append(self._plainest(each, *wanted, *fixed))
        chosen = self._asked().possible(*wanted, *fixed)
        if chosen is None:
            raise DefectError("A patient who was found cannot be told.")
        return self._told_as(chosen)

    def _told_as(self, chosen: Mapping[str, int] | None) -> dict[str, Value] | None:
        if chosen is None:
            return None
        facts = (each.ways[chosen[each.id]].tells[0] for each in self._patients.opens)
        return {name: value for name, value in facts if value is not None}

    def told(self, entries: Mapping[str, Value]) -> list[int]:
        """That a patient is told so and not otherwise."""
        return [
            self._patients.way_of(each, place)
            for each in self._patients.opens
            for place, way in enumerate(each.ways)
            if way.tells[0][1] == entries.get(each.id)
        ]

    def _plainest(self, each: Open, *wanted: int) -> int:
        """The first way of telling a fact that still does; "no" before "yes"."""
        places = sorted(
            range(1, len(each.ways)), key=lambda place: each.ways[place].tells[0][1] is True
        )
        ways = (self._patients.way_of(each, place) for place in places)
        return next((way for way in ways if self.can(*wanted, way)), self._patients.changed(each))

    def _asked(self) -> Search:
        clauses = len(self._patients.props.clauses)
        if self._search is None or clauses > self._clauses:
            self.close()
            self._search, self._clauses = Search(self._patients), clauses
        return self._search


@contextmanager
def everyone(
    book: RuleBook, rules: Iterable[Rule], conditions: Iterable[Condition] = ()
) -> Iterator[tuple[Encoding, Everyone]]:
    """Every patient, as far as these rules and conditions, and all behind them, read of them.

    What the rules say of a patient, as propositions, and questions about who there is.
    """
    part = slice_of(book, rules, conditions)
    cut = everybody(book.vocabulary, part)
    encoding = Encoding(book, book, part, {}, answers(book.vocabulary, cut, cut))
    found = Everyone(encoding)
    try:
        yield encoding, found
    finally:
        found.close()
