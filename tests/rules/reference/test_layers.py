"""The layers beside each other: the document is never touched, every patient has an answer.

``AUTOIMMUNE_CDS_PATIENTS`` sets how many random patients are tried; 600 where it is not set.
"""

from __future__ import annotations

import os

import pytest

from engine.consult import consult
from engine.facts import within
from engine.forward import forward_engine
from engine.rule import Layer
from engine.trace import Kind, Trace
from engine.truth import Truth
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK, book_for
from tests.engine.agreement import agreed
from tests.rules.reference.everyone import facts, patients

NUMBER = int(os.environ.get("AUTOIMMUNE_CDS_PATIENTS", "600"))
BATCHES = 12
SEEDS = pytest.mark.parametrize("seed", range(BATCHES))


def of_document(trace: Trace) -> dict[str, object]:
    """All that the document's rules say of a patient."""
    rules = set(RULEBOOK.rule)
    return {
        "overall": trace.overall,
        "verdicts": [v for v in trace.verdicts if v.layer == Layer.DOCUMENT],
        "flags": [flag for flag in trace.flags if flag.layer == Layer.DOCUMENT],
        "fired": [(f.rule, f.supports) for f in trace.firings if f.rule in rules],
        "proofs": [proof for proof in trace.proofs if proof.rule in rules],
        "concepts": {name: trace.concepts[name] for name in RULEBOOK.concept},
        "waiting_for": trace.waiting_for,
    }


@SEEDS
def test_both_engines_agree_and_the_document_stays_what_it_is(seed: int) -> None:
    """``consult`` raises when the engines disagree or a patient is left without a verdict."""
    for entries in patients(NUMBER // BATCHES, seed):
        both = consult(FULL_RULEBOOK, entries)
        alone = consult(RULEBOOK, within(RULEBOOK.vocabulary, entries))
        assert of_document(both) == of_document(alone), entries
        assert alone.overall_reference is None
        assert both.overall_reference is not None


@SEEDS
def test_leaving_out_what_the_diagnosis_rules_out_changes_nothing(seed: int) -> None:
    """A consultation runs the rules that the diagnosis leaves open; here every rule is run."""
    whole = forward_engine(FULL_RULEBOOK)
    for entries in patients(NUMBER // BATCHES, seed + 2000):
        trace = consult(FULL_RULEBOOK, entries)
        forward = agreed(FULL_RULEBOOK, whole, facts(entries).values)
        assert {proof.rule: proof.truth for proof in trace.proofs} == forward.rules, entries
        assert trace.concepts == forward.concepts, entries
        supports = {firing.rule: firing.supports for firing in forward.firings}
        assert {firing.rule: firing.supports for firing in trace.firings} == supports, entries
        assert set(trace.ruled_out) == set(forward.ruled_out), entries
        assert len(set(trace.ruled_out)) == len(trace.ruled_out)


@SEEDS
def test_safety_always_comes_first(seed: int) -> None:
    """Nothing may be considered by criteria while a rule that forbids it fires or waits."""
    for entries in patients(NUMBER // BATCHES, seed + 1000):
        trace = consult(FULL_RULEBOOK, entries)
        truth = {proof.rule: proof.truth for proof in trace.proofs}
        for verdict in trace.verdicts:
            if verdict.layer != Layer.REFERENCE or verdict.kind is not Kind.MAY_BE_CONSIDERED:
                continue
            against = [
                rule
                for advice in FULL_RULEBOOK.advice
                if advice.layer is Layer.REFERENCE
                and advice.drug == verdict.drug
                and advice.stance != "may"
                for rule in FULL_RULEBOOK.rules_for[advice.id]
            ]
            assert all(truth[rule.id] is Truth.NO for rule in against), entries


def test_the_switch_gives_the_document_alone() -> None:
    assert book_for({Layer.DOCUMENT}) is RULEBOOK
    assert book_for({Layer.DOCUMENT, Layer.REFERENCE}) is FULL_RULEBOOK


def test_the_rules_of_the_document_are_the_same_in_both_books() -> None:
    assert FULL_RULEBOOK.rules[: len(RULEBOOK.rules)] == RULEBOOK.rules
    assert FULL_RULEBOOK.statements == RULEBOOK.statements
    assert set(RULEBOOK.vocabulary.findings) <= set(FULL_RULEBOOK.vocabulary.findings)
    for concept in RULEBOOK.concepts:
        assert FULL_RULEBOOK.rules_for[concept.id] == RULEBOOK.rules_for[concept.id]
