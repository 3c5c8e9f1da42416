"""Rule bases of which one lacks published criteria, or both do: what is said of that layer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.difference.compare import Comparison, compare
from engine.difference.description import DOCUMENT, REFERENCE
from engine.export.difference import turn_text
from engine.export.difference_patients import estimate_part
from engine.rule import Layer
from engine.rulebook import RuleBook
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.difference.in_process import InProcess, without

NO_CHANGE = "None comes to another verdict."


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few patients are asked: what is told of a layer does not depend on them."""
    monkeypatch.setattr("engine.difference.compare.MOST_RULES", 0)
    monkeypatch.setattr("engine.difference.every.MOST", 20)


def said(before: RuleBook, after: RuleBook, sample: int = 20) -> tuple[Comparison, str]:
    """What was found, and what the report says of patients by published criteria."""
    sides = InProcess(before, after)
    found = compare(sides, (), (), sample, 1)
    return found, estimate_part(sides, found, turn_text).intro


def test_criteria_on_one_side_only_are_not_said_to_change_nobody() -> None:
    for before, after, word in (
        (FULL_RULEBOOK, RULEBOOK, "before"),
        (RULEBOOK, FULL_RULEBOOK, "after"),
    ):
        for sample in (0, 20):
            found, intro = said(before, after, sample)
            assert found.estimate is None
            assert REFERENCE not in found.same.layers
            assert intro.startswith(f"Only the side {word} has rules of published criteria:")


def test_criteria_that_are_only_gone_are_not_left_out_of_account() -> None:
    """Their rules alone are gone, and nothing else: the document is proven to be the same."""
    alone = replace(
        FULL_RULEBOOK,
        chapters=tuple(
            replace(chapter, rules=tuple(r for r in chapter.rules if r.layer is Layer.DOCUMENT))
            for chapter in FULL_RULEBOOK.chapters
        ),
    )
    found, intro = said(FULL_RULEBOOK, alone)
    assert found.same.layers == (DOCUMENT,)
    assert intro.startswith("Only the side before")


def test_criteria_on_both_sides_are_said_to_change_nobody_where_that_is_proven() -> None:
    found, intro = said(FULL_RULEBOOK, FULL_RULEBOOK)
    assert found.same.layers == (DOCUMENT, REFERENCE)
    assert intro.startswith(NO_CHANGE)
    changed = without(FULL_RULEBOOK, "RMIT-5", 0)
    found, intro = said(FULL_RULEBOOK, changed, 0)
    assert found.same.layers == (DOCUMENT,)
    assert intro == "No patient was drawn, as asked for (--sample 0)."


def test_criteria_on_neither_side_are_said_to_be_on_none() -> None:
    found, intro = said(RULEBOOK, RULEBOOK)
    assert found.same.layers == (DOCUMENT,)
    assert intro == "Neither side has rules of published criteria."
