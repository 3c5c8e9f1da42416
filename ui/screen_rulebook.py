"""The screen *Rule book*: the document's sentences beside the rules that rest on them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from engine.trace import Trace
from ui import markup, rulebook_choice, rulebook_paragraphs, rulebook_reasoning, show, state

TABS = (
    "Paragraphs",
    "Vague words",
    "What the document does not say",
    "Glossary",
    "How it reasons",
)


def render() -> None:
    """The whole screen."""
    book = state.book
    st.title("Rule book", anchor=False)
    st.html(
        markup.paragraph(
            "Every sentence of the document beside the rules that rest on it, and every rule "
            "beside its sentences."
        )
        + markup.paragraph(
            f"Version {book.version} · {len(book.statements)} statements · {len(book.rules)} "
            f"rules · SHA-256 {book.content_hash[:12]}…",
            "cds-text cds-small cds-muted",
        )
    )
    if missing := rulebook_choice.not_found(book):
        st.info(show.escape(f"{missing} Search for it, or choose below."))
    tabs = st.tabs(TABS, key="part", bind="query-params")
    bodies: tuple[Callable[[], None], ...] = (
        lambda: rulebook_paragraphs.paragraphs(book, _trace()),
        rulebook_reasoning.vague_words,
        rulebook_reasoning.silences,
        rulebook_reasoning.glossary,
        rulebook_reasoning.how_it_reasons,
    )
    for tab, body in zip(tabs, bodies, strict=True):
        if tab.open:
            with tab:
                body()


def _trace() -> Trace | None:
    """The trace of the current patient, so that rules can show how they stand."""
    return None if state.patient().is_empty else state.consultation().trace


if __name__ == "__main__":
    render()
