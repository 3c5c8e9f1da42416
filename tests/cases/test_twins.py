"""Twins: every case has one whose difference matters and one whose does not, and both are so."""

from __future__ import annotations

from collections import Counter

import pytest

from cases.load import library
from cases.model import Case
from cases.play import asked_of, book_of, trace_after, verdict_of
from cases.twins import MOST, all_twins, twins
from engine.consult import consult
from rules import RULEBOOK

EACH = pytest.mark.parametrize("case", library(), ids=lambda case: case.id)


@EACH
def test_a_case_has_twins_of_both_sorts_with_different_facts(case: Case) -> None:
    found = twins(case)
    sorts = Counter(twin.decides for twin in found)
    assert 1 <= sorts[True] <= MOST
    assert 1 <= sorts[False] <= MOST
    assert len({twin.id for twin in found}) == len(found)
    for decides in (True, False):
        labels = [twin.label for twin in found if twin.decides is decides]
        assert len(set(labels)) == len(labels)
    assert twins(case) == found


@EACH
def test_a_twin_is_consulted_differs_in_one_fact_and_is_what_it_is_called(case: Case) -> None:
    vocabulary = book_of(case).vocabulary
    for twin in twins(case):
        base = trace_after(case, twin.step)
        assert twin.base.entries == base.entries
        entries = twin.trace.entries
        changed = [name for name in entries if entries[name] != base.entries.get(name)]
        assert changed == [twin.about]
        assert set(base.entries) <= set(entries)
        assert twin.told is (twin.about in base.entries)
        diagnosis = base.entries.get(vocabulary.diagnosis.id)
        assert vocabulary.applies(
            vocabulary.atoms[twin.about], None if diagnosis is None else str(diagnosis)
        )
        assert twin.layer is case.steps[twin.step].question.layer
        again = verdict_of(consult(book_of(case), entries), twin.layer)
        asked = asked_of(case, twin.step)
        same = (again.kind, again.drug) == (asked.kind, asked.drug)
        assert twin.decides is not same


@EACH
def test_another_disease_is_a_twin_only_where_nothing_else_would_matter(case: Case) -> None:
    found = twins(case)
    if any(twin.about == RULEBOOK.vocabulary.diagnosis.id for twin in found):
        for step in range(len(case.steps)):
            layer = case.steps[step].question.layer
            everyone = all_twins(trace_after(case, step), step, layer)
            assert not any(twin.decides for twin in everyone)


def test_the_order_tells_nothing_of_who_is_who() -> None:
    first = Counter(twins(case)[0].decides for case in library())
    assert min(first[True], first[False]) >= len(library()) // 5
