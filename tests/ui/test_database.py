"""The database: named by a setting, brought up to date, and clear about what cannot be used."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Dialect, make_url
from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateTable

from cases.load import case_by_id
from tests.ui.case_learner import Learner
from tests.ui.command_line import run
from ui import store
from ui.database import place
from ui.database.tables import METADATA
from ui.keeping import NOT_SAVED
from ui.learning.learner import Learner as Known
from ui.store import DATABASE_VARIABLE, FOLDER_VARIABLE, Store, StoreError

SECRET = "pa55-w0rd"  # noqa: S105  (that it is never shown is what is tested)
LUPUS = "lupus-kidney-failure"


@pytest.fixture
def asks_for(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the setting."""
    return lambda url: monkeypatch.setenv(DATABASE_VARIABLE, url)


def test_a_setting_names_another_file(
    asks_for: Callable[[str], None], kept_in: Path, tmp_path: Path
) -> None:
    other = tmp_path / "else where" / "x.sqlite3"
    asks_for(f"sqlite:///{other}")
    learner = Learner(LUPUS)
    learner.answer(0)
    assert other.exists()
    assert not kept_in.exists()
    assert set(Learner(LUPUS, learner.session).kept(case_by_id(LUPUS))["answers"]) == {"0"}


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "is no database URL"),
        (f"post gres://u:{SECRET}@h/d?x", "is no database URL"),
        (f"postgresql://u:{SECRET}@h:port/d", "is no database URL"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        (f"nosuch://u:{SECRET}@h/d", "not installed"),
        (f"mysql+pymysql://u:{SECRET}@h/d?password={SECRET}", "pymysql.*not installed"),
        (f"postgresql+psycopg://u:{SECRET}@h/d", "psycopg.*not installed"),
        ("sqlite:////proc/nowhere/x.sqlite3", "cannot be made"),
    ],
)
def test_what_cannot_be_used_is_said_with_the_setting_and_no_password(
    asks_for: Callable[[str], None], url: str, said: str
) -> None:
    asks_for(url)
    with pytest.raises(StoreError, match=said) as found:
        store.current()
    assert SECRET not in str(found.value)
    assert DATABASE_VARIABLE in str(found.value)
    served = run("ui", "--no-browser")
    assert served.code == 2
    assert DATABASE_VARIABLE in served.err
    assert SECRET not in served.out + served.err


def test_a_page_goes_on_without_the_database_and_says_which_setting(
    asks_for: Callable[[str], None],
) -> None:
    asks_for(f"postgresql+psycopg://u:{SECRET}@h/d")
    learner = Learner(LUPUS)
    learner.answer(0)
    assert [found.value for found in learner.app.warning] == [NOT_SAVED]
    assert f"{DATABASE_VARIABLE}: psycopg, which" in learner.read()
    assert SECRET not in learner.sent()
    assert not learner.asks()  # the answer is there


def test_a_password_is_never_part_of_what_is_shown() -> None:
    url = make_url(f"postgresql://anna:{SECRET}@host/name?password={SECRET}&sslkey={SECRET}")
    assert place.shown(url) == f"{DATABASE_VARIABLE}: the database postgresql://anna:***@host/name"


def test_settings_mean_the_same_after_the_folder_has_changed(
    asks_for: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(FOLDER_VARIABLE, "data")
    asks_for("sqlite:///x.sqlite3?timeout=3")
    place.make_absolute()
    monkeypatch.chdir("/")
    found = place.current_place()
    assert place.file_of(found) == tmp_path / "x.sqlite3"
    assert not isinstance(found, Path)
    assert found.query["timeout"] == "3"
    assert place.default_path() == tmp_path / "data" / "sessions.sqlite3"


def test_the_tables_can_be_made_in_the_common_servers() -> None:
    for server in ("postgresql", "mysql"):
        dialect: Dialect = registry.load(server)()
        for table in METADATA.sorted_tables:
            made: str = str(CreateTable(table).compile(dialect=dialect))
            assert table.name in made


def old_file(path: Path, sessions: dict[str, Any]) -> None:
    """A file as the version before made it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "CREATE TABLE session "
            "(id TEXT PRIMARY KEY, content TEXT NOT NULL, touched INTEGER NOT NULL)"
        )
        connection.execute("CREATE INDEX by_age ON session (touched)")
        for name, content in sessions.items():
            connection.execute(
                "INSERT INTO session VALUES (?, ?, strftime('%s') + 0)", (name, json.dumps(content))
            )
        connection.execute("PRAGMA user_version = 1")


def old_record(**progress: Any) -> dict[str, Any]:
    case = case_by_id(LUPUS)
    answer = {
        "option": 0,
        "text": case.steps[0].question.options[0].text,
        "sure": "certain",
        "reason": "because",
        "facts": ["diagnosis"],
        "shown_before": True,
    }
    reached = {"at": 1, "round": 2, "answers": {"0": answer}, "shown": [1], "twins": {"t": True}}
    return {
        "revision": "old",
        "patient": {"title": "", "answers": {"age": 40}, "refused": {}, "readings": {}},
        "previous": None,
        "progress": {LUPUS: reached, "a case that is gone": {"at": 3}, "odd": 7, **progress},
        "settings": {"last_case": LUPUS},
    }


def test_a_file_of_the_version_before_is_read_and_its_answers_move_to_a_learner(
    kept_in: Path,
) -> None:
    path, session, bare = kept_in / "sessions.sqlite3", "s" * 22, "b" * 22
    old = old_record()
    old_file(path, {session: old, bare: {**old, "progress": {}}})
    learner = Learner(session=session)
    assert "Go on where you left" in learner.read()
    assert learner.record()["patient"]["answers"] == {"age": 40}
    assert learner.kept(case_by_id(LUPUS)) == old["progress"][LUPUS]
    assert learner.learner().case("a case that is gone") == {"at": 3}
    content = Store(path).load(session)
    assert content is not None
    assert "progress" not in content
    again = Learner(LUPUS, session)
    again.answer(0)
    assert set(again.kept(case_by_id(LUPUS))["answers"]) == {"0", "1"}
    before = old["progress"][LUPUS]["answers"]["0"]
    # What a newer version has added to an answer may stand beside it.
    assert again.kept(case_by_id(LUPUS))["answers"]["0"].items() >= before.items()
    assert Learner(session=bare).learner().is_empty
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == store.SCHEMA
        assert connection.execute("SELECT count(*) FROM learner").fetchone()[0] == 1


def test_what_the_version_before_deleted_is_overwritten_at_last(kept_in: Path) -> None:
    path, session = kept_in / "sessions.sqlite3", "s" * 22
    mark = "Geheimnis-5150 "
    old_file(path, {session: old_record(x={"reason": mark * 900}), "t" * 22: {"revision": "1"}})
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM session WHERE id = ?", (session,))
    assert mark.encode() in path.read_bytes()
    kept = Store(path)
    kept.save(store.new_id(), {"revision": "1"})
    assert kept.load("t" * 22) == {"revision": "1"}
    assert mark.encode() not in b"".join(file.read_bytes() for file in kept_in.iterdir())


def test_two_tabs_move_old_answers_once(kept_in: Path) -> None:
    path, session = kept_in / "sessions.sqlite3", "s" * 22
    old_file(path, {session: old_record()})
    learners = Store(path).learners
    learners.adopt(session)
    first = learners.fetch(session, Known())
    learners.adopt(session)
    assert learners.fetch(session, Known()) == first


def test_old_answers_are_shown_where_nothing_can_be_written_and_moved_later(
    kept_in: Path, asks_for: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, session = kept_in / "sessions.sqlite3", "s" * 22
    old_file(path, {session: old_record()})
    Store(path)  # the tables are there; the session is not looked at
    asks_for(f"sqlite:///file:{path}?mode=ro&uri=true")
    store.opened.cache_clear()
    learner = Learner(LUPUS, session)
    assert "Step 2 of 3" in learner.read()
    learner.answer(0)
    assert "cannot be saved" in learner.app.warning[0].value
    content = json.loads(_content(path, session))
    assert LUPUS in content["progress"]  # nothing was lost
    monkeypatch.delenv(DATABASE_VARIABLE)
    learner.settle()
    answers = learner.kept(case_by_id(LUPUS))["answers"]
    assert set(answers) == {"0", "1"}
    assert answers["0"]["reason"] == "because"
    assert "progress" not in json.loads(_content(path, session))


def _content(path: Path, session: str) -> str:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT content FROM session WHERE id = ?", (session,)).fetchone()
    return str(row[0])


def test_a_newer_file_is_refused_on_the_page_and_left_alone(kept_in: Path) -> None:
    path = kept_in / "sessions.sqlite3"
    Store(path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA user_version = {store.SCHEMA + 1}")
    before = path.read_bytes()
    store.opened.cache_clear()
    learner = Learner(LUPUS)
    learner.answer(0)
    assert "newer version" in learner.read()
    assert path.read_bytes() == before
