"""Playing a teaching case on a terminal: a step, a question, the learner's answer, then ours."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from cases.beside_words import answered_beside, asked_beside
from cases.model import Case, Question, Step
from cases.play import book_of
from cases.told import newly_told, told_line
from cases.tutor import Feedback, feedback
from engine.consult import BANNER
from engine.export import Item, Part, part_text, wrapped
from engine.rule import Rule
from engine.trace import Kind
from ui.commands import terminal

STOP = "q"


def play_case(case: Case) -> None:
    """Play a case to its end, or until the learner stops (q, end of input, or Ctrl-C)."""
    _say(*_opening(case))
    agreed = 0
    for index, step in enumerate(case.steps):
        _say(*_step(case, index, step))
        chosen = _answer(step.question)
        if chosen is None:
            terminal.message("Stopped. Nothing is kept of a case played here.")
            return
        result = feedback(case, index, chosen)
        agreed += result.agrees
        _say(*_feedback(result), *_beside(case, index))
    _say(*_closing(case, agreed))


def _say(*blocks: str) -> None:
    terminal.answer("".join(f"{block}\n\n" for block in blocks if block))


def _opening(case: Case) -> Iterator[str]:
    yield wrapped(BANNER)
    yield wrapped(f"{case.title} – {case.patient}")
    yield part_text(Part("What you will learn", tuple(map(Item, case.objectives))))
    yield from _paragraphs(case.vignette)


def _step(case: Case, index: int, step: Step) -> Iterator[str]:
    yield wrapped(f"Step {index + 1} of {len(case.steps)}: {step.title}")
    yield from _paragraphs(step.story)
    # What follows from it is left for the learner to see.
    told = tuple(Item(told_line(each)) for each in newly_told(case, index))
    if told:
        yield part_text(Part("Now known", told))
    options = tuple(Item(option.text) for option in step.question.options)
    yield part_text(Part(step.question.prompt, options, numbered=True))
    for beside in asked_beside(case, index):
        yield part_text(Part(f"To think of beside it: {beside.text}", beside.under))


def _answer(question: Question) -> int | None:
    """The index of the option that the learner commits to; None to stop."""
    count = len(question.options)
    while True:
        try:
            typed = input(f"Your answer (1 to {count}, {STOP} to stop): ").strip().casefold()
        except EOFError:
            terminal.answer("\n")
            return None
        except KeyboardInterrupt:
            terminal.answer("\n")
            raise typer.Exit(130) from None
        if typed == STOP:
            return None
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= count:
            terminal.answer("\n")
            return int(typed) - 1
        terminal.message(f"Please type a number from 1 to {count}.")


def _feedback(result: Feedback) -> Iterator[str]:
    lines = (
        f"Your answer: {result.chosen.text}",
        f"The rules: {result.engine.summary}",
    )
    yield part_text(Part(f"{result.headline}.", tuple(map(Item, lines))))
    if result.contrast is not None:
        parted = tuple(Item(line.text) for line in result.contrast.lines)
        yield part_text(Part("What parts the two", parted, intro=result.contrast.reason))
    if result.mend is not None:
        yield part_text(result.mend)
    parts = (
        Part("Decisive for the rules", tuple(Item(line.text) for line in result.decisive)),
        _behind(result),
        Part("Rules that fired now", tuple(Item(_named(rule)) for rule in result.newly_fired)),
        Part("To take away", intro=result.point),
    )
    yield from (part_text(part) for part in parts if not part.is_empty)


def _beside(case: Case, index: int) -> Iterator[str]:
    for answered in answered_beside(case, index):
        yield part_text(Part(answered.text, answered.under))


def _behind(result: Feedback) -> Part:
    """The rules that decided, with their reasons; where nothing is decided, those that wait."""
    if result.engine.kind is Kind.NOT_ENOUGH_DATA:
        return Part("Rules that wait", tuple(Item(_named(rule)) for rule in result.rules))
    return Part(
        "Decided by", tuple(Item(_named(r), (Item(f"Why: {r.because}"),)) for r in result.rules)
    )


def _named(rule: Rule) -> str:
    return f"{rule.id}, {rule.title}"


def _closing(case: Case, agreed: int) -> Iterator[str]:
    yield wrapped(f"The end. You and the rules agreed in {agreed} of {len(case.steps)} steps.")
    yield part_text(Part("What this case teaches", intro=case.teaching_point))
    yield part_text(Part("A common error", intro=case.common_error))
    book = book_of(case)
    yield wrapped(f"Rule book {book.version}, SHA-256 {book.content_hash}")


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield wrapped(paragraph)
