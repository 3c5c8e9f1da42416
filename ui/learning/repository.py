"""The learners in a database: fetched, kept, moved from one session to another, forgotten."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from ui.database.connection import Database
from ui.database.schema import identity
from ui.database.tables import LEARNER, SESSION
from ui.learning import rows
from ui.learning.learner import Learner, as_json
from ui.learning.learner_code import WrongCodeError, new_learner_id

DAY = 24 * 60 * 60


class UnknownCodeError(WrongCodeError):
    """A code that is well formed, but nobody's here."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody's answers are kept under this code here. It may belong to another "
            "installation, or the answers were forgotten or not looked at for too long."
        )


class Learners:
    """The learners in one database, each found through a session or by the code.

    Every method raises StoreError when the database cannot be used; then nothing has changed.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    def fetch(self, session: str, known: Learner) -> Learner:
        """The learner of a session, newer than ``known`` or the same.

        An empty one when there is none or it was forgotten; its ``database`` is another when the
        database is not the one in which ``known`` was seen.
        """
        with self.database.reading() as connection:
            here = identity(connection)
            learner = _resolved(connection, _learner_of(connection, session))
            lost = learner is None and known.database == here
            if lost and (learner := _resolved(connection, known.id)) is None:
                return Learner(database=here)
            if learner is None:
                return Learner(database=here)
            row = connection.execute(
                select(LEARNER.c.revision, LEARNER.c.touched).where(LEARNER.c.id == learner)
            ).one()
            same = (learner, here, row.revision) == (known.id, known.database, known.revision)
            found = known if same else rows.read(connection, learner, here)
        if lost or row.touched < time.time() - DAY:
            self._touch(session, learner)
        return found

    def save(
        self, session: str, content: Mapping[str, Any], known: Learner, now: Learner
    ) -> Learner:
        """Keep what has changed since ``known`` for the session's learner; how it stands then.

        A learner, and the session with its ``content``, are made when there is none yet.
        """

        def act(connection: Connection) -> Learner:
            here = identity(connection)
            seen = known if known.database == here else Learner()
            _ensure(connection, session, content)
            learner = _claimed(connection, session, seen.id)
            _lock(connection, learner)
            if _resolved(connection, seen.id) not in (None, learner):
                # The session went on as somebody else meanwhile, whose answers stay as they are.
                rows.add_missing(connection, learner, now.since(seen))
            else:
                rows.write(connection, learner, seen, now)
            return rows.read(connection, learner, here)

        return self.database.write(act)

    def adopt(self, session: str) -> None:
        """Move the answers inside of an older version's session to a learner."""

        def act(connection: Connection) -> None:
            where = SESSION.c.id == session
            _lock_session(connection, session)
            content = json.loads(
                connection.scalar(select(SESSION.c.content).where(where)) or "null"
            )
            if not isinstance(content, dict) or "progress" not in content:
                return  # another tab was faster
            old = content.pop("progress")
            cases = old_cases(old)
            if cases:
                learner = _claimed(connection, session, "")
                _lock(connection, learner)
                rows.add_missing(connection, learner, Learner(cases=cases))
            told = json.dumps(content, ensure_ascii=False)
            connection.execute(SESSION.update().where(where).values(content=told))

        self.database.write(act)

    def exists(self, learner: str) -> bool:
        """Whether somebody's answers are kept under an id."""
        with self.database.reading() as connection:
            return _resolved(connection, learner) is not None

    def attach(
        self, session: str, content: Mapping[str, Any], learner: str, *, bring: bool
    ) -> Learner:
        """Let the session go on as a learner; how it stands then. Raises UnknownCodeError.

        With ``bring``, what the session's learner had and the other lacks goes along, and its own
        code leads to the other from then on. Without, it stays behind under its own code.
        """

        def act(connection: Connection) -> Learner:
            target = _resolved(connection, learner)
            if target is None:
                raise UnknownCodeError
            here = identity(connection)
            _ensure(connection, session, content)
            own = _resolved(connection, _learner_of(connection, session))
            _lock(connection, target)
            if bring and own is not None and own != target:
                rows.add_missing(connection, target, rows.read(connection, own, here))
                _become_part(connection, own, target)
            _link(connection, session, target)
            return rows.read(connection, target, here)

        return self.database.write(act)

    def forget(self, learner: str) -> None:
        """Delete everything that is kept of a learner, in every session, without a trace."""

        def act(connection: Connection) -> None:
            rows.delete(connection, learner)
            sessions = SESSION.update().where(SESSION.c.learner == learner)
            connection.execute(sessions.values(learner=None))

        self.database.write(act)
        self.database.leave_no_trace()

    def _touch(self, session: str, learner: str) -> None:
        def act(connection: Connection) -> None:
            here = LEARNER.update().where(LEARNER.c.id == learner)
            connection.execute(here.values(touched=int(time.time())))
            _link(connection, session, learner)

        self.database.write(act)


def old_cases(progress: object) -> dict[str, Any]:
    """The cases in an older version's record; what is no case is passed over."""
    if not isinstance(progress, dict):
        return {}
    return {
        str(case): as_json(reached)
        for case, reached in progress.items()
        if isinstance(reached, dict) and reached
    }


def _learner_of(connection: Connection, session: str) -> str | None:
    return connection.scalar(select(SESSION.c.learner).where(SESSION.c.id == session))


def _resolved(connection: Connection, learner: str | None) -> str | None:
    """The learner that an id leads to; None without one."""
    if not learner:
        return None
    row = connection.execute(
        select(LEARNER.c.id, LEARNER.c.joined).where(LEARNER.c.id == learner)
    ).one_or_none()
    return None if row is None else row.joined or row.id


def _claimed(connection: Connection, session: str, known: str) -> str:
    """The session's learner; the one that was known, or a new one, if it has none."""
    asked = _learner_of(connection, session)
    found = _resolved(connection, asked) or _resolved(connection, known)
    if found is None:
        found = new_learner_id()
        now = int(time.time())
        connection.execute(LEARNER.insert().values(id=found, name="", revision=0, touched=now))
    if found != asked:
        _link(connection, session, found)
    return found


def _link(connection: Connection, session: str, learner: str) -> None:
    connection.execute(SESSION.update().where(SESSION.c.id == session).values(learner=learner))


def _lock(connection: Connection, learner: str) -> None:
    """Count one more change; nobody else changes this learner until the transaction ends."""
    more = {"revision": LEARNER.c.revision + 1, "touched": int(time.time())}
    connection.execute(LEARNER.update().where(LEARNER.c.id == learner).values(more))


def _ensure(connection: Connection, session: str, content: Mapping[str, Any]) -> None:
    """Make the session's row if it is not there; no other tab changes it until this is done."""
    if not _lock_session(connection, session):
        text, now = json.dumps(content, ensure_ascii=False), int(time.time())
        connection.execute(SESSION.insert().values(id=session, content=text, touched=now))


def _lock_session(connection: Connection, session: str) -> bool:
    """Touch the session's row, if there is one."""
    here = SESSION.update().where(SESSION.c.id == session)
    return bool(connection.execute(here.values(touched=int(time.time()))).rowcount)


def _become_part(connection: Connection, own: str, target: str) -> None:
    """Let an id, and those that led to it, lead to another; its rows have been copied."""
    rows.delete_rows(connection, own)
    here = (LEARNER.c.id == own) | (LEARNER.c.joined == own)
    connection.execute(LEARNER.update().where(here).values(joined=target, name=""))
    sessions = SESSION.update().where(SESSION.c.learner == own)
    connection.execute(sessions.values(learner=target))
