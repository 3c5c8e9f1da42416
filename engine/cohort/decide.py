"""A rule book put together for cohorts, and what it comes to for many patients at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import polars as pl

from engine.cohort.chain import Step, chain_steps
from engine.cohort.columns import (
    CONTRADICTORY,
    ROW,
    concept_column,
    entries_at,
    rule_column,
    whole_frame,
)
from engine.cohort.facts import Closing, closing
from engine.cohort.verdicts import Verdicts, kind_column, state_column, verdicts
from engine.errors import ContradictionError, DefectError, GapError, Problem
from engine.facts import establish
from engine.option import Option
from engine.rulebook import RuleBook


@dataclass(frozen=True, slots=True)
class Refused:
    """A patient who cannot be: which one, and which findings contradict each other."""

    row: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Decided:
    """What the rules come to for many patients.

    ``verdicts`` has a row for each patient who can be: ``row``, the diagnosis, and for each layer
    the overall verdict, its drug, and the kind for each drug; the deciding rules and the truth of
    every rule and concept where they were asked for. ``refused`` are the others.
    """

    verdicts: pl.DataFrame
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Cohort:
    """A rule book put together for cohorts. Made by ``cohort_of``."""

    book: RuleBook
    closing: Closing
    steps: tuple[Step, ...]
    layers: tuple[Verdicts, ...]

    def known(self, told: pl.DataFrame) -> pl.DataFrame:
        """What is known of each patient: the facts as ``engine.facts`` establishes them.

        Has a column that says who cannot be; of these the facts are as far as they were closed.
        """
        return self.closing.known(whole_frame(self.book.vocabulary, told))

    def truths(self, known: pl.DataFrame) -> pl.DataFrame:
        """The truth of every rule and concept beside what is known."""
        lazy = known.lazy()
        for step in self.steps:
            lazy = lazy.with_columns(step)
        return lazy.collect()

    def decide(
        self,
        told: pl.DataFrame,
        *,
        rules: tuple[Option | None, ...] = (None,),
        trace: bool = False,
    ) -> Decided:
        """The verdicts on many patients; ``told`` has a column for each fact that is told at all.

        ``rules`` are the drugs on which the deciding rules are wanted, None for the overall
        verdict. With ``trace``, the truth of every rule and concept has a column.

        Raises ValueError for a column that is no fact, and a DefectError when the program itself is
        at fault.
        """
        whole = self.known(told).with_row_index(ROW)
        refused = bool(whole[CONTRADICTORY].any())
        possible = whole.filter(~pl.col(CONTRADICTORY)) if refused else whole
        lazy = possible.lazy()
        steps = [*self.steps, *(step for layer in self.layers for step in layer.steps)]
        for step in steps:
            lazy = lazy.with_columns(step)
        kept = [ROW, self.book.vocabulary.diagnosis.id]
        kept += [name for layer in self.layers for name in layer.columns]
        truths = [rule_column(rule.id) for rule in self.book.rules]
        truths += [concept_column(concept.id) for concept in self.book.concepts]
        wanted = kept + truths if rules or trace else kept
        states = [state_column(v.layer, drug) for v in self.layers for drug in self.book.drugs]
        frame = lazy.select(*wanted, *(states if rules else ())).collect()
        self._refuse_gaps(frame, told)
        for layer in self.layers:
            if rules:
                before = frame.columns
                frame = layer.with_rules(frame, rules)
                kept += [
                    name
                    for name in frame.columns
                    if name not in before and not name.startswith("deciding:")
                ]
        return Decided(
            frame.select(kept + truths if trace else kept),
            tuple(self._refused(whole, told)),
        )

    def _refuse_gaps(self, frame: pl.DataFrame, told: pl.DataFrame) -> None:
        """Raise GapError for the first patient for whom every rule is ruled out."""
        for layer in self.layers:
            for drug in self.book.drugs:
                kinds = frame[kind_column(layer.layer, drug)]
                if kinds.null_count():
                    entries = entries_at(told, int(frame[ROW].filter(kinds.is_null())[0]))
                    raise GapError(
                        f"No verdict on {drug.label} for {entries}: every rule is ruled out."
                    )

    def _refused(self, whole: pl.DataFrame, told: pl.DataFrame) -> Iterator[Refused]:
        """Why each patient who cannot be cannot, as ``engine.facts`` says it."""
        for row in whole.filter(pl.col(CONTRADICTORY))[ROW]:
            entries = entries_at(told, int(row))
            try:
                establish(self.book.vocabulary, entries)
            except ContradictionError as error:
                yield Refused(int(row), error.problems[0])
            else:
                raise DefectError(f"Only the columns of a cohort refuse the patient {entries}.")


@cache
def cohort_of(book: RuleBook) -> Cohort:
    """A rule book put together for cohorts; the same one for the same rule book.

    Raises DefectError for a rule book that was broken on purpose.
    """
    book.refuse_broken()
    return Cohort(
        book,
        closing(book.vocabulary),
        chain_steps(book),
        tuple(verdicts(book, layer) for layer in book.layers),
    )
