"""One combination of a map of whoever it may be: what is possible, and somebody who gets it."""

from __future__ import annotations

import streamlit as st

from engine.conditions import Value
from engine.export.map_words import SOMEBODY, kind_text
from engine.grammar import facts_text
from engine.inquiry.map_model import Cell, DecisionMap
from engine.trace import Kind
from engine.words import and_list, inside, sentence
from ui import markup
from ui.map import kept
from ui.map.drawn import Asked, somebody

SHOWN = "shown_kind"
EACH = "Each of these is the verdict of some patient who is told so, and was tried on one."
EVERY = "Every patient who is told so gets this verdict, whatever else is told."


def possible(asked: Asked, found: DecisionMap, cell: Cell) -> dict[str, Value]:
    """The kinds of verdict of a cell, those that nobody gets, and the patient who is shown."""
    several = len(cell.kinds) > 1
    never = [k for k in Kind if k not in cell.kinds and k is not Kind.OUTSIDE_DOCUMENT]
    badges = " ".join(markup.kind_badge(kind, kind_text(found, kind)) for kind in cell.kinds)
    proven = and_list(inside(kind_text(found, kind)) for kind in never)
    st.html(
        f'<p class="cds-text">{badges}</p>'
        + markup.paragraph(EACH if several else EVERY)
        + (markup.paragraph(f"Proven impossible: {proven}.", "cds-text cds-muted") if never else "")
    )
    entries = somebody(asked, _kind(found, cell), cell.places)
    told = markup.rows(
        (markup.BULLET, markup.text(fact)) for fact in facts_text(asked.book, entries)
    )
    st.html(markup.small_heading(sentence(SOMEBODY)) + told)
    return dict(entries)


def _kind(found: DecisionMap, cell: Cell) -> Kind:
    """Of which of the verdicts somebody is to be shown."""
    if len(cell.kinds) == 1:
        return cell.kinds[0]
    texts = {kind_text(found, kind): kind for kind in cell.kinds}
    now = kept.chosen(SHOWN)
    now = now if now in texts else next(iter(texts))
    chosen = st.selectbox(
        "Show somebody who gets",
        list(texts),
        index=list(texts).index(now),
        **kept.widget(SHOWN, now),
    )
    return texts[chosen]
