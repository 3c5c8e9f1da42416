"""The reference evaluator: three-valued logic over the same rules, independent of durable-rules.

It proves every rule, fired or not, and keeps each condition with the value that was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from engine import truth as logic
from engine.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    ConceptIs,
    Condition,
    Group,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Value,
)
from engine.findings import Measurement
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.trace import Node, Proof
from engine.truth import Truth
from engine.vocabulary import Vocabulary

Prover = Callable[[Mapping[str, Value], Mapping[str, Truth]], Node]
"""Known facts and concepts in, the proof of one condition out."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the reference evaluator found: a proof for every rule, a truth for every concept."""

    proofs: dict[str, Proof]
    concepts: dict[str, Truth]


def evaluate(
    book: RuleBook, known: Mapping[str, Value], instead: Mapping[str, Prover] | None = None
) -> Evaluation:
    """Evaluate every rule for the known facts (atom id to value; absent is unknown).

    ``instead`` proves rules, by their id, by another condition than their own: what would be, were
    they written otherwise.
    """
    others = instead or {}
    known = {name: _plain(value) for name, value in known.items()}
    proofs: dict[str, Proof] = {}
    concepts: dict[str, Truth] = {}
    waiting = {concept: len(rules) for concept, rules in book.rules_for.items()}
    for concept, count in waiting.items():
        if count == 0:
            concepts[concept] = Truth.UNKNOWN
    for rule, proof_of in _provers(book):
        root = others.get(rule.id, proof_of)(known, concepts)
        proofs[rule.id] = Proof(rule=rule.id, truth=root.truth, root=root)
        waiting[rule.then.id] -= 1
        if waiting[rule.then.id] == 0:
            suppliers = book.rules_for[rule.then.id]
            concepts[rule.then.id] = logic.any_of(proofs[r.id].truth for r in suppliers)
    return Evaluation(
        proofs={rule.id: proofs[rule.id] for rule in book.rules},
        concepts={concept.id: concepts[concept.id] for concept in book.concepts},
    )


def _plain(value: Value) -> Value:
    """A value as it stands in a trace: no member of an enumeration, no whole number."""
    if isinstance(value, bool):
        return value
    return str(value) if isinstance(value, str) else float(value)


def prove(
    condition: Condition,
    vocabulary: Vocabulary,
    known: Mapping[str, Value],
    concepts: Mapping[str, Truth],
) -> Node:
    """The proof of one condition; every part is evaluated, also where one part settles it."""
    return prover(condition, vocabulary)(known, concepts)


@lru_cache(maxsize=16)  # altered books come and go
def _provers(book: RuleBook) -> tuple[tuple[Rule, Prover], ...]:
    """Every rule in the order of the chain with what proves its condition, put together once."""
    return tuple((rule, prover(rule.when, book.vocabulary)) for rule in book.chain_order)


def prover(condition: Condition, vocabulary: Vocabulary, path: str = "when") -> Prover:
    """What proves a condition for many patients, put together once."""
    match condition:
        case ConceptIs():
            return _concept(condition, path)
        case IsKnown() | IsNotKnown():
            return _known(condition, path)
        case Is(finding, wanted):
            return _answer("is", finding, (wanted,), path)
        case IsOneOf(finding, values):
            return _answer("is_one_of", finding, values, path)
        case InRange():
            return _range(condition, vocabulary, path)
        case AllOf() | AnyOf() | AtLeast():
            return _group(condition, vocabulary, path)


def _asked(group: Group) -> tuple[Literal["all", "any", "at_least"], int]:
    """A group's kind, and how many of its conditions have to hold."""
    match group:
        case AllOf(parts):
            return "all", len(parts)
        case AnyOf():
            return "any", 1
        case AtLeast(count):
            return "at_least", count


def needed(group: Group) -> int:
    """How many of a group's conditions have to hold."""
    return _asked(group)[1]


def _group(group: Group, vocabulary: Vocabulary, path: str) -> Prover:
    kind, count = _asked(group)
    parts = [prover(part, vocabulary, f"{path}.{at}") for at, part in enumerate(group.conditions)]

    def proof(known: Mapping[str, Value], concepts: Mapping[str, Truth]) -> Node:
        children = tuple([part(known, concepts) for part in parts])
        truth = logic.at_least(count, [child.truth for child in children])
        return Node(path=path, kind=kind, truth=truth, children=children)

    return proof


def _concept(condition: ConceptIs, path: str) -> Prover:
    name, wanted = condition.concept, condition.yes
    nodes = {}
    for held in Truth:
        seen = None if held is Truth.UNKNOWN else held is Truth.YES
        truth = logic.of(None if seen is None else seen is wanted)
        nodes[held] = Node(path=path, kind="concept", truth=truth, source=name, seen=seen)
    return lambda _known, concepts: nodes[concepts[name]]


def _known(condition: IsKnown | IsNotKnown, path: str) -> Prover:
    name, wanted = condition.finding, isinstance(condition, IsKnown)
    kind: Literal["is_known", "is_not_known"] = "is_known" if wanted else "is_not_known"

    def proof(known: Mapping[str, Value], _concepts: Mapping[str, Truth]) -> Node:
        value = known.get(name)
        truth = logic.of((value is not None) is wanted)
        return Node(path=path, kind=kind, truth=truth, source=name, seen=value)

    return proof


def _answer(
    kind: Literal["is", "is_one_of"], finding: str, wanted: tuple[Value, ...], path: str
) -> Prover:
    @lru_cache(maxsize=32)  # no choice has so many answers; numbers have
    def node(value: Value | None) -> Node:
        truth = logic.of(None if value is None else value in wanted)
        return Node(path=path, kind=kind, truth=truth, source=finding, seen=value)

    return lambda known, _concepts: node(known.get(finding))


def _range(condition: InRange, vocabulary: Vocabulary, path: str) -> Prover:
    name, unit = condition.finding, condition.unit
    measurement = vocabulary.atoms[name]
    if not isinstance(measurement, Measurement):
        raise TypeError(f"{name} is compared with numbers but is not one")

    def proof(known: Mapping[str, Value], _concepts: Mapping[str, Truth]) -> Node:
        value = known.get(name)
        truth = logic.of(
            None if value is None else condition.holds(measurement.shown(float(value), unit))
        )
        return Node(path=path, kind="in_range", truth=truth, source=name, seen=value)

    return proof
