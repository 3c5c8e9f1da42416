"""Where entries are kept between visits: one row of JSON a session, and what learners answered.

A row is found by an unguessable id alone.
"""

from __future__ import annotations

import contextlib
import functools
import json
import re
import secrets
import time
from typing import Any

from sqlalchemy import Connection, select

from ui.database.connection import Database
from ui.database.place import (
    DATABASE_VARIABLE,
    FOLDER_VARIABLE,
    Place,
    StoreError,
    current_place,
    default_path,
    shown,
)
from ui.database.schema import SCHEMA
from ui.database.tables import LEARNER, OF_A_LEARNER, SESSION
from ui.learning.repository import Learners

__all__ = [
    "DATABASE_VARIABLE",
    "DAY",
    "FOLDER_VARIABLE",
    "KEPT_DAYS",
    "LARGEST",
    "SCHEMA",
    "Store",
    "StoreError",
    "current",
    "default_path",
    "is_id",
    "new_id",
    "opened",
]

KEPT_DAYS = 90
LARGEST = 4_000_000
"""The most characters that one session may take."""

DAY = 24 * 60 * 60
ID = re.compile(r"[A-Za-z0-9_-]{20,64}")


def new_id() -> str:
    """An id that cannot be guessed (128 bits of randomness)."""
    return secrets.token_urlsafe(16)


def is_id(text: object) -> bool:
    """Whether a text can be an id: only such a text ever reaches the database."""
    return isinstance(text, str) and ID.fullmatch(text) is not None


def as_text(content: dict[str, Any]) -> str:
    """A session's content as it is kept. Raises StoreError when it is too much."""
    text = json.dumps(content, ensure_ascii=False)
    if len(text) > LARGEST:
        raise StoreError("There is more to keep than the store takes.")
    return text


class Store:
    """The sessions and the learners in one database.

    Opening it removes what nobody touched for ``KEPT_DAYS`` days. Every method raises StoreError
    when the database cannot be used.
    """

    def __init__(self, place: Place) -> None:
        self.database = Database(place)
        self.learners = Learners(self.database)
        self._remove_old()

    def _remove_old(self) -> None:
        oldest = int(time.time()) - KEPT_DAYS * DAY
        old_session, old_learner = SESSION.c.touched < oldest, LEARNER.c.touched < oldest
        with self.database.reading() as connection:
            kinds = (SESSION.c.id, old_session), (LEARNER.c.id, old_learner)
            found = [connection.scalar(select(ids).where(old).limit(1)) for ids, old in kinds]
        if not any(found):
            return

        def act(connection: Connection) -> None:
            connection.execute(SESSION.delete().where(old_session))
            for table in OF_A_LEARNER:
                gone = select(LEARNER.c.id).where(old_learner)
                connection.execute(table.delete().where(table.c.learner.in_(gone)))
            connection.execute(LEARNER.delete().where(old_learner))

        # A file that is only read can still be read.
        with contextlib.suppress(StoreError):
            self.database.write(act)

    @property
    def notice(self) -> str | None:
        """That a damaged file was set aside, once that has happened."""
        return self.database.notice

    def load(self, session: str) -> dict[str, Any] | None:
        """What was saved under an id; None when there is nothing, or the id is none."""
        if not is_id(session):
            return None
        here = SESSION.c.id == session
        with self.database.reading() as connection:
            row = connection.execute(
                select(SESSION.c.content, SESSION.c.touched).where(here)
            ).one_or_none()
        if row is None:
            return None
        now = int(time.time())
        if row.touched < now - DAY:
            with self.database.writing() as connection:
                connection.execute(SESSION.update().where(here).values(touched=now))
        try:
            content = json.loads(row.content)
        except ValueError as error:
            where = shown(self.database.place)
            raise StoreError(f"{where} holds something broken for this session.") from error
        return content if isinstance(content, dict) else None

    def save(self, session: str, content: dict[str, Any]) -> None:
        """Keep the content (JSON data) under an id, in place of what was there.

        Raises ValueError for what is no id.
        """
        if not is_id(session):
            raise ValueError("not a session id")
        told = {"content": as_text(content), "touched": int(time.time())}

        def act(connection: Connection) -> None:
            here = SESSION.update().where(SESSION.c.id == session)
            if not connection.execute(here.values(told)).rowcount:
                connection.execute(SESSION.insert().values(id=session, **told))

        self.database.write(act)


@functools.cache
def opened(place: Place) -> Store:
    """The store in a place, opened once for the whole process."""
    return Store(place)


def current() -> Store:
    """The store in use. Raises StoreError, which names the setting where one is wrong."""
    return opened(current_place())
