"""The patients of a cohort file, some at a time, so that a file of any length fits.

A line that cannot be used is told of with its number, and the others are read all the same.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, cast

import polars as pl

from engine.errors import InputError, Problem, UnreadableCohortError
from engine.tables import json_table
from engine.words import and_list, or_list, quoted

BATCH = 50_000
"""The most patients that are looked at together."""

BATCH_LETTERS = 32_000_000
"""Lines are looked at together until they have so many letters."""

LONGEST_LINE = 1_000_000
"""The longest line that is read, in bytes."""

MOST_COLUMNS = 8
"""So many columns of a file are named where there is not the one that was asked for."""

LONGEST_ID = 200
"""The most letters of an id that are kept."""

STANDARD_INPUT = "-"
DELIMITERS = (",", ";", "\t")


class Layout(StrEnum):
    """How a file of patients is laid out."""

    CSV = "csv"
    PARQUET = "parquet"
    NDJSON = "ndjson"


ENDINGS = {
    ".csv": Layout.CSV,
    ".tsv": Layout.CSV,
    ".parquet": Layout.PARQUET,
    ".ndjson": Layout.NDJSON,
    ".jsonl": Layout.NDJSON,
}


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that cannot be used; in a Parquet file, a row, counted from 1."""

    line: int
    id: str
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Batch:
    """Some patients of a file: the line of each, its id ("" without one), and its cells.

    The cells stand in ``columns``; in ``rows``, a table for each patient, where each line names its
    own.
    """

    lines: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Source:
    """A file of patients: its layout, the names of its columns, and its patients.

    ``columns`` is None where each line names its own. The column of ids is not among them.
    """

    layout: Layout
    columns: tuple[str, ...] | None
    batches: Iterator[Batch]


@dataclass(frozen=True, slots=True)
class _Ids:
    """The column that names the patients, and whether it has to be there."""

    column: str
    required: bool

    def refuse_without(self, names: list[str]) -> None:
        """Raise InputError where it has to be among the names and is not."""
        if self.required and self.column not in names:
            shown = [quoted(name) for name in names[:MOST_COLUMNS]]
            left = len(names) - len(shown)
            columns = and_list([*shown, f"{left:,} more"] if left else shown)
            wrong = f"There is no column {quoted(self.column)}."
            are = "The only column is" if len(names) == 1 else "The columns are"
            raise InputError(Problem("--id", wrong, f"{are} {columns}."))

    def problem_of(self, row: dict[str, Any]) -> Problem | None:
        """What is wrong with the name of a patient whose line names its own columns."""
        if self.required and self.column not in row:
            wrong = f"It names no patient under {quoted(self.column)}."
            return Problem("--id", wrong, "Name one, or give --id another name.")
        try:
            str(row.get(self.column, "")).encode()
        except UnicodeEncodeError:  # one half of a pair is no letter, and can be written nowhere
            wrong = "It holds half of a pair of surrogates, which is no letter."
            return Problem(self.column, wrong, "Write both halves, or the letter itself.")
        return None


def layout_of(path: Path) -> Layout:
    """The layout that the ending of a file says. Raises InputError for another ending."""
    try:
        return ENDINGS[path.suffix.casefold()]
    except KeyError:
        mend = f"Let its name end in {or_list(ENDINGS)}."
        raise InputError(Problem(quoted(path.name), "Its layout is not known.", mend)) from None


@contextmanager
def opened(name: str, id_column: str, *, required: bool = False) -> Iterator[Source]:
    """A file of patients (``-`` is standard input). Raises InputError where it cannot be used.

    ``required``: whether a file without the column of ids is refused, and a line that names its own
    without it is bad.
    """
    ids = _Ids(id_column, required)
    if name == STANDARD_INPUT:
        stream = io.BufferedReader(cast("io.RawIOBase", sys.stdin.buffer))
        try:
            yield (_ndjson if stream.peek(1)[:1] == b"{" else _csv)(stream, ids)
        finally:
            stream.detach()
        return
    layout = layout_of(Path(name))
    with _opened(name) as file:
        match layout:
            case Layout.CSV:
                yield _csv(file, ids)
            case Layout.NDJSON:
                yield _ndjson(file, ids)
            case Layout.PARQUET:
                yield _parquet(Path(name), ids)


def _opened(name: str) -> BinaryIO:
    try:
        return Path(name).open("rb")
    except FileNotFoundError:
        wrong, mend = "There is no such file.", "Check its name and folder."
    except IsADirectoryError:
        wrong, mend = "This is a folder.", "Name a file in it."
    except PermissionError:
        wrong, mend = "It may not be read.", "Name a file that you may read."
    except (OSError, ValueError) as error:
        wrong, mend = f"It cannot be read ({error}).", "Name another file."
    raise UnreadableCohortError(Problem(quoted(name), wrong, mend))


def _lines(file: BinaryIO) -> Iterator[tuple[int, str | Problem]]:
    """The lines of a file with their numbers from 1, empty ones left out."""
    number = 0
    while raw := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(raw) > LONGEST_LINE:
            while raw and not raw.endswith(b"\n"):
                raw = file.readline(LONGEST_LINE)
            wrong = f"It has more than {LONGEST_LINE:,} bytes."
            yield number, Problem("", wrong, "Let each patient stand on a line of its own.")
            continue
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield number, Problem("", "It is not text in UTF-8.", "Save the file as UTF-8.")
            continue
        if text.strip():
            yield number, text


def _csv(file: BinaryIO, ids: _Ids) -> Source:
    lines = _lines(file)
    number, first = next(lines, (0, Problem("", "The file is empty.", "See cohort --template.")))
    if isinstance(first, Problem):
        raise UnreadableCohortError(first)
    delimiter = max(DELIMITERS, key=first.count)
    names = _cells(first, delimiter)
    if isinstance(names, Problem):
        raise UnreadableCohortError(Problem(f"line {number}", names.wrong, names.mend))
    names = [name.strip() for name in names]
    if "" in names:
        wrong = f"Column {names.index('') + 1} has no name."
        raise InputError(Problem(f"line {number}", wrong, "Name it, or remove it."))
    if names.count(ids.column) > 1:
        raise InputError(Problem(ids.column, "Two columns have this name.", "Remove one of them."))
    ids.refuse_without(names)

    def read(some: list[tuple[int, str | Problem]]) -> Batch:
        batch = Batch()
        rows: list[list[str]] = []
        for number, text in some:
            cells = text if isinstance(text, Problem) else _cells(text, delimiter)
            if not isinstance(cells, Problem) and len(cells) != len(names):
                few = "few" if len(cells) < len(names) else "many"
                wrong = f"It has too {few} cells: {len(cells)} instead of {len(names)}."
                cells = Problem("", wrong, "Give a cell, also an empty one, for every column.")
            if isinstance(cells, Problem):
                batch.bad.append(Bad(number, "", (cells,)))
                continue
            batch.lines.append(number)
            rows.append(cells)
        columns = {
            name: list(cells) for name, cells in zip(names, zip(*rows, strict=True), strict=False)
        }
        batch.ids = _ids(columns.pop(ids.column, None), len(rows))
        batch.columns = columns
        return batch

    columns = tuple(name for name in names if name != ids.column)
    return Source(Layout.CSV, columns, _in_batches(lines, read))


def _cells(line: str, delimiter: str) -> list[str] | Problem:
    """The cells of one line. A patient stands on one line, so that a slip harms no other."""
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        mend = "Close every quotation mark on the line on which it is opened."
        return Problem("", f"It cannot be split into cells ({error}).", mend)


def _ndjson(file: BinaryIO, ids: _Ids) -> Source:
    def read(some: list[tuple[int, str | Problem]]) -> Batch:
        batch = Batch()
        named: list[Any] = []
        for number, text in some:
            row = text if isinstance(text, Problem) else _row(text, ids)
            if isinstance(row, Problem):
                batch.bad.append(Bad(number, "", (row,)))
            else:
                batch.lines.append(number)
                named.append(row.pop(ids.column, None))
                batch.rows.append(row)
        batch.ids = _ids(named, len(named))
        return batch

    return Source(Layout.NDJSON, None, _in_batches(_lines(file), read))


def _row(text: str, ids: _Ids) -> dict[str, Any] | Problem:
    try:
        row = json_table(text)
    except json.JSONDecodeError as error:
        return Problem("", f"This is not JSON: {error.msg}.", "Mend that line.")
    except RecursionError:
        return Problem("", "It is nested too deeply.", "Lay it out flat.")
    except ValueError as error:
        return Problem("", f"{error}.", "Mend that line.")
    if not isinstance(row, dict):
        return Problem("", "It is no table of findings.", "Give finding → value, in braces.")
    return ids.problem_of(row) or row


def _parquet(path: Path, ids: _Ids) -> Source:
    with _undamaged(path, "It is no Parquet file."):
        lazy = pl.scan_parquet(path, glob=False)
        names = lazy.collect_schema().names()
        height = int(lazy.select(pl.len()).collect().item())
    ids.refuse_without(names)

    def read(start: int) -> Batch:
        frame = lazy.slice(start, BATCH).collect()
        frame = frame.with_columns(pl.selectors.decimal().cast(pl.Float64))
        columns = {name: frame[name].to_list() for name in names}
        return Batch(
            lines=list(range(start + 1, start + frame.height + 1)),
            ids=_ids(columns.pop(ids.column, None), frame.height),
            columns=columns,
        )

    def batches() -> Iterator[Batch]:
        for start in range(0, max(height, 1), BATCH):
            last = min(start + BATCH, height)
            with _undamaged(path, f"Rows {start + 1:,} to {last:,} cannot be read: it is damaged."):
                batch = read(start)
            yield batch

    columns = tuple(name for name in names if name != ids.column)
    return Source(Layout.PARQUET, columns, batches())


@contextmanager
def _undamaged(path: Path, wrong: str) -> Iterator[None]:
    """Raise UnreadableCohortError where a file is not what it says it is."""
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        # A panic of Polars over damaged bytes is no Exception: nothing else would catch it.
        raise UnreadableCohortError(Problem(quoted(path.name), wrong, "Write it again.")) from error


def _in_batches(
    lines: Iterable[tuple[int, str | Problem]],
    read: Callable[[list[tuple[int, str | Problem]]], Batch],
) -> Iterator[Batch]:
    """Some lines at a time; of a file without any, one batch without any."""
    lines = iter(lines)
    yield read(_some(lines))
    while some := _some(lines):
        yield read(some)


def _some(lines: Iterator[tuple[int, str | Problem]]) -> list[tuple[int, str | Problem]]:
    """The next lines: as many as are looked at together, fewer where they are long."""
    some: list[tuple[int, str | Problem]] = []
    letters = 0
    for line in lines:
        some.append(line)
        letters += len(line[1]) if isinstance(line[1], str) else 0
        if len(some) >= BATCH or letters >= BATCH_LETTERS:
            break
    return some


def _ids(cells: list[Any] | None, count: int) -> list[str]:
    if cells is None:
        return [""] * count
    return ["" if cell is None else str(cell)[:LONGEST_ID] for cell in cells]
