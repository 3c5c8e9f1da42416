"""Whole explanations, as text and as Markdown, compared with what they are meant to say.

The files in ``tests/golden/`` were read line by line. After a change that is meant to be seen,
write them again with ``AUTOIMMUNE_CDS_WRITE_GOLDEN=1`` in the environment, and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.export import Report, as_markdown, as_text, consultation_report
from engine.trace import Kind
from rules import RULEBOOK
from tests import patients
from tests.consulting import PROFILE, consulted

FOLDER = Path(__file__).parents[1] / "golden"
WRITE_VARIABLE = "AUTOIMMUNE_CDS_WRITE_GOLDEN"

MISTYPED = {**patients.MS_UNTREATED, "age": 5, "severity": "severe", "kidney_failure": "no"}

PATIENTS: dict[str, tuple[dict[str, object], Kind]] = {
    "lupus-only-kidney-failure": (patients.ONLY_KIDNEY_FAILURE, Kind.MAY_BE_CONSIDERED),
    "lupus-mild": (patients.MILD_LUPUS, Kind.NOT_INDICATED),
    "lupus-resistant": (patients.RESISTANT_LUPUS, Kind.NOT_ENOUGH_DATA),
    "ms-untreated-mistyped": (MISTYPED, Kind.NOT_INDICATED),
    "gpa-untreated-danger": (patients.GPA_UNTREATED_DANGER, Kind.DOCUMENT_AMBIGUOUS),
    "vasculitis-other": (patients.BEHCET, Kind.DOCUMENT_AMBIGUOUS),
    "arthritis-exhausted": (patients.ARTHRITIS_EXHAUSTED, Kind.MAY_BE_CONSIDERED),
    "psoriasis": (patients.PSORIASIS, Kind.OUTSIDE_DOCUMENT),
    "empty": (patients.EMPTY, Kind.NOT_ENOUGH_DATA),
}


def report(findings: dict[str, object], *, full: bool = False) -> Report:
    warnings = PROFILE.read(findings).soft_warnings()
    return consultation_report(RULEBOOK, consulted(findings), warnings, full=full)


def compare(file: Path, written: str) -> None:
    """Compare with a golden file; the rule book's own version and hash may change."""
    steady = written.replace(RULEBOOK.content_hash, "HASH").replace(
        f"Rule book {RULEBOOK.version}", "Rule book VERSION"
    )
    if os.environ.get(WRITE_VARIABLE):
        assert not os.environ.get("CI"), "expectations are never written where they are checked"
        file.write_bytes(steady.encode())
    assert file.read_bytes().decode() == steady


@pytest.mark.parametrize("name", PATIENTS)
def test_the_text(name: str) -> None:
    compare(FOLDER / f"{name}.txt", as_text(report(PATIENTS[name][0])))


@pytest.mark.parametrize("name", PATIENTS)
def test_the_report(name: str) -> None:
    compare(FOLDER / f"{name}.md", as_markdown(report(PATIENTS[name][0])))


def test_the_whole_chain() -> None:
    findings = {**patients.SEVERE_LUPUS, "multidisciplinary_review": "done"}
    compare(FOLDER / "lupus-severe-full.txt", as_text(report(findings, full=True)))


@pytest.mark.parametrize("name", PATIENTS)
def test_the_verdict_is_the_one_that_is_meant(name: str) -> None:
    findings, kind = PATIENTS[name]
    assert consulted(findings).overall.kind is kind


def test_every_kind_that_the_document_can_give_is_among_them() -> None:
    assert {kind for _, kind in PATIENTS.values()} == set(Kind) - {Kind.EXCLUDED_OR_PAUSED}


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"{name}.{ending}" for name in PATIENTS for ending in ("txt", "md")}
    assert {file.name for file in FOLDER.iterdir() if file.is_file()} == wanted | {
        "lupus-severe-full.txt",
        "clauses.txt",  # compared in tests/rules/test_clauses.py
    }
