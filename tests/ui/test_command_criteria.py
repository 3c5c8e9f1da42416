"""Published criteria on the command line, and the plan."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.command_line import run

PREGNANT = {
    "diagnosis": "systemic_lupus_erythematosus",
    "severity": "severe",
    "unresponsive_to_safer_therapy": "yes",
    "nephritis_class": "iv",
    "pregnancy_status": "trimester_1",
}


def file(tmp_path: Path, content: object) -> str:
    path = tmp_path / "patient.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def test_criteria_stand_beside_the_document_when_asked_for(tmp_path: Path) -> None:
    name = file(tmp_path, PREGNANT)
    answer = json.loads(run("evaluate", name, "--criteria", "--format", "json").out)
    assert answer["overall"]["kind"] == "may_be_considered"
    assert answer["overall_reference"]["kind"] == "excluded_or_paused"
    assert answer["overall_reference"]["rules"] == ["RSAF-8"]
    assert "By published criteria" in answer["difference"]
    text = run("evaluate", name, "--criteria").out
    assert "By published criteria" in text
    assert "ACR-REPRO20" in text


def test_a_file_can_ask_for_them_and_the_command_can_refuse(tmp_path: Path) -> None:
    told = {"format": 1, "findings": PREGNANT, "layers": ["document", "reference"]}
    name = file(tmp_path, told)
    assert json.loads(run("evaluate", name, "-f", "json").out)["overall_reference"]
    alone = json.loads(run("evaluate", name, "-f", "json", "--no-criteria").out)
    assert alone["overall_reference"] is None
    assert "2 facts are read by published criteria only" in alone["warnings"][0]["wrong"]


def test_another_reading_gives_a_row_of_its_own(tmp_path: Path) -> None:
    told = {
        "format": 1,
        "findings": PREGNANT | {"severity": "mild", "pregnancy_status": "not_pregnant"},
        "layers": ["reference"],
        "readings": {"severe": "criteria"},
    }
    answer = json.loads(run("evaluate", file(tmp_path, told), "-f", "json").out)
    assert answer["overall"]["kind"] == "not_indicated"
    assert answer["reread"]["kind"] == "may_be_considered"
    text = run("evaluate", file(tmp_path, told)).out
    assert "The document, read otherwise" in text


@pytest.mark.parametrize("written", ["text", "markdown", "json"])
def test_a_plan_is_a_table_by_day(written: str) -> None:
    outcome = run("plan", "euro_lupus", "--start", "2026-12-01", "--format", written)
    assert (outcome.code, outcome.err) == (0, "")
    for words in ("2026-12-11", "day 10 after each pulse", "Educational prototype"):
        assert words in " ".join(outcome.out.split())


def test_a_plan_says_what_is_known(tmp_path: Path) -> None:
    out = run("plan", "pulse_per_kg", "-p", file(tmp_path, {"wbc": 5.5}), "-f", "json").out
    rows = json.loads(out)["rows"]
    assert any("White blood cells: 5.5" in row["known"] for row in rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plan", "euro"], "euro_lupus"),
        (["plan", "euro_lupus", "--start", "1.12.2026"], "Give year, month and day"),
    ],
)
def test_what_is_wrong_is_said(words: list[str], said: str) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert said in outcome.err


def test_a_source_is_shown_with_what_rests_on_it() -> None:
    outcome = run("sources", "show", "MITOX-EU")
    assert outcome.code == 0
    assert "RMIT-12" in outcome.out
    assert "72 mg/m²" in outcome.out
    assert "ACR-LN24" in run("sources", "list").out


def test_a_plan_for_a_patient_opens_with_the_verdict(tmp_path: Path) -> None:
    told = {"diagnosis": "multiple_sclerosis", "region": "us", "prior_mitoxantrone": 132}
    name = file(tmp_path, told)
    out = " ".join(run("plan", "mitoxantrone_12", "-p", name).out.split())
    assert "By published criteria: Excluded or paused: mitoxantrone – the next dose would" in out
    assert "Known, and beyond a threshold - Mitoxantrone after the next dose: 144 mg/m²" in out
    answer = json.loads(run("plan", "mitoxantrone_12", "-p", name, "-f", "json").out)
    assert answer["verdict"]["kind"] == "excluded_or_paused"
    assert len(answer["beyond_thresholds"]) == 1
    alone = json.loads(run("plan", "mitoxantrone_12", "-f", "json").out)
    assert (alone["verdict"], alone["beyond_thresholds"]) == (None, [])


def test_a_start_that_is_no_date_is_not_blamed_on_the_patient() -> None:
    outcome = run("plan", "euro_lupus", "--start", "1st of May")
    assert (outcome.code, outcome.out) == (2, "")
    assert "There is a problem with what was entered" in outcome.err
    assert "--start: It is not a date." in outcome.err
    assert "patient" not in outcome.err
