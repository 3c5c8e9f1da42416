"""The name for the report: a field that asks for nothing, and says so."""

from __future__ import annotations

import streamlit as st

from engine.errors import Problem
from ui import learner, markup, show, state
from ui.learning.nickname import LONGEST, WrongNameError
from ui.teaching.moves import to_its_end

KEY = "nickname_typed"
_PROBLEM, _SHOWN = "nickname_problem", "nickname_shown"

ASIDE = (
    "No name and no other personal data is asked for; leave it empty, or use one that only you "
    "know. It stands in the report and in your data, nowhere else."
)


def field() -> None:
    """The field, with what is wrong with what was typed; that stays in it."""
    kept = learner.nickname()
    wrong = st.session_state.get(_PROBLEM)
    if not wrong and st.session_state.get(_SHOWN) != kept:
        st.session_state[KEY] = kept  # another tab, or another learner
    st.session_state[_SHOWN] = kept
    with st.container(key="case_nickname", gap="xsmall"):
        if wrong:
            show.problems([Problem("", wrong, "")], "This cannot be the name on the report")
        st.text_input(
            f"A name for the report (optional, at most {LONGEST} characters)",
            key=KEY,
            on_change=_typed,
            autocomplete="off",
            persist_state="session",
            width=420,
        )
        st.html(markup.paragraph(ASIDE, "cds-text cds-small cds-muted"))


@to_its_end
def _typed() -> None:
    """Keep the name; one that cannot be shown is refused and stays in the field."""
    state.start()
    typed = str(st.session_state.get(KEY) or "")
    try:
        learner.save_nickname(typed)
    except WrongNameError as error:
        st.session_state[_PROBLEM] = str(error)
        return
    st.session_state.pop(_PROBLEM, None)
    st.session_state.pop(_SHOWN, None)  # shown as it is kept
