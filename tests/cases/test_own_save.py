"""Saving into the own folder: at once among the cases, whole or not at all, never outside."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cases.load import library_files
from cases.own import FOLDER_VARIABLE, every_case, own_cases, read_again
from cases.own_save import exists_already, save_own
from engine.errors import CaseError
from tests.cases.example import EXAMPLE

RAW = EXAMPLE.encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "own"
    made.mkdir()
    monkeypatch.setenv(FOLDER_VARIABLE, str(made))
    return made


def everything(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder.parent)) for path in folder.parent.rglob("*"))


def test_a_case_stands_among_the_others_at_once(folder: Path) -> None:
    assert "mine" not in {case.id for case in every_case()}
    assert not exists_already("mine")
    assert save_own("mine", RAW) == folder / "mine.toml"
    assert (folder / "mine.toml").read_bytes() == RAW
    assert "mine" in {case.id for case in every_case()}
    assert exists_already("mine")
    assert everything(folder) == ["own", "own/mine.toml"]


def test_a_file_is_replaced_only_when_that_is_wanted(folder: Path) -> None:
    (folder / "mine.toml").write_text("my notes", encoding="utf-8")
    with pytest.raises(CaseError, match=r"There is a file mine.toml already"):
        save_own("mine", RAW)
    assert (folder / "mine.toml").read_text(encoding="utf-8") == "my notes"
    save_own("mine", RAW, replace=True)
    assert (folder / "mine.toml").read_bytes() == RAW
    assert own_cases().problems == ()


@pytest.mark.parametrize(
    "bad", ["../x", "..", "/etc/x", "a/b", "a\\b", "", ".x", "a\0", "a\n", "C:x", "x.toml", "~"]
)
def test_no_id_leads_out_of_the_folder(folder: Path, bad: str) -> None:
    before = everything(folder)
    with pytest.raises(CaseError, match="cannot be the name of a case"):
        save_own(bad, RAW, replace=True)
    assert not exists_already(bad)
    assert everything(folder) == before


def test_a_link_is_replaced_and_not_followed(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere.toml"
    elsewhere.write_text("untouched", encoding="utf-8")
    (folder / "mine.toml").symlink_to(elsewhere)
    with pytest.raises(CaseError, match="already"):
        save_own("mine", RAW)
    save_own("mine", RAW, replace=True)
    assert elsewhere.read_text(encoding="utf-8") == "untouched"
    assert not (folder / "mine.toml").is_symlink()


def test_the_name_of_a_case_of_the_program_and_a_faulty_case_are_refused(folder: Path) -> None:
    with pytest.raises(CaseError, match="comes with the program"):
        save_own("lupus-mild", library_files()["lupus-mild.toml"], replace=True)
    with pytest.raises(CaseError, match="MS-3 fired too"):
        save_own("mine", RAW.replace(b'"MS-1", "MS-3"', b'"MS-1"'))
    with pytest.raises(CaseError, match="This is not TOML"):
        save_own("mine", b"= no")
    assert everything(folder) == ["own"]


def test_without_a_folder_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    with pytest.raises(CaseError, match="No folder is set"):
        save_own("mine", RAW)
    assert not exists_already("mine")


def test_a_folder_that_is_not_there_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder / "gone"))
    with pytest.raises(CaseError, match=r"cannot be saved .*: No such file or directory"):
        save_own("mine", RAW)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_when_the_disk_refuses_the_old_file_stays_and_nothing_is_left_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    (folder / "mine.toml").write_text("before", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CaseError) as caught:
        save_own("mine", RAW, replace=True)
    assert os.strerror(number) in str(caught.value)
    assert "download the file instead" in str(caught.value)
    assert everything(folder) == ["own", "own/mine.toml"]
    assert (folder / "mine.toml").read_text(encoding="utf-8") == "before"


def test_a_file_put_there_by_hand_is_seen_after_reading_again(folder: Path) -> None:
    assert own_cases().cases == ()
    (folder / "hand.toml").write_bytes(RAW)
    read_again()
    assert [case.id for case in own_cases().cases] == ["hand"]
