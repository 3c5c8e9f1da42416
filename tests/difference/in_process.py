"""Two rule books of this process compared without further processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.conditions import AllOf
from engine.difference.description import Description, Entries, Outcome, Pair, Plain
from engine.rule import Rule
from engine.rulebook import RuleBook
from ui.rulebase.answer import Answering


class InProcess:
    """Both sides as ``engine.difference`` wants them; the document alone stands for both layers."""

    same_engine = True

    def __init__(self, before: RuleBook, after: RuleBook) -> None:
        self._sides = [Answering(book, book) for book in (before, after)]
        self.before, self.after = (
            Description.read(side.answer({"do": "describe"})["description"]) for side in self._sides
        )

    def screen(self, patients: Sequence[Entries], scope: str) -> list[Pair]:
        asked = {"do": "screen", "patients": list(patients), "scope": scope}
        was, now = (
            [Outcome.read(each) for each in side.answer(asked)["outcomes"]] for side in self._sides
        )
        return list(zip(was, now, strict=True))

    def findings(self, patients: Sequence[Entries]) -> list[Plain]:
        found = self._sides[1].answer({"do": "findings", "patients": list(patients)})
        return list(found["findings"])


def with_rule(book: RuleBook, changed: Rule) -> RuleBook:
    """The book with one rule in place of that of the same id."""
    return replace(
        book,
        chapters=tuple(
            replace(
                chapter,
                rules=tuple(changed if rule.id == changed.id else rule for rule in chapter.rules),
            )
            for chapter in book.chapters
        ),
    )


def without(book: RuleBook, rule: str, at: int) -> RuleBook:
    """The book in which one rule lacks one of its conditions."""
    old = book.rule[rule]
    assert isinstance(old.when, AllOf)
    parts = old.when.conditions
    return with_rule(book, replace(old, when=AllOf(parts[:at] + parts[at + 1 :])))
