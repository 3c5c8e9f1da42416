"""From what was told to what is known, for many patients: what ``engine.facts`` does for one.

Applicability, entailments, calculated facts, and which patients cannot be. Why one cannot be is
said by ``engine.facts`` itself, asked about that patient.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from engine.cohort.columns import CONTRADICTORY, type_of
from engine.cohort.expressions import expression
from engine.conditions import Value, findings_of
from engine.findings import Finding
from engine.formulas import Calculation
from engine.vocabulary import Entailment, Vocabulary

REMEMBERED = 200_000
"""How many results of one formula are kept, so that equal patients are calculated once."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What makes the columns of what is known; put together once for a vocabulary."""

    vocabulary: Vocabulary
    applying: list[pl.Expr]
    entailing: tuple[list[pl.Expr], ...]
    calculating: tuple[Calculating, ...]
    refusing: pl.Expr

    def known(self, told: pl.DataFrame) -> pl.DataFrame:
        """The columns of what is known, and one that says who cannot be.

        ``told`` has a column for every fact.
        """
        lazy = told.lazy().with_columns(self.applying)
        for step in self.entailing:
            lazy = lazy.with_columns(step)
        frame = lazy.collect()
        for calculation in self.calculating:
            frame = calculation.added(frame)
        return frame.with_columns(self.refusing)


@dataclass(frozen=True, slots=True)
class Calculating:
    """One formula, its own Python function applied where it is needed, so that it is exact."""

    target: str
    inputs: tuple[str, ...]
    where: pl.Expr
    value: Callable[[tuple[Value, ...]], float | None]

    def added(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with what can be calculated; what was told or implied stays as it is."""
        needed = frame.select(self.where).to_series()
        if not needed.any():
            return frame
        rows = frame.select(self.inputs).filter(needed).iter_rows()
        numbers = pl.Series([self.value(row) for row in rows], dtype=pl.Float64)
        whole = frame.get_column(self.target).scatter(needed.arg_true(), numbers)
        return frame.with_columns(whole)


def closing(vocabulary: Vocabulary) -> Closing:
    """What closes a vocabulary."""
    # What was told as the diagnosis decides what applies, also where a rule would settle it.
    asked = "told:diagnosis"
    diagnosis = pl.col(vocabulary.diagnosis.id).alias(asked)
    applying = [
        pl.when(_applies(vocabulary, atom, vocabulary.diagnosis.id)).then(pl.col(name)).alias(name)
        for name, atom in vocabulary.atoms.items()
        if atom.applies_to
    ]
    nobody = pl.lit(False).alias(CONTRADICTORY)  # a literal has no name
    return Closing(
        vocabulary,
        [*applying, diagnosis, nobody],
        tuple(_entailed(vocabulary, entailment, asked) for entailment in _passes(vocabulary)),
        tuple(_calculated(vocabulary, each, asked) for each in vocabulary.calculations),
        _refused(vocabulary),
    )


def _applies(vocabulary: Vocabulary, atom: Finding, diagnosis: str) -> pl.Expr:
    """Whether the question makes sense; everything does while the diagnosis is unknown."""
    fits = [
        option.value
        for option in vocabulary.diagnosis.options
        if vocabulary.applies(atom, option.value)
    ]
    kind = type_of(vocabulary.diagnosis)
    column = pl.col(diagnosis)
    return column.is_null() | column.is_in(pl.Series(fits, dtype=kind).implode())


def _entailed(vocabulary: Vocabulary, entailment: Entailment, diagnosis: str) -> list[pl.Expr]:
    """What follows where it was unknown; who says otherwise cannot be."""
    finding, value = entailment.then.finding, entailment.then.value
    atom, column = vocabulary.atoms[finding], pl.col(finding)
    holds = expression(entailment.when, vocabulary).fill_null(value=False)
    if atom.applies_to:
        holds = holds & _applies(vocabulary, atom, diagnosis)
    agrees = expression(entailment.then, vocabulary)
    return [
        pl.when(holds & column.is_null())
        .then(pl.lit(value, type_of(atom)))
        .otherwise(column)
        .alias(finding),
        (pl.col(CONTRADICTORY) | (holds & (~agrees).fill_null(value=False))).alias(CONTRADICTORY),
    ]


def _passes(vocabulary: Vocabulary) -> Iterator[Entailment]:
    """The entailments in the order in which they are tried, until nothing new can follow.

    One is tried again only when something that it reads may have been settled by another since.
    Each round that changes a patient settles a finding more, so there are no more rounds than
    findings that can be settled.
    """
    targets = {entailment.then.finding for entailment in vocabulary.entailments}
    changed_at = dict.fromkeys(vocabulary.atoms, 0)
    tried_at: dict[int, int] = {}
    time = 0
    for _ in range(len(targets) + 1):
        before = time
        for place, entailment in enumerate(vocabulary.entailments):
            reads = findings_of(entailment.when)
            if place in tried_at and all(changed_at[name] <= tried_at[place] for name in reads):
                continue
            time += 1
            tried_at[place] = changed_at[entailment.then.finding] = time
            yield entailment
        if time == before:
            return


def _calculated(vocabulary: Vocabulary, calculation: Calculation, diagnosis: str) -> Calculating:
    target, formula = calculation.then, calculation.by
    inputs = tuple(finding.id for finding in formula.inputs)
    needed = [pl.col(target.id).is_null(), ~pl.col(CONTRADICTORY)]
    needed += [pl.col(name).is_not_null() for name in dict.fromkeys(inputs)]
    if target.applies_to:
        needed.append(_applies(vocabulary, target, diagnosis))

    @lru_cache(maxsize=REMEMBERED)
    def value(row: tuple[Value, ...]) -> float | None:
        number = formula.value(dict(zip(inputs, row, strict=True)))
        return number if number is not None and target.hard.hold(number) else None

    return Calculating(target.id, inputs, pl.all_horizontal(needed), value)


def _refused(vocabulary: Vocabulary) -> pl.Expr:
    """Who contradicts himself, or cannot be for another reason."""
    found = [expression(each.when, vocabulary) for each in vocabulary.impossible]
    found += [pl.col(pair.lesser.id) > pl.col(pair.greater.id) for pair in vocabulary.ordered]
    each = [pl.col(CONTRADICTORY), *(holds.fill_null(value=False) for holds in found)]
    return pl.any_horizontal(each).alias(CONTRADICTORY)
