"""The tab *Preview*: the case as a learner sees it. Nothing of it is kept as anyone's progress."""

from __future__ import annotations

import streamlit as st

from cases.handout import handout
from cases.model import Case
from engine.export.report import Report
from engine.export.web_page import as_web_page
from ui import markup, show
from ui.desk import problems
from ui.desk.desk import Desk
from ui.teaching import feedback as case_feedback
from ui.teaching import markup as case_markup
from ui.teaching import step_view as case_step_view
from ui.teaching import style as case_style
from ui.teaching.judge import Failure, attempted
from ui.teaching.progress import Answer, Sure

NOT_YET = "A preview needs a case in which nothing is missing. These places are left:"
THROWN_AWAY = "What you choose here is thrown away: it is nobody's answer."
_STEP = "desk_preview_step"


def preview(desk: Desk) -> None:
    """A step at a time with its feedback, what is taken away, and the printed hand-out."""
    case_style.apply()
    case = desk.looked.case
    if case is None:
        st.html(markup.paragraph(NOT_YET) + problems.rows(desk.looked.faults))
        return
    st.html(
        f'<h2 class="cds-title">{markup.text(case.title)}</h2>'
        + case_markup.about(case)
        + markup.paragraph(THROWN_AWAY, "cds-text cds-small cds-muted")
    )
    last = len(case.steps)
    if st.session_state.get(_STEP) not in range(last + 1):
        st.session_state[_STEP] = 0
    step = st.pills(
        "Step of the preview",
        range(last + 1),
        format_func=lambda number: "What to take away" if number == last else f"Step {number + 1}",
        key=_STEP,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    if step is None or step < last:
        _step(desk, case, step or 0)
    else:
        _away(case)
    _handout(desk, case)


def _step(desk: Desk, case: Case, step: int) -> None:
    offered = case.steps[step].question.options
    with st.container(key="case_layout"):
        with st.container(key="case_new_area"):
            case_step_view.story(case, step)
        with st.container(key="case_side_area"):
            case_step_view.known_before(case, step)
        with (
            st.container(key="case_question_area"),
            st.container(border=True, key="case_question"),
        ):
            st.header(show.escape(case.steps[step].question.prompt), anchor=False)
            pick = st.radio(
                "Choose one answer to see its feedback",
                range(len(offered)),
                index=None,
                format_func=lambda number: markup.markdown(offered[number].text),
                key=f"desk_pick_{desk.move}_{step}",
            )
            if pick is not None:
                answer = Answer(option=pick, text=offered[pick].text, sure=Sure.FAIRLY)
                case_feedback.beside(case, step, answer)


def _away(case: Case) -> None:
    with st.container(border=True, key="case_recap"):
        st.header("What to take away", anchor=False)
        st.html(
            case_markup.paragraphs(case.teaching_point)
            + markup.small_heading("The common error")
            + case_markup.paragraphs(case.common_error)
        )


def _handout(desk: Desk, case: Case) -> None:
    """The hand-out on the screen, and as a page that prints."""
    with st.expander("As a printed hand-out", icon=":material/print:", key="desk_handout"):
        if not desk.looked.sound:
            st.html(
                markup.paragraph("A hand-out holds the answers of the rules, so mend these first:")
                + problems.rows(desk.looked.faults)
            )
            return
        made = attempted(lambda: handout([case]))
        if isinstance(made, Failure):
            made.show()
            return
        st.download_button(
            "Download the hand-out",
            data=lambda: as_web_page(made).encode(),
            file_name=f"{case.id}-hand-out.html",
            mime="text/html",
            icon=":material/download:",
            key="desk_handout_save",
            on_click="ignore",
        )
        st.html(_as_html(made))


def _as_html(report: Report) -> str:
    lead = "".join(markup.paragraph(line) for line in report.lead)
    return lead + "".join(
        markup.small_heading(part.title) + markup.part(part) for part in report.parts
    )
