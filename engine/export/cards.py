"""The rule book as Markdown: a card for each rule, a page for each chapter, a table of statements.

Pure functions of the rule book; ``tools/write_cards.py`` writes what they return.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.conditions import concepts_of
from engine.consult import BANNER
from engine.explain import condition_text, leaf_text
from engine.export.markdown import INDENT, escaped
from engine.rule import Example, Rule
from engine.rulebook import RuleBook
from engine.source import Chapter, Note, Statement
from engine.words import and_list, sentence

INDEX = "README.md"
STATEMENTS = "statements.md"
GENERATED = "<!-- Generated from the rule book by tools/write_cards.py. Edit the rules instead. -->"


def pages(book: RuleBook) -> dict[str, str]:
    """Every page by its file name: the index, the statements, and one page a chapter."""
    return {
        INDEX: _index(book),
        STATEMENTS: _statements(book),
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
        f"**The sentences it rests on.**\n\n{_cited(book, rule.cites)}",
        f"**Examples.**\n\n{_bullets(_example(book, example) for example in rule.examples)}",
    ]
    return "\n\n".join(blocks)


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
    return _page(
        f"# {escaped(chapter.title)}",
        f"> {escaped(BANNER)}",
        f"{plural} {and_list(str(number) for number in chapter.paragraphs)} of the document. "
        f"[All rules]({INDEX}) · [All statements]({STATEMENTS})",
        escaped(chapter.intro),
        *(rule_card(book, rule) for rule in chapter.rules),
    )


def _index(book: RuleBook) -> str:
    rows = [
        f"| {_rule_link(book, rule)} | {escaped(sentence(rule.title))} | "
        f"{escaped(rule.then.label)} | {_links(rule.cites)} |"
        for rule in book.rules
    ]
    return _page(
        "# The rules",
        f"> {escaped(BANNER)}",
        escaped(
            f"{len(book.rules)} rules on {len(book.statements)} statements, rule book version "
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
            f"{escaped(word.options[0].label)}."
            for word in book.vague_words
        ),
        "## Glossary",
        _bullets(_note(note) for note in book.glossary),
    )


def _statement(book: RuleBook, found: Statement) -> str:
    rules = ", ".join(_rule_link(book, rule) for rule in book.citing[found.id])
    behind = rules or f"none: {escaped(book.excuse[found.id])}"
    return (
        f'| <a id="{found.id.lower()}"></a>{escaped(found.id)} | {found.paragraph} | '
        f"{escaped(found.text)} | {escaped(found.kind.label)} | {escaped(found.modality)} | "
        f"{behind} |"
    )


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
    return _bullets(f"{_links([name])}: {escaped(book.statement[name].text)}" for name in ids)


def _example(book: RuleBook, example: Example) -> str:
    words = "Fires" if example.fires else "Does not fire (near miss)"
    told = "; ".join(leaf_text(book, fact) for fact in example.facts)
    return f"{words}: {escaped(told)}"


def _links(ids: Iterable[str]) -> str:
    return ", ".join(f"[{escaped(name)}]({STATEMENTS}#{name.lower()})" for name in ids)


def _rule_link(book: RuleBook, rule: Rule) -> str:
    chapter = next(chapter for chapter in book.chapters if rule in chapter.rules)
    return f"[{escaped(rule.id)}]({page_name(chapter)}#{rule.id.lower()})"


def _bullets(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)
