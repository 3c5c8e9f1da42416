"""What the rules answer after a step of the draft, and whether exactly one option says the same."""

from __future__ import annotations

import streamlit as st

from cases.play import book_behind
from engine.words import and_list
from ui import form_notes, markup, show
from ui.desk.desk import Desk
from ui.teaching import markup as teaching

THE_RULES = f'<p class="cds-text">{teaching.RULES} This is what the rules answer.</p>'
WRITTEN = "This is asked of the rules after every entry, and written into the case as it stands."


def box(desk: Desk, number: int) -> None:
    """The verdict after a step (counted from 0), the rules that fired, and any mismatch."""
    found = desk.answers[number]
    parts = ['<h3 class="cds-title">What the rules answer after this step</h3>']
    if found.trace is None or found.verdict is None:
        parts.append(markup.paragraph("They cannot be asked: the findings contradict each other."))
        parts += [form_notes.wrong(f"{p.wrong} {p.mend}") for p in found.problems]
    else:
        book, verdict = book_behind(found.trace), found.verdict
        drug = show.drug_name(book, verdict.drug)
        fired = and_list(found.trace.fired) or "none"
        parts += [
            (
                f'<p class="cds-text">{teaching.badge(verdict)} '
                f"<strong>{markup.text(drug)}.</strong> "
                f"{markup.text(show.verdict_text(book, verdict))}</p>"
            ),
            markup.labelled("Rules that fired:", fired),
            markup.paragraph(WRITTEN, "cds-text cds-small cds-muted"),
        ]
    if found.mismatch is not None:
        wrong = found.mismatch
        parts.append(form_notes.wrong(f"{wrong.wrong} {wrong.mend}"))
    with st.container(key="desk_answer"):
        st.html(f'<div class="case-answer">{"".join(parts)}</div>')
