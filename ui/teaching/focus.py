"""Moving reader and keyboard to what is new: after a commitment, a reveal, a refusal.

The scripts are fixed texts; nothing that anybody typed comes near them.
"""

from __future__ import annotations

import streamlit as st

from cases.twins import MOST

_WANTED, _TURN = "case_focus", "case_focus_turn"

_TARGETS = {
    "top": (".stMainBlockContainer", "h1"),
    "step": (".st-key-case_step", "h2"),
    "feedback": (".st-key-case_question", ".case-answer h3"),
    "error": (".st-key-case_error", "h2"),
    "elsewhere": (".st-key-case_elsewhere", "h2"),
    "elsewhere_problem": (".st-key-case_elsewhere_problem", "h2"),
    "recap": (".st-key-case_recap", "h2"),
    **{
        f"drill_{name}": (f".st-key-drill_{name}", "h2")
        for name in ("question", "advice", "explained", "error")
    },
    **{f"twin_{number}": (f".st-key-case_twin_{number}", "h3") for number in range(2 * MOST)},
}
"""What to bring into sight, unless it is there at the top; the heading in it takes the focus."""

_SCRIPTS = {
    name: tuple(
        f"<script>/* {turn} */ setTimeout(() => {{"
        f"const box = document.querySelector('{box}');"
        f"const head = box && box.querySelector('{head}');"
        "if (!head) return;"
        "head.tabIndex = -1; head.focus({preventScroll: true});"
        "const main = document.querySelector('[data-testid=stMain]');"
        "if (main) main.scrollTop = 0;"
        "if (head.getBoundingClientRect().top > innerHeight / 2)"
        " box.scrollIntoView({block: 'start'});"
        "}, 150)</script>"
        for turn in ("a", "b")
    )
    for name, (box, head) in _TARGETS.items()
}
"""Two of each: the same text twice in a row would not be run a second time."""


def ask(target: str) -> None:
    """Have the focus moved at the end of the coming run."""
    st.session_state[_WANTED] = target


def take() -> None:
    """Move the focus where it was asked to go; the last thing on the screen."""
    target = st.session_state.pop(_WANTED, None)
    if target is None:
        return
    turn = st.session_state[_TURN] = 1 - st.session_state.get(_TURN, 0)
    st.html(_SCRIPTS[target][turn], unsafe_allow_javascript=True)
