"""What published criteria add to a report: only what is known is said of the patient."""

from __future__ import annotations

from typing import Any

import pytest

from engine.consult import consult
from engine.export import as_markdown, as_text, consultation_report
from engine.export.card import cards
from engine.export.criteria import COULD_DECIDE
from engine.export.web_page import as_web_page
from engine.reasons import proofs_of
from engine.rule import Topic
from engine.trace import Kind, Trace
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from tests import patients
from tests.rules.reference.everyone import patients as everyone
from tests.rules.reference.told import NEPHRITIS, OPEN_CONTRACEPTION, consulted

BOOK = FULL_RULEBOOK
LUNGS_BLEED = {
    "diagnosis": "granulomatosis_with_polyangiitis",
    "age": 36,
    "organ_threats": ["alveolar_haemorrhage"],
    "spo2": 80,
    "creatinine": 90.0,
    "pregnancy_possible": "yes",
    "severity": "severe",
    "life_threatening": "yes",
}


def one_line(text: str) -> str:
    return " ".join(text.split())


def text(trace: Trace, *, full: bool = False) -> str:
    return one_line(as_text(consultation_report(BOOK, trace, full=full)))


def part(findings: dict[str, Any], title: str) -> str:
    """One part of the report, on one line; empty where there is none."""
    written = as_text(consultation_report(BOOK, consulted(findings)))
    blocks = written.split("\n\n")
    found = [block for block in blocks if block.splitlines()[0].strip() == title]
    return one_line(found[-1]) if found else ""


def test_a_rule_that_merely_waits_says_nothing_of_the_patient() -> None:
    trace = consulted(LUNGS_BLEED)
    verdict = trace.overall_reference
    assert verdict is not None
    assert verdict.kind is Kind.NOT_ENOUGH_DATA
    written = text(trace)
    assert "cyclophosphamide is contraindicated" not in written
    assert "RSAF-8" not in written
    assert COULD_DECIDE not in written
    assert "Why " not in written.partition("Published criteria ")[2].partition("Sources")[0]
    whole = text(trace, full=True)
    head, _, rest = whole.partition(COULD_DECIDE)
    assert "RSAF-8, first trimester or breastfeeding" not in head
    assert rest.lstrip().startswith("- RSAF-1, ")
    assert BOOK.rule["RSAF-8"].because not in rest.partition("Calculated doses")[0]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_waits_is_never_said_of_anybody(seed: int) -> None:
    for entries in everyone(15, seed + 7000):
        trace = consult(BOOK, entries)
        written = text(trace)
        proofs = proofs_of(trace)
        for rule in BOOK.rules:
            if proofs[rule.id].truth is Truth.UNKNOWN:
                assert f"{rule.id}, {rule.title}:" not in written, rule.id


def test_what_keeps_a_verdict_open_is_said_where_it_is_known() -> None:
    open_ = NEPHRITIS | OPEN_CONTRACEPTION
    assert "RSAF-14, pregnancy possible, contraception not in place" in part(open_, "Why")
    assert part(open_, "Because")


def test_what_cannot_wait_stands_directly_under_the_headline_and_once() -> None:
    trace = consulted(LUNGS_BLEED)
    (urgent,) = [flag for flag in trace.flags if flag.topic == Topic.URGENT]
    report = consultation_report(BOOK, trace)
    assert report.lead[0].startswith(f"Now: {urgent.text} (RGOV-9; ")
    for written in (as_text(report), as_markdown(report), as_web_page(report)):
        assert one_line(written).count(one_line(urgent.text)) == 1
    (_, criteria) = cards(BOOK, trace)["cards"]
    lines = criteria["detail"].splitlines()
    assert lines[2].startswith("- Now: Life is in danger")


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_whose_verdict_it_is_is_said_once(findings: dict[str, Any]) -> None:
    trace = consulted(findings)
    report = consultation_report(BOOK, trace)
    (line,) = [each for each in report.lead if "ublish" in each and not each.startswith("Now")]
    assert line.lower().count("publish") == 1
    titles = [part.title for part in report.parts if not part.is_empty]
    assert [title for title in titles if "ublished" in title] == ["Published criteria"]
    at = titles.index("Published criteria")
    below = [part.below for part in report.parts if not part.is_empty]
    assert below == [False] * (at + 1) + [True] * (len(titles) - at - 1)


def test_topics_are_headings_under_one() -> None:
    written = as_markdown(consultation_report(BOOK, consulted(LUNGS_BLEED)))
    headings = [line for line in written.splitlines() if line.startswith("#")]
    at = headings.index("## Published criteria")
    assert headings[at + 1] == "### Waits for"
    assert {"### Monitoring", "### Team decision", "### Prevention", "### Sources"} <= set(
        headings[at:]
    )
    assert all(heading.startswith("### ") for heading in headings[at + 1 :])
    page = as_web_page(consultation_report(BOOK, consulted(LUNGS_BLEED)))
    assert "<h3>Waits for</h3>" in page


def test_doses_are_shown_with_formula_and_mark_where_they_are_known() -> None:
    vasculitis = LUNGS_BLEED | {"age": 64, "weight": 70, "creatinine": 160, "egfr": 40}
    said = part(vasculitis, "Calculated doses")
    assert "by the CYCLOPS table: 875 mg (CYCLOPS-TAB, general knowledge, check the" in said
    assert "by the KDIGO reduction: 875 mg (KDIGO-AAV24, read in a secondary source)" in said
    assert "Formula: KDIGO reduction by age" in said
    assert "From: Weight 70 kg; Age 64 years; Serum creatinine 160 µmol/L." in said
    assert "1200 mg (EDREN, read in a secondary source)" in said
    beyond = part(vasculitis | {"creatinine": 520}, "Calculated doses")
    assert "by the CYCLOPS table: the formula does not cover these values" in beyond


def test_what_a_dose_still_needs_is_named() -> None:
    said = part({k: v for k, v in LUNGS_BLEED.items() if k != "creatinine"}, "Calculated doses")
    assert "CYCLOPS table: cannot be calculated yet; unknown: weight and serum creatinine" in said
    assert "filtration rate (or serum creatinine and sex at birth, to calculate it)" in said
    assert "Formula" not in said


def test_no_dose_is_shown_where_it_means_nothing() -> None:
    assert not part({"diagnosis": patients.SLE}, "Calculated doses")
    assert not part(LUNGS_BLEED | {"planned_regimen": "euro_lupus"}, "Calculated doses")
    assert not part({"diagnosis": patients.MS}, "Calculated doses")


def test_the_total_after_the_next_dose_of_mitoxantrone_stands_beside_the_caps() -> None:
    said = part(
        {"diagnosis": patients.MS, "region": "us", "prior_mitoxantrone": 132}, "Calculated doses"
    )
    assert "Mitoxantrone after the next dose: 144 mg/m² (MITOX-LATER" in said
    assert "140 mg/m² (MITOX-LATER and MITOX-US)" in said
    assert "72 mg/m² (MITOX-EU, read in a secondary source)" in said
