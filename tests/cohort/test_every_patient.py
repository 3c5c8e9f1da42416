"""Every patient of the document layer: the cohort, durable-rules and the evaluator agree."""

from __future__ import annotations

from itertools import product

import pytest

from engine.conditions import Value
from engine.evaluate import evaluate
from engine.forward import forward_engine
from engine.trace import Kind
from rules import RULEBOOK
from rules.vocabulary.options import Diagnosis
from tests.cohort.alike import all_agree, as_columns, chained, truths
from tests.rules.test_agreement import EACH, READ
from tests.rules.test_every_patient import COMBINATIONS, answers, patients

EVERY_DIAGNOSIS = pytest.mark.parametrize("diagnosis", [None, *Diagnosis], ids=str)


@EVERY_DIAGNOSIS
@pytest.mark.exhaustive
def test_every_patient(diagnosis: Diagnosis | None) -> None:
    """All of them by all three back ends, contradictions included."""
    everyone = [entries for _, entries in patients(diagnosis)]
    assert len(everyone) == COMBINATIONS[diagnosis]
    all_agree(RULEBOOK, everyone)


@EVERY_DIAGNOSIS
def test_one_patient_in_many(diagnosis: Diagnosis | None) -> None:
    """So that the quick tests see it too."""
    all_agree(RULEBOOK, [entries for _, entries in patients(diagnosis)][::61], forward=5)


def test_all_kinds_of_the_document_are_reached() -> None:
    everyone = [entries for each in Diagnosis for _, entries in list(patients(each))[::101]]
    kinds = {kind for _, kind in all_agree(RULEBOOK, everyone, forward=0)}
    assert kinds == {None, *Kind} - {Kind.EXCLUDED_OR_PAUSED}


@EVERY_DIAGNOSIS
@pytest.mark.exhaustive
def test_every_set_of_facts(diagnosis: Diagnosis | None) -> None:
    """The whole input space of the rules, also what no patient could have; every truth."""
    start: dict[str, Value] = {}
    if diagnosis is not None:
        start[RULEBOOK.vocabulary.diagnosis.id] = diagnosis.value
    facts = [
        start | {f.id: value for f, value in zip(READ, told, strict=True) if value is not None}
        for told in product(*(answers(finding) for finding in READ))
    ]
    assert len(facts) == EACH
    engine = forward_engine(RULEBOOK)
    for number, (known, row) in enumerate(zip(facts, chained(RULEBOOK, facts), strict=True)):
        found = evaluate(RULEBOOK, known)
        proofs = {name: proof.truth for name, proof in found.proofs.items()}
        assert truths(RULEBOOK, row) == (as_columns(proofs), as_columns(found.concepts))
        if number % 20 == 0:  # test_agreement compares durable-rules with the evaluator on all
            forward = engine.run(known)
            assert truths(RULEBOOK, row)[0] == as_columns(forward.rules)
