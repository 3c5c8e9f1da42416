"""The rules of published criteria, room by room, and the sources that they rest on."""

from __future__ import annotations

import streamlit as st

from engine.explain import RuleStory, rule_story
from engine.rule import Layer, Rule
from engine.trace import Trace
from engine.words import sentence
from rules.full import FULL_RULEBOOK
from ui import markup, show

INTRO = (
    "Beside the document stand published criteria, labels and guidelines. Each rule cites its "
    "sources, each number carries its mark, and nothing here changes what the document says."
)
ROOM = "criteria_room"


def criteria(trace: Trace | None) -> None:
    """One room of published criteria, its rules to be opened one by one."""
    rooms = {
        chapter.id: chapter
        for chapter in FULL_RULEBOOK.chapters
        if any(rule.layer is Layer.REFERENCE for rule in chapter.rules)
    }
    st.header("Published criteria", anchor=False)
    st.html(markup.paragraph(INTRO))
    name = st.selectbox(
        "Room",
        list(rooms),
        format_func=lambda room: f"{rooms[room].title} ({len(rooms[room].rules)})",
        key=ROOM,
    )
    chosen = rooms[name]
    if chosen.intro:
        st.html(markup.paragraph(chosen.intro, "cds-text cds-muted"))
    with st.container(gap="xsmall"):
        for rule in chosen.rules:
            with st.expander(_label(rule, trace), key=f"criteria_{rule.id}"):
                card(rule, trace)


def card(rule: Rule, trace: Trace | None, *, framed: bool = False) -> None:
    """A rule of published criteria in full, with how it stands where criteria are in force."""
    show.rule_card(FULL_RULEBOOK, rule, _story(rule, trace), framed=framed)


def asked() -> Rule | None:
    """The rule of published criteria that the address asks for."""
    rule = FULL_RULEBOOK.rule.get(st.query_params.get("rule", "").upper())
    return rule if rule is not None and rule.layer is Layer.REFERENCE else None


def sources() -> None:
    """Every published source: who, what, when, how sure, and which rules rest on it."""
    st.header("Sources", anchor=False)
    st.html(
        markup.paragraph(
            "What was not read at the source is marked as general knowledge: check the source "
            "before relying on it."
        )
    )
    rows = [
        (
            found.id,
            f"{found.text}. {found.says}",
            found.confidence.label,
            ", ".join(rule.id for rule in FULL_RULEBOOK.rules if found.id in rule.cites)
            or "numbers and calculations",
            found.link,
        )
        for found in FULL_RULEBOOK.references
    ]
    head = ("Source", "What is used of it", "How sure", "Rules", "Link")
    st.html(markup.table(f"{len(rows)} published sources", head, rows, scrolls=True))


def _story(rule: Rule, trace: Trace | None) -> RuleStory | None:
    if trace is None or rule.layer.value not in trace.layers:
        return None
    return rule_story(FULL_RULEBOOK, trace, rule.id)


def _label(rule: Rule, trace: Trace | None) -> str:
    head = show.escape(f"{rule.id} · {sentence(rule.title)}")
    story = _story(rule, trace)
    if story is None:
        return head
    return f"{head} · {markup.status_mark(story.status)} {story.status.label}"
