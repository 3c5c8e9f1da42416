"""Which widget stands for an entry. The entry is the truth; a widget only shows it.

A widget that stays on the screen and shows the entry stays the same one. A widget that comes back
to the screen, or shows something else, is replaced by a new one (a new key) that begins with the
entry. Telling the old one to change its value is not safe: a widget that left the screen just as
it was used has been seen to come back empty, and to report "unknown" for what was known.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import streamlit as st

_DRAWING, _DRAWN, _NUMBERS = "widgets_drawing", "widgets_drawn", "widget_numbers"
_SCREEN = "screen_shown"


def key(name: str, number: int = 0) -> str:
    """The key of a finding's widget, also a class in the page (``st-key-…``)."""
    return f"f_{name}--{number}" if number else f"f_{name}"


@contextlib.contextmanager
def drawing() -> Iterator[None]:
    """Around all questions of a screen: remembers which widgets the browser now shows."""
    st.session_state[_DRAWING] = set()
    yield
    # Not reached when a newer run takes over: the browser then still shows what it did before.
    st.session_state[_DRAWN] = st.session_state[_DRAWING]


def on_screen(name: str) -> None:
    """Which screen is shown now. When questions come back to it, their widgets are new ones."""
    if st.session_state.get(_SCREEN) != name:
        st.session_state.pop(_DRAWN, None)
        st.session_state[_SCREEN] = name


def key_for(name: str, holds: Callable[[Any], bool]) -> str:
    """The key of the widget for an entry; ``holds`` tells whether a value shows that entry."""
    numbers = st.session_state.setdefault(_NUMBERS, {})
    current = key(name, numbers.get(name, 0))
    shown = current in st.session_state.get(_DRAWN, set()) and current in st.session_state
    if name in numbers and not (shown and holds(st.session_state[current])):
        numbers[name] += 1
        current = key(name, numbers[name])
    numbers.setdefault(name, 0)
    st.session_state.setdefault(_DRAWING, set()).add(current)
    return current
