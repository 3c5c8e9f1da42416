"""Going on elsewhere: showing the code, and going on as the learner whose code is typed.

Callbacks, which run to their end; doing one twice comes to the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from engine.words import counted
from ui import learner, state
from ui.database.place import StoreError
from ui.learning.learner_code import WrongCodeError
from ui.teaching import focus as case_focus
from ui.teaching.moves import forget_problems, to_its_end

TYPED = "elsewhere_typed"
_SHOWN, _PROBLEM, _ASKED, _DONE = (
    "elsewhere_code_shown",
    "elsewhere_problem",
    "elsewhere_asked",
    "elsewhere_done",
)

OWN = "This is your own code: you are where it leads to."
UNREACHABLE = "The code cannot be looked up just now; nothing has changed."


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose code was typed, while it is open what becomes of the answers given here."""

    learner: str


def code_is_shown() -> bool:
    """Whether the code stands on the page."""
    return bool(st.session_state.get(_SHOWN))


def show_code(on: bool) -> None:
    """Show the code, or hide it from whoever looks on."""
    st.session_state[_SHOWN] = on


def problem() -> str | None:
    """What was wrong with the code that was typed."""
    return st.session_state.get(_PROBLEM)


def done() -> str | None:
    """That the code was used, until another answer is given."""
    words, answered = st.session_state.get(_DONE, ("", 0))
    return words if words and answered == learner.answered() else None


def asked() -> Asked | None:
    """The question about the answers given here, while it is open."""
    return st.session_state.get(_ASKED)


def take_back() -> None:
    """Stay who one is; the code stays in its field."""
    st.session_state.pop(_ASKED, None)


@to_its_end
def use_code() -> None:
    """Go on as the learner whose code was typed; ask first where answers were given here."""
    state.start()
    _forget_messages()
    try:
        found = learner.find(str(st.session_state.get(TYPED) or ""))
    except WrongCodeError as error:
        _refuse(str(error))
    except StoreError as error:
        _refuse(f"{UNREACHABLE} {error}")
    else:
        if learner.is_own(found):
            _refuse(OWN)
        elif learner.is_known():
            st.session_state[_ASKED] = Asked(found)
        else:
            _go_on(found, bring=False)


@to_its_end
def decide(bring: bool) -> None:
    """Take the answers given here along, or leave them behind."""
    state.start()
    question = asked()
    take_back()
    if question is not None:
        _go_on(question.learner, bring=bring)


def _go_on(found: str, *, bring: bool) -> None:
    try:
        learner.go_on_as(found, bring=bring)
    except WrongCodeError as error:
        _refuse(str(error))
        return
    except StoreError as error:
        _refuse(f"{UNREACHABLE} {error}")
        return
    st.session_state[TYPED] = ""
    st.session_state.pop(_SHOWN, None)
    forget_problems()
    number = counted(learner.answered(), "answer")
    words = f"You go on as the learner of the code that you entered, with {number}."
    st.session_state[_DONE] = (words, learner.answered())
    case_focus.ask("elsewhere")


def _refuse(words: str) -> None:
    st.session_state[_PROBLEM] = words
    case_focus.ask("elsewhere_problem")


def _forget_messages() -> None:
    for key in (_PROBLEM, _DONE):
        st.session_state.pop(key, None)
