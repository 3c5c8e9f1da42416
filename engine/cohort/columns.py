"""One column a fact: its type, and the names of the columns that are made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from engine.conditions import Value
from engine.findings import Choice, Finding, Measurement
from engine.vocabulary import Vocabulary

ROW = "row"
"""The column that numbers the patients, from 0."""

CONTRADICTORY = "contradictory"
"""The column that says which patients cannot be."""


def rule_column(rule: str) -> str:
    """The column with the truth of a rule."""
    return f"rule:{rule}"


def concept_column(concept: str) -> str:
    """The column with the truth of a concept."""
    return f"concept:{concept}"


def type_of(atom: Finding) -> pl.DataType:
    """The type of the column of a fact; null is unknown."""
    if isinstance(atom, Choice):
        return pl.Enum([option.value for option in atom.options])
    return pl.Float64() if isinstance(atom, Measurement) else pl.Boolean()


def frame_of(vocabulary: Vocabulary, patients: Sequence[Mapping[str, Value]]) -> pl.DataFrame:
    """Patients told as atom id → value, as columns; for a few, as it is slow."""
    return pl.DataFrame(
        [
            pl.Series(
                name,
                [_plain(told.get(name)) for told in patients],
                dtype=type_of(atom),
            )
            for name, atom in vocabulary.atoms.items()
        ]
    )


def _plain(value: Value | None) -> Value | None:
    """A value without its enumeration, a whole number as any other."""
    if value is None or isinstance(value, bool):
        return value
    return str(value) if isinstance(value, str) else float(value)


def whole_frame(vocabulary: Vocabulary, told: pl.DataFrame) -> pl.DataFrame:
    """Every fact as a column in vocabulary order, those that nobody was told about all unknown.

    Raises ValueError for a column that is no fact.
    """
    strange = [name for name in told.columns if name not in vocabulary.atoms]
    if strange:
        raise ValueError(f"There are no facts called {', '.join(strange)}.")
    return told.select(
        (pl.col(name) if name in told.columns else pl.lit(None)).cast(type_of(atom)).alias(name)
        for name, atom in vocabulary.atoms.items()
    )


def entries_at(told: pl.DataFrame, row: int) -> dict[str, Value]:
    """One patient as atom id → value."""
    return {name: value for name, value in told.row(row, named=True).items() if value is not None}
