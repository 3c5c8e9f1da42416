"""Twins: the patient of a case and one who differs in a single fact. Does the difference matter?

Every twin is consulted; one who cannot be, by limits or by what findings imply, is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from cases.asked import facts_asked, states_asked
from cases.model import Case
from cases.play import consulted, trace_after
from engine.conditions import Value
from engine.errors import ContradictionError
from engine.findings import Choice, Finding, YesNo
from engine.grammar import value_text
from engine.trace import Trace, Verdict
from rules import RULEBOOK

MOST = 2
"""So many twins of each sort are shown: whose verdict differs, and whose does not."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A patient who differs from that of a case in one fact.

    ``id`` names the step (counted from 0) whose patient it is, the fact ``about`` and its value.
    ``before`` and ``after`` are the values in words; ``told`` is False where the case leaves the
    fact unknown.
    """

    id: str
    step: int
    about: str
    label: str
    before: str
    after: str
    told: bool
    base: Trace
    trace: Trace

    @property
    def decides(self) -> bool:
        """Whether the difference matters: kind or drug of the verdict are others."""
        return _answer(self.base.overall) != _answer(self.trace.overall)


def twins(case: Case) -> tuple[Twin, ...]:
    """Twins of the patient at the end of a case, at most two of each sort, in a mixed order.

    Where no single fact would change the verdict at the end, it is the patient of the last step at
    which one would, and at last one with another disease. The order is the same each time, and
    tells nothing of who is who.
    """
    return _chosen(
        case.id,
        tuple(json.dumps(trace_after(case, step).entries) for step in range(len(case.steps))),
    )


@lru_cache(maxsize=128)
def _chosen(case_id: str, steps: tuple[str, ...]) -> tuple[Twin, ...]:
    def mixed(twin: Twin) -> str:
        return sha256(f"{case_id} {twin.id}".encode()).hexdigest()

    def at(step: int, *, other_disease: bool = False) -> list[Twin]:
        # What the case told comes first: it is what the learner has weighed. That a team has met
        # or a plan is made changes no verdict, and so teaches least.
        found = sorted(
            all_twins(consulted(steps[step]), step, other_disease=other_disease), key=mixed
        )
        return sorted(found, key=lambda twin: (twin.about in states_asked(), not twin.told))

    last = len(steps) - 1
    tries = (at(step) for step in range(last, -1, -1))
    deciding = next((found for each in tries if (found := _of_sort(each, decides=True))), [])
    deciding = deciding or _of_sort(at(last, other_disease=True), decides=True)
    return tuple(sorted([*deciding, *_of_sort(at(last), decides=False)], key=mixed))


def _of_sort(everyone: list[Twin], *, decides: bool) -> list[Twin]:
    """The first twins of a sort, each with another fact than the ones before."""
    found: dict[str, Twin] = {}
    for twin in everyone:
        if twin.decides is decides:
            found.setdefault(twin.label, twin)
    return list(found.values())[:MOST]


def all_twins(base: Trace, step: int, *, other_disease: bool = False) -> Iterator[Twin]:
    """Everybody who differs in one closed fact that is asked for, and who can be.

    With ``other_disease`` the diagnosis is the fact; else it stays.
    """
    vocabulary = RULEBOOK.vocabulary
    diagnosis = base.entries.get(vocabulary.diagnosis.id)
    disease = None if diagnosis is None else str(diagnosis)
    facts = (
        {vocabulary.diagnosis.id} if other_disease else facts_asked() - {vocabulary.diagnosis.id}
    )
    for finding in (atom for name, atom in vocabulary.atoms.items() if name in facts):
        known = base.entries.get(finding.id)
        if not vocabulary.applies(finding, disease):
            continue
        for value in _answers(finding):
            if value == known:
                continue
            try:
                trace = consulted(json.dumps({**base.entries, finding.id: value}))
            except ContradictionError:
                continue
            yield Twin(
                id=f"{step} {finding.id} {value}",
                step=step,
                about=finding.id,
                label=finding.label,
                before=value_text(finding, known),
                after=value_text(finding, value),
                told=known is not None,
                base=base,
                trace=trace,
            )


def _answers(finding: Finding) -> tuple[Value, ...]:
    if isinstance(finding, Choice):
        return tuple(option.value for option in finding.options)
    return (True, False) if isinstance(finding, YesNo) else ()


def _answer(verdict: Verdict) -> tuple[str, str | None]:
    return verdict.kind.value, verdict.drug
