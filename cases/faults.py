"""Cases that do not come to what is expected of them, as faults of the rule base.

The rules may be wrong, or the case: whichever it is, a learner would be taught what is not so. A
case was right when it was written, so the rule is to be looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cases.check import check_case
from cases.model import Case
from cases.play import book_of, entries_after
from engine.conditions import Value
from engine.errors import DefectError, InputError, Problem
from engine.verify.diagnostic import Diagnostic, Place, PlaceKind, rule_at
from engine.verify.suspects import without_followers
from engine.words import and_list, inside

STEP = re.compile(r"step (\d+), ")
RULE = re.compile(r"\b[A-Z]+-\d+\b")
ANSWERED = ("expects, ", "question, options", "question, next")
"""What in a step the rules answer, so that they may be wrong and not the case."""


MEND_RULES = "Mend the rules first."
ENTRIES = re.compile(r" for \{.*\}")


def case_faults(cases: Iterable[Case]) -> Iterator[Diagnostic]:
    """Everything that ``cases check`` finds, with the patient at the step where it is found.

    ``also`` are the rules that answer otherwise at that step: they are suspected first.
    """
    for case in cases:
        try:
            problems = check_case(case)
        except DefectError as error:
            problems = (Problem("", f"The rules cannot answer it: {_briefly(error)}", MEND_RULES),)
        for problem in problems:
            suspects = _suspects(case, problem, problems)
            yield Diagnostic(
                code="RB608",
                place=Place(PlaceKind.CASE, case.id, problem.field.removeprefix(f"{case.id}, ")),
                message=_message(problem),
                mend=_mend(problem, suspects),
                also=tuple(rule_at(name) for name in suspects),
                patient=_patient(case, problem),
            )


def _briefly(error: DefectError) -> str:
    """What is wrong, without all that is known of the patient."""
    return ENTRIES.sub("", str(error))


def _suspects(case: Case, problem: Problem, problems: Sequence[Problem]) -> tuple[str, ...]:
    """The rules that a problem names, or else those of its step; not those that follow others."""
    if not any(each in problem.field for each in ANSWERED):
        return ()
    step = _step(problem)
    of_step = [each for each in problems if each.field.endswith(", fired") and _step(each) == step]
    named = [problem] if problem in of_step else of_step
    book = book_of(case)
    return without_followers(book, [name for each in named for name in RULE.findall(each.wrong)])


def _step(problem: Problem) -> int | None:
    found = STEP.search(problem.field)
    return None if found is None else int(found[1])


def _message(problem: Problem) -> str:
    where = problem.field.partition(", ")[2]
    return f"{f'at {where}: ' if where else ''}{problem.wrong.removesuffix('.')}"


def _mend(problem: Problem, suspects: Sequence[str]) -> str:
    """What to do, the rules first: a case that is bent to a faulty rule hides the fault."""
    if not any(each in problem.field for each in ANSWERED):
        return problem.mend
    if suspects and problem.wrong.startswith("There is no rule"):
        first = f"Look at the rules first: was {and_list(suspects)} meant to be left out?"
        return f"{first} Only then mend the case: {inside(problem.mend)}"
    names = and_list(suspects)
    first = f"Look at the rule first: is {names} as it should be?"
    if len(suspects) != 1:
        first = f"Look at the rules first: are {names or 'they'} as they should be?"
    change = inside(problem.mend.removeprefix("If that is right, "))
    return f"{first} Only if so, the case is wrong: {change}"


def _patient(case: Case, problem: Problem) -> dict[str, Value] | None:
    step = _step(problem)
    if step is None:
        return None
    try:
        return entries_after(case, step - 1)
    except InputError:
        return None
