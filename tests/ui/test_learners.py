"""Learners in the database: nothing committed is doubled or lost, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from ui import store
from ui.database.tables import ANSWER
from ui.learning.learner import Learner, joined, parted
from ui.learning.learner_code import new_learner_id
from ui.learning.repository import Learners, UnknownCodeError
from ui.learning.three_way import merged
from ui.store import Store, StoreError

ROOT = Path(__file__).parents[2]
CONTENT = {"revision": "1"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "learners.sqlite3"


@pytest.fixture
def learners(path: Path) -> Learners:
    return Store(path).learners


def reached(count: int = 0, at: int = 0, **parts: Any) -> dict[str, Any]:
    """How far somebody has come in a case."""
    return {"at": at, "round": count, "answers": {}, "shown": [], "twins": {}, **parts}


def rows(path: Path, table: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608


class Tab:
    """What a page does: it knows what it has seen, and keeps what it changes."""

    def __init__(self, learners: Learners, session: str) -> None:
        self.learners, self.session = learners, session
        self.known = learners.fetch(session, Learner())

    def do(self, case: str, reached: dict[str, Any]) -> Learner:
        now = self.known.with_case(case, reached)
        self.known = self.learners.save(self.session, CONTENT, self.known, now)
        return self.known

    def look(self) -> Learner:
        self.known = self.learners.fetch(self.session, self.known)
        return self.known


@pytest.fixture
def tabs(learners: Learners) -> tuple[Tab, Tab]:
    """Two tabs of one session, neither of which has seen anything of the other."""
    session = store.new_id()
    return Tab(learners, session), Tab(learners, session)


def test_everything_is_there_for_another_store_of_the_same_file(path: Path) -> None:
    session = store.new_id()
    now = (
        Learner()
        .with_case("a", reached(at=1, answers={"0": {"option": 1}, "10": {}}, shown=[2]))
        .with_case("b", reached(count=3, twins={"t": True, "u": False}))
        .with_document("drills", "run 1", {"märk": ["<b>", None, 1.5]})
        .named("=cmd()")
    )
    kept = Store(path).learners.save(session, CONTENT, Learner(), now)
    assert Store(path).learners.fetch(session, Learner()) == kept
    assert (kept.cases, kept.documents, kept.name) == (now.cases, now.documents, now.name)
    assert Store(path).load(session) == CONTENT


def test_both_tabs_make_the_same_learner(path: Path, tabs: tuple[Tab, Tab]) -> None:
    first, second = tabs
    first.do("a", reached(answers={"0": {"option": 1}}))
    second.do("b", reached(answers={"0": {"option": 2}}))
    assert set(first.look().cases) == set(second.look().cases) == {"a", "b"}
    assert len(rows(path, "learner")) == 1


def test_answers_of_both_tabs_survive_and_the_first_to_a_step_counts(
    path: Path, tabs: tuple[Tab, Tab]
) -> None:
    first, second = tabs
    first.do("a", reached(at=1, answers={"0": {"option": 1}}, shown=[5], twins={"t": True}))
    second.do(
        "a",
        reached(answers={"0": {"option": 2}, "1": {"option": 3}}, shown=[6], twins={"t": False}),
    )
    found = first.look().case("a")
    assert found["answers"] == {"0": {"option": 1}, "1": {"option": 3}}
    assert found["twins"] == {"t": True}
    assert sorted(found["shown"]) == [5, 6]
    assert len(rows(path, "answer")) == 2


def test_an_answer_that_was_seen_and_no_longer_fits_can_be_replaced_once(
    tabs: tuple[Tab, Tab],
) -> None:
    first, second = tabs
    first.do("a", reached(answers={"0": {"text": "gone"}}))
    second.look()
    first.do("a", reached(answers={"0": {"text": "new"}}))
    second.do("a", reached(answers={"0": {"text": "too late"}}))
    assert first.look().case("a")["answers"] == {"0": {"text": "new"}}


def test_beginning_again_deletes_and_a_late_tab_brings_nothing_back(
    path: Path, tabs: tuple[Tab, Tab]
) -> None:
    first, second = tabs
    first.do("a", reached(answers={"0": {"option": 1}}, twins={"t": True}))
    second.look()
    first.do("a", reached(count=1))
    second.do("a", reached(answers={"0": {"option": 1}, "1": {"option": 2}}, twins={"u": True}))
    assert first.look().case("a") == reached(count=1)
    assert rows(path, "answer") == rows(path, "twin") == []


def test_the_database_itself_refuses_a_second_answer(learners: Learners, path: Path) -> None:
    session = store.new_id()
    kept = learners.save(
        session, CONTENT, Learner(), Learner().with_case("a", reached(answers={"0": {}}))
    )
    row = {"learner": kept.id, "case": "a", "round": 0, "step": 0, "content": "{}"}
    with pytest.raises(IntegrityError), learners.database.engine.begin() as connection:
        connection.execute(ANSWER.insert().values(row))
    assert len(rows(path, "answer")) == 1


def test_many_threads_commit_the_same_steps_once(path: Path) -> None:
    learners, session = Store(path).learners, store.new_id()
    problems: list[object] = []

    def work(number: int) -> None:
        try:
            for step in range(5):
                tab = Tab(learners, session)
                before = tab.known.case("a") or reached()
                answers = {str(step): {"of": number}, **before["answers"]}
                tab.do("a", {**before, "answers": answers, "twins": {str(number): True}})
        except StoreError as error:
            problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    found = Tab(learners, session).known.case("a")
    assert set(found["answers"]) == {"0", "1", "2", "3", "4"}
    assert set(found["twins"]) == {str(number) for number in range(6)}
    assert len(rows(path, "answer")) == 5


KILLED = """
import os, signal, sys
from pathlib import Path
from ui.store import Store
from ui.learning.learner import Learner
from ui.learning import rows
learners = Store(Path(sys.argv[1])).learners
known = learners.fetch(sys.argv[2], Learner())
place = {"at": 0, "round": 0, "answers": {"0": {"option": 1}}, "shown": [], "twins": {}}
known = learners.save(sys.argv[2], {"revision": "1"}, known, known.with_case("a", place))
if sys.argv[3] == "in the middle":
    put = rows._commit
    def die(*told):
        put(*told)
        print("dying", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    rows._commit = die
    place = {**place, "at": 1, "answers": {**place["answers"], "1": {"option": 2}}}
    learners.save(sys.argv[2], {}, known, known.with_case("a", place))
print("dying", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
@pytest.mark.parametrize("when", ["after it was committed", "in the middle"])
def test_a_killed_process_loses_nothing_that_was_committed(path: Path, when: str) -> None:
    session = store.new_id()
    died = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), session, when],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (died.returncode, died.stdout) == (-signal.SIGKILL, "dying\n"), died.stderr
    learners = Store(path).learners
    found = learners.fetch(session, Learner())
    assert found.case("a") == reached(answers={"0": {"option": 1}})
    tab = Tab(learners, session)  # and the file is free again
    tab.do("a", reached(at=1, answers={"0": {"option": 1}, "1": {"option": 9}}))
    assert tab.look().case("a")["answers"]["1"] == {"option": 9}


def test_two_sessions_go_on_as_one_learner(learners: Learners) -> None:
    one, other = Tab(learners, store.new_id()), Tab(learners, store.new_id())
    code = one.do("a", reached(answers={"0": {"option": 1}})).id
    other.known = learners.attach(other.session, CONTENT, code, bring=False)
    other.do("a", reached(answers={"0": {"option": 1}, "1": {"option": 2}}))
    assert one.look() == other.look()
    assert set(one.known.case("a")["answers"]) == {"0", "1"}


@pytest.mark.parametrize("bring", [True, False])
def test_what_was_answered_before_comes_along_or_stays_behind(
    path: Path, learners: Learners, bring: bool
) -> None:
    one, other = Tab(learners, store.new_id()), Tab(learners, store.new_id())
    third = Tab(learners, other.session)
    there = one.do("a", reached(count=2, answers={"0": {"option": 1}}, shown=[7]))
    other.do("a", reached(answers={"0": {"option": 8}, "1": {"option": 9}}, twins={"t": True}))
    own = other.do("b", reached(answers={"0": {"option": 9}}))
    third.look()
    other.known = learners.attach(other.session, CONTENT, there.id, bring=bring)
    assert other.known.id == there.id
    found = one.look()
    if bring:
        assert found.case("a")["answers"] == {"0": {"option": 1}, "1": {"option": 9}}
        assert found.case("a")["round"] == 2
        assert found.case("a")["twins"] == {"t": True}
        assert set(found.cases) == {"a", "b"}
        assert {row[0] for row in rows(path, "answer")} == {there.id}
        back = learners.attach(store.new_id(), CONTENT, own.id, bring=False)
        assert (back.id, back.cases) == (found.id, found.cases)  # the old code leads on
    else:
        assert found.cases == there.cases
        back = learners.attach(store.new_id(), CONTENT, own.id, bring=False)
        assert set(back.cases) == {"a", "b"}
    assert third.look().id == there.id  # another tab of the same session


def test_a_chain_of_codes_leads_to_the_last_and_is_forgotten_with_it(
    path: Path, learners: Learners
) -> None:
    tabs = [Tab(learners, store.new_id()) for _ in range(3)]
    ids = [
        tab.do(case, reached(answers={"0": {}})).id for tab, case in zip(tabs, "abc", strict=True)
    ]
    learners.attach(tabs[0].session, CONTENT, ids[1], bring=True)
    learners.attach(tabs[1].session, CONTENT, ids[2], bring=True)
    assert all(set(tab.look().cases) == {"a", "b", "c"} for tab in tabs)
    assert all(learners.exists(each) for each in ids)
    learners.forget(ids[2])
    assert not any(learners.exists(each) for each in ids)
    assert all(tab.look().is_empty for tab in tabs)
    assert rows(path, "learner") == rows(path, "answer") == []


def test_a_tab_that_had_something_unsaved_adds_it_to_whom_the_session_went_on_as(
    learners: Learners, tabs: tuple[Tab, Tab]
) -> None:
    first, second = tabs
    first.do("a", reached(count=1, answers={"0": {"of": "left"}, "2": {"of": "left"}}))
    second.look()
    other = Tab(learners, store.new_id())
    other.do("a", reached(answers={"0": {"option": 1}}))
    learners.attach(first.session, CONTENT, other.known.id, bring=False)
    seen = second.known.case("a")
    now = second.known.with_case(
        "a", {**seen, "answers": {**seen["answers"], "1": {"of": "the second tab"}}}
    ).with_case("b", reached(answers={"0": {"of": "the second tab"}}))
    second.known = learners.save(second.session, CONTENT, second.known, now)
    found = other.look()
    assert found.case("a")["answers"] == {"0": {"option": 1}, "1": {"of": "the second tab"}}
    assert found.case("b")["answers"] == {"0": {"of": "the second tab"}}
    assert second.look() == found


def test_nobody_is_found_under_another_code(learners: Learners) -> None:
    Tab(learners, store.new_id()).do("a", reached())
    session = store.new_id()
    with pytest.raises(UnknownCodeError):
        learners.attach(session, CONTENT, new_learner_id(), bring=True)
    assert learners.fetch(session, Learner()).is_empty


def test_forgotten_in_one_tab_is_forgotten_in_the_other(
    path: Path, learners: Learners, tabs: tuple[Tab, Tab]
) -> None:
    first, second = tabs
    first.do("a", reached(answers={"0": {"option": 1}}))
    second.look()
    learners.forget(first.known.id)
    second.do("a", reached(answers={"0": {"option": 1}, "1": {"option": 2}}))
    assert [row[3] for row in rows(path, "answer")] == [1]  # only what is new


def test_learners_whom_nobody_looked_at_are_removed_with_all_they_had(path: Path) -> None:
    learners = Store(path).learners
    old, fresh = Tab(learners, store.new_id()), Tab(learners, store.new_id())
    for tab in (old, fresh):
        tab.do("a", reached(answers={"0": {}}, twins={"t": True}))
        now = tab.known.with_document("drills", "1", {})
        tab.known = learners.save(tab.session, CONTENT, tab.known, now)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for tab, days in ((old, 91), (fresh, 89)):
            connection.execute(
                "UPDATE learner SET touched = touched - ? WHERE id = ?",
                (days * store.DAY, tab.known.id),
            )
    fresh.look()  # looking at it is touching it
    again = Store(path).learners
    assert Tab(again, old.session).known.is_empty
    assert Tab(again, fresh.session).known.cases == fresh.known.cases
    for table in ("answer", "twin", "document", "progress"):
        assert {row[0] for row in rows(path, table)} == {fresh.known.id}


MARK = "Geheimnis-8d1f"


def bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def test_forgetting_leaves_no_trace_in_the_bytes_of_the_files(path: Path) -> None:
    learners = Store(path).learners
    others = [Tab(learners, store.new_id()) for _ in range(20)]
    ours = Tab(learners, store.new_id())
    for turn in range(30):  # pages are split, filled and rewritten
        for number, tab in enumerate([*others, ours]):
            mark = MARK if tab is ours else f"other-{number}"
            answer = {"reason": f"{mark} " * (1 + (turn * 7 + number) % 40)}
            before = tab.known.case(f"case-{turn % 10}") or reached()
            answers = {**before["answers"], str(turn): answer}
            tab.do(f"case-{turn % 10}", {**before, "at": turn, "answers": answers})
    now = ours.known.named(MARK).with_document("drills", MARK, [MARK] * 2000)
    ours.known = learners.save(ours.session, CONTENT, ours.known, now)
    assert MARK.encode() in bytes_of(path)
    code = ours.known.id
    learners.forget(code)
    assert MARK.encode() not in bytes_of(path)
    assert code.encode() not in bytes_of(path)
    assert len(others[0].look().cases) == 10


def test_a_reader_only_delays_the_emptying_of_the_log(path: Path) -> None:
    learners = Store(path).learners
    tab = Tab(learners, store.new_id())
    tab.do("a", reached(answers={"0": {"reason": MARK}}))
    with contextlib.closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM answer").fetchall()
        learners.forget(tab.known.id)
        reader.execute("COMMIT")
    tab.do("b", reached())
    assert MARK.encode() not in bytes_of(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(JSON, JSON)
def test_who_changed_nothing_takes_over_what_others_did(base: Any, theirs: Any) -> None:
    assert merged(base, base, theirs) == theirs
    assert merged(base, theirs, base) == theirs
    assert json.loads(json.dumps(merged(base, theirs, theirs))) == theirs


@given(st.dictionaries(st.text(max_size=3), JSON), st.text(max_size=3), st.text(max_size=3))
def test_changes_to_different_keys_both_stay(base: dict[str, Any], one: str, two: str) -> None:
    if one != two:
        found = merged(base, {**base, one: "ours"}, {**base, two: "theirs"})
        assert (found[one], found[two]) == ("ours", "theirs")


@given(
    st.dictionaries(st.integers(0, 99), JSON),
    st.dictionaries(st.text(max_size=3), st.booleans()),
    st.integers(0, 9),
)
def test_a_case_is_put_together_as_it_was_taken_apart(
    answers: dict[int, Any], twins: dict[str, bool], at: int
) -> None:
    whole = reached(at=at, answers={str(k): v for k, v in answers.items()}, twins=twins)
    assert joined(*parted(whole)) == whole


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    store.opened.cache_clear()
