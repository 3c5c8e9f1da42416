"""``cases``: listed, checked against the rules, with exit codes that a script can rely on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cases.load import LARGEST, library
from cases.own import FOLDER_VARIABLE
from tests.ui.command_line import ROOT, SCREEN, run

LIBRARY = ROOT / "cases" / "library"
MILD = LIBRARY / "lupus-mild.toml"


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A case whose expectation the rules do not meet."""
    text = MILD.read_text(encoding="utf-8")
    assert '"LUP-4"' in text
    file = tmp_path / "wrong.toml"
    file.write_text(text.replace('"LUP-4"', '"LUP-1"'), encoding="utf-8")
    return file


def test_every_case_is_listed() -> None:
    outcome = run("cases", "list")
    assert (outcome.code, outcome.err) == (0, "")
    assert f"{len(library())} teaching cases" in outcome.out
    for case in library():
        assert f"- {case.id}: {case.title} (level {case.level} of 3" in one_line(outcome.out)


def test_the_library_agrees_with_the_rules() -> None:
    outcome = run("cases", "check")
    assert (outcome.code, outcome.err) == (0, "")
    steps = sum(len(case.steps) for case in library())
    assert f"{len(library())} cases, {steps} steps: 0 problems" in outcome.out


def test_a_file_is_checked_by_its_name() -> None:
    outcome = run("cases", "check", str(MILD))
    assert (outcome.code, outcome.err) == (0, "")
    assert "1 case, " in outcome.out
    assert "As expected\n  - lupus-mild" in outcome.out


def test_standard_input_is_checked_too() -> None:
    assert run("cases", "check", "-", stdin=MILD.read_bytes()).code == 0


def test_a_case_that_the_rules_contradict_fails_the_check(wrong: Path) -> None:
    outcome = run("cases", "check", str(MILD), str(wrong))
    assert (outcome.code, outcome.err) == (1, "")
    assert "2 cases, " in outcome.out
    assert re.search(r"wrong - step \d, expects, document, fired: LUP-4", one_line(outcome.out))
    assert "As expected\n  - lupus-mild" in outcome.out


def test_a_file_that_is_no_case_is_refused_and_the_others_are_still_checked(
    tmp_path: Path, wrong: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("title = \x1b[31m", encoding="utf-8")
    outcome = run("cases", "check", str(broken), "nowhere.toml", str(wrong))
    assert outcome.code == 2
    assert "broken.toml: This is not TOML" in outcome.err
    assert "nowhere.toml: There is no such file." in outcome.err
    assert "1 case, " in outcome.out


@pytest.mark.parametrize(
    "raw", [b"", b"\xff", b"x", b"title = 1", b" " * (LARGEST + 1), b"[" * 50_000]
)
def test_what_is_no_case_gets_one_screen(raw: bytes) -> None:
    outcome = run("cases", "check", "-", stdin=raw)
    assert (outcome.code, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) <= SCREEN


def test_no_progress_is_drawn_where_nobody_watches() -> None:
    assert run("cases", "check").err == ""


def test_an_unknown_case_is_refused_with_what_was_meant() -> None:
    outcome = run("cases", "play", "lupus-mld")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Did you mean lupus-mild" in outcome.err


def test_hints_name_file_and_line_and_fail_nothing(tmp_path: Path) -> None:
    text = MILD.read_text(encoding="utf-8").replace(
        'severity = "mild"', 'severity = "mild"\nage = 34'
    )
    file = tmp_path / "with-age.toml"
    file.write_text(text, encoding="utf-8")
    outcome = run("cases", "lint", str(file))
    assert (outcome.code, outcome.err) == (0, "")
    line = text.splitlines().index("age = 34") + 1
    said = one_line(outcome.out)
    assert f"with-age.toml:{line}: step 2, age: Age is told, and no rule reads it." in said
    assert "1 case: 0 problems, 1 hint" in said


def test_hints_come_after_what_is_wrong(wrong: Path) -> None:
    outcome = run("cases", "lint", str(wrong))
    assert outcome.code == 1
    line = next(
        number
        for number, line in enumerate(wrong.read_text(encoding="utf-8").splitlines(), start=1)
        if '"LUP-1"' in line
    )
    assert f"wrong.toml:{line}: step" in one_line(outcome.out)
    assert "0 hints" in outcome.out
    assert run("cases", "lint", "-", stdin=b"nothing").code == 2


def test_the_whole_library_is_looked_at() -> None:
    outcome = run("cases", "lint")
    assert (outcome.code, outcome.err) == (0, "")
    assert f"{len(library())} cases: 0 problems, " in outcome.out


def test_a_different_answer_on_the_command_line_is_told_what_would_make_it_right() -> None:
    outcome = run("cases", "play", "lupus-mild", stdin=b"3\nq\n")
    assert "What would make it your answer" in outcome.out
    assert "Life-threatening: yes (now unknown)" in outcome.out


@pytest.mark.parametrize("written", ["text", "markdown", "html"])
def test_a_hand_out_is_written_from_ids_and_files(written: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(MILD.read_bytes())
    outcome = run("cases", "handout", "gpa-foot-drop", str(file), "--format", written)
    assert (outcome.code, outcome.err) == (0, "")
    said = one_line(outcome.out)
    assert "Hand-out: two teaching cases" in said
    assert said.index("Will it be my turn?") < said.index("Answers: ")


def test_no_hand_out_of_a_case_that_the_rules_contradict_or_that_is_not_there(wrong: Path) -> None:
    outcome = run("cases", "handout", str(wrong))
    assert outcome.code == 1
    assert outcome.out == ""
    assert "fired" in outcome.err
    gone = run("cases", "handout", "lupus-mil")
    assert gone.code == 2
    assert "Did you mean lupus-mild" in one_line(gone.err)


def test_own_cases_are_listed_and_broken_ones_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my-mild.toml").write_bytes(MILD.read_bytes())
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    outcome = run("cases", "list")
    assert (outcome.code, outcome.err) == (0, "")
    assert "my-mild: Will it be my turn?" in one_line(outcome.out)
    (tmp_path / "broken.toml").write_text("=", encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "broken.toml").write_text("=", encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(other))
    refused = run("cases", "list")
    assert refused.code == 2
    assert "broken.toml" in refused.err
    assert f"{len(library())} teaching cases" in refused.out
