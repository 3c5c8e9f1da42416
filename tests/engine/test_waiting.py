"""What an open verdict waits for: a question once, and whether the drug is an option first."""

from __future__ import annotations

import pytest

from engine.missing import about_safety
from engine.rule import Advice, Stance
from engine.trace import Kind, Trace
from engine.verdict import LONGEST_SUMMARY
from engine.waiting import Awaited, awaited
from rules.full import FULL_RULEBOOK
from tests import patients
from tests.rules.reference.told import consulted

BOOK = FULL_RULEBOOK


def questions(trace: Trace) -> tuple[Awaited, ...]:
    assert trace.overall_reference is not None
    return awaited(BOOK, trace, trace.overall_reference)


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_every_fact_is_behind_one_question_and_safety_comes_last(
    findings: dict[str, object],
) -> None:
    trace = consulted(findings)
    for verdict in trace.verdicts:
        found = awaited(BOOK, trace, verdict)
        facts = [name for question in found for name in question.facts]
        assert sorted(facts) == sorted(verdict.waiting_for)
        assert len({question.finding.id for question in found}) == len(found)
        assert [each.safety for each in found] == sorted(each.safety for each in found)


def test_a_list_or_a_table_is_one_question() -> None:
    found = {each.finding.id: each for each in questions(consulted({"diagnosis": patients.SLE}))}
    assert found["organ_threats"].text == "Organ threat"
    assert len(found["organ_threats"].facts) > 5
    assert found["medicines"].text == "Other medicines: etanercept"
    assert found["pregnancy_status"].safety
    assert not found["nephritis_class"].safety
    found = {each.finding.id: each for each in questions(consulted({"diagnosis": patients.MS}))}
    assert found["treatments"].text.startswith("Treatments so far: ")
    assert found["treatments"].text.endswith(" more")


def test_rules_that_weigh_harm_are_about_safety() -> None:
    safe = {rule.id for rule in BOOK.rules if about_safety(BOOK, rule)}
    assert {"RSAF-1", "RSAF-21", "RSAF-25", "RCYC-12", "RMIT-4", "RMIT-21"} <= safe
    assert not {"RLUP-13", "RLUP-21", "RVAS-12", "RMS-9", "LUP-2"} & safe
    for rule in BOOK.rules:
        if isinstance(rule.then, Advice) and rule.then.stance is Stance.MAY:
            assert rule.id not in safe


def test_the_headline_names_what_makes_it_an_option_before_safety() -> None:
    verdict = consulted({"diagnosis": patients.MS}).overall_reference
    assert verdict is not None
    assert verdict.kind is Kind.NOT_ENOUGH_DATA
    assert len(verdict.summary) <= LONGEST_SUMMARY
    assert verdict.summary.endswith(", some of it for safety.")
    first = verdict.summary.partition(" – ")[2].partition(",")[0]
    option = [each for each in questions(consulted({"diagnosis": patients.MS})) if not each.safety]
    assert first.casefold() == option[0].finding.label.casefold()
