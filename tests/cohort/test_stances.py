"""Which rules decide: for every combination of what fired and what waits the same as elsewhere."""

from __future__ import annotations

from itertools import product

import pytest

from engine.cohort.stances import stances
from engine.deciding import choice
from engine.rule import Layer, Rule, Stance
from rules.concepts import Drug
from rules.full import FULL_RULEBOOK

DRUGS = list(Drug)


@pytest.mark.parametrize("layer", list(Layer))
@pytest.mark.parametrize("drug", DRUGS)
def test_deciding_rules_are_those_of_the_choice(layer: Layer, drug: Drug) -> None:
    """With two rules of each stance, each of which fires, waits or is ruled out."""
    found = stances(FULL_RULEBOOK, layer, drug)
    pairs = {stance: rules[:2] for stance, rules in found.rules.items()}
    rules = [rule for pair in pairs.values() for rule in pair]
    tried = 0
    for states in product((True, None, False), repeat=min(len(rules), 8)):
        truth: dict[str, bool | None] = {r.id: s for r, s in zip(rules, states, strict=False)}
        fired: dict[Stance, list[Rule]] = {
            s: [r for r in pairs.get(s, ()) if truth.get(r.id) is True] for s in Stance
        }
        waiting = [r for r in rules if r.id in truth and truth[r.id] is None]
        expected = choice(layer, fired, waiting)
        number = 0
        for bit, (stance, pair) in enumerate(pairs.items()):
            number |= bool(fired[stance]) << bit
            number |= any(r in waiting for r in pair) << (bit + len(pairs))
        bits = found.deciding[number]
        decide = {
            rule.id
            for bit, (stance, pair) in enumerate(pairs.items())
            for rule in pair
            if (bits >> bit & 1 and rule in fired[stance])
            or (bits >> (bit + len(pairs)) & 1 and rule in waiting)
        }
        assert decide == (set() if expected is None else {r.id for r in expected[1]})
        tried += 1
    assert tried == 3 ** min(len(rules), 8)
