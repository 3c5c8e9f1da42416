"""Shares and intervals, and cells that neither side tells apart."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.difference.description import Description
from engine.difference.drawn import wilson
from engine.difference.refinement import refined
from engine.export.difference_patients import percent


@pytest.mark.parametrize(
    ("hits", "number", "low", "high"),
    # From Wilson's formula worked out by hand in high precision.
    [(0, 10, 0.0, 0.277533), (10, 10, 0.722467, 1.0), (5, 10, 0.236593, 0.763407)],
)
def test_the_interval_is_wilsons(hits: int, number: int, low: float, high: float) -> None:
    assert wilson(hits, number) == pytest.approx((low, high), abs=1e-5)


@given(st.integers(1, 10_000), st.data())
def test_the_interval_holds_the_share(number: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, number))
    low, high = wilson(hits, number)
    assert 0 <= low <= hits / number <= high <= 1
    assert low < high


def test_nobody_asked_means_nothing_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_share_is_never_rounded_to_none_or_all() -> None:
    assert percent(0) == "0 %"
    assert percent(1) == "100 %"
    assert percent(1e-9) == "less than 0.01 %"
    assert percent(1 - 1e-9) == "more than 99.99 %"
    assert percent(0.1333) == "13.33 %"


def described(regions: list[dict[str, Any]], whole: dict[str, Any]) -> Description:
    return Description(
        version="",
        hash="",
        diagnosis="kind",
        drugs={},
        rules={},
        concepts={},
        thresholds={},
        findings={},
        atoms={"x": {"whole": whole, "applies_to": [], "options": None}},
        texts={},
        ties={},
        regions={"document": {"x": regions}},
        asked={},
        exact=True,
    )


def lines(cuts: list[int]) -> list[dict[str, Any]]:
    ends = [0, *sorted(set(cuts)), 100]
    return [{"low": low, "high": high - 1} for low, high in pairwise(ends)]


cuts = st.lists(st.integers(1, 99), max_size=6)


@given(cuts, cuts)
def test_every_number_has_exactly_one_cell_that_both_sides_take_for_it(
    before: list[int], after: list[int]
) -> None:
    whole = {"low": 0, "high": 99}
    was, now = lines(before), lines(after)
    cells = refined(described(was, whole), described(now, whole), "document")["x"]

    def signature(number: float) -> tuple[int, ...]:
        return tuple(
            next(at for at, r in enumerate(side) if r["low"] <= number <= r["high"])
            for side in (was, now)
        )

    found = [signature(float(cell.value)) for cell in cells]
    assert len(set(found)) == len(found)
    assert set(found) == {signature(number) for number in range(100)}


@given(st.lists(st.integers(0, 2), min_size=6, max_size=6), st.lists(st.integers(0, 2), min_size=6))
def test_options_fall_together_only_where_both_sides_let_them(
    before: list[int], after: list[int]
) -> None:
    options = list("abcdef")

    def grouped(by: list[int]) -> list[dict[str, Any]]:
        groups: dict[int, list[str]] = {}
        for option, group in zip(options, by, strict=False):
            groups.setdefault(group, []).append(option)
        return [{"values": values} for values in groups.values()]

    whole = {"values": options}
    cells = refined(
        described(grouped(before), whole), described(grouped(after), whole), "document"
    )["x"]
    assert sum(cell.many for cell in cells) == len(options)
    pairs = {(before[at], after[at]) for at in range(len(options))}
    assert len(cells) == len(pairs)
