"""Small pieces of wording."""

from __future__ import annotations

import pytest

from engine.words import amount, with_unit


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        (2.0, "count", "2"),
        (1.0, "count", "1"),
        (1.0, "weeks", "1 week"),
        (1.0, "points", "1 point"),
        (5.1, "points", "5.1 points"),
        (0.0, "years", "0 years"),
        (-1.0, "points", "-1 points"),
        (1.0, "mg", "1 mg"),
        (1.0, "× ULN", "1 × ULN"),
    ],
)
def test_a_number_with_its_unit(number: float, unit: str, said: str) -> None:
    assert amount(number, unit) == said


@pytest.mark.parametrize(
    ("words", "unit", "said"),
    [
        ("at least 2", "count", "at least 2"),
        ("at least 1", "weeks", "at least 1 week"),
        ("at least 11", "weeks", "at least 11 weeks"),
        ("below 0.1", "points", "below 0.1 points"),
    ],
)
def test_a_range_with_its_unit(words: str, unit: str, said: str) -> None:
    assert with_unit(words, unit) == said
