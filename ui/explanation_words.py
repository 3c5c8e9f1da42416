"""One conclusion in words: verdict, decisive conditions, full chain, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from engine.differences import kind_text, layer_difference
from engine.doses import doses
from engine.explain import MOST_DECISIVE, Line, RuleStory, Status, explain
from engine.export.criteria import COULD_DECIDE, NO_DOSE
from engine.readings import read_otherwise
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from engine.truth import Truth
from engine.waiting import Awaited, awaited
from engine.words import sentence
from ui import explanation_questions, markup, show
from ui.explained import Explained

BY_CRITERIA = "Published criteria"
BESIDE_CRITERIA = "Beside it, by published criteria"
WHY_BY_CRITERIA = {
    Kind.NOT_INDICATED: "Why published criteria do not indicate it",
    Kind.OUTSIDE_DOCUMENT: "Why no published criterion speaks of it here",
    Kind.DOCUMENT_AMBIGUOUS: "Why published sources leave it to the team",
}
WHY = {
    Kind.MAY_BE_CONSIDERED: "Why it may be considered",
    Kind.NOT_INDICATED: "Why it is not indicated by the document",
    Kind.EXCLUDED_OR_PAUSED: "Why it is excluded or paused",
    Kind.NOT_ENOUGH_DATA: "What it waits for",
    Kind.OUTSIDE_DOCUMENT: "Why it is outside the document",
    Kind.DOCUMENT_AMBIGUOUS: "What makes the document ambiguous",
}


def in_words(found: Explained) -> None:
    """The verdict with its reasons on the left, what they rest on beside it."""
    book, trace, verdict = found.book, found.trace, found.verdict
    left, right = st.columns([2.2, 1], gap="medium")
    with left:
        show.now(trace)
        show.verdict(book, trace, verdict)
        _layers(book, trace, verdict)
        _why(book, trace, verdict)
        _doses(book, trace, verdict)
        explanation_questions.suffices(found)
        _beside(trace, Layer.of(verdict.layer))
    with right:
        _aims(book, trace, verdict)
        _known(book, trace)
        _rules_behind(book, trace, verdict)
        _unsaid(book)


def _why(book: RuleBook, trace: Trace, verdict: Verdict) -> None:
    """The decisive conditions, and the full chain behind them."""
    explanation = explain(book, trace, verdict)
    with st.container(border=True):
        st.header(_why_title(verdict), anchor=False)
        if verdict.waiting_for:
            _waits(awaited(book, trace, verdict))
        else:
            show.lines(explanation.decisive)
            _more(explanation.more, "more_lines")
        if verdict.kind is Kind.NOT_ENOUGH_DATA:
            st.page_link(
                "screen_profile.py",
                label="Tell it in the patient profile",
                icon=":material/person:",
            )
        waiting = [story for story in explanation.chain if _describes_nobody(story, verdict)]
        _chain(
            "The full chain, rule by rule",
            [story for story in explanation.chain if story not in waiting],
            "full_chain",
        )
        _chain(f"{COULD_DECIDE} ({len(waiting)})", waiting, "could_decide")


def _waits(questions: tuple[Awaited, ...]) -> None:
    """What an open verdict waits for, a line a question; what only safety asks comes last."""
    for heading, safety, key in (("", False, "more_lines"), ("For safety", True, "more_safety")):
        lines = [
            Line(Truth.UNKNOWN, question.text, "unknown", "")
            for question in questions
            if question.safety is safety
        ]
        if lines and heading:
            st.html(markup.small_heading(heading))
        show.lines(lines[:MOST_DECISIVE])
        _more(lines[MOST_DECISIVE:], key)


def _more(lines: Sequence[Line], key: str) -> None:
    if lines:
        with st.expander(f"{len(lines)} more", key=key):
            show.lines(lines)


def _describes_nobody(story: RuleStory, verdict: Verdict) -> bool:
    """Whether a rule of published criteria merely waits: nothing it says is true of the patient."""
    return verdict.layer == Layer.REFERENCE and story.status is Status.WAITING


def _chain(title: str, stories: Sequence[RuleStory], key: str) -> None:
    if not stories:
        return
    with st.expander(title, key=key):
        for story in stories:
            st.html(
                f'<h3 class="cds-h">{markup.text(story.rule.id)} · '
                f"{markup.text(sentence(story.rule.title))} "
                f"{markup.status_badge(story.status)}</h3>"
            )
            show.tree(story.chain)


def _doses(book: RuleBook, trace: Trace, verdict: Verdict) -> None:
    """Doses that can be calculated, or what they still need; for comparison only."""
    found = doses(book, trace)
    if not found or verdict.layer != Layer.REFERENCE:
        return
    with st.container(border=True, key="doses"):
        st.header("Calculated doses", anchor=False)
        st.html(markup.paragraph(NO_DOSE))
        for dose in found:
            how = "".join(markup.labelled(head, words) for head, words in dose.how)
            st.html(
                markup.labelled(f"{dose.label}:", dose.said)
                + (f'<div class="cds-small">{markup.folded("How", how)}</div>' if how else "")
            )


def _why_title(verdict: Verdict) -> str:
    if verdict.layer == Layer.REFERENCE:
        return WHY_BY_CRITERIA.get(verdict.kind, WHY[verdict.kind])
    return WHY[verdict.kind]


def _layers(book: RuleBook, trace: Trace, verdict: Verdict) -> None:
    """The verdict of the other layer, the difference, and the verdict of another reading."""
    found = layer_difference(book, trace)
    if found is None:
        return
    with st.container(border=True, key="both_layers"):
        st.header("The document and published criteria", anchor=False)
        for each, name in ((found.document, "The document"), (found.reference, BY_CRITERIA)):
            here = " (explained here)" if each == verdict else ""
            st.html(
                f'<p class="cds-text"><strong>{name}:</strong> '
                f"{markup.kind_badge(each.kind, sentence(kind_text(each)))} "
                f"{markup.text(show.drug_name(book, each.drug))}{here}</p>"
            )
        st.html(markup.paragraph(found.text))
        _reread(book, trace)


def _reread(book: RuleBook, trace: Trace) -> None:
    reread = read_otherwise(book, trace, trace.readings)
    if reread is None:
        return
    changed = "; ".join(
        f"“{read.word.word}” is {read.judged.value} as the clinician judges and "
        f"{read.read.value} {read.option.label}"
        for read in reread.changed
    )
    st.html(
        f'<p class="cds-text"><strong>{markup.text(reread.label)}:</strong> '
        f"{markup.kind_badge(reread.verdict.kind)}</p>"
        + markup.paragraph(f"{reread.verdict.summary} {changed}".strip())
    )


def _beside(trace: Trace, first: Layer) -> None:
    """What stands beside the verdicts, that of the layer explained first."""
    for layer in sorted(Layer, key=lambda each: each is not first):
        if show.flags_of(trace, layer):
            document = layer is Layer.DOCUMENT
            with st.container(border=True):
                st.header("To be kept in mind" if document else BESIDE_CRITERIA, anchor=False)
                show.flags(trace, layer)


def _aims(book: RuleBook, trace: Trace, verdict: Verdict) -> None:
    """What the document says the drug is meant to do, where it may be considered."""
    if verdict.kind is not Kind.MAY_BE_CONSIDERED or verdict.layer != Layer.DOCUMENT:
        return
    known = {fact.finding: fact.value for fact in trace.facts}
    disease = known.get(book.vocabulary.diagnosis.id)
    for aim in book.aims:
        if aim.drug == verdict.drug and disease in aim.diagnoses:
            with st.container(border=True):
                st.header(aim.title, anchor=False)
                show.note(aim)


def _known(book: RuleBook, trace: Trace) -> None:
    """The facts and where they come from; what was told but not used; what is unknown."""
    with st.container(border=True):
        st.header("What is known", anchor=False)
        if trace.facts:
            show.facts(book, trace.facts)
        else:
            st.html(markup.paragraph("Nothing that the rules can use."))
        if trace.withheld:
            st.html(
                markup.small_heading("Told, but not used")
                + markup.paragraph("It does not apply to this diagnosis, so no rule sees it.")
            )
            show.facts(book, trace.withheld)
        if trace.unknown:
            names = [book.vocabulary.atoms[name].label for name in trace.unknown]
            bullets = markup.rows((markup.BULLET, markup.text(name)) for name in names)
            st.html(markup.folded(f"Unknown: {len(names)} that apply", bullets))


def _rules_behind(book: RuleBook, trace: Trace, verdict: Verdict) -> None:
    """Ways into the rule book, for the rules that decide; those that merely wait are folded."""
    if not verdict.rules:
        return
    chain = explain(book, trace, verdict).chain
    waiting = [story.rule.id for story in chain if _describes_nobody(story, verdict)]
    with st.container(border=True, key="into_rules"):
        st.header("Read the rules", anchor=False)
        _into_rules(book, [name for name in verdict.rules if name not in waiting])
        if waiting:
            with st.expander(f"{len(waiting)} rules that wait", key="into_waiting"):
                _into_rules(book, waiting)


def _into_rules(book: RuleBook, names: Iterable[str]) -> None:
    for name in names:
        st.page_link(
            "screen_rulebook.py",
            label=show.escape(f"{name} · {sentence(book.rule[name].title)}"),
            icon=":material/menu_book:",
            query_params={"rule": name},
        )


def _unsaid(book: RuleBook) -> None:
    with st.expander("What the document does not say", key="silences"):
        show.notes(book.silences)
