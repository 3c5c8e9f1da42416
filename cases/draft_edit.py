"""Editing a draft: every function returns a new draft and leaves the one it was given as it was.

Places are written as a path of keys and numbers: ``("steps", 0, "question", "prompt")``.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from cases.draft import (
    LEAST_OPTIONS,
    LEAST_STEPS,
    MOST_OPTIONS,
    MOST_STEPS,
    Draft,
    new_option,
    new_step,
)
from cases.sequence import plain_value
from engine.profile import UNKNOWN

Place = tuple[str | int, ...]


def at(draft: Mapping[str, Any], path: Place, default: Any = None) -> Any:
    """What stands at a place; the default where nothing does."""
    here: Any = draft
    for part in path:
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            return default
    return default if here is None else here


def put(draft: Draft, path: Place, value: Any) -> Draft:
    """The draft with a value at a place; tables and list entries on the way are made."""
    changed = copy.deepcopy(draft)
    here: Any = changed
    for part, after in pairwise(path):
        here = _below(here, part, [] if isinstance(after, int) else {})
    last = path[-1]
    if isinstance(last, int):
        here.extend("" for _ in range(last + 1 - len(here)))
    here[last] = copy.deepcopy(value)
    return changed


def _below(here: Any, part: str | int, empty: Any) -> Any:
    """The table or list at a part, made where something else or nothing stands."""
    if isinstance(part, int):
        here.extend({} for _ in range(part + 1 - len(here)))
    if not isinstance(here[part] if isinstance(part, int) else here.get(part), type(empty)):
        here[part] = empty
    return here[part]


def steps_of(draft: Mapping[str, Any]) -> list[Draft]:
    """The steps of a draft that are tables."""
    found = draft.get("steps")
    return [s for s in found if isinstance(s, dict)] if isinstance(found, list) else []


def options_of(step: Mapping[str, Any]) -> list[Draft]:
    """The options of a step that are tables."""
    found = at(step, ("question", "options"), [])
    return [o for o in found if isinstance(o, dict)] if isinstance(found, list) else []


def table_of(step: Mapping[str, Any], key: str) -> dict[str, Any]:
    """What stands under ``reveals`` or ``changes`` of a step."""
    found = step.get(key)
    return dict(found) if isinstance(found, dict) else {}


def add_step(draft: Draft) -> Draft:
    """The draft with one more step at its end; as it is when there are as many as may be."""
    steps = steps_of(draft)
    return draft if len(steps) >= MOST_STEPS else put(draft, ("steps",), [*steps, new_step()])


def remove_step(draft: Draft, number: int) -> Draft:
    """The draft without a step (counted from 0), unless so many are needed."""
    steps = steps_of(draft)
    kept = [step for place, step in enumerate(steps) if place != number]
    return draft if len(steps) <= LEAST_STEPS else put(draft, ("steps",), kept)


def move_step(draft: Draft, number: int, by: int) -> Draft:
    """The draft with a step moved up (-1) or down (1), where there is room."""
    steps = steps_of(draft)
    if not (0 <= number < len(steps) and 0 <= number + by < len(steps)):
        return draft
    steps.insert(number + by, steps.pop(number))
    return put(draft, ("steps",), steps)


def add_option(draft: Draft, step: int) -> Draft:
    """The draft with one more answer on offer at a step."""
    options = options_of(steps_of(draft)[step])
    if len(options) >= MOST_OPTIONS:
        return draft
    return put(draft, ("steps", step, "question", "options"), [*options, new_option()])


def remove_option(draft: Draft, step: int, number: int) -> Draft:
    """The draft without an answer of a step, unless so many are needed."""
    options = options_of(steps_of(draft)[step])
    kept = [option for place, option in enumerate(options) if place != number]
    if len(options) <= LEAST_OPTIONS:
        return draft
    return put(draft, ("steps", step, "question", "options"), kept)


def known_before(draft: Mapping[str, Any], step: int) -> dict[str, Any]:
    """What a draft has told before a step, as in a profile file; unknown where taken back."""
    known: dict[str, Any] = {}
    for earlier in steps_of(draft)[:step]:
        known |= table_of(earlier, "reveals")
        for name, change in table_of(earlier, "changes").items():
            known[name] = change.get("to", UNKNOWN) if isinstance(change, dict) else UNKNOWN
    return {name: value for name, value in known.items() if value not in (None, UNKNOWN)}


def tell(draft: Draft, step: int, names: list[str]) -> Draft:
    """The draft with exactly these findings told at a step; new ones begin as unknown."""
    told = table_of(steps_of(draft)[step], "reveals")
    return put(draft, ("steps", step, "reveals"), {name: told.get(name, UNKNOWN) for name in names})


def alter(draft: Draft, step: int, names: list[str]) -> Draft:
    """The draft with exactly these findings changed at a step; new ones begin as they were."""
    changed = table_of(steps_of(draft)[step], "changes")
    known = known_before(draft, step)
    fresh = {n: {"from": known.get(n), "to": known.get(n), "because": ""} for n in names}
    return put(draft, ("steps", step, "changes"), {n: changed.get(n, fresh[n]) for n in names})


def followed_on(draft: Draft) -> Draft:
    """The draft in which every change begins with what was last told."""
    made = draft
    for number, step in enumerate(steps_of(draft)):
        known = known_before(made, number)
        for name, change in table_of(step, "changes").items():
            was = change.get("from") if isinstance(change, dict) else None
            if name in known and plain_value(was) != plain_value(known[name]):
                made = put(made, ("steps", number, "changes", name, "from"), known[name])
    return made
