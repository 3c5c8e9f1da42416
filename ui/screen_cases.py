"""The screen *Teaching cases*: the library, or the one case that the address names."""

from __future__ import annotations

import streamlit as st

from cases.load import case_by_id
from cases.model import Case
from cases.own import every_case, own_cases
from engine.errors import CaseError, InputError, Problem
from ui import show
from ui.teaching import focus as case_focus
from ui.teaching import library_view as case_library_view
from ui.teaching import moves as case_moves
from ui.teaching import step_view as case_step_view
from ui.teaching import style as case_style


def render() -> None:
    """The case named by ``?case=``; without one, or with one that does not exist, the library."""
    case_style.apply()
    try:
        cases = every_case()
    except CaseError as error:
        st.title("Teaching cases", anchor=False)
        show.problems([_named(problem) for problem in error.problems], error.heading)
        return
    asked = st.query_params.get(case_moves.CASE)
    try:
        case = case_by_id(asked, cases) if asked else None
    except CaseError as error:
        case_library_view.library_view(cases, error.problems)
        _unusable()
    else:
        _shown(case, cases)
    case_focus.take()


def _named(problem: Problem) -> Problem:
    """A problem of a case file, whose place is no finding but a file and a key in it."""
    return Problem("", f"{problem.field}: {problem.wrong}", problem.mend)


def _unusable() -> None:
    """Own cases that cannot be used, at the end: they hide no other."""
    if wrong := own_cases().problems:
        with st.container(key="case_unusable"):
            show.problems([_named(problem) for problem in wrong], "Cases that cannot be used")


def _shown(case: Case | None, cases: tuple[Case, ...]) -> None:
    if case is None:
        case_library_view.library_view(cases)
        _unusable()
        return
    try:
        case_step_view.case_view(case)
    except InputError as error:
        show.problems(error.problems, "This case cannot be shown")


render()
