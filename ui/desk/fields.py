"""Fields of the draft: each shows what stands at its place, and what is wrong there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, ParamSpec

import streamlit as st

from cases.draft_edit import Place, at
from cases.draft_faults import Looked, is_missing
from cases.messages import place
from engine.errors import Problem
from ui import form_notes, markup
from ui.desk import kept
from ui.desk.desk import Desk
from ui.keeping import uninterrupted
from ui.widget_keys import key_for

P = ParamSpec("P")


def name_of(path: Place) -> str:
    """The name of the widget for a place."""
    return "desk_" + "_".join(str(part) for part in path)


def _together(draw: Callable[P, None]) -> Callable[P, None]:
    """A field with its notes close below it."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
        with st.container(gap="xxsmall"):
            draw(*args, **kwargs)

    return drawn


@_together
def line(desk: Desk, path: Place, label: str, hint: str = "", *also: str) -> None:
    """A text of one line; ``also`` are other places whose faults belong here."""
    text = _text(desk, path)
    name = key_for(name_of(path), lambda shown: shown == text)
    st.text_input(
        markup.markdown(label),
        text,
        key=name,
        on_change=uninterrupted,
        args=(lambda: kept.tell(path, st.session_state[name]),),
        help=hint or None,
        autocomplete="off",
    )
    beneath(desk.looked, place(path), *also)


@_together
def paragraphs(desk: Desk, path: Place, label: str, hint: str = "") -> None:
    """A text of several lines; an empty line begins a paragraph."""
    text = _text(desk, path)
    name = key_for(name_of(path), lambda shown: shown == text)
    st.text_area(
        markup.markdown(label),
        text,
        key=name,
        height=110,
        on_change=uninterrupted,
        args=(lambda: kept.tell(path, st.session_state[name]),),
        help=hint or None,
    )
    beneath(desk.looked, place(path))


def _text(desk: Desk, path: Place) -> str:
    value = at(desk.draft, path, "")
    return value if isinstance(value, str) else str(value)


@_together
def choice(desk: Desk, path: Place, label: str, answers: Mapping[Any, str], hint: str = "") -> None:
    """One of a few answers, or none yet; the answer ``""`` says that there is to be none."""
    value = at(desk.draft, path)
    none = "" if "" in answers else None
    known = value if isinstance(value, str | int) and value in answers else none
    name = key_for(name_of(path), lambda shown: shown == known)
    st.selectbox(
        markup.markdown(label),
        list(answers),
        index=None if known is None else list(answers).index(known),
        format_func=lambda answer: answers[answer],
        placeholder="Choose",
        key=name,
        on_change=uninterrupted,
        args=(lambda: kept.tell(path, st.session_state[name] or None),),
        help=hint or None,
    )
    beneath(desk.looked, place(path))


@_together
def several(
    desk: Desk, path: Place, label: str, answers: Mapping[str, str], hint: str = ""
) -> None:
    """Any of some answers; none of them says nothing."""
    value = at(desk.draft, path, [])
    known = [str(each) for each in value] if isinstance(value, list) else []
    name = key_for(name_of(path), lambda shown: set(shown or ()) == set(known))
    st.multiselect(
        markup.markdown(label),
        [*known, *(each for each in answers if each not in known)],
        default=known,
        format_func=lambda answer: markup.markdown(answers.get(answer, answer)),
        placeholder="None",
        key=name,
        on_change=uninterrupted,
        args=(lambda: kept.tell(path, list(st.session_state[name]) or None),),
        help=hint or None,
    )
    beneath(desk.looked, place(path))


@_together
def switch(desk: Desk, path: Place, label: str, on: Any, *, is_on: bool, hint: str) -> None:
    """Something that is so or not; what stands at its place when it is."""
    name = key_for(name_of(path), lambda shown: shown == is_on)
    st.toggle(
        markup.markdown(label),
        is_on,
        key=name,
        on_change=uninterrupted,
        args=(lambda: kept.tell(path, on if st.session_state[name] else None),),
        help=hint,
    )
    beneath(desk.looked, place(path))


@_together
def number(desk: Desk, path: Place, label: str, hint: str = "") -> None:
    """A whole number. The model says which will do, so that none is changed on the way."""
    value = at(desk.draft, path)
    known = value if isinstance(value, int) and not isinstance(value, bool) else None
    name = key_for(name_of(path), lambda shown: shown == known)
    st.number_input(
        markup.markdown(label),
        value=known,
        step=1,
        key=name,
        on_change=uninterrupted,
        args=(lambda: kept.tell(path, st.session_state[name]),),
        help=hint or None,
    )
    beneath(desk.looked, place(path))


def beneath(looked: Looked, *places: str) -> None:
    """What is wrong at places, each fault once."""
    said(dict.fromkeys(fault for each in places for fault in looked.at(each)))


def said(faults: Iterable[Problem]) -> None:
    """Faults as notes: calm where nothing was written yet."""
    notes = [
        form_notes.hint(f"○ {fault.wrong} {fault.mend}")
        if is_missing(fault)
        else form_notes.wrong(f"{fault.wrong} {fault.mend}")
        for fault in faults
    ]
    if notes:
        st.html("".join(notes))
