"""Every two patients of whom one follows from the other: with more told, or with a finding worse.

Both are put to one solver, so that what is asked of the two is asked of every such pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from engine.conditions import Condition, Value
from engine.errors import DefectError
from engine.inquiry.encoding import Encoding
from engine.inquiry.ends import everybody
from engine.inquiry.everyone import Everyone
from engine.inquiry.propositions import Propositions
from engine.inquiry.slice import slice_of
from engine.inquiry.ways import Open, answers
from engine.rule import Rule
from engine.rulebook import RuleBook

Becomes = Callable[[str, Value | None, Value | None], bool]
"""Whether a fact, by its id, told so before (None is unknown) may be told so afterwards."""


def as_it_is(_name: str, before: Value | None, after: Value | None) -> bool:
    """Nothing is told otherwise."""
    return before == after


def more_told(_name: str, before: Value | None, after: Value | None) -> bool:
    """What is known stays; what is unknown may turn out in any way."""
    return before is None or before == after


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two: told in its own ways, and possible only if the other is too."""

    encoding: Encoding
    possible: int

    @property
    def props(self) -> Propositions:
        return self.encoding.props

    @property
    def opens(self) -> tuple[Open, ...]:
        return self.encoding.opens

    def way_of(self, each: Open, place: int) -> int:
        return self.encoding.way_of(each, place)

    def changed(self, each: Open) -> int:
        return self.encoding.changed(each)


class Pairs:
    """What the rules say of both (``before``, ``after``), and questions about who there is.

    ``way`` has a proposition for each way in which the second may follow from the first.
    """

    def __init__(self, before: Encoding, after: Encoding, ways: Mapping[str, Becomes]) -> None:
        self.before, self.after = before, after
        both = before.props.all_of((before.possible, after.possible))
        self._first = Everyone(_Side(before, both))
        self._second = Everyone(_Side(after, both))
        self.way = {name: before.props.new() for name in ways}
        for name, becomes in ways.items():
            self._tie(self.way[name], becomes)

    def close(self) -> None:
        """Give the solver's memory back."""
        self._first.close()
        self._second.close()

    def keep_calculated(self, way: str) -> None:
        """Where a number is calculated of the first, none is told in its place of the second."""
        props = self.before.props
        seconds = {each.id: each for each in self.after.opens}
        for each in self.before.opens:
            if each.id in seconds:
                known = props.any_of(self.before.known(each.id).values())
                untold = self.before.way_of(each, 0)
                stays = self.after.way_of(seconds[each.id], 0)
                props.require(-self.way[way], -known, -untold, stays)

    def can(self, *wanted: int) -> bool:
        """Whether there are two for whom all of this holds."""
        return self._first.can(*wanted)

    def two(self, *wanted: int) -> tuple[dict[str, Value], dict[str, Value]] | None:
        """Two for whom all of this holds, told by as few facts as possible; None without."""
        first = self._first.one(*wanted)
        if first is None:
            return None
        second = self._second.one(*wanted, *self._first.told(first))
        if second is None:
            raise DefectError("The second of two patients who were found cannot be told.")
        return first, second

    def _tie(self, way: int, becomes: Becomes) -> None:
        props = self.before.props
        seconds = {each.id: each for each in self.after.opens}
        for each in self.before.opens:
            other = seconds.get(each.id)
            if other is None:
                continue
            for place, told in enumerate(each.ways):
                after = [
                    self.after.way_of(other, at)
                    for at, then in enumerate(other.ways)
                    if becomes(each.id, told.tells[0][1], then.tells[0][1])
                ]
                if len(after) < len(other.ways):
                    props.require(-way, -self.before.way_of(each, place), *after)


@contextmanager
def pairs(
    book: RuleBook,
    rules: Iterable[Rule],
    ways: Mapping[str, Becomes],
    conditions: Iterable[Condition] = (),
    then: RuleBook | None = None,
    *,
    moving: bool = False,
) -> Iterator[Pairs]:
    """Every pair, as far as these rules and conditions, and all behind them, read of them.

    ``then`` is the rule book that the second is asked of, where it is another one: its rules are
    among those of ``book``, and what it does not know of a patient is left out. ``moving`` says
    that numbers may be told otherwise of the second.
    """
    part = slice_of(book, rules, conditions)
    cut = everybody(book.vocabulary, part, moving=moving)
    props = Propositions()
    opens = answers(book.vocabulary, cut, cut)
    before = Encoding(book, book, part, {}, opens, props)
    if then is None:
        after = Encoding(book, book, part, {}, opens, props)
    else:
        own = slice_of(then, then.rules)
        fewer = [each for each in opens if each.id in then.vocabulary.atoms]
        after = Encoding(then, then, own, {}, fewer, props)
    found = Pairs(before, after, ways)
    try:
        yield found
    finally:
        found.close()
