"""Faults of single rules, and of the chain that they make."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from engine.conditions import ConceptIs, Condition, IsNotKnown, concepts_of, walk
from engine.rule import Advice, Flag, Layer, Rule, Stance
from engine.verify.checks.leaves import leaf_faults
from engine.verify.checks.names import CITE, DECLARE_CONCEPT
from engine.verify.diagnostic import BOOK, Found, Place, PlaceKind, at, rule_at
from engine.words import and_list

if TYPE_CHECKING:
    from engine.rulebook import RuleBook


def rule_faults(book: RuleBook, rule: Rule) -> Found:
    """Everything that keeps a rule from being run."""
    place = rule_at(rule.id)
    if rule.then not in book.concepts:
        message = f"concludes {rule.then.id}, which is not a concept of the rule book"
        yield at(place, "RB103", message, "Add it to the concepts of the rule book.")
    if rule.layer is Layer.REFERENCE and rule.confidence is None:
        message = "does not say how sure we are of it"
        yield at(place, "RB108", message, "Say how its source was read.")
    yield from _citation_faults(book, rule)
    for name in sorted(concepts_of(rule.when) - set(book.concept)):
        message = f"reads the concept {name}, which does not exist"
        mend = DECLARE_CONCEPT
        if rule.layer is Layer.DOCUMENT:
            message += " in this book"
            mend += " A rule of the document may read none of the reference layer."
        yield at(place, "RB103", message, mend)
    for path, node in walk(rule.when):
        yield from _node_faults(book, rule, rule_at(rule.id, path), node)


def _citation_faults(book: RuleBook, rule: Rule) -> Found:
    """What a rule cites that it may not, or that does not exist."""
    place = rule_at(rule.id)
    others = sorted(set(rule.cites) - set(book.statement))
    found = [name for name in others if name in book.reference]
    if found and rule.layer is Layer.DOCUMENT:
        no = "which is no statement" if len(found) == 1 else "which are no statements"
        yield at(
            place,
            "RB104",
            f"is a rule of the document, for it concludes {rule.then.id}, but cites "
            f"{and_list(found)}, {no}",
            "Conclude a concept of the reference layer, or cite statements alone.",
        )
    for name in others:
        if name not in found:
            message = f"cites {name}, which is neither a statement nor a reference of this book"
            yield at(place, "RB104", message, CITE)


def _node_faults(book: RuleBook, rule: Rule, place: Place, node: Condition) -> Found:
    if isinstance(node, IsNotKnown) and not _may_ask(rule):
        yield at(
            place,
            "RB204",
            "asks that something is not known, which only a rule for a flag or an open safety "
            "question may do",
            "Ask that it is known to be no, or conclude a flag.",
        )
    if isinstance(node, ConceptIs) and node.concept in book.concept:
        read = book.concept[node.concept]
        if rule.layer is Layer.DOCUMENT and read.layer is not Layer.DOCUMENT:
            yield at(
                place,
                "RB205",
                f"is of the document but reads {read.id} of another layer",
                "Read a concept of the document, or move the rule to the other layer.",
            )
        if isinstance(read, Flag):
            yield at(
                place,
                "RB206",
                f"reads the flag {read.id}; flags end a chain",
                "Read what the flag rests on.",
            )
    yield from leaf_faults(book.vocabulary, place, node)


def _may_ask(rule: Rule) -> bool:
    """Whether a rule may ask that something is not known: what it concludes settles nothing."""
    withheld = isinstance(rule.then, Advice) and rule.then.stance is Stance.WITHHELD
    return withheld or isinstance(rule.then, Flag)


def cycle_faults(book: RuleBook) -> Found:
    """The first circle of concepts, named concept by concept."""
    reads: dict[str, set[str]] = {concept.id: set() for concept in book.concepts}
    for rule in book.rules:
        reads.setdefault(rule.then.id, set()).update(concepts_of(rule.when))
    try:
        TopologicalSorter(reads).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        yield at(
            BOOK,
            "RB301",
            f"concepts read each other in a circle: {' → '.join(circle)}",
            "Let one of them read findings instead.",
            also=tuple(Place(PlaceKind.CONCEPT, name) for name in circle[1:]),
        )
