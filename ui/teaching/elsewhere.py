"""Going on elsewhere: the learner's code on request, and a field for a code from elsewhere."""

from __future__ import annotations

import streamlit as st

from engine.errors import Problem
from engine.words import counted
from ui import learner, markup, show
from ui.store import KEPT_DAYS
from ui.teaching import elsewhere_moves as moves

ABOUT = (
    "With your learner code you go on under another address, or at another computer that uses the "
    "same database. Whoever has the code can see your answers, give more and have them forgotten: "
    "note it where only you will find it."
)
NO_CODE_YET = "You get a code with your first answer."


def offer() -> None:
    """The way on, at the end of the library; in it the code is hidden until it is asked for."""
    with st.container(border=True, key="case_elsewhere", gap="small"):
        st.header("Go on elsewhere", anchor=False)
        if told := moves.done():
            st.html(f'<p class="cds-text" role="status"><strong>{markup.text(told)}</strong></p>')
        st.html(markup.paragraph(ABOUT))
        _own_code()
        _code_from_elsewhere()
    if (asked := moves.asked()) is not None:
        _ask(asked)


def _own_code() -> None:
    code = learner.code()
    if code is None:
        st.html(markup.paragraph(NO_CODE_YET, "cds-text cds-small cds-muted"))
    elif moves.code_is_shown():
        st.html(markup.paragraph("Your learner code:"))
        st.code(code, language=None)
        st.button("Hide my code", key="case_code_hide", on_click=moves.show_code, args=(False,))
    else:
        st.button(
            "Show my code",
            icon=":material/key:",
            key="case_code_show",
            on_click=moves.show_code,
            args=(True,),
        )


def _code_from_elsewhere() -> None:
    if wrong := moves.problem():
        with st.container(key="case_elsewhere_problem"):
            show.problems([Problem("", wrong, "")], "This code cannot be used")
    # A form sends the text with the click: leaving the field first would redraw the page, and the
    # button could move away under the pointer.
    with (
        st.form("case_code_form", border=False, enter_to_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            "I have a code",
            key=moves.TYPED,
            placeholder="ABCDE-12345-…",
            autocomplete="off",
            persist_state="session",
            width=420,
        )
        st.form_submit_button("Go on with it", key="case_code_use", on_click=moves.use_code)


def _ask(asked: moves.Asked) -> None:
    """Ask what becomes of the answers given here; closing the question changes nothing."""

    @st.dialog("What about your answers here?", on_dismiss=moves.take_back)
    def ask() -> None:
        if moves.asked() != asked:
            st.rerun()
        number = counted(learner.answered(), "answer")
        st.html(
            markup.paragraph(
                f"What you have done here ({number}) is not under the code that you entered."
            )
            + markup.paragraph(
                "Bring it along: it is added where that learner has none. An answer of theirs "
                "to the same step stays."
            )
            + markup.paragraph(
                "Leave it behind: it stays under its own code until nobody has looked at it for "
                f"{KEPT_DAYS} days. Note that code to come back to it:"
            )
        )
        if code := learner.code():
            st.code(code, language=None)
        with st.container(horizontal=True):
            st.button(
                "Bring it along",
                type="primary",
                key="case_code_bring",
                on_click=moves.decide,
                args=(True,),
            )
            st.button(
                "Leave it behind", key="case_code_leave", on_click=moves.decide, args=(False,)
            )
            st.button("Stay as I am", key="case_code_stay", on_click=moves.take_back)

    ask()
