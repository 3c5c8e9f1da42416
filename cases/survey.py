"""Every fault and hint of case files, each with file, line, place, what is odd, and the mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cases.check import check_case
from cases.lint import lint
from cases.load import SUFFIX, library_files, read_case
from cases.model import Case
from cases.own import own_cases
from cases.places import line_of
from engine.errors import CaseError, Problem


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found in a case file; ``hint`` tells what runs from what does not."""

    file: str
    line: int
    place: str
    wrong: str
    mend: str
    hint: bool = False


def located(
    name: str, raw: bytes, problems: Iterable[Problem], *, hint: bool = False
) -> tuple[Found, ...]:
    """Problems of one file, each with its line. Their places begin with the case or the file."""
    text = raw.decode("utf-8-sig", "replace")
    found = []
    for problem in problems:
        first, _, rest = problem.field.partition(", ")
        place = rest if first in {name, name.removesuffix(SUFFIX)} else problem.field
        line = line_of(text, place)
        found.append(Found(name, line, place, problem.wrong, problem.mend, hint))
    return tuple(found)


def every_file() -> tuple[tuple[str, bytes], ...]:
    """The files of the library, and those of one's own folder that can be read."""
    return (*library_files().items(), *_own_files().items())


def _own_files() -> dict[str, bytes]:
    """The files of the own folder, but for those named like one of the library."""
    return {n: raw for n, raw in own_cases().files if n not in library_files()}


def unreadable() -> tuple[Found, ...]:
    """What is wrong with the own folder itself, or keeps a file in it from being looked at."""
    named = set(_own_files())
    return tuple(
        Found(problem.field, 1, "", problem.wrong, problem.mend)
        for problem in own_cases().problems
        if not {problem.field.partition(", ")[0], _file(problem)} & named
    )


def _file(problem: Problem) -> str:
    return f"{problem.field.partition(', ')[0]}{SUFFIX}"


@lru_cache(maxsize=4)
def survey(files: tuple[tuple[str, bytes], ...]) -> tuple[Found, ...]:
    """Everything found in these files, compared with one another; the same are read once."""
    found: list[Found] = []
    sound: list[tuple[Case, str, bytes]] = []
    for name, raw in files:
        try:
            case = read_case(raw, name)
        except CaseError as error:
            found += located(name, raw, error.problems)
            continue
        faults = check_case(case)
        found += located(name, raw, faults)
        sound += [] if faults else [(case, name, raw)]
    return (*found, *_hints(sound))


def _hints(sound: Sequence[tuple[Case, str, bytes]]) -> Iterable[Found]:
    hints = lint([case for case, _, _ in sound])
    for case, name, raw in sound:
        mine = [hint for hint in hints if hint.field.partition(", ")[0] == case.id]
        yield from located(name, raw, mine, hint=True)
