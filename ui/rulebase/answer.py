"""What a rule base answers in its own process: a description, and what becomes of patients."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from engine.conditions import Value
from engine.consult import consult
from engine.errors import ContradictionError, DefectError, ProfileError
from engine.evaluate import evaluate
from engine.facts import establish, within
from engine.findings import Choice, Measurement
from engine.inquiry.slice import rules_behind
from engine.narrow import narrowed
from engine.profile import findings_of, profile_model
from engine.rulebook import RuleBook
from engine.truth import Truth
from ui.rulebase.describe import describe

try:
    from engine.deciding import advice_rules, decided, drug_named
except ModuleNotFoundError as error:
    if error.name != "engine.deciding":
        raise
    FAST = False  # an engine from before it could be asked for verdicts alone
else:
    FAST = True

Entries = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Answering:
    """A rule base that answers: the document by itself, and both layers."""

    alone: RuleBook
    full: RuleBook

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Answer one question. Raises KeyError for one that nobody here knows."""
        match asked["do"]:
            case "describe":
                return {"description": describe(self.alone, self.full)}
            case "screen":
                scope = asked["scope"]
                return {"outcomes": [self._outcome(each, scope) for each in asked["patients"]]}
            case "read":
                return {"entries": [_read(self.full, each) for each in asked["findings"]]}
            case "findings":
                return {"findings": [_findings(self.full, each) for each in asked["patients"]]}
            case _:
                raise KeyError(asked["do"])

    def _outcome(self, entries: Entries, scope: str) -> dict[str, Any]:
        book = self.alone if scope == "document" else self.full
        told = within(book.vocabulary, entries)
        if odd := [name for name, value in told.items() if not _exists(book, name, value)]:
            return {"state": "untold", "why": ", ".join(odd)}
        try:
            whole = scope == "whole" or not FAST
            if whole:
                return _consulted(book, told)
            return _screened(book, told, flags=scope == "flags")
        except ContradictionError as error:
            return {"state": "refused", "why": ", ".join(sorted(error.fields))}
        except DefectError as error:
            return {"state": "fault", "why": f"{type(error).__name__}: {error}"[:500]}


def _exists(book: RuleBook, name: str, value: Value) -> bool:
    """Whether a fact can have a value in this vocabulary, within its hard limits."""
    atom = book.vocabulary.atoms[name]
    if isinstance(atom, Choice):
        return any(option.value == value for option in atom.options)
    if isinstance(atom, Measurement):
        return not isinstance(value, str) and atom.hard.hold(float(value))
    return isinstance(value, bool)


def _screened(book: RuleBook, told: Entries, *, flags: bool) -> dict[str, Any]:
    """The verdicts by the reference evaluator alone; without flags, from what they depend on."""
    bare = book if flags else _advising(book)
    known = establish(book.vocabulary, told).values
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    narrow = narrowed(bare, None if diagnosis is None else str(diagnosis))
    evaluation = evaluate(narrow.book, known)
    proofs = narrow.ruled_out | evaluation.proofs
    raised = [f.id for f in book.flags if flags and evaluation.concepts[f.id] is Truth.YES]
    return {
        "verdicts": {
            layer.value: {
                drug.value: decided(bare, layer, drug, known, proofs).kind.value
                for drug in book.drugs
            }
            for layer in book.layers
        },
        "named": _named(book, diagnosis),
        "flags": dict.fromkeys(raised, ""),
    }


def _named(book: RuleBook, diagnosis: Value | None) -> dict[str, str | None]:
    """The drug that the overall verdict of each layer is about; without a disease, the first."""
    if diagnosis is None:
        return {layer.value: next(drug.value for drug in book.drugs) for layer in book.layers}
    drugs = {layer.value: drug_named(book, layer, diagnosis) for layer in book.layers}
    return {layer: None if drug is None else drug.value for layer, drug in drugs.items()}


@cache
def _advising(book: RuleBook) -> RuleBook:
    """The book with the rules alone that verdicts depend on."""
    kept = {
        rule.id for layer in book.layers for rule in rules_behind(book, advice_rules(book, layer))
    }
    return replace(
        book,
        chapters=tuple(
            replace(chapter, rules=tuple(rule for rule in chapter.rules if rule.id in kept))
            for chapter in book.chapters
        ),
    )


def _consulted(book: RuleBook, told: Entries) -> dict[str, Any]:
    """Everything, by both engines."""
    trace = consult(book, told)
    overall = {"document": trace.overall, "reference": trace.overall_reference}
    named = {layer: None if each is None else each.drug for layer, each in overall.items()}
    if book.vocabulary.diagnosis.id not in told:
        named = _named(book, None)
    verdicts: dict[str, dict[str, str]] = {layer.value: {} for layer in book.layers}
    for verdict in trace.verdicts:
        if verdict.drug is not None:
            verdicts[verdict.layer][verdict.drug] = verdict.kind.value
    return {
        "verdicts": verdicts,
        "named": {layer: named[layer] for layer in verdicts},
        "fired": list(trace.fired),
        "flags": {flag.id: "" if flag.state is None else flag.state.value for flag in trace.flags},
    }


def _read(book: RuleBook, findings: dict[str, Any]) -> dict[str, Any]:
    """A patient told as in a profile file, as facts; or what is wrong with it."""
    try:
        profile = profile_model(book.vocabulary).read(findings)
    except ProfileError as error:
        return {"entries": None, "why": str(error.problems[0])}
    return {"entries": profile.entries(), "why": ""}


def _findings(book: RuleBook, entries: Entries) -> dict[str, Any]:
    """Facts as the table of a profile file, with the facts that reading it gives; None if none."""
    told = within(book.vocabulary, entries)
    findings = findings_of(book.vocabulary, told)
    return {"findings": findings, **_read(book, findings)}
