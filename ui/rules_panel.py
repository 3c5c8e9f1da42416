"""What the rules say so far, beside the form: the verdict, why, and what it waits for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import streamlit as st

from engine.explain import explain
from engine.grammar import label
from engine.rule import Layer
from engine.status import STATUS, Status
from engine.trace import Kind, Trace, Verdict
from engine.waiting import Awaited, awaited
from ui import markup, show, state
from ui.consultation import Consultation

Jump = Callable[[str], None]
"""Told the id of a finding that the person wants to answer."""

MOST_WAITING = 8
"""As many missing questions are offered at once by criteria; there can be dozens."""

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
            _answer(found, found.trace, jump)
        st.page_link(
            "screen_explanation.py",
            label="Why? See the full reasoning",
            icon=":material/account_tree:",
        )


def _answer(found: Consultation, trace: Trace, jump: Jump) -> None:
    verdict = trace.overall
    head = (
        f'<p class="cds-text">{markup.kind_badge(verdict.kind)}</p>'
        f"{markup.small_heading(show.drug_name(state.book(), verdict.drug))}"
    )
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        st.html(f"{head}{markup.paragraph('It waits for:')}")
        _waits([(name, label(state.book(), name), name) for name in verdict.waiting_for], jump)
    else:
        lines = markup.lines(explain(state.book(), trace).decisive)
        summary = markup.paragraph(show.verdict_text(state.book(), verdict))
        st.html(f"{head}{summary}{markup.small_heading('What decides it')}{lines}")
    flags = show.flags_of(trace, Layer.DOCUMENT)
    if flags:
        with st.expander(f"To be kept in mind ({len(flags)})", key="panel_flags"):
            show.flags(trace)
    second = trace.overall_reference
    st.html(_counts(trace, Layer.DOCUMENT, "Rules:" if second is None else "Document's rules:"))
    if second is not None:
        _by_criteria(trace, second, jump)
    if found.problems:
        st.html(markup.paragraph("Entries with a problem count as unknown."))


def _by_criteria(trace: Trace, verdict: Verdict, jump: Jump) -> None:
    """The verdict of published criteria beneath the document's."""
    with st.container(key="panel_criteria"):
        st.header("By published criteria", anchor=False)
        head = (
            f'<p class="cds-text">{markup.kind_badge(verdict.kind, show.kind_label(verdict))}</p>'
            f"{markup.small_heading(show.drug_name(state.book(), verdict.drug))}"
        )
        if verdict.waiting_for:
            questions = awaited(state.book(), trace, verdict)
            for_safety = all(question.safety for question in questions)
            words = "For safety, they wait for:" if for_safety else "They wait for:"
            st.html(f"{head}{markup.paragraph(words)}")
            _waits_by_question(questions, jump)
        else:
            lines = markup.lines(explain(state.book(), trace, verdict).decisive)
            summary = markup.paragraph(show.verdict_text(state.book(), verdict))
            st.html(f"{head}{summary}{markup.small_heading('What decides it')}{lines}")
        if beside := show.flags_of(trace, Layer.REFERENCE):
            with st.expander(f"Beside it ({len(beside)})", key="panel_criteria_flags"):
                show.flags(trace, Layer.REFERENCE)
        st.html(_counts(trace, Layer.REFERENCE, "Rules of criteria:"))


def _waits_by_question(questions: tuple[Awaited, ...], jump: Jump) -> None:
    """A button for each question that could settle it; the first few, the others folded away."""
    # A question of several facts stands once, and leads to the first that is waited for.
    asked = [(each.finding.id, each.text, each.facts[0]) for each in questions]
    _waits(asked[:MOST_WAITING], jump, "criteria")
    if rest := asked[MOST_WAITING:]:
        with st.expander(f"{len(rest)} more", key="rest_of_waits"):
            _waits(rest, jump, "criteria_more")


def _waits(findings: Iterable[tuple[str, str, str]], jump: Jump, where: str = "") -> None:
    """A button for each finding that could settle the verdict: id, words, where it leads.

    ``where`` keeps several such lists apart.
    """
    with st.container(gap="xxsmall", key=f"waits_{where}" if where else "waits"):
        for name, words, target in findings:
            st.button(
                markup.markdown(words),
                icon=":material/help:",
                key=f"wait_{where}_{name}" if where else f"wait_{name}",
                on_click=jump,
                args=(target,),
                type="tertiary",
            )


def _counts(trace: Trace, layer: Layer, words: str) -> str:
    """How many rules of a layer fired, are blocked, and wait."""
    rule = state.book().rule
    counted = Counter(
        STATUS[proof.truth] for proof in trace.proofs if rule[proof.rule].layer is layer
    )
    return markup.labelled(words, " · ".join(f"{counted[s]} {s.label}" for s in Status))
