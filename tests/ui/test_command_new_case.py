"""``cases new``: a skeleton that is filled in, from a patient, from a case, or from nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from cases.load import case_by_id, read_case
from tests.ui.command_line import run

MS = b'{"diagnosis": "multiple_sclerosis", "highly_active": "yes", "severity": "severe"}'


def test_a_new_case_is_a_skeleton_of_which_everything_is_missing() -> None:
    outcome = run("cases", "new")
    assert (outcome.code, outcome.err) == (0, "")
    table = tomllib.loads(outcome.out)
    assert (table["format"], table["title"], len(table["steps"])) == (1, "", 2)


def test_a_patient_becomes_the_first_step_and_the_rules_have_answered() -> None:
    outcome = run("cases", "new", "--from-profile", "-", stdin=MS)
    assert outcome.code == 0
    assert "Severity: It is not asked in this disease." in outcome.err
    first = tomllib.loads(outcome.out)["steps"][0]
    assert first["reveals"] == {"diagnosis": "multiple_sclerosis", "highly_active": "yes"}
    assert first["expects"] == {"document": {"verdict": "not_enough_data", "fired": ["MS-1"]}}


def test_a_copy_of_a_case_is_written_to_a_file_that_passes_the_check(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    outcome = run("cases", "new", "--from-case", "lupus-mild", "-o", str(file))
    assert (outcome.code, outcome.out) == (0, "")
    assert "cases check" in outcome.err
    case = case_by_id("lupus-mild").model_copy(update={"id": "mine"})
    assert read_case(file.read_bytes(), file.name) == case
    assert run("cases", "check", str(file)).code == 0
    again = run("cases", "new", "-o", str(file))
    assert again.code == 2
    assert "There is such a file already." in again.err
    assert read_case(file.read_bytes(), file.name) == case


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from-case", "lupus-mlid"), "lupus-mild"),
        (("--from-profile", "gone.json"), "There is no such file."),
        (("--from-profile", "x", "--from-case", "lupus-mild"), "not both"),
        (("-o", "Odd Name.toml"), "cannot be a case file"),
        (("-o", "case.txt"), "cannot be a case file"),
        (("-o", "-"), "cannot be a case file"),
        (("-o", "/no/such/folder/x.toml"), "It cannot be written: No such file or directory."),
    ],
)
def test_what_cannot_be_used_is_said(arguments: tuple[str, ...], said: str) -> None:
    outcome = run("cases", "new", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in " ".join(outcome.err.split())


def test_an_impossible_patient_is_a_skeleton_that_the_check_refuses() -> None:
    told = b'diagnosis = "systemic_lupus_erythematosus"\nseverity = "mild"\nkidney_failure = "yes"'
    outcome = run("cases", "new", "--from-profile", "-", stdin=told)
    assert outcome.code == 0
    assert tomllib.loads(outcome.out)["steps"][0]["expects"]["document"]["fired"] == []
