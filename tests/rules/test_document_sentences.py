"""The document's own sentences, entered as patients."""

from __future__ import annotations

from typing import Any

import pytest

from engine.errors import ContradictionError
from engine.trace import Kind, Provenance
from tests import patients
from tests.consulting import consulted, flag_ids

RISKS_AND_CARE = {
    "infection_risk",
    "marrow_suppression_risk",
    "other_side_effects",
    "multidisciplinary_decision",
    "close_monitoring",
}

CYC, MITO, UNNAMED = "cyclophosphamide", "mitoxantrone", "chemotherapy_no_drug_named"
MAY, NOT = Kind.MAY_BE_CONSIDERED, Kind.NOT_INDICATED
AMBIGUOUS, OUTSIDE = Kind.DOCUMENT_AMBIGUOUS, Kind.OUTSIDE_DOCUMENT

ANSWERS: list[tuple[dict[str, Any], Kind, str | None, str]] = [
    (patients.SEVERE_LUPUS, MAY, CYC, "LUP-2"),
    (patients.ONLY_KIDNEY_FAILURE, MAY, CYC, "LUP-2"),
    (patients.MILD_LUPUS, NOT, CYC, "LUP-4"),
    (patients.RESPONDING_LUPUS, NOT, CYC, "LUP-5"),
    (patients.MS_AFTER_FIRST_LINE, MAY, MITO, "MS-2"),
    (patients.MS_UNTREATED, NOT, MITO, "MS-3"),
    (patients.GPA_INSUFFICIENT, MAY, CYC, "VAS-1"),
    (patients.GPA_UNTREATED_DANGER, AMBIGUOUS, CYC, "VAS-4"),
    (patients.GPA_UNTREATED_CALM, NOT, CYC, "VAS-3"),
    (patients.BEHCET, AMBIGUOUS, CYC, "VAS-5"),
    (patients.ARTHRITIS_EXHAUSTED, MAY, UNNAMED, "RAM-3"),
    (patients.MYOPATHY_RAPID, MAY, UNNAMED, "RAM-4"),
    (patients.PSORIASIS, OUTSIDE, None, "SCO-1"),
    (patients.NOT_AUTOIMMUNE, OUTSIDE, None, "SCO-2"),
]


@pytest.mark.parametrize(("findings", "kind", "drug", "rule"), ANSWERS)
def test_verdict(findings: dict[str, Any], kind: Kind, drug: str | None, rule: str) -> None:
    overall = consulted(findings).overall
    assert (overall.kind, overall.drug, overall.rules) == (kind, drug, (rule,))


def test_severe_lupus_carries_team_monitoring_supervision_and_risks() -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    assert flag_ids(trace) >= RISKS_AND_CARE | {"close_supervision"}


def test_kidney_failure_alone_shows_what_it_implies() -> None:
    trace = consulted(patients.ONLY_KIDNEY_FAILURE)
    implied = {f.finding: f.by for f in trace.facts if f.provenance is Provenance.IMPLIED}
    assert implied == {
        "life_threatening": ("kidney_failure",),
        "severity": ("life_threatening",),
    }
    assert flag_ids(trace) == flag_ids(consulted(patients.SEVERE_LUPUS))


def test_kidney_failure_implies_nothing_outside_lupus() -> None:
    trace = consulted({"diagnosis": patients.GPA, "kidney_failure": "yes"})
    assert [fact.finding for fact in trace.withheld] == ["kidney_failure"]
    assert {fact.finding for fact in trace.facts} == {"diagnosis"}


def test_mild_and_life_threatening_is_refused_naming_both() -> None:
    with pytest.raises(ContradictionError) as refused:
        consulted({**patients.MILD_LUPUS, "life_threatening": "yes"})
    assert refused.value.fields == {"severity", "life_threatening"}


@pytest.mark.parametrize(
    ("findings", "named"),
    [
        (
            {"diagnosis": patients.SLE, "kidney_failure": "yes", "life_threatening": "no"},
            {"kidney_failure", "life_threatening"},
        ),
        (
            {"diagnosis": patients.SLE, "severity": "mild", "kidney_failure": "yes"},
            {"kidney_failure", "severity"},
        ),
        (
            {**patients.ARTHRITIS_EXHAUSTED, "unresponsive_to_safer_therapy": "no"},
            {"all_other_options_failed", "unresponsive_to_safer_therapy"},
        ),
        (
            {**patients.GPA_INSUFFICIENT, "unresponsive_to_safer_therapy": "no"},
            {patients.RESPONSE, "unresponsive_to_safer_therapy"},
        ),
    ],
)
def test_contradictions_name_what_was_told(findings: dict[str, Any], named: set[str]) -> None:
    with pytest.raises(ContradictionError) as refused:
        consulted(findings)
    assert refused.value.fields == named


def test_resistant_lupus_of_unknown_severity_names_severity() -> None:
    overall = consulted(patients.RESISTANT_LUPUS).overall
    assert overall.kind is Kind.NOT_ENOUGH_DATA
    assert overall.waiting_for[0] == "severity"
    assert "severity" in overall.summary


def test_an_empty_profile_names_the_diagnosis_first() -> None:
    trace = consulted(patients.EMPTY)
    assert trace.overall.kind is Kind.NOT_ENOUGH_DATA
    assert trace.overall.drug is None
    assert trace.waiting_for[0] == trace.overall.waiting_for[0] == "diagnosis"
    assert {verdict.kind for verdict in trace.verdicts} == {Kind.NOT_ENOUGH_DATA}


def test_untreated_ms_is_refused_because_it_is_not_first_line() -> None:
    assert "not first line" in consulted(patients.MS_UNTREATED).overall.summary


def test_the_ambiguous_vasculitis_shows_both_statements_and_both_readings() -> None:
    overall = consulted(patients.GPA_UNTREATED_DANGER).overall
    assert overall.cites == ("S26", "S36")
    assert any(set(reading.cites) == {"S26", "S36"} for reading in overall.assumptions)


def test_an_ambiguous_verdict_still_carries_risks_team_and_monitoring() -> None:
    assert flag_ids(consulted(patients.GPA_UNTREATED_DANGER)) >= RISKS_AND_CARE


@pytest.mark.parametrize("findings", [patients.ARTHRITIS_EXHAUSTED, patients.MYOPATHY_RAPID])
def test_arthritis_and_myopathy_bring_the_strategy_and_no_drug(findings: dict[str, Any]) -> None:
    trace = consulted(findings)
    assert "broader_strategy" in flag_ids(trace)
    named = {v.drug: v.kind for v in trace.verdicts}
    assert named["cyclophosphamide"] is named["mitoxantrone"] is Kind.OUTSIDE_DOCUMENT


def test_the_paragraph_governs_where_the_general_reservation_is_not_met() -> None:
    trace = consulted(
        {
            **patients.MS_AFTER_FIRST_LINE,
            "life_threatening": "no",
            "unresponsive_to_safer_therapy": "no",
        }
    )
    assert trace.overall.kind is Kind.MAY_BE_CONSIDERED
    flag = next(flag for flag in trace.flags if flag.id == "reservation_not_met")
    assert flag.cites == ("S18", "S19", "S21", "S36", "S37")
    assert any(reading.rule == "GEN-10" for reading in trace.overall.assumptions)
    assert "S36" in flag.text
    assert "S37" in flag.text


def test_untreated_organ_threatening_vasculitis_is_flagged_as_a_silence() -> None:
    assert "silent_on_untreated_vasculitis" in flag_ids(consulted(patients.GPA_UNTREATED_CALM))
    sufficient = {**patients.GPA_UNTREATED_CALM, patients.RESPONSE: "sufficient"}
    assert "silent_on_untreated_vasculitis" not in flag_ids(consulted(sufficient))


@pytest.mark.parametrize(
    ("told", "state"),
    [({}, "not_recorded"), ({"multidisciplinary_review": "planned"}, "planned"),
     ({"multidisciplinary_review": "not_done"}, "not_done"),
     ({"multidisciplinary_review": "done"}, "done")],
)  # fmt: skip
def test_the_team_flag_shows_how_far_it_is(told: dict[str, str], state: str) -> None:
    trace = consulted({**patients.SEVERE_LUPUS, **told})
    flag = next(flag for flag in trace.flags if flag.id == "multidisciplinary_decision")
    assert flag.state == state


def test_team_and_monitoring_never_change_the_verdict() -> None:
    bare = consulted(patients.SEVERE_LUPUS).overall
    full = consulted(
        {
            **patients.SEVERE_LUPUS,
            "multidisciplinary_review": "not_done",
            "monitoring_plan": "not_done",
            "specialist_supervision": "no",
        }
    ).overall
    assert bare == full
