"""Connections to the database: prepared, checked, committed as a whole or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from ui.database import damage, schema
from ui.database.anchor import Anchor
from ui.database.place import DATABASE_VARIABLE, Place, StoreError, file_of, shown

Done = TypeVar("Done")

BUSY_MILLISECONDS = 5_000
SHORTEST_SECRET = 4
"""A shorter value in a URL is an option such as "on"; it may stand in other words."""
_WRITES = "cds_writes"

PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS:d}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA secure_delete = ON",  # what was deleted is overwritten
    "PRAGMA foreign_keys = ON",
)


class RacedError(StoreError):
    """What was to be made has just been made by somebody else."""


class Database:
    """The database in a place; opening it makes what is missing.

    Every connection to an SQLite file is a new one, so that threads share none and a file that was
    moved or replaced is noticed. A damaged file is set aside; ``notice`` then says so. Everything
    here raises StoreError when the database cannot be used.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self.notice: str | None = None
        self._file = file_of(place)
        self._anchor = Anchor(self._file) if self._file is not None else None
        self._lock = threading.Lock()
        # One at a time inside of this process: waiting in line is faster than asking again.
        self._turn = threading.Lock()
        self._to_empty_log = False
        if self._file is not None:
            _make_folder(self._file.parent, place)
        self.engine = _engine(place)
        self._prepare_server()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which nothing is changed."""
        with self._usable(), self._open() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept at the end, or undone all together."""
        with self._usable(), self._turn if self.is_sqlite else contextlib.nullcontext():
            with self._open() as connection:
                connection.execution_options(**{_WRITES: True})
                with connection.begin():
                    yield connection
            if self._to_empty_log:
                self._empty_log()

    def write(self, act: Callable[[Connection], Done]) -> Done:
        """Do something that is kept as a whole; again, once, if another process was faster."""
        try:
            with self.writing() as connection:
                return act(connection)
        except RacedError:
            with self.writing() as connection:
                return act(connection)

    def leave_no_trace(self) -> None:
        """Empty the log of an SQLite file after a deletion: now, or as soon as nobody reads it."""
        if self.is_sqlite:
            self._to_empty_log = True
            with contextlib.suppress(StoreError), self._usable(), self._turn:
                self._empty_log()

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file, in which one connection writes at a time."""
        return self.engine.dialect.name == "sqlite"

    def _empty_log(self) -> None:
        with self._open() as connection:
            cursor = connection.connection.cursor()  # SQLAlchemy would begin a transaction
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()
            cursor.close()
            self._to_empty_log = bool(busy and busy[0])

    @contextlib.contextmanager
    def _usable(self) -> Iterator[None]:
        """Turn what the database says into an error that says it without what was entered."""
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error) as error:
            if damage.is_damage(error):
                self._set_aside()
            kind = RacedError if isinstance(error, IntegrityError) else StoreError
            raise kind(f"{shown(self.place)} cannot be used: {self._why(error)}.") from error

    def _why(self, error: Exception) -> str:
        """The driver's own words: no statement, no entry, no password."""
        words = " ".join(str(getattr(error, "orig", None) or error).split()).rstrip(".?")
        if isinstance(self.place, URL) and not self.is_sqlite:
            for secret in (self.place.password, *self.place.query.values()):
                if isinstance(secret, str) and len(secret) >= SHORTEST_SECRET:
                    words = words.replace(secret, "***")
        return words

    @contextlib.contextmanager
    def _open(self) -> Iterator[Connection]:
        """Connect; a file that is damaged is set aside, once, and a new one begun."""
        try:
            connection = self._prepared()
        except (SQLAlchemyError, sqlite3.Error) as error:
            if not damage.is_damage(error):
                raise
            self._set_aside()
            connection = self._prepared()
        with contextlib.closing(connection):
            yield connection

    def _prepared(self) -> Connection:
        connection = self.engine.connect()
        try:
            if self.is_sqlite and self._outdated(connection):
                self._make_tables(connection)
            connection.rollback()  # ends the transaction in which the version was read
        except BaseException:
            connection.close()
            raise
        if self._anchor is not None:
            self._anchor.hold()
        return connection

    def _outdated(self, connection: Connection) -> bool:
        return schema.check(schema.version_of_file(connection), shown(self.place))

    def _make_tables(self, connection: Connection) -> None:
        connection.rollback()
        connection.execution_options(**{_WRITES: True})
        with connection.begin():
            before = schema.version_of_file(connection)
            if self._outdated(connection):  # another process may have been faster
                schema.make_tables(connection)
        connection.execution_options(**{_WRITES: False})
        if before in schema.LEFT_TRACES:
            # Where there is no room for it now, the file is right all the same.
            with contextlib.suppress(sqlite3.Error):
                connection.connection.cursor().execute("VACUUM")
            self._to_empty_log = True

    def _prepare_server(self) -> None:
        if not self.is_sqlite:
            with self._usable(), self.engine.begin() as connection:
                if schema.check(schema.version_of_server(connection), shown(self.place)):
                    schema.make_tables(connection)

    def _set_aside(self) -> None:
        if self._file is None or self._anchor is None:
            return
        with self._lock:
            self._anchor.let_go()
            if damage.still_damaged(self._file):
                self.notice = damage.set_aside(self._file)


def _engine(place: Place) -> Engine:
    url = URL.create("sqlite", database=str(place)) if isinstance(place, Path) else place
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True, hide_parameters=True)
        engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    except (SQLAlchemyError, ImportError) as error:
        what = getattr(error, "name", None) or url.drivername
        raise StoreError(
            f"{DATABASE_VARIABLE}: {what}, which this kind of database needs, is not installed."
        ) from error
    except (TypeError, ValueError) as error:
        raise StoreError(f"{shown(place)} cannot be used: an option of it is wrong.") from error
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    """Prepare a new connection to an SQLite file."""
    connection.isolation_level = None  # transactions begin where SQLAlchemy says so, see _begin
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    """Who will write takes the lock at once: a later change of mind could fail for good."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_folder(folder: Path, place: Place) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        whose = f"{DATABASE_VARIABLE}: the" if isinstance(place, URL) else "The"
        raise StoreError(f"{whose} folder {folder} cannot be made: {error.strerror}.") from error
