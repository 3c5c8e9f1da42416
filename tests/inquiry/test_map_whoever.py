"""Maps of whoever it may be: each number of a region leaves the same verdicts possible."""

from __future__ import annotations

from random import Random

import pytest

from engine.conditions import Is, all_of
from engine.deciding import advice_rules
from engine.findings import Measurement
from engine.inquiry.decision_map import decision_map
from engine.inquiry.everyone import everyone
from engine.inquiry.map_model import Axis, DecisionMap
from engine.property import Known
from engine.rule import Layer
from engine.trace import Kind
from engine.verify.facts import proposition
from rules.full import FULL_RULEBOOK
from tests.inquiry.test_decision_map import CYC, DIAGNOSIS, LUPUS, SCLEROSIS, place_of

MITOXANTRONE = "mitoxantrone"
NO_INFECTION = "none"
CALCULATED_WITH = [
    (CYC, LUPUS, "prior_cyclophosphamide"),
    (CYC, LUPUS, "creatinine"),
    (CYC, LUPUS, "age"),
    (MITOXANTRONE, SCLEROSIS, "prior_mitoxantrone"),
    (MITOXANTRONE, SCLEROSIS, "lvef"),
    (MITOXANTRONE, SCLEROSIS, "lvef_baseline"),
    (MITOXANTRONE, SCLEROSIS, "lvef_lower_limit"),
]


def whoever(drug: str, disease: str, number: str) -> DecisionMap:
    """The number by something that no number is calculated of."""
    told = {DIAGNOSIS: disease}
    axes = (number, "active_infection")
    return decision_map(FULL_RULEBOOK, Layer.REFERENCE, drug, told, axes, whoever=True)


def numbers(axis: Axis, at: int, random: Random) -> tuple[float, ...]:
    """The ends of a region and one number between them."""
    region, finding = axis.regions[at], axis.finding
    assert isinstance(finding, Measurement)
    assert region is not None
    assert region.low is not None
    assert region.high is not None
    between = random.uniform(region.low, region.high)
    between = round(between, 0 if finding.whole else 1)
    return region.low, min(max(between, region.low), region.high), region.high


def possible(found: DecisionMap, number: float) -> set[Kind]:
    """The verdicts that somebody without an infection gets of whom this very number is told."""
    by, infection = found.axes
    told = all_of(
        Is(DIAGNOSIS, found.diagnosis),
        Is(by.finding.id, number),
        Is(infection.finding.id, NO_INFECTION),
    )
    rules = advice_rules(FULL_RULEBOOK, found.layer, found.drug)
    with everyone(FULL_RULEBOOK, rules, [told]) as (encoding, who):
        so = proposition(encoding, Known(told))
        kinds = encoding.verdict(found.layer, found.drug.value)
        return {kind for kind, lit in kinds.items() if who.can(so, lit)}


@pytest.mark.parametrize(("drug", "disease", "number"), CALCULATED_WITH)
def test_each_number_leaves_the_same_verdicts_as_its_region(
    drug: str, disease: str, number: str
) -> None:
    found = whoever(drug, disease, number)
    by, infection = found.axes
    without = place_of(infection, NO_INFECTION)
    random = Random(f"numbers {number}")  # noqa: S311  (not for secrets)
    seen = {}
    for at in range(by.unknown):
        kinds = seen[at] = set(found.cell((at, without)).kinds)
        for each in set(numbers(by, at, random)):
            assert possible(found, each) == kinds, (by.finding.id, each)
    if number == "prior_mitoxantrone":
        # Whatever the next dose is: above this nobody is left whom the limit does not stop.
        turn = next(at for at in seen if seen[at] == {Kind.EXCLUDED_OR_PAUSED})
        end = by.low_end(turn)
        assert end is not None
        assert (end.at, end.counts) == (128, False)
