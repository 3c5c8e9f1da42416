"""What an open verdict waits for: one entry for each question, and what it is asked for.

A list or a table is one question, however many of its members are unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.findings import Finding, MultiChoice, Table
from engine.missing import asked_for_safety
from engine.reasons import proofs_of
from engine.rulebook import RuleBook
from engine.trace import Trace, Verdict
from engine.words import and_list

MOST_NAMED = 3
"""The most members of a list, or rows of a table, that are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """One question that is waited for, and the unknown facts behind it.

    ``parts`` names those facts where they are only some of the question's; ``safety`` is whether
    safety alone asks it.
    """

    finding: Finding
    facts: tuple[str, ...]
    parts: str
    safety: bool

    @property
    def text(self) -> str:
        """What the form calls the question, and which part of it is meant."""
        return f"{self.finding.label}: {self.parts}" if self.parts else self.finding.label


def awaited(book: RuleBook, trace: Trace, verdict: Verdict) -> tuple[Awaited, ...]:
    """The questions that a verdict waits for: whether the drug is an option first, then safety."""
    known = {fact.finding: fact.value for fact in trace.facts}
    rules = [book.rule[name] for name in verdict.rules]
    for_safety = asked_for_safety(book, known, proofs_of(trace), rules)
    by_question: dict[str, list[str]] = {}
    for name in verdict.waiting_for:
        by_question.setdefault(book.vocabulary.owner[name].id, []).append(name)
    found = [
        Awaited(
            finding=book.vocabulary.by_id[question],
            facts=tuple(names),
            parts=_parts(book.vocabulary.by_id[question], names),
            safety=for_safety.issuperset(names),
        )
        for question, names in by_question.items()
    ]
    return tuple(sorted(found, key=lambda each: each.safety))


def _parts(finding: Finding, names: list[str]) -> str:
    """Which members of a list, or rows of a table, are meant; empty where all of it is."""
    if isinstance(finding, MultiChoice):
        of = {finding.has(option).finding: option.label for option in finding.options}
    elif isinstance(finding, Table):
        of = {
            finding.cell(row, column).id: row.label
            for row in finding.rows
            for column in finding.columns
        }
    else:
        return ""
    if len(names) == len(of):
        return ""
    asked = list(dict.fromkeys(of[name] for name in names))
    left = len(asked) - MOST_NAMED
    return and_list([*asked[:MOST_NAMED], *([f"{left} more"] if left > 0 else [])])
