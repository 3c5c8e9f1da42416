"""From the patients of a file to answers: each line has a verdict, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from engine.cohort.batches import Bad, Batch, Layout, Source
from engine.cohort.columns import ROW, concept_column, rule_column, type_of
from engine.cohort.decide import Cohort, cohort_of
from engine.cohort.fields import NEAREST, CellReader, Field, field_of, fields_of, no_field
from engine.conditions import Value
from engine.errors import Problem
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.vocabulary import Vocabulary

LINE, ID, PROBLEM = "line", "id", "problem"

MOST_UNKNOWN = 10
"""So many names of a line that are none are told of one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to some lines of a file, in their order, and the lines that are bad.

    ``frame`` has a row for each line: its number, its id, the diagnosis, the verdicts, and what is
    wrong with it (null where it was decided).
    """

    frame: pl.DataFrame
    bad: tuple[Bad, ...]


def answers(
    source: Source, whole: Vocabulary, book: RuleBook, *, trace: bool = False
) -> Iterator[Answers]:
    """The answers to a file, batch by batch.

    ``whole`` is the vocabulary that its columns may come from; those that the rule book does not
    know are read and left out. Raises InputError for a column that there is not, and a DefectError
    when the program itself is at fault.
    """
    cohort = cohort_of(book)
    reading = _Reading(whole, source)
    for batch in source.batches:
        told, bad = reading.told(batch)
        yield _answered(cohort, batch, told, bad, trace=trace)


def left_out(source: Source, book: RuleBook) -> int:
    """How many columns of a file the rules in force do not read."""
    return sum(field_of(book.vocabulary, name) is None for name in source.columns or ())


class _Reading:
    """Reads the cells of batches; keeps what equal cells mean."""

    def __init__(self, vocabulary: Vocabulary, source: Source) -> None:
        self._vocabulary = vocabulary
        self._text = source.layout is Layout.CSV
        self._unknown: dict[str, Problem] = {}
        self._readers = {
            name: CellReader(field, text=self._text)
            for name, field in fields_of(vocabulary, source.columns or ()).items()
        }

    def told(self, batch: Batch) -> tuple[dict[str, list[Value | None]], dict[int, list[Problem]]]:
        """What is told, one list a fact, and what is wrong, by the place in the batch."""
        told: dict[str, list[Value | None]] = {}
        bad: dict[int, list[Problem]] = {}
        columns = batch.columns or self._columns(batch.rows, bad)
        for name, cells in columns.items():
            self._add(self._readers[name], cells, told, bad)
        return told, bad

    def _columns(
        self, rows: list[dict[str, Any]], bad: dict[int, list[Problem]]
    ) -> dict[str, list[Any]]:
        """The columns of rows that each name their own; a name that is none spoils its row only.

        There is never a column for such a name: each row may have others.
        """
        columns: dict[str, list[Any]] = {}
        for place, row in enumerate(rows):
            unknown = []
            for name, cell in row.items():
                if cell is None:
                    continue
                if self._knows(name):
                    columns.setdefault(name, [None] * len(rows))[place] = cell
                else:
                    unknown.append(name)
            if unknown:
                bad[place] = list(self._unknown_names(unknown))
        return columns

    def _knows(self, name: str) -> bool:
        """Whether a name is that of a column, which then has a reader."""
        if name not in self._readers:
            field = field_of(self._vocabulary, name)
            if field is None:
                return False
            self._readers[name] = CellReader(field, text=self._text)
        return True

    def _unknown_names(self, names: Sequence[str]) -> Iterator[Problem]:
        """What is wrong with the names of a line that are none."""
        for name in names[:MOST_UNKNOWN]:
            problem = self._unknown.get(name)
            if problem is None:
                near = len(self._unknown) < NEAREST
                problem = no_field(self._vocabulary, name, near=near)
                if near:
                    self._unknown[name] = problem
            yield problem
        if len(names) > MOST_UNKNOWN:
            wrong = f"{len(names) - MOST_UNKNOWN:,} more of its names are no finding's."
            yield Problem("", wrong, "Remove them, or see cohort --template.")

    def _add(
        self,
        reader: CellReader,
        cells: list[Any],
        told: dict[str, list[Value | None]],
        bad: dict[int, list[Problem]],
    ) -> None:
        field: Field = reader.field
        found = reader.read(cells)
        for place, each in enumerate(found):
            if isinstance(each, Problem):
                bad.setdefault(place, []).append(each)
                found[place] = {}
        for atom in field.atoms:
            values: list[Value | None] = [each.get(atom) for each in found]  # type: ignore[union-attr]  # problems were taken out
            if atom not in told:
                told[atom] = values
                continue
            for place, value in enumerate(values):  # a list and one of its members
                if value is not None and told[atom][place] is not None:
                    problem = Problem(field.finding.id, "It is told twice.", "Tell it once.")
                    bad.setdefault(place, []).append(problem)
                elif value is not None:
                    told[atom][place] = value


def _answered(
    cohort: Cohort,
    batch: Batch,
    told: dict[str, list[Value | None]],
    bad: dict[int, list[Problem]],
    *,
    trace: bool,
) -> Answers:
    vocabulary = cohort.book.vocabulary
    used = pl.DataFrame(
        [
            pl.Series(name, values, dtype=type_of(vocabulary.atoms[name]))
            for name, values in told.items()
            if name in vocabulary.atoms
        ]
    )
    good = [place for place in range(len(batch.lines)) if place not in bad]
    if not used.width:  # nothing is told of anybody
        used = pl.DataFrame({vocabulary.diagnosis.id: [None] * len(batch.lines)})
    if bad:
        used = used[good]
    decided = cohort.decide(used, trace=trace)
    refused = [*batch.bad]
    refused += [Bad(batch.lines[at], batch.ids[at], tuple(bad[at])) for at in bad]
    for each in decided.refused:
        at = good[each.row]
        refused.append(Bad(batch.lines[at], batch.ids[at], (each.problem,)))
    refused.sort(key=lambda each: each.line)
    verdicts = _in_words(cohort, decided.verdicts) if trace else decided.verdicts
    places = pl.Series(good, dtype=pl.Int64).gather(verdicts[ROW])
    answered = verdicts.drop(ROW).select(
        pl.Series(LINE, batch.lines, dtype=pl.Int64).gather(places),
        pl.Series(ID, batch.ids, dtype=pl.String).gather(places),
        pl.all(),
        pl.lit(None, pl.String).alias(PROBLEM),
    )
    others = pl.DataFrame(
        {
            LINE: pl.Series([each.line for each in refused], dtype=pl.Int64),
            ID: pl.Series([each.id for each in refused], dtype=pl.String),
            PROBLEM: pl.Series([_said(each) for each in refused], dtype=pl.String),
        }
    )
    frame = pl.concat([answered, others], how="diagonal").sort(LINE) if refused else answered
    return Answers(frame, tuple(refused))


def _said(bad: Bad) -> str:
    return " ".join(str(problem) for problem in bad.problems)


def _in_words(cohort: Cohort, frame: pl.DataFrame) -> pl.DataFrame:
    """Truths as they are said everywhere else: yes, no, unknown."""
    truths = [rule_column(rule.id) for rule in cohort.book.rules]
    truths += [concept_column(concept.id) for concept in cohort.book.concepts]
    words = pl.Enum([truth.value for truth in Truth])
    return frame.with_columns(
        pl.when(pl.col(name))
        .then(pl.lit(Truth.YES.value, words))
        .when(pl.col(name).is_null())
        .then(pl.lit(Truth.UNKNOWN.value, words))
        .otherwise(pl.lit(Truth.NO.value, words))
        .alias(name)
        for name in truths
    )
