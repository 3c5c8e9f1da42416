"""Reading case files. A file that cannot be used is refused whole, naming place and mend."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Any

from pydantic import ValidationError

from cases.messages import problems_of
from cases.model import Case, Group
from cases.sequence import sequence_problems
from engine.errors import CaseError, Problem
from engine.tables import toml_table
from engine.words import quoted

LARGEST = 100_000
"""The largest case file that is read, in bytes; a long case has about eight thousand."""

SUFFIX = ".toml"


@cache
def library_files() -> dict[str, bytes]:
    """The files of the cases that come with the program, by name."""
    folder = resources.files("cases") / "library"
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return {file.name: file.read_bytes() for file in files if file.name.endswith(SUFFIX)}


@cache
def library() -> tuple[Case, ...]:
    """The cases that come with the program, by group, then from easy to hard."""
    cases = [read_case(raw, name) for name, raw in library_files().items()]
    return in_order(cases)


def in_order(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Cases by group, then from easy to hard."""
    groups = list(Group)
    return tuple(sorted(cases, key=lambda case: (groups.index(case.group), case.level, case.id)))


def case_by_id(case_id: str, among: Sequence[Case] | None = None) -> Case:
    """A case of the library, or of those given. Raises CaseError naming the nearest otherwise."""
    cases = {case.id: case for case in (library() if among is None else among)}
    if case_id in cases:
        return cases[case_id]
    close = difflib.get_close_matches(case_id[:100], list(cases), n=1)
    meant = f"Did you mean {close[0]}?" if close else "See the list of cases."
    raise CaseError(Problem("case", f"There is no case {quoted(case_id)}.", meant))


def read_case(raw: bytes, name: str) -> Case:
    """A case from the bytes of a TOML file; its id is the file's name without ``.toml``.

    Raises CaseError naming the file, every place that is wrong and the mend. Whether the rules
    answer as the case expects is not asked here (see ``cases.check``).
    """
    table = _table(raw, name)
    if "id" in table:
        raise _refused(name, Problem("id", "The id is the name of the file.", "Remove this line."))
    try:
        case = Case.model_validate({**table, "id": name.removesuffix(SUFFIX)})
    except ValidationError as error:
        raise _refused(name, *problems_of(error.errors())) from error
    problems = list(sequence_problems(case))
    if problems:
        raise _refused(name, *problems)
    return case


def _refused(name: str, *problems: Problem) -> CaseError:
    """The problems with the file's name in front of each place."""
    file = quoted(name)[1:-1]
    return CaseError(
        *(Problem(", ".join(filter(None, (file, p.field))), p.wrong, p.mend) for p in problems)
    )


def _table(raw: bytes, name: str) -> dict[str, Any]:
    if len(raw) > LARGEST:
        wrong = f"The file has more than {LARGEST:,} bytes."
        raise _refused(name, Problem("", wrong, "A case needs a few thousand."))
    try:
        return toml_table(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        wrong, mend = "The file is not text in UTF-8.", "Save it as UTF-8."
    except RecursionError:
        wrong, mend = "The file is nested too deeply.", "Lay it out as in docs/writing-cases.md."
    except tomllib.TOMLDecodeError as error:
        wrong, mend = f"This is not TOML: {error}.", "Mend that line."
    except ValueError:
        wrong, mend = "A number is too long.", "Mend that value."
    raise _refused(name, Problem("", wrong, mend))
