"""The factor between each two units, checked with a unit library of its own."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.findings import Measurement
from rules.full import FULL_RULEBOOK

UNITS: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
# How the library writes them. Amounts of substance are turned into mass by the molar mass.
SPELT = {
    "×10⁹/L": (10**9, "1 / liter"),
    "/µL": (1, "1 / microliter"),
    "g/L": (1, "gram / liter"),
    "g/dL": (1, "gram / deciliter"),
    "µmol/L": (1, "micromole / liter"),
    "mg/dL": (1, "milligram / deciliter"),
    "g/g": (1, "gram / gram"),
    "mg/mmol": (1, "milligram / millimole"),
}
CREATININE = UNITS.Quantity(Decimal("113.12"), "gram / mole")
MEASUREMENTS = [f for f in FULL_RULEBOOK.vocabulary.findings if isinstance(f, Measurement)]
PAIRS = [(m, other) for m in MEASUREMENTS for other in m.other_units]


def quantity(unit: str) -> pint.Quantity[Decimal]:
    number, name = SPELT[unit]
    found: pint.Quantity[Decimal] = UNITS.Quantity(Decimal(number), name)
    return found


@pytest.mark.parametrize(
    ("measurement", "unit"), PAIRS, ids=[f"{m.id} in {u.name}" for m, u in PAIRS]
)
def test_every_factor_agrees_with_the_library(measurement: Measurement, unit: object) -> None:
    (other,) = [u for u in measurement.other_units if u is unit]
    stored, entered = quantity(measurement.unit), quantity(other.name)
    if stored.dimensionality != entered.dimensionality:
        # Creatinine: the rounded factors that laboratories use, to within two parts in a thousand.
        entered = entered / CREATININE
        factor = (entered.to(stored.units) / stored).to("").magnitude
        assert abs(factor / other.factor - 1) < Decimal("0.002")
    else:
        assert (entered / stored).to("").magnitude == other.factor


def test_what_is_entered_in_two_common_units_is_known() -> None:
    assert {m.id for m, _ in PAIRS} >= {
        "creatinine", "upcr", "wbc", "neutrophils", "platelets", "haemoglobin",
        "nadir_wbc", "nadir_neutrophils",
    }  # fmt: skip


@given(number=st.decimals(min_value=1, max_value=9999, places=1))
def test_a_number_survives_the_way_there_and_back(number: Decimal) -> None:
    for measurement, other in PAIRS:
        there = measurement.stored(float(number), other.name)
        assert measurement.shown(there, other.name) == pytest.approx(float(number), rel=1e-12)
