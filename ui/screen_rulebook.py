"""The screen *Rule book*: the document's sentences beside the rules that rest on them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from engine.trace import Trace
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from ui import (
    markup,
    rulebook_choice,
    rulebook_criteria,
    rulebook_paragraphs,
    rulebook_readings,
    rulebook_reasoning,
    show,
    state,
)

TABS = (
    "Paragraphs",
    "Published criteria",
    "Sources",
    "Vague words",
    "What the document does not say",
    "Glossary",
    "How it reasons",
)


def render() -> None:
    """The whole screen."""
    book = RULEBOOK
    st.title("Rule book", anchor=False)
    st.html(
        markup.paragraph(
            "Every sentence of the document beside the rules that rest on it, and every rule "
            "beside its sentences."
        )
        + markup.paragraph(
            f"Version {book.version} · {len(book.statements)} statements · {len(book.rules)} "
            f"rules, and {len(FULL_RULEBOOK.rules) - len(book.rules)} of published criteria · "
            f"SHA-256 {book.content_hash[:12]}…",
            "cds-text cds-small cds-muted",
        )
    )
    if rulebook_criteria.asked() is None and (missing := rulebook_choice.not_found(book)):
        st.info(show.escape(f"{missing} Search for it, or choose below."))
    tabs = st.tabs(TABS, key="part", bind="query-params")
    bodies: tuple[Callable[[], None], ...] = (
        _paragraphs,
        lambda: rulebook_criteria.criteria(_trace()),
        rulebook_criteria.sources,
        lambda: rulebook_readings.vague_words(_trace()),
        rulebook_reasoning.silences,
        rulebook_reasoning.glossary,
        rulebook_reasoning.how_it_reasons,
    )
    for tab, body in zip(tabs, bodies, strict=True):
        if tab.open:
            with tab:
                body()


def _paragraphs() -> None:
    """The document; before it a rule of published criteria, where the address asks for one."""
    if (rule := rulebook_criteria.asked()) is not None:
        st.header("A rule of published criteria", anchor=False)
        rulebook_criteria.card(rule, _trace(), framed=True)
    rulebook_paragraphs.paragraphs(RULEBOOK, _trace())


def _trace() -> Trace | None:
    """The trace of the current patient, so that rules can show how they stand."""
    return None if state.patient().is_empty else state.consultation().trace


if __name__ == "__main__":
    render()
