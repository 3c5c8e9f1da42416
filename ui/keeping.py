"""How a session is kept: its record in memory, saved whenever it changes, found by its address.

The address carries an unguessable id, never a finding, and only once there is something to keep.
Where nothing can be saved, the record lives as long as the page is open, and the person is told.
"""

from __future__ import annotations

import copy
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException

from ui import store
from ui.learning.holding import Holding
from ui.learning.learner import Learner
from ui.record import Record, brought_up_to_date, empty

ADDRESS = "s"
"""The query parameter that holds the id."""

MOST_ATTEMPTS = 20

NOT_FOUND = (
    "Nothing is kept under the address that was opened: it may be incomplete, or older than "
    f"{store.KEPT_DAYS} days. An empty patient is shown instead."
)
NOT_FETCHED = (
    "What was entered before cannot be fetched just now, so an empty patient is shown. Go back, or "
    "open the same address again, to try once more."
)
NOT_SAVED = (
    "Entries cannot be saved on this computer just now: they last only as long as this page is "
    "open. Save the patient as a file to keep it."
)


@dataclass(slots=True)
class Session:
    """A session: its id, record and learner, whether they are saved, what is to be told.

    A record is replaced, never altered: Streamlit may still be running one script of a session when
    it begins the next.
    """

    id: str = field(default_factory=store.new_id)
    record: Record = field(default_factory=empty)
    saved: bool = True
    reason: str = ""
    learning: Holding = field(default_factory=Holding)
    notices: list[str] = field(default_factory=list)
    told_of_damage: str | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)

    def refresh(self) -> None:
        """Take over what another tab has saved under the same address meanwhile."""
        with self.lock:
            if not self.saved:
                self._save(self.record)
            elif self.record["revision"]:
                self._fetch()
            if self.record["revision"]:
                self.record = self.learning.refresh(self.id, self.record)

    def apply(self, change: Callable[[Record], None]) -> None:
        """Apply a change to the newest record, and save it."""
        with self.lock:
            self.refresh()
            changed = copy.deepcopy(self.record)
            change(changed)
            self._save(changed)

    def learn(self, change: Callable[[Learner], Learner]) -> None:
        """Apply a change to the learner as the screen showed it, and save it.

        Not to a newer one: what other tabs did meanwhile is put together when it is saved.
        """
        with self.lock:
            changed, new = change(self.learning.now), not self.record["revision"]
            if new:
                self.record = {**self.record, "revision": secrets.token_hex(8)}
            self.learning.change(self.id, self.record, changed)
            self.saved = self.saved and (self.learning.saved or not new)

    def problem(self) -> str | None:
        """Why not everything is saved, while that is so; empty when nobody knows."""
        if self.saved and self.learning.saved:
            return None
        return self.learning.reason if self.saved else self.reason

    def _save(self, changed: Record) -> None:
        self.record = {**changed, "revision": secrets.token_hex(8)}
        try:
            where = store.current()
            where.save(self.id, self.record)
            self.saved = True
            self.tell_of_damage(where)
        except store.StoreError as error:
            self.saved, self.reason = False, str(error)

    def tell_of_damage(self, where: store.Store) -> None:
        """Pass on, once, that the store was set aside."""
        if where.notice and where.notice != self.told_of_damage:
            self.told_of_damage = where.notice
            self.notices.append(where.notice)

    def _fetch(self) -> None:
        try:
            kept = store.current().load(self.id)
        except store.StoreError:
            return
        if kept is None:  # removed, or in a file that was set aside
            self._save(self.record)
        elif kept.get("revision") != self.record["revision"]:
            self.record = brought_up_to_date(kept)


def start() -> None:
    """Make the session ready; called once in every run, before anything is shown."""
    asked = st.query_params.get(ADDRESS)
    known: Session | None = st.session_state.get("session")
    if known is None or (store.is_id(asked) and asked != known.id):
        st.session_state["session"] = _opened(asked)
    else:
        known.refresh()
    _show_address(session())


def session() -> Session:
    """The session. Look it up once, before anything is changed: any look-up can end the run."""
    found: Session = st.session_state["session"]
    return found


def keep(change: Callable[[Record], None]) -> None:
    """Change the session's record, and save it. All of it happens, or nothing."""
    ours = session()
    ours.apply(change)
    _show_address(ours)


def learn(change: Callable[[Learner], Learner]) -> None:
    """Change what is kept of the learner, and save it. All of it happens, or nothing."""
    ours = session()
    ours.learn(change)
    _show_address(ours)


def uninterrupted(act: Callable[[], None]) -> None:
    """Run what a widget reports to its end.

    Streamlit ends a callback as soon as the browser reports something else, at any look-up in the
    session; what was just entered would be lost. ``act`` is then run again, so it must be such that
    doing it twice comes to the same.
    """
    interruption: RerunException | None = None
    for _ in range(MOST_ATTEMPTS):
        try:
            act()
            break
        except RerunException as newer:
            interruption = newer
    if interruption is not None:
        raise interruption


def _opened(asked: str | None) -> Session:
    """The session of an address, or a new one."""
    new = Session()
    try:
        where = store.current()
        kept = where.load(asked) if asked else None
        # A copy that was shared is not a session: who has its link may change nothing.
        if asked and kept is not None and "copy" not in kept:
            new.id, new.record = asked, brought_up_to_date(kept)
            new.record = new.learning.refresh(new.id, new.record)
        elif asked:
            new.notices.append(NOT_FOUND)
        new.tell_of_damage(where)
    except store.StoreError as error:
        if asked:
            new.notices.append(f"{NOT_FETCHED} ({error})")
    return new


def _show_address(ours: Session) -> None:
    """Put the id into the address once there is something to come back to."""
    kept = ours.record["revision"] and ours.saved
    if kept and st.query_params.get(ADDRESS) != ours.id:
        st.query_params[ADDRESS] = ours.id
    elif not kept and ADDRESS in st.query_params:
        del st.query_params[ADDRESS]
