"""The command line as a whole: help, versions, mistyped words, faults of our own, closed pipes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.consult import BANNER
from engine.errors import EnginesDisagreeError
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.ui.command_line import ROOT, SCREEN, run, run_apart
from ui.commands import patient as command_patient
from ui.commands.terminal import LONGEST, harmless, shortened

COMMANDS = (
    (),
    ("ui",),
    ("evaluate",),
    ("cases",),
    ("cases", "list"),
    ("cases", "check"),
    ("cases", "play"),
    ("rules",),
    ("rules", "list"),
    ("rules", "show"),
    ("statements",),
    ("statements", "list"),
    ("statements", "show"),
    ("schema",),
)


@pytest.mark.parametrize(
    "command", COMMANDS, ids=lambda command: " ".join(command) or "the program"
)
def test_every_command_explains_itself(command: tuple[str, ...]) -> None:
    outcome = run(*command, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Usage: autoimmune-cds")
    assert "-h, --help" in outcome.out


@pytest.mark.parametrize("group", ["", "cases", "rules", "statements", "sources"])
def test_the_list_of_commands_cuts_no_sentence(monkeypatch: pytest.MonkeyPatch, group: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, _, listed = run(*group.split(), "--help").out.partition("\nCommands:\n")
    lines = listed.splitlines()
    assert lines
    for line in lines:
        assert len(line) <= 80
        assert line.endswith(".")
        assert "..." not in line
        assert not line.startswith("   "), "a sentence that goes on"


def test_without_a_command_it_says_what_there_is() -> None:
    outcome = run()
    assert (outcome.code, outcome.err) == (0, "")
    for command in ("ui", "evaluate", "cases", "rules", "statements", "schema"):
        assert f"\n  {command} " in outcome.out
    assert " ".join(BANNER.split()) in " ".join(outcome.out.split())


def test_version() -> None:
    outcome = run("--version")
    assert outcome.code == 0
    program, book = outcome.out.splitlines()
    assert program.startswith("autoimmune-cds ")
    assert book == f"rule book {RULEBOOK.version}, SHA-256 {FULL_RULEBOOK.content_hash}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["evalute"], "evalute"),
        (["evaluate"], "FILE"),
        (["evaluate", "-", "--foo"], "--foo"),
        (["evaluate", "a", "b"], "b"),
        (["rules"], "Missing command"),
        (["rules", "show"], "ID"),
        (["schema", "nothing"], "nothing"),
        (["ui", "--port", "x"], "--port"),
        (["ui", "--port", "70000"], "--port"),
        (["\x1b[31mred"], "red"),
        (["x" * 100_000], "No such command"),
        (["evaluate", "-", "--format", "\x1b]0;x\x07"], "--format"),
        (["[bold]x[/bold]"], "[bold]x[/bold]"),
    ],
)
def test_mistyped_words_are_refused_with_the_way_to_help(words: list[str], said: str) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert outcome.err.rstrip().endswith("--help")
    assert len(outcome.err.splitlines()) <= SCREEN


@pytest.mark.parametrize(
    "words",
    [
        ["verify", "--only"],
        ["mutants", "--rule"],
        ["mutants", "--all", "--rule"],
        ["cases", "new", "--output"],
        ["evaluate", "-", "--format"],
    ],
)
def test_a_value_that_is_missing_leads_to_the_help_of_that_command(words: list[str]) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert "requires an argument" in outcome.err
    command = " ".join(words[: 2 if words[0] == "cases" else 1])
    assert f"See: autoimmune-cds {command} --help" in outcome.err.splitlines()


def test_so_it_does_for_words_of_the_real_command_line() -> None:
    assert "See: autoimmune-cds verify --help" in run_apart("verify", "--only").err


def disagree(*_: object) -> None:
    raise EnginesDisagreeError("The two engines disagree: LUP-2")


def fail(*_: object) -> None:
    raise ZeroDivisionError


def test_a_fault_of_our_own_is_owned_up_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_patient, "consult", disagree)
    outcome = run("evaluate", "-", stdin=b"{}")
    assert (outcome.code, outcome.out) == (3, "")
    assert "fault of the program itself" in outcome.err
    assert "EnginesDisagreeError: The two engines disagree: LUP-2" in outcome.err
    assert "Traceback" not in outcome.err


def test_so_is_one_that_nobody_thought_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_patient, "consult", fail)
    outcome = run("evaluate", "-", stdin=b"{}")
    assert (outcome.code, outcome.out) == (3, "")
    assert "ZeroDivisionError" in outcome.err
    assert "Traceback" not in outcome.err


def test_its_traceback_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_patient, "consult", fail)
    monkeypatch.setenv("AUTOIMMUNE_CDS_TRACEBACK", "1")
    assert "Traceback" in run("evaluate", "-", stdin=b"{}").err


def copied(folder: Path, old: str, new: str) -> Path:
    """A copy of the program with one thing in the rules on scope written otherwise."""
    for room in ("engine", "rules", "cases", "ui"):
        shutil.copytree(ROOT / room, folder / room)
    chapter = folder / "rules" / "document" / "scope.py"
    text = chapter.read_text(encoding="utf-8")
    assert old in text
    chapter.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_a_rule_book_that_cannot_be_used_is_refused_with_code_rule_and_mend(
    tmp_path: Path,
) -> None:
    place = copied(tmp_path, 'cites=("S1",)', 'cites=("S99",)')
    outcome = run_apart("evaluate", "-", stdin=b"{}", cwd=place)
    said = " ".join(outcome.err.split())
    assert (outcome.code, outcome.out) == (3, "")
    assert said.startswith("The rule book was refused, and nothing was run. Mend this: - RB104,")
    assert (
        "RB104, rule SCO-2: cites S99, which is neither a statement nor a reference of this book. "
        "Cite a statement or a reference that exists."
    ) in said
    assert "This came up while reading rules/" in said
    assert "fault of the program" not in said
    assert "report" not in said
    assert "Traceback" not in outcome.err


def test_a_plain_text_in_place_of_an_option_is_named_with_its_line(tmp_path: Path) -> None:
    place = copied(
        tmp_path, "when=diagnosis.is_(Diagnosis.NOT_AUTOIMMUNE)", 'when=diagnosis.is_("lupus")'
    )
    outcome = run_apart("evaluate", "-", stdin=b"{}", cwd=place)
    said = " ".join(outcome.err.split())
    assert (outcome.code, outcome.out) == (3, "")
    assert "RB201, finding diagnosis: is compared with 'lupus', which is not one of" in said
    assert "Diagnosis.LUPUS" in said
    assert "This came up while reading rules/document/scope.py, line " in said


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('cites=("S1",)', "cites=S1", 26, "NameError: name 'S1' is not defined."),
        ("because=", "becuase=", 8, "TypeError: Rule.__init__() got an unexpected keyword"),
        ("CHAPTER = Chapter(", "CHAPTER = (Chapter(", 38, "SyntaxError: '(' was never closed."),
        ("import Chapter, Rule", "import Chaptre, Rule", 3, "ImportError: cannot import name"),
    ],
)
def test_a_slip_in_a_rule_file_is_named_with_file_line_and_mend(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    place = copied(tmp_path, old, new)
    outcome = run_apart("rules", "list", cwd=place)
    told = " ".join(outcome.err.split())
    assert (outcome.code, outcome.out) == (3, "")
    assert told.startswith(
        "The rule book cannot be read, and nothing was run. Mend this: "
        f"- rules/document/scope.py, line {line}: {said}"
    )
    assert told.endswith("Mend that line.")
    for wrong in ("fault of the program", "report", "Traceback", "(scope.py"):
        assert wrong not in told


@pytest.mark.parametrize("command", [("--version",), ("ui",), ("verify",), ("rules", "diff", "x")])
def test_whatever_is_asked_of_rules_that_cannot_be_read(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    outcome = run_apart(*command, cwd=copied(tmp_path, 'cites=("S1",)', "cites=S1"))
    assert (outcome.code, outcome.out) == (3, "")
    assert "rules/document/scope.py, line 26: NameError" in " ".join(outcome.err.split())


def test_what_rises_outside_the_rules_while_they_import_it_is_no_fault_of_theirs(
    tmp_path: Path,
) -> None:
    place = copied(tmp_path, "S1", "S1")
    with (place / "engine" / "language.py").open("a", encoding="utf-8") as language:
        language.write("import no_such_package\n")
    outcome = run_apart("rules", "list", cwd=place)
    assert (outcome.code, outcome.out) == (3, "")
    assert "fault of the program itself" in outcome.err
    assert "No module named 'no_such_package'" in outcome.err
    assert "Mend that line" not in outcome.err


def test_stopping_with_the_keyboard_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_patient, "consult", stop)
    outcome = run("evaluate", "-", stdin=b"{}")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


@pytest.mark.skipif(os.name != "posix", reason="pipes close otherwise on this system")
@pytest.mark.parametrize(
    "command", [(), ("rules", "list"), ("cases", "list"), ("schema",), ("--version",)]
)
def test_a_pipe_that_closes_early_is_no_error(command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ui", *command],
            stdout=writing,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_letters_of_every_script_can_be_written_whatever_the_system_speaks(encoding: str) -> None:
    findings = b'{"diagnosis": "systemic_lupus_erythematosus", "severity": "mild"}'
    outcome = run_apart("evaluate", "-", stdin=findings, PYTHONIOENCODING=encoding)
    assert (outcome.code, outcome.err) == (0, "")
    assert "cyclophosphamide – lupus" in outcome.out
    refused = run_apart("evaluate", "–ö.json", PYTHONIOENCODING=encoding, PYTHONUTF8="1")
    assert refused.code == 2
    assert "–ö.json" in refused.err


def test_on_a_narrow_terminal_the_first_problem_is_still_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    outcome = run("evaluate", "-", stdin=b'{"diagnosis": "x", "age": "y"}')
    assert outcome.code == 2
    assert "diagnosis:" in outcome.err
    assert "and 1 more problem." in " ".join(outcome.err.split())


def test_bad_input_leaves_no_traceback_in_a_process_of_its_own() -> None:
    outcome = run_apart("evaluate", "-", stdin=b'{"age": "\x1b[31m"}')
    assert (outcome.code, outcome.out) == (2, "")
    assert "Traceback" not in outcome.err


def test_what_is_not_printable_is_spelled_out() -> None:
    assert harmless("a\x1b[31m\u202e\tö\n") == "a\\u001b[31m\\u202e\\u0009ö\n"


def test_a_long_text_is_cut() -> None:
    assert shortened("a " * 5_000) == f"{('a ' * 5_000)[: LONGEST - 1]}…"
    assert shortened(" a\nb ") == "a b"
