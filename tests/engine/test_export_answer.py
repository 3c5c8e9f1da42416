"""The answer as data: complete, true to the trace, and the same after a trip through JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from engine.consult import BANNER
from engine.errors import Problem
from engine.export import Answer, answer
from engine.trace import Kind
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted

KEYS = {
    "disclaimer",
    "rulebook",
    "overall",
    "overall_reference",
    "difference",
    "reread",
    "verdicts",
    "flags",
    "fired",
    "waiting_for",
    "facts",
    "withheld",
    "unknown",
    "readings",
    "warnings",
}
VERDICT_KEYS = {
    "layer",
    "drug",
    "drug_label",
    "kind",
    "label",
    "summary",
    "rules",
    "cites",
    "waiting_for",
    "assumptions",
}


def data(findings: dict[str, Any], *warnings: Problem) -> dict[str, Any]:
    written = answer(RULEBOOK, consulted(findings), warnings).model_dump_json()
    assert Answer.model_validate_json(written) == answer(RULEBOOK, consulted(findings), warnings)
    loaded = json.loads(written)
    assert isinstance(loaded, dict)
    return loaded


@pytest.mark.parametrize("name", patients.EVERYONE)
def test_every_answer_is_complete_and_true_to_the_trace(name: str) -> None:
    found, trace = data(patients.EVERYONE[name]), consulted(patients.EVERYONE[name])
    assert set(found) == KEYS
    assert found["disclaimer"] == BANNER
    assert found["rulebook"] == {"version": RULEBOOK.version, "hash": RULEBOOK.content_hash}
    assert found["overall_reference"] is None
    assert found["difference"] is None
    assert found["reread"] is None
    assert [v["drug"] for v in found["verdicts"]] == [drug.value for drug in RULEBOOK.drugs]
    for verdict in (found["overall"], *found["verdicts"]):
        assert set(verdict) == VERDICT_KEYS
        assert verdict["label"] == Kind.of(verdict["kind"]).label
        assert len(verdict["summary"]) <= 140
        assert (verdict["drug"] is None) is (verdict["drug_label"] is None)
        assert set(verdict["cites"]) <= set(RULEBOOK.statement)
    assert found["fired"] == list(trace.fired)
    assert set(found["overall"]["rules"]) <= set(RULEBOOK.rule)
    assert set(found["waiting_for"]) <= set(found["unknown"])
    known = {fact["finding"] for fact in found["facts"]}
    assert not known & set(found["unknown"])
    for flag in found["flags"]:
        assert set(flag) == {"id", "layer", "topic", "text", "state", "rules", "cites"}


def test_there_are_patients_to_try() -> None:
    kinds = {data(findings)["overall"]["kind"] for findings in patients.EVERYONE.values()}
    assert kinds == {kind.value for kind in Kind} - {"excluded_or_paused"}


def test_the_label_of_a_drug_that_the_document_does_not_name() -> None:
    overall = data(patients.ARTHRITIS_EXHAUSTED)["overall"]
    assert overall["drug"] == "chemotherapy_no_drug_named"
    assert overall["drug_label"] == "chemotherapy (no drug named)"


def test_an_assumption_gives_both_readings() -> None:
    assumptions = data(patients.GPA_UNTREATED_DANGER)["overall"]["assumptions"]
    assert {a["rule"] for a in assumptions} == {"VAS-4", "INT-1"}
    assert all(set(a) == {"rule", "words", "chosen", "other", "cites"} for a in assumptions)


def test_what_is_implied_says_from_what_and_why() -> None:
    facts = {f["finding"]: f for f in data(patients.ONLY_KIDNEY_FAILURE)["facts"]}
    assert facts["kidney_failure"]["provenance"] == "entered"
    assert facts["life_threatening"]["provenance"] == "implied"
    assert facts["life_threatening"]["by"] == ["kidney_failure"]
    assert facts["life_threatening"]["because"]


def test_what_does_not_apply_is_withheld_and_warnings_are_passed_on() -> None:
    warning = Problem("age", "Age is 3 years.", "That is unusual. Is it typed correctly?")
    found = data({**patients.MS_UNTREATED, "severity": "severe"}, warning)
    assert [fact["finding"] for fact in found["withheld"]] == ["severity"]
    assert found["warnings"] == [
        {"field": "age", "wrong": "Age is 3 years.", "mend": warning.mend},
    ]


def test_the_published_criteria_have_a_row_of_their_own() -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    paused = trace.overall.model_copy(
        update={"layer": "reference", "kind": Kind.EXCLUDED_OR_PAUSED}
    )
    found = answer(RULEBOOK, trace.model_copy(update={"overall_reference": paused}))
    assert found.overall_reference is not None
    assert found.overall_reference.label == "Excluded or paused"
    assert found.overall.kind is Kind.MAY_BE_CONSIDERED


def test_the_answer_is_closed() -> None:
    found = data(patients.MILD_LUPUS)
    with pytest.raises(ValidationError, match="extra"):
        Answer.model_validate_json(json.dumps({**found, "advice": "give it"}))
