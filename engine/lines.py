"""Conditions and facts of one consultation as lines of words.

A ``Telling`` holds what every line needs: the rule book, the trace, and quick access to both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from engine.conditions import ConceptIs, Condition, Group, InRange, Leaf, walk
from engine.findings import MultiChoice
from engine.grammar import label, needs_text, seen_text
from engine.reasons import Ground, Proofs, proofs_of
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.status import STATUS
from engine.trace import Fact, Node, Provenance, Trace
from engine.truth import Truth
from engine.words import and_list, inside, or_list

MOST_ABSENT = 3
"""So many members of a list that are not there, or more, make one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One condition in words: what it is about, what was seen, what is asked, and whether it holds.

    ``how`` says where the value comes from when it was not simply entered. ``rule`` is the rule
    that asks. ``limit`` marks a threshold: what it asks is told also where it holds, for a number
    that decides never stands without its source. ``children`` are the reasons for a concept or the
    parts of a group.
    """

    truth: Truth
    subject: str
    seen: str
    needs: str
    how: str = ""
    rule: str = ""
    limit: bool = False
    children: tuple[Line, ...] = ()

    @property
    def asked(self) -> str:
        """What is asked, as it is to be read beside what was seen; empty where it says nothing."""
        if self.truth is not Truth.YES:
            return f"needs {self.needs}" if self.needs else ""
        return self.needs if self.limit else ""

    @property
    def text(self) -> str:
        """The line as plain text: "Severity: moderate – needs severe"."""
        if not self.seen:
            return self.subject
        how = f" ({self.how})" if self.how else ""
        asked = f" – {self.asked}" if self.asked else ""
        return f"{self.subject}: {self.seen}{how}{asked}"


@dataclass(frozen=True)
class Telling:
    """One consultation, ready to be put into words."""

    book: RuleBook
    trace: Trace

    @cached_property
    def proofs(self) -> Proofs:
        """The proofs by rule id."""
        return proofs_of(self.trace)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The facts by finding."""
        return {fact.finding: fact for fact in self.trace.facts}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each rule among those that fired, from one."""
        return {rule: place for place, rule in enumerate(self.trace.fired, start=1)}

    def ground(self, ground: Ground) -> Line:
        """A deciding finding as a line."""
        return Line(
            truth=ground.truth,
            subject=label(self.book, ground.finding),
            seen=seen_text(self.book, ground.finding, ground.seen),
            needs=needs_text(self.book, ground.condition, wanted=ground.wanted),
            how=self._how(ground.finding),
            rule=ground.rule,
            limit=_is_threshold(ground.condition),
        )

    def chain(self, rule: Rule) -> Line:
        """A rule with its whole chain below it, down to the findings."""
        proof = self.proofs[rule.id]
        return Line(
            truth=proof.truth,
            subject=label(self.book, rule.then.id),
            seen=STATUS[proof.truth].label,
            needs="",
            rule=rule.id,
            children=self._parts(rule, rule.when, proof.root),
        )

    def _parts(self, rule: Rule, condition: Condition, node: Node) -> tuple[Line, ...]:
        """A rule's conditions as lines; the outermost "all of" needs no line of its own."""
        if isinstance(condition, Group) and node.kind == "all":
            return tuple(
                self._line(rule, part, child)
                for part, child in zip(condition.conditions, node.children, strict=True)
            )
        return (self._line(rule, condition, node),)

    def _line(self, rule: Rule, condition: Condition, node: Node) -> Line:
        if isinstance(condition, Group):
            return Line(
                truth=node.truth,
                subject=f"{group_text(condition).capitalize()} these",
                seen="",
                needs="",
                rule=rule.id,
                children=tuple(
                    self._line(rule, part, child)
                    for part, child in zip(condition.conditions, node.children, strict=True)
                ),
            )
        return Line(
            truth=node.truth,
            subject=label(self.book, node.source),
            seen=seen_text(self.book, node.source, node.seen),
            needs=needs_text(self.book, condition),
            how=self._how(node.source),
            rule=rule.id,
            limit=_is_threshold(condition),
            children=self._suppliers(condition) if isinstance(condition, ConceptIs) else (),
        )

    def _suppliers(self, condition: ConceptIs) -> tuple[Line, ...]:
        """The rules behind a concept that say why it is what it is, each with its chain."""
        return tuple(
            Line(
                truth=self.proofs[rule.id].truth,
                subject=f"Rule {rule.id}, {rule.title}",
                seen=STATUS[self.proofs[rule.id].truth].label,
                needs="",
                rule=rule.id,
                children=self._parts(rule, rule.when, self.proofs[rule.id].root),
            )
            for rule in self._worth_showing(condition)
        )

    def _worth_showing(self, condition: ConceptIs) -> tuple[Rule, ...]:
        suppliers = self.book.rules_for[condition.concept]
        for truth in (Truth.YES, Truth.UNKNOWN):
            found = tuple(rule for rule in suppliers if self.proofs[rule.id].truth is truth)
            if found:
                return found
        return suppliers

    def _how(self, source: str) -> str:
        fact = self.facts.get(source)
        return "" if fact is None else how_text(self.book, fact)


def _is_threshold(condition: Condition) -> bool:
    return isinstance(condition, InRange) and bool(condition.marks)


def how_text(book: RuleBook, fact: Fact) -> str:
    """Where a fact comes from, empty when it was simply entered."""
    if fact.provenance is Provenance.ENTERED:
        return ""
    return f"{fact.provenance.label} {and_list(inside(label(book, name)) for name in fact.by)}"


def fact_line(book: RuleBook, fact: Fact) -> Line:
    """One fact of a trace in words."""
    return Line(
        truth=Truth.YES,
        subject=label(book, fact.finding),
        seen=seen_text(book, fact.finding, fact.value),
        needs="",
        how=how_text(book, fact),
    )


def told_lines(book: RuleBook, facts: Sequence[Fact]) -> tuple[tuple[Fact, Line], ...]:
    """Facts in words, each with its line; what a list does not hold makes one line with the first.

    "Organ threat: bleeding into the lungs: yes" and "Organ threat: none of the others".
    """
    owner = book.vocabulary.owner
    absent: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if isinstance(owner[fact.finding], MultiChoice) and fact.value is False:
            absent.setdefault((owner[fact.finding].id, how_text(book, fact)), []).append(fact)
    told: list[tuple[Fact, Line]] = []
    for fact in facts:
        line, asked = fact_line(book, fact), owner[fact.finding]
        together = absent.get((asked.id, how_text(book, fact)), []) if fact.value is False else []
        if not isinstance(asked, MultiChoice) or len(together) < MOST_ABSENT:
            told.append((fact, line))
        elif fact is together[0]:
            there = sum(owner[each.finding] is asked and each.value is True for each in facts)
            seen = _none(asked, together, there)
            told.append((fact, replace(line, subject=asked.label, seen=seen)))
    return tuple(told)


def _none(asked: MultiChoice[Any], absent: Sequence[Fact], there: int) -> str:
    """That some members of a list are not there: by name, unless that is all of them."""
    names = {asked.has(option).finding: option.label for option in asked.options}
    if len(absent) + there == len(names):
        return "none of the others" if there else "none"
    return f"not {or_list(names[fact.finding] for fact in absent)}"


def condition_text(book: RuleBook, condition: Condition) -> tuple[str, ...]:
    """A rule's conditions in plain words, one line each, indented by depth with two spaces."""
    return tuple(
        "  " * path.count(".")
        + (group_text(node) if isinstance(node, Group) else leaf_text(book, node))
        for path, node in walk(condition)
    )


def leaf_text(book: RuleBook, leaf: Leaf) -> str:
    """A single condition in plain words: "Severity: severe"."""
    source = leaf.concept if isinstance(leaf, ConceptIs) else leaf.finding
    return f"{label(book, source)}: {needs_text(book, leaf)}"


def group_text(group: Group) -> str:
    """How many of a group's conditions have to hold: "all of", "at least one of"."""
    heads = {"AllOf": "all of", "AnyOf": "at least one of"}
    return heads.get(type(group).__name__, f"at least {getattr(group, 'count', 0)} of")
