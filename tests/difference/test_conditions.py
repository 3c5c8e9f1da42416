"""Conditions told apart in words, by what they ask and not by how they are written."""

from __future__ import annotations

from typing import Any

import pytest

from engine.conditions import Condition, Is, IsOneOf, all_of, any_of, at_least
from engine.difference.conditions import logic, shape, told_apart
from rules import RULEBOOK
from rules.concepts import SEVERE
from rules.full import FULL_RULEBOOK
from rules.vocabulary.disease import life_threatening, severity
from rules.vocabulary.heart import lvef
from rules.vocabulary.options import Severity
from ui.rulebase.describe import described_condition

A = severity.is_(Severity.SEVERE)
A_OR_B = severity.is_one_of(Severity.SEVERE, Severity.MODERATE)
THREAT = life_threatening.yes


def plain(condition: Condition) -> dict[str, Any]:
    return described_condition(FULL_RULEBOOK, condition)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (A, A_OR_B, ["Severity: severe → moderate or severe"]),
        (all_of(A, THREAT), all_of(A_OR_B, THREAT), ["Severity: severe → moderate or severe"]),
        (all_of(A, THREAT), all_of(A), ["no longer asked: “Life-threatening: yes”"]),
        (all_of(A), all_of(A, THREAT), ["now asked: “Life-threatening: yes”"]),
        (A, all_of(A, THREAT), ["now asked: “Life-threatening: yes”"]),
        (all_of(A, THREAT), any_of(A, THREAT), ["“all of” → “at least one of”"]),
        (at_least(1, A, THREAT), at_least(2, A, THREAT), ["“at least 1 of” → “at least 2 of”"]),
        (SEVERE.yes, SEVERE.no, ["severe disease: yes → no"]),
        (
            all_of(THREAT, any_of(A, SEVERE.yes)),
            all_of(THREAT, any_of(A_OR_B, SEVERE.yes)),
            ["Severity: severe → moderate or severe"],
        ),
        (lvef.below(50, "%"), lvef.below(45, "%"), [f"{lvef.label}: below 50 % → below 45 %"]),
        (A, THREAT, ["“Severity: severe” → “Life-threatening: yes”"]),
    ],
)
def test_a_difference_is_told_in_words(
    before: Condition, after: Condition, said: list[str]
) -> None:
    assert list(told_apart(plain(before), plain(after))) == said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (all_of(A, THREAT), all_of(THREAT, A)),
        (
            IsOneOf(severity.id, ("mild", "severe")),
            IsOneOf(severity.id, ("severe", "mild")),
        ),
    ],
)
def test_order_is_no_difference(one: Condition, other: Condition) -> None:
    assert told_apart(plain(one), plain(other)) == ()


def test_a_moved_number_keeps_the_shape_and_another_finding_does_not() -> None:
    assert shape(plain(lvef.below(50, "%"))) == shape(plain(lvef.below(45, "%")))
    assert shape(plain(lvef.below(50, "%"))) != shape(plain(lvef.above(50, "%")))
    assert shape(plain(A)) != shape(plain(Is(severity.id, "mild")))


def test_no_two_rules_of_one_conclusion_ask_the_same() -> None:
    """So that a rule is never taken for another that was renamed."""
    asked = {(rule.then.id, repr(logic(plain(rule.when)))) for rule in RULEBOOK.rules}
    assert len(asked) == len(RULEBOOK.rules)
