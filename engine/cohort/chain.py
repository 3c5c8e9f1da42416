"""The chain of rules as steps, each of columns that rest on earlier ones only."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from engine.cohort.columns import concept_column, rule_column
from engine.cohort.expressions import any_holds, expression
from engine.conditions import concepts_of
from engine.rule import Rule
from engine.rulebook import RuleBook

Step = list[pl.Expr]
"""Columns that can be made at the same time."""


def chain_steps(book: RuleBook) -> tuple[Step, ...]:
    """Every rule and concept as a column, in steps; a concept without a rule is unknown."""
    depths = _depths(book)
    steps: list[Step] = [
        [
            pl.lit(None, pl.Boolean).alias(concept_column(concept))
            for concept, rules in book.rules_for.items()
            if not rules
        ]
    ]
    for depth in range(1, max(depths.values(), default=0) + 1):
        rules = [rule for rule in book.chain_order if depths[rule.id] == depth]
        steps.append([expression(r.when, book.vocabulary).alias(rule_column(r.id)) for r in rules])
        steps.append(
            [
                any_holds(pl.col(rule_column(rule.id)) for rule in suppliers).alias(
                    concept_column(concept)
                )
                for concept, suppliers in book.rules_for.items()
                if suppliers and max(depths[rule.id] for rule in suppliers) == depth
            ]
        )
    return tuple(step for step in steps if step)


def _depths(book: RuleBook) -> dict[str, int]:
    """How many rules stand above each in the chain, itself included."""
    depths: dict[str, int] = {}

    def behind(rule: Rule) -> Iterator[int]:
        for concept in concepts_of(rule.when):
            yield from (depths[supplier.id] for supplier in book.rules_for[concept])

    for rule in book.chain_order:
        depths[rule.id] = 1 + max(behind(rule), default=0)
    return depths
