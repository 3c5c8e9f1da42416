"""A rule and a statement as HTML: everything that belongs to them, in one place."""

from __future__ import annotations

from collections.abc import Iterable

from engine.explain import RuleStory, condition_text, leaf_text
from engine.export.cards import marks_of, suppliers, users
from engine.grammar import mark_text
from engine.rule import Advice, Example, Flag, Reading, Rule
from engine.rulebook import RuleBook
from engine.source import Statement
from engine.words import amount, and_list, sentence
from ui import markup

ARROW = '<span class="cds-mark cds-fact" aria-hidden="true">→</span>'
OUTCOMES = {True: ("✓", "good", "Fires"), False: ("✗", "plain", "Does not fire (near miss)")}


def rule_card(
    book: RuleBook, rule: Rule, story: RuleStory | None = None, *, sentences: bool = True
) -> str:
    """The whole card of a rule; with a story, also how it stands for the patient."""
    tone = markup.STANCES[rule.then.stance] if isinstance(rule.then, Advice) else "fact"
    parts = [
        f'<h3 class="cds-title">{markup.text(rule.id)} · {markup.text(sentence(rule.title))}</h3>',
        standing(story) if story else "",
        markup.small_heading("When"),
        conditions(book, rule),
        markup.small_heading("It concludes"),
        f'<p class="cds-text">{markup.badge("→", rule.then.label, tone)}</p>',
        _neighbours("It rests on", suppliers(book, rule)),
        _neighbours("It is used by", users(book, rule)),
        markup.small_heading("Why it is true"),
        markup.paragraph(rule.because),
        markup.small_heading("How it could be misread"),
        markup.paragraph(rule.misuse),
        reading(rule.reading) if rule.reading else "",
        sureness(rule),
        _sentences(book, rule) if sentences else "",
        markup.small_heading("Examples"),
        examples(book, rule.examples),
    ]
    return "".join(parts)


def _sentences(book: RuleBook, rule: Rule) -> str:
    return markup.small_heading("The sentences it rests on") + cited(book, rule.cites)


def sureness(rule: Rule) -> str:
    """How sure we are of a rule of published criteria, and of each number in it."""
    if rule.confidence is None:
        return ""
    strength = rule.strength or "not graded"
    parts = [
        markup.small_heading("How sure"),
        markup.paragraph(f"{sentence(rule.confidence.label)}. Strength in its source: {strength}."),
    ]
    if isinstance(rule.then, Flag):
        parts.append(markup.labelled("It says:", rule.then.text))
    numbers = (
        f"{markup.text(mark.label)}: <strong>"
        f"{markup.text(amount(mark.value, mark.unit))}</strong> ({markup.text(mark_text(mark))})"
        f"{'. ' + markup.text(mark.note) if mark.note else ''}"
        for mark in marks_of(rule)
    )
    if rows := markup.rows((markup.BULLET, number) for number in numbers):
        parts += [markup.small_heading("Its numbers"), rows]
    return "".join(parts)


def _neighbours(words: str, rules: Iterable[Rule]) -> str:
    names = and_list(rule.id for rule in rules)
    return markup.labelled(f"{words}:", names) if names else ""


def standing(story: RuleStory) -> str:
    """What became of a rule for the patient: met, blocked by, waits for."""
    parts = [f'<p class="cds-text">{markup.status_badge(story.status, story.order)}</p>']
    for title, found in (
        ("Met", story.met),
        ("Blocked by", story.blocked_by),
        ("Waits for", story.waiting_for),
    ):
        if found:
            parts += [markup.small_heading(title), markup.lines(found)]
    return "".join(parts)


def conditions(book: RuleBook, rule: Rule) -> str:
    """A rule's conditions in plain words, indented by depth."""
    indented = [
        "&emsp;" * ((len(line) - len(line.lstrip())) // 2) + markup.text(line)
        for line in condition_text(book, rule.when)
    ]
    return f'<p class="cds-conditions">{"<br>".join(indented)}</p>'


def reading(found: Reading) -> str:
    """How ambiguous words are read, and how else they could be."""
    return markup.small_heading("How its words are read") + assumption(
        found.words, found.chosen, found.other, found.cites
    )


def assumption(words: str, chosen: str, other: str, cites: Iterable[str]) -> str:
    """Ambiguous words, the reading in force, and the other one."""
    return (
        f'<p class="cds-note cds-plain">“{markup.text(words)}” is read as: '
        f"<strong>{markup.text(chosen)}</strong>. It could be read as: "
        f"<strong>{markup.text(other)}</strong> ({markup.text(and_list(cites))}).</p>"
    )


def cited(book: RuleBook, ids: Iterable[str]) -> str:
    """Statements and published sources with their ids, as a list."""
    return markup.rows(
        (
            f'<span class="cds-id cds-small">{markup.text(name)}</span>',
            _source(book, name),
        )
        for name in ids
    )


def _source(book: RuleBook, name: str) -> str:
    if name in book.statement:
        return markup.text(book.statement[name].text)
    found = book.reference[name]
    link = f" {markup.text(found.link)}" if found.link else ""
    return (
        f"{markup.text(found.text)}. {markup.text(found.says)} "
        f'<span class="cds-muted">({markup.text(found.confidence.label)})</span>{link}'
    )


def examples(book: RuleBook, found: Iterable[Example]) -> str:
    """Patients for whom a rule fires, and near misses."""
    entries = []
    for example in found:
        symbol, tone, words = OUTCOMES[example.fires]
        told = "; ".join(leaf_text(book, fact) for fact in example.facts)
        entries.append(
            (
                f'<span class="cds-mark cds-{tone}" aria-hidden="true">{symbol}</span>',
                f"<strong>{words}:</strong> {markup.text(told)}",
            )
        )
    return markup.rows(entries)


def statement(book: RuleBook, found: Statement, *, chosen: bool = False, rules: bool = True) -> str:
    """A statement with its class and strength, and the rules that rest on it or why none does."""
    style = "cds-block cds-chosen" if chosen else "cds-block"
    return (
        f'<div class="{style}"><p class="cds-text"><strong class="cds-id">{markup.text(found.id)}'
        f"</strong> {markup.text(found.text)}</p>"
        f'<p class="cds-text cds-small cds-muted">{markup.text(found.kind.label)} · modality: '
        f"{markup.text(found.modality)}</p>{_behind(book, found, rules=rules)}</div>"
    )


def _behind(book: RuleBook, found: Statement, *, rules: bool) -> str:
    """The rules behind a statement, or the reason why there is none."""
    if not book.citing[found.id]:
        return markup.labelled("No rule:", book.excuse[found.id])
    named = (
        f'<span class="cds-id">{markup.text(rule.id)}</span> {markup.text(rule.title)}'
        for rule in book.citing[found.id]
    )
    return markup.rows((ARROW, words) for words in named) if rules else ""
