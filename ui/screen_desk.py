"""The screen *Write a case*: an educator writes a case, looks at it, checks it and saves it."""

from __future__ import annotations

import streamlit as st

from engine.errors import CaseError
from ui import markup, show
from ui.desk import begin, checking, kept, preview, problems, saving, write
from ui.desk import desk as desk_whole
from ui.desk import style as desk_style
from ui.teaching import style as case_style
from ui.teaching.judge import Failure

TABS = ("Write", "Preview", "Check", "Save")
INTRO = (
    "Write a teaching case without code. What the rules answer is asked of them as you write. "
    "Everything is kept as you leave it. Patients are fictional: enter no real one."
)


def render() -> None:
    """The draft on the desk; without one, the ways to begin."""
    desk_style.apply()
    case_style.apply()
    st.title("Write a case", anchor=False)
    st.html(markup.paragraph(INTRO))
    try:
        _desk()
    except CaseError as error:
        show.problems(error.problems, error.heading)


def _desk() -> None:
    draft = kept.draft()
    if draft is None:
        with st.container(border=True, key="desk_beginning"):
            st.header("Where to begin", anchor=False)
            begin.panel(another=False)
        return
    desk = desk_whole.opened(draft, kept.move())
    if isinstance(desk, Failure):
        desk.show()
        return
    st.html(problems.badges(desk))
    tabs = st.tabs(TABS, key="desk_view", bind="query-params")
    rooms = (write.write, preview.preview, checking.check, saving.save)
    for tab, room in zip(tabs, rooms, strict=True):
        if tab.open:
            with tab:
                room(desk)


render()
