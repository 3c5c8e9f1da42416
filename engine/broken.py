"""A rule book with one rule broken on purpose, and the only way to run it.

It is run for drills alone, in which a learner practises noticing wrong advice: one module under
``cases/`` does so, which a test checks. Another asks the solver what such a book would break
(``engine.verify.altered``). Everything else refuses a book that is marked as broken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.conditions import Value
from engine.consult import BANNER, run_both
from engine.errors import DefectError
from engine.mutant import Mutation
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.trace import Trace

BROKEN = "Made for a drill, with a rule that was broken on purpose: this is no advice."
"""Carried by every trace of a broken rule book."""


def broken_book(book: RuleBook, mutation: Mutation) -> RuleBook:
    """The book with one rule altered or left out, marked as broken, in its version as well.

    Raises DefectError for a book without that rule or one that is broken already, and
    RuleBookError where no rule book can hold the mutant.
    """
    book.refuse_broken()
    if mutation.rule not in book.rule:
        raise DefectError(f"There is no rule {mutation.rule} to break.")

    def kept(rule: Rule) -> Rule | None:
        return mutation.mutated if rule.id == mutation.rule else rule

    chapters = tuple(
        replace(chapter, rules=tuple(rule for each in chapter.rules if (rule := kept(each))))
        for chapter in book.chapters
    )
    return replace(book, version=f"{book.version}, broken", chapters=chapters, broken=mutation)


def consult_broken(book: RuleBook, entries: Mapping[str, Value]) -> Trace:
    """Consult a broken rule book through both engines; the trace says that it is no advice.

    Raises ContradictionError for a patient who cannot exist, and DefectError for a sound book,
    where no verdict holds any more, or where the engines disagree.
    """
    if book.broken is None:
        raise DefectError("This rule book is sound: consult it as everywhere else.")
    trace = run_both(book, entries)
    return trace.model_copy(update={"disclaimer": f"{BANNER} {BROKEN}"})
