"""Conditions, findings and concepts are neither true nor false: Python's own words refuse them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from engine.conditions import IsKnown, IsNotKnown
from engine.language import all_of, any_of, at_least
from tests.engine import toy

WARM = toy.warmth.above(30, "°C")
ROSE = toy.kind.is_(toy.Kind.ROSE)
EVERY: tuple[Any, ...] = (
    WARM,
    ROSE,
    toy.kind.is_one_of(toy.Kind.ROSE, toy.Kind.FERN),
    IsKnown("kind"),
    IsNotKnown("kind"),
    toy.DRY.yes,
    all_of(WARM, ROSE),
    any_of(WARM, ROSE),
    at_least(1, WARM, ROSE),
    toy.kind,
    toy.warmth,
    toy.signs,
    toy.DRY,
    toy.FEED_MAY,
)
JOINED: tuple[Callable[[Any, Any], Any], ...] = (
    lambda one, other: one and other,
    lambda one, other: one or other,
    lambda one, _: not one,
    lambda one, other: other if one else one,
)


@pytest.mark.parametrize("each", EVERY, ids=[type(each).__name__ for each in EVERY])
@pytest.mark.parametrize("joined", JOINED, ids=["and", "or", "not", "if"])
def test_none_is_taken_for_true(each: object, joined: Callable[[Any, Any], Any]) -> None:
    with pytest.raises(TypeError, match="joined by all_of") as caught:
        joined(each, ROSE)
    assert "any_of" in str(caught.value)
