"""The switch for published criteria, and what it says of itself."""

from __future__ import annotations

import streamlit as st

from engine.trace import Verdict
from rules import RULEBOOK
from rules.vocabulary.full import FULL_VOCABULARY
from ui import markup, state, widget_keys
from ui.keeping import uninterrupted


def switch() -> None:
    """Whether published criteria stand beside the document, and what that adds."""
    on = state.criteria_on()
    name = widget_keys.key_for("criteria", lambda shown: bool(shown) is on)

    def switched() -> None:
        state.set_criteria(bool(st.session_state[name]))

    with st.container(key="layers", gap=None):
        st.toggle(
            "Published criteria beside the document",
            value=on,
            key=name,
            on_change=uninterrupted,
            args=(switched,),
        )
        st.html(markup.paragraph(_what_it_adds(on), "cds-hint cds-muted cds-small"))


def by_criteria(verdict: Verdict) -> str:
    """The kind of a verdict of published criteria, for a badge beside that of the document."""
    label = verdict.label
    return label if "publish" in label.lower() else f"{label} by published criteria"


def _what_it_adds(on: bool) -> str:
    patient = state.patient()
    diagnosis = patient.answers.get(FULL_VOCABULARY.diagnosis.id)
    document = RULEBOOK.vocabulary.by_id
    added = [finding for finding in FULL_VOCABULARY.findings if finding.id not in document]
    number = sum(FULL_VOCABULARY.applies(finding, diagnosis) for finding in added)
    words = (
        f"Adds {number} questions and a second verdict; the document's own verdict never changes."
    )
    kept = sum(f.id in patient.answers or f.id in patient.refused for f in added)
    if kept and not on:
        answers = "1 answer" if kept == 1 else f"{kept} answers"
        words += f" {answers} to them are kept, without effect while this is off."
    return words
