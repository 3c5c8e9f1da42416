"""Writing the answers, some at a time; the file appears under its name once it is whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from engine.cohort.answers import ID
from engine.cohort.batches import Layout
from engine.errors import InputError, Problem
from engine.words import quoted

FORMULA = r"^[=+\-@\t\r]"
"""How a cell begins that a spreadsheet would take for a formula."""


@dataclass(slots=True)
class Output:
    """A file that is being written."""

    folder: Path
    layout: Layout
    parts: int = 0

    @property
    def whole(self) -> Path:
        """The file as far as it is written."""
        return self.folder / "whole"

    def write(self, frame: pl.DataFrame) -> None:
        """Add some rows; every time with the same columns."""
        match self.layout:
            case Layout.CSV:
                with self.whole.open("ab") as file:
                    _harmless(frame).write_csv(file, include_header=self.parts == 0)
            case Layout.NDJSON:
                with self.whole.open("ab") as file:
                    frame.write_ndjson(file)
            case Layout.PARQUET:
                frame.write_parquet(self.folder / f"{self.parts:09}.parquet")
        self.parts += 1

    def finish(self) -> None:
        """Make one file of what was written."""
        if self.layout is Layout.PARQUET and self.parts:
            pl.scan_parquet(self.folder / "*.parquet").sink_parquet(self.whole)
        self.whole.touch()


@contextmanager
def written(path: Path, layout: Layout) -> Iterator[Output]:
    """A file to write; it is put in place at the end, and not at all after an error.

    Raises InputError where it cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".cohort-", dir=path.absolute().parent) as folder:
            output = Output(Path(folder), layout)
            yield output
            output.finish()
            os.replace(output.whole, path)  # noqa: PTH105  # the same in fewer words
    except OSError as error:
        wrong = f"It cannot be written ({error.strerror or error})."
        raise InputError(Problem(quoted(path), wrong, "Name another file.")) from error


def _harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """Ids that a spreadsheet would take for a formula begin with an apostrophe."""
    if ID not in frame.columns:
        return frame
    risky = pl.col(ID).str.contains(FORMULA)
    return frame.with_columns(
        pl.when(risky).then(pl.concat_str(pl.lit("'"), pl.col(ID))).otherwise(pl.col(ID)).alias(ID)
    )
