"""``evaluate``: the document's own sentences, told as files, in every format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.consult import BANNER, consult, rerun
from engine.export import Answer
from engine.trace import Trace
from rules import RULEBOOK
from tests import patients
from tests.consulting import PROFILE, consulted
from tests.ui.command_line import Outcome, run

SETTINGS = """
format = 1
layers = ["document"]
[readings]
severe = "clinician"
[findings]
diagnosis = "multiple_sclerosis"
first_line_tried = "no"
age = {value = 40, unit = "years"}
"""


def evaluated(findings: dict[str, Any], *options: str) -> Outcome:
    return run("evaluate", "-", *options, stdin=json.dumps(findings).encode())


@pytest.mark.parametrize(
    ("findings", "kind", "drug"),
    [
        (patients.SEVERE_LUPUS, "may_be_considered", "cyclophosphamide"),
        (patients.ONLY_KIDNEY_FAILURE, "may_be_considered", "cyclophosphamide"),
        (patients.MILD_LUPUS, "not_indicated", "cyclophosphamide"),
        (patients.RESISTANT_LUPUS, "not_enough_data", "cyclophosphamide"),
        (patients.RESPONDING_LUPUS, "not_indicated", "cyclophosphamide"),
        (patients.MS_AFTER_FIRST_LINE, "may_be_considered", "mitoxantrone"),
        (patients.MS_UNTREATED, "not_indicated", "mitoxantrone"),
        (patients.GPA_INSUFFICIENT, "may_be_considered", "cyclophosphamide"),
        (patients.GPA_UNTREATED_DANGER, "document_ambiguous", "cyclophosphamide"),
        (patients.BEHCET, "document_ambiguous", "cyclophosphamide"),
        (patients.ARTHRITIS_EXHAUSTED, "may_be_considered", "chemotherapy_no_drug_named"),
        (patients.MYOPATHY_RAPID, "may_be_considered", "chemotherapy_no_drug_named"),
        (patients.PSORIASIS, "outside_document", None),
        (patients.NOT_AUTOIMMUNE, "outside_document", None),
        (patients.EMPTY, "not_enough_data", None),
    ],
)
def test_the_documents_sentences(findings: dict[str, Any], kind: str, drug: str | None) -> None:
    outcome = evaluated(findings, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    overall = json.loads(outcome.out)["overall"]
    assert (overall["kind"], overall["drug"]) == (kind, drug)


def test_the_text_tells_the_verdict_first_and_always_carries_the_banner() -> None:
    outcome = evaluated(patients.SEVERE_LUPUS)
    assert outcome.code == 0
    assert outcome.out.splitlines()[:3] == [
        BANNER,
        "",
        "May be considered: cyclophosphamide – severe lupus that threatens life.",
    ]


def test_full_adds_the_chain() -> None:
    short, full = evaluated(patients.SEVERE_LUPUS), evaluated(patients.SEVERE_LUPUS, "--full")
    assert "Rules that did not fire" not in short.out
    assert "Rules that did not fire" in full.out
    assert "blocked by Severity: severe – needs mild or moderate" in full.out


def test_markdown_is_a_report() -> None:
    outcome = evaluated(patients.MILD_LUPUS, "--format", "markdown")
    assert outcome.code == 0
    assert outcome.out.startswith(f"> **{BANNER}**\n\n# Not indicated by the document:")


def test_json_has_everything_that_is_promised() -> None:
    answer = json.loads(evaluated(patients.SEVERE_LUPUS, "--format", "json").out)
    trace = consulted(patients.SEVERE_LUPUS)
    assert answer["disclaimer"] == BANNER
    assert answer["rulebook"] == {"version": RULEBOOK.version, "hash": RULEBOOK.content_hash}
    assert answer["overall_reference"] is None
    assert {verdict["drug"] for verdict in answer["verdicts"]} == {d.value for d in RULEBOOK.drugs}
    assert {verdict["layer"] for verdict in answer["verdicts"]} == {"document"}
    assert answer["fired"] == list(trace.fired)
    assert answer["waiting_for"] == ["unresponsive_to_safer_therapy"]
    assert {flag["id"]: flag["state"] for flag in answer["flags"]} == {
        "infection_risk": None,
        "marrow_suppression_risk": None,
        "other_side_effects": None,
        "multidisciplinary_decision": "not_recorded",
        "close_monitoring": "not_recorded",
        "close_supervision": "not_recorded",
        "targeted_therapies": None,
    }
    assert all(flag["rules"] and flag["cites"] for flag in answer["flags"])
    implied = {f["finding"]: f["by"] for f in answer["facts"] if f["provenance"] == "implied"}
    assert implied == {"life_threatening": ["kidney_failure"]}


def test_json_is_read_back_by_its_own_model() -> None:
    written = evaluated(patients.GPA_UNTREATED_DANGER, "-f", "json").out
    assert Answer.model_validate_json(written).model_dump_json(indent=2) + "\n" == written


def test_an_empty_profile_waits_for_the_diagnosis_first() -> None:
    answer = json.loads(evaluated({}, "--format", "json").out)
    assert answer["waiting_for"][0] == "diagnosis"
    assert answer["overall"]["waiting_for"] == answer["waiting_for"]


def test_the_trace_comes_back_and_runs_again_to_the_same() -> None:
    outcome = evaluated(patients.BEHCET, "--format", "trace")
    trace = Trace.model_validate_json(outcome.out)
    assert trace == consult(RULEBOOK, PROFILE.read(patients.BEHCET).entries())
    assert rerun(RULEBOOK, trace) == trace


def test_what_looks_mistyped_and_what_does_not_apply_is_said() -> None:
    findings = {**patients.MS_UNTREATED, "age": 5, "severity": "severe"}
    text = evaluated(findings).out
    assert "Please look again\n  - age: Age is 5 years." in text
    assert "does not apply to this diagnosis\n  - Severity: severe" in text
    answer = json.loads(evaluated(findings, "--format", "json").out)
    assert [warning["field"] for warning in answer["warnings"]] == ["age"]
    assert [fact["finding"] for fact in answer["withheld"]] == ["severity"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("patient.json", '{"diagnosis": "multiple_sclerosis", "first_line_tried": "no"}'),
        ("patient.toml", 'diagnosis = "multiple_sclerosis"\nfirst_line_tried = false\n'),
        ("patient", 'diagnosis = "multiple_sclerosis"\nfirst_line_tried = "no"\n'),
        ("toml.json", 'diagnosis = "multiple_sclerosis"\r\nfirst_line_tried = "no"\r\n'),
        ("json.toml", '\n{"diagnosis": "multiple_sclerosis", "first_line_tried": false}'),
        ("mark.txt", '\ufeff{"diagnosis": "multiple_sclerosis", "first_line_tried": "no"}'),
        ("settings.toml", SETTINGS),
    ],
)
def test_the_content_decides_how_a_file_is_read(tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_bytes(content.encode())
    outcome = run("evaluate", str(file))
    assert outcome.code == 0
    assert "Not indicated by the document: mitoxantrone" in outcome.out


def test_readings_are_carried_to_the_answer() -> None:
    request = {"format": 1, "findings": patients.MILD_LUPUS, "readings": {"severe": "clinician"}}
    answer = json.loads(evaluated(request, "--format", "json").out)
    assert answer["readings"] == {"severe": "clinician"}


def test_an_unknown_format_is_refused_with_those_on_offer() -> None:
    outcome = evaluated({}, "--format", "xml")
    assert (outcome.code, outcome.out) == (2, "")
    assert all(name in outcome.err for name in ("text", "json", "markdown", "trace"))
