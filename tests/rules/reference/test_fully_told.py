"""Who is told in full gets a verdict: no rule waits for what has no meaning for the disease."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from engine.conditions import ConceptIs, Condition, Group
from engine.consult import consult
from engine.evaluate import evaluate, prove
from engine.rule import Advice, Flag, Layer, Stance
from engine.trace import Kind
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from tests.rules.reference.everyone import DIAGNOSIS, VOCABULARY, told_in_full
from tests.rules.reference.telling import (
    GPA,
    IIM,
    MPA,
    MS,
    OTHER_VASCULITIS,
    RA,
    SLE,
)

PATIENTS = 100
DISEASES = (SLE, MS, GPA, MPA, OTHER_VASCULITIS, RA, IIM)
EACH = pytest.mark.parametrize("diagnosis", DISEASES)
WITHHELD = {
    rule.id
    for rule in FULL_RULEBOOK.rules
    if isinstance(rule.then, Advice) and rule.then.stance is Stance.WITHHELD
}


@EACH
def test_who_is_told_in_full_waits_for_nothing(diagnosis: str) -> None:
    random = Random(diagnosis)  # noqa: S311  (not for secrets)
    kinds = set()
    for _ in range(PATIENTS):
        entries = told_in_full(random, diagnosis)
        trace = consult(FULL_RULEBOOK, entries)
        assert trace.unknown == ()
        for verdict in trace.verdicts:
            if verdict.layer != Layer.REFERENCE:
                continue
            kinds.add(verdict.kind)
            assert verdict.waiting_for == (), entries
            if verdict.kind is Kind.NOT_ENOUGH_DATA:
                assert set(verdict.rules) <= WITHHELD, entries
                assert "findings are missing" not in verdict.summary
    assert len(kinds) >= 4, kinds


@cache
def concepts_by(diagnosis: str) -> dict[str, Truth]:
    """What every concept is when the diagnosis alone is told."""
    return evaluate(FULL_RULEBOOK, {DIAGNOSIS: diagnosis}).concepts


def pending(condition: Condition, diagnosis: str) -> set[str]:
    """The findings that a condition still waits for when the diagnosis alone is told."""
    concepts = concepts_by(diagnosis)
    if prove(condition, VOCABULARY, {DIAGNOSIS: diagnosis}, concepts).truth is not Truth.UNKNOWN:
        return set()
    if isinstance(condition, Group):
        return set().union(*(pending(part, diagnosis) for part in condition.conditions))
    return set() if isinstance(condition, ConceptIs) else {condition.finding}


@EACH
def test_no_rule_waits_for_a_finding_that_does_not_apply(diagnosis: str) -> None:
    """A finding of another disease is withheld from the rules, so it could never be told."""
    for rule in FULL_RULEBOOK.rules:
        if rule.layer is Layer.REFERENCE and not isinstance(rule.then, Flag):
            for name in pending(rule.when, diagnosis):
                assert VOCABULARY.applies(VOCABULARY.atoms[name], diagnosis), (rule.id, name)
