"""Which six items make a run: which are sound and which broken, in an order that a seed decides.

The same seed, library and answers give the same run. Steps that the learner has answered least
come first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from cases.drills.altered import mutations
from cases.drills.item import Key
from cases.drills.patients import drill_cases
from cases.drills.traps import candidates, fair
from cases.model import Case

ITEMS = 6
"""So many items make a run."""

BROKEN_ITEMS = (2, 3, 4)
"""So many of them may have broken advice. How many have is never told, and cannot be counted on."""

Place = tuple[Case, int]
"""A step of a case."""


def chosen(seed: str, answered: Mapping[tuple[str, int], int] | None = None) -> tuple[Key, ...]:
    """The items of a run, each of another case.

    ``answered`` says how often the learner has answered a step (case id, step from 0) before.
    """
    times = answered or {}
    places = sorted(
        ((case, step) for case in drill_cases() for step in range(len(case.steps))),
        key=lambda at: (times.get((at[0].id, at[1]), 0), _mixed(seed, at[0].id, at[1])),
    )
    taken: set[str] = set()
    number = BROKEN_ITEMS[int(_mixed(seed, "number"), 16) % len(BROKEN_ITEMS)]
    broken = list(_broken(seed, places, taken, number))
    sound = [Key(case.id, step) for case, step in _spread(places, taken, _any, ITEMS - number)]
    return tuple(sorted([*broken, *sound], key=lambda key: _mixed(seed, "order", key.case)))


def _any(_case: Case, _step: int) -> bool:
    return True


def _mixed(*parts: object) -> str:
    """A text that follows from the parts and tells nothing of them: the order of a shuffle."""
    return sha256(" ".join(map(str, parts)).encode()).hexdigest()


def _spread(
    places: Sequence[Place], taken: set[str], usable: Callable[[Case, int], bool], number: int
) -> Iterator[Place]:
    """So many usable places in cases that are not taken, each of another group if possible.

    Places are looked at no further than needed, for finding traps takes its time.
    """
    found = 0
    groups: set[str] = set()
    for only_new in (True, False):
        for case, step in places:
            if found == number:
                return
            if case.id in taken or (only_new and case.group in groups) or not usable(case, step):
                continue
            taken.add(case.id)
            groups.add(case.group)
            found += 1
            yield case, step


def _broken(seed: str, places: Sequence[Place], taken: set[str], number: int) -> Iterator[Key]:
    """Traps for the first places that have any, of operators and rules not yet in the run."""
    used: Counter[str] = Counter()
    picked: dict[str, Key] = {}

    def usable(case: Case, step: int) -> bool:
        inviting = sorted(candidates(case, step), key=lambda each: _turn(seed, each, used))
        key = next(filter(fair, inviting), None)
        if key is not None:
            picked[case.id] = key
        return key is not None

    for case, _ in _spread(places, taken, usable, number):
        key = picked[case.id]
        mutation = mutations()[key.mutation]
        used.update([mutation.operator.value, mutation.rule])
        yield key


def _turn(seed: str, key: Key, used: Counter[str]) -> tuple[int, int, str, str]:
    """Operators come up alike, however many traps each makes."""
    mutation = mutations()[key.mutation]
    operator = mutation.operator.value
    return (
        used[operator],
        used[mutation.rule],
        _mixed(seed, key.case, operator),
        _mixed(seed, key.mutation),
    )
