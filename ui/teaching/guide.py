"""Help that fades: a worked example for whoever begins, then cues, then none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from cases.guide import Cues, Walk, cues, walk
from cases.model import Case
from cases.own import every_case
from engine.explain import Line, RuleStory
from engine.rule import Layer
from engine.words import sentence
from ui import markup, show
from ui.teaching import markup as case_markup
from ui.teaching import moves as case_moves
from ui.teaching.judge import Failure, attempted
from ui.teaching.progress import Progress, Stage

WORKED = (
    "This step is worked out for you. Read what the rules ask, then what of it is met, and say to "
    "yourself what must follow, before you read the last part. At the last step you answer."
)
BEGIN = (
    "A worked example shows how the rules go about a patient: what they ask, what is met, what "
    "follows. Only its last step is yours."
)
MOST_LINES = 3


def offer(cases: Sequence[Case], found: dict[str, Progress]) -> None:
    """A worked example for whoever has not begun any case."""
    if any(found[case.id].stage(case) is not Stage.NOT_STARTED for case in cases):
        return
    plain = [case for case in cases if case.layers == (Layer.DOCUMENT,)]
    if not plain:
        return
    first = min(plain, key=lambda case: case.level)
    with st.container(border=True, key="case_begin", gap="xsmall"):
        st.header("New here?", anchor=False)
        st.html(markup.paragraph(BEGIN))
        st.button(
            f"Worked example: {show.escape(first.title)}",
            icon=":material/school:",
            type="primary",
            key="case_example",
            on_click=case_moves.open_example,
            args=(first,),
        )


def choice() -> None:
    """When cues are shown: at first, always, never."""
    name = "case_cues"
    if st.session_state.get(name) != case_moves.cues().value:
        st.session_state[name] = case_moves.cues().value
    st.selectbox(
        "Cues",
        [each.value for each in Cues],
        format_func=lambda value: sentence(Cues.of(value).label),
        key=name,
        on_change=case_moves.cues_chosen,
        args=(name,),
        help="Before you answer, cues name what to look at. At first: until three cases are done.",
        width=140,
    )


def cued(case: Case, step: int) -> None:
    """What to look at before answering, as long as cues are shown."""
    progress = ((each, case_moves.progress(each)) for each in every_case())
    finished = sum(found.stage(each) is Stage.FINISHED for each, found in progress)
    if not case_moves.cues().shown(finished):
        return
    asked = attempted(lambda: cues(case, step))
    if not isinstance(asked, Failure) and asked:
        lines = markup.rows((markup.BULLET, markup.text(each)) for each in asked)
        st.html(f'<div class="case-cues">{markup.small_heading("What to look at")}{lines}</div>')


def worked(case: Case, step: int) -> None:
    """The step as the rules go about it."""
    found = attempted(lambda: walk(case, step))
    if isinstance(found, Failure):
        found.show()
        return
    st.html(
        markup.paragraph(WORKED)
        + markup.small_heading("1. What the rules ask, and what of it is met")
        + "".join(_rules(found))
    )
    with st.expander("2. What follows", key=f"case_follows_{case.id}_{step}"):
        reasons = "".join(
            markup.labelled(f"{rule.id} {sentence(rule.title)}.", rule.because)
            for rule in found.because
        )
        st.html(
            case_markup.verdict(case, found.verdict)
            + reasons
            + markup.small_heading("To take from this step")
            + case_markup.paragraphs(case.steps[step].point)
        )


def _rules(found: Walk) -> Iterator[str]:
    if not found.rules:
        yield markup.paragraph("No rule of advice speaks of what was told so far.")
    for story in found.rules:
        heading = markup.small_heading(f"{story.rule.id} {sentence(story.rule.title)}")
        status = markup.status_badge(story.status)
        yield f'{heading}<p class="cds-text">{status}</p>{markup.lines(_lines(story))}'


def _lines(story: RuleStory) -> Sequence[Line]:
    return (*story.met, *story.blocked_by, *story.waiting_for)[:MOST_LINES]
