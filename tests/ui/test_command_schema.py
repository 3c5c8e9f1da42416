"""``schema``: a description that programs can rely on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.export import Answer
from rules.full import FULL_RULEBOOK
from tests.ui.command_line import run


def described(*subject: str) -> dict[str, Any]:
    outcome = run("schema", *subject)
    assert (outcome.code, outcome.err) == (0, "")
    schema = json.loads(outcome.out)
    assert isinstance(schema, dict)
    return schema


def test_a_patient_file_by_default_in_both_forms() -> None:
    schema = described()
    assert schema == described("patient")
    findings, request = schema["$defs"]["findings"], schema["$defs"]["request"]
    assert list(findings["properties"]) == [f.id for f in FULL_RULEBOOK.vocabulary.findings]
    assert findings["additionalProperties"] is False
    assert set(request["properties"]) == {
        "disclaimer",
        "format",
        "findings",
        "layers",
        "readings",
        "opinions",
    }


def test_what_a_field_means_is_said_with_its_answers() -> None:
    severity = described()["$defs"]["findings"]["properties"]["severity"]
    assert severity["title"] == "Severity"
    assert "How severe is the disease" in severity["description"]
    assert severity["enum"] == ["mild", "moderate", "severe", "unknown", None]


def test_a_number_states_its_unit_and_limits() -> None:
    age = described()["$defs"]["findings"]["properties"]["age"]
    assert age["unit"] == "years"
    assert age["anyOf"][0] == {"type": "integer", "minimum": 0, "maximum": 120}


@pytest.mark.parametrize(
    ("subject", "keys"),
    [("answer", set(Answer.model_fields)), ("trace", {"facts", "firings", "proofs", "verdicts"})],
)
def test_what_is_written_can_be_described_too(subject: str, keys: set[str]) -> None:
    assert keys <= set(described(subject)["properties"])
