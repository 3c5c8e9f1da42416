"""The monitoring plan: every entry on its day, what comes first, and what is already known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import combinations

import pytest

from engine.conditions import IsNotKnown, Value, walk
from engine.consult import consult
from engine.export import as_markdown, as_text
from engine.export.plan_report import UNCHANGED, plan_report
from engine.plan import (
    AT_EVERY_CONTACT,
    beyond_thresholds,
    monitoring_plan,
    regimens_for,
    still_to_measure,
)
from engine.plan_items import Regimen
from engine.rule import Advice, Rule, Stance
from rules.full import FULL_RULEBOOK
from rules.vocabulary.treatment_options import Medicine

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
    before = [row.day for row in rows if row.item in {"mitox_heart_first", "mitox_heart_each"}]
    after = [row for row in rows if row.item == "mitox_heart_after"]
    assert before == [dose - 7 for dose in regimen.doses]
    assert [row.day for row in after] == [
        regimen.doses[-1] + 365 * years for years in (1, 2, 3, 4, 5)
    ]
    assert [row.when.endswith(", and so on") for row in after] == [False] * 4 + [True]


def test_what_goes_on_says_so_on_its_last_day_only() -> None:
    for regimen in FULL_RULEBOOK.regimens:
        rows = monitoring_plan(FULL_RULEBOOK, {}, regimen)
        ends = [row for row in rows if row.when.endswith(", and so on")]
        going_on = {item.id for item in FULL_RULEBOOK.plan_items if item.when.and_so_on}
        assert {row.item for row in ends} == going_on & {row.item for row in rows}
        assert len(ends) == len({row.item for row in ends})


@REGIMENS
def test_nothing_is_measured_twice_on_one_day(regimen: Regimen) -> None:
    """A check before the first dose covers what is measured again before each further one."""
    rows = monitoring_plan(FULL_RULEBOOK, {}, regimen)
    measured = {item.id: set(item.findings) for item in FULL_RULEBOOK.plan_items}
    by_day: dict[int | None, list[str]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row.item)
    for items in by_day.values():
        for one, other in combinations(items, 2):
            assert not measured[one] & measured[other], (one, other)


def missing(known: Mapping[str, Value], regimen: Regimen = EURO_LUPUS) -> set[str]:
    """The checks before treatment of which something is left."""
    return {row.item for row in still_to_measure(monitoring_plan(FULL_RULEBOOK, known, regimen))}


def test_what_is_known_is_said_and_is_missing_until_all_of_it_is() -> None:
    some = {"wbc": 5.5, "creatinine": 90.0}
    known = {r.item: r.known for r in monitoring_plan(FULL_RULEBOOK, some, EURO_LUPUS) if r.known}
    assert known["cyc_counts_first"] == "White blood cells: 5.5 ×10⁹/L"
    assert known["cyc_kidney_first"] == "Serum creatinine: 90 µmol/L"
    assert {"cyc_counts_first", "cyc_kidney_first"} <= missing(some)
    assert "cyc_kidney_first" not in missing(some | {"egfr": 70.0})
    counts = {"wbc": 5.5, "neutrophils": 4.0, "platelets": 200.0}
    assert "cyc_counts_first" not in missing(counts)
    assert "cyc_counts_first" in missing(counts | {"platelets": 99.0})
    assert "cyc_counts_first" not in missing(
        counts | {"platelets": 99.0, "cytopenia_cause": "drug"}
    )


@pytest.mark.parametrize(
    ("item", "settled", "hidden"),
    [
        ("mitox_heart_first",
         {"lvef": 60.0, "heart_failure_history": False,
          "anthracycline_or_chest_radiotherapy": False, "baseline_checks.ecg": True},
         ("lvef", "heart_failure_history", "baseline_checks.ecg")),
        ("mitox_dose_first",
         {"prior_mitoxantrone": 0.0, "mitoxantrone_course": "never", "region": "eu",
          "malignancy": "none", "height": 170.0, "weight": 70.0},
         ("prior_mitoxantrone", "weight", "region")),
        ("mitox_counts_first", {"wbc": 6.0, "neutrophils": 4.0, "platelets": 200.0},
         ("wbc", "neutrophils", "platelets")),
        ("mitox_liver_first", {"alt": 1.0}, ("alt",)),
        ("mitox_pregnancy_first",
         {"pregnancy_possible": True, "pregnancy_status": "not_pregnant",
          "contraception_effective": True},
         ("pregnancy_status", "contraception_effective")),
        ("mitox_pregnancy_first", {"pregnancy_possible": False}, ("pregnancy_possible",)),
        ("mitox_allergies_first",
         {"hypersensitivity.mitoxantrone": False, "hypersensitivity.sulfite": False},
         ("hypersensitivity.mitoxantrone", "hypersensitivity.sulfite")),
        ("mitox_infection_first", {"active_infection": "none", "temperature": 36.8},
         ("active_infection", "temperature")),
        ("mitox_screening_first", {"hepatitis_b": "negative", "tuberculosis": "negative"},
         ("hepatitis_b", "tuberculosis")),
    ],
)  # fmt: skip
def test_one_answer_never_hides_another_that_is_missing(
    item: str, settled: dict[str, Value], hidden: tuple[str, ...]
) -> None:
    (regimen,) = regimens_for(FULL_RULEBOOK, "mitoxantrone")
    assert item not in missing(settled, regimen)
    for name in hidden:
        assert item in missing({n: v for n, v in settled.items() if n != name}, regimen)


def test_a_borderline_heart_asks_for_the_limit_of_the_laboratory() -> None:
    (regimen,) = regimens_for(FULL_RULEBOOK, "mitoxantrone")
    heart = {
        "heart_failure_history": False, "anthracycline_or_chest_radiotherapy": False,
        "baseline_checks.ecg": True,
    }  # fmt: skip
    assert "mitox_heart_first" in missing(heart | {"lvef": 52.0}, regimen)
    assert "mitox_heart_first" not in missing(
        heart | {"lvef": 52.0, "lvef_lower_limit": 50.0}, regimen
    )


def test_a_check_that_was_not_done_is_still_to_be_done() -> None:
    done = {f"baseline_checks.{each}": True for each in (
        "hiv", "hepatitis_c", "varicella", "chest_x_ray", "ecg", "immunoglobulins")}  # fmt: skip
    assert "cyc_other_screens_first" not in missing(done)
    assert "cyc_other_screens_first" in missing(done | {"baseline_checks.hiv": False})
    assert "cyc_pneumocystis_first" in missing({"pneumocystis_prophylaxis": "not_planned"})
    assert "cyc_pneumocystis_first" not in missing({"pneumocystis_prophylaxis": "planned"})


def test_signs_of_heart_failure_are_measured_at_once() -> None:
    (regimen,) = regimens_for(FULL_RULEBOOK, "mitoxantrone")
    rows = monitoring_plan(FULL_RULEBOOK, {}, regimen)
    assert "at once" in next(r.action for r in rows if r.item == "mitox_every_contact")
    assert not any(": 0 points" in row.threshold for row in rows)


def test_a_start_gives_dates_and_no_clock_is_read() -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {}, EURO_LUPUS, date(2024, 2, 27))
    by_day = {row.day: row.date for row in rows}
    assert by_day[-7] == "2024-02-20"
    assert by_day[10] == "2024-03-08"
    assert by_day[None] == ""


def test_thresholds_carry_their_mark() -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {}, EURO_LUPUS)
    (nadir, *_) = (row for row in rows if row.item == "cyc_nadir")
    for words in (
        "below 1, or neutrophils below 0.5 ×10⁹/L: stop, and the team decides",
        "from 1 to below 2, or neutrophils from 0.5 to below 1.0 ×10⁹/L: next dose 40 % lower",
        "from 2 to below 3, or neutrophils from 1.0 to below 1.5 ×10⁹/L: next dose 20 % lower",
        "(BSR-AAV, general knowledge",
    ):
        assert words in nadir.threshold


def test_every_threshold_of_a_count_says_what_is_done() -> None:
    for regimen in regimens_for(FULL_RULEBOOK, "cyclophosphamide"):
        rows = monitoring_plan(FULL_RULEBOOK, {}, regimen)
        counts = [r for r in rows if r.item in {"cyc_counts_before", "cyc_tablet_counts"}]
        assert counts
        for row in counts:
            for words in (
                r"White blood cells below 4 ×10⁹/L: (postponed|stop)",
                r"[Nn]eutrophils at most 1\.5 ×10⁹/L: (not given|stop)",
                r"[Pp]latelets below 50 ×10⁹/L: (not given|stop)",
            ):
                assert re.search(words, row.threshold), (words, row.threshold)


def test_tablets_are_taken_every_day_and_the_bladder_is_protected() -> None:
    (tablets,) = (r for r in FULL_RULEBOOK.regimens if r.id == "oral_daily")
    assert tablets.days_text == "A dose every day from day 0 to day 91."
    assert EURO_LUPUS.days_text == "Days of doses: 0, 14, 28, 42, 56, 70."
    rows = monitoring_plan(FULL_RULEBOOK, {}, tablets)
    (bladder,) = (row for row in rows if row.item == "cyc_bladder_tablets")
    assert (bladder.day, bladder.when) == (0, "every day of tablets, and so on")
    assert "cyc_bladder_day" not in {row.item for row in rows}


def test_a_list_is_known_in_one_piece() -> None:
    names = [f"medicines.{each.value}" for each in Medicine]

    def said(known: Mapping[str, Value]) -> str:
        rows = monitoring_plan(FULL_RULEBOOK, known, EURO_LUPUS)
        return next(row.known for row in rows if row.item == "cyc_history_first")

    none = dict.fromkeys(names, False)
    assert said(none) == "Other medicines: none"
    some = none | {"medicines.allopurinol": True, "medicines.azathioprine": True}
    assert said(some) == "Other medicines: allopurinol and azathioprine"
    assert said({"medicines.warfarin": True}) == "Other medicines: warfarin, the others unknown"
    (regimen,) = regimens_for(FULL_RULEBOOK, "mitoxantrone")
    rows = monitoring_plan(
        FULL_RULEBOOK,
        {"hypersensitivity.mitoxantrone": False, "hypersensitivity.sulfite": False},
        regimen,
    )
    known = next(row.known for row in rows if row.item == "mitox_allergies_first")
    assert known == "Hypersensitivity: not mitoxantrone or sulfite"


BEYOND: tuple[tuple[dict[str, Value], str, str], ...] = (
    (
        {"neutrophils": 0.8},
        "euro_lupus",
        (
            "Neutrophils: 0.8 ×10⁹/L – at most 1.5 ×10⁹/L (CYC-US, general knowledge, check the "
            "source) – not given or left to the team, by its cause"
        ),
    ),
    (
        {"neutrophils": 0.4},
        "euro_lupus",
        (
            "Neutrophils: 0.4 ×10⁹/L – below 0.5 ×10⁹/L (CYC-US, general knowledge, check the "
            "source) – not given, whatever the cause"
        ),
    ),
    (
        {"lvef": 49.0},
        "mitoxantrone_12",
        (
            "Left ventricular ejection fraction: 49 % – below 50 % (MITOX-NOV, read in a secondary "
            "source) – not given"
        ),
    ),
    ({"lvef": 50.0, "neutrophils": 1.6}, "mitoxantrone_12", ""),
    (
        {"mitoxantrone_after_next": 144.0, "region": "us"},
        "mitoxantrone_12",
        (
            "Mitoxantrone after the next dose: 144 mg/m² – total after the next dose above 140 "
            "mg/m², anywhere (MITOX-LATER and MITOX-US) – not given"
        ),
    ),
    ({"mitoxantrone_after_next": 84.0, "region": "us"}, "mitoxantrone_12", ""),
    (
        {"pregnancy_status": "trimester_1"},
        "oral_daily",
        "Pregnancy: pregnant, first trimester – not given; obstetrics and the team",
    ),
    (
        {"nadir_wbc": 2.5, "nadir_neutrophils": 0.4},
        "euro_lupus",
        (
            "Lowest neutrophils since the last dose: 0.4 ×10⁹/L – lowest white cells below 1, or "
            "neutrophils below 0.5 ×10⁹/L (BSR-AAV, general knowledge of moderate confidence, "
            "check the source) – stop, and the team decides"
        ),
    ),
    ({"wbc": 4.0, "platelets": 100.0, "temperature": 37.9}, "euro_lupus", ""),
)


@pytest.mark.parametrize(("known", "regimen", "said"), BEYOND)
def test_what_is_beyond_a_threshold_is_said(
    known: dict[str, Value], regimen: str, said: str
) -> None:
    (chosen,) = (each for each in FULL_RULEBOOK.regimens if each.id == regimen)
    assert beyond_thresholds(FULL_RULEBOOK, known, chosen) == ((said,) if said else ())
    crossed = {
        text for row in monitoring_plan(FULL_RULEBOOK, known, chosen) for text in row.crossed
    }
    assert crossed <= {said}


STOPS = [
    rule
    for rule in FULL_RULEBOOK.rules
    if isinstance(rule.then, Advice) and rule.then.stance in {Stance.STOP, Stance.WITHHELD}
]
ASKED = {
    rule: {node.finding for _, node in walk(rule.when) if isinstance(node, IsNotKnown)}
    for rule in STOPS
}
"""For each rule that stops a drug, the findings whose absence alone makes it do so."""


@pytest.mark.parametrize("rule", [rule for rule in STOPS if ASKED[rule]], ids=lambda rule: rule.id)
def test_what_is_missing_and_keeps_a_drug_back_is_measured_first(rule: Rule) -> None:
    assert isinstance(rule.then, Advice)
    for example in rule.examples:
        trace = consult(FULL_RULEBOOK, {fact.finding: fact.value for fact in example.facts})
        known = {fact.finding: fact.value for fact in trace.facts}
        for regimen in regimens_for(FULL_RULEBOOK, rule.then.drug.value):
            rows = still_to_measure(monitoring_plan(FULL_RULEBOOK, known, regimen))
            items = {row.item for row in rows}
            first = {
                x for item in FULL_RULEBOOK.plan_items if item.id in items for x in item.findings
            }
            assert not example.fires or first >= ASKED[rule]


@pytest.mark.parametrize(
    "rule", [rule for rule in STOPS if not ASKED[rule]], ids=lambda rule: rule.id
)
def test_whatever_stops_a_drug_is_beyond_a_threshold_of_its_plan(rule: Rule) -> None:
    assert isinstance(rule.then, Advice)
    regimens = regimens_for(FULL_RULEBOOK, rule.then.drug.value)
    for example in rule.examples:
        trace = consult(FULL_RULEBOOK, {fact.finding: fact.value for fact in example.facts})
        known = {fact.finding: fact.value for fact in trace.facts}
        said = [beyond_thresholds(FULL_RULEBOOK, known, regimen) for regimen in regimens]
        assert any(said) or not example.fires, example


def report(findings: dict[str, Value], regimen: Regimen) -> str:
    trace = consult(FULL_RULEBOOK, findings)
    known = {fact.finding: fact.value for fact in trace.facts}
    rows = monitoring_plan(FULL_RULEBOOK, known, regimen)
    return as_text(plan_report(FULL_RULEBOOK, regimen, rows, trace))


def test_a_plan_for_a_patient_opens_with_the_verdict_on_its_drug() -> None:
    (mitoxantrone,) = regimens_for(FULL_RULEBOOK, "mitoxantrone")
    sclerosis: dict[str, Value] = {"diagnosis": "multiple_sclerosis"}
    lines = report(sclerosis | {"lvef": 49.0}, mitoxantrone).splitlines()
    lead = " ".join(lines[2:9])
    assert "By published criteria: Excluded or paused: mitoxantrone – ejection fraction" in lead
    assert "Decided by RMIT-5, ejection fraction below 50 %" in lead
    assert UNCHANGED in lead
    assert lines.index("Known, and beyond a threshold") < lines.index("To be measured first")
    assert "No published criterion here: nothing on cyclophosphamide" in report(
        sclerosis, EURO_LUPUS
    )
    plain = as_text(plan_report(FULL_RULEBOOK, EURO_LUPUS, ()))
    assert "By published criteria" not in plain
    assert UNCHANGED not in plain


def test_a_plan_in_markdown_is_a_table() -> None:
    rows = monitoring_plan(FULL_RULEBOOK, {}, EURO_LUPUS)
    lines = as_markdown(plan_report(FULL_RULEBOOK, EURO_LUPUS, rows)).splitlines()
    table = [line for line in lines if line.startswith("| ")]
    assert table[0] == "| Day | When | What | Why | Threshold | Action | Source |"
    assert len(table) == len(rows) + 2
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {8}
