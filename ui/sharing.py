"""Copies to share: a patient as it stands, read-only, under an unguessable id of its own.

The id is not that of the session, so that who has the link can change nothing; and the address
holds no finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui import state, store
from ui.inquiries import About
from ui.keeping import session
from ui.record import Patient, Record, as_patient, brought_up_to_date

ADDRESS = "copy"
"""The query parameter that holds the id of a copy."""
KEPT_DAYS = store.KEPT_DAYS
_MADE, _PROBLEM = "copy_made", "copy_problem"
_LOOKED = "copy_looked_at"
_VIEW = ("view", "conclusion")
"""What of the screen belongs to the copy: the tab and the chosen conclusion."""

NOT_FOUND = (
    "There is no copy under this address: it may be incomplete, or nobody opened it for "
    f"{KEPT_DAYS} days. Ask for the link again."
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was opened, and how it was looked at."""

    patient: Patient
    record: Record
    view: dict[str, str]


def make_copy() -> None:
    """Keep a copy of the patient as it stands, and remember its link."""
    st.session_state.pop(_PROBLEM, None)
    patient = session().record["patient"]
    view = {name: str(st.session_state[name]) for name in _VIEW if st.session_state.get(name)}
    name = store.new_id()
    try:
        store.current().save(name, {"copy": patient, "view": view})
    except store.StoreError as error:
        st.session_state[_PROBLEM] = f"The copy cannot be kept just now. {error}"
        return
    st.session_state[_MADE] = {"id": name, "revision": session().record["revision"]}


def made(key: About) -> str | None:
    """The link that was made for this very patient; None without one."""
    found: dict[str, Any] | None = st.session_state.get(_MADE)
    if found is None or found["revision"] != session().record["revision"] or not key.entries:
        return None
    return f"{_here()}/explanation?{ADDRESS}={found['id']}"


def problem() -> str | None:
    """Why no copy could be kept."""
    return st.session_state.get(_PROBLEM)


def _here() -> str:
    """Where the program is served, as the browser says."""
    address = str(st.context.url or "").split("?", maxsplit=1)[0].rstrip("/")
    return address.removesuffix("/explanation")


def asked_for() -> str | None:
    """The id of the copy that the address asks for."""
    return st.query_params.get(ADDRESS)


def opened(name: str) -> Copy | None:
    """The copy under an id; None where there is none. Raises StoreError when it cannot be read."""
    kept = store.current().load(name)
    if kept is None or not isinstance(kept.get("copy"), dict):
        return None
    record = brought_up_to_date({"patient": kept["copy"]})
    view = kept.get("view")
    return Copy(
        as_patient(record["patient"]),
        record["patient"],
        {str(k): str(v) for k, v in view.items()} if isinstance(view, dict) else {},
    )


def look_as(copy: Copy, name: str) -> None:
    """Open the tab and the conclusion that the copy was made with, once."""
    if st.session_state.get(_LOOKED) != name:
        st.session_state[_LOOKED] = name
        for part, value in copy.view.items():
            st.session_state[part] = value


def take(copy: Copy) -> None:
    """Make the copy one's own patient; the one before can be brought back."""
    patient = copy.patient
    told = {**patient.answers, **patient.refused}
    state.replace_patient(
        told, "the shared copy", patient.readings, patient.layers, patient.opinions
    )
    leave()


def leave() -> None:
    """Go back to one's own patient."""
    st.query_params.pop(ADDRESS, None)
