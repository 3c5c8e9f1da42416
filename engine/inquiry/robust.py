"""Settled or not: what a verdict can still become when the unknown is told.

Which kinds are possible is proven by the solver, over every way of telling everything unknown that
could matter. How many of these ways come to each kind is counted exactly, region by region, as long
as that can be done; it is never estimated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from engine.inquiry.goal import VerdictIs
from engine.inquiry.question import Question
from engine.inquiry.search import Search
from engine.inquiry.slice import tied
from engine.inquiry.ways import Open, completions
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace

MOST_COMPLETIONS = 1_000_000
"""The most ways of telling the unknown that are counted."""
MOST_STEPS = 4_000
"""The most questions that are put to the solver for a count."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """What a verdict can be once everything is told.

    ``kinds`` are all that are possible. ``matters`` are the unknown facts that could matter.
    ``ways`` is the number of ways to tell them, region by region, None when it was not counted;
    ``counted`` says how many of these come to each kind, None when that is not settled.
    """

    kinds: tuple[Kind, ...]
    matters: tuple[str, ...]
    ways: int | None
    counted: dict[Kind, int] | None

    @property
    def settled(self) -> bool:
        """Whether the verdict is the same whatever the unknown turns out to be."""
        return len(self.kinds) == 1


def robustness(book: RuleBook, trace: Trace, about: VerdictIs) -> Robustness:
    """What the verdict for a drug can still become. The kinds of ``about`` do not matter."""
    entries = trace.entries
    question = Question.about_unknown(book, about, entries)
    opens = completions(book.vocabulary, question.domains, trace.unknown)
    encoding = question.encoded(opens)
    kinds = encoding.verdict(about.layer, about.drug)
    with Search(encoding) as search:
        possible = {kind: lit for kind, lit in kinds.items() if search.holds(lit)}
        counter = _Counter(
            search, possible, opens, tied(book.vocabulary, {each.id for each in opens})
        )
        ways, counted = counter.count()
    return Robustness(tuple(possible), tuple(each.id for each in opens), ways, counted)


class _TooManyError(Exception):
    """Counting takes more than it may."""


class _Counter:
    """Counts completions by kind, splitting where more than one kind is possible."""

    def __init__(
        self,
        search: Search,
        kinds: Mapping[Kind, int],
        opens: Sequence[Open],
        ties: Sequence[frozenset[str]],
    ) -> None:
        self._search, self._kinds, self._opens = search, kinds, opens
        self._parts = [
            [each for each in opens if each.id in names]
            for names in ties
            if any(each.id in names for each in opens)
        ]
        together = {each.id for part in self._parts for each in part}
        self._parts += [[each] for each in opens if each.id not in together]
        self._steps = 0
        self._known: dict[tuple[int, tuple[int, ...]], int] = {}

    def count(self) -> tuple[int | None, dict[Kind, int] | None]:
        """All ways there are, and how many come to each kind; None for what is too much."""
        try:
            ways = self._ways(())
        except _TooManyError:
            return None, None
        if ways > MOST_COMPLETIONS:
            return ways, None
        counted = dict.fromkeys(self._kinds, 0)
        try:
            for kind, number in self._split((), tuple(self._kinds), list(self._opens)):
                counted[kind] += number
        except _TooManyError:
            return ways, None
        return ways, counted

    def _split(
        self, told: tuple[int, ...], kinds: tuple[Kind, ...], left: list[Open]
    ) -> Iterator[tuple[Kind, int]]:
        """The completions of what was told so far, by kind."""
        if len(kinds) > 1:
            kinds = tuple(kind for kind in kinds if self._holds(self._kinds[kind], *told))
        if len(kinds) == 1:
            yield kinds[0], self._ways(told)
        elif kinds:
            each, rest = left[0], left[1:]
            for place in range(len(each.ways)):
                way = self._search.encoding.way_of(each, place)
                yield from self._split((*told, way), kinds, rest)

    def _ways(self, told: tuple[int, ...]) -> int:
        """How many ways there are to tell the rest; findings that are not tied multiply."""
        return prod(self._ways_of(part, told) for part in range(len(self._parts)))

    def _ways_of(self, part: int, told: tuple[int, ...]) -> int:
        mine = {
            self._search.encoding.way_of(each, place)
            for each in self._parts[part]
            for place in range(len(each.ways))
        }
        key = (part, tuple(lit for lit in told if lit in mine))
        if key not in self._known:
            self._known[key] = self._tried(self._parts[part], key[1])
        return self._known[key]

    def _tried(self, part: Sequence[Open], told: tuple[int, ...]) -> int:
        """The ways to tell the findings of one part that contradict neither each other nor more."""
        if not self._holds(*told):
            return 0
        for at, each in enumerate(part):
            ways = [self._search.encoding.way_of(each, place) for place in range(len(each.ways))]
            if not any(way in told for way in ways):
                return sum(self._tried(part[at + 1 :], (*told, way)) for way in ways)
        return 1

    def _holds(self, *wanted: int) -> bool:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise _TooManyError
        return self._search.holds(*wanted)
