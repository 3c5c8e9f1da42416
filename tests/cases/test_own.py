"""Cases of one's own: read from a folder, checked, and a broken one hides no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import own
from cases.load import LARGEST, case_by_id, library
from cases.own import FOLDER_VARIABLE, every_case, own_cases
from engine.errors import CaseError
from tests.cases.example import EXAMPLE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    (tmp_path / "my-first.toml").write_text(EXAMPLE, encoding="utf-8")
    return tmp_path


def wrong() -> str:
    return "\n".join(map(str, own_cases().problems))


def test_without_a_folder_there_are_the_cases_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert every_case() == library()
    assert own_cases().problems == ()


def test_a_case_of_the_folder_stands_among_the_others(folder: Path) -> None:
    assert (folder / "my-first.toml").exists()
    assert [case.id for case in own_cases().cases] == ["my-first"]
    assert own_cases().problems == ()
    every = every_case()
    assert len(every) == len(library()) + 1
    assert case_by_id("my-first", every).id == "my-first"
    with pytest.raises(CaseError, match="my-first"):
        case_by_id("my-frist", every)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("no-toml.toml", "not = toml = at all", "no-toml.toml: This is not TOML"),
        ("lupus-mild.toml", EXAMPLE, "A case that comes with the program has this name."),
        ("loud.toml", EXAMPLE.replace('"MS-1", "MS-3"', '"MS-1"'), "MS-3 fired too"),
        ("odd key.toml", EXAMPLE, "cannot be the name of a case"),
        ("<b>.toml", EXAMPLE, "<b>"),
        ("large.toml", "#" * (LARGEST + 1), "more than"),
        (
            "code.toml",
            EXAMPLE.replace("format = 1", "format = 1\nrun = '__import__'"),
            "no such key",
        ),
    ],
)
def test_a_broken_one_is_reported_and_hides_no_other(
    folder: Path, name: str, text: str, said: str
) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    assert said in wrong()
    assert [case.id for case in own_cases().cases] == ["my-first"]


def test_what_is_no_case_file_is_passed_over_and_a_folder_named_like_one_reported(
    folder: Path,
) -> None:
    (folder / "notes.txt").write_text("nothing", encoding="utf-8")
    (folder / "folder.toml").mkdir()
    assert "folder.toml: It cannot be read" in wrong()
    assert "notes" not in wrong()


def test_a_folder_that_is_not_there_and_one_with_too_many_are_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "MOST", 0)
    assert "There are 1 case files; the first 0 are read." in wrong()
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder / "gone"))
    assert "cannot be read: No such file or directory" in wrong()
    assert own_cases().cases == ()
