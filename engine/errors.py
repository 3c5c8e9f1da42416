"""Every error that the program raises on purpose.

    ProgramError
    ├── InputError              what was entered cannot be used; names field and mend
    │   ├── UnreadableError     not a profile file: not JSON or TOML, empty, too large, too deep
    │   │   └── UnreadableCohortError  not a file of patients, or a damaged one
    │   ├── ProfileError        some findings are wrong; carries every problem found
    │   ├── ContradictionError  two findings cannot both be true; names both
    │   └── CaseError           a teaching case file is wrong; names file and place
    ├── ui.database.place.StoreError  entries can be neither kept nor fetched just now
    └── DefectError             our own fault, never shown as advice
        ├── RuleBookError       the rule book is inconsistent; found when it is built
        ├── EnginesDisagreeError  the two engines reached different answers
        ├── GapError            no verdict kind holds for a patient
        ├── ForwardEngineError  durable-rules refused or broke something
        └── InquiryError        an answer about other patients did not stand up when it was tried

Exit codes of the command line follow the tree: ``InputError`` is 2, ``DefectError`` is 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.verify.diagnostic import Diagnostic


class ProgramError(Exception):
    """Base of every error raised on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was entered.

    ``field`` is the finding's id ("" when it is about the whole file), ``wrong`` says what is
    wrong, ``mend`` what to do about it.
    """

    field: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.field}: " if self.field else ""
        return f"{where}{self.wrong} {self.mend}".strip()


class InputError(ProgramError):
    """What was entered cannot be used. ``problems`` is never empty."""

    heading = "There is a problem with what was entered"

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))

    @property
    def fields(self) -> frozenset[str]:
        """The findings that the problems name."""
        return frozenset(problem.field for problem in self.problems if problem.field)


class UnreadableError(InputError):
    """The text is not a profile file."""

    heading = "This file cannot be read as a patient profile"


class UnreadableCohortError(UnreadableError):
    """A file of many patients is none, or is damaged."""

    heading = "This file cannot be read as a file of patients"


class ProfileError(InputError):
    """One or more findings are wrong."""

    heading = "There is a problem with the patient profile"


class ContradictionError(InputError):
    """Findings that cannot all be true."""

    heading = "Two answers contradict each other"

    @property
    def fields(self) -> frozenset[str]:
        """Every finding named by a contradiction (its ``field`` lists them, comma-separated)."""
        return frozenset(name for p in self.problems for name in p.field.split(", "))


class CaseError(InputError):
    """A teaching case file is wrong."""

    heading = "There is a problem with a teaching case"


class DefectError(ProgramError):
    """A fault of the program itself. It is shown as such, and no advice is shown."""


class RuleBookError(DefectError):
    """The rule book contradicts itself or names something that does not exist.

    ``faults`` is never empty; each has a code, a place and a mend (``engine.verify.codes``).
    """

    def __init__(self, *faults: Diagnostic) -> None:
        self.faults = faults
        said = "\n".join(fault.with_mend for fault in faults)
        super().__init__(f"The rule book cannot be used:\n{said}")


class EnginesDisagreeError(DefectError):
    """The two engines reached different answers about a rule or a concept."""


class GapError(DefectError):
    """A patient for whom no verdict kind holds."""


class ForwardEngineError(DefectError):
    """durable-rules refused a fact, met one of its limits, or raised."""


class InquiryError(DefectError):
    """What the solver found did not hold when the rules were run."""
