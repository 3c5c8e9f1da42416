"""The rules' answer to a step, beside the learner's or alone. Laid out; computed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cases.model import Case
from cases.play import book_of
from cases.tutor import Contrast, Feedback
from engine.rule import Layer, Rule, Topic
from engine.trace import Kind, RaisedFlag, Trace
from engine.words import and_list, counted, sentence
from ui import card, markup, show
from ui.teaching import beside_verdict as case_beside_verdict
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
    _answer(case, heading, found, found.feedback.contrast)
    case_beside_verdict.graded_boxes(case, step, answer)
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
    _answer(case, "What the rules say", found, None)
    case_beside_verdict.graded_boxes(case, step, None)
    _elaborated(case, step, found)


def _theirs(case: Case, step: int, found: Judged) -> frozenset[int]:
    """The options that the rules agree with."""
    offered = case.steps[step].question.options
    return frozenset(n for n, option in enumerate(offered) if option.equals(found.feedback.engine))


def _answer(case: Case, heading: str, found: Judged, contrast: Contrast | None) -> None:
    """The box with the rules' verdict and, where the learner sees it otherwise, what parts them."""
    told = found.feedback
    parts = [
        f'<h3 class="cds-title">{markup.text(heading)}</h3>',
        case_markup.verdict(case, told.engine),
    ]
    if Layer.REFERENCE in case.layers:
        parts.append(case_markup.other_layer(case, found.trace, told.layer))
    if contrast is not None:
        parts.append(_parted(case, contrast))
    if contrast is not None and (mend := told.mend) is not None:
        parts += [markup.small_heading(mend.title), markup.part(mend)]
    st.html(f'<div class="case-answer">{"".join(parts)}</div>')


def _parted(case: Case, contrast: Contrast) -> str:
    """The conditions that part the two answers, and what the rule that asks them rests on."""
    made = markup.small_heading("What parts your answer from the rules")
    made += markup.paragraph(contrast.reason) + markup.lines(contrast.lines)
    if contrast.more:
        words = f"and {counted(contrast.more, 'condition')} more"
        made += markup.paragraph(words, "cds-text cds-small cds-muted")
    if contrast.rule is not None:
        cites = contrast.rule.cites
        made += markup.folded(
            f"What that rule rests on ({and_list(cites)})", card.cited(book_of(case), cites)
        )
    return made


def _elaborated(case: Case, step: int, found: Judged) -> None:
    """Why: conditions, reasons, the point to take away; what else the rules did, folded."""
    told = found.feedback
    decides = DECIDES.get(told.engine.kind, "What decides it")
    st.html(markup.small_heading(decides) + markup.lines(told.decisive))
    waits = told.engine.kind is Kind.NOT_ENOUGH_DATA
    if told.rules and not waits:
        st.html(markup.small_heading("Why the rules say so") + _reasons(case, told))
    st.html(
        f'<div class="case-point"><h3 class="cds-h">To take from this step</h3>'
        f"{case_markup.paragraphs(told.point)}</div>"
    )
    _folded(case, f"{case.id}_{step}", told, found.trace, waits=waits)


def _folded(case: Case, name: str, told: Feedback, trace: Trace, *, waits: bool) -> None:
    with st.container(gap="xsmall"):
        if told.rules and waits:
            with st.expander(f"Rules that wait ({len(told.rules)})", key=f"case_wait_{name}"):
                st.html(_reasons(case, told))
        for layer in case.layers:
            if raised := show.flags_of(trace, layer):
                with st.expander(_flags_in_short(raised, layer), key=f"case_{layer}_{name}"):
                    show.flags(trace, layer)
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


def _flags_in_short(raised: Sequence[RaisedFlag], layer: Layer) -> str:
    """How many flags there are, and how far what they ask for has come."""
    states = dict.fromkeys(
        f"{Topic.of(flag.topic).label}: {flag.state.label}" for flag in raised if flag.state
    )
    by = "" if layer is Layer.DOCUMENT else f" by {layer.label}"
    return f"To be kept in mind{by} ({len(raised)})" + "".join(f" · {each}" for each in states)


def _reasons(case: Case, told: Feedback) -> str:
    """Each rule with why it is true, the sentences it rests on, and how their words are read.

    Where the document is ambiguous, sentences and readings are the answer, and so not folded.
    """
    opened = told.engine.kind is Kind.DOCUMENT_AMBIGUOUS
    return "".join(_reason(case, rule, opened=opened) for rule in told.rules)


def _reason(case: Case, rule: Rule, *, opened: bool) -> str:
    rests = "What the document says" if rule.layer is Layer.DOCUMENT else "What it rests on"
    says = f"{rests} ({and_list(rule.cites)})"
    made = markup.labelled(f"{rule.id} {sentence(rule.title)}.", rule.because)
    made += markup.folded(says, card.cited(book_of(case), rule.cites), opened=opened)
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
