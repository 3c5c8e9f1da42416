"""What the rules say about a case, asked so that a fault is shown as such and never as advice."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from cases.model import Case
from cases.play import asked_of, trace_after
from cases.tutor import Feedback, feedback
from engine.errors import InputError, Problem
from engine.trace import Trace
from ui import show
from ui.teaching.progress import Progress

LOG = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Judged:
    """A step as the rules see it, beside one of its answers."""

    trace: Trace
    feedback: Feedback


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer of the rules: the case is wrong, or the program itself."""

    problems: tuple[Problem, ...] = ()
    defect: str = ""

    def show(self) -> None:
        """Say so, in place of any advice."""
        if self.defect:
            show.defect(self.defect)
        else:
            show.problems(self.problems, "There is a problem with this case")


def attempted(ask: Callable[[], T]) -> T | Failure:
    """What the rules are asked for, or why there is no answer."""
    try:
        return ask()
    except InputError as error:
        return Failure(problems=error.problems)
    # Whatever else goes wrong in there is our own fault, and is to be shown as such.
    except Exception as error:
        LOG.exception("no answer of the rules: a defect")
        return Failure(defect=str(error) or type(error).__name__)


def judged(case: Case, step: int, option: int) -> Judged | Failure:
    """The rules' answer to a step, contrasted with one option (both counted from 0)."""
    return attempted(lambda: Judged(trace_after(case, step), feedback(case, step, option)))


def option_of_the_rules(case: Case, step: int) -> int:
    """The option that the rules agree with; the first when there is none or no answer."""
    options = range(len(case.steps[step].question.options))
    return next((option for option in options if agrees(case, step, option)), 0)


def agrees(case: Case, step: int, option: int) -> bool | None:
    """Whether the rules give this answer; None when they give none at all."""
    chosen = case.steps[step].question.options[option]
    found = attempted(lambda: chosen.equals(asked_of(case, step)))
    return None if isinstance(found, Failure) else found


def agreements(case: Case, found: Progress) -> dict[int, bool | None]:
    """For each step with an answer, whether the rules agree with it."""
    return {step: agrees(case, step, answer.option) for step, answer in found.answers.items()}
