"""A rule that was altered on purpose: what was done to which rule, and what it has become.

Made by ``engine.mutation``. A rule book that holds one is marked with it and is no source of
advice: ``engine.consult`` refuses it.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.option import Option
from engine.rule import Rule


class Operator(Option):
    """What can be done to a rule, one small thing at a time."""

    DROP_CONDITION = "drop_condition", "a condition dropped"
    NEGATE_CONDITION = "negate_condition", "a condition turned into another"
    SWAP_GROUP = "swap_group", "“all of” and “at least one of” changed places"
    SHIFT_THRESHOLD = "shift_threshold", "a threshold moved by one step"
    CHANGE_STANCE = "change_stance", "the conclusion turned around"
    CHANGE_DRUG = "change_drug", "the conclusion moved to another drug"
    DROP_RULE = "drop_rule", "the rule left out"


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """One alteration of one rule.

    ``id`` is the same for the same alteration of the same rule book. ``rule`` is the rule's id,
    ``path`` the place of the condition that was altered (``when.0``; "then" for the conclusion, ""
    for the whole rule), ``words`` say in a sentence what was changed. ``mutated`` is the altered
    rule, None where it was left out.
    """

    id: str
    operator: Operator
    rule: str
    path: str
    words: str
    mutated: Rule | None
