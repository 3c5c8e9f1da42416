"""The library: every teaching case as a card, with filters and a way back into the last one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cases.model import Case, Group
from engine.errors import Problem
from engine.words import sentence
from ui import learner, markup, show
from ui.teaching import elsewhere as case_elsewhere
from ui.teaching import explore as case_explore
from ui.teaching import guide as case_guide
from ui.teaching import keep_or_forget as case_keep_or_forget
from ui.teaching import learned as case_learned
from ui.teaching import markup as case_markup
from ui.teaching import moves as case_moves
from ui.teaching.filter import Wanted
from ui.teaching.judge import agreements
from ui.teaching.progress import Progress, Stage

WORDS, GROUP, LEVEL, STAGE = "cases_words", "cases_group", "cases_level", "cases_stage"
ANY = "any"
START = {Stage.NOT_STARTED: "Start", Stage.UNDER_WAY: "Go on", Stage.FINISHED: "Look again"}
STARTING = {
    Stage.NOT_STARTED: ":material/play_arrow:",
    Stage.UNDER_WAY: ":material/arrow_forward:",
    Stage.FINISHED: ":material/visibility:",
}
INTRODUCTION = (
    "A patient is told step by step. Commit to an answer before the rules show theirs, then see "
    "what parts the two. Nothing is marked, and all patients are fictional."
)


def library_view(cases: tuple[Case, ...], problems: Sequence[Problem] = ()) -> None:
    """Every case, or those that the filters let through; on top what is wrong with the address."""
    found = {case.id: case_moves.progress(case) for case in cases}
    st.title("Teaching cases", anchor=False)
    show.problems(problems, "There is a problem with the address")
    st.html(markup.paragraph(INTRODUCTION))
    _resume(cases, found)
    case_guide.offer(cases, found)
    case_learned.so_far(cases, found)
    wanted = _filters(cases)
    listed = [case for case in cases if wanted.lets_through(case, found[case.id].stage(case))]
    finished = sum(found[case.id].stage(case) is Stage.FINISHED for case in cases)
    told = f"{len(listed)} of {len(cases)} cases listed · {finished} finished"
    st.html(f'<p class="cds-text cds-small cds-muted" role="status">{markup.text(told)}</p>')
    if not listed:
        st.html(markup.paragraph("No case is like this. Choose other filters, or show all."))
        st.button("Show all cases", key="cases_all", on_click=_show_all)
    with st.container(key="case_grid"):
        for case in listed:
            _card(case, found[case.id])
    if learner.is_known():
        case_keep_or_forget.choices(cases, found)
    case_elsewhere.offer()


def _resume(cases: tuple[Case, ...], found: dict[str, Progress]) -> None:
    """The case that was answered last, if it is not finished."""
    last = case_moves.last_case()
    case = next((case for case in cases if case.id == last), None)
    if case is None or found[case.id].stage(case) is not Stage.UNDER_WAY:
        return
    with st.container(border=True, key="case_resume", gap="xsmall"):
        st.header("Go on where you left", anchor=False)
        with st.container(horizontal=True, vertical_alignment="center"):
            step = found[case.id].place(case, exploring=False) + 1
            st.html(
                f'<p class="cds-text"><strong>{markup.text(case.title)}</strong> · '
                f"step {step} of {len(case.steps)}</p>",
                width="content",
            )
            st.button(
                "Go on",
                icon=":material/arrow_forward:",
                type="primary",
                key="case_go_on",
                on_click=case_moves.open_case,
                args=(case,),
            )


def _filters(cases: tuple[Case, ...]) -> Wanted:
    with st.container(horizontal=True, vertical_alignment="bottom", key="case_filters"):
        words = st.text_input(
            "Find a case",
            key=WORDS,
            placeholder="e.g. kidney, team",
            icon=":material/search:",
            type="search",
            live=True,
            persist_state="session",
            width=230,
        )
        groups = [group.value for group in Group if any(case.group is group for case in cases)]
        group = _choice("Disease group", GROUP, {g: sentence(Group.of(g).label) for g in groups})
        levels = {str(n): f"{n} ({words})" for n, words in case_markup.LEVELS.items()}
        level = _choice("Level", LEVEL, levels)
        stage = _choice("Progress", STAGE, {s.value: sentence(s.label) for s in Stage})
        case_guide.choice()
        case_explore.toggle()
    return Wanted(
        group=Group.of(group) if group else None,
        level=int(level) if level else None,
        stage=Stage.of(stage) if stage else None,
        words=words or "",
    )


def _choice(label: str, key: str, labels: dict[str, str]) -> str | None:
    """A filter; None lets everything through."""
    chosen = st.selectbox(
        label,
        [ANY, *labels],
        format_func=lambda value: labels.get(value, "All"),
        key=key,
        persist_state="session",
        width=190,
    )
    return None if chosen in (None, ANY) else chosen


def _show_all() -> None:
    st.session_state[WORDS] = ""
    for key in (GROUP, LEVEL, STAGE):
        st.session_state[key] = ANY


def _card(case: Case, found: Progress) -> None:
    stage = found.stage(case)
    aims = "".join(f"<li>{markup.text(aim)}</li>" for aim in case.objectives)
    with st.container(border=True, key=f"case_card_{case.id}", gap="xsmall"):
        st.header(show.escape(case.title), anchor=False)
        st.html(f'{case_markup.about(case)}<ul class="case-aims">{aims}</ul>')
        with st.container(
            horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ):
            st.html(f'<p class="cds-text">{_standing(case, found)}</p>', width="content")
            st.button(
                START[stage],
                icon=STARTING[stage],
                key=f"case_open_{case.id}",
                on_click=case_moves.open_case,
                args=(case,),
            )


def _standing(case: Case, found: Progress) -> str:
    """How far a case has come, as a badge."""
    match found.stage(case):
        case Stage.NOT_STARTED:
            words = "Explored, not answered" if found.shown else "Not started"
            return f'<span class="cds-muted">{words}</span>'
        case Stage.UNDER_WAY:
            return markup.badge("…", f"{len(found.answers)} of {len(case.steps)} answered", "fact")
        case Stage.FINISHED:
            matched = sum(agreed is True for agreed in agreements(case, found).values())
            return markup.badge("✓", f"agreed at {matched} of {len(case.steps)}", "good")
