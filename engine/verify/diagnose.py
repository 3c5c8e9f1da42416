"""Everything that can be found wrong with a rule base without running a patient of anybody's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from engine.conditions import Value
from engine.edges import Edges
from engine.errors import RuleBookError
from engine.property import Worse
from engine.rulebook import RuleBook
from engine.verify.checks.chain import chain_faults
from engine.verify.checks.engine_limits import limit_faults
from engine.verify.checks.examples import edge_faults, example_faults
from engine.verify.checks.exercised import exercise_faults
from engine.verify.checks.firing import firing_faults
from engine.verify.checks.numbers import number_faults
from engine.verify.checks.patients import whole
from engine.verify.checks.repeated import repeated_faults
from engine.verify.checks.sources import source_faults
from engine.verify.checks.tiles import tile_faults
from engine.verify.checks.verdicts import verdict_faults
from engine.verify.checks.worsening import worsening_faults
from engine.verify.diagnostic import Diagnostic

Progress = Callable[[str], None]
"""Told what is looked for next, in a few words."""


def diagnose(
    book: RuleBook,
    *,
    cases_seen: Iterable[Mapping[str, Value]] | None = None,
    worse: Sequence[Worse] = (),
    edges: Iterable[Edges] = (),
    progress: Progress | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything found in a rule book, ordered by code and by place in the book.

    ``cases_seen`` is what is told at each step of the teaching cases; without it, what they
    exercise is not looked at. ``worse`` are choices and yes/no findings with their answers from the
    best to the worst, for safety that must not be lost. ``edges`` are patients on the edge of
    rules. Raises DefectError where the solver and the reference evaluator do not see the same of a
    patient. A rule book that was broken on purpose is looked at like any other: nothing found is
    advice.
    """
    said = progress or (lambda _: None)
    found: list[Diagnostic] = []
    said("citations")
    found += source_faults(book)
    said("numbers")
    found += number_faults(book)
    said("the chain of concepts")
    found += chain_faults(book)
    said("examples")
    found += example_faults(book)
    said("patients on the edge of rules")
    found += edge_faults(book, edges)
    said("limits of the engine")
    found += limit_faults(book)
    with whole(book) as asked:
        said("rules that never or always fire")
        found += firing_faults(asked)
        said("rules that say the same")
        found += repeated_faults(asked)
        said("verdicts that clash or are missing")
        found += verdict_faults(asked)
    said("safety lost when a finding worsens")
    found += worsening_faults(book, worse)
    said("thresholds that do not fit together")
    found += tile_faults(book)
    if cases_seen is not None:
        said("what no case exercises")
        found += exercise_faults(book, cases_seen)
    return tuple(sorted(found, key=lambda each: each.code))


def diagnose_parts(parts: Mapping[str, Any], **more: Any) -> tuple[Diagnostic, ...]:
    """The same for the parts of a rule book (by the names of its fields), as they stand.

    Where no rule book can be built of them, what keeps it from being built is all that is found.
    """
    try:
        book = RuleBook(**parts)
    except RuleBookError as error:
        return tuple(error.faults)
    return diagnose(book, **more)
