"""Why a rule is yes, no or unknown: the findings that decide it, through every concept between.

Pure functions of rule book and trace; words and screens are built on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.conditions import ConceptIs, Condition, Group, Leaf, Value
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.trace import Node, Proof, Trace
from engine.truth import Truth

Proofs = dict[str, Proof]


@dataclass(frozen=True, slots=True)
class Ground:
    """One finding that takes part in deciding something.

    ``condition`` is what a rule asked of it; ``wanted`` is False when the chain needs that to fail
    (under "a concept is no"). ``truth`` is whether the chain got what it needs.
    """

    condition: Leaf
    finding: str
    seen: Value | None
    wanted: bool
    truth: Truth
    rule: str


def proofs_of(trace: Trace) -> Proofs:
    """The proofs of a trace by rule id."""
    return {proof.rule: proof for proof in trace.proofs}


def grounds(book: RuleBook, proofs: Proofs, rule: str) -> tuple[Ground, ...]:
    """The findings that make a rule what it is (yes, no or unknown), each once, in rule order."""
    found = _descend(book, proofs, rule, book.rule[rule].when, proofs[rule].root, wanted=True)
    return tuple({(g.finding, g.condition, g.wanted): g for g in found}.values())


def grounds_of_all(book: RuleBook, proofs: Proofs, rules: Iterable[Rule]) -> Iterator[Ground]:
    """The findings that make rules what they are; what several rest on is looked at once."""
    looked_at: set[tuple[str, bool]] = set()
    for rule in rules:
        root = proofs[rule.id].root
        yield from _descend(book, proofs, rule.id, rule.when, root, wanted=True, skip=looked_at)


def waits(book: RuleBook, proofs: Proofs, rule: str) -> tuple[Ground, ...]:
    """The unknown findings that a rule would still have to learn to fire."""
    found: list[Ground] = []
    for part, node in _parts(book.rule[rule].when, proofs[rule].root):
        if node.truth is Truth.UNKNOWN:
            found += _descend(book, proofs, rule, part, node, wanted=True)
    return tuple({(g.finding, g.condition, g.wanted): g for g in found}.values())


def _parts(condition: Condition, node: Node) -> Iterator[tuple[Condition, Node]]:
    """The top-level conditions of a rule with their nodes."""
    if isinstance(condition, Group):
        yield from zip(condition.conditions, node.children, strict=True)
    else:
        yield condition, node


def _flip(truth: Truth) -> Truth:
    return {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}[truth]


def _descend(
    book: RuleBook,
    proofs: Proofs,
    rule: str,
    condition: Condition,
    node: Node,
    *,
    wanted: bool,
    skip: set[tuple[str, bool]] | None = None,
) -> Iterator[Ground]:
    """The leaves that decide a node.

    ``wanted`` turns over below "a concept is no". Rules in ``skip`` have been looked at; those that
    are looked at now are added.
    """
    match condition:
        case ConceptIs(concept, yes):
            held = node.truth if yes else _flip(node.truth)
            for supplier in book.rules_for[concept]:
                proof = proofs[supplier.id]
                asked = (supplier.id, wanted is yes)
                if skip is not None and proof.truth is held:
                    if asked in skip:
                        continue
                    skip.add(asked)
                # A concept that is no rests on all of its rules, otherwise on those like itself.
                if proof.truth is held:
                    yield from _descend(
                        book,
                        proofs,
                        supplier.id,
                        supplier.when,
                        proof.root,
                        wanted=wanted is yes,
                        skip=skip,
                    )
        case _ if isinstance(condition, Group):
            for part, child in zip(condition.conditions, node.children, strict=True):
                if child.truth is node.truth:
                    yield from _descend(book, proofs, rule, part, child, wanted=wanted, skip=skip)
        case _:
            yield Ground(
                condition=condition,
                finding=node.source,
                seen=node.seen,
                wanted=wanted,
                truth=node.truth if wanted else _flip(node.truth),
                rule=rule,
            )
