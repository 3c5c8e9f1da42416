"""Cases of one's own: a folder that a setting names, beside the cases that come with the program.

Each file is read and checked; one that cannot be used is reported and hides no other.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cases import load
from cases.check import check_case
from cases.load import LARGEST, SUFFIX, in_order, read_case
from cases.model import Case
from engine.errors import CaseError, InputError, Problem
from engine.words import quoted

FOLDER_VARIABLE = "AUTOIMMUNE_CDS_CASES"
"""The environment variable that names the folder."""

MOST = 200
"""The most files that are read."""


@dataclass(frozen=True, slots=True)
class Own:
    """The cases of a folder that can be used, and what is wrong with the others.

    ``files`` are the names and bytes of all case files that could be read.
    """

    cases: tuple[Case, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()


def own_folder() -> Path | None:
    """The folder that is set; None without one."""
    folder = os.environ.get(FOLDER_VARIABLE, "").strip()
    return Path(folder) if folder else None


def own_cases() -> Own:
    """The cases of the folder that is set; none without one. Read once for a folder."""
    folder = own_folder()
    return Own() if folder is None else _read(str(folder))


def read_again() -> None:
    """A file of the folder has changed: read it anew when it is next asked for."""
    _read.cache_clear()


def every_case() -> tuple[Case, ...]:
    """The cases that come with the program and one's own, by group, then from easy to hard."""
    return in_order((*load.library(), *own_cases().cases))


@cache
def _read(folder: str) -> Own:
    try:
        files = sorted(Path(folder).iterdir())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        wrong = f"The folder {quoted(folder)} cannot be read: {reason}."
        return Own(problems=(Problem(FOLDER_VARIABLE, wrong, "Name a folder of case files."),))
    found = [file for file in files if file.name.endswith(SUFFIX)]
    cases: list[Case] = []
    raws: dict[str, bytes] = {}
    problems: list[Problem] = []
    taken = {case.id for case in load.library()}
    for file in found[:MOST]:
        try:
            raws[file.name] = _bytes(file)
            case = _usable(file.name, raws[file.name], taken)
        except InputError as error:
            problems += error.problems
        else:
            cases.append(case)
    if len(found) > MOST:
        wrong = f"There are {len(found):,} case files; the first {MOST} are read."
        problems.append(Problem(FOLDER_VARIABLE, wrong, "Keep fewer in one folder."))
    return Own(tuple(cases), tuple(problems), tuple(raws.items()))


def _bytes(file: Path) -> bytes:
    """What a file holds, as far as it may be read. Raises CaseError where it cannot be."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        wrong = f"It cannot be read: {error.strerror or error}."
        raise CaseError(Problem(quoted(file.name)[1:-1], wrong, "Let it be a file.")) from error


def _usable(name: str, raw: bytes, taken: set[str]) -> Case:
    """A case that runs and has a name of its own. Raises CaseError for any other."""
    case = read_case(raw, name)
    if case.id in taken:
        wrong = "A case that comes with the program has this name."
        raise CaseError(Problem(quoted(name)[1:-1], wrong, "Give the file another name."))
    if problems := check_case(case):
        raise CaseError(*problems)
    return case
