"""What asking about a property comes to: patients against it, and one for whom it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.conditions import Value

Entries = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Found:
    """A patient for whom a property does not hold, told by as few facts as can be.

    ``why`` says in a sentence what goes wrong. Where two are compared, ``entries`` is the first and
    ``then`` the second: the same patient, more of whom is told, or who is worse.
    """

    entries: Entries
    why: str
    then: Entries | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """``against`` is empty where a property holds. ``questions`` is how often the solver was asked.

    ``example`` is a patient of whom it speaks; None where there is none, and it says nothing:
    then ``nobody`` says in a sentence what of it nobody has, where that is known.
    """

    against: tuple[Found, ...]
    example: Entries | None
    questions: int
    nobody: str = ""
