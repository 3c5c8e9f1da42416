"""Kleene's three-valued logic against its definition: a truth stands for the answers still open."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.truth import Truth, all_of, any_of, at_least, of

ANSWERS = {Truth.YES: (True,), Truth.NO: (False,), Truth.UNKNOWN: (True, False)}
TRUTHS = st.lists(st.sampled_from(list(Truth)), min_size=1, max_size=5)


def settled(outcomes: set[bool]) -> Truth:
    return of(outcomes.pop()) if len(outcomes) == 1 else Truth.UNKNOWN


@given(TRUTHS)
def test_groups_are_settled_when_every_completion_agrees(truths: list[Truth]) -> None:
    completions = list(product(*(ANSWERS[truth] for truth in truths)))
    assert all_of(truths) is settled({all(answers) for answers in completions})
    assert any_of(truths) is settled({any(answers) for answers in completions})
    for count in range(1, len(truths) + 1):
        assert at_least(count, truths) is settled({sum(a) >= count for a in completions})


@pytest.mark.parametrize(
    ("value", "truth"), [(True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)]
)
def test_a_plain_answer(value: bool | None, truth: Truth) -> None:
    assert of(value) is truth
