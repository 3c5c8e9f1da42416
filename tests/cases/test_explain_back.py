"""Which facts decide: every valid set is accepted, and what is missing or too much is named."""

from __future__ import annotations

import pytest

from cases.explain_back import (
    ENOUGH,
    MORE_THAN_ENOUGH,
    OTHER_REASON,
    REST_ON,
    deciding_choices,
    facts_to_choose,
    graded,
    reasons_for,
)
from cases.load import case_by_id, library
from cases.model import Case
from cases.play import asked_of, book_of, trace_after
from engine.consult import consult
from engine.trace import Kind
from tests.cases.slow import proven_beside_the_sweeps

STEPS = pytest.mark.parametrize(
    ("case", "index"),
    [
        pytest.param(
            case,
            index,
            id=f"{case.id}-step-{index + 1}",
            marks=proven_beside_the_sweeps(case),
        )
        for case in library()
        for index in range(len(case.steps))
    ],
)


@STEPS
def test_every_set_that_decides_is_accepted_and_nothing_less_or_more(
    case: Case, index: int
) -> None:
    trace, layer = trace_after(case, index), case.steps[index].question.layer
    reasons, offered = reasons_for(trace, layer), facts_to_choose(trace)
    owner = book_of(case).vocabulary.owner
    assert {owner[name].id for name in trace.entries} == {
        owner[name].id if name in owner else name for name in offered
    }
    if asked_of(case, index).kind is Kind.NOT_ENOUGH_DATA:
        assert reasons is None
        assert graded(trace, list(offered), agrees=True, layer=layer) is None
        return
    assert reasons is not None
    for each in deciding_choices(trace, reasons):
        names = sorted(each)
        right = graded(trace, names, agrees=True, layer=layer)
        assert right is not None
        assert right.headline == ENOUGH
        assert not right.missing
        assert not right.superfluous
        assert set(right.needed) == {offered[name] for name in names}
        for extra in set(offered) - set(names):
            more = graded(trace, [*names, extra], agrees=True, layer=layer)
            assert more is not None
            assert (more.headline, more.missing) in {(MORE_THAN_ENOUGH, ()), (ENOUGH, ())}
        nothing = graded(trace, [], agrees=True, layer=layer)
        assert nothing is not None
        assert nothing.headline == OTHER_REASON
        assert nothing.missing
        differs = graded(trace, names, agrees=False, layer=layer)
        assert differs is not None
        assert differs.headline == REST_ON


@STEPS
def test_the_facts_alone_give_the_verdict_and_none_can_be_left_out(case: Case, index: int) -> None:
    book, layer = book_of(case), case.steps[index].question.layer
    reasons = reasons_for(trace_after(case, index), layer)
    for each in reasons.sets if reasons else ():
        told = {fact.finding: fact.value for fact in each.facts}
        assert reasons.goal.holds_for(consult(book, told))  # type: ignore[union-attr]
        for name in told:
            fewer = {other: value for other, value in told.items() if other != name}
            assert not reasons.goal.holds_for(consult(book, fewer)), name  # type: ignore[union-attr]


def test_what_is_missing_and_what_is_not_needed_is_named() -> None:
    trace = trace_after(case_by_id("lupus-kidney-failure"), 2)
    offered = facts_to_choose(trace)
    found = graded(trace, ["severity"], agrees=True)
    assert found is not None
    assert found.headline == OTHER_REASON
    assert offered["diagnosis"] in found.missing
    assert not set(found.needed) & set(found.missing)
    assert set(found.needed) | set(found.superfluous) == {offered["severity"]}


def test_what_the_patient_was_never_told_to_have_is_passed_over() -> None:
    trace = trace_after(case_by_id("lupus-mild"), 2)
    found = graded(trace, ["gone", "<b>"], agrees=True)
    assert found is not None
    assert not found.superfluous


def test_what_is_absent_from_a_list_is_one_choice() -> None:
    trace = trace_after(case_by_id("gpa-asleep"), 1)
    offered = facts_to_choose(trace)
    assert offered["medicines"] == "Other medicines: none of them"
    assert offered["organ_threats"] == "Organ threat: nothing else"
    assert offered["organ_threats.alveolar_haemorrhage"].endswith(": yes")
    assert len(offered) < 20
