"""What the rules answer to a draft, step by step, however much of it is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cases.check import right_option_problem
from cases.draft import Draft, layers_of
from cases.draft_edit import at, followed_on, options_of, put, steps_of
from cases.draft_stand_in import as_read
from cases.model import AnswerOption, Case
from cases.play import asked_of, book_behind, trace_after, verdict_of
from engine.errors import InputError, Problem
from engine.rule import Layer
from engine.trace import Kind, Trace, Verdict

NOBODY = {"verdict": Kind.NOT_ENOUGH_DATA.value, "fired": []}
"""What stands in a draft where the rules cannot be asked; the check says why they cannot."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The rules' answer after a step: ``trace`` and the verdict asked for, or why there is none.

    ``right`` are the places of the options that say the same, ``mismatch`` is what is wrong when
    that is not exactly one.
    """

    trace: Trace | None
    verdict: Verdict | None = None
    problems: tuple[Problem, ...] = ()
    right: tuple[int, ...] = ()
    mismatch: Problem | None = None


def answers(draft: Mapping[str, Any]) -> tuple[Answered, ...]:
    """What the rules answer after every step. A defect of the program is raised as such."""
    stand_in = as_read(draft)
    return tuple(_answered(stand_in, number, step) for number, step in enumerate(steps_of(draft)))


def settled(draft: Draft) -> Draft:
    """The draft with what follows from the rest put in: how changes begin, what rules answer."""
    made = followed_on(draft)
    aims = draft.get("objectives")
    while isinstance(aims, list) and len(aims) > 1 and aims[-1] == "":
        aims = aims[:-1]
        made = put(made, ("objectives",), aims)
    layers = layers_of(made)
    for number, answered in enumerate(answers(made)):
        for layer in layers:
            expected = NOBODY if answered.trace is None else _expected(answered.trace, layer)
            made = put(made, ("steps", number, "expects", layer.value), expected)
    return made if Layer.REFERENCE in layers else _without_criteria(made)


def _without_criteria(draft: Draft) -> Draft:
    """The draft without what can stand only in a case on both layers, where any of it does."""
    for number, step in enumerate(steps_of(draft)):
        if at(step, ("expects", "reference")) is not None:
            draft = put(draft, ("steps", number, "expects", "reference"), None)
        if at(step, ("question", "layer")) == Layer.REFERENCE.value:
            draft = put(draft, ("steps", number, "question", "layer"), Layer.DOCUMENT.value)
    return draft


def _expected(trace: Trace, layer: Layer) -> dict[str, Any]:
    fired = [name for name in trace.fired if book_behind(trace).rule[name].layer is layer]
    return {"verdict": verdict_of(trace, layer).kind.value, "fired": fired}


def _answered(stand_in: Case, number: int, step: Draft) -> Answered:
    try:
        trace = trace_after(stand_in, number)
    except InputError as error:
        return Answered(None, problems=error.problems)
    verdict = asked_of(stand_in, number)
    options = [_option(option) for option in options_of(step)]
    right = tuple(n for n, o in enumerate(options) if o is not None and o.equals(verdict))
    return Answered(trace, verdict, (), right, right_option_problem(right, verdict))


def _option(option: Mapping[str, Any]) -> AnswerOption | None:
    """An option as far as its verdict goes; None where that is not chosen, or not whole, yet."""
    said = {"text": "…", "verdict": option.get("verdict"), "drug": option.get("drug")}
    try:
        return AnswerOption.model_validate(said)
    except ValidationError:
        return None
