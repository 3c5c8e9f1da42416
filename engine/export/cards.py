"""The rule book as Markdown: a card for each rule, a page for each chapter, a table of statements.

Pure functions of the rule book; ``tools/write_cards.py`` writes what they return.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.conditions import InRange, concepts_of, walk
from engine.consult import BANNER
from engine.evidence import Reference, Threshold
from engine.explain import condition_text, leaf_text
from engine.export.markdown import INDENT, escaped
from engine.grammar import mark_text
from engine.rule import Example, Flag, Rule
from engine.rulebook import RuleBook
from engine.source import Chapter, Note, Statement, VagueWord
from engine.words import amount, and_list, or_list, sentence

INDEX = "README.md"
STATEMENTS = "statements.md"
REFERENCES = "references.md"
GENERATED = "<!-- Generated from the rule book by tools/write_cards.py. Edit the rules instead. -->"


def pages(book: RuleBook) -> dict[str, str]:
    """Every page by its file name: the index, the statements, and one page a chapter."""
    published = {REFERENCES: _references(book)} if book.references else {}
    return {
        INDEX: _index(book),
        STATEMENTS: _statements(book),
        **published,
        **{page_name(chapter): _chapter(book, chapter) for chapter in book.chapters},
    }


def page_name(chapter: Chapter) -> str:
    """The file name of a chapter's page."""
    return f"{chapter.id}.md"


def rule_card(book: RuleBook, rule: Rule) -> str:
    """One rule: what it asks, what it concludes, why, how it is misread, and examples."""
    blocks = [
        f'<a id="{rule.id.lower()}"></a>',
        f"## {escaped(rule.id)} · {escaped(sentence(rule.title))}",
        f"**When.**\n\n{_conditions(book, rule)}",
        f"**It concludes.** {escaped(sentence(rule.then.label))}",
        *_neighbours(book, rule),
        f"**Why it is true.** {escaped(rule.because)}",
        f"**How it could be misread.** {escaped(rule.misuse)}",
    ]
    if rule.reading:
        blocks.append(
            f"**How its words are read.** “{escaped(rule.reading.words)}” is read as: "
            f"{escaped(rule.reading.chosen)}. It could be read as: {escaped(rule.reading.other)} "
            f"({_links(rule.reading.cites)})."
        )
    blocks += [
        *_sureness(rule),
        f"**What it rests on.**\n\n{_cited(book, rule.cites)}"
        if rule.confidence
        else f"**The sentences it rests on.**\n\n{_cited(book, rule.cites)}",
        f"**Examples.**\n\n{_bullets(_example(book, example) for example in rule.examples)}",
    ]
    return "\n\n".join(blocks)


def _sureness(rule: Rule) -> Iterable[str]:
    """How sure we are of a rule of the reference layer, and of each number in it."""
    if rule.confidence is None:
        return
    strength = rule.strength or "not graded"
    yield f"**How sure.** {sentence(rule.confidence.label)}. Strength in its source: {strength}."
    if isinstance(rule.then, Flag):
        yield f"**It says.** {escaped(rule.then.text)}"
    if marks := marks_of(rule):
        numbers = (
            f"{escaped(mark.label)}: {escaped(amount(mark.value, mark.unit))} "
            f"({escaped(mark_text(mark))}){f'. {escaped(mark.note)}' if mark.note else ''}"
            for mark in marks
        )
        yield f"**Its numbers.**\n\n{_bullets(numbers)}"


def marks_of(rule: Rule) -> tuple[Threshold, ...]:
    """The thresholds that a rule compares with, each once."""
    found = {
        mark.id: mark
        for _, node in walk(rule.when)
        if isinstance(node, InRange)
        for mark in node.marks
    }
    return tuple(found.values())


def suppliers(book: RuleBook, rule: Rule) -> tuple[Rule, ...]:
    """The rules whose conclusions a rule reads."""
    read = concepts_of(rule.when)
    return tuple(other for other in book.rules if other.then.id in read)


def users(book: RuleBook, rule: Rule) -> tuple[Rule, ...]:
    """The rules that read what a rule concludes."""
    return tuple(other for other in book.rules if rule.then.id in concepts_of(other.when))


def _neighbours(book: RuleBook, rule: Rule) -> Iterable[str]:
    for words, found in (
        ("It rests on", suppliers(book, rule)),
        ("It is used by", users(book, rule)),
    ):
        if found:
            yield f"**{words}.** {', '.join(_rule_link(book, other) for other in found)}"


def _page(*blocks: str) -> str:
    return "\n\n".join((GENERATED, *(block for block in blocks if block))) + "\n"


def _chapter(book: RuleBook, chapter: Chapter) -> str:
    plural = "Paragraph" if len(chapter.paragraphs) == 1 else "Paragraphs"
    place = (
        f"{plural} {and_list(str(number) for number in chapter.paragraphs)} of the document."
        if chapter.paragraphs
        else f"Published criteria, beside the document. [All sources]({REFERENCES})"
    )
    return _page(
        f"# {escaped(chapter.title)}",
        f"> {escaped(BANNER)}",
        f"{place} [All rules]({INDEX}) · [All statements]({STATEMENTS})",
        escaped(chapter.intro),
        *(rule_card(book, rule) for rule in chapter.rules),
    )


def _index(book: RuleBook) -> str:
    rows = [
        f"| {_rule_link(book, rule)} | {escaped(sentence(rule.title))} | "
        f"{escaped(rule.then.label)} | {_links(rule.cites, book)} |"
        for rule in book.rules
    ]
    return _page(
        "# The rules",
        f"> {escaped(BANNER)}",
        escaped(
            f"{len(book.rules)} rules on {len(book.statements)} statements and "
            f"{len(book.references)} published sources, rule book version {book.version}."
            if book.references
            else f"{len(book.rules)} rules on {len(book.statements)} statements, rule book version "
            f"{book.version}."
        )
        + f" [All statements]({STATEMENTS}), each with the rules that rest on it.",
        _bullets(f"[{escaped(chapter.title)}]({page_name(chapter)})" for chapter in book.chapters),
        "\n".join(["| Rule | About | Concludes | Cites |", "| --- | --- | --- | --- |", *rows]),
    )


def _statements(book: RuleBook) -> str:
    return _page(
        "# The statements",
        f"> {escaped(BANNER)}",
        "The document, paraphrased statement by statement, and the rules that rest on each. "
        f"[All rules]({INDEX})",
        "\n".join(
            [
                "| | Paragraph | Statement | Class | How strongly | Rules |",
                "| --- | --- | --- | --- | --- | --- |",
                *(_statement(book, found) for found in book.statements),
            ]
        ),
        "## What the document does not say",
        _bullets(_note(note) for note in book.silences),
        "## Its vague words",
        _bullets(
            f"**{escaped(word.word)}** ({_links(word.cites)}): {escaped(word.says)} Read "
            f"{escaped(word.options[0].label)}{_other_readings(word)}."
            for word in book.vague_words
        ),
        "## Glossary",
        _bullets(_note(note) for note in book.glossary),
    )


def _references(book: RuleBook) -> str:
    return _page(
        "# The published sources",
        f"> {escaped(BANNER)}",
        "What the rules of the second layer rest on, how sure we are that each source says so, and "
        f"the rules that rest on it. [All rules]({INDEX})",
        "\n".join(
            [
                "| | Source | What is used of it | How sure | Rules |",
                "| --- | --- | --- | --- | --- |",
                *(_reference(book, found) for found in book.references),
            ]
        ),
    )


def _reference(book: RuleBook, found: Reference) -> str:
    rules = ", ".join(_rule_link(book, rule) for rule in book.rules if found.id in rule.cites)
    link = f" <{found.link}>" if found.link else ""
    return (
        f'| <a id="{found.id.lower()}"></a>{escaped(found.id)} | {escaped(found.text)}{link} | '
        f"{escaped(found.says)} | {escaped(found.confidence.label)} | {rules or 'numbers only'} |"
    )


def _statement(book: RuleBook, found: Statement) -> str:
    rules = ", ".join(_rule_link(book, rule) for rule in book.citing[found.id])
    behind = rules or f"none: {escaped(book.excuse[found.id])}"
    return (
        f'| <a id="{found.id.lower()}"></a>{escaped(found.id)} | {found.paragraph} | '
        f"{escaped(found.text)} | {escaped(found.kind.label)} | {escaped(found.modality)} | "
        f"{behind} |"
    )


def _other_readings(word: VagueWord) -> str:
    others = [option.label for option in word.options[1:]]
    return f"; it can also be read {or_list(others)}" if others else ""


def _note(note: Note) -> str:
    cites = f" ({_links(note.cites)})" if note.cites else ""
    return f"**{escaped(note.title)}** {escaped(note.text)}{cites}"


def _conditions(book: RuleBook, rule: Rule) -> str:
    lines = []
    for line in condition_text(book, rule.when):
        depth = (len(line) - len(line.lstrip())) // 2
        lines.append(f"{INDENT * depth}- {escaped(line)}")
    return "\n".join(lines)


def _cited(book: RuleBook, ids: Iterable[str]) -> str:
    return _bullets(_cited_line(book, name) for name in ids)


def _cited_line(book: RuleBook, name: str) -> str:
    if name in book.statement:
        return f"{_links([name])}: {escaped(book.statement[name].text)}"
    found = book.reference[name]
    return f"{_links([name], book)}: {escaped(found.text)}. {escaped(found.says)}"


def _example(book: RuleBook, example: Example) -> str:
    words = "Fires" if example.fires else "Does not fire (near miss)"
    told = "; ".join(leaf_text(book, fact) for fact in example.facts)
    return f"{words}: {escaped(told)}"


def _links(ids: Iterable[str], book: RuleBook | None = None) -> str:
    published = {} if book is None else book.reference
    return ", ".join(
        f"[{escaped(name)}]({REFERENCES if name in published else STATEMENTS}#{name.lower()})"
        for name in ids
    )


def _rule_link(book: RuleBook, rule: Rule) -> str:
    chapter = next(chapter for chapter in book.chapters if rule in chapter.rules)
    return f"[{escaped(rule.id)}]({page_name(chapter)}#{rule.id.lower()})"


def _bullets(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)
