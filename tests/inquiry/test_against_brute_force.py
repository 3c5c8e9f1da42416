"""What would change it, why, settled or not: equal to trying everything, for the document."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from engine.conditions import Value
from engine.consult import consult
from engine.deciding import advice_rules, named_diagnoses
from engine.errors import ContradictionError
from engine.inquiry.goal import VerdictIs, other, reached
from engine.inquiry.robust import robustness
from engine.inquiry.slice import slice_of
from engine.inquiry.whatif import what_if
from engine.inquiry.why import why
from engine.rule import Layer
from engine.trace import Kind, Trace
from rules import RULEBOOK
from tests.inquiry import brute

VOCABULARY = RULEBOOK.vocabulary
DIAGNOSIS = VOCABULARY.diagnosis.id
NAMED = named_diagnoses(RULEBOOK, Layer.DOCUMENT)
PAIRS = [(drug, diagnosis) for drug, named in NAMED.items() for diagnosis in sorted(named)]
EACH = pytest.mark.parametrize(("drug", "diagnosis"), PAIRS)
PATIENTS = 12


def about(drug: str) -> VerdictIs:
    return VerdictIs(Layer.DOCUMENT, drug, frozenset(Kind))


def asked(drug: str, diagnosis: str) -> list[str]:
    """The findings that the verdict depends on in this disease."""
    rules = advice_rules(RULEBOOK, Layer.DOCUMENT, RULEBOOK.drugs.of(drug))
    atoms = VOCABULARY.atoms
    return [
        name
        for name in slice_of(RULEBOOK, rules).atoms
        if name != DIAGNOSIS and VOCABULARY.applies(atoms[name], diagnosis)
    ]


def patients(drug: str, diagnosis: str, number: int = PATIENTS) -> list[Trace]:
    random = Random(f"{drug} {diagnosis}")  # noqa: S311  (not for secrets)
    found: list[Trace] = []
    while len(found) < number:
        told: dict[str, Value] = {DIAGNOSIS: diagnosis}
        for name in asked(drug, diagnosis):
            if random.random() < 0.6:
                told[name] = random.choice(brute.answers(RULEBOOK, name))
        try:
            found.append(consult(RULEBOOK, told))
        except ContradictionError:
            continue
    return found


@EACH
def test_the_smallest_edits_are_all_of_the_smallest(drug: str, diagnosis: str) -> None:
    values = {name: brute.answers(RULEBOOK, name) for name in asked(drug, diagnosis)}
    for trace in patients(drug, diagnosis):
        verdict = about(drug).verdict(trace)
        for kind in Kind:
            goal = other(verdict, kind)
            if goal.holds_for(trace):
                continue
            found = what_if(RULEBOOK, trace, goal, most=100)
            tried = brute.smallest_edits(RULEBOOK, trace.entries, goal, values, largest=4)
            assert found.all_found
            if found.size is None:
                assert not tried, (trace.entries, kind)
                continue
            told = {
                frozenset((name, new) for e in each.edits for name, _, new in e.told)
                for each in found.sets
            }
            assert {len(each) for each in tried} == {found.size}, (trace.entries, kind)
            assert told <= tried
            assert brute.one_each(told) == brute.one_each(tried), (trace.entries, kind)
            assert all(goal.holds_for(each.trace) for each in found.sets)


@EACH
def test_every_value_that_would_do_is_named(drug: str, diagnosis: str) -> None:
    values = {name: brute.answers(RULEBOOK, name) for name in asked(drug, diagnosis)}
    for trace in patients(drug, diagnosis, 6):
        verdict = about(drug).verdict(trace)
        for kind in (Kind.MAY_BE_CONSIDERED, Kind.NOT_INDICATED):
            goal = other(verdict, kind)
            if goal.holds_for(trace):
                continue
            found = what_if(RULEBOOK, trace, goal, most=100)
            tried = brute.smallest_edits(RULEBOOK, trace.entries, goal, values, largest=4)
            named: set[brute.Edits] = set()
            for each in found.sets:
                whole = [frozenset[tuple[str, Value]]()]
                for edit in each.edits:
                    alike = [
                        (edit.about.id, value)
                        for way in edit.ways
                        for value in (way.region.values if way.region else ())
                    ]
                    whole = [told | {one} for told in whole for one in alike]
                named |= set(whole)
            assert named == tried, (trace.entries, kind)


@EACH
def test_reasons_are_all_the_sets_that_suffice(drug: str, diagnosis: str) -> None:
    for trace in patients(drug, diagnosis):
        goal = reached(about(drug).verdict(trace))
        if Kind.NOT_ENOUGH_DATA in goal.kinds:
            continue
        found = why(RULEBOOK, trace, goal, most=100)
        told = {frozenset(fact.finding for fact in each.facts) for each in found.sets}
        assert found.all_found
        assert told == brute.sufficient(RULEBOOK, trace.entries, goal), trace.entries


@EACH
def test_settled_or_not_is_what_every_completion_says(drug: str, diagnosis: str) -> None:
    for trace in patients(drug, diagnosis):
        unknown = {
            name: brute.answers(RULEBOOK, name)
            for name in asked(drug, diagnosis)
            if name in trace.unknown
        }
        told = tuple(brute.completions(RULEBOOK, trace.entries, unknown))
        tried = Counter(about(drug).verdict(each).kind for each in told)
        found = robustness(RULEBOOK, trace, about(drug))
        assert found.hinges is not None
        assert brute.are_told_apart(told, about(drug), found.hinges)
        assert set(found.kinds) == set(tried), trace.entries
        assert found.settled is (len(tried) == 1)
        assert found.counted is not None
        assert sum(found.counted.values()) == found.ways
        # Answers that no rule tells apart are one region, so only the kinds can be compared there.
        if all(len(each) == 2 for each in unknown.values()):
            assert {k: n for k, n in found.counted.items() if n} == tried, trace.entries


def test_with_an_unknown_diagnosis_nothing_is_settled() -> None:
    trace = consult(RULEBOOK, {})
    found = robustness(RULEBOOK, trace, about("cyclophosphamide"))
    assert set(found.kinds) >= {Kind.MAY_BE_CONSIDERED, Kind.NOT_INDICATED, Kind.OUTSIDE_DOCUMENT}


def test_what_cannot_be_reached_names_what_stands_in_the_way() -> None:
    trace = consult(RULEBOOK, {DIAGNOSIS: "other_autoimmune"})
    goal = VerdictIs(Layer.DOCUMENT, "cyclophosphamide", frozenset({Kind.MAY_BE_CONSIDERED}))
    found = what_if(RULEBOOK, trace, goal)
    assert found.size is None
    assert found.kept == (DIAGNOSIS,)
    free = what_if(RULEBOOK, trace, goal, allowed=set(VOCABULARY.by_id))
    assert free.size == 2
    never = VerdictIs(Layer.DOCUMENT, "cyclophosphamide", frozenset({Kind.EXCLUDED_OR_PAUSED}))
    assert what_if(RULEBOOK, trace, never).kept == ()
