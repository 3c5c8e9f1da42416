"""A hand-out for a class: first what is asked, then, on pages of their own, what the rules answer.

The answers are computed from the live rules, as on screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from cases.beside_words import answered_beside, asked_beside
from cases.model import Case
from cases.play import asked_of
from cases.told import newly_told, told_line
from cases.tutor import feedback
from engine.consult import BANNER
from engine.explain import Line
from engine.export.report import Item, Part, Report
from engine.trace import Kind
from engine.words import and_list, counted
from rules.full import book_for

SURE = "How sure are you? A guess, fairly sure, or certain."
FACTS = "Which of the facts told so far decide it?"
READ_ON = "Answer each step before you read the next. The answers begin after the last case."


def handout(cases: Sequence[Case]) -> Report:
    """The questions of some cases, then their answers."""
    book = book_for({layer for case in cases for layer in case.layers})
    parts = [part for case in cases for part in _questions(case)]
    answers = [part for case in cases for part in _answers(case)]
    parts += [replace(part, new_page=part is answers[0]) for part in answers]
    return Report(
        banner=BANNER,
        headline=f"Hand-out: {counted(len(cases), 'teaching case')}",
        lead=(READ_ON,),
        parts=tuple(parts),
        origin=f"Rule book {book.version}, SHA-256 {book.content_hash}",
    )


def _questions(case: Case) -> Iterator[Part]:
    yield Part(case.title, _paragraphs(case.vignette), intro=f"{case.patient}.")
    for number, step in enumerate(case.steps, start=1):
        options = tuple(
            Item(f"{letter}. {option.text}")
            for letter, option in zip(ascii_uppercase, step.question.options, strict=False)
        )
        told = tuple(Item(told_line(each)) for each in newly_told(case, number - 1))
        yield Part(
            f"Step {number}: {step.title}",
            (
                *_paragraphs(step.story),
                *((Item("What is told", told),) if told else ()),
                Item(step.question.prompt, options),
                *asked_beside(case, number - 1),
                Item(FACTS),
                Item(SURE),
            ),
            below=True,
        )


def _answers(case: Case) -> Iterator[Part]:
    yield Part(
        f"Answers: {case.title}",
        (
            *_paragraphs(case.teaching_point),
            Item("The common error", _paragraphs(case.common_error)),
        ),
    )
    for number, step in enumerate(case.steps, start=1):
        verdict = asked_of(case, number - 1)
        right = next(
            place for place, option in enumerate(step.question.options) if option.equals(verdict)
        )
        found = feedback(case, number - 1, right)
        others = tuple(
            Item(f"{ascii_uppercase[place]}. {each.contrast.reason}", _lines(each.contrast.lines))
            for place in range(len(step.question.options))
            if (each := feedback(case, number - 1, place)).contrast is not None
        )
        rules = and_list(rule.id for rule in found.rules)
        waits = verdict.kind is Kind.NOT_ENOUGH_DATA
        decides = f"What it waits for, by {rules}" if waits else f"What decides it, by {rules}"
        yield Part(
            f"Step {number}: {step.title}",
            (
                Item(f"{ascii_uppercase[right]}. {verdict.summary}"),
                Item(decides if rules else "What decides it", _lines(found.decisive)),
                *((Item("The other answers", others),) if others else ()),
                *answered_beside(case, number - 1),
                Item("To take from this step", _paragraphs(found.point)),
            ),
            below=True,
        )


def _lines(lines: Sequence[Line]) -> tuple[Item, ...]:
    return tuple(Item(line.text) for line in lines)


def _paragraphs(text: str) -> tuple[Item, ...]:
    return tuple(Item(paragraph) for paragraph in text.split("\n\n"))
