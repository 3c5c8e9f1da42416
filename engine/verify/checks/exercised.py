"""What no teaching case exercises: rules that fire in none, and conditions that decide none.

A condition decides where the rule fires and would not without it. It fails where it is known to be
no. Of a rule that fires nowhere only that is said, not every condition. Cases are given as what is
told at each of their steps; nothing else is known of them here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from engine.conditions import Condition, Group, Leaf, Value, walk
from engine.evaluate import needed
from engine.facts import within
from engine.mutation import condition_words
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.trace import Node
from engine.truth import Truth
from engine.verify.checks.patients import seen
from engine.verify.diagnostic import Found, at, rule_at

_Places = set[tuple[str, str]]
"""Rules and paths of conditions in them."""


def exercise_faults(book: RuleBook, steps: Iterable[Mapping[str, Value]]) -> Found:
    """What no step exercises. What a step tells beyond the vocabulary of the book is left out."""
    fired: set[str] = set()
    decided: _Places = set()
    failed: _Places = set()
    for entries in steps:
        for name, proof in seen(book, within(book.vocabulary, entries)).proofs.items():
            if proof.truth is Truth.YES:
                fired.add(name)
            rule = book.rule[name]
            for path in _pivotal(rule.when, proof.root):
                decided.add((name, path))
            failed |= {(name, path) for path in _no(proof.root)}
    for rule in book.rules:
        if rule.id not in fired:
            yield at(
                rule_at(rule.id),
                "RB604",
                "fires at no step of any case",
                "Write a case for it, or let one go that far.",
            )
        else:
            yield from _leaf_faults(book, rule, decided, failed)


def _leaf_faults(book: RuleBook, rule: Rule, decided: _Places, failed: _Places) -> Found:
    for path, node in walk(rule.when):
        if not isinstance(node, Leaf):
            continue
        place, words = rule_at(rule.id, path), condition_words(book, node)
        if (rule.id, path) not in decided:
            yield at(
                place,
                "RB605",
                f"fires at no step of any case because of “{words}”",
                "Let a case go that far where this condition alone is missing.",
            )
        if (rule.id, path) not in failed:
            yield at(
                place,
                "RB606",
                f"“{words}” is known to be no at no step of any case",
                "Let this condition fail in a case.",
            )


def _pivotal(condition: Condition, node: Node) -> Iterator[str]:
    """The conditions that hold, and without any one of which the whole would not."""
    if node.truth is not Truth.YES:
        return
    yield node.path
    if isinstance(condition, Group):
        held = [child for child in node.children if child.truth is Truth.YES]
        if len(held) == needed(condition):
            for part, child in zip(condition.conditions, node.children, strict=True):
                yield from _pivotal(part, child)


def _no(node: Node) -> Iterator[str]:
    if node.is_leaf and node.truth is Truth.NO:
        yield node.path
    for child in node.children:
        yield from _no(child)
