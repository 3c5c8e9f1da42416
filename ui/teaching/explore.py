"""The choice between answering first and looking around freely; it is remembered."""

from __future__ import annotations

import streamlit as st

from ui.teaching import moves as case_moves

EXPLORE = "Explore without answering"
EXPLORE_HELP = (
    "Shows at each step at once what the rules say. What you have committed stays as it is."
)


def toggle() -> None:
    """The choice between answering first and looking around freely."""
    name = "case_explore"
    if st.session_state.get(name) != case_moves.exploring():
        st.session_state[name] = case_moves.exploring()
    st.toggle(
        EXPLORE,
        key=name,
        help=EXPLORE_HELP,
        on_change=case_moves.explore_chosen,
        args=(name,),
    )
