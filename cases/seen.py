"""The patients of the cases, with what is checked of each: what could notice an altered rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cases.model import Case
from cases.play import trace_after
from engine.facts import within
from engine.rulebook import RuleBook
from engine.verify.stated import Seen


def seen_in(cases: Iterable[Case], book: RuleBook) -> Iterator[Seen]:
    """The patient at every step of every case, as far as a rule book knows of the patient."""
    for case in cases:
        for step in range(len(case.steps)):
            entries = within(book.vocabulary, trace_after(case, step).entries)
            layers = tuple(layer for layer in case.layers if layer in book.layers)
            yield Seen(f"{case.id}, step {step + 1}", entries, layers)
