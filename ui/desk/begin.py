"""Where a draft begins: with nothing, the current patient, a case, a file, or a draft put aside."""

from __future__ import annotations

import streamlit as st

from cases import draft as drafts
from cases.draft import Begun, Draft, new_draft
from cases.load import LARGEST, SUFFIX
from cases.own import every_case
from cases.survey import every_file
from engine.errors import InputError, Problem
from engine.tables import table_of
from engine.words import counted, sentence
from ui import markup, show, state
from ui.desk import kept

_REFUSED, _ROUND = "desk_file_refused", "desk_upload_round"
PUT_ASIDE = "The draft on the desk is put aside then, and can be taken up again."


def panel(*, another: bool) -> None:
    """Every way to begin; ``another`` says that a draft is on the desk already."""
    move = kept.move()
    taken = _taken()
    st.html(markup.paragraph(PUT_ASIDE if another else "Begin with one of these."))
    with st.container(horizontal=True, vertical_alignment="bottom", key="desk_begin"):
        st.button(
            "A new case",
            icon=":material/note_add:",
            key="desk_new",
            on_click=kept.begin,
            args=(move, new_draft(drafts.free_id("my-case", taken))),
        )
        _from_patient(move, taken)
        with st.popover("Open a file", icon=":material/folder_open:", key="desk_open"):
            _from_file(taken)
    refused: tuple[Problem, ...] = st.session_state.get(_REFUSED, ())
    show.problems(refused, "This file cannot be read as a case")
    _from_case(move, taken)
    _from_aside(move)


def _taken() -> frozenset[str]:
    """The names that a new draft cannot have, or had better not."""
    files = {name.removesuffix(SUFFIX) for name, _ in every_file()}
    written = [*kept.aside(), *filter(None, [kept.draft()])]
    return frozenset(files | {str(each.get("id")) for each in written})


def _from_patient(move: int, taken: frozenset[str]) -> None:
    patient = state.patient()
    told, layers = {**patient.refused, **patient.answers}, patient.layers
    st.button(
        f"The current patient ({counted(len(told), 'finding')})",
        icon=":material/person:",
        key="desk_from_patient",
        on_click=lambda: _take(move, drafts.from_profile(told, taken, layers)),
        disabled=patient.is_empty,
        help="The patient of the form: what is known becomes what the first steps tell.",
    )


def _take(move: int, begun: Begun) -> None:
    kept.begin(move, begun.draft, begun.left_out)


def _from_case(move: int, taken: frozenset[str]) -> None:
    cases = {case.id: case for case in every_case()}

    def label(case_id: str) -> str:
        case = cases[case_id]
        return f"{sentence(case.group.label)}: {case.title}"

    with st.container(horizontal=True, vertical_alignment="bottom", key="desk_begin_case"):
        chosen = st.selectbox(
            "A copy of a case",
            list(cases),
            index=None,
            format_func=label,
            placeholder="Choose a case",
            key="desk_case",
        )
        st.button(
            "Copy it",
            icon=":material/content_copy:",
            key="desk_copy",
            disabled=chosen is None,
            on_click=lambda: _take(move, drafts.from_case(cases[str(chosen)], taken)),
        )


def _from_file(taken: frozenset[str]) -> None:
    name = f"desk_upload_{st.session_state.get(_ROUND, 0)}"
    st.file_uploader(
        "A case file (TOML), finished or not",
        type=["toml"],
        key=name,
        on_change=_read,
        args=(name, taken),
    )


def _read(name: str, taken: frozenset[str]) -> None:
    """Take the uploaded file; one that is no table at all changes nothing."""
    file = st.session_state[name]
    if file is None:
        return
    try:
        table = table_of(file.getvalue(), LARGEST)
    except InputError as error:
        st.session_state[_REFUSED] = error.problems
    else:
        st.session_state.pop(_REFUSED, None)
        wanted = file.name.removesuffix(SUFFIX)
        wanted = wanted if drafts.is_id(wanted) else "my-case"
        kept.begin(kept.move(), drafts.from_table(table, drafts.free_id(wanted, taken)))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _from_aside(move: int) -> None:
    aside = kept.aside()
    if not aside:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="desk_begin_aside"):
        chosen = st.selectbox(
            "A draft that was put aside",
            range(len(aside)),
            index=None,
            format_func=lambda number: _named(aside[number]),
            placeholder="Choose a draft",
            key=f"desk_aside_{move}",
        )
        st.button(
            "Take it up",
            icon=":material/inbox:",
            key="desk_take_up",
            disabled=chosen is None,
            on_click=lambda: kept.begin(move, aside[chosen or 0]),
        )


def _named(draft: Draft) -> str:
    return f"{draft.get('id')}: {draft.get('title') or 'no title yet'}"


def left_out() -> None:
    """What of the beginning did not fit, until it was read."""
    if not (words := kept.said()):
        return
    with st.container(border=True, key="desk_left_out"):
        st.html(
            markup.small_heading("What could not be taken over")
            + markup.rows((markup.BULLET, markup.text(each)) for each in words)
        )
        st.button("Close this message", key="desk_left_out_read", on_click=kept.was_read)
