"""How near a rule book is to what durable-rules can carry, without building it."""

from __future__ import annotations

from engine.chaining.clauses import MOST_PREMISES
from engine.chaining.compile import compile_rules
from engine.chaining.limits import loads
from engine.rulebook import RuleBook
from engine.verify.diagnostic import BOOK, Found, at

NEAR = 0.8
"""The share of a limit from which on it is near."""


def limit_faults(book: RuleBook) -> Found:
    """Limits that are near or passed. Premises are left out: longer rules are cut up for it."""
    for load in loads(compile_rules(book)):
        if load.most == MOST_PREMISES and load.used <= load.most:
            continue
        if load.used > load.most:
            yield at(BOOK, "RB702", f"durable-rules: {load.text}", "Take rules out, or part them.")
        elif load.used >= NEAR * load.most:
            yield at(
                BOOK,
                "RB701",
                f"durable-rules: {load.text}",
                "Before more rules are added, let conditions that recur be a concept.",
            )
