"""``docs/command-line.md`` says what is so."""

from __future__ import annotations

import json
import re
import shlex
import tomllib

import pytest

from engine.export import Answer
from engine.trace import FlagState, Kind, Provenance
from tests.ui.command_line import ROOT, run
from ui.commands.evaluate import Format

TEXT = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
SHOWN = sorted(set(re.findall(r"^    autoimmune-cds (.+?)(?:  .*)?$", TEXT, re.MULTILINE)))
FILES = re.findall(r"```(json|toml)\n(.*?)```", TEXT, re.DOTALL)


def test_there_is_something_to_check() -> None:
    assert len(SHOWN) >= 10
    assert [kind for kind, _ in FILES] == ["toml", "json", "json"]


@pytest.mark.parametrize(("kind", "content"), FILES, ids=["toml", "json", "treatments"])
def test_the_files_shown_can_be_evaluated(kind: str, content: str) -> None:
    assert tomllib.loads(content) if kind == "toml" else json.loads(content)
    outcome = run("evaluate", "-", stdin=content.encode())
    assert outcome.code == 0
    assert "May be considered: cyclophosphamide" in outcome.out


@pytest.mark.parametrize("command", SHOWN)
def test_the_commands_shown_exist(command: str) -> None:
    words = shlex.split(command.partition("<")[0])
    options = [word for word in words if word.startswith("--")]
    if options == ["--version"]:
        assert run(*words).code == 0
        return
    depth = 2 if words[0] in {"cases", "rules", "statements"} else 1
    outcome = run(*words[:depth], "--help")
    assert outcome.code == 0
    assert all(option in outcome.out for option in options)


def test_the_commands_that_only_read_answer() -> None:
    for command in SHOWN:
        words = shlex.split(command)
        if words[0] in {"rules", "statements", "schema"} or words[:2] == ["cases", "list"]:
            assert run(*words).code == 0, command


def test_the_table_of_the_answer_has_exactly_its_keys() -> None:
    table = TEXT.split("The keys of the JSON answer:")[1].split("`kind` is one of")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(Answer.model_fields)


def test_the_closed_sets_are_complete() -> None:
    for kind in Kind:
        assert f"`{kind.value}`" in TEXT
    for word in (*(s.value for s in FlagState), *(p.value for p in Provenance)):
        assert word in TEXT
    for written in Format:
        assert f"| `{written.value}`" in TEXT
