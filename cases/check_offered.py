"""What a step offers beside the verdict, checked against the live rules."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Case, Step
from cases.play import asked_of, book_of, findings_after, trace_after
from engine.errors import Problem
from engine.trace import Kind
from engine.words import quoted

NEXT, FLAGS = "question, next", "question, flags"


def unknown_names(case: Case, step: Step) -> Iterator[Problem]:
    """Findings and flags that do not exist."""
    book = book_of(case)
    for name in step.question.next:
        if name not in book.vocabulary.by_id:
            yield Problem(NEXT, f"There is no finding {quoted(name)}.", "See the list of findings.")
    flags = {flag.id for flag in book.flags}
    for name in step.question.flags:
        if name not in flags:
            yield Problem(FLAGS, f"There is no flag {quoted(name)}.", "See the list of rules.")


def offered_problems(case: Case, step_index: int) -> Iterator[Problem]:
    """Choices among which there is nothing to choose: all of them right, or none."""
    question, verdict = case.steps[step_index].question, asked_of(case, step_index)
    owner = book_of(case).vocabulary.owner
    if question.next:
        told = findings_after(case, step_index)
        for name in question.next:
            if name in told:
                yield Problem(NEXT, f"{quoted(name)} is told already.", "Offer another finding.")
        waited = {owner[name].id for name in verdict.waiting_for}
        if verdict.kind is not Kind.NOT_ENOUGH_DATA or not waited & set(question.next):
            yield Problem(
                NEXT,
                "The verdict waits for none of these.",
                "Offer a finding that it waits for, or ask this at another step.",
            )
        elif waited >= set(question.next):
            yield Problem(
                NEXT, "The verdict waits for all of these.", "Offer one that it does not."
            )
    if question.flags:
        raised = {flag.id for flag in trace_after(case, step_index).flags}
        if not raised & set(question.flags):
            yield Problem(FLAGS, "None of these stands at this step.", "Offer one that does.")
        elif raised >= set(question.flags):
            yield Problem(FLAGS, "All of these stand at this step.", "Offer one that does not.")
