"""What the advice rules of a layer come to: one kind of verdict for each drug, and by which rules.

Verdicts rest on rules that were seen to fire, never on the absence of one. Their words are in
``engine.verdict``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from engine.conditions import Value
from engine.errors import GapError
from engine.evaluate import evaluate
from engine.missing import FORBID, stance_of
from engine.option import Option
from engine.reasons import Proofs
from engine.rule import Advice, Layer, Rule, Stance
from engine.rulebook import RuleBook
from engine.trace import Kind
from engine.truth import Truth

Named = dict[str, frozenset[str]]
"""For each drug, the diagnoses for which the rules say anything about it."""


@lru_cache(maxsize=256)  # altered books come and go
def named_diagnoses(book: RuleBook, layer: Layer) -> Named:
    """For which diagnoses each drug is named: some advice rule for it is not ruled out by them."""
    named: dict[str, set[str]] = {drug.value: set() for drug in book.drugs}
    diagnosis = book.vocabulary.diagnosis
    for option in diagnosis.options:
        proofs = evaluate(book, {diagnosis.id: option.value}).proofs
        for rule in advice_rules(book, layer):
            if isinstance(rule.then, Advice) and proofs[rule.id].truth is not Truth.NO:
                named[rule.then.drug.value].add(option.value)
    return {drug: frozenset(diagnoses) for drug, diagnoses in named.items()}


@lru_cache(maxsize=256)  # altered books come and go
def advice_rules(book: RuleBook, layer: Layer, drug: Option | None = None) -> tuple[Rule, ...]:
    """The rules of a layer that conclude advice, about one drug or about any."""
    return tuple(
        rule
        for rule in book.rules
        if isinstance(rule.then, Advice)
        and rule.layer is layer
        and (drug is None or rule.then.drug is drug)
    )


@dataclass(frozen=True, slots=True)
class Decided:
    """A kind of verdict, about one drug or about none, and the rules that decide it.

    Where it cannot be told yet, ``rules`` are those that wait or withhold.
    """

    kind: Kind
    drug: str | None
    rules: tuple[Rule, ...] = ()


def decided(
    book: RuleBook, layer: Layer, drug: Option, known: Mapping[str, Value], proofs: Proofs
) -> Decided:
    """What a layer comes to for one drug. Raises GapError when every rule is ruled out."""
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    rules = advice_rules(book, layer, drug)
    waiting = [rule for rule in rules if proofs[rule.id].truth is Truth.UNKNOWN]
    if diagnosis is None:
        return Decided(Kind.NOT_ENOUGH_DATA, drug.value, tuple(waiting))
    if diagnosis not in named_diagnoses(book, layer)[drug.value]:
        return Decided(Kind.OUTSIDE_DOCUMENT, drug.value)
    fired = {
        stance: [r for r in rules if stance_of(r) is stance and proofs[r.id].truth is Truth.YES]
        for stance in Stance
    }
    found = choice(layer, fired, waiting)
    if found is None:
        raise GapError(f"No verdict on {drug.label} for {known}: every rule is ruled out.")
    kind, deciding = found
    return Decided(kind, drug.value, tuple(deciding))


def drug_named(book: RuleBook, layer: Layer, diagnosis: Value) -> Option | None:
    """The first drug of which a layer says anything for a diagnosis; None where it says nothing."""
    named = named_diagnoses(book, layer)
    return next((drug for drug in book.drugs if diagnosis in named[drug.value]), None)


Choice = tuple[Kind, list[Rule]] | None
"""A kind of verdict and the rules that decide it; None where nothing does."""


def choice(layer: Layer, fired: dict[Stance, list[Rule]], waiting: list[Rule]) -> Choice:
    """What the advice rules of a layer come to: those that fired, by stance, and those that wait.

    They are about one drug, the diagnosis is known, and the drug is named for it.
    """
    return (
        _by_the_document(fired, waiting)
        if layer is Layer.DOCUMENT
        else _by_criteria(fired, waiting)
    )


def _by_the_document(fired: dict[Stance, list[Rule]], waiting: list[Rule]) -> Choice:
    """What the document's rules come to; it never weighs one paragraph against another."""
    may, against = fired[Stance.MAY], fired[Stance.NOT]
    if ambiguous := fired[Stance.AMBIGUOUS] or ([*may, *against] if may and against else []):
        return Kind.DOCUMENT_AMBIGUOUS, ambiguous
    if may:
        return Kind.MAY_BE_CONSIDERED, may
    if against:
        return Kind.NOT_INDICATED, against
    return (Kind.NOT_ENOUGH_DATA, waiting) if waiting else None


def _by_criteria(fired: dict[Stance, list[Rule]], waiting: list[Rule]) -> Choice:
    """What published criteria come to: safety first, and "against" beats "may be considered".

    Nothing may be considered, nor left to the team, while a rule that would forbid it waits.
    """
    if fired[Stance.STOP]:
        return Kind.EXCLUDED_OR_PAUSED, fired[Stance.STOP]
    opened = [*fired[Stance.MAY], *fired[Stance.AMBIGUOUS]]
    if opened:
        unsettled = [rule for rule in waiting if stance_of(rule) in FORBID]
        if fired[Stance.WITHHELD] or unsettled:
            return Kind.NOT_ENOUGH_DATA, [*fired[Stance.WITHHELD], *unsettled]
    if fired[Stance.NOT]:
        return Kind.NOT_INDICATED, fired[Stance.NOT]
    if opened:
        return _opened(fired, waiting)
    return (Kind.NOT_ENOUGH_DATA, waiting) if waiting else None


def _opened(fired: dict[Stance, list[Rule]], waiting: list[Rule]) -> Choice:
    """What an opened question comes to, once nothing forbids it."""
    stronger = {Stance.NOT} if fired[Stance.AMBIGUOUS] else {Stance.NOT, Stance.AMBIGUOUS}
    if unsettled := [rule for rule in waiting if stance_of(rule) in stronger]:
        return Kind.NOT_ENOUGH_DATA, unsettled
    if fired[Stance.AMBIGUOUS]:
        return Kind.DOCUMENT_AMBIGUOUS, fired[Stance.AMBIGUOUS]
    return Kind.MAY_BE_CONSIDERED, fired[Stance.MAY]
