"""Asking the solver: the smallest sets of changes that bring something about, and all of them.

The solver proves as well as finds: no smaller set exists, or none at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from pysat.card import ITotalizer
from pysat.solvers import Solver

from engine.inquiry.encoding import Encoding
from engine.inquiry.ways import Open, Way

SOLVER = "glucose42"
"""Found by trying to be the quickest on small questions that are asked one after the other."""

Chosen = dict[str, int]
"""For everything open, in which of its ways it is told."""


Changes = tuple[tuple[Open, Way], ...]
"""What is told otherwise, each with the way in which it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """Sets of changes, each as what is told otherwise; ``all_found`` is False where there are more.

    Every set changes ``size`` things, and no smaller set does.
    """

    size: int
    sets: tuple[Changes, ...]
    all_found: bool


class Search:
    """A solver for one encoding. Use it in a ``with`` statement: it holds memory of its own."""

    def __init__(self, encoding: Encoding) -> None:
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
        self._top = props.count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for counter in self._at_most.values():
            counter.delete()
        self._solver.delete()

    def holds(self, *wanted: int) -> bool:
        """Whether all of this can hold together."""
        self._bring_up_to_date()
        return bool(self._solver.solve(assumptions=list(wanted)))

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
        core = list(self._solver.get_core() or ())
        for each in tuple(core):
            fewer = [lit for lit in core if lit != each]
            if not self._solver.solve(assumptions=fewer):
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
        found = list(self._minimal((*wanted, *limit), most + 1))
        return Found(size, tuple(found[:most]), all_found=len(found) <= most)

    def minimal(self, *wanted: int, most: int) -> tuple[Changes, ...]:
        """Sets of changes of which none can be left out, those with the fewest first."""
        return tuple(self._minimal(wanted, most))

    def _minimal(self, wanted: Sequence[int], most: int) -> Iterator[Changes]:
        """Sets of changes, those with the fewest first; what only adds to one found is not new."""
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
            changes = tuple(
                (each, each.ways[chosen[each.id]])
                for each in self.encoding.opens
                if chosen[each.id]
            )
            yield changes
            number += 1
            lits = [self.encoding.way_of(each, chosen[each.id]) for each, _ in changes]
            self._solver.add_clause([-asked, *(-lit for lit in lits)])

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
