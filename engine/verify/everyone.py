"""Every patient there can be, as far as some rules read of them, put to the solver.

Each fact is unknown or lies in one of the regions that no rule tells apart, so what is asked of all
of these patients is asked of every patient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from engine.conditions import Condition, Value
from engine.errors import DefectError
from engine.inquiry.domains import Domains, domains
from engine.inquiry.encoding import Encoding
from engine.inquiry.search import Search
from engine.inquiry.slice import slice_of
from engine.inquiry.ways import Open, answers
from engine.rule import Rule
from engine.rulebook import RuleBook


class Everyone:
    """The patients, what the rules say about each (``encoding``), and questions about them.

    A proposition of ``encoding`` may be made at any time.
    """

    def __init__(self, encoding: Encoding, cut: Domains) -> None:
        self.encoding = encoding
        self.domains = cut
        self._search: Search | None = None
        self._clauses = 0

    def close(self) -> None:
        """Give the solver's memory back."""
        if self._search is not None:
            self._search.__exit__(None, None, None)
            self._search = None

    def can(self, *wanted: int) -> bool:
        """Whether there is a patient for whom all of this holds."""
        return self._asked().holds(*wanted)

    def one(self, *wanted: int) -> dict[str, Value] | None:
        """A patient for whom all of this holds, told by as few facts as possible; None without."""
        found = self._asked().smallest(*wanted, most=1)
        if found is None:
            return None
        changed = {each for each, _ in found.sets[0]}
        fixed = [
            -self.encoding.changed(each) for each in self.encoding.opens if each not in changed
        ]
        for each in changed:
            fixed.append(self._plainest(each, *wanted, *fixed))
        chosen = self._asked().possible(*wanted, *fixed)
        if chosen is None:
            raise DefectError("A patient who was found cannot be told.")
        told = (each.ways[chosen[each.id]].tells[0] for each in changed)
        return {name: value for name, value in told if value is not None}

    def _plainest(self, each: Open, *wanted: int) -> int:
        """The first way of telling a fact that still does; "no" before "yes"."""
        places = sorted(
            range(1, len(each.ways)), key=lambda place: each.ways[place].tells[0][1] is True
        )
        ways = (self.encoding.way_of(each, place) for place in places)
        return next((way for way in ways if self.can(*wanted, way)), self.encoding.changed(each))

    def _asked(self) -> Search:
        clauses = len(self.encoding.props.clauses)
        if self._search is None or clauses > self._clauses:
            self.close()
            self._search, self._clauses = Search(self.encoding), len(self.encoding.props.clauses)
        return self._search


@contextmanager
def everyone(
    book: RuleBook, rules: Iterable[Rule], conditions: Iterable[Condition] = ()
) -> Iterator[Everyone]:
    """Every patient, as far as these rules and conditions, and all behind them, read of them."""
    part = slice_of(book, rules, conditions)
    cut = domains(book.vocabulary, part, {}, frozenset())
    opens = answers(book.vocabulary, cut, cut)
    found = Everyone(Encoding(book, book, part, {}, opens), cut)
    try:
        yield found
    finally:
        found.close()
