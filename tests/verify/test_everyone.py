"""Whoever there can be is among those who are put to the solver, as far as rules can tell."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

import pytest

from engine.conditions import InRange, Value, all_of, walk
from engine.deciding import advice_rules
from engine.findings import Measurement
from engine.inquiry.decision_map import decision_map
from engine.inquiry.domains import Domains
from engine.inquiry.ends import everybody
from engine.inquiry.everyone import everyone
from engine.inquiry.regions import Region, holds
from engine.inquiry.slice import Slice, slice_of
from engine.property import Known, Never, Property, VerdictIs
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Kind
from engine.verify.facts import is_so
from engine.verify.proof import State, prove
from rules.concepts import Drug
from rules.full import ALONE, FULL_RULEBOOK
from rules.vocabulary.calculated import lvef_fall
from rules.vocabulary.heart import heart_failure_history, lvef, lvef_baseline
from tests.engine.random_books import seeded

VOCABULARY = FULL_RULEBOOK.vocabulary
SAMPLED = 1_500
OF_CRITERIA = [rule for rule in FULL_RULEBOOK.rules if rule.layer is Layer.REFERENCE]
CALCULATING = [
    rule
    for rule in OF_CRITERIA
    if any(
        name in VOCABULARY.calculated and leaves
        for name, leaves in slice_of(FULL_RULEBOOK, [rule]).leaves.items()
    )
]


def signature(part: Slice, known: Mapping[str, Value]) -> tuple[tuple[bool, ...] | None, ...]:
    """What each condition on a calculated number says of known inputs; None where unknown."""
    known = dict(known)
    found = []
    inputs = {finding.id for each in VOCABULARY.calculations for finding in each.by.inputs}
    for name in sorted(part.atoms, key=lambda name: name not in inputs):
        calculation = VOCABULARY.calculated.get(name)
        if calculation is None:
            continue
        number = None
        if name in known:
            number = float(known[name])
        elif all(finding.id in known for finding in calculation.by.inputs):
            number = calculation.by.value(known)
            if number is not None and not calculation.then.hard.hold(number):
                number = None
        if number is not None:
            known[name] = number
        found.append(
            None
            if number is None
            else tuple(holds(leaf, calculation.then, number) for leaf in part.leaves[name])
        )
    return tuple(found)


def place(region: Region) -> tuple[Value | None, ...]:
    return region.values if region.low is None else (region.low, region.high)


def some_of(rng: random.Random, name: str, region: Region) -> Value:
    """Any value of a region."""
    finding = VOCABULARY.atoms[name]
    if not isinstance(finding, Measurement) or region.low is None or region.high is None:
        return rng.choice(region.values)
    step = finding.step or (1.0 if finding.whole else 0.1)
    number = round(round(rng.uniform(region.low, region.high) / step) * step, 9)
    return min(max(number, region.low), region.high)


def missing(part: Slice, told: Domains, rng: random.Random, names: list[str]) -> Iterator[object]:
    """Patients drawn from the regions, of whom nobody who is told stands for."""
    places: dict[str, dict[tuple[Value | None, ...], list[Value]]] = {}
    for name in names:
        for region in told[name]:
            places.setdefault(name, {}).setdefault(place(region), []).append(region.value)
    kept: dict[object, set[object]] = {}
    for _ in range(SAMPLED):
        drawn = {name: rng.choice(told[name]) for name in names}
        cell = tuple(place(drawn[name]) for name in names)
        if cell not in kept:
            values = (places[name][here] for name, here in zip(names, cell, strict=True))
            kept[cell] = {
                signature(part, dict(zip(names, each, strict=True))) for each in product(*values)
            }
        known = {name: some_of(rng, name, region) for name, region in drawn.items()}
        if signature(part, known) not in kept[cell]:
            yield known


def calculated_with(part: Slice, told: Domains) -> list[list[str]]:
    """The inputs of what is calculated in a slice, those together that share any."""
    groups: list[set[str]] = []
    for name in part.atoms:
        calculation = VOCABULARY.calculated.get(name)
        if calculation is not None and part.leaves[name]:
            mine = {finding.id for finding in calculation.by.inputs}
            for each in [group for group in groups if group & mine]:
                groups.remove(each)
                mine |= each
            groups.append(mine)
    return [sorted(name for name in group if name in told) for group in groups]


def of(rules: list[Rule]) -> Iterator[object]:
    part = slice_of(FULL_RULEBOOK, rules)
    told = everybody(VOCABULARY, part)
    rng = seeded(1)
    for names in calculated_with(part, told):
        yield from missing(part, told, rng, names)
        fed = [name for name in names if name not in VOCABULARY.calculated]
        if fed != names:
            yield from missing(part, told, rng, fed)


@pytest.mark.parametrize("rule", CALCULATING, ids=lambda rule: rule.id)
def test_whatever_can_be_calculated_is_brought_about_by_somebody(rule: Rule) -> None:
    assert next(of([rule]), None) is None


@pytest.mark.parametrize("drug", [Drug.CYCLOPHOSPHAMIDE, Drug.MITOXANTRONE])
def test_so_it_is_for_all_advice_at_once(drug: Drug) -> None:
    assert next(of(list(advice_rules(FULL_RULEBOOK, Layer.REFERENCE, drug))), None) is None


@pytest.mark.exhaustive
def test_so_it_is_for_all_published_criteria_at_once() -> None:
    assert next(of(OF_CRITERIA), None) is None


def test_a_rule_that_needs_two_numbers_far_apart_can_fire() -> None:
    rule = FULL_RULEBOOK.rule["RMIT-7"]
    with everyone(FULL_RULEBOOK, [rule]) as (encoding, patients):
        found = patients.one(encoding.rule(rule)[0])
    assert found is not None
    assert is_so(FULL_RULEBOOK, found, Known(rule.when))


def claim(*facts: Known | VerdictIs) -> Property:
    return Property(id="P", sentence=".", because=".", harm=".", claim=Never(facts[:1], facts[1:]))


def test_a_fall_from_a_low_start_is_not_proven_impossible() -> None:
    far = Known(InRange(lvef_fall.id, lvef_fall.unit, low=10))
    proof = prove(
        FULL_RULEBOOK,
        claim(
            far, Known(InRange(lvef_baseline.id, lvef_baseline.unit, high=60, high_included=False))
        ),
        ALONE,
    )
    assert proof.state is State.FAILED


def faulty() -> RuleBook:
    """A low ejection fraction stops only where it is below the limit of the laboratory, too."""
    limit = next(
        node
        for _, node in walk(FULL_RULEBOOK.rule["RMIT-4"].when)
        if isinstance(node, InRange) and node.finding == "lvef_above_limit"
    )

    def altered(rule: Rule) -> Rule:
        return replace(rule, when=all_of(rule.when, limit)) if rule.id == "RMIT-5" else rule

    chapters = tuple(
        replace(chapter, rules=tuple(altered(rule) for rule in chapter.rules))
        for chapter in FULL_RULEBOOK.chapters
    )
    return replace(FULL_RULEBOOK, chapters=chapters)


OPEN = VerdictIs(
    Layer.REFERENCE, Drug.MITOXANTRONE, (Kind.MAY_BE_CONSIDERED, Kind.DOCUMENT_AMBIGUOUS)
)
LOW = InRange(lvef.id, lvef.unit, high=50, high_included=False)


def test_a_stop_that_is_lost_between_two_numbers_is_found() -> None:
    promise = claim(OPEN, Known(LOW))
    assert prove(FULL_RULEBOOK, promise, ALONE).state is State.PROVEN
    book = faulty()
    proof = prove(book, promise, ALONE)
    assert proof.state is State.FAILED
    for found in proof.outcome.against:
        assert is_so(book, found.entries, OPEN)
        assert not is_so(FULL_RULEBOOK, found.entries, OPEN)


def test_a_map_of_whoever_shows_it_too() -> None:
    axes = [lvef.id, heart_failure_history.id]
    entries = {"diagnosis": "multiple_sclerosis"}

    def kinds(book: RuleBook) -> set[Kind]:
        drawn = decision_map(book, Layer.REFERENCE, "mitoxantrone", entries, axes, whoever=True)
        low = [
            cell
            for cell in drawn.cells
            if (region := drawn.axes[0].regions[cell.places[0]]) is not None
            and region.high is not None
            and region.high < 50
        ]
        assert low
        return {kind for cell in low for kind in cell.kinds}

    assert Kind.MAY_BE_CONSIDERED not in kinds(FULL_RULEBOOK)
    assert Kind.MAY_BE_CONSIDERED in kinds(faulty())
