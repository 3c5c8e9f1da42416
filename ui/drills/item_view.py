"""An item being played: the patient, the question, the advice, and what was behind it."""

from __future__ import annotations

import streamlit as st

from cases.drills.debrief import debrief
from cases.drills.item import Item, item_of
from ui import markup, show
from ui.drills import markup as drill_markup
from ui.drills import moves
from ui.drills import question as drill_question
from ui.drills.record import Commit, Entry, Run, Stage
from ui.teaching import markup as case_markup
from ui.teaching.judge import Failure, attempted

CHANGED = "This item cannot be shown any more: its case, or the rule in it, has changed since."
SAYS = {
    Stage.QUESTION: "the question",
    Stage.ADVICE: "the advice, and your second answer",
    Stage.EXPLAINED: "what was behind it",
}


def item_view(run: Run) -> None:
    """The item that the learner has come to."""
    number = run.at
    entry = run.items[number]
    _head(run, number, entry)
    item = attempted(lambda: item_of(entry.key))
    if isinstance(item, Failure):
        item.show()
        _next(run, number)
        return
    if item is None or not entry.fits(item):
        st.html(markup.paragraph(CHANGED))
        _next(run, number)
        return
    left, right = st.columns([1, 1.5], gap="medium")
    with left:
        _patient(item)
    with right:
        _exchange(item, run, number)


def _head(run: Run, number: int, entry: Entry) -> None:
    st.title(f"Drill: item {number + 1} of {len(run.items)}", anchor=False)
    st.html(markup.paragraph(f"Now: {SAYS[entry.stage]}.", "cds-text cds-muted"))


def _patient(item: Item) -> None:
    """Who it is, what happens at this step, and everything told so far."""
    case = item.case
    with st.container(border=True, key="drill_patient"):
        st.header(show.escape(case.title), anchor=False)
        st.html(
            markup.labelled("The patient:", case.patient)
            + case_markup.paragraphs(case.vignette)
            + case_markup.paragraphs(case.steps[item.step].story)
            + markup.small_heading("Told so far")
            + case_markup.facts(item.told)
            + markup.paragraph(
                "What has not been told is unknown, which is not the same as no.",
                "cds-text cds-small cds-muted",
            )
        )


def _exchange(item: Item, run: Run, number: int) -> None:
    """Question, advice and debrief, as far as the item has come."""
    entry = run.items[number]
    if entry.stage is Stage.QUESTION:
        drill_question.question(item, run, number)
    elif entry.stage is Stage.ADVICE:
        if entry.first is not None:
            _advice(item, entry.first)
        drill_question.question(item, run, number)
    else:
        _explained(item, entry)
        _next(run, number)


def _advice(item: Item, first: Commit) -> None:
    with st.container(border=True, key="drill_advice"):
        st.header("The advice", anchor=False)
        yours = markup.labelled("You answered:", f"{first.text} ({first.sure.label})")
        st.html(drill_markup.band() + yours + drill_markup.advice(item.advice))


def _explained(item: Item, entry: Entry) -> None:
    found = debrief(item)
    with st.container(border=True, key="drill_explained"):
        st.header(found.headline, anchor=False)
        st.html(
            markup.labelled("The question was:", item.prompt)
            + drill_markup.answers(item, entry)
            + drill_markup.debriefed(found)
            + markup.folded(
                "The advice as it was shown", drill_markup.band() + drill_markup.advice(found.given)
            )
        )


def _next(run: Run, number: int) -> None:
    last = number + 1 == len(run.items)
    st.button(
        "To the summary" if last else f"Next: item {number + 2}",
        icon=":material/arrow_forward:",
        icon_position="right",
        type="primary",
        key="drill_next",
        on_click=moves.go_on,
        args=(run.seed, number),
    )
