"""What a learner has met of the rule book, and which case covers most of what is left.

A rule is met where it fired or was waited for at a step that the learner has answered. A near miss
of a rule is met where a single condition kept it from firing.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from cases.model import Case
from cases.play import asked_of, book_behind, consulted, trace_after
from engine.rule import Advice, Layer
from engine.trace import Node
from engine.truth import Truth
from rules.full import FULL_RULEBOOK


@dataclass(frozen=True, slots=True)
class Met:
    """What was met: rules that fired or waited, and rules that a single condition kept back."""

    rules: frozenset[str] = frozenset()
    near_misses: frozenset[str] = frozenset()

    def of(self, layer: Layer) -> tuple[str, ...]:
        """The rules of a layer among them, in the order of the rule book."""
        return tuple(name for name in to_be_met(layer) if name in self.rules)

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements of the document behind its rules that were met, in their order."""
        return _cited(self.of(Layer.DOCUMENT))


@dataclass(frozen=True, slots=True)
class Next:
    """A case, with the rules and the near misses that it brings and the learner has not met."""

    case: Case
    brings: tuple[str, ...]
    near_misses: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How much it brings."""
        return len(self.brings) + len(self.near_misses)


def rules_at(case: Case, step: int) -> frozenset[str]:
    """The rules to be met at a step: those that fired, and those that its verdict waits for."""
    return frozenset(trace_after(case, step).fired) | frozenset(asked_of(case, step).rules)


def near_misses_at(case: Case, step: int) -> frozenset[str]:
    """The rules that all their conditions but one let fire, and that speak of this disease."""
    return _near_misses(json.dumps(trace_after(case, step).entries), case.layers)


@lru_cache(maxsize=1024)
def _near_misses(entries: str, layers: tuple[Layer, ...]) -> frozenset[str]:
    trace = consulted(entries, layers)
    diagnosis = book_behind(trace).vocabulary.diagnosis.id
    return frozenset(
        proof.rule
        for proof in trace.proofs
        if proof.root.kind == "all" and _lacks_one(proof.root, diagnosis)
    )


def _lacks_one(root: Node, diagnosis: str) -> bool:
    failing = [node for node in root.children if node.truth is not Truth.YES]
    return len(failing) == 1 and failing[0].truth is Truth.NO and failing[0].source != diagnosis


def met(answered: Mapping[str, Collection[int]], cases: Sequence[Case]) -> Met:
    """What was met at the steps that were answered, told by the id of the case."""
    steps = [
        (case, step)
        for case in cases
        for step in answered.get(case.id, ())
        if step < len(case.steps)
    ]
    return Met(
        frozenset(rule for case, step in steps for rule in rules_at(case, step)),
        frozenset(rule for case, step in steps for rule in near_misses_at(case, step)),
    )


def all_of_it(cases: Sequence[Case]) -> Met:
    """What there is to be met in some cases, all steps answered."""
    return met({case.id: range(len(case.steps)) for case in cases}, cases)


def next_case(cases: Sequence[Case], known: Met, done: Collection[str]) -> Next | None:
    """Of the cases that are not ``done``, the one that brings most of what is not yet ``known``.

    Rules and near misses count alike. Cases that are told on the document alone come first, as long
    as they bring anything. Among equals the easier one, then the first. None when all are done.
    """
    left = [_brought(case, known) for case in cases if case.id not in done]
    plain = [each for each in left if each.number and Layer.REFERENCE not in each.case.layers]
    return min(plain or left, key=lambda each: (-each.number, each.case.level), default=None)


def _brought(case: Case, known: Met) -> Next:
    there = all_of_it([case])
    return Next(
        case,
        _in_order(there.rules - known.rules),
        _in_order(there.near_misses - known.near_misses),
    )


def _in_order(names: Collection[str]) -> tuple[str, ...]:
    return tuple(rule.id for rule in FULL_RULEBOOK.rules if rule.id in names)


@cache
def to_be_met(layer: Layer = Layer.DOCUMENT) -> tuple[str, ...]:
    """Every rule of a layer, in its order."""
    return tuple(rule.id for rule in FULL_RULEBOOK.rules if rule.layer is layer)


@cache
def statements_to_be_met() -> tuple[str, ...]:
    """Every statement of the document that a rule of it cites."""
    return _cited(to_be_met(Layer.DOCUMENT))


def _cited(names: Collection[str]) -> tuple[str, ...]:
    cited = {cite for name in names for cite in FULL_RULEBOOK.rule[name].cites}
    return tuple(name for name in FULL_RULEBOOK.statement if name in cited)


def decided_by(cases: Sequence[Case]) -> frozenset[str]:
    """The rules of advice that decide the verdict of some layer at some step of some case."""
    return frozenset(
        name for case in cases for step in range(len(case.steps)) for name in _deciding(case, step)
    )


def _deciding(case: Case, step: int) -> Iterator[str]:
    trace = trace_after(case, step)
    for verdict in (trace.overall, trace.overall_reference):
        for name in () if verdict is None else verdict.rules:
            if name in trace.fired and isinstance(FULL_RULEBOOK.rule[name].then, Advice):
                yield name
