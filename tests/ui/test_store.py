"""The store: found by an unguessable id alone, safe for many sessions, never silently broken."""

from __future__ import annotations

import contextlib
import sqlite3
import stat
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from ui import store
from ui.store import Store, StoreError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "sessions.sqlite3"


def rows(path: Path) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT id, content, touched FROM session").fetchall()


def age(path: Path, session: str, days: int) -> None:
    """Let a row be untouched for some days."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE session SET touched = touched - ? WHERE id = ?", (days * store.DAY, session)
        )


def test_what_was_saved_is_loaded_by_another_store_of_the_same_file(path: Path) -> None:
    session = store.new_id()
    content = {
        "answers": {"age": 34.5, "märkup": "<b>'; DROP TABLE session; --"},
        "list": [1, None],
    }
    Store(path).save(session, content)
    assert Store(path).load(session) == content


def test_saving_again_replaces(path: Path) -> None:
    kept, session = Store(path), store.new_id()
    kept.save(session, {"a": 1})
    kept.save(session, {"b": 2})
    assert kept.load(session) == {"b": 2}
    assert len(rows(path)) == 1


def test_nothing_is_found_under_another_id(path: Path) -> None:
    kept = Store(path)
    kept.save(store.new_id(), {"a": 1})
    assert kept.load(store.new_id()) is None


def test_ids_are_long_random_and_all_different() -> None:
    ids = {store.new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(store.is_id(session) and len(session) >= 22 for session in ids)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "short",
        "../../../etc/passwd/and/more",
        "' OR '1'='1' --aaaaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaaaaaaa\n",
        "ааааааааааааааааааааааа",  # noqa: RUF001  (Cyrillic)
        "a" * 65,
        "%2e%2e%2faaaaaaaaaaaaaaaaaaaa",
        None,
        ["a" * 22],
    ],
)
def test_what_is_no_id_never_reaches_the_database(path: Path, text: Any) -> None:
    kept = Store(path)
    assert not store.is_id(text)
    assert kept.load(text) is None
    with pytest.raises(ValueError, match="not a session id"):
        kept.save(text, {"a": 1})
    assert rows(path) == []


def test_rows_that_nobody_touched_are_removed_when_the_file_is_opened(path: Path) -> None:
    old, fresh, read = store.new_id(), store.new_id(), store.new_id()
    kept = Store(path)
    for session in (old, fresh, read):
        kept.save(session, {"of": session})
    for session, days in ((old, 91), (fresh, 89), (read, 89)):
        age(path, session, days)
    assert kept.load(read) == {"of": read}  # looking at it is touching it
    age(path, read, 5)
    again = Store(path)
    assert again.load(old) is None
    assert again.load(fresh) == {"of": fresh}
    assert again.load(read) == {"of": read}


def test_many_threads_write_and_read_their_own(path: Path) -> None:
    kept = Store(path)
    problems: list[object] = []

    def work(number: int) -> None:
        session = store.new_id()
        for turn in range(25):
            content = {"number": number, "turn": turn, "pad": "x" * 2000}
            try:
                kept.save(session, content)
                if kept.load(session) != content:
                    problems.append((number, turn))
            except StoreError as error:
                problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert len(rows(path)) == 8


def test_two_stores_of_one_file_see_each_other(path: Path) -> None:
    first, second, session = Store(path), Store(path), store.new_id()
    first.save(session, {"turn": 1})
    assert second.load(session) == {"turn": 1}
    second.save(session, {"turn": 2})
    assert first.load(session) == {"turn": 2}


def test_the_file_uses_a_write_ahead_log(path: Path) -> None:
    Store(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA user_version").fetchone()[0] == store.SCHEMA


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_the_folder_is_for_its_owner_only(path: Path) -> None:
    Store(path)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content", [b"this is not a database at all " * 50, b"SQLite format 3\0" * 90]
)
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    kept, session = Store(path), store.new_id()
    assert kept.notice is not None
    assert "set aside" in kept.notice
    aside = [file for file in path.parent.iterdir() if ".damaged-" in file.name]
    assert len(aside) == 1
    assert aside[0].name in kept.notice
    assert aside[0].read_bytes() == content
    kept.save(session, {"a": 1})
    assert Store(path).load(session) == {"a": 1}


def test_a_file_damaged_while_in_use_is_set_aside_too(path: Path) -> None:
    kept, session = Store(path), store.new_id()
    kept.save(session, {"a": 1})
    for file in path.parent.iterdir():
        file.write_bytes(b"overwritten by something else " * 400)
    assert kept.load(session) is None
    assert kept.notice is not None
    kept.save(session, {"a": 2})
    assert kept.load(session) == {"a": 2}


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    session = store.new_id()
    Store(path).save(session, {"a": 1})
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA user_version = {store.SCHEMA + 1}")
    with pytest.raises(StoreError, match="newer version"):
        Store(path)
    assert len(rows(path)) == 1


def test_a_row_that_is_no_json_is_an_error_and_stays(path: Path) -> None:
    kept, session = Store(path), store.new_id()
    kept.save(session, {"a": 1})
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE session SET content = '{'")
    with pytest.raises(StoreError, match="broken"):
        kept.load(session)
    assert rows(path)[0][1] == "{"


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be made"):
        Store(tmp_path / "file" / "sessions.sqlite3")


def test_a_path_that_is_a_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used"):
        Store(tmp_path)


def test_too_much_is_refused(path: Path) -> None:
    kept, session = Store(path), store.new_id()
    kept.save(session, {"a": 1})
    with pytest.raises(StoreError, match="more to keep"):
        kept.save(session, {"a": "x" * store.LARGEST})
    assert kept.load(session) == {"a": 1}


def test_the_environment_says_where(kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert store.default_path() == kept_in / "sessions.sqlite3"
    monkeypatch.delenv(store.FOLDER_VARIABLE)
    assert "autoimmune-cds" in str(store.default_path())
