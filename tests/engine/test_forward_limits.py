"""The limits of durable-rules: refused before building, and far from any rule book to be expected."""

from __future__ import annotations

import pytest

from engine.conditions import Value
from engine.errors import ForwardEngineError
from engine.forward import ForwardEngine
from engine.forward_clauses import START, Clause, Comparison, Premise, Subject
from engine.forward_compile import compile_rules
from engine.forward_limits import check_limits
from engine.forward_text import Numbering, identity_hash
from engine.language import (
    Choice,
    Concept,
    Condition,
    Finding,
    Limits,
    Measurement,
    Rule,
    RuleBook,
    Vocabulary,
    YesNo,
    all_of,
    any_of,
    at_least,
)
from tests.engine import toy
from tests.engine.agreement import agreed
from tests.engine.random_books import seeded
from tests.engine.toy import VOCABULARY, book_of, concept, rule


def refused(conditions: list[Condition]) -> str:
    """Why durable-rules cannot carry a rule for each of these conditions."""
    with pytest.raises(ForwardEngineError) as caught:
        ForwardEngine(book_of(rule(f"R-{n}", when, toy.DRY) for n, when in enumerate(conditions)))
    return str(caught.value)


def test_as_much_as_durable_rules_can_carry() -> None:
    # 32 rules read ranges that all hold and 32 a range that holds not to be: 64 matches at a time.
    warmer = [toy.warmth.above(n / 2, "°C") for n in range(64)]
    same = [toy.potted.yes] * 191
    rules = [rule(f"R-{n}", when, toy.DRY) for n, when in enumerate((*warmer, *same))]
    book = book_of(rules)
    result = agreed(book, ForwardEngine(book), {"warmth": 40.0, "potted": True})
    assert len(result.firings) == 255
