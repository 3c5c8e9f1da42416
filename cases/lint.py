"""Hints for whoever writes a case: what runs, and yet may teach less than it could.

A hint is no fault: a writer may have a reason. It names case, place, what is odd, and a mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from cases.asked import findings_asked
from cases.check import check_case
from cases.mend import smallest_changes
from cases.model import AnswerOption, Case
from cases.play import asked_of, book_of, entries_after, findings_after, trace_after, verdict_of
from cases.tutor import contrast
from cases.twins import twins
from engine.errors import Problem
from engine.grammar import label
from engine.rule import Layer
from engine.trace import Kind, Trace
from engine.words import and_list

FARTHEST = 2
"""An answer that so few findings, told otherwise, would make right is a near miss."""

ALIKE = 0.9
"""Two cases of which so much is told alike are near duplicates."""


def lint(cases: Sequence[Case], beside: Sequence[Case] = ()) -> tuple[Problem, ...]:
    """Hints on cases, which are compared with each other and with those ``beside`` them.

    A case whose check fails is left out: what the rules answer to it is not settled.
    """
    sound = [case for case in cases if not check_case(case)]
    found = [hint for case in sound for hint in _hints(case)]
    others = [case for case in beside if case.id not in {each.id for each in sound}]
    pairs = [*combinations(sound, 2), *((case, other) for case in sound for other in others)]
    found += [hint for first, second in pairs for hint in _alike(first, second)]
    return tuple(found)


def _hint(case: str, place: str, wrong: str, mend: str) -> Problem:
    return Problem(f"{case}, {place}" if place else case, wrong, mend)


def _hints(case: Case) -> Iterator[Problem]:
    for step in range(len(case.steps)):
        yield from _unused(case, step)
        yield from _changes_nothing(case, step)
        yield from _far_answers(case, step)
    yield from _one_verdict(case)
    sorts = {twin.decides for twin in twins(case)}
    for decides, what in ((True, "would change the verdict"), (False, "would leave the verdict")):
        if decides not in sorts:
            yield _hint(
                case.id,
                "",
                f"There is no single fact that {what}: it has no such twin.",
                "Tell more, or less, at the last step.",
            )


def _unused(case: Case, step: int) -> Iterator[Problem]:
    """Facts that are told and that nothing reads."""
    told, book = case.steps[step], book_of(case)
    for name in (*told.reveals, *told.changes):
        if name not in findings_asked(book):
            yield _hint(
                case.id,
                f"step {step + 1}, {name}",
                f"{label(book, name)} is told, and no rule reads it.",
                "Leave it to the story, unless it is to be seen that it does not matter.",
            )


def _changes_nothing(case: Case, step: int) -> Iterator[Problem]:
    """A step after which the rules stand exactly as before."""
    layer = case.steps[step].question.layer
    traces = [trace_after(case, each) for each in (step, step - 1)] if step else []
    if traces and _standing(traces[0], layer) == _standing(traces[1], layer):
        yield _hint(
            case.id,
            f"step {step + 1}",
            "It changes nothing: the same rules fire, and the same wait for the same findings.",
            "Join it with another, unless that it changes nothing is its point.",
        )


def _standing(trace: Trace, layer: Layer) -> tuple[object, ...]:
    verdict = verdict_of(trace, layer)
    states = tuple((flag.id, flag.state) for flag in trace.flags)
    return verdict.kind, verdict.drug, trace.fired, verdict.waiting_for, states


def _far_answers(case: Case, step: int) -> Iterator[Problem]:
    """A question of which no other answer comes close: no small change makes any of them right."""
    trace, verdict, question = (
        trace_after(case, step),
        asked_of(case, step),
        case.steps[step].question,
    )
    others = [option for option in question.options if not option.equals(verdict)]
    if not any(_is_near(trace, option, question.layer) for option in others):
        yield _hint(
            case.id,
            f"step {step + 1}, question",
            "None of its other answers is a near miss: no change of one or two findings makes one "
            "right while the disease stays.",
            "Offer one that such a change would make right, or what could be taken for unknown.",
        )


def _is_near(trace: Trace, option: AnswerOption, layer: Layer) -> bool:
    """Whether an answer could be thought right: little would have to be told otherwise, or less."""
    if option.verdict is Kind.NOT_ENOUGH_DATA:
        return True
    if layer is Layer.REFERENCE:
        # What the nearest rule lacks stands for the proof, which takes a while in that layer.
        parted = contrast(trace, option, layer)
        return parted.rule is not None and len(parted.lines) + parted.more <= FARTHEST
    size = smallest_changes(trace, option, layer).size
    return size is not None and size <= FARTHEST


def _one_verdict(case: Case) -> Iterator[Problem]:
    kinds = {asked_of(case, step).kind for step in range(len(case.steps))}
    if len(kinds) == 1 and len(case.steps) > 1:
        (kind,) = kinds
        yield _hint(
            case.id,
            "",
            f"The answer is the same at every step: {kind.value}.",
            "Let what is told turn the verdict once, or say in the teaching point why it does not.",
        )


def _alike(first: Case, second: Case) -> Iterator[Problem]:
    """Two cases that tell nearly the same of their patients."""
    one = set(entries_after(first, len(first.steps) - 1).items())
    other = set(entries_after(second, len(second.steps) - 1).items())
    if len(one & other) < ALIKE * len(one | other):
        return
    told = _labels(first, sorted(findings_after(first, len(first.steps) - 1)))
    yield _hint(
        first.id,
        "",
        f"It ends with nearly the same patient as {second.id}: {and_list(told)}.",
        "Let one of the two differ in what decides, or leave one out.",
    )


def _labels(case: Case, names: Sequence[str]) -> list[str]:
    return [label(book_of(case), name) for name in names]
