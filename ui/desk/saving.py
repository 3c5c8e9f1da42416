"""The tab *Save*: the case as a file to keep, or in the folder of one's own cases."""

from __future__ import annotations

import streamlit as st

from cases.draft_faults import file_name
from cases.own import FOLDER_VARIABLE, own_folder
from cases.own_save import exists_already, save_own
from engine.errors import InputError, Problem
from ui import markup, show, state
from ui.desk import problems
from ui.desk.desk import Desk
from ui.keeping import uninterrupted

NOT_SOUND = (
    "It is not complete yet, so the program would refuse it as a case. The file keeps everything "
    "that you wrote, and can be opened here again."
)
NO_FOLDER = (
    f"No folder of own cases is set. Name one in the environment variable {FOLDER_VARIABLE} when "
    "the program is started, and a case saved here stands among the others at once."
)
_ASKED, _SAVED, _REFUSED = "desk_replace_asked", "desk_saved", "desk_save_refused"


def save(desk: Desk) -> None:
    """Download, and the own folder where one is set."""
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True, key="desk_download"):
        _download(desk)
    with right, st.container(border=True, key="desk_own"):
        st.header("Save among your own cases", anchor=False)
        if own_folder() is None:
            st.html(markup.paragraph(NO_FOLDER))
        else:
            _own(desk)
    if st.session_state.get(_ASKED) == _asked_for(desk):
        _confirm(desk)


def _download(desk: Desk) -> None:
    st.header("Download", anchor=False)
    if not desk.looked.sound:
        st.html(markup.paragraph(NOT_SOUND))
    st.download_button(
        f"Download {file_name(desk.draft)}",
        data=desk.looked.raw,
        file_name=file_name(desk.draft),
        mime="application/toml",
        icon=":material/download:",
        key="desk_download_file",
        on_click="ignore",
        type="primary",
    )
    with st.expander("The file", icon=":material/code:", key="desk_file"):
        st.code(desk.looked.raw.decode(), language="toml", wrap_lines=True)


def _own(desk: Desk) -> None:
    name = file_name(desk.draft)
    st.html(markup.labelled("Folder:", str(own_folder())))
    if not desk.looked.sound:
        st.html(
            markup.paragraph("Only a case without faults is saved here. What is left:")
            + problems.rows(desk.looked.faults)
        )
    st.button(
        f"Save as {name}",
        icon=":material/save:",
        key="desk_save_own",
        disabled=not desk.looked.sound,
        on_click=_wanted,
        args=(desk,),
    )
    refused: tuple[str, tuple[Problem, ...]] = st.session_state.get(_REFUSED, ("", ()))
    if refused[0] == _asked_for(desk):
        show.problems(refused[1], "The case was not saved")
    if st.session_state.get(_SAVED) == _asked_for(desk):
        st.success(show.escape(f"Saved as {name}. It stands among the cases now."))
        st.page_link("screen_cases.py", label="To the teaching cases", icon=":material/school:")


def _asked_for(desk: Desk) -> str:
    """What is saved: another draft, or one that was changed since, is another matter."""
    return f"{desk.draft.get('id')}\n{desk.looked.raw.decode()}"


def _wanted(desk: Desk) -> None:
    """Save it, or ask first where a file would be replaced."""
    if exists_already(str(desk.draft.get("id"))):
        st.session_state[_ASKED] = _asked_for(desk)
    else:
        _save(desk, replace=False)


def _save(desk: Desk, *, replace: bool) -> None:
    def act() -> None:
        state.start()
        st.session_state.pop(_ASKED, None)
        try:
            save_own(str(desk.draft.get("id")), desk.looked.raw, replace=replace)
        except InputError as error:
            st.session_state[_REFUSED] = (_asked_for(desk), error.problems)
            st.session_state.pop(_SAVED, None)
        else:
            st.session_state[_SAVED] = _asked_for(desk)
            st.session_state.pop(_REFUSED, None)

    uninterrupted(act)


def _leave() -> None:
    st.session_state.pop(_ASKED, None)


def _confirm(desk: Desk) -> None:
    """Ask before a file is replaced; closing the question leaves it as it is."""

    @st.dialog("Replace this case?", on_dismiss=_leave)
    def ask() -> None:
        if _ASKED not in st.session_state:
            st.rerun()
        name = file_name(desk.draft)
        st.html(markup.paragraph(f"The folder holds {name} already. It would be overwritten."))
        with st.container(horizontal=True):
            st.button(
                "Replace it",
                type="primary",
                key="desk_replace_yes",
                on_click=_save,
                args=(desk,),
                kwargs={"replace": True},
            )
            st.button("Keep the file", key="desk_replace_no", on_click=_leave)

    ask()
