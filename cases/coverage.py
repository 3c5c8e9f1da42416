"""What a learner has met of the rule book, and which case covers most of what is left.

A rule is met where it fired or was waited for at a step that the learner has answered.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from cases.model import Case
from cases.play import trace_after
from engine.rule import Advice, Layer
from rules import RULEBOOK


@dataclass(frozen=True, slots=True)
class Next:
    """A case and the rules that it brings and the learner has not met."""

    case: Case
    brings: tuple[str, ...]


def rules_at(case: Case, step: int) -> frozenset[str]:
    """The rules to be met at a step: those that fired, and those that its verdict waits for."""
    trace = trace_after(case, step)
    return frozenset(trace.fired) | frozenset(trace.overall.rules)


def met(answered: Mapping[str, Collection[int]], cases: Sequence[Case]) -> frozenset[str]:
    """The rules met at the steps that were answered, by the id of the case."""
    return frozenset(
        rule
        for case in cases
        for step in answered.get(case.id, ())
        if step < len(case.steps)
        for rule in rules_at(case, step)
    )


def next_case(cases: Sequence[Case], known: Collection[str], done: Collection[str]) -> Next | None:
    """Of the cases that are not ``done``, the one with most rules that are not yet ``known``.

    Among equals the easier one, then the first. None when all are done.
    """
    left = [case for case in cases if case.id not in done]
    if not left:
        return None
    brings = {
        case.id: _in_order(met({case.id: range(len(case.steps))}, [case]) - set(known))
        for case in left
    }
    best = min(left, key=lambda case: (-len(brings[case.id]), case.level))
    return Next(best, brings[best.id])


def _in_order(names: Collection[str]) -> tuple[str, ...]:
    return tuple(rule.id for rule in RULEBOOK.rules if rule.id in names)


@cache
def to_be_met() -> tuple[str, ...]:
    """Every rule of the document, in its order."""
    return tuple(rule.id for rule in RULEBOOK.rules if rule.layer is Layer.DOCUMENT)


def decided_by(cases: Sequence[Case]) -> frozenset[str]:
    """The rules of advice that decide the verdict at some step of some case."""
    return frozenset(
        name
        for case in cases
        for step in range(len(case.steps))
        for name in trace_after(case, step).overall.rules
        if name in trace_after(case, step).fired and isinstance(RULEBOOK.rule[name].then, Advice)
    )
