"""Propositions and clauses over them, as a SAT solver reads them.

A proposition is a number, its opposite the negative number. Conjunctions and the like get a number
of their own, the same for the same parts, and clauses that make it mean what it says.
"""

from __future__ import annotations

from collections.abc import Iterable


class Propositions:
    """Makes propositions, and keeps the clauses that tie them together.

    ``true`` is a proposition that always holds, ``-true`` one that never does.
    """

    def __init__(self) -> None:
        self.clauses: list[list[int]] = []
        self.count = 0
        self._conjunctions: dict[tuple[int, ...], int] = {}
        self.true = self.new()
        self.require(self.true)

    def new(self) -> int:
        """A proposition that nothing is said about yet."""
        self.count += 1
        return self.count

    def require(self, *any_of: int) -> None:
        """At least one of these holds, whatever else does."""
        self.clauses.append(list(any_of))

    def constant(self, holds: bool) -> int:
        """What always holds, or never does."""
        return self.true if holds else -self.true

    def all_of(self, parts: Iterable[int]) -> int:
        """Holds exactly when every part does."""
        needed = {part for part in parts if part != self.true}
        if -self.true in needed or any(-part in needed for part in needed):
            return -self.true
        if len(needed) < 2:
            return next(iter(needed), self.true)
        key = tuple(sorted(needed))  # sets of numbers that lie close share their hash too often
        if key not in self._conjunctions:
            both = self._conjunctions[key] = self.new()
            for part in key:
                self.require(-both, part)
            self.require(both, *(-part for part in key))
        return self._conjunctions[key]

    def any_of(self, parts: Iterable[int]) -> int:
        """Holds exactly when some part does."""
        return -self.all_of(-part for part in parts)

    def at_least(self, count: int, parts: list[int]) -> int:
        """Holds exactly when ``count`` or more of the parts do."""
        if count <= 0:
            return self.true
        if count > len(parts):
            return -self.true
        # ``reached[j]``: of the parts looked at so far, at least j hold.
        reached = [self.true] + [-self.true] * count
        for part in parts:
            for j in range(count, 0, -1):
                reached[j] = self.any_of((reached[j], self.all_of((reached[j - 1], part))))
        return reached[count]

    def exactly_one(self, parts: list[int]) -> None:
        """One of these holds, and no two."""
        self.require(*parts)
        for place, one in enumerate(parts):
            for other in parts[place + 1 :]:
                self.require(-one, -other)
