"""Counting what a cohort comes to: verdicts by diagnosis, and what was wrong with bad lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.cohort.answers import PROBLEM, Answers
from engine.cohort.batches import Bad
from engine.cohort.verdicts import kind_column
from engine.errors import Problem
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind

MOST_KEPT = 1_000
"""How many different problems are kept with their first line; the rest are counted only."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many patients with a diagnosis (None: unknown) have a kind of verdict in a layer."""

    layer: Layer
    diagnosis: str | None
    kind: Kind
    patients: int


@dataclass(frozen=True, slots=True)
class Fault:
    """The same thing wrong with one or more lines, and the first of them."""

    problem: Problem
    first: Bad
    lines: int


@dataclass(slots=True)
class Tally:
    """Counts, added up batch by batch."""

    book: RuleBook
    rows: int = 0
    bad: int = 0
    unlisted: int = 0
    _counts: Counter[tuple[Layer, str | None, str]] = field(default_factory=Counter)
    _faults: dict[Problem, tuple[Bad, int]] = field(default_factory=dict)

    def add(self, answers: Answers) -> None:
        """Count some answers."""
        self.rows += answers.frame.height
        self.bad += len(answers.bad)
        diagnosis = self.book.vocabulary.diagnosis.id
        decided = answers.frame.filter(answers.frame[PROBLEM].is_null())
        for layer in self.book.layers:
            counted = decided.group_by(diagnosis, kind_column(layer)).len()
            for disease, kind, number in counted.iter_rows():
                self._counts[layer, disease, kind] += number
        for bad in answers.bad:
            for problem in bad.problems:
                if problem in self._faults:
                    first, lines = self._faults[problem]
                    self._faults[problem] = (first, lines + 1)
                elif len(self._faults) < MOST_KEPT:
                    self._faults[problem] = (bad, 1)
                else:
                    self.unlisted += 1

    @property
    def counts(self) -> Iterator[Count]:
        """The counts, by layer, diagnosis and kind in the order of the rule book."""
        diseases = [None, *(option.value for option in self.book.vocabulary.diagnosis.options)]
        for layer in self.book.layers:
            for disease in diseases:
                for kind in Kind:
                    number = self._counts[layer, disease, kind.value]
                    if number:
                        yield Count(layer, disease, kind, number)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was wrong, in the order of the lines on which it was first seen."""
        return tuple(Fault(p, first, lines) for p, (first, lines) in self._faults.items())
