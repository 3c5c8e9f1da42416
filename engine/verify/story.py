"""A patient for whom a property does not hold, told so that a reader sees whom it harms and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.conditions import concepts_of
from engine.deciding import Decided, decided, drug_named
from engine.errors import GapError
from engine.evaluate import evaluate
from engine.facts import establish
from engine.grammar import value_text
from engine.mutation import condition_words
from engine.option import Option
from engine.property import (
    Claim,
    Exactly,
    Never,
    NotLostByWorsening,
    Property,
    VerdictIs,
    Whenever,
)
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.verify.outcome import Entries, Found
from engine.words import sentence


@dataclass(frozen=True, slots=True)
class Said:
    """What a layer says of a drug: the words, and the rules that decide it, each in a line."""

    words: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Who is harmed, what is known of the patient, what the rules say, and what goes wrong.

    Where two are compared, ``changed`` is what is told otherwise of the second, and ``afterwards``
    what the rules say then.
    """

    harm: str
    patient: tuple[str, ...]
    said: tuple[Said, ...]
    wrong: str
    changed: tuple[str, ...] = ()
    afterwards: tuple[Said, ...] = ()


def story(book: RuleBook, property_: Property, found: Found) -> Story:
    """Tell of a patient for whom a property of the book does not hold."""
    about = tuple(dict.fromkeys(_about(book, property_.claim, found.entries)))
    changed: tuple[str, ...] = ()
    if found.then is not None:
        names = dict.fromkeys([*found.entries, *found.then])
        changed = tuple(
            f"{book.vocabulary.atoms[name].label}: {_value(book, name, found.entries)}, then "
            f"{_value(book, name, found.then)}"
            for name in names
            if found.entries.get(name) != found.then.get(name)
        )
    return Story(
        harm=property_.harm,
        patient=told(book, found.entries),
        said=tuple(said(book, layer, drug, found.entries) for layer, drug in about)
        + tuple(_shown(book, property_.claim, found.entries)),
        wrong=found.why,
        changed=changed,
        afterwards=()
        if found.then is None
        else tuple(said(book, layer, drug, found.then) for layer, drug in about),
    )


def told(book: RuleBook, entries: Entries) -> tuple[str, ...]:
    """What is known of a patient, a line a fact, in the order of the form."""
    return tuple(
        f"{atom.label}: {_value(book, name, entries)}"
        for name, atom in book.vocabulary.atoms.items()
        if name in entries
    )


def said(book: RuleBook, layer: Layer, drug: Option, entries: Entries) -> Said:
    """What a layer says of a drug for a patient, by the reference evaluator."""
    known = establish(book.vocabulary, entries).values
    proofs = evaluate(book, known).proofs
    try:
        found: Decided = decided(book, layer, drug, known, proofs)
    except GapError:
        return Said(f"{sentence(drug.label)}, by {layer.label}: no verdict at all", ())
    rules = tuple(_line(book, rule) for rule in found.rules)
    return Said(f"{sentence(drug.label)}, by {layer.label}: {found.kind.said_by(layer)}", rules)


def _shown(book: RuleBook, claim: Claim, entries: Entries) -> Iterator[Said]:
    """Whether what a claim says is shown exactly so is shown, and by which rules."""
    if not isinstance(claim, Exactly) or isinstance(claim.then, VerdictIs):
        return
    proofs = evaluate(book, establish(book.vocabulary, entries).values).proofs
    for name in sorted(concepts_of(claim.then.condition)):
        rules = [rule for rule in book.rules_for[name] if proofs[rule.id].truth is Truth.YES]
        yield Said(
            f"“{sentence(book.concept[name].label)}”: {'said' if rules else 'not said'}",
            tuple(_line(book, rule) for rule in rules),
        )


def _line(book: RuleBook, rule: Rule) -> str:
    return f"{rule.id} ({rule.title}): {condition_words(book, rule.when)}"


def _value(book: RuleBook, name: str, entries: Entries) -> str:
    return value_text(book.vocabulary.atoms[name], entries.get(name))


def _about(book: RuleBook, claim: Claim, entries: Entries) -> Iterator[tuple[Layer, Option]]:
    """The layers and drugs that a claim speaks of; else the drug named for the disease."""
    match claim:
        case Whenever(given, then) | Never(given, then):
            for fact in (*given, *then):
                if isinstance(fact, VerdictIs):
                    yield fact.layer, book.drugs.of(fact.drug.value)
        case Exactly():
            return  # what is said exactly is no verdict, but stands by itself: see ``_shown``
        case NotLostByWorsening(layer, drug):
            yield layer, book.drugs.of(drug.value)
        case _:
            diagnosis = entries.get(book.vocabulary.diagnosis.id)
            if diagnosis is not None:
                named = drug_named(book, claim.layer, diagnosis)
                if named is not None:
                    yield claim.layer, named
