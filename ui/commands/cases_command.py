"""``cases``: list, check and play the teaching cases."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cases.check import check_case
from cases.handout import handout
from cases.lint import lint
from cases.load import LARGEST, SUFFIX, library, library_files, read_case
from cases.model import Case, Group
from cases.own import every_case, own_cases
from cases.survey import located
from engine.consult import BANNER
from engine.errors import CaseError, InputError, Problem
from engine.export import Item, Part, Report, as_markdown, as_text
from engine.export.web_page import as_web_page
from rules import RULEBOOK
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.new_case import new_case
from ui.commands.play import play_case
from ui.commands.reading import STANDARD_INPUT, read_bytes

CHECK_FAILED, BAD_INPUT = 1, 2


class Format(StrEnum):
    """How a hand-out is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


LAYOUTS = {Format.TEXT: as_text, Format.MARKDOWN: as_markdown, Format.HTML: as_web_page}

Given = tuple[Case, bytes]
"""A case and the file that it came from."""

cases = typer.Typer(help="Read, write, check and play the teaching cases.")
cases.command("new", short_help="Write the skeleton of a case, filled in where it can be.")(
    new_case
)


@cases.command("list", short_help="List the cases that there are.")
def list_cases() -> None:
    """List the cases: those that come with the program, and those of the folder that is set."""
    found = every_case()
    parts = tuple(
        Part(group.label, tuple(_listed(case) for case in found if case.group is group))
        for group in Group
    )
    terminal.answer(as_text(_report(f"{len(found)} teaching cases", parts)))
    if wrong := own_cases().problems:
        terminal.refusal(CaseError(*wrong))
        raise typer.Exit(BAD_INPUT)


@cases.command("check")
def check_cases(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Case files to check; without any, the cases that come with the program.",
        ),
    ] = None,
) -> None:
    """Check cases against the rules.

    Every step is consulted and compared with what the case expects. Exit code 1: a case and the
    rules differ; 2: a file is no case at all.
    """
    given, refused = _read(files) if files else (_library(), 0)
    found = tuple(case for case, _ in given)
    problems = {case.id: (case, check_case(case)) for case in _with_progress(found)}
    if problems:
        terminal.answer(as_text(_findings(problems.values())))
    if refused:
        raise typer.Exit(BAD_INPUT)
    if any(wrong for _, wrong in problems.values()):
        raise typer.Exit(CHECK_FAILED)


@cases.command("lint")
def lint_cases(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="Case files to look at; without any, the cases that come with the program.",
        ),
    ] = None,
) -> None:
    """Hints for whoever writes cases.

    What runs, and yet may teach less than it could: facts that no rule reads, steps that change
    nothing, questions without a near miss, near duplicates. A hint is no fault. Exit codes as for
    check, which comes first.
    """
    given, refused = _read(files) if files else (_library(), 0)
    found = tuple(case for case, _ in given)
    faults = {case.id: check_case(case) for case in _with_progress(found)}
    if found:
        terminal.answer(as_text(_looked_at(given, faults, lint(found, beside=library()))))
    if refused:
        raise typer.Exit(BAD_INPUT)
    if any(faults.values()):
        raise typer.Exit(CHECK_FAILED)


@cases.command("handout", short_help="Write a hand-out for a class: questions, then answers.")
def hand_out(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|FILE]...",
            help="Cases by id, or case files; without any, all that come with the program.",
        ),
    ] = None,
    written: Annotated[
        Format, typer.Option("--format", "-f", help="html is one page that prints well.")
    ] = Format.MARKDOWN,
) -> None:
    """A hand-out for a class: the questions, then the answers of the rules.

    Exit code 1: the rules answer a case otherwise than it expects; run check on it.
    """
    known = {case.id: case for case in every_case()}
    chosen = tuple(_named(name, known) for name in names) if names else every_case()
    if faults := [problem for case in chosen for problem in check_case(case)]:
        terminal.refusal(CaseError(*faults))
        raise typer.Exit(CHECK_FAILED)
    terminal.answer(LAYOUTS[written](handout(chosen)))


@cases.command("play")
def play(
    case_id: Annotated[str, typer.Argument(metavar="ID", help="The case, as it is listed.")],
) -> None:
    """Play a case, step by step.

    Answer each question by its number. The rules answer after you, and say where they differ.
    """
    known = {case.id: case for case in every_case()}
    play_case(find("case", case_id, known, "cases list"))


def _named(name: str, known: Mapping[str, Case]) -> Case:
    """A case by its id, or from a file. Raises InputError when it is neither."""
    if name == STANDARD_INPUT or name.endswith(SUFFIX):
        file = "standard-input.toml" if name == STANDARD_INPUT else Path(name).name
        return read_case(read_bytes(name, LARGEST), file)
    return find("case", name, known, "cases list")


def _library() -> tuple[Given, ...]:
    """The cases that come with the program, with their files."""
    files = {name.removesuffix(SUFFIX): raw for name, raw in library_files().items()}
    return tuple((case, files[case.id]) for case in library())


def _read(files: Iterable[str]) -> tuple[tuple[Given, ...], int]:
    """The cases in files, and how many files were refused; each refusal is said at once."""
    found: list[Given] = []
    refused = 0
    for name in files:
        try:
            file = "standard-input.toml" if name == STANDARD_INPUT else Path(name).name
            raw = read_bytes(name, LARGEST)
            found.append((read_case(raw, file), raw))
        except InputError as error:
            terminal.refusal(error)
            refused += 1
    return tuple(found), refused


def _with_progress(found: tuple[Case, ...]) -> Iterable[Case]:
    """The cases one by one, with a progress bar where a person is watching."""
    watched = sys.stderr.isatty()
    with typer.progressbar(found, label="Checking", file=sys.stderr, hidden=not watched) as bar:
        yield from bar


def _findings(checked: Iterable[tuple[Case, tuple[Problem, ...]]]) -> Report:
    results = list(checked)
    count = sum(len(wrong) for _, wrong in results)
    steps = sum(len(case.steps) for case, _ in results)
    fine = tuple(Item(case.id) for case, wrong in results if not wrong)
    failed = (
        Part(case.id, tuple(Item(str(p).removeprefix(f"{case.id}, ")) for p in wrong))
        for case, wrong in results
        if wrong
    )
    return _report(
        f"{_count(len(results), 'case')}, {_count(steps, 'step')}: {_count(count, 'problem')}",
        (*failed, Part("As expected", fine)),
    )


def _looked_at(
    given: Sequence[Given], faults: Mapping[str, tuple[Problem, ...]], hints: Sequence[Problem]
) -> Report:
    """What the check finds and what may be looked at again, case by case, with file and line."""
    parts = []
    for case, raw in given:
        mine = [hint for hint in hints if hint.field.split(", ")[0] == case.id]
        items = tuple(_located(case, raw, problem) for problem in (*faults[case.id], *mine))
        parts += [Part(case.title, items)] if items else []
    wrong = _count(sum(map(len, faults.values())), "problem")
    headline = f"{_count(len(given), 'case')}: {wrong}, {_count(len(hints), 'hint')}"
    return _report(headline, tuple(parts))


def _located(case: Case, raw: bytes, problem: Problem) -> Item:
    """A problem with the line of the file that it is about."""
    (found,) = located(f"{case.id}{SUFFIX}", raw, [problem])
    where = f"{found.place}: " if found.place else ""
    return Item(f"{found.file}:{found.line}: {where}{found.wrong} {found.mend}")


def _count(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else f'{word}s'}"


def _listed(case: Case) -> Item:
    return Item(f"{case.id}: {case.title} (level {case.level} of 3, {case.minutes} minutes)")


def _report(headline: str, parts: tuple[Part, ...]) -> Report:
    origin = f"Rule book {RULEBOOK.version}, SHA-256 {RULEBOOK.content_hash}"
    return Report(banner=BANNER, headline=headline, lead=(), parts=parts, origin=origin)
