"""durable-rules and the reference evaluator agree over the document layer's whole input space.

The space is every combination of known and unknown findings that any rule reads, the diagnosis
included: 10 × 4 × 4 × 3⁶ = 116,640 sets of facts, also those that no patient could have.
"""

from __future__ import annotations

from itertools import product

import pytest

from engine.conditions import Value, findings_of
from engine.evaluate import evaluate
from engine.findings import Choice
from engine.forward import forward_engine
from rules import RULEBOOK
from rules.vocabulary.options import Diagnosis

READ = [
    finding
    for finding in RULEBOOK.vocabulary.findings
    if finding.id in {name for rule in RULEBOOK.rules for name in findings_of(rule.when)}
    and finding is not RULEBOOK.vocabulary.diagnosis
]
EACH = 4 * 4 * 3**6


@pytest.mark.exhaustive
@pytest.mark.parametrize("diagnosis", [None, *Diagnosis], ids=str)
def test_both_engines_agree(diagnosis: Diagnosis | None) -> None:
    engine = forward_engine(RULEBOOK)
    answers: list[list[Value | None]] = [
        [None, *(o.value for o in finding.options)]
        if isinstance(finding, Choice)
        else [None, True, False]
        for finding in READ
    ]
    tried = 0
    for told in product(*answers):
        known = {f.id: value for f, value in zip(READ, told, strict=True) if value is not None}
        if diagnosis is not None:
            known[RULEBOOK.vocabulary.diagnosis.id] = diagnosis.value
        forward = engine.run(known)
        reference = evaluate(RULEBOOK, known)
        assert forward.rules == {name: proof.truth for name, proof in reference.proofs.items()}
        assert forward.concepts == reference.concepts
        tried += 1
    assert tried == EACH
