"""Reports on the rule book: everything that belongs to one rule, or to one statement."""

from __future__ import annotations

from collections.abc import Iterator

from engine.conditions import Condition, Group, InRange, walk
from engine.consult import BANNER
from engine.evidence import Reference
from engine.explain import condition_text, leaf_text
from engine.export.cards import users
from engine.export.report import Item, Part, Report, items_of
from engine.grammar import mark_text
from engine.rule import Example, Flag, Rule
from engine.rulebook import RuleBook
from engine.source import Chapter, Statement
from engine.words import amount, and_list, sentence


def rule_report(book: RuleBook, rule: Rule) -> Report:
    """One rule: its condition, its conclusion, why it is true, what it rests on, its examples."""
    chapter = next(c for c in book.chapters if rule in c.rules)
    return _report(
        book,
        f"{rule.id}: {rule.title}",
        (f"{', '.join(_place(chapter))}, from {rule.layer.label}.",),
        Part("When", (_condition(book, rule.when),)),
        Part("Concludes", items_of(_conclusion(rule))),
        Part("Why", intro=rule.because),
        Part("Take care", intro=rule.misuse),
        Part("How its words are read", items_of(_reading(rule))),
        Part("How sure", items_of(_sureness(rule))),
        Part("Rests on", items_of(cited_text(book, name) for name in rule.cites)),
        Part("Used by", items_of(f"{r.id}, {r.title}" for r in users(book, rule))),
        Part("Examples", tuple(_example(book, example) for example in rule.examples)),
    )


def statement_report(book: RuleBook, statement: Statement) -> Report:
    """One statement: what the document says, which rules cite it, and why where none does."""
    place = f"Paragraph {statement.paragraph}, {statement.kind.label}"
    return _report(
        book,
        f"{statement.id}: {statement.text}",
        (f"{place}, how strongly: {statement.modality}. Paraphrased.",),
        Part("Cited by", items_of(f"{r.id}, {r.title}" for r in book.citing[statement.id])),
        Part("Cited by no rule", intro=book.excuse.get(statement.id, "")),
        Part("How its words are read", items_of(_readings(book, statement))),
        Part("Also shown with", items_of(_shown_with(book, statement))),
    )


def source_report(book: RuleBook, reference: Reference) -> Report:
    """One published source: what is used of it, how sure we are, and what rests on it."""
    rules = (rule for rule in book.rules if reference.id in rule.cites)
    marks = (mark for mark in book.thresholds.values() if reference.id in mark.cites)
    numbers = (f"{mark.label}: {amount(mark.value, mark.unit)}" for mark in marks)
    return _report(
        book,
        f"{reference.id}: {reference.text}",
        (f"{sentence(reference.confidence.label)}. {reference.link}".strip(),),
        Part("What is used of it", intro=reference.says),
        Part("Cited by", items_of(f"{rule.id}, {rule.title}" for rule in rules)),
        Part("Numbers", items_of(numbers)),
    )


def statement_text(statement: Statement) -> str:
    """A statement with its number and its place in the document."""
    return (
        f"{statement.id}, paragraph {statement.paragraph} ({statement.kind.label}): "
        f"{statement.text}"
    )


def reference_text(reference: Reference) -> str:
    """A published source in one line: who, what, when, what of it is used, how sure we are."""
    link = f" {reference.link}" if reference.link else ""
    return (
        f"{reference.id}: {reference.text}. {reference.says} ({reference.confidence.label}).{link}"
    )


def cited_text(book: RuleBook, name: str) -> str:
    """What a rule cites, in one line: a statement of the document or a published source."""
    if name in book.statement:
        return statement_text(book.statement[name])
    return reference_text(book.reference[name])


def _place(chapter: Chapter) -> Iterator[str]:
    yield chapter.title
    if chapter.paragraphs:
        yield paragraphs_text(chapter.paragraphs)


def _sureness(rule: Rule) -> Iterator[str]:
    if rule.confidence is not None:
        yield f"The whole rule: {rule.confidence.label}."
        yield f"Strength in its source: {rule.strength or 'not graded'}."
        seen = {}
        for _, node in walk(rule.when):
            for mark in node.marks if isinstance(node, InRange) else ():
                seen[mark.id] = mark
        for mark in seen.values():
            note = f" {mark.note}" if mark.note else ""
            number = amount(mark.value, mark.unit)
            yield f"{mark.label}: {number} ({mark_text(mark)}).{note}"


def paragraphs_text(numbers: tuple[int, ...]) -> str:
    """The numbers in words, such as "paragraphs 3 and 4"; empty for none."""
    if not numbers:
        return ""
    word = "paragraph" if len(numbers) == 1 else "paragraphs"
    return f"{word} {and_list(str(number) for number in numbers)}"


def _report(book: RuleBook, headline: str, lead: tuple[str, ...], *parts: Part) -> Report:
    origin = f"Rule book {book.version}, SHA-256 {book.content_hash}"
    return Report(banner=BANNER, headline=headline, lead=lead, parts=parts, origin=origin)


def _condition(book: RuleBook, condition: Condition) -> Item:
    parts = condition.conditions if isinstance(condition, Group) else ()
    # The first line is the condition's own; those of its parts follow it.
    own = condition_text(book, condition)[0]
    return Item(own, tuple(_condition(book, part) for part in parts))


def _conclusion(rule: Rule) -> Iterator[str]:
    yield sentence(rule.then.label)
    if isinstance(rule.then, Flag):
        yield f"Shown beside the verdict ({rule.then.topic.label}): {rule.then.text}"


def _reading(rule: Rule) -> Iterator[str]:
    if rule.reading is not None:
        cites = ", ".join(rule.reading.cites)
        yield f"“{rule.reading.words}” ({cites})"
        yield f"Here: {rule.reading.chosen}."
        yield f"It could also be read: {rule.reading.other}."


def _example(book: RuleBook, example: Example) -> Item:
    head = "Fires for" if example.fires else "Does not fire for (near miss)"
    return Item(head, items_of(leaf_text(book, fact) for fact in example.facts))


def _readings(book: RuleBook, statement: Statement) -> Iterator[str]:
    for rule in book.rules:
        if rule.reading is not None and statement.id in rule.reading.cites:
            yield f"{rule.id} reads “{rule.reading.words}” so: {rule.reading.chosen}."
    for word in book.vague_words:
        if statement.id in word.cites:
            yield f"“{word.word}” is vague. {word.says}"


def _shown_with(book: RuleBook, statement: Statement) -> Iterator[str]:
    for kind, notes in (
        ("Glossary", book.glossary),
        ("Aim", book.aims),
        ("The document does not say", book.silences),
    ):
        for note in notes:
            if statement.id in note.cites:
                yield f"{kind}, {note.title}: {note.text}"
    for entailment in book.vocabulary.entailments:
        if statement.id in entailment.cites:
            yield f"An answer follows from another: {entailment.because}"
