"""What a question is about: a verdict of another kind, or a conclusion on the way to it."""

from __future__ import annotations

import streamlit as st

from engine.grammar import label
from engine.inquiry.goal import ConceptIs, Goal, VerdictIs, other, undone
from engine.inquiry.slice import concepts_behind
from engine.trace import Kind
from ui import markup
from ui.explained import Explained

ANYTHING_ELSE = "anything_else"
WIDE_ENOUGH = 480
"""Pixels for the name of a conclusion."""


def choose_goal(found: Explained, name: str, title: str, *, anything_else: bool = False) -> Goal:
    """Ask for a conclusion that was not reached. ``name`` tells the fields of one tab apart."""
    verdict = _verdict(found, name, title, anything_else=anything_else)
    concept = _concept(found, name)
    return verdict if concept is None else concept


def _verdict(found: Explained, name: str, title: str, *, anything_else: bool) -> VerdictIs:
    kinds: dict[str, Kind] = {kind.value: kind for kind in found.other_kinds}
    layer = found.verdict.layer

    def text(kind: str) -> str:
        if kind == ANYTHING_ELSE:
            return "Anything else than now"
        return markup.markdown(kinds[kind].said_by(layer))

    names = [*kinds, ANYTHING_ELSE] if anything_else else list(kinds)
    chosen = st.pills(
        title,
        names,
        default=names[0],
        format_func=text,
        key=f"{name}_{layer}_{found.verdict.kind.value}",
        required=True,
    )
    if chosen == ANYTHING_ELSE:
        return undone(found.verdict)
    return other(found.verdict, kinds[chosen or names[0]])


def _concept(found: Explained, name: str) -> ConceptIs | None:
    """A conclusion behind the verdict that is not known to be so, if one is chosen."""
    goals = {
        f"{label(found.book, each.concept)}: {'yes' if each.yes else 'no'}": each
        for each in _open_concepts(found)
    }
    chosen = st.selectbox(
        "… or a conclusion on the way to it",
        list(goals),
        index=None,
        placeholder="Choose a conclusion",
        key=f"{name}_concept_{found.verdict.layer}_{found.verdict.drug}",
        width=WIDE_ENOUGH,
    )
    return None if chosen is None else goals[chosen]


def _open_concepts(found: Explained) -> list[ConceptIs]:
    if found.goal is None:
        return []
    concepts = concepts_behind(found.book, found.goal.rules(found.book))
    goals = [ConceptIs(concept, yes) for concept in concepts for yes in (True, False)]
    return [goal for goal in goals if not goal.holds_for(found.trace)]
