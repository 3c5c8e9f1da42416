"""Which questions are shown: by diagnosis, by search, by answer."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import Problem
from engine.findings import Finding
from rules import RULEBOOK
from rules.vocabulary.full import FULL_VOCABULARY
from rules.vocabulary.options import Diagnosis
from tests import patients
from tests.engine import toy
from ui.consultation import consulted
from ui.findings_shown import Overview, Show, findings_named, listed, matching, overview

VOCABULARY = RULEBOOK.vocabulary


def seen(**answers: Any) -> Overview:
    return overview(VOCABULARY, answers, {}, answers.get("diagnosis"), consulted(answers, {}, {}))


def ids(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.id for finding in findings]


def test_without_a_diagnosis_every_question_is_asked() -> None:
    found = seen()
    assert found.findings == VOCABULARY.findings
    assert found.sections == VOCABULARY.sections
    assert found.known == frozenset()


@pytest.mark.parametrize("diagnosis", list(Diagnosis))
def test_with_a_diagnosis_only_what_applies(diagnosis: Diagnosis) -> None:
    found = seen(diagnosis=diagnosis.value)
    for finding in VOCABULARY.findings:
        assert (finding in found.findings) is VOCABULARY.applies(finding, diagnosis.value)
    assert [f for section in found.sections for f in found.within(section)] == list(found.findings)


def test_what_is_implied_counts_as_known() -> None:
    found = seen(**patients.ONLY_KIDNEY_FAILURE)
    assert found.known == {"diagnosis", "kidney_failure", "life_threatening", "severity"}
    assert found.answered(found.findings) == 4


def test_answers_that_do_not_apply_are_kept_apart() -> None:
    found = seen(diagnosis=patients.MS, kidney_failure="yes")
    assert ids(found.unused) == ["kidney_failure"]
    assert "kidney_failure" not in ids(found.findings)
    assert found.known == {"diagnosis"}


def test_an_entry_to_be_mended_is_shown_whatever_the_diagnosis() -> None:
    answers = {"diagnosis": patients.MS}
    refused = {"severity": "awful"}
    found = overview(VOCABULARY, answers, refused, patients.MS, consulted(answers, refused, {}))
    assert "severity" in ids(found.findings)
    assert "severity" not in found.known


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kidney", "kidney_failure"),
        ("RENAL", "kidney_failure"),
        ("MDT", "multidisciplinary_review"),
        ("refractory", "unresponsive_to_safer_therapy"),
        ("behcet", "diagnosis"),
        ("Behçet", "diagnosis"),
        ("azathioprine", "response_to_conventional_immunosuppressants"),
        ("not tried conventional", "response_to_conventional_immunosuppressants"),
        ("how old", "age"),
        ("  weighed   benefits ", "multidisciplinary_review"),
    ],
)
def test_search_finds_by_label_question_help_synonym_and_answer(query: str, expected: str) -> None:
    assert expected in ids(matching(VOCABULARY.findings, query))


def test_search_finds_nothing_where_there_is_nothing() -> None:
    assert matching(VOCABULARY.findings, "zebra") == ()
    assert matching(VOCABULARY.findings, "kidney zebra") == ()
    assert matching(VOCABULARY.findings, " ") == VOCABULARY.findings


def test_filters_part_the_questions() -> None:
    found = seen(**patients.ONLY_KIDNEY_FAILURE)
    known, unknown = listed(found, Show.KNOWN), listed(found, Show.UNKNOWN)
    assert set(ids(known)) == found.known
    assert set(known) | set(unknown) == set(listed(found, Show.ALL)) == set(found.findings)
    assert not set(known) & set(unknown)


def test_the_findings_that_problems_name_each_once() -> None:
    problems = (
        Problem("severity, age", "", ""),
        Problem("age", "", ""),
        Problem("", "", ""),
        Problem("old_field", "", ""),
    )
    assert findings_named(VOCABULARY, problems) == ["severity", "age", "old_field"]


def test_a_member_of_a_set_leads_to_its_finding() -> None:
    problems = (Problem("signs.spots", "", ""),)
    assert findings_named(toy.VOCABULARY, problems) == ["signs"]


@pytest.mark.parametrize("query", ["treatments", "tacrolimus", "weeks taken", "not tolerated"])
def test_search_finds_a_table_by_its_rows_and_columns(query: str) -> None:
    assert "treatments" in ids(matching(FULL_VOCABULARY.findings, query))
