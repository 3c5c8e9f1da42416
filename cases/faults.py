"""Cases that do not come to what is expected of them, as faults of the rule base.

The rules may be wrong, or the case: whichever it is, a learner would be taught what is not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cases.check import check_case
from cases.model import Case
from cases.play import entries_after
from engine.conditions import Value
from engine.errors import DefectError, InputError, Problem
from engine.verify.diagnostic import Diagnostic, Place, PlaceKind

STEP = re.compile(r"step (\d+), ")


def case_faults(cases: Iterable[Case]) -> Iterator[Diagnostic]:
    """Everything that ``cases check`` finds, with the patient at the step where it is found."""
    for case in cases:
        try:
            problems = check_case(case)
        except DefectError as error:
            problems = (
                Problem("", f"The rules cannot answer it: {error}", "Mend the rules first."),
            )
        for problem in problems:
            yield Diagnostic(
                code="RB608",
                place=Place(PlaceKind.CASE, case.id, problem.field.removeprefix(f"{case.id}, ")),
                message=_message(problem),
                mend=problem.mend,
                patient=_patient(case, problem),
            )


def _message(problem: Problem) -> str:
    where = problem.field.partition(", ")[2]
    return f"{f'at {where}: ' if where else ''}{problem.wrong.removesuffix('.')}"


def _patient(case: Case, problem: Problem) -> dict[str, Value] | None:
    found = STEP.search(problem.field)
    if found is None:
        return None
    try:
        return entries_after(case, int(found[1]) - 1)
    except InputError:
        return None
