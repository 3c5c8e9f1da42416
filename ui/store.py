"""Where entries are kept between visits: one row of JSON a session, in an embedded SQLite file.

A row is found by an unguessable id alone. Behind this small interface another database could stand.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from engine.errors import ProgramError

SCHEMA = 1
KEPT_DAYS = 90
LARGEST = 4_000_000
"""The most characters that one session may take."""

DAY = 24 * 60 * 60
BUSY_MILLISECONDS = 5_000
ID = re.compile(r"[A-Za-z0-9_-]{20,64}")
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
FOLDER_VARIABLE = "AUTOIMMUNE_CDS_DATA"


class StoreError(ProgramError):
    """Entries can be neither kept nor fetched just now; the message says why."""


def new_id() -> str:
    """An id that cannot be guessed (128 bits of randomness)."""
    return secrets.token_urlsafe(16)


def is_id(text: object) -> bool:
    """Whether a text can be an id: only such a text ever reaches the database."""
    return isinstance(text, str) and ID.fullmatch(text) is not None


class Store:
    """The sessions in one SQLite file.

    Opening it makes the file, removes rows that nobody touched for ``KEPT_DAYS`` days, and sets a
    damaged file aside; ``notice`` then says so. Every call opens a connection of its own, so that
    the threads of Streamlit share none. Every method raises StoreError when the file cannot be
    used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice: str | None = None
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"The folder {path.parent} cannot be made: {error.strerror}."
            ) from error
        with self._connection() as connection:
            oldest = int(time.time()) - KEPT_DAYS * DAY
            connection.execute("DELETE FROM session WHERE touched < ?", (oldest,))

    def load(self, session: str) -> dict[str, Any] | None:
        """What was saved under an id; None when there is nothing, or the id is none."""
        if not is_id(session):
            return None
        with self._connection() as connection:
            row = connection.execute(
                "SELECT content, touched FROM session WHERE id = ?", (session,)
            ).fetchone()
            if row is None:
                return None
            now = int(time.time())
            if row[1] < now - DAY:
                connection.execute("UPDATE session SET touched = ? WHERE id = ?", (now, session))
        try:
            content = json.loads(row[0])
        except ValueError as error:
            raise StoreError(f"What is kept in {self.path} for this session is broken.") from error
        return content if isinstance(content, dict) else None

    def save(self, session: str, content: dict[str, Any]) -> None:
        """Keep the content (JSON data) under an id, in place of what was there.

        Raises ValueError for what is no id.
        """
        if not is_id(session):
            raise ValueError("not a session id")
        text = json.dumps(content, ensure_ascii=False)
        if len(text) > LARGEST:
            raise StoreError("There is more to keep than the store takes.")
        with self._connection() as connection:
            connection.execute(
                "INSERT INTO session (id, content, touched) VALUES (?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET content = excluded.content, "
                "touched = excluded.touched",
                (session, text, int(time.time())),
            )

    @contextlib.contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection to a file of our schema; commits at the end, or undoes everything."""
        try:
            connection = self._open()
            with contextlib.closing(connection), connection:
                yield connection
        except sqlite3.Error as error:
            if _is_damage(error):
                self._set_aside()
            raise StoreError(f"The file {self.path} cannot be used: {error}.") from error

    def _open(self) -> sqlite3.Connection:
        """Open the file; one that is damaged is set aside, once, and a new one begun."""
        try:
            return self._prepared()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            self._set_aside()
        return self._prepared()

    def _prepared(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_MILLISECONDS / 1000)
        try:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS:d}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            self._make_tables(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA:
            raise StoreError(f"The file {self.path} was made by a newer version of this program.")
        if version < SCHEMA:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS session "
                "(id TEXT PRIMARY KEY, content TEXT NOT NULL, touched INTEGER NOT NULL)"
            )
            connection.execute("CREATE INDEX IF NOT EXISTS by_age ON session (touched)")
            connection.execute(f"PRAGMA user_version = {SCHEMA:d}")
            connection.commit()

    def _set_aside(self) -> None:
        """Rename a damaged file, so that nothing in it is lost and a new one can begin."""
        with self._lock:
            if not self._still_damaged():
                return  # another thread was faster
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
            aside = self.path.with_name(f"{self.path.name}.damaged-{stamp}-{secrets.token_hex(3)}")
            try:
                self.path.replace(aside)
                for ending in ("-wal", "-shm"):
                    log = self.path.with_name(self.path.name + ending)
                    if log.exists():
                        log.replace(aside.with_name(aside.name + ending))
            except OSError as error:
                raise StoreError(f"The file {self.path} is damaged and cannot be moved.") from error
            self.notice = (
                f"The file in which entries are kept was damaged. It was set aside as {aside.name} "
                "and a new one was begun: entries from before are missing."
            )

    def _still_damaged(self) -> bool:
        try:
            with contextlib.closing(sqlite3.connect(self.path)) as connection:
                return bool(connection.execute("PRAGMA quick_check").fetchone()[0] != "ok")
        except sqlite3.DatabaseError as error:
            return _is_damage(error)


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is broken, as opposed to busy, full or not to be written."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in DAMAGED


def default_path() -> Path:
    """The file in use: in the folder that the environment names, or the user's data folder."""
    folder = os.environ.get(FOLDER_VARIABLE) or user_data_dir("autoimmune-cds", appauthor=False)
    return Path(folder) / "sessions.sqlite3"


@functools.cache
def opened(path: Path) -> Store:
    """The store in a file, opened once for the whole process."""
    return Store(path)
