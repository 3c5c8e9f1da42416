"""What the rules answer to a draft, step by step, however much of it is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cases.check import right_option_problem
from cases.draft import Draft
from cases.draft_edit import followed_on, options_of, put, steps_of
from cases.draft_stand_in import as_read
from cases.model import AnswerOption, Case
from cases.play import trace_after
from engine.errors import InputError, Problem
from engine.rule import Layer
from engine.trace import Kind, Trace
from rules import RULEBOOK

NOBODY = {"verdict": Kind.NOT_ENOUGH_DATA.value, "fired": []}
"""What stands in a draft where the rules cannot be asked; the check says why they cannot."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The rules' answer after a step: ``trace``, or why there is none.

    ``right`` are the places of the options that say the same, ``mismatch`` is what is wrong when
    that is not exactly one.
    """

    trace: Trace | None
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
    for number, answered in enumerate(answers(made)):
        expected = NOBODY if answered.trace is None else _expected(answered.trace, Layer.DOCUMENT)
        made = put(made, ("steps", number, "expects", "document"), expected)
    return made


def _expected(trace: Trace, layer: Layer) -> dict[str, Any]:
    fired = [name for name in trace.fired if RULEBOOK.rule[name].layer is layer]
    return {"verdict": trace.overall.kind.value, "fired": fired}


def _answered(stand_in: Case, number: int, step: Draft) -> Answered:
    try:
        trace = trace_after(stand_in, number)
    except InputError as error:
        return Answered(None, error.problems)
    options = [_option(option) for option in options_of(step)]
    right = tuple(n for n, o in enumerate(options) if o is not None and o.equals(trace.overall))
    return Answered(trace, (), right, right_option_problem(right, trace.overall))


def _option(option: Mapping[str, Any]) -> AnswerOption | None:
    """An option as far as its verdict goes; None where that is not chosen, or not whole, yet."""
    said = {"text": "…", "verdict": option.get("verdict"), "drug": option.get("drug")}
    try:
        return AnswerOption.model_validate(said)
    except ValidationError:
        return None
