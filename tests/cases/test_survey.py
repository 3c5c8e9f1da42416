"""Faults and hints of whole folders, each with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.check import check_library
from cases.lint import lint
from cases.load import library, library_files
from cases.own import FOLDER_VARIABLE
from cases.survey import every_file, located, survey, unreadable
from engine.errors import Problem
from tests.cases.example import EXAMPLE


def test_the_library_is_found_as_the_command_line_finds_it() -> None:
    found = survey(tuple(library_files().items()))
    assert check_library() == ()
    assert all(each.hint for each in found)
    hints = {(hint.field.split(", ")[0], hint.wrong) for hint in lint(library())}
    assert {(each.file.removesuffix(".toml"), each.wrong) for each in found} == hints


def test_own_cases_stand_beside_it_with_file_line_and_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    (tmp_path / "loud.toml").write_text(
        EXAMPLE.replace('"MS-1", "MS-3"', '"MS-1"'), encoding="utf-8"
    )
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    (tmp_path / "lupus-mild.toml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    found = survey(every_file())
    (loud,) = [each for each in found if each.file == "loud.toml" and not each.hint]
    assert loud.place == "step 2, expects, document, fired"
    line = (tmp_path / "loud.toml").read_text(encoding="utf-8").splitlines()[loud.line - 1]
    assert line.startswith("fired = ")
    assert "MS-3 fired too" in loud.wrong
    assert {each.place for each in found if each.file == "empty.toml"} >= {"title", "steps"}
    said = {each.file: each.wrong for each in unreadable()}
    assert "comes with the program" in said["lupus-mild.toml"]
    assert "cannot be read" in said["folder.toml"]
    assert set(said) == {"lupus-mild.toml", "folder.toml"}


def test_an_objective_is_found_on_its_line() -> None:
    (found,) = located("x.toml", EXAMPLE.encode(), [Problem("x, objective 1", "It is.", "Mend.")])
    assert found.place == "objective 1"
    assert EXAMPLE.splitlines()[found.line - 1].startswith("objectives")
