"""The tab *Write*: where the draft begins, how far it has come, and the part being written."""

from __future__ import annotations

import streamlit as st

from ui import widget_keys
from ui.desk import about, begin, kept, problems
from ui.desk import step as desk_step
from ui.desk.desk import Desk


def write(desk: Desk) -> None:
    """The editor, a part at a time."""
    with st.expander(
        "Begin another case", icon=":material/note_add:", key=f"desk_another_{desk.move}"
    ):
        begin.panel(another=True)
    begin.left_out()
    problems.listed(desk)
    parts = problems.parts(desk)
    if st.session_state.get(kept.PART) not in parts:
        st.session_state[kept.PART] = kept.ABOUT
    st.html(problems.tallies(desk))
    with st.container(horizontal=True, vertical_alignment="center", key="desk_parts"):
        chosen = st.pills(
            "Part",
            list(parts),
            format_func=parts.__getitem__,
            key=kept.PART,
            required=True,
            wrap=True,
            label_visibility="collapsed",
            persist_state="session",
        )
        desk_step.add(desk)
        if kept.can_undo():
            st.button(
                "Undo the last move",
                icon=":material/undo:",
                key="desk_undo",
                on_click=kept.undo,
                args=(desk.move,),
                help="Brings back the case as it was before a step, an option or a finding was "
                "added, moved or removed; pressed again, it goes back.",
            )
    with widget_keys.drawing():
        if chosen is None or chosen == kept.ABOUT:
            about.about(desk)
        else:
            desk_step.step(desk, list(parts).index(chosen) - 1)
