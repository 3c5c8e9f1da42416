"""Advice as the program explains it: verdict, what decides it, the rules with all their words.

Made the same way from a sound and from a broken rule book, so that nothing but what it says tells
one from the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.conditions import concepts_of
from engine.explain import Line, condition_text, explain
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.trace import Trace, Verdict
from engine.truth import Truth


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule as the advice shows it, with its conditions in words, a line each."""

    rule: Rule
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Advice: the verdict, at most five conditions behind it, and the rules.

    ``rules`` decided the verdict or wait where it is open, ``behind`` are those on which they rest.
    """

    verdict: Verdict
    decisive: tuple[Line, ...]
    rules: tuple[ShownRule, ...]
    behind: tuple[ShownRule, ...]

    @property
    def rule_ids(self) -> frozenset[str]:
        """The ids of every rule that is shown."""
        return frozenset(shown.rule.id for shown in (*self.rules, *self.behind))


def shown(book: RuleBook, trace: Trace) -> Shown:
    """The advice of a trace, in the words of the rule book that made it."""
    deciding = [book.rule[name] for name in trace.overall.rules]
    behind = {rule.id: rule for each in deciding for rule in _behind(book, trace, each)}
    return Shown(
        verdict=trace.overall,
        decisive=explain(book, trace).decisive,
        rules=tuple(_shown(book, rule) for rule in deciding),
        behind=tuple(
            _shown(book, rule) for rule in book.rules if rule.id in behind and rule not in deciding
        ),
    )


def _shown(book: RuleBook, rule: Rule) -> ShownRule:
    return ShownRule(rule, condition_text(book, rule.when))


def _behind(book: RuleBook, trace: Trace, rule: Rule) -> Iterator[Rule]:
    """The rules on which a rule rests; of a concept that holds, those that make it hold."""
    for concept in concepts_of(rule.when):
        suppliers = book.rules_for[concept]
        firing = [each for each in suppliers if trace.proof(each.id).truth is Truth.YES]
        for supplier in firing or suppliers:
            yield supplier
            yield from _behind(book, trace, supplier)
