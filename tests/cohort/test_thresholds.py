"""Ranges in columns turn over at exactly the same stored number as in the reference evaluator."""

from __future__ import annotations

import math
from collections.abc import Iterator

import polars as pl
import pytest

from engine.cohort.expressions import expression
from engine.cohort.thresholds import first_above, first_at_least
from engine.conditions import InRange, walk
from engine.evaluate import prove
from engine.findings import Measurement
from rules.full import FULL_RULEBOOK
from tests.cohort.alike import AS_COLUMN
from tests.engine.random_books import seeded
from tests.engine.toy import height

VOCABULARY = FULL_RULEBOOK.vocabulary
RANGES = sorted(
    {
        node
        for rule in FULL_RULEBOOK.rules
        for _, node in walk(rule.when)
        if isinstance(node, InRange)
    },
    key=repr,
)


def around(number: float) -> Iterator[float]:
    """The number, its neighbours, and those of which a person would think."""
    for start in (number, number - 0.1, number + 0.1, round(number, 1), round(number)):
        yield from (start, math.nextafter(start, -math.inf), math.nextafter(start, math.inf))


def test_there_are_ranges_in_other_units() -> None:
    other = [r for r in RANGES if r.unit != measurement_of(r).unit]
    assert len(RANGES) > 100
    assert other


def measurement_of(where: InRange) -> Measurement:
    found = VOCABULARY.atoms[where.finding]
    assert isinstance(found, Measurement)
    return found


@pytest.mark.parametrize("where", RANGES, ids=repr)
def test_every_threshold_of_every_rule(where: InRange) -> None:
    measurement = measurement_of(where)
    ends = [measurement.stored(end, where.unit) for end in (where.low, where.high) if end]
    numbers = [0.0, *(number for end in ends for number in around(end))]
    column = pl.DataFrame({where.finding: [*numbers, None]}, schema={where.finding: pl.Float64})
    found = column.select(expression(where, VOCABULARY)).to_series().to_list()
    expected = [prove(where, VOCABULARY, {where.finding: n}, {}).truth for n in numbers]
    assert found == [*(AS_COLUMN[truth] for truth in expected), None]


@pytest.mark.parametrize("unit", ["in", "m"])
def test_bounds_in_another_unit_are_the_very_first_number(unit: str) -> None:
    rng = seeded(3)
    ends = [0.0, -1.0, 1 / 3, 2.54, 40.0, 1e-5, *(rng.uniform(-50, 500) for _ in range(300))]
    for end in ends:
        least, above = first_at_least(height, unit, end), first_above(height, unit, end)
        assert above is not None
        assert height.shown(least, unit) >= end
        assert height.shown(math.nextafter(least, -math.inf), unit) < end
        assert height.shown(above, unit) > end
        assert height.shown(math.nextafter(above, -math.inf), unit) <= end


def test_an_end_beyond_all_numbers() -> None:
    assert first_at_least(height, "m", math.inf) == math.inf
    assert first_above(height, "in", math.inf) == math.inf
