"""Every threshold at, just under and just over its value, in each unit that is offered."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from engine.conditions import InRange, walk
from engine.evaluate import prove
from engine.evidence import Confidence
from engine.findings import Measurement
from engine.readers import read_number
from engine.rule import Layer
from engine.truth import Truth
from rules.full import FULL_RULEBOOK

VOCABULARY = FULL_RULEBOOK.vocabulary
RANGES = sorted(
    {
        node
        for rule in FULL_RULEBOOK.rules
        if rule.layer is Layer.REFERENCE
        for _, node in walk(rule.when)
        if isinstance(node, InRange)
    },
    key=repr,
)
CASES = [
    (node, unit, end)
    for node in RANGES
    for unit in getattr(VOCABULARY.atoms[node.finding], "units", ())
    for end in (node.low, node.high)
    if end is not None
]


def holds(node: InRange, number: Fraction) -> bool:
    """Whether a number (in the unit of the threshold) lies in the range, in exact arithmetic."""
    low, high = (None if e is None else Fraction(str(e)) for e in (node.low, node.high))
    above = low is None or number > low or (node.low_included and number == low)
    return above and (high is None or number < high or (node.high_included and number == high))


@pytest.mark.parametrize(
    ("node", "unit", "end"),
    CASES,
    ids=[f"{at}-{n.finding}-{e:g}-in-{u}" for at, (n, u, e) in enumerate(CASES)],
)
def test_at_just_under_and_just_over(node: InRange, unit: str, end: float) -> None:
    measurement = VOCABULARY.atoms[node.finding]
    assert isinstance(measurement, Measurement)
    factor = {other.name: Fraction(other.factor) for other in measurement.other_units}
    to_threshold = factor.get(unit, Fraction(1)) / factor.get(node.unit, Fraction(1))
    # What a person would type: nine places at most, which may lie a hair beside the threshold.
    at = round(Decimal(str(end)) * to_threshold.denominator / to_threshold.numerator, 9)
    step = Decimal(1) if measurement.whole else max(abs(at) / 1000, Decimal("0.001"))
    for entered in (at, at - step, at + step):
        if not measurement.hard.hold(measurement.stored(float(entered), unit)):
            continue
        stored = (
            read_number(measurement, {"value": float(entered), "unit": unit})
            if measurement.id in VOCABULARY.by_id and measurement.step is None
            else measurement.stored(float(entered), unit)
        )
        wanted = Truth.YES if holds(node, Fraction(entered) * to_threshold) else Truth.NO
        assert prove(node, VOCABULARY, {node.finding: stored}, {}).truth is wanted, entered


def test_every_threshold_says_what_it_is_and_how_sure_we_are() -> None:
    for mark in FULL_RULEBOOK.thresholds.values():
        assert mark.label
        assert mark.label[0].isupper()
        assert set(mark.cites) <= set(FULL_RULEBOOK.reference)
        assert bool(mark.cites) or mark.confidence is Confidence.OWN


def test_no_threshold_is_a_soft_limit() -> None:
    """A soft limit asks about typing errors only."""
    for node in RANGES:
        measurement = VOCABULARY.atoms[node.finding]
        assert isinstance(measurement, Measurement)
        ends = {measurement.stored(e, node.unit) for e in (node.low, node.high) if e is not None}
        assert not ends & {measurement.soft.low, measurement.soft.high}, node.finding
