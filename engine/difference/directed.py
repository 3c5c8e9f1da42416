"""Patients made so that the difference between two conditions decides, and can be seen.

As a circuit is tested: the two conditions come apart at one place; everything beside that place is
told so that it leaves the decision there; and so on through every conclusion between, up to advice
or a flag. What is made is only tried, so choices are made at random and may fail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from engine.conditions import Value
from engine.difference.conditions import leaves, logic
from engine.difference.description import Description, Entries, Plain
from engine.difference.refinement import Cell

Told = dict[str, Value | None]
"""What is decided about facts so far; None is to stay untold."""

SHOWN = frozenset({"Advice", "Flag"})
"""Conclusions that a reader sees."""


class _NoWayError(Exception):
    """What is wanted contradicts what was decided before."""


@dataclass(frozen=True, slots=True)
class Director:
    """Makes patients for one side, whose conclusions it follows, with one source of chance."""

    side: Description
    cells: Mapping[str, Sequence[Cell]]
    random: Random

    def patients(
        self, before: Plain | None, after: Plain | None, name: str, tries: int
    ) -> Iterator[Entries]:
        """Patients for whom a rule holds on one side only, and its conclusion hangs on it."""
        for _ in range(tries):
            told: Told = {}
            try:
                self._apart(before, after, told)
                self._seen((after or before or {})["then"], name, told)
            except _NoWayError:
                continue
            yield {fact: value for fact, value in told.items() if value is not None}

    def _apart(self, before: Plain | None, after: Plain | None, told: Told) -> None:
        pair = [rule["when"] for rule in (before, after) if rule is not None]
        if len(pair) == 2 and logic(pair[0]) != logic(pair[1]):
            self._differ(pair[0], pair[1], told)
        else:
            self._make(pair[-1], told, wanted=True)

    def _differ(self, one: Plain, other: Plain, told: Told) -> None:
        """Let one of two conditions hold and the other not, at the place where they differ."""
        ones, others = one.get("conditions", ()), other.get("conditions", ())
        alike = ones and one["head"] == other.get("head") and len(ones) == len(others)
        places = [at for at in range(len(ones)) if alike and logic(ones[at]) != logic(others[at])]
        if len(places) == 1:
            (at,) = places
            self._leave_to(one, at, told)
            self._differ(ones[at], others[at], told)
            return
        holds, fails = self.random.sample([one, other], 2)
        self._make(fails, told, wanted=False)
        self._make(holds, told, wanted=True)

    def _seen(self, concept: str, rule: str, told: Told) -> None:
        """Let a conclusion hang on one rule, and what is concluded from it on that conclusion."""
        for other, each in self.side.rules.items():
            if each["then"] == concept and other != rule:
                self._make(each["when"], told, wanted=False)
        if self.side.concepts.get(concept, {}).get("is") in SHOWN:
            return
        readers = [name for name, each in self.side.rules.items() if _reads(each["when"], concept)]
        if not readers:
            raise _NoWayError
        reader = self.random.choice(readers)
        self._pass_on(self.side.rules[reader]["when"], concept, told)
        self._seen(self.side.rules[reader]["then"], reader, told)

    def _pass_on(self, node: Plain, concept: str, told: Told) -> None:
        """Let a condition hang on a conclusion that it reads."""
        parts = node.get("conditions", ())
        places = [at for at, part in enumerate(parts) if _reads(part, concept)]
        if places:
            at = self.random.choice(places)
            self._leave_to(node, at, told)
            self._pass_on(parts[at], concept, told)

    def _leave_to(self, group: Plain, at: int, told: Told) -> None:
        """Let a group hang on one of its parts."""
        beside = [part for place, part in enumerate(group["conditions"]) if place != at]
        self.random.shuffle(beside)
        needed = _needed(group) - 1
        for place, part in enumerate(beside):
            self._make(part, told, wanted=place < needed)

    def _make(self, node: Plain, told: Told, *, wanted: bool) -> None:
        if "conditions" in node:
            parts = list(node["conditions"])
            self.random.shuffle(parts)
            needed = _needed(node)
            self._enough(parts, needed if wanted else len(parts) - needed + 1, told, wanted=wanted)
        elif "concept" in node:
            self._conclude(node["concept"], told, wanted=node["yes"] is wanted)
        else:
            self._tell(node, told, wanted=wanted)

    def _conclude(self, concept: str, told: Told, *, wanted: bool) -> None:
        suppliers = [each for each in self.side.rules.values() if each["then"] == concept]
        if not suppliers:
            raise _NoWayError
        conditions = [rule["when"] for rule in suppliers]
        self.random.shuffle(conditions)
        self._enough(conditions, 1 if wanted else len(conditions), told, wanted=wanted)

    def _enough(self, parts: Sequence[Plain], needed: int, told: Told, *, wanted: bool) -> None:
        """Let so many conditions come out as wanted; one that cannot is passed over for another."""
        for left, part in zip(range(len(parts), 0, -1), parts, strict=True):
            if needed == 0:
                return
            before = dict(told)
            try:
                self._make(part, told, wanted=wanted)
                needed -= 1
            except _NoWayError:
                if needed == left:
                    raise
                told.clear()
                told.update(before)

    def _tell(self, leaf: Plain, told: Told, *, wanted: bool) -> None:
        name = leaf["finding"]
        if name in told:
            if holds(leaf, told[name]) is not wanted:
                raise _NoWayError
            return
        values = [None, *(cell.value for cell in self.cells.get(name, ()))]
        fitting = [value for value in values if holds(leaf, value) is wanted]
        known = [value for value in fitting if value is not None]
        if not fitting:
            raise _NoWayError
        told[name] = self.random.choice(known or fitting)


def holds(leaf: Plain, value: Value | None) -> bool:
    """Whether a condition on a finding is seen to hold for a value; None is unknown."""
    match leaf["is"]:
        case "IsKnown" | "IsNotKnown":
            return (value is not None) is (leaf["is"] == "IsKnown")
        case "Is":
            return value is not None and value == leaf["value"]
        case "IsOneOf":
            return value in leaf["values"]
        case _:
            return value is not None and not isinstance(value, str) and _within(leaf, float(value))


def _within(leaf: Plain, number: float) -> bool:
    low, high = leaf["stored"]
    above = low is None or number > low or (leaf["low_included"] and number == low)
    below = high is None or number < high or (leaf["high_included"] and number == high)
    return bool(above and below)


def _needed(group: Plain) -> int:
    """How many of a group's conditions have to hold."""
    if group["is"] == "AllOf":
        return len(group["conditions"])
    return int(group["count"] or 1)


def _reads(node: Plain, concept: str) -> bool:
    found: Iterable[Plain] = leaves(node)
    return any(leaf.get("concept") == concept for leaf in found)
