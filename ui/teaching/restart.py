"""Asking before answers are forgotten."""

from __future__ import annotations

import streamlit as st

from cases.model import Case
from ui import markup
from ui.teaching import moves as case_moves


def confirm(case: Case, answered: int) -> None:
    """Ask before answers are forgotten; closing the question keeps them."""

    @st.dialog("Begin this case again?", on_dismiss=case_moves.keep_answers)
    def ask() -> None:
        if not case_moves.restart_asked(case):
            st.rerun()
        number = "answer" if answered == 1 else "answers"
        st.html(
            markup.paragraph(
                f"Your {answered} {number} to it will be forgotten, and it begins at step 1."
                if answered
                else "It begins at step 1."
            )
        )
        with st.container(horizontal=True):
            st.button(
                "Forget and begin again",
                type="primary",
                key="case_restart_yes",
                on_click=case_moves.restart,
                args=(case,),
            )
            st.button("Keep my answers", key="case_restart_no", on_click=case_moves.keep_answers)

    ask()
