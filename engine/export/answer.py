"""The answer as data: what ``evaluate --format json`` prints. Its keys do not change lightly."""

from __future__ import annotations

from collections.abc import Sequence

from engine.consult import BANNER
from engine.differences import layer_difference
from engine.errors import Problem
from engine.readings import read_otherwise
from engine.rulebook import RuleBook
from engine.trace import Assumption, Fact, Kind, RaisedFlag, Record, RuleBookRef, Trace, Verdict


class VerdictAnswer(Record):
    """One verdict. ``label`` is its kind as shown on screen, ``drug`` is None where none is."""

    layer: str
    drug: str | None
    drug_label: str | None
    kind: Kind
    label: str
    summary: str
    rules: tuple[str, ...]
    cites: tuple[str, ...]
    waiting_for: tuple[str, ...]
    assumptions: tuple[Assumption, ...]


class Notice(Record):
    """A number that is possible but looks like a typing error."""

    field: str
    wrong: str
    mend: str


class Answer(Record):
    """The answer to one consultation, without the proofs that the trace holds.

    ``overall`` is the document's own verdict, ``overall_reference`` that of the published criteria
    (null while they are not in force), ``difference`` how the two stand to each other. ``reread``
    is the document's verdict where vague words are read otherwise than by the clinician (else
    null). ``fired`` are rule ids in order, ``waiting_for`` are finding ids, diagnosis first.
    ``withheld`` was told but does not apply to the diagnosis.
    """

    disclaimer: str
    rulebook: RuleBookRef
    overall: VerdictAnswer
    overall_reference: VerdictAnswer | None
    difference: str | None
    reread: VerdictAnswer | None
    verdicts: tuple[VerdictAnswer, ...]
    flags: tuple[RaisedFlag, ...]
    fired: tuple[str, ...]
    waiting_for: tuple[str, ...]
    facts: tuple[Fact, ...]
    withheld: tuple[Fact, ...]
    unknown: tuple[str, ...]
    readings: dict[str, str]
    warnings: tuple[Notice, ...]


def answer(book: RuleBook, trace: Trace, warnings: Sequence[Problem] = ()) -> Answer:
    """The answer that a trace gives; ``warnings`` are the soft limits that the profile touched."""
    reference = trace.overall_reference
    difference = layer_difference(book, trace)
    reread = None if reference is None else read_otherwise(book, trace, trace.readings)
    return Answer(
        disclaimer=BANNER,
        rulebook=trace.rulebook,
        overall=verdict_answer(book, trace.overall),
        overall_reference=None if reference is None else verdict_answer(book, reference),
        difference=None if difference is None else difference.text,
        reread=None if reread is None else verdict_answer(book, reread.verdict),
        verdicts=tuple(verdict_answer(book, verdict) for verdict in trace.verdicts),
        flags=trace.flags,
        fired=trace.fired,
        waiting_for=trace.waiting_for,
        facts=trace.facts,
        withheld=trace.withheld,
        unknown=trace.unknown,
        readings=trace.readings,
        warnings=tuple(Notice(field=w.field, wrong=w.wrong, mend=w.mend) for w in warnings),
    )


def verdict_answer(book: RuleBook, verdict: Verdict) -> VerdictAnswer:
    """One verdict as data."""
    drug = None if verdict.drug is None else book.drugs.of(verdict.drug)
    return VerdictAnswer(
        layer=verdict.layer,
        drug=verdict.drug,
        drug_label=None if drug is None else drug.label,
        kind=verdict.kind,
        label=verdict.label,
        summary=verdict.summary,
        rules=verdict.rules,
        cites=verdict.cites,
        waiting_for=verdict.waiting_for,
        assumptions=verdict.assumptions,
    )
