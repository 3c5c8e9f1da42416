"""Asking before the runs are forgotten."""

from __future__ import annotations

import streamlit as st

from engine.words import counted
from ui import markup
from ui.drills import moves


def confirm(runs: int) -> None:
    """Ask before everything is forgotten; closing the question keeps it."""

    @st.dialog("Forget your drills?", on_dismiss=moves.keep_all)
    def ask() -> None:
        if not moves.to_forget_asked():
            st.rerun()
        told = f"The answers of {counted(runs, 'run')} are deleted. This cannot be undone."
        st.html(markup.paragraph(told))
        with st.container(horizontal=True):
            st.button("Forget them", type="primary", key="drill_forget_yes", on_click=moves.forget)
            st.button("Keep them", key="drill_forget_no", on_click=moves.keep_all)

    ask()
