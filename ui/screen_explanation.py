"""The screen *Explanation*: how the rules reached each conclusion, or why they did not."""

from __future__ import annotations

import streamlit as st

from engine.export.dot import as_dot
from engine.export.graph import chain_graph, described, outline
from engine.export.palette import KINDS
from engine.rule import Layer
from engine.trace import Kind, Trace, Verdict
from ui import explanation_rules, explanation_trace, explanation_words, markup, show, state
from ui.consultation import Consultation

OVERALL = "overall"
TABS = ("In words", "Chain", "All rules", "Trace")


def render() -> None:
    """The whole screen for the patient as entered so far."""
    st.title("Explanation", anchor=False)
    st.html(markup.paragraph("How the rules reached each conclusion for this patient, or did not."))
    found = state.consultation()
    if state.patient().is_empty:
        _nobody_yet()
        return
    if found.defect is not None:
        show.defect(found.defect)
        return
    show.problems(found.problems)
    if found.trace is None:
        st.html(markup.paragraph("No advice is shown while the answers contradict each other."))
        _to_profile("Mend the answers in the patient profile")
        return
    _explained(found, found.trace)


def _nobody_yet() -> None:
    """A friendly beginning, where nothing has been entered."""
    with st.container(border=True):
        st.header("Nobody to explain yet", anchor=False)
        st.html(
            f'<p class="cds-text">{markup.kind_badge(Kind.NOT_ENOUGH_DATA)}</p>'
            + markup.paragraph(
                "Nothing is known about the patient, so every question is still open. Enter what "
                "you know, beginning with the diagnosis, or step through a teaching case. What is "
                "left out stays unknown, which is not the same as no."
            )
        )
        with st.container(horizontal=True):
            _to_profile("Enter a patient")
            st.page_link("screen_cases.py", label="Open a teaching case", icon=":material/school:")
            st.page_link(
                "screen_rulebook.py", label="Read the rules first", icon=":material/menu_book:"
            )


def _to_profile(label: str) -> None:
    st.page_link("screen_profile.py", label=label, icon=":material/person:")


def _explained(found: Consultation, trace: Trace) -> None:
    chosen = _conclusion(trace)
    words, chain, rules, record = st.tabs(TABS, key="view", bind="query-params")
    if words.open:
        with words:
            explanation_words.in_words(state.book(), trace, chosen)
    if chain.open:
        with chain:
            _chain(trace, chosen)
    if rules.open:
        with rules:
            explanation_rules.table_and_card(state.book(), trace, chosen)
    if record.open:
        with record:
            explanation_trace.record(state.book(), trace, found.warnings)


def conclusions(trace: Trace) -> dict[str, Verdict]:
    """The verdicts to choose from, the overall one first, each once.

    Where published criteria say nothing of a drug, that is not offered as a conclusion.
    """
    found = {OVERALL: trace.overall}
    if trace.overall_reference is not None:
        found[f"{OVERALL}_{trace.overall_reference.layer}"] = trace.overall_reference
    for verdict in trace.verdicts:
        silent = verdict.layer != Layer.DOCUMENT and verdict.kind is Kind.OUTSIDE_DOCUMENT
        if verdict not in found.values() and not silent:
            found[f"{verdict.layer}_{verdict.drug}"] = verdict
    return found


def _conclusion(trace: Trace) -> Verdict:
    verdicts, book = conclusions(trace), state.book()

    def label(name: str) -> str:
        verdict = verdicts[name]
        drug = show.drug_name(book, verdict.drug)
        by = "" if verdict.layer == Layer.DOCUMENT else " (published criteria)"
        return show.escape(f"{KINDS[verdict.kind][0]} {drug}: {verdict.label}{by}")

    chosen = st.pills(
        "Conclusion (the first is the one for this disease)",
        list(verdicts),
        default=OVERALL,
        format_func=label,
        key="conclusion",
        required=True,
    )
    return verdicts[chosen or OVERALL]


def _chain(trace: Trace, verdict: Verdict) -> None:
    """The chain as text and as a picture; the text comes first where there is no room for both."""
    graph = chain_graph(state.book(), trace, verdict)
    left, right = st.columns([1, 2.2], gap="medium")
    with left, st.container(border=True):
        st.header("The chain in words", anchor=False)
        st.html(
            f'<p class="cds-text">{markup.text(show.drug_name(state.book(), verdict.drug))} '
            f"{markup.kind_badge(verdict.kind, verdict.label)}</p>"
        )
        show.trees(outline(graph))
    with right, st.container(border=True):
        st.header("The chain as a picture", anchor=False)
        st.html(markup.legend())
        st.graphviz_chart(as_dot(graph), width="content", alt=described(graph))


if __name__ == "__main__":
    render()
