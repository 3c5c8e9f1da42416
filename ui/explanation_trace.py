"""In which order the rules fired, and on which facts."""

from __future__ import annotations

import streamlit as st

from engine.grammar import label, seen_text
from engine.rulebook import RuleBook
from engine.trace import Firing, Trace
from engine.words import sentence
from ui import markup

HEAD = ("Order", "Rule", "Concludes", "On")


def order(book: RuleBook, trace: Trace) -> None:
    """The rules that fired, in their order, each with the facts that it matched."""
    if trace.firings:
        rows = [_row(book, firing) for firing in trace.firings]
        caption = f"{len(rows)} of {len(book.rules)} rules fired"
        st.html(markup.table(caption, HEAD, rows, wide=frozenset({2})))
    else:
        st.html(markup.paragraph("No rule has fired: nothing that is known meets any of them."))


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
