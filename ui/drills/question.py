"""The two commitments of an item: before the advice, and after it."""

from __future__ import annotations

import streamlit as st

from cases.drills.item import Item
from engine.words import sentence
from ui import markup, show
from ui.drills import moves
from ui.drills.record import LONGEST_DOUBT, Run, Stage
from ui.teaching.progress import Sure

# Out of its case, a prompt like "And tonight?" does not say what is asked.
ASKED = "What does the document say for this patient?"
ASKED_IN_CASE, ASKED_AS = "In the case it is asked:", "The question was:"


def question(item: Item, run: Run, number: int) -> None:
    """The form that an item waits for."""
    entry = run.items[number]
    again = entry.stage is Stage.ADVICE
    name = moves.form_name(run, number)
    with st.container(border=True, key="drill_again" if again else "drill_question"):
        st.header(
            "And now: keep your answer, or switch?" if again else ASKED,
            anchor=False,
        )
        st.html(markup.labelled(ASKED_AS if again else ASKED_IN_CASE, item.prompt))
        if refused := moves.problems(name):
            with st.container(key="drill_error"):
                show.problems(refused)
        _fields(item, name, mine=entry.first.option if entry.first else None)
        st.button(
            "Commit second answer" if again else "Commit answer",
            icon=":material/lock:",
            type="primary",
            on_click=moves.commit,
            args=(run.seed, number, name),
            key=f"{name}_commit",
        )
        told = (
            "Then you are told whether the advice was sound, and why."
            if again
            else "Once committed, an answer stays as it is. Then you see the advice."
        )
        st.html(markup.paragraph(told, "cds-text cds-small cds-muted"))


def _fields(item: Item, name: str, mine: int | None) -> None:
    """Answer, certainty and, after the advice, what raised a doubt."""

    def words(number: int) -> str:
        text = markup.markdown(item.options[number].text)
        return f"{text} (your first answer)" if number == mine else text

    st.radio(
        "Choose one answer",
        range(len(item.options)),
        index=None,
        format_func=words,
        key=f"{name}_pick",
        persist_state="session",
    )
    st.segmented_control(
        "How sure are you?" if mine is None else "How sure are you now?",
        [sure.value for sure in Sure],
        format_func=lambda value: sentence(Sure.of(value).label),
        key=f"{name}_sure",
        persist_state="session",
    )
    if mine is not None:
        st.text_input(
            "What made you doubt the advice? (optional)",
            max_chars=LONGEST_DOUBT,
            key=f"{name}_doubt",
            persist_state="session",
        )
