"""Making the tables, bringing those of an older version up to date, refusing those of a newer."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, inspect, select, text

from ui.database.place import StoreError
from ui.database.tables import ABOUT, METADATA, SESSION

SCHEMA = 2
"""1: sessions only, a learner's progress inside of their JSON. 2: learners and their answers."""

LEFT_TRACES = (1,)
"""Versions that did not overwrite what they deleted; their files are written anew."""


def version_of_file(connection: Connection) -> int:
    """The version that an SQLite file carries; 0 for a new one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def version_of_server(connection: Connection) -> int:
    """The version that any other database carries; 0 for an empty one."""
    if not inspect(connection).has_table(ABOUT.name):
        return 0
    found = connection.scalar(select(ABOUT.c.value).where(ABOUT.c.name == "schema"))
    return int(found or 0)


def check(version: int, where: str) -> bool:
    """Whether tables have to be made. Raises StoreError for those of a newer version."""
    if version > SCHEMA:
        raise StoreError(f"{where} was made by a newer version of this program.")
    return version < SCHEMA


def make_tables(connection: Connection) -> None:
    """Make what is missing, inside of the caller's transaction; nothing kept is lost."""
    found = inspect(connection)
    if found.has_table(SESSION.name):
        columns = {column["name"] for column in found.get_columns(SESSION.name)}
        if SESSION.c.learner.name not in columns:
            connection.execute(text("ALTER TABLE session ADD COLUMN learner VARCHAR(64)"))
            for index in SESSION.indexes:
                index.create(connection, checkfirst=True)
    METADATA.create_all(connection)
    known = set(connection.scalars(select(ABOUT.c.name)))
    for name, value in (("schema", str(SCHEMA)), ("id", secrets.token_hex(16))):
        if name not in known:
            connection.execute(ABOUT.insert().values(name=name, value=value))
    connection.execute(ABOUT.update().where(ABOUT.c.name == "schema").values(value=str(SCHEMA)))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA:d}")


def identity(connection: Connection) -> str:
    """Which database this is: another one in the same place has another."""
    return str(connection.scalar(select(ABOUT.c.value).where(ABOUT.c.name == "id")) or "")
