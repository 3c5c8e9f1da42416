"""Crossings of a monitoring plan in words: what they ask, and what a patient's facts say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from engine.conditions import (
    Condition,
    FindingLeaf,
    Group,
    InRange,
    Value,
    findings_of,
    walk,
)
from engine.evaluate import prove
from engine.evidence import Threshold
from engine.grammar import label, mark_text, needs_text, seen_text
from engine.plan_items import Crossing
from engine.rulebook import RuleBook
from engine.trace import Node
from engine.truth import Truth
from engine.words import inside, sentence


def thresholds_of(condition: Condition) -> tuple[Threshold, ...]:
    """The thresholds that a condition compares with."""
    nodes = (node for _, node in walk(condition) if isinstance(node, InRange))
    return tuple(mark for node in nodes for mark in node.marks)


def crossings_text(book: RuleBook, crossings: Iterable[Crossing]) -> str:
    """The crossings that compare with a threshold, each with what follows.

    Those of one source stand in one sentence, and the source at its end.
    """
    by_mark: dict[str, list[str]] = {}
    for each in crossings:
        if mark := _marks(each.when):
            words = f"{_words(book, each)}: {each.then}"
            by_mark.setdefault(mark, []).append(words)
    return " ".join(f"{sentence('; '.join(said))} ({mark})." for mark, said in by_mark.items())


def crossed_texts(
    book: RuleBook, known: Mapping[str, Value], crossings: Iterable[Crossing]
) -> tuple[str, ...]:
    """What a patient's facts say to the lines that they cross.

    Of several that read the same findings the first holds: the worst is written first.
    """
    crossed: dict[frozenset[str], str] = {}
    for each in crossings:
        node = prove(each.when, book.vocabulary, known, {})
        if node.truth is Truth.YES:
            crossed.setdefault(findings_of(each.when), _crossed_text(book, each, node))
    return tuple(crossed.values())


def _crossed_text(book: RuleBook, crossing: Crossing, node: Node) -> str:
    held = list(_held(crossing.when, node))
    if crossing.words:
        seen = "; ".join(_seen(book, leaf, found) for leaf, found in held)
        words = f"{seen} – {crossing.words} ({_marks(crossing.when)})"
    else:
        words = "; ".join(_crossed(book, leaf, found) for leaf, found in held)
    return f"{words} – {crossing.then}"


def _held(condition: Condition, node: Node) -> Iterator[tuple[FindingLeaf, Node]]:
    """The leaves that hold below a condition that holds."""
    if isinstance(condition, Group):
        for part, child in zip(condition.conditions, node.children, strict=True):
            if child.truth is Truth.YES:
                yield from _held(part, child)
    elif isinstance(condition, FindingLeaf):
        yield condition, node


def _seen(book: RuleBook, leaf: FindingLeaf, node: Node) -> str:
    return f"{label(book, leaf.finding)}: {seen_text(book, leaf.finding, node.seen)}"


def _crossed(book: RuleBook, leaf: FindingLeaf, node: Node) -> str:
    asked = f" – {needs_text(book, leaf)}" if isinstance(leaf, InRange) else ""
    return f"{_seen(book, leaf, node)}{asked}"


def _marks(condition: Condition) -> str:
    return "; ".join(dict.fromkeys(mark_text(mark) for mark in thresholds_of(condition)))


def _words(book: RuleBook, crossing: Crossing) -> str:
    """When a line is crossed, without the marks of its numbers."""
    if crossing.words or not isinstance(crossing.when, InRange):
        return crossing.words
    bare = replace(crossing.when, marks=())
    return f"{inside(label(book, bare.finding))} {needs_text(book, bare)}"
