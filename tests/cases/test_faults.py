"""A case that does not come to what is expected is a fault, with the patient who shows it."""

from __future__ import annotations

import pytest

from cases import faults
from cases.faults import case_faults
from cases.load import library
from cases.model import Case
from cases.play import entries_after
from engine.errors import GapError, Problem
from engine.trace import Kind
from engine.verify.diagnostic import PlaceKind


def expecting(case: Case, kind: Kind) -> Case:
    """The case with another verdict expected of the document at its last step."""
    last = case.steps[-1]
    document = last.expects.document.model_copy(update={"verdict": kind})
    step = last.model_copy(
        update={"expects": last.expects.model_copy(update={"document": document})}
    )
    return case.model_copy(update={"steps": (*case.steps[:-1], step)})


def test_the_cases_that_come_with_the_program_have_none() -> None:
    assert list(case_faults(library()[:3])) == []


def test_another_verdict_than_expected_is_told_with_the_patient() -> None:
    case = library()[0]
    now = case.steps[-1].expects.document.verdict
    other = next(kind for kind in Kind if kind is not now)
    (found,) = case_faults([expecting(case, other)])
    assert found.code == "RB608"
    assert (found.place.kind, found.place.id) == (PlaceKind.CASE, case.id)
    assert f"It expects {other.value}, the rules answer {now.value}" in found.message
    assert found.patient == entries_after(case, len(case.steps) - 1)


def test_a_case_that_the_rules_cannot_answer_is_told_and_the_others_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = library()[:2]

    def fails(case: Case) -> tuple[Problem, ...]:
        if case is first:
            raise GapError("every rule is ruled out.")
        return (Problem(f"{case.id}, step 1, expects", "It is wrong.", "Mend it."),)

    monkeypatch.setattr(faults, "check_case", fails)
    found = list(case_faults([first, second]))
    assert [each.place.id for each in found] == [first.id, second.id]
    assert found[0].message == "The rules cannot answer it: every rule is ruled out"
    assert found[1].message == "at step 1, expects: It is wrong"


def told_other(fired: frozenset[str]) -> Case:
    """A case about multiple sclerosis that expects other rules to fire at its first step."""
    case = next(each for each in library() if each.id == "ms-first-things-first")
    first = case.steps[0]
    document = first.expects.document.model_copy(update={"fired": fired})
    step = first.model_copy(
        update={"expects": first.expects.model_copy(update={"document": document})}
    )
    return case.model_copy(update={"steps": (step, *case.steps[1:])})


def test_the_rule_is_to_be_looked_at_before_the_case_is_bent_to_it() -> None:
    case = next(each for each in library() if each.id == "ms-first-things-first")
    (lost, *_) = sorted(case.steps[0].expects.document.fired)
    (found,) = case_faults([told_other(case.steps[0].expects.document.fired - {lost})])
    assert found.mend.startswith(
        f"Look at the rule first: is {lost} as it should be? Only if so, the case is wrong: write "
        "fired = ["
    )
    assert [str(place) for place in found.also] == [f"rule {lost}"]


def test_a_rule_that_is_not_there_may_have_been_left_out_by_mistake() -> None:
    case = next(each for each in library() if each.id == "ms-first-things-first")
    found = list(case_faults([told_other(case.steps[0].expects.document.fired | {"GEN-99"})]))
    assert len(found) == 1
    assert found[0].mend == (
        "Look at the rules first: was GEN-99 meant to be left out? Only then mend the case: remove "
        "it, or see the list of rules for its name."
    )
    assert [str(place) for place in found[0].also] == ["rule GEN-99"]


def test_another_verdict_is_blamed_on_the_rules_that_fire_otherwise_at_that_step() -> None:
    case = next(each for each in library() if each.id == "ms-first-things-first")
    expected = case.steps[0].expects.document
    (lost, *_) = sorted(expected.fired)
    other = next(kind for kind in Kind if kind is not expected.verdict)
    altered = told_other(expected.fired - {lost})
    first = altered.steps[0]
    document = first.expects.document.model_copy(update={"verdict": other})
    expects = first.expects.model_copy(update={"document": document})
    step = first.model_copy(update={"expects": expects})
    both = list(case_faults([altered.model_copy(update={"steps": (step, *case.steps[1:])})]))
    assert len(both) == 2
    assert [[place.id for place in each.also] for each in both] == [[lost], [lost]]
    assert all(each.mend.startswith(f"Look at the rule first: is {lost} as") for each in both)
    # Where no rule fires otherwise, none is named.
    (alone,) = case_faults([expecting(library()[0], other_kind(library()[0]))])
    assert alone.also == ()
    assert alone.mend.startswith("Look at the rules first: are they as they should be?")


def other_kind(case: Case) -> Kind:
    now = case.steps[-1].expects.document.verdict
    return next(kind for kind in Kind if kind is not now)


def test_a_case_that_cannot_be_answered_is_told_without_all_that_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(_: Case) -> tuple[Problem, ...]:
        raise GapError("No verdict on it for {'severity': 'severe'}: every rule is ruled out.")

    monkeypatch.setattr(faults, "check_case", fails)
    (found,) = case_faults(library()[:1])
    assert found.message == (
        "The rules cannot answer it: No verdict on it: every rule is ruled out"
    )
