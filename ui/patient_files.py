"""Where a patient comes from and goes to: a file, a teaching case, an empty form."""

from __future__ import annotations

import streamlit as st

from cases.model import Case
from cases.own import every_case
from cases.play import findings_after
from engine.errors import InputError, Problem
from engine.profile import findings_of
from engine.reading import Request, is_trace, read_request, read_trace, write_request
from engine.rule import Layer
from engine.words import sentence
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from ui import markup, show, state

FILE_NAME = "fictional-patient-not-for-clinical-use.json"
BESIDE = "Saves itself. Files are not for clinical use."
_REFUSED, _ROUND, _REPLACED, _CASE = "file_refused", "upload_round", "replaced", "start_case"


def menu() -> None:
    """Load and Save, side by side."""
    with st.container(horizontal=True, horizontal_alignment="right", key="patient_menu"):
        with st.popover("Load", icon=":material/folder_open:", key="load"):
            _upload()
            _from_case()
            _others()
        _save()
    st.html(f'<p class="cds-beside cds-small cds-muted">{markup.text(BESIDE)}</p>')


def messages() -> None:
    """A file that was refused, in full; or which patient has just taken the place of another."""
    refused: tuple[str, tuple[Problem, ...]] | None = st.session_state.get(_REFUSED)
    if refused:
        with st.container(key="file_refused"):
            heading, problems = refused
            show.problems(problems, heading)
            st.button("Close this message", key="file_refused_close", on_click=forget_messages)
    if st.session_state.get(_REPLACED):
        patient = state.patient()
        which = "an empty patient" if patient.is_empty else patient.title or "the patient before"
        with st.container(
            horizontal=True, vertical_alignment="center", key="replaced", border=True
        ):
            st.html(markup.paragraph(f"Now showing {which}."), width="content")
            if state.previous() is not None:
                st.button(
                    "Undo", icon=":material/undo:", key="undo", on_click=_undo, type="tertiary"
                )


def forget_messages() -> None:
    """They were read, or something else was done since."""
    st.session_state.pop(_REFUSED, None)
    st.session_state.pop(_REPLACED, None)


def _replaced() -> None:
    forget_messages()
    st.session_state[_REPLACED] = True


def _upload() -> None:
    # A new key empties the uploader, so that the same file can be chosen again.
    name = f"upload_{st.session_state.get(_ROUND, 0)}"
    st.file_uploader(
        "From a file (JSON or TOML; a patient or a trace)",
        type=["json", "toml"],
        key=name,
        on_change=_read,
        args=(name,),
    )


def _read(name: str) -> None:
    """Take the patient of the uploaded file; a file that cannot be used changes nothing."""
    file = st.session_state[name]
    if file is None:
        return
    try:
        request = _request(file.getvalue())
    except InputError as error:
        forget_messages()
        heading = f"{error.heading}: {file.name}. The patient below is unchanged"
        st.session_state[_REFUSED] = (heading, error.problems)
    else:
        title = f"the patient of the file {file.name}"
        state.replace_patient(
            request.profile.as_file(), title, request.readings, request.layers, request.opinions
        )
        _replaced()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _request(raw: bytes) -> Request:
    """The patient of a patient file, or of a trace."""
    if not is_trace(raw):
        return read_request(raw, FULL_RULEBOOK, state.model)
    trace = read_trace(raw, (RULEBOOK, FULL_RULEBOOK))
    told = findings_of(FULL_RULEBOOK.vocabulary, trace.entries)
    layers = tuple(Layer.of(name) for name in trace.layers)
    return Request(state.model.read(told), layers, trace.readings)


def _from_case() -> None:
    try:
        cases = every_case()
    except InputError:  # the screen of the cases says what is wrong with them
        cases = ()
    if not cases:
        return
    st.selectbox(
        "From a teaching case, as it stands at its end",
        cases,
        index=None,
        format_func=lambda case: f"{sentence(case.group.label)}: {case.title}",
        placeholder="Choose a case",
        key=_CASE,
        on_change=_take_case,
    )


def _take_case() -> None:
    case: Case | None = st.session_state[_CASE]
    if case is None:
        return
    findings = findings_after(case, len(case.steps) - 1)
    state.replace_patient(findings, f"the patient of the case “{case.title}”")
    st.session_state[_CASE] = None
    _replaced()


def _others() -> None:
    with st.container(horizontal=True):
        st.button(
            "New empty patient",
            icon=":material/person_add:",
            key="new_patient",
            on_click=_clear,
            disabled=state.patient().is_empty,
        )
        if state.previous() is not None:
            st.button("Previous patient", icon=":material/undo:", key="previous", on_click=_undo)


def _clear() -> None:
    state.clear_patient()
    _replaced()


def _undo() -> None:
    state.undo()
    _replaced()


def _save() -> None:
    patient = state.patient()
    request = Request(
        state.model.read(patient.answers), patient.layers, patient.readings, patient.opinions
    )
    left_out = " Entries with a problem are left out." if patient.refused else ""
    st.download_button(
        "Save",
        # Written when it is asked for: a file made in every run is gone again with the next one.
        data=lambda: write_request(request),
        file_name=FILE_NAME,
        mime="application/json",
        icon=":material/download:",
        key="save",
        on_click="ignore",
        help=f"As a JSON file that can be loaded again.{left_out}",
    )
