"""The rules' answer to a step, beside the learner's or alone. Laid out; computed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cases.model import Case
from cases.tutor import Contrast, Feedback
from engine.rule import Rule, Topic
from engine.trace import Kind, Trace, Verdict
from engine.words import and_list, sentence
from ui import card, markup, show, state
from ui.teaching import facts_named as case_facts_named
from ui.teaching import markup as case_markup
from ui.teaching.judge import Failure, Judged, judged, option_of_the_rules
from ui.teaching.progress import Answer

DECIDES = {Kind.NOT_ENOUGH_DATA: "What it waits for"}
LOOKED = "You had looked at the rules' answer before you gave yours."


def beside(case: Case, step: int, answer: Answer) -> None:
    """A committed answer and what the rules say about it."""
    found = judged(case, step, answer.option)
    offered = case.steps[step].question.options
    own = case_markup.reason(answer)
    if answer.shown_before:
        own += markup.paragraph(LOOKED, "cds-text cds-small cds-muted")
    if isinstance(found, Failure):
        st.html(case_markup.options(offered, answer.option, frozenset()) + own)
        found.show()
        return
    st.html(case_markup.options(offered, answer.option, _theirs(case, step, found)) + own)
    heading = f"{found.feedback.headline} (you: {answer.sure.label})"
    _answer(heading, found, found.feedback.contrast)
    case_facts_named.graded_box(found, answer)
    _elaborated(case, step, found)


def alone(case: Case, step: int) -> None:
    """What the rules say, for those who explore without answering."""
    found = judged(case, step, option_of_the_rules(case, step))
    if isinstance(found, Failure):
        found.show()
        return
    offered = case.steps[step].question.options
    st.html(case_markup.options(offered, None, _theirs(case, step, found)))
    _answer("What the rules say", found, None)
    _elaborated(case, step, found)


def _theirs(case: Case, step: int, found: Judged) -> frozenset[int]:
    """The options that the rules agree with."""
    offered = case.steps[step].question.options
    return frozenset(n for n, option in enumerate(offered) if option.equals(found.trace.overall))


def _answer(heading: str, found: Judged, contrast: Contrast | None) -> None:
    """The box with the rules' verdict and, where the learner sees it otherwise, what parts them."""
    parts = [f'<h3 class="cds-title">{markup.text(heading)}</h3>', _verdict(found.feedback.engine)]
    if contrast is not None:
        parts += [
            markup.small_heading("What parts your answer from the rules"),
            markup.paragraph(contrast.reason),
            markup.lines(contrast.lines),
        ]
    if contrast is not None and (mend := found.feedback.mend) is not None:
        parts += [markup.small_heading(mend.title), markup.part(mend)]
    st.html(f'<div class="case-answer">{"".join(parts)}</div>')


def _verdict(verdict: Verdict) -> str:
    """Kind, drug and sentence; what it waits for is listed below, so it is not said twice."""
    words = f"<strong>{markup.text(show.drug_name(state.book(), verdict.drug))}.</strong>"
    if verdict.kind is not Kind.NOT_ENOUGH_DATA:
        words += f" {markup.text(show.verdict_text(state.book(), verdict))}"
    return f'<p class="cds-text">{markup.kind_badge(verdict.kind)} {words}</p>'


def _elaborated(case: Case, step: int, found: Judged) -> None:
    """Why: conditions, reasons, the point to take away; what else the rules did, folded."""
    told = found.feedback
    decides = DECIDES.get(told.engine.kind, "What decides it")
    st.html(markup.small_heading(decides) + markup.lines(told.decisive))
    waits = told.engine.kind is Kind.NOT_ENOUGH_DATA
    if told.rules and not waits:
        st.html(
            markup.small_heading("Why the rules say so") + _reasons(told.rules, told.engine.kind)
        )
    st.html(
        f'<div class="case-point"><h3 class="cds-h">To take from this step</h3>'
        f"{case_markup.paragraphs(told.point)}</div>"
    )
    _folded(f"{case.id}_{step}", told, found.trace, waits=waits)


def _folded(name: str, told: Feedback, trace: Trace, *, waits: bool) -> None:
    with st.container(gap="xsmall"):
        if told.rules and waits:
            with st.expander(f"Rules that wait ({len(told.rules)})", key=f"case_wait_{name}"):
                st.html(_reasons(told.rules, told.engine.kind))
        if trace.flags:
            with st.expander(_flags_in_short(trace), key=f"case_flags_{name}"):
                show.flags(trace)
        number = len(told.newly_fired)
        if number:
            with st.expander(f"Rules that newly fired ({number})", key=f"case_new_{name}"):
                st.html(_rules(told.newly_fired))
        else:
            st.html(
                markup.paragraph(
                    "No rule has newly fired at this step.", "cds-text cds-small cds-muted"
                )
            )


def _flags_in_short(trace: Trace) -> str:
    """How many flags there are, and how far what they ask for has come."""
    states = dict.fromkeys(
        f"{Topic.of(flag.topic).label}: {flag.state.label}" for flag in trace.flags if flag.state
    )
    return f"To be kept in mind ({len(trace.flags)})" + "".join(f" · {each}" for each in states)


def _reasons(rules: Sequence[Rule], kind: Kind) -> str:
    """Each rule with why it is true, the sentences it rests on, and how their words are read.

    Where the document is ambiguous, sentences and readings are the answer, and so not folded.
    """
    opened = kind is Kind.DOCUMENT_AMBIGUOUS
    return "".join(_reason(rule, opened=opened) for rule in rules)


def _reason(rule: Rule, *, opened: bool) -> str:
    says = f"What the document says ({and_list(rule.cites)})"
    made = markup.labelled(f"{rule.id} {sentence(rule.title)}.", rule.because)
    made += markup.folded(says, card.cited(state.book(), rule.cites), opened=opened)
    if (read := rule.reading) is not None:
        words = card.assumption(read.words, read.chosen, read.other, read.cites)
        made += markup.folded("How its words are read", words, opened=opened)
    return made


def _rules(rules: Sequence[Rule]) -> str:
    return markup.rows(
        (
            f'<span class="cds-id cds-small">{markup.text(rule.id)}</span>',
            markup.text(sentence(rule.title)),
        )
        for rule in rules
    )
