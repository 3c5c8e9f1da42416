"""Pieces of a case as HTML, made from plain text; everything is escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cases.model import AnswerOption, Case
from cases.play import book_of, verdict_of
from cases.told import Told
from engine.rule import Layer
from engine.trace import Kind, Trace, Verdict
from engine.words import sentence
from ui import markup, show
from ui.teaching.progress import Answer, Progress

LEVELS = {1: "easy", 2: "medium", 3: "hard"}
YOU = markup.badge("●", "You", "fact")
RULES = markup.badge("§", "Rules", "outside")
JUDGEMENTS = {
    True: ("✓", "matched", "good"),
    False: ("≠", "differed", "fact"),
    None: ("•", "answered", "plain"),
}
"""Mark, word and tone for whether an answer and the rules agree; None where they gave none."""


def paragraphs(words: str) -> str:
    """A text of several paragraphs; an empty line parts them."""
    return "".join(markup.paragraph(block) for block in words.split("\n\n"))


def about(case: Case) -> str:
    """Patient, group, level and length."""
    parts = (
        sentence(case.group.label),
        f"level {case.level} ({LEVELS[case.level]})",
        f"about {case.minutes} minutes",
        *(("with published criteria",) if Layer.REFERENCE in case.layers else ()),
    )
    return (
        f'<p class="cds-text"><span class="case-whole">{markup.text(case.patient)}</span> '
        f'<span class="case-whole cds-muted">{markup.text(" · ".join(parts))}</span></p>'
    )


def judgement(agreed: bool | None) -> str:
    """The badge for whether an answer and the rules agree."""
    symbol, words, tone = JUDGEMENTS[agreed]
    return markup.badge(symbol, words, tone)


def steps(
    case: Case, found: Progress, here: int, agreed: Mapping[int, bool | None], *, exploring: bool
) -> str:
    """The steps as badges: answered, now, open, locked. Locked ones do not tell their titles."""
    entries = []
    for number, step in enumerate(case.steps):
        answered = number in found.answers
        locked = not (answered or number == here or number <= found.next_open(case))
        symbol, words, tone = "○", "locked", "plain"
        if answered:
            symbol, words, tone = JUDGEMENTS[agreed[number]]
        elif number in found.worked and found.is_worked(case, number):
            symbol, words, tone = "◇", "worked out", "plain"
        elif number == here:
            symbol, words, tone = "●", "now", "fact"
        elif not locked or exploring:
            words = "looked at" if number in found.shown else "not answered"
        title = f"Step {number + 1}" if locked else f"{number + 1} {step.title}"
        current = ' aria-current="step" class="case-here"' if number == here else ""
        entries.append(f"<li{current}>{markup.badge(symbol, f'{title}: {words}', tone)}</li>")
    return f'<ol class="case-steps" aria-label="Steps">{"".join(entries)}</ol>'


def facts(told: Iterable[Told]) -> str:
    """What a step tells, side by side where there is room."""
    entries = "".join(
        f"<div><dt>{markup.text(fact.label)}</dt><dd>{_value(fact)}</dd></div>" for fact in told
    )
    return f'<dl class="case-facts">{entries}</dl>' if entries else ""


def _value(fact: Told) -> str:
    now = f"<strong>{markup.text(fact.value)}</strong>"
    if not fact.was:
        return now
    why = f'<span class="cds-small cds-muted case-why">{markup.text(fact.because)}</span>'
    return f"was {markup.text(fact.was)}, now {now}{why}"


def known(told: Iterable[Told]) -> str:
    """What was told before, as a list, each with the step that told it."""
    return markup.rows(
        (
            markup.BULLET,
            f"{markup.text(fact.label)}: <strong>{markup.text(fact.value)}</strong> {_since(fact)}",
        )
        for fact in told
    )


def _since(fact: Told) -> str:
    words = f"step {fact.step + 1}"
    if fact.was:
        words = f"changed in {words}; was {fact.was}"
    return f'<span class="cds-small cds-muted">({markup.text(words)})</span>'


def options(offered: Iterable[AnswerOption], yours: int | None, rules: frozenset[int]) -> str:
    """The options after the answer, tagged with who chose them; the learner's may be none."""
    entries = []
    for number, option in enumerate(offered):
        tags = ([YOU] if number == yours else []) + ([RULES] if number in rules else [])
        style = "" if tags else ' class="cds-muted"'
        entries.append(
            f"<li{style}>{markup.text(option.text)}{''.join(f' {tag}' for tag in tags)}</li>"
        )
    return f'<ul class="case-options">{"".join(entries)}</ul>'


def reason(answer: Answer) -> str:
    """The learner's own reason, where one was given."""
    return markup.labelled("Your reason:", answer.reason) if answer.reason else ""


def verdict(case: Case, found: Verdict) -> str:
    """Kind, drug and sentence; what it waits for is listed below, so it is not said twice."""
    book = book_of(case)
    words = f"<strong>{markup.text(show.drug_name(book, found.drug))}.</strong>"
    if found.kind is not Kind.NOT_ENOUGH_DATA:
        words += f" {markup.text(show.verdict_text(book, found))}"
    return f'<p class="cds-text">{badge(found)} {words}</p>'


def badge(found: Verdict) -> str:
    """The kind of a verdict, with whose it is where that is not the document."""
    return markup.kind_badge(found.kind, show.kind_label(found)) + show.by_layer(found)


def other_layer(case: Case, trace: Trace, asked: Layer) -> str:
    """What the layer says that was not asked, in a line."""
    (other,) = (layer for layer in case.layers if layer is not asked)
    found = verdict_of(trace, other)
    said = f"<strong>{markup.text(sentence(other.label))}:</strong> "
    return f'<p class="cds-text cds-small">{said}{badge(found)} {markup.text(found.summary)}</p>'
