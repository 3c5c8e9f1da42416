"""The part before the steps: what the case is called, whom it is for, what is to be taken away."""

from __future__ import annotations

import streamlit as st

from cases.draft import MOST_OBJECTIVES, layers_of
from cases.draft_edit import at
from cases.model import Group
from engine.rule import Layer
from engine.words import sentence
from ui.desk import fields
from ui.desk.desk import Desk
from ui.teaching.markup import LEVELS

ID_HINT = "The name of the file: small letters, digits and hyphens."
GROUPS = {group.value: sentence(group.label) for group in Group}
LEVEL_WORDS = {level: f"{level} ({words})" for level, words in LEVELS.items()}


def about(desk: Desk) -> None:
    """Everything of a case but its steps."""
    with st.container(border=True, key="desk_about"):
        st.header("About the case", anchor=False)
        with st.container(key="desk_about_grid"):
            fields.line(desk, ("title",), "Title", "Shown before the first step.")
            fields.line(desk, ("id",), "Id", ID_HINT)
            fields.line(desk, ("patient",), "Patient", "For instance: A 33-year-old woman.")
            fields.choice(desk, ("group",), "Group", GROUPS)
            fields.choice(desk, ("level",), "Level", LEVEL_WORDS)
            fields.number(desk, ("minutes",), "Minutes", "About how long it takes.")
        fields.switch(
            desk,
            ("layers",),
            "With published criteria beside the document",
            [layer.value for layer in Layer],
            is_on=Layer.REFERENCE in layers_of(desk.draft),
            hint="More findings can be told, and a question can ask what published criteria say.",
        )
        _objectives(desk)
        fields.paragraphs(
            desk,
            ("vignette",),
            "How it begins (vignette)",
            "Shown before the first step; it must not give an answer away.",
        )
    with st.container(border=True, key="desk_away"):
        st.header("To take away", anchor=False)
        fields.paragraphs(desk, ("teaching_point",), "Teaching point")
        fields.paragraphs(desk, ("common_error",), "Common error")


def _objectives(desk: Desk) -> None:
    """As many lines as there are objectives, and one more to write in."""
    written = at(desk.draft, ("objectives",), [])
    number = len(written) if isinstance(written, list) else 0
    full = number and all(str(each).strip() for each in written[:number])
    for place in range(min(max(number + bool(full), 1), max(MOST_OBJECTIVES, number))):
        also = ("objectives",) if place == 0 else ()
        fields.line(desk, ("objectives", place), f"Objective {place + 1}", "", *also)
