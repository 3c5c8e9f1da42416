"""Forward chaining stays right under threads, forks, interruptions and when durable-rules errs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import durable_rules_engine as durable
import pytest

from engine.chaining.compile import compile_rules
from engine.chaining.facts import Facts
from engine.conditions import Value
from engine.errors import ForwardEngineError
from engine.forward import ForwardEngine, ForwardResult, forward_engine
from tests.engine import toy
from tests.engine.agreement import agreed
from tests.engine.random_books import random_patient, seeded
from tests.engine.toy import TOY, book_of, rule

ROOT = Path(__file__).parents[2]
PLANT: dict[str, Value] = {"kind": "fern", "warmth": 31.0, "light": "sun", "potted": True}
OTHER: dict[str, Value] = {"kind": "rose", "watered": False, "height": 200.0, "indoors": True}


# One engine, many users


def test_a_rule_book_is_given_to_durable_rules_once() -> None:
    again = book_of(TOY.rules, TOY.concepts)
    assert again is not TOY
    assert forward_engine(book_of(TOY.rules, TOY.concepts)) is forward_engine(again)
    assert forward_engine(book_of(TOY.rules[:1], TOY.concepts)) is not forward_engine(again)


def test_many_threads_get_what_one_gets() -> None:
    rng = seeded(1)
    plants = [random_patient(rng) for _ in range(200)]
    alone = [forward_engine(TOY).run(plant) for plant in plants]

    def all_of_them(_: int) -> list[ForwardResult]:
        engine = forward_engine(TOY)
        return [engine.run(plant) for plant in plants]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(all_of_them, range(8))) == [alone] * 8


def test_threads_that_want_a_new_rule_book_get_the_same_engine() -> None:
    book = book_of([rule("ONLY-HERE", toy.potted.yes, toy.DRY)])
    with ThreadPoolExecutor(8) as pool:
        engines = set(pool.map(lambda _: forward_engine(book), range(16)))
    assert len(engines) == 1


FORKING = """
import os
from threading import Event, Thread
from engine.forward import forward_engine
from tests.engine.toy import TOY

engine = forward_engine(TOY)
plant = {"kind": "fern", "warmth": 31.0}
expected = engine.run(plant)
done = Event()

def keep_consulting():
    while not done.is_set():
        engine.run({"kind": "rose", "watered": False})

busy = Thread(target=keep_consulting)
busy.start()
for _ in range(50):
    child = os.fork()
    if child == 0:
        right = engine.run(plant) == expected and forward_engine(TOY) is engine
        os._exit(0 if right else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert engine.run(plant) == expected
done.set()
busy.join()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_fork_in_the_middle_of_a_consultation_harms_neither_side() -> None:
    # In a process of its own: what measures coverage would not survive a fork among threads.
    subprocess.run([sys.executable, "-c", FORKING], cwd=ROOT, check=True, timeout=100)


STATM = Path("/proc/self/statm")


@pytest.mark.skipif(not STATM.exists(), reason="needs Linux")
def test_memory_does_not_grow() -> None:
    def megabytes() -> float:
        return (
            int(STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        )

    engine = forward_engine(TOY)
    rng = seeded(2)
    plants = [random_patient(rng) for _ in range(100)]

    def consult(times: int) -> None:
        for _ in range(times):
            for plant in plants:
                engine.run(plant)

    consult(5)
    before = megabytes()
    consult(50)
    assert megabytes() - before < 4


# Interruptions


def test_an_interrupted_consultation_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = forward_engine(TOY)
    expected = engine.run(OTHER)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    for owner, name in (
        (Facts, "concluded"),
        (durable, "start_action_for_state"),
        (durable, "complete_and_start_action"),
        (durable, "delete_state"),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(owner, name, interrupt)
            with pytest.raises(KeyboardInterrupt):
                engine.run(PLANT)
        assert engine.run(OTHER) == expected


def test_a_patient_already_deleted_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = forward_engine(TOY)
    expected = engine.run(OTHER)
    delete = durable.delete_state

    def deleted_and_interrupted(handle: int, sid: str) -> None:
        delete(handle, sid)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(durable, "delete_state", deleted_and_interrupted)
        with pytest.raises(KeyboardInterrupt):
            engine.run(PLANT)
    assert engine.run(OTHER) == expected


# durable-rules doing what it should not


def position(of: str, *, fires: bool) -> int:
    """Where the first clause that proves (refutes) a rule of the toy is defined."""
    return next(
        position
        for position, clause in enumerate(compile_rules(TOY))
        if (("rule", of), fires) in clause.conclusions
    )


def told_wrongly(name: str, by: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> str:
    """What the engine says when one function of durable-rules does this instead."""
    engine = forward_engine(TOY)
    expected = engine.run(OTHER)
    with monkeypatch.context() as patched:
        patched.setattr(durable, name, by)
        with pytest.raises(ForwardEngineError) as caught:
            engine.run(PLANT)
    assert engine.run(OTHER) == expected
    return str(caught.value)


ASSERT, START = durable.assert_fact, durable.start_action_for_state


@pytest.mark.parametrize("result", [1, 2, 3])
def test_a_fact_that_is_not_taken(result: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int, fact: str) -> tuple[int, int]:
        return (result, ASSERT(handle, fact)[1])

    assert f"(result {result})" in told_wrongly("assert_fact", refuse, monkeypatch)


def test_a_second_fact_about_a_subject_is_refused_by_durable_rules_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def twice(handle: int, fact: str) -> tuple[int, int]:
        ASSERT(handle, fact)
        result, state = ASSERT(handle, fact)
        return result, state

    assert "(result 2)" in told_wrongly("assert_fact", twice, monkeypatch)


def test_an_error_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise durable.error("Could not assert fact, error code: 303")

    message = told_wrongly("assert_fact", fail, monkeypatch)
    assert message == "durable-rules failed: Could not assert fact, error code: 303"


def test_a_patient_that_cannot_be_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise durable.error("Could not delete state, error code: 101")

    assert "error code: 101" in told_wrongly("delete_state", fail, monkeypatch)


def test_nothing_fires(monkeypatch: pytest.MonkeyPatch) -> None:
    message = told_wrongly("start_action_for_state", lambda *_: None, monkeypatch)
    assert "did not fire the rule that always fires" in message
    # A new engine, of which no state may be deleted yet, does not delete one.
    with monkeypatch.context() as patched:
        patched.setattr(durable, "start_action_for_state", lambda *_: None)
        with pytest.raises(ForwardEngineError, match="always fires"):
            ForwardEngine(TOY)


@pytest.mark.parametrize(
    ("report", "message"),
    [
        ('{"0":{}}', "fired what it should not have"),
        ('{"99999":{}}', "fired what it should not have"),
        ("[]", "fired what it should not have"),
        (f'{{"{position("DRY-1", fires=False)}":{{}}}}', "found DRY-1 both yes and no"),
        (f'{{"{position("DRY-1", fires=True)}":{{}}}}', "reported"),
        (f'{{"{position("DRY-1", fires=True)}":{{"0":{{"id":"0"}}}}}}', "matched"),
    ],
)
def test_something_fires_that_should_not(
    report: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = forward_engine(TOY)
    reports = iter([f'{{"{position("DRY-1", fires=True)}":{{"0":{{"id":"0"}}}}}}', report])
    if "both" not in message:
        next(reports)
    with monkeypatch.context() as patched:
        patched.setattr(durable, "complete_and_start_action", lambda *_: next(reports, None))
        with pytest.raises(ForwardEngineError, match=message):
            engine.run({})
    agreed(TOY, engine, PLANT)


def test_firing_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def again(_: int, state: int) -> str:
        asked.append(state)
        return '{"1":{}}'

    assert "should not have" in told_wrongly("complete_and_start_action", again, monkeypatch)
    assert len(asked) == 2


def test_decimals_that_are_misread_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    # As in a locale with a decimal comma, in which the C library reads 0.5 as 0.
    def misread(handle: int, fact: str) -> tuple[int, int]:
        result, state = ASSERT(handle, fact.replace("0.5", "0"))
        return result, state

    assert "did not take" in told_wrongly("assert_fact", misread, monkeypatch)
