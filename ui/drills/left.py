"""Elsewhere in the program: that a drill was left in front of advice not yet explained."""

from __future__ import annotations

import streamlit as st

from ui.drills import kept
from ui.drills.words import LEFT

PAGE = "drills"


def notice(url_path: str) -> None:
    """Say so on every other screen, with the way back, until it is explained."""
    run = kept.read().last
    if url_path == PAGE or run is None or not run.unexplained:
        return
    with st.container(key="drill_left"):
        st.warning(LEFT, icon=":material/troubleshoot:")
        st.page_link("screen_drills.py", label="Back to the drill", icon=":material/arrow_back:")
