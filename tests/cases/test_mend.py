"""The smallest changes that make an answer right: for every case, step and answer that differs."""

from __future__ import annotations

import pytest

from cases.mend import TITLE, mend_part, smallest_changes
from cases.model import AnswerOption, Case
from cases.play import asked_of, book_of, trace_after, verdict_of
from cases.tutor import feedback
from engine.consult import consult
from engine.findings import Measurement, Table
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind
from rules import RULEBOOK
from rules.concepts import Drug
from tests.cases.slow import proven_beside_the_sweeps
from tests.cases.test_tutor import ANSWERS
from tests.inquiry import brute

DIFFERENT = [
    (case, index, number)
    for case, index, number in ANSWERS
    if not case.steps[index].question.options[number].equals(asked_of(case, index))
]
EACH = pytest.mark.parametrize(
    ("case", "index", "number"),
    [
        pytest.param(
            case,
            index,
            number,
            id=f"{case.id}-step-{index + 1}-option-{number + 1}",
            marks=proven_beside_the_sweeps(case),
        )
        for case, index, number in DIFFERENT
    ],
)


def is_closed(name: str) -> bool:
    """Whether every answer of a question can be tried; no rule of the document reads a number."""
    return not isinstance(RULEBOOK.vocabulary.atoms[name], Measurement)


def one_thing(book: RuleBook, name: str) -> str:
    """What counts as one finding: a list as a whole, and of a table each row."""
    owner = book.vocabulary.owner[name]
    return name.rpartition(".")[0] if isinstance(owner, Table) else owner.id


@EACH
def test_every_change_makes_the_answer_that_of_the_rules(
    case: Case, index: int, number: int
) -> None:
    question, book = case.steps[index].question, book_of(case)
    chosen = question.options[number]
    before = trace_after(case, index)
    found = smallest_changes(before, chosen, question.layer)
    assert (found.size is None) is (not found.sets)
    for each in found.sets:
        after = consult(book, each.entries)
        assert chosen.equals(verdict_of(after, question.layer))
        changed = {
            one_thing(book, name)
            for name in {*before.entries, *each.entries}
            if before.entries.get(name) != each.entries.get(name)
        }
        assert len(changed) == found.size
        assert set(before.entries) <= set(each.entries), "nothing is taken back"


ON_THE_DOCUMENT = pytest.mark.parametrize(
    ("case", "index", "number"),
    [each for each in DIFFERENT if each[0].layers == (Layer.DOCUMENT,)],
)
"""Where every answer of every finding can be tried; of published criteria there are too many."""


@ON_THE_DOCUMENT
def test_where_no_change_is_shown_no_single_one_does_it(
    case: Case, index: int, number: int
) -> None:
    chosen = case.steps[index].question.options[number]
    before = trace_after(case, index)
    found = smallest_changes(before, chosen)
    if found.size == 1:
        return
    given = {finding.id for finding in RULEBOOK.vocabulary.given if finding.id in before.entries}
    for name in RULEBOOK.vocabulary.atoms:
        if RULEBOOK.vocabulary.owner[name].id in given or not is_closed(name):
            continue
        for value in brute.answers(RULEBOOK, name):
            after = brute.consulted(RULEBOOK, {**before.entries, name: value})
            assert after is None or not chosen.equals(after.overall), (name, value)


def test_it_is_said_with_the_feedback_and_only_where_the_answers_differ() -> None:
    for case, index, number in ANSWERS:
        if Layer.REFERENCE in case.layers:
            continue  # asked of each one in test_tutor.py
        said = feedback(case, index, number)
        assert (said.mend is None) is said.agrees
        if said.mend is not None:
            assert said.mend.title == TITLE
            assert said.mend.intro.endswith((".", ":"))


def test_to_know_less_is_no_change_and_nobody_is_told_otherwise() -> None:
    mild = consult(RULEBOOK, {"diagnosis": "systemic_lupus_erythematosus", "severity": "mild"})
    open_ = AnswerOption(text="It cannot be told.", verdict=Kind.NOT_ENOUGH_DATA)
    assert not smallest_changes(mild, open_).sets or mend_part(mild, open_).items


def test_outside_asks_for_a_disease_of_which_nothing_is_said() -> None:
    nothing = consult(RULEBOOK, {})
    outside = AnswerOption(text="Outside.", verdict=Kind.OUTSIDE_DOCUMENT)
    (change,) = smallest_changes(nothing, outside).sets
    assert all(
        verdict.kind is Kind.OUTSIDE_DOCUMENT or verdict.drug is None
        for verdict in change.trace.verdicts
    )
    named = AnswerOption(text="Yes.", verdict=Kind.MAY_BE_CONSIDERED, drug=Drug.MITOXANTRONE)
    lupus = consult(RULEBOOK, {"diagnosis": "systemic_lupus_erythematosus"})
    assert "the diagnosis stays as told" in mend_part(lupus, named).intro
