"""What is known after each step of a case, and whether the steps follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cases.model import MOST_FACTS, Case, Step
from engine.errors import Problem
from engine.profile import UNKNOWN
from engine.words import quoted

TELLS_NOTHING = "It tells nothing."


def findings_after(case: Case, step_index: int) -> dict[str, Any]:
    """What is known after a step (counted from 0, that step included), as in a profile file."""
    known: dict[str, Any] = {}
    for step in case.steps[: _within(case, step_index) + 1]:
        known |= step.reveals
        for name, change in step.changes.items():
            known[name] = change.to
    return {name: value for name, value in known.items() if value != UNKNOWN}


def _within(case: Case, step_index: int) -> int:
    if not 0 <= step_index < len(case.steps):
        raise IndexError(f"case {case.id} has no step with index {step_index}")
    return step_index


def sequence_problems(case: Case) -> Iterator[Problem]:
    """Where a step tells again what is known, or changes what is not so."""
    known: dict[str, Any] = {}
    for number, step in enumerate(case.steps, start=1):
        yield from _too_many(number, step)
        for name, value in step.reveals.items():
            yield from _revealed(number, name, value, known)
        for name, change in step.changes.items():
            place = f"step {number}, changes, {name}"
            if name not in known:
                yield Problem(
                    place,
                    "It was not known before, so it cannot change.",
                    f"Tell it under reveals of step {number}.",
                )
            elif plain_value(known[name]) != plain_value(change.from_):
                yield Problem(
                    f"{place}, from",
                    f"It says {quoted(plain_value(change.from_))}, but so far it is "
                    f"{quoted(plain_value(known[name]))}.",
                    f"Write from = {quoted(plain_value(known[name]))}.",
                )
            elif plain_value(change.to) == plain_value(change.from_):
                yield Problem(f"{place}, to", "It changes nothing.", "Give another value.")
        known = findings_after(case, number - 1)


def _too_many(number: int, step: Step) -> Iterator[Problem]:
    told = len(step.reveals) + len(step.changes)
    if told > MOST_FACTS:
        yield Problem(
            f"step {number}", f"It tells {told} findings.", f"Tell at most {MOST_FACTS} in a step."
        )


def _revealed(number: int, name: str, value: Any, known: dict[str, Any]) -> Iterator[Problem]:
    place = f"step {number}, reveals, {name}"
    if value == UNKNOWN:
        yield Problem(place, TELLS_NOTHING, "Leave it out: what has not been told is unknown.")
    elif name in known:
        yield Problem(
            place,
            f"It is already known to be {quoted(plain_value(known[name]))}.",
            f"Remove it, or alter it under changes of step {number} with from, to and because.",
        )


def plain_value(value: Any) -> Any:
    """An answer as it is compared. Both ways to write an answer count as the same: yes and true."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
