"""What differs between two consultations."""

from __future__ import annotations

from engine.changes import changes
from engine.export.compared import compared_parts, step_parts
from engine.export.text import part_text
from engine.truth import Truth
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted


def test_the_same_patient_differs_in_nothing() -> None:
    for findings in patients.EVERYONE.values():
        trace = consulted(findings)
        found = changes(RULEBOOK, trace, trace)
        assert found.nothing
        assert [part.title for part in compared_parts(RULEBOOK, found)] == ["No difference"]


def test_what_one_answer_changes() -> None:
    before, after = (
        consulted(patients.RESISTANT_LUPUS),
        consulted({**patients.RESISTANT_LUPUS, "severity": "severe"}),
    )
    found = changes(RULEBOOK, before, after)
    assert [(f.finding, f.before, f.after) for f in found.facts] == [("severity", None, "severe")]
    fired = [each.rule for each in found.fired]
    assert fired[:2] == ["INT-1", "LUP-1"]
    assert "LUP-4" in [each.rule for each in found.blocked]
    assert ("severe_disease", Truth.YES) in found.settled or found.settled
    (verdict,) = found.verdicts
    assert verdict.before.waiting_for
    assert verdict.after.rules == ("LUP-1",)
    assert not found.silenced
    assert {flag.id for flag in found.raised} >= {flag.id for flag in after.flags} - {
        flag.id for flag in before.flags
    }


def test_each_difference_is_the_other_one_turned_round() -> None:
    told = list(patients.EVERYONE.values())
    for one in told:
        for two in told:
            there = changes(RULEBOOK, consulted(one), consulted(two))
            back = changes(RULEBOOK, consulted(two), consulted(one))
            assert [(f.finding, f.after, f.before) for f in there.facts] == [
                (f.finding, f.before, f.after) for f in back.facts
            ]
            assert [(r.rule, r.after, r.before) for r in there.rules] == [
                (r.rule, r.before, r.after) for r in back.rules
            ]
            assert there.raised == back.lowered
            assert {v.after.kind for v in there.verdicts} == {v.before.kind for v in back.verdicts}


def test_a_rule_that_waits_says_for_what() -> None:
    found = changes(RULEBOOK, consulted(patients.MILD_LUPUS), consulted(patients.RESISTANT_LUPUS))
    waiting = {each.rule: each.waits_for for each in found.rules if each.after is Truth.UNKNOWN}
    assert waiting["LUP-1"] == ("severity",)
    text = "\n".join(part_text(part) for part in step_parts(RULEBOOK, found) if not part.is_empty)
    assert "LUP-1, severe lupus that resists safer therapies; waits for severity" in text
