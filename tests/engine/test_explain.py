"""Explanations: short, exact, and about what decided."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ContradictionError
from engine.explain import (
    MOST_DECISIVE,
    Status,
    condition_text,
    explain,
    fact_line,
    rule_stories,
    rule_story,
)
from engine.findings import Choice, YesNo
from engine.trace import Kind, Trace
from engine.truth import Truth
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted


def decisive(findings: dict[str, Any]) -> list[str]:
    return [line.text for line in explain(RULEBOOK, consulted(findings)).decisive]


def test_what_decides_a_consideration() -> None:
    assert decisive(patients.ONLY_KIDNEY_FAILURE) == [
        "Diagnosis: systemic lupus erythematosus",
        "Severity: severe (implied by life-threatening)",
        "Life-threatening: yes (implied by kidney failure from lupus nephritis)",
    ]


def test_what_decides_against() -> None:
    assert decisive(patients.MILD_LUPUS) == [
        "Diagnosis: systemic lupus erythematosus",
        "Severity: mild",
    ]


def test_what_keeps_it_open() -> None:
    assert decisive(patients.RESISTANT_LUPUS) == [
        "Severity: unknown",
        "Life-threatening: unknown",
    ]


def test_what_makes_it_ambiguous() -> None:
    assert decisive(patients.GPA_UNTREATED_DANGER) == [
        "Diagnosis: granulomatosis with polyangiitis (GPA)",
        "Severity: severe",
        "Response to conventional immunosuppressants: not tried",
        "Life-threatening: yes",
    ]


def test_outside_the_document_the_diagnosis_decides() -> None:
    assert decisive(patients.PSORIASIS) == ["Diagnosis: another autoimmune disease"]


def test_a_drug_that_is_not_named_is_explained_by_the_diagnosis() -> None:
    trace = consulted(patients.MS_UNTREATED)
    verdict = next(v for v in trace.verdicts if v.drug == "cyclophosphamide")
    lines = explain(RULEBOOK, trace, verdict).decisive
    assert [line.text for line in lines] == ["Diagnosis: multiple sclerosis"]


def test_a_blocked_rule_names_what_blocks_it_and_what_it_asks() -> None:
    story = rule_story(RULEBOOK, consulted(patients.MILD_LUPUS), "LUP-2")
    assert story.status is Status.BLOCKED
    assert [line.text for line in story.blocked_by] == ["Severity: mild – needs severe"]
    assert [line.text for line in story.waiting_for] == ["Life-threatening: unknown – needs yes"]


def test_a_rule_that_needs_a_concept_to_be_no_asks_for_the_opposite() -> None:
    story = rule_story(RULEBOOK, consulted(patients.SEVERE_LUPUS), "LUP-4")
    (line,) = story.blocked_by
    assert line.text == "Severity: severe – needs mild or moderate"


def test_a_waiting_rule_names_what_it_waits_for() -> None:
    story = rule_story(
        RULEBOOK, consulted({"diagnosis": patients.GPA, "severity": "severe"}), "VAS-1"
    )
    assert story.status is Status.WAITING
    assert not story.blocked_by
    assert [line.text for line in story.waiting_for] == [
        "Response to conventional immunosuppressants: unknown – needs insufficient"
    ]


def test_a_fired_rule_shows_its_chain() -> None:
    story = rule_story(RULEBOOK, consulted(patients.SEVERE_LUPUS), "LUP-2")
    assert story.status is Status.FIRED
    severe = next(line for line in story.chain.children if line.subject == "severe disease")
    (rule_line,) = severe.children
    assert rule_line.rule == "INT-1"
    assert [line.text for line in rule_line.children] == ["Severity: severe"]


def test_a_group_is_shown_as_one() -> None:
    story = rule_story(RULEBOOK, consulted(patients.SEVERE_LUPUS), "GEN-3")
    (group,) = story.chain.children
    assert group.subject == "At least one of these"
    assert [child.truth for child in group.children] == [Truth.YES, Truth.UNKNOWN]


def test_conditions_in_plain_words() -> None:
    assert condition_text(RULEBOOK, RULEBOOK.rule["VAS-3"].when) == (
        "all of",
        (
            "  Diagnosis: granulomatosis with polyangiitis (GPA), microscopic polyangiitis (MPA) "
            "or another autoimmune vasculitis"
        ),
        "  Response to conventional immunosuppressants: sufficient or not tried",
        "  disease that threatens life: no",
    )


def test_facts_say_where_they_come_from() -> None:
    trace = consulted(patients.ONLY_KIDNEY_FAILURE)
    assert [fact_line(RULEBOOK, fact).text for fact in trace.facts] == [
        "Diagnosis: systemic lupus erythematosus",
        "Severity: severe (implied by life-threatening)",
        "Life-threatening: yes (implied by kidney failure from lupus nephritis)",
        "Kidney failure from lupus nephritis: yes",
    ]


VOCABULARY = RULEBOOK.vocabulary
PATIENTS = st.fixed_dictionaries(
    {},
    optional={
        finding.id: st.sampled_from(
            [option.value for option in finding.options]
            if isinstance(finding, Choice)
            else ["yes", "no"]
        )
        for finding in VOCABULARY.findings
        if isinstance(finding, Choice | YesNo)
    },
)


def checked(trace: Trace) -> None:
    """What must hold of every explanation."""
    for verdict in (trace.overall, *trace.verdicts):
        explanation = explain(RULEBOOK, trace, verdict)
        assert len(verdict.summary) <= 140
        assert "…" not in verdict.summary
        assert 1 <= len(explanation.decisive) <= MOST_DECISIVE
        texts = [line.text for line in (*explanation.decisive, *explanation.more)]
        assert len(set(texts)) == len(texts)
        wanted = Truth.YES
        if verdict.kind is Kind.NOT_ENOUGH_DATA:
            wanted = Truth.UNKNOWN
        assert {line.truth for line in explanation.decisive} == {wanted}
    for story in rule_stories(RULEBOOK, trace):
        assert bool(story.met) is (story.status is Status.FIRED)
        assert bool(story.blocked_by) is (story.status is Status.BLOCKED)
        assert bool(story.order) is (story.status is Status.FIRED)
        assert all(line.truth is Truth.NO for line in story.blocked_by)
        assert all(line.truth is Truth.UNKNOWN for line in story.waiting_for)
        if story.status is Status.WAITING:
            assert story.waiting_for


@given(PATIENTS)
def test_every_explanation_is_short_and_about_what_decided(findings: dict[str, Any]) -> None:
    try:
        trace = consulted(findings)
    except ContradictionError:
        return
    checked(trace)


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_the_well_known_patients(findings: dict[str, Any]) -> None:
    checked(consulted(findings))
