"""The question of a step: what to commit to, and the whole exchange once it is locked."""

from __future__ import annotations

import streamlit as st

from cases.model import Case
from engine.words import sentence
from ui import markup, show
from ui.teaching import beside_verdict as case_beside_verdict
from ui.teaching import facts_named as case_facts_named
from ui.teaching import feedback as case_feedback
from ui.teaching import guide as case_guide
from ui.teaching import moves as case_moves
from ui.teaching.progress import LONGEST_REASON, Progress, Sure


def question(case: Case, step: int, found: Progress, *, exploring: bool) -> None:
    """The question; the rules' answer only beside a committed one, or for those who explore."""
    with st.container(border=True, key="case_question"):
        st.header(show.escape(case.steps[step].question.prompt), anchor=False)
        if step in found.answers:
            case_feedback.beside(case, step, found.answers[step])
        elif found.is_worked(case, step):
            case_moves.note_worked(case, step)
            case_guide.worked(case, step)
        elif exploring:
            case_moves.note_shown(case, step)
            case_feedback.alone(case, step)
        else:
            case_guide.cued(case, step)
            _form(case, step, case_moves.form_name(case, step, found))


def _form(case: Case, step: int, name: str) -> None:
    if refused := case_moves.problems(name):
        with st.container(key="case_error"):
            show.problems(refused)
    offered = case.steps[step].question.options
    # Not a form: what is chosen would be lost when the learner looks at another screen first.
    with st.container(key=name):
        st.radio(
            "Choose one answer",
            range(len(offered)),
            index=None,
            format_func=lambda number: markup.markdown(offered[number].text),
            key=f"{name}_pick",
            persist_state="session",
        )
        case_beside_verdict.choose(case, step, name)
        case_facts_named.choose(case, step, name)
        st.segmented_control(
            "How sure are you?",
            [sure.value for sure in Sure],
            format_func=lambda value: sentence(Sure.of(value).label),
            key=f"{name}_sure",
            persist_state="session",
        )
        st.text_input(
            "Your reason (optional)",
            max_chars=LONGEST_REASON,
            key=f"{name}_reason",
            persist_state="session",
        )
        st.button(
            "Commit answer",
            icon=":material/lock:",
            type="primary",
            on_click=case_moves.commit,
            args=(case, step, name),
            key=f"{name}_commit",
        )
    st.html(
        markup.paragraph(
            "Once committed, an answer stays as it is. Then you see what the rules say, and why.",
            "cds-text cds-small cds-muted",
        )
    )
