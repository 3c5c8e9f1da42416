"""The reference evaluator: three-valued logic over the same rules, independent of durable-rules.

It proves every rule, fired or not, and keeps each condition with the value that was seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine import truth as logic
from engine.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    ConceptIs,
    Condition,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Value,
)
from engine.findings import Measurement
from engine.rulebook import RuleBook
from engine.trace import Node, Proof
from engine.truth import Truth
from engine.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the reference evaluator found: a proof for every rule, a truth for every concept."""

    proofs: dict[str, Proof]
    concepts: dict[str, Truth]


def evaluate(book: RuleBook, known: Mapping[str, Value]) -> Evaluation:
    """Evaluate every rule for the known facts (atom id to value; absent is unknown)."""
    known = {name: _plain(value) for name, value in known.items()}
    proofs: dict[str, Proof] = {}
    concepts: dict[str, Truth] = {}
    waiting = {concept: len(rules) for concept, rules in book.rules_for.items()}
    for concept, count in waiting.items():
        if count == 0:
            concepts[concept] = Truth.UNKNOWN
    for rule in book.chain_order:
        root = prove(rule.when, book.vocabulary, known, concepts)
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
    path: str = "when",
) -> Node:
    """The proof of one condition; every part is evaluated, also where one part settles it."""
    match condition:
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            children = tuple(
                prove(part, vocabulary, known, concepts, f"{path}.{position}")
                for position, part in enumerate(parts)
            )
            kind, found = _group(condition, [child.truth for child in children])
            return Node(path=path, kind=kind, truth=found, children=children)
        case ConceptIs(concept, wanted):
            held = concepts[concept]
            seen = None if held is Truth.UNKNOWN else held is Truth.YES
            found = logic.of(None if seen is None else seen is wanted)
            return Node(path=path, kind="concept", truth=found, source=concept, seen=seen)
        case Is() | IsOneOf() | InRange() | IsKnown() | IsNotKnown():
            value = known.get(condition.finding)
            return Node(
                path=path,
                kind=_LEAVES[type(condition)],
                truth=_leaf(condition, vocabulary, value),
                source=condition.finding,
                seen=value,
            )


_LEAVES: dict[type, Literal["is", "is_one_of", "in_range", "is_known", "is_not_known"]] = {
    Is: "is",
    IsOneOf: "is_one_of",
    InRange: "in_range",
    IsKnown: "is_known",
    IsNotKnown: "is_not_known",
}


def _group(
    condition: AllOf | AnyOf | AtLeast, truths: list[Truth]
) -> tuple[Literal["all", "any", "at_least"], Truth]:
    match condition:
        case AllOf():
            return "all", logic.all_of(truths)
        case AnyOf():
            return "any", logic.any_of(truths)
        case AtLeast(count, _):
            return "at_least", logic.at_least(count, truths)


def _leaf(
    leaf: Is | IsOneOf | InRange | IsKnown | IsNotKnown,
    vocabulary: Vocabulary,
    value: Value | None,
) -> Truth:
    if isinstance(leaf, IsKnown):
        return logic.of(value is not None)
    if isinstance(leaf, IsNotKnown):
        return logic.of(value is None)
    if value is None:
        return Truth.UNKNOWN
    match leaf:
        case Is(_, wanted):
            return logic.of(value == wanted)
        case IsOneOf(_, wanted_values):
            return logic.of(value in wanted_values)
        case InRange(finding, unit):
            measurement = vocabulary.atoms[finding]
            if not isinstance(measurement, Measurement) or not isinstance(value, int | float):
                raise TypeError(f"{finding} is compared with numbers but is not one")
            return logic.of(leaf.holds(measurement.shown(float(value), unit)))
