"""``verify``: what is proven, as text, Markdown and JSON; and what it says when something fails."""

from __future__ import annotations

import json

import pytest

from engine.property import Property
from engine.rule import Layer
from engine.verify.altered import of_layer
from engine.verify.codes import Severity
from engine.verify.diagnostic import BOOK, at
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from rules.properties import PROPERTIES
from tests.ui.command_line import run
from tests.verify.test_shipped import BY_ID, without, without_rule
from ui.commands import verify


def test_a_property_is_proven_and_said_to_rest_on_something() -> None:
    outcome = run("verify", "--only", "P-FIRST")
    assert outcome.code == 0
    assert "All 1 properties" not in outcome.out
    assert "P-FIRST: proven" in outcome.out
    assert "It rests on: It is not a first-line treatment of multiple sclerosis. (S19)" in (
        " ".join(outcome.out.split())
    )
    assert outcome.err == "P-FIRST: proven\n"


def test_all_are_listed_without_being_proven() -> None:
    outcome = run("verify", "--list")
    assert outcome.code == 0
    assert [line.split()[0] for line in outcome.out.splitlines()] == [
        each.id for each in PROPERTIES
    ]


def test_the_list_has_one_column_for_ids_however_long() -> None:
    lines = run("verify", "--list").out.splitlines()
    assert {len(line) - len(line.split(maxsplit=1)[1]) for line in lines} == {
        max(len(each.id) for each in PROPERTIES) + 2
    }


def test_the_list_is_written_as_asked_for_and_of_what_is_asked_for() -> None:
    data = json.loads(run("verify", "--list", "--format", "json").out)
    assert data["rulebook"] == FULL_RULEBOOK.content_hash
    assert [(each["id"], each["sentence"]) for each in data["properties"]] == [
        (each.id, each.sentence) for each in PROPERTIES
    ]
    layers = {each["id"]: each["layer"] for each in data["properties"]}
    assert (layers["P-LUP"], layers["P-ONE-R"], layers["P-APART"]) == (
        "document",
        "reference",
        None,
    )
    markdown = run("verify", "--list", "--format", "markdown").out
    assert f"# {len(PROPERTIES)} properties" in markdown
    assert all(f"- {each.id}: " in markdown for each in PROPERTIES)
    of_document = run("verify", "--list", "--document").out.splitlines()
    assert [line.split()[0] for line in of_document] == [each.id for each in BY_DOCUMENT]
    (only,) = run("verify", "--list", "--only", "P-MS").out.splitlines()
    assert only.startswith("P-MS ")


def test_a_property_asked_for_twice_counts_once() -> None:
    outcome = run("verify", "--only", "P-MS", "--only", "p-ms")
    assert (outcome.code, outcome.err) == (0, "P-MS: proven\n")
    assert "The property is proven for every patient." in outcome.out


def test_a_property_that_does_not_exist_is_refused_with_the_nearest() -> None:
    outcome = run("verify", "--only", "P-FRIST")
    assert outcome.code == 2
    assert 'There is no property "P-FRIST".' in outcome.err
    assert "P-FIRST" in outcome.err


def test_json_holds_the_same() -> None:
    outcome = run("verify", "--only", "P-MS", "--only", "P-LUP", "--format", "json")
    data = json.loads(outcome.out)
    assert [each["id"] for each in data["properties"]] == ["P-MS", "P-LUP"]
    assert all(each["state"] == "proven" and not each["against"] for each in data["properties"])
    assert data["properties"][0]["example"]["highly_active"] is True


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Property:
    """Rules in which mitoxantrone needs no first-line therapy."""
    monkeypatch.setattr(verify, "FULL_RULEBOOK", without("MS-2", 2, RULEBOOK))
    return BY_ID["P-FIRST"]


def test_a_failed_property_names_patient_rule_and_harm(broken: Property) -> None:
    outcome = run("verify", "--only", broken.id)
    text = " ".join(outcome.out.split())
    assert outcome.code == 1
    assert "Broken: P-FIRST. 1 of 1 properties is not proven." in text
    assert "P-FIRST: does not hold" in text
    assert broken.harm in text
    assert "Diagnosis: multiple sclerosis" in text
    assert "Aggressive or highly active: yes" in text
    assert "Mitoxantrone, by the document: May be considered" in text
    assert "MS-2 (highly active multiple sclerosis after first-line therapy)" in text


def test_what_does_not_hold_comes_first_in_words_and_not_in_data(broken: Property) -> None:
    asked = ("verify", "--only", "P-LUP", "--only", broken.id)
    text = run(*asked).out
    assert text.index("P-FIRST: does not hold") < text.index("P-LUP: proven")
    markdown = run(*asked, "--format", "markdown").out
    assert markdown.index("P-FIRST: does not hold") < markdown.index("P-LUP: proven")
    data = json.loads(run(*asked, "--format", "json").out)
    assert [each["id"] for each in data["properties"]] == ["P-LUP", "P-FIRST"]


def test_a_property_about_nobody_says_whom_it_supposes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "FULL_RULEBOOK", without_rule("MS-2"))
    asked = ("verify", "--only", "P-MS")
    said = (
        "No patient is left of whom it speaks. Nobody has this: Mitoxantrone, by the document: "
        "“May be considered”."
    )
    outcome = run(*asked)
    assert outcome.code == 1
    assert said in " ".join(outcome.out.split())
    (found,) = json.loads(run(*asked, "--format", "json").out)["properties"]
    assert (found["state"], found["nobody"]) == ("empty", said)


def test_a_warning_counts_as_an_error_where_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    warned = at(BOOK, "RB302", "is never concluded", "Write a rule for it.")
    monkeypatch.setattr(verify, "diagnose", lambda *_, **__: (warned,))
    monkeypatch.setattr(verify, "PROPERTIES", (BY_ID["P-MS"],))
    assert warned.severity is Severity.WARNING
    assert run("verify", "--document").code == 0
    assert run("verify", "--document", "--strict").code == 1
    note = at(BOOK, "RB405", "is never ruled out", "Look at it.")
    monkeypatch.setattr(verify, "diagnose", lambda *_, **__: (note,))
    assert run("verify", "--document", "--strict").code == 0
    refused = run("verify", "--strict", "--only", "P-MS")
    assert refused.code == 2
    assert "With --only no faults are looked for." in refused.err
    refused = run("verify", "--cases", "--only", "P-MS")
    assert (refused.code, refused.out) == (2, "")
    assert "--cases: With --only no faults are looked for." in refused.err


def test_a_failed_property_is_data_too(broken: Property) -> None:
    outcome = run("verify", "--only", broken.id, "--format", "json")
    assert outcome.code == 1
    (found,) = json.loads(outcome.out)["properties"][0]["against"]
    assert found["patient"] == {"diagnosis": "multiple_sclerosis", "highly_active": True}
    assert found["harm"] == broken.harm
    assert found["matters"][-1] == "First-line therapy tried: not recorded"
    assert found["besides"] == []
    markdown = run("verify", "--only", broken.id, "--format", "markdown").out
    assert "MS-2" in markdown


def test_faults_and_proofs_of_the_document_together() -> None:
    outcome = run("verify", "--document")
    text = " ".join(outcome.out.split())
    assert outcome.code == 0
    assert "Errors: 0, warnings: 0, notes: 1." in text
    assert "RB405, rule OUT-1: is never ruled out" in text
    assert "Proven for every patient" in text
    assert f"P-ONE-D: {BY_ID['P-ONE-D'].sentence}" in text
    assert "P-ONE-D: proven" in outcome.err
    assert "P-ONE-R" not in text
    assert "Looking for faults: examples." in outcome.err


def test_faults_are_data_with_code_place_patient_and_mend() -> None:
    data = json.loads(run("verify", "--document", "--cases", "--format", "json").out)
    (note,) = data["diagnostics"]
    assert (note["code"], note["severity"], note["place"]) == ("RB405", "note", "rule OUT-1")
    assert note["patient"]["diagnosis"] == "systemic_lupus_erythematosus"
    assert note["mend"]
    assert (
        json.loads(run("verify", "--only", "P-MS", "--format", "json").out)["diagnostics"] is None
    )


def test_that_cases_exercise_everything_is_said_only_where_it_was_asked_and_is_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verify, "PROPERTIES", (BY_ID["P-MS"],))
    said = "The teaching cases exercise every condition of these rules."
    assert said in " ".join(run("verify", "--document", "--cases").out.split())
    assert said not in " ".join(run("verify", "--document").out.split())
    monkeypatch.setattr(verify, "seen_in", lambda *_: ())
    outcome = run("verify", "--document", "--cases")
    assert "RB604" in outcome.out
    assert said not in " ".join(outcome.out.split())


def test_a_gap_in_the_rules_is_an_error_with_a_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "RULEBOOK", without_rule("LUP-5"))
    outcome = run("verify", "--document")
    assert outcome.code == 1
    assert "RB503" in outcome.out


BY_DOCUMENT = of_layer(PROPERTIES, Layer.DOCUMENT)
"""What can be proven of the document's rules alone."""


@pytest.mark.parametrize("name", [each.id for each in PROPERTIES if each not in BY_DOCUMENT])
def test_what_is_not_of_the_document_alone_is_not_proven_of_it(name: str) -> None:
    """P-APART would compare the document with itself, others would find no such layer."""
    outcome = run("verify", "--document", "--only", name)
    assert outcome.code == 2
    assert outcome.out == ""
    said = " ".join(outcome.err.split())
    assert f"--only: {name} does not speak of the document alone. Leave --document out." in said


def test_the_refusal_names_every_one_and_the_others_are_proven() -> None:
    asked = [word for name in ("P-MS", "P-APART", "P-ONE-R") for word in ("--only", name)]
    outcome = run("verify", "--document", *asked)
    assert outcome.code == 2
    assert "P-APART and P-ONE-R do not speak of the document alone." in " ".join(
        outcome.err.split()
    )
    outcome = run("verify", "--document", "--only", "P-MS")
    assert (outcome.code, outcome.err) == (0, "P-MS: proven\n")
