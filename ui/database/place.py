"""Where the database is: the file of the user's data folder, or what a setting names."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_dir
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from engine.errors import ProgramError

FOLDER_VARIABLE = "AUTOIMMUNE_CDS_DATA"
DATABASE_VARIABLE = "AUTOIMMUNE_CDS_DATABASE"

Place = Path | URL
"""An SQLite file, or any database as SQLAlchemy names it."""


class StoreError(ProgramError):
    """Entries can be neither kept nor fetched just now; the message says why."""


def default_path() -> Path:
    """The file in use: in the folder that the environment names, or the user's data folder."""
    folder = os.environ.get(FOLDER_VARIABLE) or user_data_dir("autoimmune-cds", appauthor=False)
    return Path(folder) / "sessions.sqlite3"


def current_place() -> Place:
    """The database that the environment names, or else the file. Raises StoreError."""
    asked = os.environ.get(DATABASE_VARIABLE, "").strip()
    return as_url(asked) if asked else default_path()


def as_url(text: str) -> URL:
    """A setting as a URL. Raises StoreError, which never repeats it: a password may stand in it."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            f"{DATABASE_VARIABLE} is no database URL. It is to look like "
            "sqlite:////folder/file.sqlite3 or postgresql+psycopg://user@host/name."
        ) from error
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise StoreError(
            f"{DATABASE_VARIABLE} names no file, so nothing would be kept. Name one, as in "
            "sqlite:////folder/file.sqlite3."
        )
    return url


def file_of(place: Place) -> Path | None:
    """The SQLite file of a place; None for a server, and for a file that SQLite is to find."""
    if isinstance(place, Path):
        return place
    named = place.database or ""
    is_file = place.get_backend_name() == "sqlite" and not named.startswith("file:")
    return Path(named) if is_file else None


def shown(place: Place) -> str:
    """How a message names the place: without a password, nor anything else that may be secret."""
    if isinstance(place, Path):
        return f"The file {place}"
    bare = place.set(query={}).render_as_string(hide_password=True)
    return f"{DATABASE_VARIABLE}: the database {bare}"


def make_absolute() -> None:
    """Let the settings mean the same after the current folder has changed."""
    if folder := os.environ.get(FOLDER_VARIABLE):
        os.environ[FOLDER_VARIABLE] = str(Path(folder).resolve())
    place = current_place()
    file = file_of(place)
    if isinstance(place, URL) and file is not None:
        absolute = place.set(database=str(file.resolve()))
        os.environ[DATABASE_VARIABLE] = absolute.render_as_string(hide_password=False)
