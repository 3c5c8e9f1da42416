"""Somebody of a map of whoever it may be: gets the verdict, told by no more than it takes."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from engine.conditions import Value
from engine.consult import consult
from engine.deciding import named_diagnoses
from engine.errors import DefectError, InputError
from engine.findings import Measurement
from engine.inquiry.decision_map import decision_map
from engine.inquiry.ends import with_calculated
from engine.inquiry.goal import VerdictIs
from engine.inquiry.map_asked import Asked, axes_offered
from engine.inquiry.map_cells import regions_of
from engine.inquiry.map_model import DecisionMap
from engine.inquiry.map_whoever import example
from engine.inquiry.regions import Region
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.inquiry.test_decision_map import DIAGNOSIS, EACH, LUPUS, everyone, place_of
from tests.rules.reference.everyone import told_in_full

CRITERIA = [
    (drug, disease)
    for drug, named in named_diagnoses(FULL_RULEBOOK, Layer.REFERENCE).items()
    for disease in sorted(named)
]


def gets(book: RuleBook, found: DecisionMap, entries: dict[str, Value]) -> Kind:
    """What both engines say."""
    goal = VerdictIs(found.layer, found.drug.value, frozenset(Kind))
    return goal.verdict(consult(book, entries)).kind


@EACH
def test_nobody_of_the_document_is_told_by_less(drug: str, disease: str) -> None:
    axes = axes_offered(RULEBOOK, Layer.DOCUMENT, drug, disease)[:2]
    found = decision_map(RULEBOOK, Layer.DOCUMENT, drug, {DIAGNOSIS: disease}, axes, whoever=True)
    fewest: dict[tuple[Kind, tuple[int, ...]], int] = {}
    for told, kind in everyone(drug, disease):
        places = tuple(place_of(axis, told.get(axis.finding.id)) for axis in found.axes)
        fewest[kind, places] = min(len(told), fewest.get((kind, places), len(told)))
    assert fewest.keys() == {(kind, cell.places) for cell in found.cells for kind in cell.kinds}
    for (kind, places), number in fewest.items():
        told = example(RULEBOOK, found, kind, places)
        assert gets(RULEBOOK, found, told) is kind
        assert tuple(place_of(a, told.get(a.finding.id)) for a in found.axes) == places
        assert len(told) == number, (kind, places, told)
    for kind in {kind for kind, _ in fewest}:
        anywhere = example(RULEBOOK, found, kind)
        assert gets(RULEBOOK, found, anywhere) is kind
        assert len(anywhere) == min(n for (each, _), n in fewest.items() if each is kind)


@pytest.mark.parametrize(("drug", "disease"), CRITERIA)
def test_everybody_by_published_criteria_gets_the_verdict(drug: str, disease: str) -> None:
    axes = axes_offered(FULL_RULEBOOK, Layer.REFERENCE, drug, disease)[:2]
    found = decision_map(
        FULL_RULEBOOK, Layer.REFERENCE, drug, {DIAGNOSIS: disease}, axes, whoever=True
    )
    random = Random(f"examples {disease}")  # noqa: S311  (not for secrets)
    for cell in random.sample([cell for cell in found.cells if cell.kinds], 3):
        for kind in cell.kinds:
            told = example(FULL_RULEBOOK, found, kind, cell.places)
            assert gets(FULL_RULEBOOK, found, told) is kind, told
            for axis, at in zip(found.axes, cell.places, strict=True):
                region, value = axis.regions[at], told.get(axis.finding.id)
                assert (value is None) is (region is None), told
                if isinstance(value, int | float) and region is not None and region.low is not None:
                    assert region.low <= value <= (region.high or value), told


def test_who_cannot_be_is_no_example() -> None:
    axes = ("severity", "life_threatening")
    found = decision_map(RULEBOOK, Layer.DOCUMENT, None, {DIAGNOSIS: LUPUS}, axes, whoever=True)
    with pytest.raises(DefectError, match="Nobody"):
        example(RULEBOOK, found, Kind.EXCLUDED_OR_PAUSED)
    severe_and_dying = next(cell for cell in found.cells if cell.kinds == (Kind.MAY_BE_CONSIDERED,))
    with pytest.raises(DefectError, match="Nobody"):
        example(RULEBOOK, found, Kind.NOT_INDICATED, severe_and_dying.places)


@pytest.mark.parametrize(("drug", "disease"), CRITERIA)
def test_one_number_stands_for_its_region_of_a_patient(drug: str, disease: str) -> None:
    """Beside another axis too: wherever calculated numbers can be, it brings them there."""
    vocabulary = FULL_RULEBOOK.vocabulary
    random = Random(f"one number {disease}")  # noqa: S311  (not for secrets)
    asked = Asked.about(FULL_RULEBOOK, Layer.REFERENCE, drug, disease)
    offers = axes_offered(FULL_RULEBOOK, Layer.REFERENCE, drug, disease)
    numbers = [name for name in offers if isinstance(vocabulary.atoms[name], Measurement)]
    tried = 0
    for axes in random.sample(list(combinations(numbers, 2)), 12):
        told = told_in_full(random, disease, harmless=1)
        try:
            found = decision_map(FULL_RULEBOOK, Layer.REFERENCE, drug, told, axes)
        except InputError:
            continue  # two that go into one number, or too many combinations
        mine = {axis.finding.id: regions_of(axis) for axis in found.axes}
        held = {n: (Region((value,)),) for n, value in found.entries.items() if n not in mine}
        every = with_calculated(vocabulary, asked.part, held | mine)
        assert {name: every[name] for name in mine} == mine
        tried += 1
    assert tried >= 3
