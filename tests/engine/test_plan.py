"""The monitoring plan: every entry on its day, what comes first, and what is already known."""

from __future__ import annotations

from datetime import date

import pytest

from engine.export.plan_report import plan_report
from engine.plan import (
    AT_EVERY_CONTACT,
    monitoring_plan,
    planned_drugs,
    regimens_for,
    still_to_measure,
)
from engine.plan_items import Regimen
from rules.full import FULL_RULEBOOK

REGIMENS = pytest.mark.parametrize("regimen", FULL_RULEBOOK.regimens, ids=lambda r: r.id)
EURO_LUPUS = FULL_RULEBOOK.regimens[0]


@REGIMENS
def test_rows_stand_in_the_order_of_days(regimen: Regimen) -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {}, regimen)
    days = [AT_EVERY_CONTACT if row.day is None else row.day for row in rows]
    assert days == sorted(days)
    assert len({(row.item, row.day) for row in rows}) == len(rows)
    assert all(row.date == "" for row in rows)


@REGIMENS
def test_every_row_is_complete_and_names_its_source(regimen: Regimen) -> None:
    for row in monitoring_plan(FULL_RULEBOOK, {}, regimen):
        assert row.what
        assert row.when
        assert row.why
        assert row.action
        assert row.source.endswith(")")


@REGIMENS
def test_with_nothing_known_everything_is_to_be_measured_first(regimen: Regimen) -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {}, regimen)
    first = [row for row in rows if row.measured_first]
    assert still_to_measure(rows) == tuple(first)
    assert len(first) >= 3
    assert all(row.day is not None and row.day < 0 for row in first)


def test_every_pulse_has_a_count_before_and_at_its_lowest() -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {}, EURO_LUPUS)
    days = {item: [r.day for r in rows if r.item == item] for item in {r.item for r in rows}}
    assert EURO_LUPUS.doses == (0, 14, 28, 42, 56, 70)
    assert days["cyc_counts_before"] == [dose - 2 for dose in EURO_LUPUS.doses]
    assert days["cyc_nadir"] == [dose + 10 for dose in EURO_LUPUS.doses]
    assert "cyc_tablet_counts" not in days


def test_the_heart_is_measured_before_every_dose_and_for_years_after() -> None:
    (regimen,) = regimens_for(FULL_RULEBOOK, "mitoxantrone")
    rows = monitoring_plan(FULL_RULEBOOK, {}, regimen)
    before = [row.day for row in rows if row.item == "mitox_heart_each"]
    after = [row.day for row in rows if row.item == "mitox_heart_after"]
    assert before == [dose - 7 for dose in regimen.doses]
    assert after == [regimen.doses[-1] + 365 * years for years in (1, 2, 3)]


def test_what_is_known_is_said_and_no_longer_missing() -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {"wbc": 5.5, "creatinine": 90.0}, EURO_LUPUS)
    known = {row.item: row.known for row in rows if row.known}
    assert known["cyc_counts_first"] == "White blood cells: 5.5 ×10⁹/L"
    assert known["cyc_kidney_first"] == "Serum creatinine: 90 µmol/L"
    assert {"cyc_counts_first", "cyc_kidney_first"}.isdisjoint(
        row.item for row in still_to_measure(rows)
    )


def test_a_start_gives_dates_and_no_clock_is_read() -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {}, EURO_LUPUS, date(2024, 2, 27))
    by_day = {row.day: row.date for row in rows}
    assert by_day[-7] == "2024-02-20"
    assert by_day[10] == "2024-03-08"
    assert by_day[None] == ""


def test_thresholds_carry_their_mark() -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {}, EURO_LUPUS)
    (nadir, *_) = (row for row in rows if row.item == "cyc_nadir")
    assert "Lowest white cells, first band: 3 ×10⁹/L (BSR-AAV, general knowledge" in nadir.threshold


def test_a_regimen_of_cyclophosphamide_names_its_total_with_source() -> None:
    totals = {each.id: each.total for each in FULL_RULEBOOK.regimens if each.total}
    assert totals["euro_lupus"] == "3 g"
    assert set(totals) == {each.id for each in regimens_for(FULL_RULEBOOK, "cyclophosphamide")}
    said = "Dose of the whole course: 3 g (ELNT, KDIGO-LN24, read at the source)."
    assert EURO_LUPUS.total_text == said
    report = plan_report(FULL_RULEBOOK, EURO_LUPUS, monitoring_plan(FULL_RULEBOOK, {}, EURO_LUPUS))
    assert said in report.lead
    (mitoxantrone,) = regimens_for(FULL_RULEBOOK, "mitoxantrone")
    assert mitoxantrone.total_text == ""


def test_both_drugs_have_regimens() -> None:
    assert [drug.value for drug in planned_drugs(FULL_RULEBOOK)] == [
        "cyclophosphamide",
        "mitoxantrone",
    ]
