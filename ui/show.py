"""What several screens show, shown one way. Lays out what engine and rules say; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from engine.consult import BANNER
from engine.differences import STAYS, kind_text
from engine.errors import Problem
from engine.explain import Line, RuleStory, told_lines
from engine.export.palette import KINDS
from engine.grammar import value_text
from engine.rule import Layer, Rule, Topic
from engine.rulebook import RuleBook
from engine.source import Note, Statement
from engine.trace import Fact, Kind, RaisedFlag, Trace, Verdict
from engine.words import and_list, sentence
from rules.full import FULL_RULEBOOK
from ui import card, markup
from ui.style import CSS

UNDECIDED_DRUG = "Chemotherapy"


def escape(text: object) -> str:
    """Text from a person or a file, safe wherever Streamlit reads Markdown (labels too)."""
    return markup.markdown(text)


def banner() -> None:
    """The one banner, with the style sheet of the screens. Once on every page, before the rest."""
    first, _, rest = BANNER.partition(". ")
    st.html(f"<style>{CSS}</style>")
    st.html(
        f'<div class="cds-banner" role="note">{markup.text(first)}. '
        f"<span>{markup.text(rest)}</span></div>"
    )


def _put(made: str) -> None:
    """HTML on the page; Streamlit raises for an empty piece."""
    if made:
        st.html(made)


def verdict_badge(kind: Kind) -> str:
    """A kind of verdict as plain text with its mark ("✓ May be considered"), for labels."""
    return f"{KINDS[kind][0]} {kind.label}"


def kind_label(verdict: Verdict) -> str:
    """The kind of a verdict, for a place that says itself whose verdict it is."""
    document = verdict.layer == Layer.DOCUMENT
    return verdict.label if document else sentence(kind_text(verdict))


def drug_name(book: RuleBook, drug: str | None) -> str:
    """What a drug is called at the beginning of a line."""
    return sentence(book.drugs.of(drug).label) if drug else UNDECIDED_DRUG


def subject(book: RuleBook, trace: Trace, verdict: Verdict) -> str:
    """What a verdict is about: the drug, and the disease where it is known."""
    diagnosis = book.vocabulary.diagnosis
    known = [fact.value for fact in trace.facts if fact.finding == diagnosis.id]
    disease = f" for {value_text(diagnosis, known[0])}" if known else ""
    return drug_name(book, verdict.drug) + disease


def verdict_text(book: RuleBook, verdict: Verdict) -> str:
    """The summary without the words that badge and heading already say."""
    rest = verdict.summary.removeprefix(f"{verdict.label}: ")
    if verdict.drug:
        rest = rest.removeprefix(f"{book.drugs.of(verdict.drug).label} – ")
    return sentence(rest)


def verdict(book: RuleBook, trace: Trace, verdict: Verdict) -> None:
    """The headline card: what it is about, kind, sentence, assumptions, citations."""
    parts = [
        (
            f'<p class="cds-text">{markup.kind_badge(verdict.kind, kind_label(verdict))}'
            f"{by_layer(verdict)}</p>"
        ),
        markup.paragraph(verdict_text(book, verdict), "cds-lead"),
        *(
            card.assumption(each.words, each.chosen, each.other, each.cites)
            for each in verdict.assumptions
        ),
    ]
    if verdict.cites:
        parts.append(
            markup.folded(
                f"{_basis(verdict)} ({and_list(verdict.cites)})",
                card.cited(book, verdict.cites),
                opened=verdict.kind is Kind.DOCUMENT_AMBIGUOUS,
            )
        )
    with st.container(border=True):
        st.header(escape(subject(book, trace, verdict)), anchor=False)
        st.html("".join(parts))


def _basis(verdict: Verdict) -> str:
    if verdict.layer == Layer.DOCUMENT:
        return "What the document says"
    open_ = verdict.kind is Kind.NOT_ENOUGH_DATA
    return "What the rules that wait rest on" if open_ else "What it rests on"


def by_layer(verdict: Verdict) -> str:
    """Whose verdict it is, where that is not the document."""
    if verdict.layer == Layer.DOCUMENT.value:
        return ""
    label = Layer.of(verdict.layer).label
    return f' <span class="cds-muted">by {markup.text(label)}</span>'


def lines(lines: Iterable[Line]) -> None:
    """Conditions as a list, each with ✓ (met), ✗ (not met) or ? (unknown) and what it needs."""
    _put(markup.lines(lines))


def tree(line: Line) -> None:
    """A condition with everything that it rests on, as a nested list."""
    st.html(markup.tree(line))


def trees(lines: Iterable[Line]) -> None:
    """Several conditions, each with everything that it rests on."""
    _put("".join(markup.tree(line) for line in lines))


def facts(book: RuleBook, facts: Sequence[Fact]) -> None:
    """Facts with where each comes from."""
    _put(markup.rows((markup.BULLET, _fact(*told)) for told in told_lines(book, facts)))


def _fact(fact: Fact, line: Line) -> str:
    how = line.how or fact.provenance.label
    why = f" {markup.text(fact.because)}" if fact.because else ""
    return (
        f"{markup.text(line.subject)}: <strong>{markup.text(line.seen)}</strong> "
        f'<span class="cds-muted cds-small">({markup.text(how)}){why}</span>'
    )


def note(note: Note) -> None:
    """The text of a glossary entry, an aim or a silence, with its citations."""
    st.html(f'<p class="cds-text">{_note_text(note)}</p>')


def notes(notes: Iterable[Note]) -> None:
    """Glossary entries or silences, each with its title."""
    _put(
        markup.rows(
            (markup.BULLET, f"<strong>{markup.text(note.title)}.</strong> {_note_text(note)}")
            for note in notes
        )
    )


def _note_text(note: Note) -> str:
    cites = f' <span class="cds-muted cds-small">({markup.text(and_list(note.cites))})</span>'
    return markup.text(note.text) + (cites if note.cites else "")


def now(trace: Trace) -> None:
    """What cannot wait: first on the screen, and never folded away."""
    _put(
        "".join(
            f'<p class="cds-note cds-stop"><strong>Now:</strong> {markup.text(flag.text)} '
            f'<span class="cds-muted cds-small">({_source(flag)})</span></p>'
            for flag in trace.flags
            if flag.topic == Topic.URGENT
        )
    )


def flags(trace: Trace, layer: Layer = Layer.DOCUMENT) -> None:
    """What stands beside the verdict of a layer, by topic, each with its state."""
    by_topic: dict[str, list[RaisedFlag]] = {}
    for flag in flags_of(trace, layer):
        by_topic.setdefault(flag.topic, []).append(flag)
    parts = [markup.paragraph(STAYS)] if by_topic and layer is Layer.REFERENCE else []
    for topic in Topic:
        if raised := by_topic.get(topic.value):
            parts.append(markup.small_heading(sentence(topic.label)))
            parts.append(markup.rows(_flag(flag) for flag in raised))
    _put("".join(parts))


def flags_of(trace: Trace, layer: Layer) -> tuple[RaisedFlag, ...]:
    """The flags that rules of one layer raised, without those that cannot wait (see ``now``)."""
    return tuple(flag for flag in trace.flags if flag.layer == layer and flag.topic != Topic.URGENT)


def _flag(flag: RaisedFlag) -> tuple[str, str]:
    words = markup.text(flag.text)
    if flag.state is not None:
        symbol, tone = markup.FLAG_STATES[flag.state]
        words += f" {markup.badge(symbol, flag.state.label, tone)}"
    words += f' <span class="cds-muted cds-small">({_source(flag)})</span>'
    return markup.BULLET, words


def _source(flag: RaisedFlag) -> str:
    return markup.text(f"rule {and_list(flag.rules)}, {and_list(flag.cites)}")


def rule_card(
    book: RuleBook,
    rule: Rule,
    story: RuleStory | None = None,
    *,
    framed: bool = True,
    sentences: bool = True,
) -> None:
    """A rule with all that belongs to it; with a story, also how it stands for the patient.

    Its heading is of the third level: a heading of the second level comes before it. ``framed``
    draws a border, ``sentences`` writes out the statements it cites.
    """
    inner = card.rule_card(book, rule, story, sentences=sentences)
    st.html(f'<div class="cds-card">{inner}</div>' if framed else inner)


def statement(
    book: RuleBook, statement: Statement, *, chosen: bool = False, rules: bool = True
) -> None:
    """A statement of the document, with the rules that rest on it, or why none does.

    ``rules=False`` leaves the rules out, where they are shown in another way.
    """
    st.html(card.statement(book, statement, chosen=chosen, rules=rules))


def problems(problems: Sequence[Problem], heading: str = "There is a problem") -> None:
    """What was entered and cannot be used: field, what is wrong, how to mend it."""
    if not problems:
        return
    entries = markup.rows(
        (
            '<span class="cds-mark cds-stop" aria-hidden="true">!</span>',
            f"{_fields(problem.field)}{markup.text(problem.wrong)} {markup.text(problem.mend)}",
        )
        for problem in problems
    )
    st.html(
        f'<div class="cds-note cds-stop" role="alert"><h2 class="cds-title">'
        f"{markup.text(heading)}</h2>{entries}</div>"
    )


def _fields(field: str) -> str:
    """The labels of the findings that a problem names; an id that is none of ours stays."""
    known = FULL_RULEBOOK.vocabulary.by_id
    names = [known[name].label if name in known else name for name in field.split(", ") if name]
    return f"<strong>{markup.text(and_list(names))}:</strong> " if names else ""


def defect(text: str) -> None:
    """A fault of the program itself: said as such, in place of any advice."""
    st.html(
        '<div class="cds-note cds-stop" role="alert">'
        '<h2 class="cds-title">This program has made a mistake</h2>'
        '<p class="cds-text">No advice is shown, because it could be wrong. What was entered is '
        "kept. Please report the following to whoever runs the program.</p>"
        f'<p class="cds-text"><code>{markup.text(text)}</code></p></div>'
    )
