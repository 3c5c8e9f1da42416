"""What is asked beside the verdict: the next question and the flags, graded by the rules."""

from __future__ import annotations

import json

import pytest

from cases.beside_verdict import (
    NOT_WAITED_FOR,
    flag_choices,
    flags_agree,
    flags_graded,
    next_choices,
    next_graded,
)
from cases.beside_words import answered_beside, asked_beside
from cases.check import check_case
from cases.load import library, read_case
from cases.model import Case
from cases.play import asked_of, book_of, consulted, trace_after, verdict_of
from engine.errors import CaseError, ContradictionError
from engine.findings import Choice, YesNo
from tests.cases.example import EXAMPLE

ASKING = [
    pytest.param(case, index, id=f"{case.id}-step-{index + 1}")
    for case in library()
    for index, step in enumerate(case.steps)
    if step.question.next
]
FLAGGING = [
    pytest.param(case, index, id=f"{case.id}-step-{index + 1}")
    for case in library()
    for index, step in enumerate(case.steps)
    if step.question.flags
]
ASKING_ANYTHING = list({each.id: each for each in (*ASKING, *FLAGGING)}.values())


def test_the_library_asks_both() -> None:
    assert len(ASKING) >= 6
    assert len(FLAGGING) >= 6


@pytest.mark.parametrize(("case", "index"), ASKING)
def test_what_to_ask_next_is_what_the_verdict_waits_for(case: Case, index: int) -> None:
    verdict, owner = asked_of(case, index), book_of(case).vocabulary.owner
    waited = {owner[name].id for name in verdict.waiting_for}
    found = next_graded(case, index)
    assert [each.finding for each in found] == list(next_choices(case, index))
    assert {each.finding for each in found if each.waited_for} == waited & {
        each.finding for each in found
    }
    assert any(each.best for each in found)
    assert not all(each.waited_for for each in found)
    for each in found:
        assert each.words.endswith(".")
        assert (each.words == NOT_WAITED_FOR) is not each.waited_for
        assert each.waited_for or not each.best


@pytest.mark.parametrize(("case", "index"), ASKING)
def test_no_answer_to_a_question_that_is_not_waited_for_changes_the_verdict(
    case: Case, index: int
) -> None:
    trace, layer = trace_after(case, index), case.steps[index].question.layer
    atoms = book_of(case).vocabulary.atoms
    before = verdict_of(trace, layer)
    for each in next_graded(case, index):
        finding = atoms.get(each.finding)
        if each.waited_for or not isinstance(finding, Choice | YesNo):
            continue
        values = (
            (True, False) if isinstance(finding, YesNo) else tuple(o.value for o in finding.options)
        )
        for value in values:
            told = {**trace.entries, each.finding: value}
            try:
                after = verdict_of(consulted(json.dumps(told), case.layers), layer)
            except ContradictionError:
                continue
            assert (after.kind, after.drug) == (before.kind, before.drug), (each.finding, value)


@pytest.mark.parametrize(("case", "index"), FLAGGING)
def test_the_flags_that_stand_are_those_that_the_rules_raise(case: Case, index: int) -> None:
    raised = {flag.id: flag for flag in trace_after(case, index).flags}
    found = flags_graded(case, index)
    assert [each.flag for each in found] == list(flag_choices(case, index))
    right = {each.flag for each in found if each.stands}
    assert right == raised.keys() & {each.flag for each in found}
    assert right
    assert len(right) < len(found)
    assert flags_agree(found, right)
    assert not flags_agree(found, [])
    for each in found:
        assert each.rules == (raised[each.flag].rules if each.stands else ())
        assert each.stands or each.lines, "what keeps it from standing is said"


@pytest.mark.parametrize(("case", "index"), ASKING_ANYTHING)
def test_in_print_it_is_asked_without_its_answer(case: Case, index: int) -> None:
    asked = [*asked_beside(case, index)]
    answered = [*answered_beside(case, index)]
    assert [each.text for each in asked] == [each.text for each in answered]
    for each in asked:
        for choice in each.under:
            assert "Stands" not in choice.text
            assert "waits" not in choice.text


def told(line: str) -> str:
    return EXAMPLE.replace(
        'prompt = "What does the document say', f'{line}\nprompt = "What does the document say', 1
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('next = ["severity"]', "next offers one choice. Offer at least two, or none."),
        ('next = ["age", "age"]', "next offers one of its choices twice. Name each once."),
        ('next = ["a<b", "age"]', "question, next"),
    ],
)
def test_choices_that_are_none_are_refused(line: str, message: str) -> None:
    with pytest.raises(CaseError) as refused:
        read_case(told(line).encode(), "x.toml")
    assert any(message in str(problem) for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('next = ["gone", "age"]', 'There is no finding "gone".'),
        ('next = ["highly_active", "age"]', '"highly_active" is told already.'),
        ('next = ["age", "specialist_supervision"]', "The verdict waits for none of these."),
        ('flags = ["gone", "infection_risk"]', 'There is no flag "gone".'),
        ('flags = ["infection_risk", "marrow_suppression_risk"]', "None of these stands"),
    ],
)
def test_choices_among_which_nothing_can_be_chosen_are_named(line: str, message: str) -> None:
    problems = check_case(read_case(told(line).encode(), "x.toml"))
    assert any(message in str(problem) for problem in problems), [str(p) for p in problems]
