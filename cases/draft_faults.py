"""What is still missing in a draft, and what is wrong with it: the checks of the command line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from cases.check import check_case
from cases.draft import is_id
from cases.draft_stand_in import as_told
from cases.lint import lint
from cases.load import LARGEST, SUFFIX
from cases.messages import TEMPLATES, problems_of
from cases.model import Case
from cases.sequence import TELLS_NOTHING, sequence_problems
from cases.toml_file import as_toml
from engine.errors import Problem

MISSING = {TEMPLATES["missing"][0], TEMPLATES["string_too_short"][0], TELLS_NOTHING}
"""What is said of a place where nothing was written yet."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A draft as it was looked at: its file, the case once it is one, and every fault.

    The places of the faults are those within the case, from the outside in.
    """

    raw: bytes
    case: Case | None
    faults: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether it can be used as it is."""
        return self.case is not None and not self.faults

    def at(self, place: str) -> tuple[Problem, ...]:
        """The faults of one place exactly."""
        return tuple(fault for fault in self.faults if fault.field == place)


def is_missing(fault: Problem) -> bool:
    """Whether nothing was written there yet; anything else is wrong."""
    return fault.wrong in MISSING


def looked_at(draft: Mapping[str, Any]) -> Looked:
    """A draft with every fault. It is judged by the file that would be saved, read back."""
    raw = as_toml(draft)
    try:
        case = Case.model_validate({**tomllib.loads(raw.decode()), "id": draft.get("id", "")})
    except ValidationError as error:
        # What does not follow on can be said before every text is written.
        found = [*problems_of(error.errors()), *sequence_problems(as_told(draft))]
        return Looked(raw, None, tuple(dict.fromkeys(found)))
    found = [_inside(problem, case.id) for problem in check_case(case)]
    if len(raw) > LARGEST:
        wrong = f"The file would have {len(raw):,} bytes, more than {LARGEST:,}."
        found.append(Problem("", wrong, "Write less; a case needs a few thousand."))
    return Looked(raw, case, tuple(found))


def hints(case: Case, beside: Sequence[Case]) -> tuple[Problem, ...]:
    """What a sound draft may still teach less than it could; places within the case."""
    others = [other for other in beside if other.id != case.id]
    found = lint([case], beside=others)
    return tuple(_inside(h, case.id) for h in found if h.field.split(", ")[0] == case.id)


def file_name(draft: Mapping[str, Any]) -> str:
    """The name of the file to save a draft as; a neutral one while its id cannot be used."""
    return f"{draft['id'] if is_id(draft.get('id')) else 'case'}{SUFFIX}"


def _inside(problem: Problem, case_id: str) -> Problem:
    return replace(problem, field=problem.field.removeprefix(case_id).removeprefix(", "))
