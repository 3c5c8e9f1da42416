"""An open case: where the learner stands, the step being looked at, what was known before it."""

from __future__ import annotations

import streamlit as st

from cases import told as case_told
from cases.model import Case
from ui import markup, show
from ui.teaching import explore as case_explore
from ui.teaching import markup as case_markup
from ui.teaching import moves as case_moves
from ui.teaching import question as case_question
from ui.teaching import recap as case_recap
from ui.teaching import restart as case_restart
from ui.teaching.judge import agreements
from ui.teaching.progress import Progress

UNKNOWN_NOTE = "What has not been told is unknown, which is not the same as no."


def case_view(case: Case) -> None:
    """The whole view of one case."""
    found, exploring = case_moves.progress(case), case_moves.exploring()
    here = found.place(case, exploring=exploring)
    _head(case, found, here, exploring=exploring)
    if here == len(case.steps):
        case_recap.recap(case, found)
    else:
        _laid_out(case, found, here, exploring=exploring)
    if case_moves.restart_asked(case):
        case_restart.confirm(case, len(found.answers))


def _laid_out(case: Case, found: Progress, here: int, *, exploring: bool) -> None:
    """What is new, what was known before, the question: the order in which they are needed.

    Where there is room, the style sheet puts the second of the three areas beside the others.
    """
    with st.container(key="case_layout"):
        with st.container(key="case_new_area"):
            story(case, here)
        with st.container(key="case_side_area"):
            known_before(case, here)
            _earlier_answers(case, found, here)
        with st.container(key="case_question_area"):
            case_question.question(case, here, found, exploring=exploring)
            _neighbours(
                case,
                here,
                onwards=exploring or here in found.answers or found.is_worked(case, here),
            )


def _head(case: Case, found: Progress, here: int, *, exploring: bool) -> None:
    left, right = st.columns([2.4, 1], gap="medium")
    with left:
        st.title(show.escape(case.title), anchor=False)
        st.html(case_markup.about(case))
        agreed = agreements(case, found)
        st.html(case_markup.steps(case, found, here, agreed, exploring=exploring))
    with right, st.container(horizontal=True, horizontal_alignment="right", key="case_menu"):
        st.button(
            "All cases",
            icon=":material/apps:",
            key="case_close",
            on_click=case_moves.close_case,
        )
        st.button(
            "Restart",
            icon=":material/restart_alt:",
            key="case_restart_button",
            on_click=case_moves.ask_restart,
            args=(case,),
            disabled=not (found.answers or found.shown or found.worked),
        )
        case_explore.toggle()


def story(case: Case, step: int) -> None:
    """The story of the step, and what it tells; before the first step how it all began."""
    found = case.steps[step]
    with st.container(border=True, key="case_step"):
        st.header(show.escape(f"Step {step + 1} of {len(case.steps)}: {found.title}"), anchor=False)
        beginning = case_markup.paragraphs(case.vignette) if step == 0 else ""
        st.html(
            beginning
            + case_markup.paragraphs(found.story)
            + case_markup.facts(case_told.newly_told(case, step))
        )


def _neighbours(case: Case, step: int, *, onwards: bool) -> None:
    """Back, and on to what comes next once the step is answered."""
    with st.container(horizontal=True, horizontal_alignment="distribute", key="case_neighbours"):
        if step > 0:
            st.button(
                "Back",
                icon=":material/arrow_back:",
                key="case_back",
                on_click=case_moves.go,
                args=(case, step - 1),
            )
        else:
            st.space(1)
        if onwards:
            last = step + 1 == len(case.steps)
            following = "what to take away" if last else case.steps[step + 1].title
            st.button(
                f"Next: {markup.markdown(following)}",
                icon=":material/arrow_forward:",
                icon_position="right",
                type="primary",
                key="case_next",
                on_click=case_moves.go,
                args=(case, step + 1),
            )


def known_before(case: Case, step: int) -> None:
    """What was known before; at the first step what the case is for."""
    with st.container(border=True, gap="xsmall", key="case_before"):
        if step == 0:
            st.header("What this case is for", anchor=False)
            st.html(markup.rows((markup.BULLET, markup.text(o)) for o in case.objectives))
        else:
            st.header("Known before this step", anchor=False)
            told = case_told.told_before(case, step)
            st.html(case_markup.known(told) or markup.paragraph("Nothing yet."))
        if missing := case_told.not_told(case, step):
            bullets = markup.rows((markup.BULLET, markup.text(label)) for label in missing)
            summary = f"Not told so far, so unknown ({len(missing)})"
            st.html(
                markup.folded(
                    summary,
                    markup.paragraph(UNKNOWN_NOTE, "cds-text cds-small cds-muted") + bullets,
                )
            )
        if step > 0:
            st.html(markup.folded("How it began", case_markup.paragraphs(case.vignette)))


def _earlier_answers(case: Case, found: Progress, step: int) -> None:
    answered = {number: found.answers[number] for number in range(step) if number in found.answers}
    if not answered:
        return
    agreed = agreements(case, found)
    with st.expander("Your earlier answers", icon=":material/history:", key="case_earlier"):
        for number, answer in answered.items():
            title = f"{number + 1} · {case.steps[number].title}"
            st.html(
                markup.small_heading(title)
                + markup.paragraph(f"{answer.text} ({answer.sure.label})")
                + case_markup.reason(answer)
                + f'<p class="cds-text">{case_markup.judgement(agreed[number])}</p>'
            )
