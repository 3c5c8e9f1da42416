"""Twins: the patient of a case and one who differs in a single fact. Does the difference matter?

Every twin is consulted; one who cannot be, by limits or by what findings imply, is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from cases.asked import facts_asked, states_asked
from cases.model import Case
from cases.play import book_behind, consulted, trace_after, verdict_of
from engine.conditions import Value
from engine.deciding import Decided
from engine.errors import ContradictionError
from engine.facts import establish
from engine.findings import Choice, Finding, Measurement, YesNo
from engine.grammar import value_text
from engine.inquiry.goal import reached
from engine.inquiry.question import Question
from engine.inquiry.regions import Region, holds
from engine.rule import Layer
from engine.screening import screened
from engine.trace import Trace, Verdict

MOST = 2
"""So many twins of each sort are shown: whose verdict differs, and whose does not."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A patient who differs from that of a case in one fact.

    ``id`` names the step (counted from 0) whose patient it is, the fact ``about`` and its value.
    ``before`` and ``after`` are the values in words; ``told`` is False where the case leaves the
    fact unknown. ``layer`` is whose verdict is compared.
    """

    id: str
    step: int
    about: str
    label: str
    before: str
    after: str
    told: bool
    layer: Layer
    base: Trace
    trace: Trace

    @property
    def decides(self) -> bool:
        """Whether the difference matters: kind or drug of the verdict are others."""
        return _answer(self.verdicts[0]) != _answer(self.verdicts[1])

    @property
    def verdicts(self) -> tuple[Verdict, Verdict]:
        """What the layer says of the patient of the case, and of the twin."""
        return verdict_of(self.base, self.layer), verdict_of(self.trace, self.layer)


@dataclass(frozen=True, slots=True)
class _Difference:
    """One fact told otherwise, before anybody is consulted about it."""

    step: int
    finding: Finding
    value: Value

    @property
    def id(self) -> str:
        return f"{self.step} {self.finding.id} {self.value}"


def twins(case: Case) -> tuple[Twin, ...]:
    """Twins of the patient at the end of a case, at most two of each sort, in a mixed order.

    Where no single fact would change the verdict at the end, it is the patient of the last step at
    which one would, and at last one with another disease. The order is the same each time, and
    tells nothing of who is who.
    """
    return _chosen(
        case.id,
        case.layers,
        tuple(
            (json.dumps(trace_after(case, step).entries), asked.question.layer)
            for step, asked in enumerate(case.steps)
        ),
    )


@lru_cache(maxsize=128)
def _chosen(
    case_id: str, layers: tuple[Layer, ...], steps: tuple[tuple[str, Layer], ...]
) -> tuple[Twin, ...]:
    def mixed(twin: Twin | _Difference) -> str:
        return sha256(f"{case_id} {twin.id}".encode()).hexdigest()

    def at(step: int, *, decides: bool, other_disease: bool = False) -> list[Twin]:
        entries, layer = steps[step]
        base = consulted(entries, layers)
        states = states_asked(book_behind(base))
        found = sorted(differences(base, step, layer, other_disease=other_disease), key=mixed)
        # What the case told comes first: it is what the learner has weighed. That a team has met
        # or a plan is made changes no verdict, and so teaches least.
        found.sort(key=lambda d: (d.finding.id in states, d.finding.id not in base.entries))
        return list(consulted_about(base, layer, _of_sort(base, layer, found, decides=decides)))

    last = len(steps) - 1
    deciding = next((t for step in range(last, -1, -1) if (t := at(step, decides=True))), [])
    deciding = deciding or at(last, decides=True, other_disease=True)
    return tuple(sorted([*deciding, *at(last, decides=False)], key=mixed))


def _of_sort(
    base: Trace, layer: Layer, everyone: Iterable[_Difference], *, decides: bool
) -> list[_Difference]:
    """The first differences of a sort, each in another fact than the ones before.

    They are looked for with one engine; those that are shown are consulted.
    """
    before = _answer(verdict_of(base, layer))
    book = book_behind(base)
    found: dict[str, _Difference] = {}
    for each in everyone:
        if each.finding.label in found:
            continue
        try:
            facts = establish(book.vocabulary, {**base.entries, each.finding.id: each.value})
        except ContradictionError:
            continue
        after = _answer(screened(book, layer, dict(facts.values)))
        if (after != before) is decides:
            found[each.finding.label] = each
        if len(found) == MOST:
            break
    return list(found.values())


def all_twins(
    base: Trace, step: int, layer: Layer = Layer.DOCUMENT, *, other_disease: bool = False
) -> Iterator[Twin]:
    """Everybody who differs in one fact that is asked for, and who can be.

    With ``other_disease`` the diagnosis is the fact; else it stays.
    """
    found = differences(base, step, layer, other_disease=other_disease)
    return consulted_about(base, layer, list(found))


def differences(
    base: Trace, step: int, layer: Layer, *, other_disease: bool
) -> Iterator[_Difference]:
    """Every closed fact that is asked for, told otherwise; and every number told, past its marks.

    Whether such a patient can be is not asked here.
    """
    book = book_behind(base)
    vocabulary = book.vocabulary
    diagnosis = base.entries.get(vocabulary.diagnosis.id)
    disease = None if diagnosis is None else str(diagnosis)
    facts = facts_asked(book) - {vocabulary.diagnosis.id}
    if other_disease:
        facts = frozenset({vocabulary.diagnosis.id})
    numbers = {} if other_disease else _past_a_mark(base, layer)
    for name, finding in vocabulary.atoms.items():
        if name not in facts or not vocabulary.applies(finding, disease):
            continue
        for value in numbers.get(name, ()) or _answers(finding):
            if value != base.entries.get(name):
                yield _Difference(step, finding, value)


def _past_a_mark(base: Trace, layer: Layer) -> dict[str, tuple[Value, ...]]:
    """For each number that was told, one value of every other region that the rules tell apart."""
    verdict = verdict_of(base, layer)
    if verdict.drug is None:
        return {}
    book, told = book_behind(base), base.entries
    vocabulary = book.vocabulary
    question = Question.about(book, reached(verdict), told, {vocabulary.diagnosis.id})
    computed = {f.id for c in vocabulary.calculated.values() for f in c.by.inputs}
    found: dict[str, tuple[Value, ...]] = {}
    for name, regions in question.domains.items():
        finding = vocabulary.atoms[name]
        if name not in told or not isinstance(finding, Measurement):
            continue
        leaves = question.part.leaves[name]
        now = [holds(leaf, finding, told[name]) for leaf in leaves]
        found[name] = tuple(
            region.value
            for region in regions
            if not _holds(region, told[name])
            # Regions that only keep two numbers in order teach nothing.
            and (name in computed or [holds(leaf, finding, region.value) for leaf in leaves] != now)
        )
    return found


def _holds(region: Region, value: Value) -> bool:
    if region.low is None or region.high is None:
        return value in region.values
    return region.low <= float(value) <= region.high


def consulted_about(base: Trace, layer: Layer, found: Iterable[_Difference]) -> Iterator[Twin]:
    """The twins of these differences, one after the other; who cannot be is left out."""
    layers = tuple(Layer.of(each) for each in base.layers)
    for each in found:
        finding = each.finding
        known = base.entries.get(finding.id)
        try:
            trace = consulted(json.dumps({**base.entries, finding.id: each.value}), layers)
        except ContradictionError:
            continue
        yield Twin(
            id=each.id,
            step=each.step,
            about=finding.id,
            label=finding.label,
            before=value_text(finding, known),
            after=value_text(finding, each.value),
            told=known is not None,
            layer=layer,
            base=base,
            trace=trace,
        )


def _answers(finding: Finding) -> tuple[Value, ...]:
    if isinstance(finding, Choice):
        return tuple(option.value for option in finding.options)
    return (True, False) if isinstance(finding, YesNo) else ()


def _answer(verdict: Verdict | Decided) -> tuple[str, str | None]:
    return verdict.kind.value, verdict.drug
