"""Settled or not: what a verdict can still become when the unknown is told.

Which kinds are possible is proven by the solver, over every way of telling everything unknown that
could matter. On which facts it hangs is proven too. How many of these ways come to each kind is
counted exactly, region by region, as long as that can be done; it is never estimated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
"""The most questions that are put to the solver to find out how many ways there are."""
MOST_STEPS_BY_KIND = 20_000
"""The most that are put to it to count these by kind."""
MOST_HINGES = 24
"""The most facts on which a verdict is found to hang, where nothing is counted anyway."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """What a verdict can be once everything is told.

    ``kinds`` are all that are possible. ``matters`` are the unknown facts that could matter, and
    ``hinges`` those of them that are enough to know which kind it is, None when not found out.
    ``ways`` is the number of ways to tell them, region by region, None when it was not counted;
    ``counted`` says how many of these come to each kind, None when that is not settled.
    """

    kinds: tuple[Kind, ...]
    matters: tuple[str, ...]
    hinges: tuple[str, ...] | None
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
        ways = counter.ways()
        counted, hinges = (None, None) if ways is None else counter.by_kind()
        if hinges is None:
            hinges = counter.hinges(MOST_HINGES)
    matters = tuple(each.id for each in opens)
    return Robustness(
        kinds=tuple(possible),
        matters=matters,
        hinges=None if hinges is None else tuple(name for name in matters if name in hinges),
        ways=ways,
        counted=counted,
    )


class _TooManyError(Exception):
    """Counting takes more than it may."""


class _Counter:
    """Counts completions by kind, box by box: what is told may be any of some ways, all alike."""

    def __init__(
        self,
        search: Search,
        kinds: Mapping[Kind, int],
        opens: Sequence[Open],
        ties: Sequence[frozenset[str]],
    ) -> None:
        self._search, self._kinds = search, kinds
        self._lits = {
            each.id: [search.encoding.way_of(each, place) for place in range(len(each.ways))]
            for each in opens
        }
        parts = [[each.id for each in opens if each.id in names] for names in ties]
        together = {name for part in parts for name in part}
        self._parts = [part for part in parts if part]
        self._parts += [[each.id] for each in opens if each.id not in together]
        self._steps = 0
        self._known: dict[tuple[int, frozenset[int]], int] = {}

    def ways(self) -> int | None:
        """How many ways there are to tell everything; None where there are too many to count."""
        self._steps = MOST_STEPS
        found = 1
        try:
            for part in sorted(range(len(self._parts)), key=lambda part: len(self._parts[part])):
                found *= self._ways_of(part, ())
                if found > MOST_COMPLETIONS:
                    return None
        except _TooManyError:
            return None
        return found

    def by_kind(self) -> tuple[dict[Kind, int] | None, set[str] | None]:
        """How many ways come to each kind, and the facts by which the kinds are told apart.

        None where that takes too much.
        """
        self._steps = MOST_STEPS_BY_KIND
        counted = dict.fromkeys(self._kinds, 0)
        hinges: set[str] = set()
        try:
            for kind, out, facts in self._boxes((), tuple(self._kinds)):
                counted[kind] += prod(self._ways_of(part, out) for part in range(len(self._parts)))
                hinges.update(facts)
        except _TooManyError:
            return None, None
        return counted, hinges

    def hinges(self, most: int) -> set[str] | None:
        """The facts by which the kinds are told apart; None where that takes too much, or more."""
        self._steps = MOST_STEPS
        hinges: set[str] = set()
        try:
            for _, _, facts in self._boxes((), tuple(self._kinds)):
                hinges.update(facts)
                if len(hinges) > most:
                    return None
        except _TooManyError:
            return None
        return hinges

    def _boxes(
        self, out: tuple[int, ...], kinds: tuple[Kind, ...]
    ) -> Iterator[tuple[Kind, tuple[int, ...], Iterable[str]]]:
        """All ways to tell everything, in boxes of one kind each.

        A box is all that is told in no way that is ``out``. With it come the facts by which it is
        told from what comes to other kinds.
        """
        kinds = tuple(kind for kind in kinds if self._holds(self._kinds[kind], *out))
        if len(kinds) == 1:
            yield kinds[0], out, ()
        if len(kinds) < 2:
            return
        box = self._box(out, self._kinds[kinds[0]])
        for name, inside in box.items():
            yield from self._boxes((*out, *(-lit for lit in inside)), kinds)
            out += tuple(-lit for lit in self._lits[name] if lit not in inside)
        yield kinds[0], out, box

    def _box(self, out: tuple[int, ...], kind: int) -> dict[str, list[int]]:
        """Of some facts, ways in which they are told, any with any, that all come to one kind."""
        chosen = self._search.possible(kind, *out)
        if chosen is None:
            raise RuntimeError("a kind was found possible and then was not")
        told = {name: [lits[chosen[name]]] for name, lits in self._lits.items()}
        for name in tuple(told):
            fewer = {other: lits for other, lits in told.items() if other != name}
            if self._follows(kind, out, fewer):
                told = fewer
        for name, inside in told.items():
            for lit in self._lits[name]:
                if lit not in inside and -lit not in out:
                    wider = {**told, name: [lit]}
                    if self._follows(kind, out, wider):
                        inside.append(lit)
        return told

    def _follows(self, kind: int, out: tuple[int, ...], told: Mapping[str, list[int]]) -> bool:
        """Whether all that are told so, and in no way that is ``out``, come to the kind."""
        others = (
            -lit for name, inside in told.items() for lit in self._lits[name] if lit not in inside
        )
        return not self._holds(-kind, *out, *others)

    def _ways_of(self, part: int, out: tuple[int, ...]) -> int:
        names = self._parts[part]
        mine = {-lit for name in names for lit in self._lits[name]}
        key = (part, frozenset(mine.intersection(out)))
        if key not in self._known:
            self._known[key] = self._tried(names, key[1], ())
        return self._known[key]

    def _tried(self, names: Sequence[str], out: frozenset[int], told: tuple[int, ...]) -> int:
        """The ways to tell findings of one part that contradict neither each other nor more."""
        if not self._holds(*told):
            return 0
        if not names:
            return 1
        ways = (lit for lit in self._lits[names[0]] if -lit not in out)
        return sum(self._tried(names[1:], out, (*told, lit)) for lit in ways)

    def _holds(self, *wanted: int) -> bool:
        self._steps -= 1
        if self._steps < 0:
            raise _TooManyError
        return self._search.holds(*wanted)
