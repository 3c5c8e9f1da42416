"""A damaged SQLite file: recognised, and set aside, so that nothing in it is lost."""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from ui.database.place import StoreError

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
LOGS = ("-wal", "-shm")
"""The endings of the files beside an SQLite file."""


def is_damage(error: BaseException) -> bool:
    """Whether the file itself is broken, as opposed to busy, full or not to be written."""
    found = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(found, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in DAMAGED


def still_damaged(file: Path) -> bool:
    """Whether the file in that place is a damaged one; another thread may have been faster."""
    try:
        with contextlib.closing(sqlite3.connect(file)) as connection:
            return bool(connection.execute("PRAGMA quick_check").fetchone()[0] != "ok")
    except sqlite3.DatabaseError as error:
        return is_damage(error)


def set_aside(file: Path) -> str:
    """Rename the file and what stands beside it, so that a new one can begin; what to say of it.

    Raises StoreError when it cannot be moved.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = file.with_name(f"{file.name}.damaged-{stamp}-{secrets.token_hex(3)}")
    try:
        file.replace(aside)
        for ending in LOGS:
            log = file.with_name(file.name + ending)
            if log.exists():
                log.replace(aside.with_name(aside.name + ending))
    except OSError as error:
        raise StoreError(f"The file {file} is damaged and cannot be moved.") from error
    return (
        f"The file in which entries are kept was damaged. It was set aside as {aside.name} "
        "and a new one was begun: entries from before are missing."
    )
