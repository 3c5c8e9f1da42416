"""The screen *Explanation*: how the rules reached each conclusion, or why they did not."""

from __future__ import annotations

import streamlit as st

from engine.export.palette import KINDS
from engine.opinion import Opinion
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from rules.full import book_for
from ui import (
    explanation_chain,
    explanation_compare,
    explanation_keep,
    explanation_questions,
    explanation_rules,
    explanation_whatif,
    explanation_words,
    markup,
    sharing,
    show,
    state,
)
from ui.consultation import Consultation, consulted
from ui.explained import Explained
from ui.store import StoreError

OVERALL = "overall"
TABS = ("In words", "Chain", "Why not", "What if", "Ask next", "Compare", "All rules", "Keep")


def render() -> None:
    """The whole screen: the patient as entered so far, or a copy that was shared."""
    st.title("Explanation", anchor=False)
    asked = sharing.asked_for()
    if asked is not None:
        _copy(asked)
        return
    st.html(markup.paragraph("How the rules reached each conclusion for this patient, or did not."))
    if state.patient().is_empty:
        _nobody_yet()
        return
    _consultation(state.book(), state.consultation(), state.patient().opinions, read_only=False)


def _consultation(
    book: RuleBook, found: Consultation, opinions: tuple[Opinion, ...], *, read_only: bool
) -> None:
    if found.defect is not None:
        show.defect(found.defect)
        return
    show.problems(found.problems)
    if found.trace is None:
        st.html(markup.paragraph("No advice is shown while the answers contradict each other."))
        if not read_only:
            _to_profile("Mend the answers in the patient profile")
        return
    verdict = _conclusion(book, found.trace)
    _explained(Explained(book, found.trace, verdict, found.warnings, opinions, read_only))


def _copy(asked: str) -> None:
    """A copy that somebody has shared; one's own patient stays as it is."""
    try:
        copy = sharing.opened(asked)
        missing = sharing.NOT_FOUND
    except StoreError as error:
        copy, missing = None, f"The copy cannot be fetched just now. {error}"
    if copy is None:
        st.warning(show.escape(missing), icon=":material/link_off:")
        st.button("To my own patient", icon=":material/person:", on_click=sharing.leave)
        return
    with st.container(border=True, key="copy_shown"):
        st.html(
            markup.paragraph(
                "This is a read-only copy that somebody has shared. Your own patient is not "
                "touched. The copy is kept for "
                f"{sharing.KEPT_DAYS} days after it was last opened."
            )
        )
        with st.container(horizontal=True):
            st.button(
                "Open it as my own patient",
                icon=":material/person_add:",
                key="copy_take",
                on_click=sharing.take,
                args=(copy,),
            )
            st.button(
                "To my own patient",
                icon=":material/person:",
                key="copy_leave",
                on_click=sharing.leave,
            )
    sharing.look_as(copy, asked)
    patient = copy.patient
    found = consulted(patient.answers, patient.refused, patient.readings, patient.layers)
    _consultation(book_for(patient.layers), found, patient.opinions, read_only=True)


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


def _explained(found: Explained) -> None:
    words, chain, why_not, what_if, ask, compare, rules, keep = st.tabs(
        TABS, key="view", bind="query-params"
    )
    for tab, show_it in (
        (words, explanation_words.in_words),
        (chain, explanation_chain.chain),
        (why_not, explanation_questions.why_not),
        (what_if, explanation_whatif.what_if),
        (ask, explanation_questions.ask_next),
        (compare, explanation_compare.compare),
        (rules, explanation_rules.table_and_card),
        (keep, explanation_keep.keep),
    ):
        if tab.open:
            with tab:
                show_it(found)


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


def _conclusion(book: RuleBook, trace: Trace) -> Verdict:
    verdicts = conclusions(trace)

    def label(name: str) -> str:
        verdict = verdicts[name]
        drug = show.drug_name(book, verdict.drug)
        by = "" if verdict.layer == Layer.DOCUMENT else " (published criteria)"
        return show.escape(f"{KINDS[verdict.kind][0]} {drug}: {show.kind_label(verdict)}{by}")

    chosen = st.pills(
        "Conclusion (the first is the one for this disease)",
        list(verdicts),
        default=OVERALL,
        format_func=label,
        key="conclusion",
        required=True,
    )
    return verdicts[chosen or OVERALL]


if __name__ == "__main__":
    render()
