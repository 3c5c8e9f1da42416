"""All rules for one patient: a table by what became of them, and one of them in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from engine.explain import RuleStory, Status, rule_stories
from engine.rulebook import RuleBook
from engine.words import sentence
from ui import explanation_trace, markup, show
from ui.explained import Explained

ALL = "all"
HEAD = ("Rule", "Status", "About", "Because of")
NO_BREAK = "\xa0"
FEW = 3
"""Conditions shown in a row; the card has them all."""


def table_and_card(found: Explained) -> None:
    """The rules that pass the filters as a table, beside it the card of one.

    At first that is the first rule behind the verdict.
    """
    book, trace = found.book, found.trace
    stories = {story.rule.id: story for story in rule_stories(book, trace)}
    shown = _filtered(book, stories)
    if not shown:
        st.html(markup.paragraph("No rule is like this. Choose another filter."))
        return
    left, right = st.columns([1.35, 1], gap="medium")
    with right:
        st.header("One rule in full", anchor=False)
        name = st.selectbox(
            "Choose a rule",
            list(shown),
            index=_first_of(found.verdict.rules, list(shown)),
            format_func=lambda name: f"{_mark(shown[name])} {name} {shown[name].rule.title}",
            key="explained_rule",
        )
        show.rule_card(book, shown[name].rule, shown[name])
        st.page_link(
            "screen_rulebook.py",
            label="See it beside its sentences",
            icon=":material/menu_book:",
            query_params={"rule": name},
        )
    with left:
        rows = [
            (id_, standing(story), sentence(story.rule.title), because(story))
            for id_, story in shown.items()
        ]
        caption = f"{len(shown)} of {len(stories)} rules, in the order of the document"
        st.html(markup.table(caption, HEAD, rows, chosen=name, wide=frozenset({3}), scrolls=True))
        with st.expander("Rules that fired, in this order", key="firing_order"):
            explanation_trace.order(book, trace)


def _first_of(wanted: Sequence[str], names: list[str]) -> int:
    return next((names.index(name) for name in wanted if name in names), 0)


def _filtered(book: RuleBook, stories: dict[str, RuleStory]) -> dict[str, RuleStory]:
    counted = Counter(story.status.value for story in stories.values())
    chapters = {chapter.id: chapter for chapter in book.chapters}
    with st.container(horizontal=True, vertical_alignment="top"):
        status = st.segmented_control(
            "Show",
            [ALL, *(status.value for status in Status)],
            default=ALL,
            format_func=lambda s: (
                f"All {len(stories)}"
                if s == ALL
                else f"{sentence(Status.of(s).label)} {counted[s]}"
            ),
            key="rules_status",
            required=True,
        )
        chapter = st.selectbox(
            "Chapter",
            [ALL, *chapters],
            format_func=lambda c: "All chapters" if c == ALL else chapters[c].title,
            key="rules_chapter",
            width=340,
        )
    wanted = book.rules if chapter == ALL else chapters[chapter].rules
    return {
        rule.id: stories[rule.id]
        for rule in wanted
        if status in (None, ALL) or stories[rule.id].status.value == status
    }


def _mark(story: RuleStory) -> str:
    return markup.status_mark(story.status)


def standing(story: RuleStory) -> str:
    """What became of a rule, in a few words."""
    order = f", no.{NO_BREAK}{story.order}" if story.order is not None else ""
    return f"{_mark(story)}{NO_BREAK}{story.status.label}{order}"


def because(story: RuleStory) -> str:
    """The first few conditions that made it so."""
    lines = story.met or story.blocked_by or story.waiting_for
    more = f" and {len(lines) - FEW} more" if len(lines) > FEW else ""
    return "; ".join(line.text for line in lines[:FEW]) + more
