"""A fault, or what may be one, found in a rule base without running a patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.conditions import Value
from engine.option import Option
from engine.verify.codes import CODES, Code, Severity


class PlaceKind(Option):
    """What a diagnostic points at. The label stands before its id."""

    BOOK = "rule_book", ""
    RULE = "rule", "rule"
    CONCEPT = "concept", "concept"
    ADVICE = "advice", "advice"
    FLAG = "flag", "flag"
    STATEMENT = "statement", "statement"
    NOTE = "note", ""
    EXCUSE = "excuse", ""
    VAGUE_WORD = "vague_word", "vague word"
    FINDING = "finding", "finding"
    CALCULATION = "calculation", "calculation of"
    ENTAILMENT = "entailment", "entailment of"
    IMPOSSIBLE = "impossible", "impossible"
    THRESHOLD = "threshold", "threshold"
    REGIMEN = "regimen", "regimen"
    PLAN_ITEM = "plan_item", "plan item"
    SHOWN_DOSE = "shown_dose", "shown dose"
    DRUG = "drug", "drug"
    CASE = "case", "case"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is: what, its id, and the path of a condition in it (``when.0``) or "".

    The id of an excuse is its reason, that of what cannot be why it cannot: they have no other.
    That of the whole rule book is "".
    """

    kind: PlaceKind
    id: str = ""
    path: str = ""

    def __str__(self) -> str:
        return f"{self.kind.label} {self.id}".strip()


def rule_at(name: str, path: str = "") -> Place:
    """A rule, or a condition in it."""
    return Place(PlaceKind.RULE, name, path)


BOOK = Place(PlaceKind.BOOK)
"""The rule book as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing found.

    ``code`` is one of ``engine.verify.codes``. ``message`` says what is wrong, and reads on from
    the place; ``mend`` says in a sentence what to do. ``also`` are other places that take part.
    ``patient`` (atom id → value) shows it, where a patient can: the reference evaluator has seen of
    that patient what the message says. ``then`` is the same patient with a finding worse.
    """

    code: str
    place: Place
    message: str
    mend: str
    also: tuple[Place, ...] = ()
    patient: Mapping[str, Value] | None = None
    then: Mapping[str, Value] | None = None

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(self.code)

    @property
    def about(self) -> Code:
        """What its code means, and why it matters."""
        return CODES[self.code]

    @property
    def severity(self) -> Severity:
        """How bad it is; the same for every diagnostic of a code."""
        return self.about.severity

    @property
    def line(self) -> str:
        """Place and message on one line."""
        where = str(self.place)
        return f"{where}: {self.message}" if where else self.message

    @property
    def with_mend(self) -> str:
        """Code, place, message and mend on one line."""
        return f"{self.code}, {self.line}. {self.mend}"


Found = Iterator[Diagnostic]
"""What a check yields."""


def at(place: Place, code: str, message: str, mend: str, **more: Any) -> Diagnostic:
    """A diagnostic, written short."""
    return Diagnostic(code=code, place=place, message=message, mend=mend, **more)
