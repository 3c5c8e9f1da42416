"""A trace survives JSON, runs again to the same, and notices another rule book."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from engine.consult import BANNER, rerun
from engine.errors import InputError
from engine.trace import Trace
from rules import RULEBOOK
from tests import patients
from tests.consulting import consulted


@pytest.mark.parametrize("findings", patients.EVERYONE.values(), ids=patients.EVERYONE)
def test_a_trace_is_the_same_after_json_and_after_running_again(findings: dict[str, Any]) -> None:
    trace = consulted({**findings, "age": 40})
    loaded = Trace.model_validate_json(trace.model_dump_json())
    assert loaded == trace
    assert rerun(RULEBOOK, loaded) == trace


def test_a_trace_says_what_it_is() -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    assert trace.disclaimer == BANNER
    assert "not for clinical use" in BANNER
    assert trace.rulebook.version == RULEBOOK.version
    assert trace.rulebook.hash == RULEBOOK.content_hash
    assert trace.layers == ("document",)
    assert trace.overall_reference is None


def test_a_trace_is_frozen_and_closed() -> None:
    trace = consulted(patients.EMPTY)
    with pytest.raises(ValidationError):
        Trace.__setattr__(trace, "flags", ())
    with pytest.raises(ValidationError):
        Trace.model_validate({**trace.model_dump(), "more": 1})


def test_a_trace_of_another_rule_book_is_refused() -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    other = replace(RULEBOOK, version="0.0.1")
    with pytest.raises(InputError, match=r"0\.0\.1"):
        rerun(other, trace)


def test_withheld_values_are_kept_and_listed() -> None:
    trace = consulted({**patients.MS_UNTREATED, "severity": "mild", "kidney_failure": "yes"})
    assert [fact.finding for fact in trace.withheld] == ["severity", "kidney_failure"]
    assert "severity" not in {fact.finding for fact in trace.facts}
    assert rerun(RULEBOOK, trace) == trace


def test_every_rule_is_proven_and_what_fired_was_fired_by_durable_rules() -> None:
    trace = consulted(patients.SEVERE_LUPUS)
    assert [proof.rule for proof in trace.proofs] == [rule.id for rule in RULEBOOK.rules]
    assert set(trace.fired) == {proof.rule for proof in trace.proofs if proof.truth == "yes"}
    assert [f.sequence for f in trace.firings] == list(range(1, len(trace.firings) + 1))
    assert all(firing.supports for firing in trace.firings)
    place = {rule: position for position, rule in enumerate(trace.fired)}
    assert place["INT-1"] < place["LUP-2"] < place["GEN-4"] < place["GEN-5"]


def test_unknown_findings_are_those_that_apply() -> None:
    trace = consulted(patients.MS_UNTREATED)
    assert "kidney_failure" not in trace.unknown
    assert "life_threatening" in trace.unknown
