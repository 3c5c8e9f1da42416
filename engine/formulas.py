"""How facts are calculated from others. A formula is data; it is unknown when an input is.

Every formula says which findings it reads (``inputs``), how it reads in words (``text``), and its
value for the stored numbers of those findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any, Protocol

from engine.conditions import InRange, Value
from engine.evidence import Confidence
from engine.findings import Choice, Finding, Measurement
from engine.option import Option
from engine.words import number_text

Values = Mapping[str, Value]


class Formula(Protocol):
    """A way to calculate one number from several findings."""

    @property
    def inputs(self) -> tuple[Finding, ...]:
        """The findings that have to be known."""

    @property
    def text(self) -> str:
        """The formula in words, for a reader who wants to check it."""

    def value(self, known: Values) -> float | None:
        """The result for known inputs; None where the formula does not reach."""


def _number(known: Values, finding: Finding) -> float:
    return float(known[finding.id])


def _name(finding: Finding) -> str:
    return (
        finding.label[:1].lower() + finding.label[1:]
        if finding.label[1:2].islower()
        else (finding.label)
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """Several measurements in one unit, and perhaps a fixed number, added up."""

    of: tuple[Measurement, ...]
    plus: float = 0

    @property
    def inputs(self) -> tuple[Finding, ...]:
        """What is added."""
        return self.of

    @property
    def text(self) -> str:
        """The parts with plus signs between."""
        named = [_name(finding) for finding in self.of]
        return " + ".join([*named, number_text(self.plus)] if self.plus else named)

    def value(self, known: Values) -> float | None:
        """The sum."""
        return round(sum(_number(known, finding) for finding in self.of) + self.plus, 6)


@dataclass(frozen=True, slots=True)
class PlusByChoice:
    """A measurement and the amount that goes with the answer to a choice, in the same unit.

    Answers without an amount are left out: for them nothing is calculated.
    """

    of: Measurement
    by: Choice[Any]
    amounts: tuple[tuple[Option, float], ...]

    @property
    def inputs(self) -> tuple[Finding, ...]:
        """The measurement and the choice."""
        return (self.of, self.by)

    @property
    def text(self) -> str:
        """What is added, answer by answer."""
        added = ", ".join(f"{option.label} {number_text(n)}" for option, n in self.amounts)
        return f"{_name(self.of)} + what goes with the {_name(self.by)} ({added})"

    def value(self, known: Values) -> float | None:
        """The sum; None for an answer without an amount."""
        answer = known[self.by.id]
        for option, amount in self.amounts:
            if option.value == answer:
                return round(_number(known, self.of) + amount, 6)
        return None


@dataclass(frozen=True, slots=True)
class Difference:
    """One measurement minus another in the same unit."""

    of: Measurement
    minus: Measurement

    @property
    def inputs(self) -> tuple[Finding, ...]:
        """Both."""
        return (self.of, self.minus)

    @property
    def text(self) -> str:
        """One minus the other."""
        return f"{_name(self.of)} − {_name(self.minus)}"

    def value(self, known: Values) -> float | None:
        """The difference; negative where the second is larger."""
        return round(_number(known, self.of) - _number(known, self.minus), 6)


@dataclass(frozen=True, slots=True)
class Product:
    """A measurement times a whole number that is another finding or fixed."""

    of: Measurement
    times: float

    @property
    def inputs(self) -> tuple[Finding, ...]:
        """What is multiplied."""
        return (self.of,)

    @property
    def text(self) -> str:
        """The two factors."""
        return f"{_name(self.of)} × {number_text(self.times)}"

    def value(self, known: Values) -> float | None:
        """The product."""
        return round(_number(known, self.of) * self.times, 6)


@dataclass(frozen=True, slots=True)
class Mosteller:
    """Body surface area in m² from height in cm and weight in kg: √(height × weight ÷ 3600)."""

    height: Measurement
    weight: Measurement

    @property
    def inputs(self) -> tuple[Finding, ...]:
        """Height and weight."""
        return (self.height, self.weight)

    @property
    def text(self) -> str:
        """Mosteller's formula."""
        return "√(height in cm × weight in kg ÷ 3600)"

    def value(self, known: Values) -> float | None:
        """Square metres, to two places."""
        return round(sqrt(_number(known, self.height) * _number(known, self.weight) / 3600), 2)


@dataclass(frozen=True, slots=True)
class CkdEpi2021:
    """Estimated glomerular filtration rate in mL/min/1.73 m² by the CKD-EPI equation of 2021.

    Creatinine is stored in µmol/L and read in mg/dL; the equation holds for adults, and for the
    two sexes that it was made for.
    """

    creatinine: Measurement
    age: Measurement
    sex: Choice[Any]
    female: Option
    male: Option

    @property
    def inputs(self) -> tuple[Finding, ...]:
        """Creatinine, age and sex."""
        return (self.creatinine, self.age, self.sex)

    @property
    def text(self) -> str:
        """The equation, for women and for men."""
        return (
            "CKD-EPI 2021: 142 × min(creatinine/κ, 1)^α × max(creatinine/κ, 1)^−1.2 × 0.9938^age, "
            "× 1.012 for women; creatinine in mg/dL, κ 0.7 and α −0.241 for women, κ 0.9 and "
            "α −0.302 for men"
        )

    def value(self, known: Values) -> float | None:
        """The rate as a whole number; None below 18 years and for another sex."""
        years, sex = _number(known, self.age), known[self.sex.id]
        if years < 18 or sex not in {self.female.value, self.male.value}:
            return None
        woman = sex == self.female.value
        kappa, alpha = (0.7, -0.241) if woman else (0.9, -0.302)
        ratio = self.creatinine.shown(_number(known, self.creatinine), "mg/dL") / kappa
        rate = 142 * min(ratio, 1) ** alpha * max(ratio, 1) ** -1.2 * 0.9938**years
        return float(round(rate * (1.012 if woman else 1)))


@dataclass(frozen=True, slots=True)
class Band:
    """One field of a dose table: for whom it holds, and the dose in mg for each kg of weight."""

    row: InRange
    column: InRange
    per_kg: float


@dataclass(frozen=True, slots=True)
class DoseTable:
    """A dose in mg from a published table by two measurements, times the weight.

    ``bands`` are its fields; where none holds, the table does not reach and there is no dose.
    """

    name: str
    weight: Measurement
    row: Measurement
    column: Measurement
    bands: tuple[Band, ...]

    @property
    def inputs(self) -> tuple[Finding, ...]:
        """Weight and the two measurements of the table."""
        return (self.weight, self.row, self.column)

    @property
    def text(self) -> str:
        """Which table, and how it is used."""
        return (
            f"{self.name}: mg per kg by {_name(self.row)} and {_name(self.column)}, times the "
            "weight in kg"
        )

    def per_kg(self, known: Values) -> float | None:
        """The dose for each kg; None where the table does not reach."""
        row, column = _number(known, self.row), _number(known, self.column)
        for band in self.bands:
            if band.row.holds(self.row.shown(row, band.row.unit)) and band.column.holds(
                self.column.shown(column, band.column.unit)
            ):
                return band.per_kg
        return None

    def value(self, known: Values) -> float | None:
        """The dose in whole mg."""
        each = self.per_kg(known)
        return None if each is None else float(round(each * _number(known, self.weight)))


@dataclass(frozen=True, kw_only=True)
class Calculation:
    """How one finding follows from others by a formula; what was entered goes first.

    ``cites`` are ids of references.
    """

    then: Measurement
    by: Formula
    cites: tuple[str, ...]
    confidence: Confidence
