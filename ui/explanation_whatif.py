"""What would change it: the smallest edits, and a copy of the patient to try things on."""

from __future__ import annotations

import streamlit as st

from engine.conditions import Value
from engine.export.inquiry import what_if_part
from engine.inquiry.goal import reached
from engine.inquiry.whatif import MOST_TRIED, EditSet, WhatIf
from engine.inquiry.words import edits_text
from ui import explanation_sandbox, inquiries, markup, show
from ui.explained import Explained
from ui.explanation_questions import WORKING, no_drug
from ui.goal_choice import choose_goal


def what_if(found: Explained) -> None:
    """On the left what would change the verdict, on the right the copy to try it on."""
    if found.goal is None:
        no_drug()
        return
    goal = choose_goal(found, "what_if", "What would make it …", anything_else=True)
    left, right = st.columns([1.25, 1], gap="medium")
    with left:
        allowed = _allowed(found)
        with st.spinner(WORKING):
            answer = inquiries.smallest_edits(found.key, goal, allowed, MOST_TRIED)
        _edits(found, answer)
    with right:
        explanation_sandbox.sandbox(found)


def _allowed(found: Explained) -> frozenset[str]:
    """The findings that may change; what stays as it is can be chosen."""
    vocabulary = found.book.vocabulary
    known = {vocabulary.owner[name].id for name in found.trace.entries}
    names = [name for name in vocabulary.by_id if name in known]
    given = [finding.id for finding in vocabulary.given if finding.id in known]
    kept = st.multiselect(
        "Stays as it is",
        names,
        default=given,
        format_func=lambda name: vocabulary.by_id[name].label,
        key="what_if_kept",
        help="What is known and may not change. Everything else may be told or changed.",
    )
    return frozenset(vocabulary.by_id) - frozenset(kept)


def _edits(found: Explained, answer: WhatIf) -> None:
    part = what_if_part(found.book, answer)
    with st.container(border=True, key="what_if"):
        st.header(show.escape(part.title), anchor=False)
        st.html(markup.paragraph(part.intro))
        for place, each in enumerate(answer.sets):
            _edit_set(found, each, place)


def _edit_set(found: Explained, each: EditSet, place: int) -> None:
    texts = edits_text(found.book.vocabulary, each.edits)
    after = reached(found.verdict).verdict(each.trace)
    head = "All of these together" if len(texts) > 1 else ""
    with st.container(key=f"edit_set_{place}", border=True):
        st.html(
            (markup.small_heading(head) if head else "")
            + markup.rows((markup.BULLET, markup.text(text)) for text in texts)
            + f'<p class="cds-text cds-small">{markup.kind_badge(after.kind, after.label)} '
            f"{markup.text(show.verdict_text(found.book, after))}</p>"
        )
        st.button(
            "Try it on the copy",
            icon=":material/science:",
            key=f"try_{place}",
            on_click=explanation_sandbox.start_with,
            args=(found.key, dict[str, Value](each.entries)),
        )
