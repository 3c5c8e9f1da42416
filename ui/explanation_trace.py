"""The trace of one consultation: in which order the rules fired, and the whole of it to keep."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from engine.errors import Problem
from engine.export import as_markdown, consultation_report
from engine.grammar import label, seen_text
from engine.rulebook import RuleBook
from engine.trace import Firing, Trace
from engine.words import sentence
from ui import markup

HEAD = ("Order", "Rule", "Concludes", "On")


def record(book: RuleBook, trace: Trace, warnings: Sequence[Problem]) -> None:
    """The rules that fired, in their order, and the trace and the report as files."""
    st.header("Rules that fired, in this order", anchor=False)
    if trace.firings:
        rows = [_row(book, firing) for firing in trace.firings]
        caption = f"{len(rows)} of {len(book.rules)} rules fired"
        st.html(markup.table(caption, HEAD, rows, wide=frozenset({2})))
    else:
        st.html(markup.paragraph("No rule has fired: nothing that is known meets any of them."))
    st.header("To keep", anchor=False)
    st.html(
        markup.paragraph(
            "The report is for reading. The trace holds everything: facts, firings, the proof of "
            "every rule, verdicts. Run again with the same rule book, it gives the same."
        )
    )
    with st.container(horizontal=True):
        st.download_button(
            "Save the report (Markdown)",
            as_markdown(consultation_report(book, trace, warnings, full=True)),
            file_name="explanation.md",
            mime="text/markdown",
            icon=":material/description:",
            on_click="ignore",
        )
        st.download_button(
            "Save the trace (JSON)",
            trace.model_dump_json(indent=2) + "\n",
            file_name="trace.json",
            mime="application/json",
            icon=":material/data_object:",
            on_click="ignore",
        )
    st.html(
        markup.labelled("Rule book:", f"version {trace.rulebook.version}")
        + f'<p class="cds-text cds-small cds-muted cds-hash">SHA-256 '
        f"{markup.text(trace.rulebook.hash)}</p>"
    )


def _row(book: RuleBook, firing: Firing) -> tuple[str, str, str, str]:
    rule = book.rule[firing.rule]
    matched = dict.fromkeys(
        f"{label(book, support.source)}: {seen_text(book, support.source, support.value)}"
        for support in firing.supports
    )
    return (
        str(firing.sequence),
        f"{rule.id} {rule.title}",
        sentence(label(book, firing.concludes)),
        "; ".join(matched),
    )
