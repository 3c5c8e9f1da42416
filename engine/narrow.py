"""The part of a rule book that a diagnosis leaves open.

Most rules of published criteria speak of one disease. Those that the diagnosis alone rules out need
not be run: both engines get the others, and what was left out is known to be no. Rules of the
document are never left out of a consultation, so that every one of them is proven for every
patient.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

from engine import truth as logic
from engine.conditions import ConceptIs, Condition, Group, Is, IsKnown, IsNotKnown
from engine.evaluate import evaluate, needed
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Node, Proof
from engine.truth import Truth


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is run for a diagnosis, and the proofs of the rules that it rules out.

    In those proofs only the diagnosis was looked at.
    """

    book: RuleBook
    ruled_out: dict[str, Proof]


@cache
def narrowed(book: RuleBook, diagnosis: str | None) -> Narrowed:
    """The rules that a diagnosis leaves open; all of them while it is unknown."""
    if diagnosis is None:
        return Narrowed(book, {})
    return _narrowed(book, diagnosis, {Layer.REFERENCE})


@cache
def narrowed_wholly(book: RuleBook, diagnosis: str) -> Narrowed:
    """The same, the document's rules included: all that can still matter to a verdict."""
    return _narrowed(book, diagnosis, set(Layer))


def _narrowed(book: RuleBook, diagnosis: str, layers: Collection[Layer]) -> Narrowed:
    proofs = evaluate(book, {book.vocabulary.diagnosis.id: diagnosis}).proofs
    lasting = _lasting(book, proofs)
    closed = {
        rule.id for rule in book.rules if rule.layer in layers and lasting[rule.id] is Truth.NO
    }
    if not closed:
        return Narrowed(book, {})
    never = Is(book.vocabulary.diagnosis.id, _another(book, diagnosis))
    # A concept without any rule would be unknown. One that can never fire keeps it known to be no.
    stands_for = {
        rules[0].id: replace(rules[0], when=never)
        for rules in book.rules_for.values()
        if rules and all(rule.id in closed for rule in rules)
    }

    def kept(rule: Rule) -> Rule | None:
        return stands_for.get(rule.id) if rule.id in closed else rule

    chapters = tuple(
        replace(chapter, rules=tuple(rule for each in chapter.rules if (rule := kept(each))))
        for chapter in book.chapters
    )
    return Narrowed(
        replace(book, chapters=chapters),
        {rule.id: proofs[rule.id] for rule in book.rules if rule.id in closed},
    )


def _lasting(book: RuleBook, proofs: dict[str, Proof]) -> dict[str, Truth]:
    """What every rule is whatever else is told: that something is not told yet counts for nothing.

    ``proofs`` are those for the diagnosis alone.
    """
    found: dict[str, Truth] = {}
    concepts = {concept: Truth.UNKNOWN for concept, rules in book.rules_for.items() if not rules}
    for rule in book.chain_order:
        found[rule.id] = _truth(book, rule.when, proofs[rule.id].root, concepts)
        suppliers = book.rules_for[rule.then.id]
        if all(each.id in found for each in suppliers):
            concepts[rule.then.id] = logic.any_of(found[each.id] for each in suppliers)
    return found


def _truth(book: RuleBook, condition: Condition, node: Node, concepts: dict[str, Truth]) -> Truth:
    match condition:
        case IsKnown(name) | IsNotKnown(name):
            return node.truth if name == book.vocabulary.diagnosis.id else Truth.UNKNOWN
        case ConceptIs(name, wanted):
            held = concepts[name]
            return held if held is Truth.UNKNOWN else logic.of((held is Truth.YES) is wanted)
        case _ if isinstance(condition, Group):
            parts = zip(condition.conditions, node.children, strict=True)
            return logic.at_least(
                needed(condition), [_truth(book, part, child, concepts) for part, child in parts]
            )
        case _:
            return node.truth


def _another(book: RuleBook, diagnosis: str) -> str:
    """A diagnosis that the patient does not have."""
    return str(next(other for other in book.vocabulary.diagnosis.options if other != diagnosis))
