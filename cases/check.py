"""A case checked against the live rules at every step: every case is a test of the rules.

An empty answer means that the case is fine. Each problem names case, step and mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cases.check_offered import offered_problems, unknown_names
from cases.load import library
from cases.model import Case, Expected, Step
from cases.play import asked_of, book_behind, book_of, profile_of, trace_after, verdict_of
from cases.sequence import sequence_problems
from engine.errors import ContradictionError, Problem, ProfileError
from engine.grammar import label
from engine.rule import Layer
from engine.trace import Kind, Trace, Verdict
from engine.words import and_list, quoted


def check_library() -> tuple[Problem, ...]:
    """Every problem of every case that comes with the program."""
    return tuple(problem for case in library() for problem in check_case(case))


def check_case(case: Case) -> tuple[Problem, ...]:
    """Every problem of a case. What the rules answer is asked only once its values can be read."""
    steps = list(enumerate(case.steps, start=1))
    problems = list(sequence_problems(case))
    for number, step in steps:
        problems += [
            _at(p, number)
            for p in (*_values(case, step), *_names(case, step), *unknown_names(case, step))
        ]
    if not problems:
        for number, step in steps:
            problems += [_at(problem, number) for problem in _answers(case, number - 1, step)]
    for number, step in steps:
        problems += [_at(problem, number) for problem in _options(step)]
    problems += _leaks(case)
    return tuple(replace(problem, field=f"{case.id}, {problem.field}") for problem in problems)


def _at(problem: Problem, number: int) -> Problem:
    return replace(problem, field=f"step {number}, {problem.field}")


def _values(case: Case, step: Step) -> Iterator[Problem]:
    """Findings that do not exist, and values that they cannot have."""
    changed = {
        f"changes, {name}, {key}": {name: value}
        for name, change in step.changes.items()
        for key, value in (("from", change.from_), ("to", change.to))
    }
    told = {f"reveals, {name}": {name: value} for name, value in step.reveals.items()}
    for place, finding in {**told, **changed}.items():
        try:
            profile_of(case).read(finding)
        except ProfileError as error:
            yield from (replace(problem, field=place) for problem in error.problems)


def _names(case: Case, step: Step) -> Iterator[Problem]:
    """Expected rules that are not in the rule book, or not in that layer."""
    book = book_of(case)
    for layer, expected in _expected(step):
        rules = {rule.id for rule in book.rules if rule.layer is layer}
        for name in sorted(expected.fired - rules):
            yield Problem(
                f"expects, {layer.value}, fired",
                f"There is no rule {quoted(name)} in this layer.",
                "Remove it, or see the list of rules for its name.",
            )


def _expected(step: Step) -> Iterator[tuple[Layer, Expected]]:
    """What is expected of each layer that has rules."""
    yield Layer.DOCUMENT, step.expects.document
    if step.expects.reference is not None:
        yield Layer.REFERENCE, step.expects.reference


def _options(step: Step) -> Iterator[Problem]:
    """Options that cannot be told apart."""
    seen: dict[tuple[Kind, str | None], int] = {}
    for number, option in enumerate(step.question.options, start=1):
        first = seen.setdefault((option.verdict, option.drug), number)
        if first != number:
            yield Problem(
                f"question, option {number}",
                f"It stands for the same verdict as option {first}.",
                "Give it another.",
            )


def _answers(case: Case, step_index: int, step: Step) -> Iterator[Problem]:
    """Where the rules answer otherwise than the step expects."""
    try:
        trace = trace_after(case, step_index)
    except ContradictionError as error:
        yield from (replace(p, field=f"reveals, {p.field}") for p in error.problems)
        return
    trace_book = book_of(case)
    for fact in trace.withheld:
        if fact.finding in {*step.reveals, *step.changes}:
            yield Problem(
                fact.finding,
                f"{label(trace_book, fact.finding)} is not asked in this disease: no rule sees it.",
                "Remove it, or say it in the story only.",
            )
    for layer, expected in _expected(step):
        yield from _expectation(trace, layer, expected)
    yield from offered_problems(case, step_index)
    verdict = asked_of(case, step_index)
    right = [n for n, o in enumerate(step.question.options) if o.equals(verdict)]
    if problem := right_option_problem(right, verdict):
        yield problem


def right_option_problem(right: Sequence[int], verdict: Verdict) -> Problem | None:
    """What is wrong when not exactly one option is what the rules answer (places from 0)."""
    if len(right) == 1:
        return None
    numbers = and_list(str(place + 1) for place in right)
    what = f"Options {numbers} are" if right else "No option is"
    answer = f"{verdict.kind.value} ({verdict.drug or 'no drug'})"
    return Problem(
        "question, options",
        f"{what} what the rules answer: {answer}.",
        "Let exactly one option be that.",
    )


def _expectation(trace: Trace, layer: Layer, expected: Expected) -> Iterator[Problem]:
    place, book, verdict = f"expects, {layer.value}", book_behind(trace), verdict_of(trace, layer)
    if verdict.kind is not expected.verdict:
        yield Problem(
            f"{place}, verdict",
            f"It expects {expected.verdict.value}, the rules answer {verdict.kind.value}: "
            f"{verdict.summary}",
            f'Write verdict = "{verdict.kind.value}", or tell other findings.',
        )
    fired = [name for name in trace.fired if book.rule[name].layer is layer]
    also = [name for name in fired if name not in expected.fired]
    silent = [rule.id for rule in book.rules if rule.id in expected.fired - set(fired)]
    if also or silent:
        wrong = [f"{and_list(also)} fired too"] if also else []
        wrong += [f"{and_list(silent)} did not fire"] if silent else []
        listed = ", ".join(f'"{name}"' for name in fired)
        yield Problem(
            f"{place}, fired",
            f"{'; '.join(wrong)}.",
            f"If that is right, write fired = [{listed}].",
        )


def _leaks(case: Case) -> Iterator[Problem]:
    """Answers given away before their question: a rule's id, or the verdict in its own words."""
    verdicts = [_verdict_words(step) for step in case.steps]
    every = {*book_of(case).rule, *(word for words in verdicts for word in words)}
    yield from _given_away("title", case.title, every)
    yield from _given_away("vignette", case.vignette, every)
    for objective in case.objectives:
        yield from _given_away("objectives", objective, every)
    for number, (step, words) in enumerate(zip(case.steps, verdicts, strict=True), start=1):
        said = {*book_of(case).rule, *words}
        told = {"title": step.title, "story": step.story, "question": step.question.prompt}
        told |= {f"changes, {name}": change.because for name, change in step.changes.items()}
        for where, text in told.items():
            yield from (_at(p, number) for p in _given_away(where, text, said))


def _verdict_words(step: Step) -> set[str]:
    """The verdicts that a step expects, in the words of their layers."""
    return {expected.verdict.said_by(layer) for layer, expected in _expected(step)}


def _given_away(where: str, text: str, words: set[str]) -> Iterator[Problem]:
    for word in sorted(words):
        if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text, re.IGNORECASE):
            yield Problem(
                where, f"It gives an answer away: {quoted(word)}.", "Say it after the question."
            )
