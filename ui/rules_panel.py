"""What the rules say so far, beside the form: the verdict, why, and what it waits for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import streamlit as st

from engine.explain import explain
from engine.grammar import label
from engine.rule import Layer, Topic
from engine.status import STATUS, Status
from engine.trace import Kind, Trace, Verdict
from ui import markup, show, state
from ui.consultation import Consultation

Jump = Callable[[str], None]
"""Told the id of a finding that the person wants to answer."""

MOST_WAITING = 8
"""As many missing findings are offered at once by criteria; there can be dozens."""

NO_ANSWER = "The answers contradict each other, so the rules say nothing."


def panel(found: Consultation, jump: Jump) -> None:
    """The panel for a consultation; buttons lead to what is missing."""
    with st.container(border=True, key="rules_panel"):
        st.header("Rules say so far", anchor=False)
        if found.defect is not None:
            show.defect(found.defect)
        elif found.trace is None:
            st.html(markup.paragraph(NO_ANSWER))
        else:
            _answer(found.trace, jump)
        st.page_link(
            "screen_explanation.py",
            label="Why? See the full reasoning",
            icon=":material/account_tree:",
        )


def _answer(trace: Trace, jump: Jump) -> None:
    verdict = trace.overall
    head = (
        f'<p class="cds-text">{markup.kind_badge(verdict.kind)}</p>'
        f"{markup.small_heading(show.drug_name(state.book(), verdict.drug))}"
    )
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        st.html(f"{head}{markup.paragraph('It waits for:')}")
        _waits(verdict.waiting_for, jump)
    else:
        lines = markup.lines(explain(state.book(), trace).decisive)
        summary = markup.paragraph(show.verdict_text(state.book(), verdict))
        st.html(f"{head}{summary}{markup.small_heading('What decides it')}{lines}")
    flags = show.flags_of(trace, Layer.DOCUMENT)
    if flags:
        with st.expander(f"To be kept in mind ({len(flags)})", key="panel_flags"):
            show.flags(trace)
    if trace.overall_reference is not None:
        _by_criteria(trace, trace.overall_reference, jump)
    st.html(_counts(trace))


def _by_criteria(trace: Trace, verdict: Verdict, jump: Jump) -> None:
    """The verdict of published criteria beneath the document's."""
    with st.container(key="panel_criteria"):
        st.header("By published criteria", anchor=False)
        st.html(
            f'<p class="cds-text">{markup.kind_badge(verdict.kind, verdict.label)}</p>'
            f"{markup.small_heading(show.drug_name(state.book(), verdict.drug))}"
        )
        if verdict.kind is Kind.NOT_ENOUGH_DATA:
            st.html(markup.paragraph("They wait for:"))
            owner = state.book().vocabulary.owner
            asked = tuple(dict.fromkeys(owner[name].id for name in verdict.waiting_for))
            shown = asked[:MOST_WAITING]
            _waits(shown, jump, "criteria")
            if left := len(asked) - len(shown):
                st.html(markup.paragraph(f"and {left} more"))
        else:
            lines = markup.lines(explain(state.book(), trace, verdict).decisive)
            summary = markup.paragraph(show.verdict_text(state.book(), verdict))
            st.html(f"{summary}{markup.small_heading('What decides it')}{lines}")
        if urgent := [flag for flag in trace.flags if flag.topic == Topic.URGENT]:
            st.html(
                "".join(
                    f'<p class="cds-note cds-stop"><strong>Now:</strong> {markup.text(f.text)}</p>'
                    for f in urgent
                )
            )
        beside = show.flags_of(trace, Layer.REFERENCE)
        if beside:
            with st.expander(f"Beside it ({len(beside)})", key="panel_criteria_flags"):
                show.flags(trace, Layer.REFERENCE)


def _waits(findings: tuple[str, ...], jump: Jump, where: str = "") -> None:
    """A button for each finding that could settle the verdict."""
    with st.container(gap="xxsmall", key=f"waits{where}"):
        for name in findings:
            st.button(
                markup.markdown(_name(name)),
                icon=":material/help:",
                key=f"wait_{where}{name}",
                on_click=jump,
                args=(name,),
                type="tertiary",
            )


def _name(name: str) -> str:
    """What a fact is called, or a whole finding that stands for several."""
    vocabulary = state.book().vocabulary
    return vocabulary.by_id[name].label if name in vocabulary.by_id else label(state.book(), name)


def _counts(trace: Trace) -> str:
    """How many rules fired, are blocked, and wait."""
    counted = Counter(STATUS[proof.truth] for proof in trace.proofs)
    told = " · ".join(f"{counted[status]} {status.label}" for status in Status)
    refused = "Entries with a problem count as unknown." if state.patient().refused else ""
    return markup.labelled("Rules:", told) + (markup.paragraph(refused) if refused else "")
