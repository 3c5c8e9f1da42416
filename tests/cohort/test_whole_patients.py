"""Whole patients of both layers, random ones and those of the teaching cases: all agree."""

from __future__ import annotations

import pytest

from cases.load import library
from cases.model import Case
from cases.play import book_of, entries_after
from engine.broken import broken_book
from engine.cohort.columns import entries_at, frame_of
from engine.cohort.decide import cohort_of
from engine.errors import DefectError
from engine.mutation import mutants
from engine.rule import Layer
from engine.trace import Kind
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.cohort.alike import all_agree
from tests.engine.random_books import seeded
from tests.rules.reference.everyone import DIAGNOSIS, patient, patients, told_in_full

DIAGNOSES = [option.value for option in FULL_RULEBOOK.vocabulary.diagnosis.options]


def test_random_patients_who_can_be() -> None:
    found = all_agree(FULL_RULEBOOK, patients(200, seed=11), forward=10)
    assert not any(kind is None for _, kind in found)


def test_random_patients_most_of_whom_contradict_themselves() -> None:
    rng = seeded(12)
    shares = (0.02, 0.05, 0.1, 0.3, 1.0)
    told = [patient(rng, shares[n % 5], rng.choice([None, *DIAGNOSES])) for n in range(250)]
    found = all_agree(FULL_RULEBOOK, told, forward=10)
    assert found[Layer.DOCUMENT, None] > 50


@pytest.mark.exhaustive
def test_more_random_patients_in_all_kinds_of_verdict() -> None:
    rng = seeded(13)
    told = [told_in_full(rng, rng.choice(DIAGNOSES)) for _ in range(400)]
    told += [
        {name: v for name, v in each.items() if name == DIAGNOSIS or rng.random() < 0.97}
        for each in told
    ]
    told += patients(400, seed=14)
    found = all_agree(FULL_RULEBOOK, told, forward=20)
    assert {kind for layer, kind in found if layer is Layer.REFERENCE and kind} == set(Kind)
    document = {kind for layer, kind in found if layer is Layer.DOCUMENT and kind}
    assert document == set(Kind) - {Kind.EXCLUDED_OR_PAUSED}


@pytest.mark.parametrize("layers", [(Layer.DOCUMENT,), (Layer.DOCUMENT, Layer.REFERENCE)], ids=str)
def test_every_step_of_every_teaching_case(layers: tuple[Layer, ...]) -> None:
    cases: list[Case] = [case for case in library() if set(case.layers) == set(layers)]
    told = [entries_after(case, step) for case in cases for step in range(len(case.steps))]
    assert told
    found = all_agree(book_of(cases[0]), told)
    assert not any(kind is None for _, kind in found)


def test_what_was_told_is_left_as_it_was() -> None:
    told = frame_of(FULL_RULEBOOK.vocabulary, patients(20, seed=3))
    before = [entries_at(told, row) for row in range(told.height)]
    cohort_of(FULL_RULEBOOK).decide(told)
    assert [entries_at(told, row) for row in range(told.height)] == before


def test_columns_that_nobody_was_told_about_may_be_missing() -> None:
    told = frame_of(RULEBOOK.vocabulary, [{"diagnosis": "multiple_sclerosis"}, {}])
    few = cohort_of(RULEBOOK).decide(told.select("diagnosis"))
    assert few.verdicts.equals(cohort_of(RULEBOOK).decide(told).verdicts)
    with pytest.raises(ValueError, match="no facts called agee"):
        cohort_of(RULEBOOK).decide(told.with_columns(agee=1))


def test_a_broken_book_is_refused() -> None:
    broken = broken_book(RULEBOOK, mutants(RULEBOOK, RULEBOOK.rule["LUP-4"])[0])
    with pytest.raises(DefectError, match="broken on purpose"):
        cohort_of(broken)
