"""The one place where a broken rule book is made and run: for drills, and for nothing else."""

from __future__ import annotations

import json
from functools import cache, lru_cache

from engine.broken import BROKEN, broken_book, consult_broken
from engine.errors import RuleBookError
from engine.mutant import Mutation
from engine.mutation import every_mutant
from engine.rulebook import RuleBook
from engine.trace import Trace
from rules import RULEBOOK

NO_ADVICE = BROKEN
"""What every listing of broken advice carries."""


@cache
def mutations() -> dict[str, Mutation]:
    """Every mutant of the document's rules that a rule book can hold, by its id."""
    return {m.id: m for m in every_mutant(RULEBOOK) if altered_book(m) is not None}


@cache
def altered_book(mutation: Mutation) -> RuleBook | None:
    """The document's rule book with one rule broken, marked as such; None where it cannot be.

    Nothing outside a drill may be given it; ``engine.consult`` would refuse it.
    """
    try:
        return broken_book(RULEBOOK, mutation)
    except RuleBookError:
        return None


@lru_cache(maxsize=512)
def altered_trace(mutation_id: str, entries: str) -> Trace:
    """What a broken rule book says of a patient told as JSON, by both engines.

    Raises KeyError for a mutation that does not exist, and DefectError where it gives no verdict.
    """
    book = altered_book(mutations()[mutation_id])
    if book is None:
        raise KeyError(mutation_id)
    return consult_broken(book, json.loads(entries))
