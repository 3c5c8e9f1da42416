"""Patients made on purpose: most single changes of a rule are shown by one of them."""

from __future__ import annotations

from random import Random

import pytest

from engine.conditions import Condition, Is, IsKnown, IsNotKnown, IsOneOf
from engine.difference.around import around, cells_around
from engine.difference.directed import holds
from engine.difference.examples import showing
from engine.difference.rules import rule_differences
from engine.evaluate import prove
from engine.mutant import Mutation
from engine.mutation import every_mutant
from engine.truth import Truth
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from rules.vocabulary.disease import severity
from rules.vocabulary.heart import lvef
from tests.difference.in_process import InProcess, with_rule
from ui.rulebase.describe import described_condition

SOME = [m for m in every_mutant(RULEBOOK) if m.mutated is not None]
Random(7).shuffle(SOME)  # noqa: S311  (nothing here is a secret)


@pytest.mark.parametrize("mutation", SOME[:12], ids=lambda m: m.id)
def test_a_small_change_of_a_rule_of_the_document_is_shown(mutation: Mutation) -> None:
    assert mutation.mutated is not None
    sides = InProcess(RULEBOOK, with_rule(RULEBOOK, mutation.mutated))
    (rule,) = rule_differences(sides.before, sides.after)
    assert rule.id == mutation.rule
    assert rule.decides
    found = around(sides, rule, (), cells_around(sides))
    assert showing(found, rule.id) in {"verdict", "flag"}


@pytest.mark.parametrize(
    "leaf",
    [
        Is(severity.id, "severe"),
        IsOneOf(severity.id, ("mild", "severe")),
        IsKnown(severity.id),
        IsNotKnown(severity.id),
        lvef.below(50, "%"),
        lvef.between(50, 60, "%"),
    ],
)
def test_a_described_condition_holds_as_the_condition_itself(leaf: Condition) -> None:
    described = described_condition(FULL_RULEBOOK, leaf)
    number = described["is"] == "InRange"
    values = (
        [None, 49.9, 50.0, 50.1, 60.0, 61.0] if number else [None, "mild", "severe", "moderate"]
    )
    name = described["finding"]
    for value in values:
        known = {} if value is None else {name: value}
        proof = prove(leaf, FULL_RULEBOOK.vocabulary, known, {})
        assert holds(described, value) is (proof.truth is Truth.YES), value
