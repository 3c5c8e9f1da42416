"""The kinds of finding a patient can have, each declared once in the vocabulary.

From a declaration come the form, the profile model, the JSON schema, the type checks of the rules
and the documentation. Every finding is unknown until it is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

from engine.conditions import InRange, Is, IsKnown, IsNotKnown, IsOneOf, NoTruth
from engine.errors import RuleBookError
from engine.evidence import Threshold
from engine.option import Option
from engine.verify.diagnostic import Place, PlaceKind, at

E = TypeVar("E", bound=Option)

SEPARATOR = "."
"""Joins a multi-valued finding and its member into the id of a yes/no fact."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form."""

    id: str
    title: str
    help: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a public terminology (system name, code), only where it is certain."""

    system: str
    code: str


@dataclass(frozen=True, slots=True)
class Limits:
    """Lowest and highest number, both included; ``None`` is open. In the stored unit."""

    low: float | None = None
    high: float | None = None

    def hold(self, number: float) -> bool:
        """Whether the number lies within."""
        return (self.low is None or number >= self.low) and (
            self.high is None or number <= self.high
        )


@dataclass(frozen=True, kw_only=True)
class Finding(NoTruth):
    """What every kind of finding has in common.

    ``applies_to`` lists the diagnoses for which the question makes sense (empty: all of them).
    ``help`` says what each answer covers, in the words of a clinician. ``subject`` is what a clause
    about it begins with, article included; without one, "the" and the label. Each kind of finding
    may have clauses of its own, for values that the subject, "is" and the value do not say well.
    """

    id: str
    label: str
    question: str
    help: str
    section: str
    applies_to: frozenset[str] = frozenset()
    synonyms: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    subject: str = ""

    def is_known(self) -> IsKnown:
        """The finding has been told."""
        return IsKnown(self.id)

    def is_not_known(self) -> IsNotKnown:
        """The finding has not been told."""
        return IsNotKnown(self.id)


@dataclass(frozen=True, kw_only=True)
class Choice(Finding, Generic[E]):
    """One answer of a closed set. ``said`` are clauses for some of the answers."""

    options: type[E]
    said: tuple[tuple[E, str], ...] = ()

    def is_(self, option: E) -> Is:
        """The answer is this option."""
        return Is(self.id, _value_of(self, option))

    def is_one_of(self, *options: E) -> IsOneOf:
        """The answer is one of these options."""
        return IsOneOf(self.id, tuple(_value_of(self, option) for option in options))


@dataclass(frozen=True, kw_only=True)
class YesNo(Finding):
    """A question answered yes or no. ``said`` are the clauses for yes and for no."""

    said: tuple[str, str] = ("", "")

    @property
    def yes(self) -> Is:
        """The answer is yes."""
        return Is(self.id, True)

    @property
    def no(self) -> Is:
        """The answer is known to be no."""
        return Is(self.id, False)


@dataclass(frozen=True, slots=True)
class Unit:
    """Another unit in which a measurement may be entered or a threshold may be stated.

    ``factor`` is exact: a value in this unit times ``factor`` is the value in the stored unit.
    """

    name: str
    factor: Decimal


@dataclass(frozen=True, kw_only=True)
class Measurement(Finding):
    """A number with a unit.

    Outside ``hard`` an entry is refused; outside ``soft`` the person is asked to look again (soft
    limits are about typing errors only, never a threshold of a decision). Where there is a
    ``step``, only multiples of it exist. ``said`` is a clause with ``{value}`` in it, which is
    the number with its unit, or with ``{number}``, the number alone.
    """

    unit: str
    hard: Limits
    soft: Limits = Limits()
    other_units: tuple[Unit, ...] = ()
    whole: bool = False
    step: float | None = None
    said: str = ""

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that may be used, the stored one first."""
        return (self.unit, *(other.name for other in self.other_units))

    def _factor(self, unit: str) -> Decimal:
        for other in self.other_units:
            if other.name == unit:
                return other.factor
        if unit == self.unit:
            return Decimal(1)
        raise ValueError(f"{self.id} is not measured in {unit!r}; use one of {self.units}")

    def stored(self, number: float, unit: str) -> float:
        """A number given in ``unit``, in the stored unit. Raises ValueError for another unit."""
        return float(Decimal(str(number)) * self._factor(unit))

    def shown(self, number: float, unit: str) -> float:
        """A stored number, in ``unit``. Raises ValueError for another unit."""
        return float(Decimal(str(number)) / self._factor(unit))

    def is_(self, number: float) -> Is:
        """The value is exactly this, in the stored unit; for examples and cases."""
        return Is(self.id, float(number))

    @overload
    def below(self, limit: Threshold) -> InRange: ...
    @overload
    def below(self, limit: float, unit: str) -> InRange: ...
    def below(self, limit: float | Threshold, unit: str = "") -> InRange:
        """Lower than the limit. A threshold brings its own unit."""
        number, unit, marks = _limit(limit, unit)
        return InRange(self.id, unit, high=number, high_included=False, marks=marks)

    @overload
    def at_most(self, limit: Threshold) -> InRange: ...
    @overload
    def at_most(self, limit: float, unit: str) -> InRange: ...
    def at_most(self, limit: float | Threshold, unit: str = "") -> InRange:
        """The limit or lower."""
        number, unit, marks = _limit(limit, unit)
        return InRange(self.id, unit, high=number, marks=marks)

    @overload
    def above(self, limit: Threshold) -> InRange: ...
    @overload
    def above(self, limit: float, unit: str) -> InRange: ...
    def above(self, limit: float | Threshold, unit: str = "") -> InRange:
        """Higher than the limit."""
        number, unit, marks = _limit(limit, unit)
        return InRange(self.id, unit, low=number, low_included=False, marks=marks)

    @overload
    def at_least(self, limit: Threshold) -> InRange: ...
    @overload
    def at_least(self, limit: float, unit: str) -> InRange: ...
    def at_least(self, limit: float | Threshold, unit: str = "") -> InRange:
        """The limit or higher."""
        number, unit, marks = _limit(limit, unit)
        return InRange(self.id, unit, low=number, marks=marks)

    @overload
    def between(self, low: Threshold, high: Threshold) -> InRange: ...
    @overload
    def between(self, low: float, high: float, unit: str) -> InRange: ...
    def between(self, low: float | Threshold, high: float | Threshold, unit: str = "") -> InRange:
        """From ``low`` to ``high``, both included; two thresholds have to be in one unit."""
        least, unit, below = _limit(low, unit)
        most, other, above = _limit(high, unit)
        if unit != other:
            raise ValueError(f"{self.id} cannot lie between numbers in {unit} and in {other}")
        return InRange(self.id, unit, low=least, high=most, marks=(*below, *above))


def _limit(limit: float | Threshold, unit: str) -> tuple[float, str, tuple[Threshold, ...]]:
    if isinstance(limit, Threshold):
        return limit.value, limit.unit, (limit,)
    return limit, unit, ()


@dataclass(frozen=True, kw_only=True)
class MultiChoice(Finding, Generic[E]):
    """Any number of answers of a closed set; each member is a yes/no fact of its own.

    Told as a list: those listed are yes, the rest no. ``["none"]`` says no to all; a list with
    ``"unknown"`` in it leaves the rest unknown; an empty list tells nothing. ``said`` are the
    clauses for a member that is there and for one that is not, with ``{option}`` in them.
    """

    options: type[E]
    said: tuple[str, str] = ("", "")

    def has(self, option: E) -> Is:
        """This member is present."""
        return Is(member_id(self.id, _value_of(self, option)), True)

    def has_not(self, option: E) -> Is:
        """This member is known to be absent."""
        return Is(member_id(self.id, _value_of(self, option)), False)

    def members(self) -> tuple[YesNo, ...]:
        """The yes/no facts that this finding stands for."""
        return tuple(
            YesNo(
                id=member_id(self.id, option.value),
                label=f"{self.label}: {option.label}",
                question=f"{self.question} {option.label}",
                help=option.help,
                section=self.section,
                applies_to=self.applies_to,
                said=(_filled(self.said[0], option=option), _filled(self.said[1], option=option)),
            )
            for option in self.options
        )


def _value_of(finding: Choice[Any] | MultiChoice[Any], option: object) -> str:
    """The value of an option. Raises RuleBookError for what is none, such as its value alone."""
    if isinstance(option, Option):
        return str(option.value)
    options = ", ".join(f"{finding.options.__name__}.{each.name}" for each in finding.options)
    raise RuleBookError(
        at(
            Place(PlaceKind.FINDING, finding.id),
            "RB201",
            f"is compared with {option!r}, which is not one of its options",
            f"Use one of its options: {options}.",
        )
    )


C = TypeVar("C", bound=Finding)


@dataclass(frozen=True, kw_only=True)
class Table(Finding, Generic[E]):
    """A small table with a row for each of a closed set of things, such as earlier treatments.

    Told as a list of rows, each ``{key: row, column: value}``; a row or a cell that is not told is
    unknown. Each cell is a fact of its own, so that rules read it like any other finding.
    ``rows_for`` names, for a row, the diagnoses in which it is asked (absent: all of them). The
    clauses of a column, and its subject, have ``{row}`` in them.
    """

    key: str
    rows: type[E]
    columns: tuple[Choice[Any] | YesNo | Measurement, ...]
    rows_for: tuple[tuple[E, frozenset[str]], ...] = ()

    def cell(self, row: E, column: C) -> C:
        """The finding in one cell: a kind of finding like its column, about its row."""
        asked = dict(self.rows_for).get(row, self.applies_to)
        return replace(
            _about_row(column, row),
            id=cell_id(self.id, row.value, column.id),
            label=f"{row.label[:1].upper()}{row.label[1:]}: {column.label[:1].lower()}"
            f"{column.label[1:]}",
            section=self.section,
            applies_to=asked,
        )

    @cached_property
    def cells(self) -> tuple[Choice[Any] | YesNo | Measurement, ...]:
        """Every cell, row by row."""
        return tuple(self.cell(row, column) for row in self.rows for column in self.columns)


def _about_row(column: C, row: Option) -> C:
    """A column with its clauses about one row."""
    said: Any = ()
    match column:
        case Choice():
            said = tuple((option, _filled(text, row=row)) for option, text in column.said)
        case YesNo():
            said = tuple(_filled(text, row=row) for text in column.said)
        case Measurement():
            said = _filled(column.said, row=row)
        case _:
            pass
    worded: dict[str, Any] = {"said": said} if said else {}
    return replace(column, subject=_filled(column.subject, row=row), **worded)


def _filled(clause: str, **named: Option) -> str:
    """A clause with options in their places, as it needs them."""
    for place, option in named.items():
        clause = clause.replace(f"{{{place}}}", option.phrase)
    return clause


def cell_id(table: str, row: str, column: str) -> str:
    """The id of the fact in one cell of a table."""
    return SEPARATOR.join((table, row, column))


def member_id(finding: str, option: str) -> str:
    """The id of the yes/no fact of one member of a multi-valued finding."""
    return f"{finding}{SEPARATOR}{option}"
