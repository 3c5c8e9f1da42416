"""Lists: every rule with what it concludes, every statement with the rules that cite it."""

from __future__ import annotations

from itertools import groupby

from engine.consult import BANNER
from engine.export.report import Item, Part, Report
from engine.export.rule_report import paragraphs_text, reference_text
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.source import Statement


def rule_index(book: RuleBook) -> Report:
    """Every rule, chapter by chapter."""
    parts = tuple(
        Part(
            f"{chapter.title} ({paragraphs_text(chapter.paragraphs) or 'published criteria'})",
            tuple(_rule(rule) for rule in chapter.rules),
        )
        for chapter in book.chapters
    )
    return _report(book, f"{len(book.rules)} rules", parts)


def statement_index(book: RuleBook) -> Report:
    """Every statement, paragraph by paragraph."""
    parts = tuple(
        Part(f"Paragraph {number}", tuple(_statement(book, found) for found in statements))
        for number, statements in groupby(book.statements, key=lambda s: s.paragraph)
    )
    return _report(book, f"{len(book.statements)} statements, paraphrased", parts)


def source_index(book: RuleBook) -> Report:
    """Every published source with the rules that cite it."""
    items = []
    for source in book.references:
        rules = ", ".join(rule.id for rule in book.rules if source.id in rule.cites)
        cited = f"cited by {rules}" if rules else "cited by numbers and calculations only"
        items.append(Item(reference_text(source), (Item(cited),)))
    return _report(
        book,
        f"{len(book.references)} published sources",
        (Part("What the criteria rest on", tuple(items)),),
    )


def _report(book: RuleBook, headline: str, parts: tuple[Part, ...]) -> Report:
    origin = f"Rule book {book.version}, SHA-256 {book.content_hash}"
    return Report(banner=BANNER, headline=headline, lead=(), parts=parts, origin=origin)


def _rule(rule: Rule) -> Item:
    cites = ", ".join(rule.cites)
    return Item(f"{rule.id}, {rule.title}", (Item(f"concludes: {rule.then.label} ({cites})"),))


def _statement(book: RuleBook, statement: Statement) -> Item:
    rules = ", ".join(rule.id for rule in book.citing[statement.id])
    cited = f"cited by {rules}" if rules else f"cited by no rule: {book.excuse[statement.id]}"
    return Item(f"{statement.id} ({statement.kind.label}): {statement.text}", (Item(cited),))
