"""What a broken rule book would do where patients are entered: nothing but show a defect."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.broken import broken_book
from engine.mutation import mutants
from engine.rulebook import RuleBook
from rules import RULEBOOK
from tests.ui.command_line import run
from tests.ui.screens import opened
from ui import consultation
from ui.commands import patient
from ui.store import FOLDER_VARIABLE

# The age is that of no other patient of the tests: nothing about this one is kept from before.
MILD = {"diagnosis": "systemic_lupus_erythematosus", "severity": "mild", "age": 97}


@pytest.fixture
def broken() -> RuleBook:
    """Lupus that is not severe: cyclophosphamide may be considered, says this one."""
    found = mutants(RULEBOOK, RULEBOOK.rule["LUP-4"])
    return broken_book(RULEBOOK, next(m for m in found if m.id == "LUP-4:change_stance:then:1"))


@pytest.fixture
def smuggled(broken: RuleBook, monkeypatch: pytest.MonkeyPatch) -> RuleBook:
    """The broken book in the place of the true one."""
    monkeypatch.setattr(consultation, "book_for", lambda _: broken)
    monkeypatch.setattr(patient, "book_for", lambda _: broken)
    return broken


@pytest.mark.usefixtures("smuggled")
def test_the_profile_screen_shows_a_defect_and_no_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    app = opened("screen_profile.py", MILD)
    shown = " ".join([*(e.value for e in app.error), *(str(h.proto.body) for h in app.get("html"))])
    assert "broken on purpose" in shown
    assert "May be considered" not in shown


@pytest.mark.usefixtures("smuggled")
@pytest.mark.parametrize(
    "command",
    [
        ("evaluate", "-"),
        ("why", "-"),
        ("why-not", "-", "--to", "may_be_considered"),
        ("what-if", "-", "--to", "may_be_considered"),
        ("ask-next", "-"),
        ("report", "-"),
    ],
    ids=lambda command: command[0],
)
def test_the_commands_refuse_it(command: tuple[str, ...]) -> None:
    done = run(*command, stdin=json.dumps(MILD).encode())
    assert done.code == 3
    assert "broken on purpose" in done.err
    assert "May be considered" not in done.out


def test_without_it_the_same_command_answers() -> None:
    done = run("evaluate", "-", stdin=json.dumps(MILD).encode())
    assert done.code == 0
    assert "Not indicated by the document" in done.out
