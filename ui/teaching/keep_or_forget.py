"""Taking one's answers along, and having them forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from cases.model import Case
from engine.export.web_page import as_web_page
from engine.words import counted
from ui import learner, markup
from ui.teaching import moves as case_moves
from ui.teaching import nickname as case_nickname
from ui.teaching.learner_report import as_data, learner_report
from ui.teaching.progress import Progress

TOLD = (
    "Your answers are kept in the database of this program only, under a code in place of your "
    "name. Anyone with the address of this page, or with the code, can see them."
)


def choices(cases: Sequence[Case], found: Mapping[str, Progress]) -> None:
    """A report, the data, or nothing left of either."""
    # Looked up here: a file is made when it is asked for, where there is no session.
    name, gone = learner.nickname(), learner.cases_but(case.id for case in cases)
    with st.container(horizontal=True, key="case_keep"):
        st.download_button(
            "Report to print",
            partial(_page, cases, found, name),
            file_name="my-teaching-cases.html",
            mime="text/html",
            icon=":material/print:",
            on_click="ignore",
            key="case_report",
        )
        st.download_button(
            "My data",
            partial(as_data, cases, found, name, learner.documents(), gone),
            file_name="my-teaching-cases.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
            key="case_data",
        )
        st.button(
            "Forget my answers",
            icon=":material/delete:",
            key="case_forget",
            on_click=case_moves.TO_FORGET.ask,
        )
    st.html(markup.paragraph(TOLD, "cds-text cds-small cds-muted"))
    case_nickname.field()
    case_moves.TO_FORGET.show(
        "Forget all of your answers?", _what_is_deleted(found), case_moves.forget_all
    )


def _page(cases: Sequence[Case], found: Mapping[str, Progress], nickname: str) -> str:
    return as_web_page(learner_report(cases, found, nickname))


def _what_is_deleted(found: Mapping[str, Progress]) -> str:
    answered = counted(sum(len(progress.answers) for progress in found.values()), "answer")
    return (
        f"Your {answered}, what you said of twins, your name for the report and your code are "
        "deleted, wherever you used it. This cannot be undone."
    )
