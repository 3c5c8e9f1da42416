"""Help that fades: a worked example says what the rules do, a cue never says what is found."""

from __future__ import annotations

import pytest

from cases.guide import CRITERIA_CUES, CUED_CASES, NAMED, Cues, cues, walk
from cases.load import case_by_id, library
from cases.model import Case
from cases.play import asked_of, book_of, trace_after
from engine.rule import Advice, Layer
from engine.status import STATUS
from engine.trace import Kind

EACH = pytest.mark.parametrize("case", library(), ids=lambda case: case.id)


@EACH
def test_a_walk_shows_every_rule_that_could_decide_and_the_verdict_of_the_rules(case: Case) -> None:
    for step in range(len(case.steps)):
        found, trace = walk(case, step), trace_after(case, step)
        verdict = asked_of(case, step)
        assert found.verdict == verdict
        assert tuple(rule.id for rule in found.because) == verdict.rules
        layer = case.steps[step].question.layer
        for story in found.rules:
            assert isinstance(story.rule.then, Advice)
            assert story.rule.layer is layer
            assert story.status is STATUS[trace.proof(story.rule.id).truth]
        if found.rules and verdict.kind is not Kind.OUTSIDE_DOCUMENT:
            assert set(verdict.rules) <= {story.rule.id for story in found.rules}


@EACH
def test_cues_are_the_same_whatever_is_told_of_the_disease(case: Case) -> None:
    book = book_of(case)
    for step in range(len(case.steps)):
        found = cues(case, step)
        assert found
        assert len(found) <= 5
        if case.steps[step].question.layer is Layer.REFERENCE:
            assert found == CRITERIA_CUES
        else:
            questions = {finding.question for finding in book.vocabulary.findings}
            assert set(found) <= questions | {NAMED}


def test_cues_ask_what_the_paragraph_asks() -> None:
    found = cues(case_by_id("ms-first-things-first"), 0)
    assert found[1:] == (
        "Is the multiple sclerosis aggressive or highly active?",
        "Has a first-line therapy already been tried?",
    )


def test_cues_fade() -> None:
    assert Cues.AS_NEEDED.shown(0)
    assert Cues.AS_NEEDED.shown(CUED_CASES - 1)
    assert not Cues.AS_NEEDED.shown(CUED_CASES)
    assert Cues.ALWAYS.shown(99)
    assert not Cues.NEVER.shown(0)
