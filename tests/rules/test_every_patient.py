"""Every combination of known and unknown findings, disease by disease.

Each patient has exactly one kind of verdict for each drug, both engines agree on every rule and
concept, and telling one more finding never turns a settled verdict over.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from engine.conditions import Value, findings_of
from engine.consult import consult
from engine.errors import ContradictionError
from engine.findings import Choice, Finding, Measurement
from engine.trace import Kind, Trace
from rules import RULEBOOK
from rules.vocabulary.options import Diagnosis

Told = tuple[Value | None, ...]
VOCABULARY = RULEBOOK.vocabulary
OPEN = {Kind.NOT_ENOUGH_DATA}

# Counted by hand from the vocabulary: severity 4, response 4, review 4, plan 4, each yes/no 3.
COMBINATIONS: dict[Diagnosis | None, int] = {
    None: 4**2 * 3**6,
    Diagnosis.LUPUS: 4 * 3**4 * 4 * 4 * 3,
    Diagnosis.MULTIPLE_SCLEROSIS: 3**4 * 4 * 4,
    Diagnosis.GPA: 4 * 3**2 * 4 * 4 * 4,
    Diagnosis.MPA: 4 * 3**2 * 4 * 4 * 4,
    Diagnosis.OTHER_VASCULITIS: 4 * 3**2 * 4 * 4 * 4,
    Diagnosis.RHEUMATOID_ARTHRITIS: 4 * 3**4 * 4 * 4,
    Diagnosis.AUTOIMMUNE_MYOPATHY: 4 * 3**4 * 4 * 4,
    Diagnosis.OTHER_AUTOIMMUNE: 4 * 3**2 * 4 * 4,
    Diagnosis.NOT_AUTOIMMUNE: 4 * 3**2 * 4 * 4,
}


READ = {name for rule in RULEBOOK.rules for name in findings_of(rule.when)}


def asked(diagnosis: Diagnosis | None) -> list[Finding]:
    """The findings that apply, without the diagnosis and without age, which no rule reads.

    Without a diagnosis everything applies; then only what rules read is tried, since nothing else
    can matter: flags need advice, advice needs a diagnosis.
    """
    return [
        finding
        for finding in VOCABULARY.findings
        if finding is not VOCABULARY.diagnosis
        and not isinstance(finding, Measurement)
        and (finding.id in READ if diagnosis is None else VOCABULARY.applies(finding, diagnosis))
    ]


def answers(finding: Finding) -> tuple[Value | None, ...]:
    if isinstance(finding, Choice):
        return (None, *(option.value for option in finding.options))
    return (None, True, False)


def patients(diagnosis: Diagnosis | None) -> Iterator[tuple[Told, dict[str, Value]]]:
    findings = asked(diagnosis)
    for told in product(*(answers(finding) for finding in findings)):
        known = {f.id: v for f, v in zip(findings, told, strict=True) if v is not None}
        start = {} if diagnosis is None else {VOCABULARY.diagnosis.id: diagnosis.value}
        yield told, {**start, **known}


def neighbours(told: Told) -> Iterator[Told]:
    """The same patient with one finding less told."""
    for position, value in enumerate(told):
        if value is not None:
            yield (*told[:position], None, *told[position + 1 :])


def answer(entries: dict[str, Value]) -> Trace | None:
    """The trace; None for a contradiction. Raises if the engines disagree or there is a gap."""
    try:
        return consult(RULEBOOK, entries)
    except ContradictionError:
        return None


@pytest.mark.exhaustive
@pytest.mark.parametrize("diagnosis", [None, *Diagnosis], ids=str)
def test_every_patient(diagnosis: Diagnosis | None, capsys: pytest.CaptureFixture[str]) -> None:
    settled: dict[Told, tuple[Kind, ...]] = {}
    refused = 0
    counted: dict[str, int] = {}
    for told, entries in patients(diagnosis):
        trace = answer(entries)
        if trace is None:
            refused += 1
            continue
        kinds = tuple(verdict.kind for verdict in trace.verdicts)
        assert [verdict.drug for verdict in trace.verdicts] == [d.value for d in RULEBOOK.drugs]
        assert trace.overall.kind in kinds
        if trace.overall.kind is Kind.NOT_ENOUGH_DATA:
            assert trace.overall.waiting_for
        settled[told] = kinds
        counted[trace.overall.kind.value] = counted.get(trace.overall.kind.value, 0) + 1
    assert len(settled) + refused == COMBINATIONS[diagnosis]
    flips = compared = 0
    for told, kinds in settled.items():
        for before in neighbours(told):
            if before in settled:
                compared += 1
                flips += any(
                    was not in OPEN and was is not now
                    for was, now in zip(settled[before], kinds, strict=True)
                )
    assert flips == 0
    with capsys.disabled():
        print(  # noqa: T201  (the counts are part of what this test shows)
            f"\n{diagnosis or 'diagnosis unknown'}: {len(settled)} patients, "
            f"{refused} contradictions refused, {compared} pairs compared, {counted}"
        )
