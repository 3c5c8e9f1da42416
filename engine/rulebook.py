"""The rule book: rules, vocabulary and statements together, checked and hashed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from engine.check import check_rulebook
from engine.conditions import InRange, concepts_of, walk
from engine.errors import DefectError
from engine.evidence import Reference, Threshold
from engine.mutant import Mutation
from engine.option import Option
from engine.plan_items import PlanItem, Regimen, ShownDose
from engine.rule import Advice, Concept, Flag, Layer, Rule
from engine.source import Aim, Chapter, Excuse, Note, Statement, VagueWord
from engine.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True, eq=False)
class RuleBook:
    """An explicit, ordered rule book.

    Building one checks it: every id exists and is unique, the chain of concepts has no cycle, and
    so on. Raises RuleBookError naming everything that is wrong. Two are equal when their content
    is. ``broken`` marks a book in which a rule was altered on purpose (``engine.broken``): it is no
    source of advice, and what is made from it is marked too.
    """

    version: str
    vocabulary: Vocabulary
    drugs: type[Option]
    concepts: tuple[Concept, ...]
    chapters: tuple[Chapter, ...]
    statements: tuple[Statement, ...]
    excuses: tuple[Excuse, ...] = ()
    glossary: tuple[Note, ...] = ()
    aims: tuple[Aim, ...] = ()
    silences: tuple[Note, ...] = ()
    vague_words: tuple[VagueWord, ...] = ()
    references: tuple[Reference, ...] = ()
    regimens: tuple[Regimen, ...] = ()
    plan_items: tuple[PlanItem, ...] = ()
    shown_doses: tuple[ShownDose, ...] = ()
    broken: Mutation | None = None

    def __post_init__(self) -> None:
        check_rulebook(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RuleBook) and self.content_hash == other.content_hash

    def __hash__(self) -> int:
        return hash(self.content_hash)

    def refuse_broken(self) -> None:
        """Raise DefectError for a book that was broken on purpose: only a drill may run it."""
        if self.broken is not None:
            raise DefectError(
                f"This rule book was broken on purpose for a drill ({self.broken.id}). "
                "No advice may come from it."
            )

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, in the order of the chapters."""
        return tuple(rule for chapter in self.chapters for rule in chapter.rules)

    @cached_property
    def rule(self) -> dict[str, Rule]:
        """Every rule by its id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def concept(self) -> dict[str, Concept]:
        """Every concept by its id."""
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def statement(self) -> dict[str, Statement]:
        """Every statement by its id."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def reference(self) -> dict[str, Reference]:
        """Every published source by its id."""
        return {reference.id: reference for reference in self.references}

    @cached_property
    def thresholds(self) -> dict[str, Threshold]:
        """Every threshold that a rule compares with, by its id, in the order of the rules."""
        return {
            mark.id: mark
            for rule in self.rules
            for _, node in walk(rule.when)
            if isinstance(node, InRange)
            for mark in node.marks
        }

    @cached_property
    def rules_for(self) -> dict[str, tuple[Rule, ...]]:
        """The rules that conclude each concept."""
        return {
            concept.id: tuple(rule for rule in self.rules if rule.then.id == concept.id)
            for concept in self.concepts
        }

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """The concepts that verdicts are derived from."""
        return tuple(concept for concept in self.concepts if isinstance(concept, Advice))

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """The concepts shown beside a verdict."""
        return tuple(concept for concept in self.concepts if isinstance(concept, Flag))

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The layers that have rules."""
        return tuple(layer for layer in Layer if any(rule.layer is layer for rule in self.rules))

    @cached_property
    def chain_order(self) -> tuple[Rule, ...]:
        """The rules ordered so that each comes after those that conclude what it reads."""
        ordered: list[Rule] = []
        placed: set[str] = set()

        def place(rule: Rule) -> None:
            if rule.id in placed:
                return
            placed.add(rule.id)
            for concept in sorted(concepts_of(rule.when)):
                for supplier in self.rules_for[concept]:
                    place(supplier)
            ordered.append(rule)

        for rule in self.rules:
            place(rule)
        return tuple(ordered)

    @cached_property
    def citing(self) -> dict[str, tuple[Rule, ...]]:
        """The rules that cite each statement."""
        return {
            statement.id: tuple(rule for rule in self.rules if statement.id in rule.cites)
            for statement in self.statements
        }

    @cached_property
    def excuse(self) -> dict[str, str]:
        """Why no rule cites a statement, by statement id."""
        return {name: excuse.reason for excuse in self.excuses for name in excuse.statements}

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 over everything in the rule book, as hexadecimal digits."""
        content = _plain(self)
        if self.broken is None:
            del content["broken"]  # the mark counts only where there is one
        text = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A value as JSON data in which equal rule books, and only those, look the same."""
    if isinstance(value, type) and issubclass(value, Option):
        return [[member.value, member.label, member.help, member.phrase] for member in value]
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__, **named}
    if isinstance(value, frozenset | tuple):
        items = [_plain(item) for item in value]
        return sorted(items) if isinstance(value, frozenset) else items
    return str(value) if isinstance(value, Decimal) else value
