"""Why not, and what to ask next: the answers in words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from engine.export.inquiry import ask_part, robust_part, why_not_part, why_part
from engine.export.report import Item
from engine.export.routes import route_line
from engine.trace import Kind
from ui import inquiries, markup, show
from ui.explained import Explained
from ui.goal_choice import choose_goal

MOST_ROUTES = 3
MOST_QUESTIONS = 6
NO_DRUG = (
    "This conclusion is about no drug. Choose one of the others above to ask why, why not, or what "
    "would change it."
)
WORKING = "Trying every possibility…"


def no_drug() -> None:
    """Where the chosen conclusion cannot be asked about."""
    st.html(markup.paragraph(NO_DRUG))


def suffices(found: Explained) -> None:
    """Which facts suffice for the verdict, and whether the unknown can still change it."""
    if found.goal is None:
        return
    with st.spinner(WORKING):
        still = inquiries.still_open(found.key, found.goal)
        parts = [robust_part(found.book, found.verdict, still)]
        if found.verdict.kind is not Kind.NOT_ENOUGH_DATA:
            reasons = inquiries.reasons(found.key, found.goal)
            parts.insert(0, why_part(found.book, found.trace, reasons))
    with st.container(border=True, key="suffices"):
        for part in parts:
            st.header(part.title, anchor=False)
            st.html(markup.part(part))


def why_not(found: Explained) -> None:
    """Why the verdict is not of another kind, or a conclusion behind it not so, route by route."""
    if found.goal is None:
        no_drug()
        return
    goal = choose_goal(found, "why_not", "Why is it not …")
    answer = inquiries.routes(found.key, goal)
    part = why_not_part(found.book, found.trace, answer)
    with st.container(border=True, key="why_not"):
        st.header(show.escape(part.title), anchor=False)
        st.html(markup.paragraph(part.intro))
        for route in answer.routes[:MOST_ROUTES]:
            show.tree(route_line(found.book, route))
        rest = answer.routes[MOST_ROUTES:]
        if rest:
            title = f"Rules further off ({len(rest)})"
            with st.expander(title, key="further_routes"):
                show.trees(route_line(found.book, route) for route in rest)


def ask_next(found: Explained) -> None:
    """What to ask next, with what each answer would come to; and what is still possible."""
    if found.goal is None:
        no_drug()
        return
    with st.spinner(WORKING):
        asked = inquiries.questions(found.key, found.goal)
        still = inquiries.still_open(found.key, found.goal)
    left, right = st.columns([1.6, 1], gap="medium")
    with left, st.container(border=True, key="ask_next"):
        part = ask_part(found.book, found.verdict, asked)
        st.header(part.title, anchor=False)
        st.html(markup.paragraph(part.intro))
        _questions(part.items[:MOST_QUESTIONS], 1)
        if rest := part.items[MOST_QUESTIONS:]:
            with st.expander(f"Questions that settle less ({len(rest)})", key="more_questions"):
                _questions(rest, MOST_QUESTIONS + 1)
        if part.items and not found.read_only:
            st.page_link(
                "screen_profile.py",
                label="Tell it in the patient profile",
                icon=":material/person:",
            )
    with right, st.container(border=True, key="still_open"):
        part = robust_part(found.book, found.verdict, still)
        st.header(part.title, anchor=False)
        st.html(markup.part(part))


def _questions(items: Sequence[Item], first: int) -> None:
    for place, item in enumerate(items, start=first):
        st.html(markup.small_heading(f"{place}. {item.text}") + markup.items(item.under))
