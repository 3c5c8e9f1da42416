"""Asking the solver: the smallest sets of changes that bring something about, and all of them.

The solver proves as well as finds: no smaller set exists, or none at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from pysat.card import ITotalizer
from pysat.solvers import Solver

from engine.inquiry.propositions import Propositions
from engine.inquiry.ways import Open, Way

SOLVER = "glucose42"
"""Found by trying to be the quickest on small questions that are asked one after the other."""

Chosen = dict[str, int]
"""For everything open, in which of its ways it is told."""

Changes = tuple[tuple[Open, tuple[Way, ...]], ...]
"""What is told otherwise, each with the ways in which it may be: any with any of the others."""


@dataclass(frozen=True, slots=True)
class Found:
    """Sets of changes, each as wide as it can be; ``all_found`` is False where there are more.

    Every set changes ``size`` things, and no smaller set does.
    """

    size: int
    sets: tuple[Changes, ...]
    all_found: bool


class Patients(Protocol):
    """Those whom a question is about: what may be told of them otherwise, and who is possible."""

    @property
    def props(self) -> Propositions:
        """The propositions that they are told in."""

    @property
    def opens(self) -> tuple[Open, ...]:
        """What may be told otherwise."""

    @property
    def possible(self) -> int:
        """That there can be such a patient."""

    def way_of(self, each: Open, place: int) -> int:
        """That something is told in one of its ways."""

    def changed(self, each: Open) -> int:
        """That something is not told in the first of its ways."""


class Search:
    """A solver for one encoding. Use it in a ``with`` statement: it holds memory of its own."""

    def __init__(self, encoding: Patients) -> None:
        self.encoding = encoding
        groups: dict[str, list[int]] = {}
        for each in encoding.opens:
            groups.setdefault(each.group, []).append(encoding.changed(each))
        props = encoding.props
        self._groups = [props.any_of(changed) for changed in groups.values()]
        self._each = [encoding.changed(each) for each in encoding.opens]
        self._solver = Solver(name=SOLVER, bootstrap_with=props.clauses)
        self._clauses = len(props.clauses)
        self._at_most: dict[str, ITotalizer] = {}
        self._together: dict[tuple[int, ...], int] = {}
        self._top = props.count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the solver's memory back."""
        for counter in self._at_most.values():
            counter.delete()
        self._solver.delete()

    def holds(self, *wanted: int) -> bool:
        """Whether all of this can hold together, for a patient who can be."""
        self._bring_up_to_date()
        return bool(self._solver.solve(assumptions=[self.encoding.possible, *wanted]))

    def follows(self, wanted: int, *given: int) -> bool:
        """Whether something holds for everyone for whom all of this does, however they are told."""
        self._bring_up_to_date()
        return not self._solver.solve(assumptions=[*given, -wanted])

    def possible(self, *wanted: int) -> Chosen | None:
        """A patient for whom all of this holds; None where there is none."""
        if not self.holds(*wanted):
            return None
        holds = {lit for lit in self._solver.get_model() if lit > 0}
        return {
            each.id: next(
                place
                for place in range(len(each.ways))
                if self.encoding.way_of(each, place) in holds
            )
            for each in self.encoding.opens
        }

    def blamed(self, *wanted: int) -> tuple[int, ...]:
        """Of what was wanted and cannot be together, a part that already cannot be."""
        if self.holds(*wanted):
            return ()
        core = [lit for lit in self._solver.get_core() or () if lit != self.encoding.possible]
        for each in tuple(core):
            fewer = [lit for lit in core if lit != each]
            if not self.holds(*fewer):
                core = fewer
        return tuple(core)

    def smallest(self, *wanted: int, most: int) -> Found | None:
        """The smallest sets of changes that bring all of this about; None where no set does.

        Sets that only add to another are left out. At most ``most`` are looked for.
        """
        size = next(
            (
                size
                for size in range(len(self._groups) + 1)
                if self.holds(*wanted, *self._at_most_changed("groups", self._groups, size))
            ),
            None,
        )
        if size is None:
            return None
        limit = self._at_most_changed("groups", self._groups, size)
        found = list(self._minimal((*wanted, *limit), most + 1, widened=wanted))
        return Found(size, tuple(found[:most]), all_found=len(found) <= most)

    def minimal(self, *wanted: int, most: int) -> tuple[Changes, ...]:
        """Sets of changes of which none can be left out, those with the fewest first."""
        return tuple(self._minimal(wanted, most))

    def _minimal(
        self, wanted: Sequence[int], most: int, widened: Sequence[int] = ()
    ) -> Iterator[Changes]:
        """Sets of changes, those with the fewest first; what only adds to one found is not new.

        Each takes in all that brings about what ``widened`` names.
        """
        self._top += 1
        asked = self._top  # what is ruled out holds for this question alone
        number, size = 0, 0
        while number < most and size <= len(self._each):
            limit = self._at_most_changed("each", self._each, size)
            chosen = self.possible(*wanted, asked, *limit)
            if chosen is None:
                if not self.holds(*wanted, asked):
                    return
                size += 1
                continue
            places = {each.id: [chosen[each.id]] for each in self.encoding.opens}
            changed = [each for each in self.encoding.opens if chosen[each.id]]
            if widened:
                self._widen(places, changed, widened)
            yield tuple(
                (each, tuple(each.ways[place] for place in sorted(places[each.id])))
                for each in changed
            )
            number += 1
            out = [lit for each in changed for lit in self._outside(each, places[each.id])]
            self._solver.add_clause([-asked, *out])

    def _widen(
        self, places: dict[str, list[int]], changed: Sequence[Open], wanted: Sequence[int]
    ) -> None:
        """Add every other way of a change that brings all of this about, with all the others."""
        goal = self._all_of(self.encoding.possible, *wanted)
        kept = [-self.encoding.changed(each) for each in self.encoding.opens if each not in changed]
        for each in changed:
            others = [
                -lit
                for other in changed
                if other is not each
                for lit in self._outside(other, places[other.id])
            ]
            for place in range(1, len(each.ways)):
                way = self.encoding.way_of(each, place)
                if place not in places[each.id] and self.follows(goal, *kept, *others, way):
                    places[each.id].append(place)

    def _all_of(self, *lits: int) -> int:
        """One literal for all of these together; asked again, it is the same."""
        if lits not in self._together:
            self._top += 1
            self._together[lits] = self._top
            self._solver.add_clause([self._top, *(-lit for lit in lits)])
            for lit in lits:
                self._solver.add_clause([-self._top, lit])
        return self._together[lits]

    def _outside(self, each: Open, places: Sequence[int]) -> list[int]:
        """That something is told in none of these ways, as a list of what it is told in instead."""
        others = (place for place in range(len(each.ways)) if place not in places)
        return [self.encoding.way_of(each, place) for place in others]

    def _at_most_changed(self, name: str, changed: list[int], size: int) -> tuple[int, ...]:
        """What has to be assumed for no more than so many of these to hold."""
        if size >= len(changed):
            return ()
        if name not in self._at_most:
            counter = ITotalizer(lits=changed, ubound=len(changed) - 1, top_id=self._top)
            self._at_most[name] = counter
            self._top = max(self._top, counter.top_id)
            self._solver.append_formula(counter.cnf.clauses)
        return (-self._at_most[name].rhs[size],)

    def _bring_up_to_date(self) -> None:
        """Hand over what was put into propositions since the last question."""
        props = self.encoding.props
        if self._clauses < len(props.clauses):
            raise RuntimeError("everything is to be put into propositions before it is asked")
