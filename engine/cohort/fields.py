"""The columns of a cohort file: which there may be, and how the cells of one are read.

A column is named after a finding, as in a profile file; a member of a list or a cell of a table may
have a column of its own. What is accepted in a cell, and what is said of one that is not, comes
from ``engine.readers``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from engine.conditions import Value
from engine.errors import InputError, Problem
from engine.findings import Finding, Measurement, MultiChoice, Table
from engine.profile import entries_of
from engine.readers import UNKNOWN, reader_of
from engine.vocabulary import Vocabulary, atoms_of
from engine.words import quoted

BETWEEN = "|"
"""Stands between the members of a list in one cell of text."""

REMEMBERED = 100_000
"""How many different cells of a column are kept with what they mean."""

LONGEST_REMEMBERED = 1_000
"""The most letters of a cell that is kept."""

NEAREST = 200
"""For so many wrong names the nearest right one is looked for, which takes time."""

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")

Told = Mapping[str, Value]
"""What one cell says, fact by fact."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: a finding, or one of its facts. ``read`` raises what ``engine.readers`` do."""

    finding: Finding
    atoms: tuple[str, ...]

    def told(self, raw: Any) -> Told | Problem:
        """What a cell says, or what is wrong with it. Nothing and "unknown" say nothing."""
        if raw is None or raw in ("", UNKNOWN, []):
            return {}
        read, _ = reader_of(self.finding)
        try:
            return entries_of(self.finding, read(raw))
        except PydanticCustomError as error:
            found = error.context or {}
            return Problem(self.finding.id, str(found["wrong"]), str(found["mend"]))

    def told_as_text(self, cell: str) -> Told | Problem:
        """What a cell of text says: a number in digits, a list with ``|`` between its members."""
        cell = cell.strip()
        raw: Any = cell
        if isinstance(self.finding, Measurement) and _NUMBER.fullmatch(cell):
            raw = int(cell) if len(cell) < 16 and cell.isdecimal() else float(cell)
        elif isinstance(self.finding, MultiChoice) and cell not in ("", UNKNOWN):
            raw = [part.strip() for part in cell.split(BETWEEN)]
        return self.told(raw)


def header(vocabulary: Vocabulary) -> tuple[str, ...]:
    """A column for every finding that can be told; a table has one for each of its cells."""
    return tuple(
        name
        for finding in vocabulary.findings
        for name in (
            (cell.id for cell in finding.cells) if isinstance(finding, Table) else (finding.id,)
        )
    )


def field_of(vocabulary: Vocabulary, name: str) -> Field | None:
    """The column with this name; None where there is none."""
    finding = vocabulary.by_id.get(name)
    if finding is None and name in vocabulary.owner:
        owner = vocabulary.owner[name]
        finding = vocabulary.atoms[name] if owner.id in vocabulary.by_id else None
    return None if finding is None else Field(finding, tuple(a.id for a in atoms_of(finding)))


def no_field(vocabulary: Vocabulary, name: str, *, near: bool = True) -> Problem:
    """That no column has this name; with ``near``, the nearest one that there is."""
    known = [*vocabulary.by_id, *vocabulary.atoms]
    close = difflib.get_close_matches(name[:80], known, n=1) if near else []
    meant = f"Did you mean {close[0]}?" if close else "Remove it, or see cohort --template."
    return Problem(quoted(name), "There is no such finding.", meant)


def fields_of(vocabulary: Vocabulary, names: Iterable[str]) -> dict[str, Field]:
    """The columns of a file by their names. Raises InputError naming every one that is wrong."""
    fields: dict[str, Field] = {}
    problems: list[Problem] = []
    told_by: dict[str, str] = {}
    for name in names:
        found = field_of(vocabulary, name)
        if found is None:
            problems.append(no_field(vocabulary, name, near=len(problems) < NEAREST))
            continue
        twice = next((told_by[atom] for atom in found.atoms if atom in told_by), None)
        if twice is not None:
            wrong = "Two columns tell it." if twice == name else f"{twice} tells it too."
            problems.append(Problem(name, wrong, "Remove one of the two."))
        told_by |= dict.fromkeys(found.atoms, name)
        fields[name] = found
    if problems:
        raise InputError(*problems)
    return fields


class CellReader:
    """Reads the cells of one column; what equal cells mean is worked out once."""

    def __init__(self, field: Field, *, text: bool) -> None:
        self.field = field
        self._texts = _Meant(field.told_as_text if text else field.told)
        self._others = _Meant(lambda key: field.told(key[1]))
        self._text = text

    def read(self, cells: Iterable[Any]) -> list[Told | Problem]:
        """What each cell says, or what is wrong with it."""
        for meant in (self._texts, self._others):
            if len(meant) > REMEMBERED:
                meant.clear()
        if self._text:
            return list(map(self._texts.__getitem__, cells))
        return [self._told(cell) for cell in cells]

    def _told(self, cell: Any) -> Told | Problem:
        if isinstance(cell, str):
            return self._texts[cell]
        if isinstance(cell, list | dict):
            return self.field.told(cell)
        # True, 1 and 1.0 are one key of a dictionary, but not one answer.
        return self._others[type(cell), cell]


class _Meant(dict[Any, "Told | Problem"]):
    """What cells mean, worked out when first asked."""

    def __init__(self, read: Callable[[Any], Told | Problem]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Any) -> Told | Problem:
        meant = self._read(cell)
        if not isinstance(cell, str) or len(cell) <= LONGEST_REMEMBERED:
            self[cell] = meant
        return meant
