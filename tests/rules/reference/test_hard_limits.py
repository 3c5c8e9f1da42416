"""The numbers that are accepted: each limit written down again, from what people can have."""

from __future__ import annotations

import pytest

from engine.conditions import InRange, walk
from engine.findings import Measurement
from rules.full import FULL_RULEBOOK

ATOMS = FULL_RULEBOOK.vocabulary.atoms
MEASURED = {name: each for name, each in ATOMS.items() if isinstance(each, Measurement)}
LIMITS: dict[str, tuple[float, float]] = {
    "age": (0, 120),
    "height": (40, 250),
    "weight": (2, 350),
    "body_surface": (0.2, 3.5),
    "spo2": (30, 100),
    "creatinine": (10, 3000),
    "creatinine_rise": (-95, 2000),
    "egfr": (0, 200),
    "upcr": (0, 40),
    "sledai_2k": (0, 105),
    "edss": (0, 10),
    "edss_a_year_ago": (0, 10),
    "relapses_12_months": (0, 20),
    "disabling_relapses_12_months": (0, 20),
    "gadolinium_lesions": (0, 100),
    "new_t2_lesions_12_months": (0, 200),
    "das28": (0, 10),
    "sharp_score_change": (0, 100),
    "weakest_muscle_grade": (0, 5),
    "prednisone": (0, 2000),
    "prior_cyclophosphamide": (0, 300),
    "prior_mitoxantrone": (0, 300),
    "planned_dose": (0, 4000),
    "temperature": (30, 43),
    "igg": (0, 60),
    "wbc": (0, 200),
    "neutrophils": (0, 150),
    "platelets": (0, 2000),
    "haemoglobin": (20, 250),
    "nadir_wbc": (0, 200),
    "nadir_neutrophils": (0, 150),
    "alt": (0, 200),
    "lvef": (5, 90),
    "lvef_baseline": (5, 90),
    "lvef_lower_limit": (40, 70),
}


@pytest.mark.parametrize(("name", "limits"), LIMITS.items(), ids=LIMITS)
def test_nobody_is_refused_who_can_be(name: str, limits: tuple[float, float]) -> None:
    hard = MEASURED[name].hard
    assert (hard.low, hard.high) == limits


@pytest.mark.parametrize("name", MEASURED)
def test_what_is_asked_again_could_be_entered(name: str) -> None:
    finding = MEASURED[name]
    for end in (finding.soft.low, finding.soft.high):
        assert end is None or finding.hard.hold(end)


def test_every_number_that_a_rule_asks_for_can_be_entered_on_either_side() -> None:
    tried = 0
    for rule in FULL_RULEBOOK.rules:
        for _, leaf in walk(rule.when):
            if not isinstance(leaf, InRange):
                continue
            finding = MEASURED[leaf.finding]
            low = -1e9 if finding.hard.low is None else finding.hard.low
            high = 1e9 if finding.hard.high is None else finding.hard.high
            for end in (leaf.low, leaf.high):
                if end is not None:
                    at = finding.stored(end, leaf.unit)
                    assert low <= at <= high, (rule.id, leaf)
                    # A border at the very end tells nobody apart.
                    counts = leaf.low_included if end == leaf.low else leaf.high_included
                    assert not (at in (low, high) and counts and end != 0), (rule.id, leaf)
                    tried += 1
    assert tried > 200
