"""A rule base described as plain data, in the process that has read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from engine.conditions import Condition, InRange, findings_of
from engine.evaluate import evaluate
from engine.findings import Choice, Finding, Measurement, MultiChoice
from engine.inquiry.regions import Region, regions
from engine.inquiry.slice import rules_behind, slice_of
from engine.lines import group_text, leaf_text
from engine.option import Option
from engine.rule import Advice, Layer, Rule
from engine.rulebook import RuleBook
from engine.truth import Truth

TEXTS = (
    "statements",
    "references",
    "glossary",
    "aims",
    "silences",
    "vague_words",
    "regimens",
    "plan_items",
    "shown_doses",
)
"""Parts of a rule book that decide nothing; an older one may lack some."""


def plain(value: Any) -> Any:
    """A value as JSON data in which equal values, and only those, look the same."""
    if isinstance(value, type) and issubclass(value, Option):
        return [[member.value, member.label, member.help, member.phrase] for member in value]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__, **named}
    if isinstance(value, frozenset | tuple):
        items = [plain(item) for item in value]
        return sorted(items, key=repr) if isinstance(value, frozenset) else items
    return str(value) if isinstance(value, Decimal) else value


def describe(alone: RuleBook, full: RuleBook) -> dict[str, Any]:
    """The document by itself, and both layers, as ``engine.difference.description`` reads it."""
    vocabulary = full.vocabulary
    document = slice_of(alone, _advice(alone, Layer.DOCUMENT))
    return {
        "version": full.version,
        "hash": full.content_hash,
        "diagnosis": vocabulary.diagnosis.id,
        "drugs": {drug.value: drug.label for drug in full.drugs},
        "rules": {rule.id: _rule(full, rule, chapter) for chapter, rule in _placed(full)},
        "concepts": {concept.id: plain(concept) for concept in full.concepts},
        "thresholds": {name: plain(mark) for name, mark in full.thresholds.items()},
        "findings": {
            finding.id: plain(finding) for finding in (*vocabulary.findings, *vocabulary.derived)
        },
        "atoms": {name: _atom(full, name) for name in vocabulary.atoms if _told(full, name)},
        "texts": _texts(full),
        "ties": _ties(full),
        "regions": {
            "document": _regions(alone, document.leaves),
            "advice": _regions(
                full,
                slice_of(full, [r for layer in full.layers for r in _advice(full, layer)]).leaves,
            ),
            "whole": _regions(full, slice_of(full, full.rules).leaves),
        },
        "asked": _asked(alone),
        "exact": not any(name in alone.vocabulary.calculated for name in document.atoms),
    }


def _advice(book: RuleBook, layer: Layer) -> list[Rule]:
    return [rule for rule in book.rules if isinstance(rule.then, Advice) and rule.layer is layer]


def _asked(book: RuleBook) -> dict[str, list[str]]:
    """For each disease the facts that verdicts of the document depend on in it."""
    diagnosis, advice = book.vocabulary.diagnosis, _advice(book, Layer.DOCUMENT)
    found = {}
    for option in diagnosis.options:
        proofs = evaluate(book, {diagnosis.id: option.value}).proofs
        left = [rule for rule in advice if proofs[rule.id].truth is not Truth.NO]
        found[str(option.value)] = [n for n in slice_of(book, left).atoms if _told(book, n)]
    return found


def _placed(book: RuleBook) -> Iterable[tuple[str, Rule]]:
    return ((chapter.id, rule) for chapter in book.chapters for rule in chapter.rules)


def _rule(book: RuleBook, rule: Rule, chapter: str) -> dict[str, Any]:
    return {
        "title": rule.title,
        "layer": rule.layer.value,
        "chapter": chapter,
        "cites": list(rule.cites),
        "because": rule.because,
        "misuse": rule.misuse,
        "reading": plain(rule.reading),
        "confidence": plain(rule.confidence),
        "strength": rule.strength,
        "examples": [
            {"fires": each.fires, "facts": [[fact.finding, fact.value] for fact in each.facts]}
            for each in rule.examples
        ],
        "when": described_condition(book, rule.when),
        "then": rule.then.id,
        "then_label": rule.then.label,
        "reads": _ordered(book, findings_of(rule.when)),
        "behind": _ordered(book, _behind(book, rule)),
        "advice": [layer.value for layer in book.layers if rule.id in _deciding(book, layer)],
    }


def _ordered(book: RuleBook, names: frozenset[str]) -> list[str]:
    """Facts in the order of the vocabulary."""
    return [name for name in book.vocabulary.atoms if name in names]


def _behind(book: RuleBook, rule: Rule) -> frozenset[str]:
    """The facts that a rule reads through every concept between."""
    return frozenset(n for each in rules_behind(book, [rule]) for n in findings_of(each.when))


@cache
def _deciding(book: RuleBook, layer: Layer) -> frozenset[str]:
    """The rules that verdicts of a layer depend on."""
    return frozenset(rule.id for rule in rules_behind(book, _advice(book, layer)))


def described_condition(book: RuleBook, condition: Condition) -> dict[str, Any]:
    """A condition as a tree with its words."""
    parts = getattr(condition, "conditions", None)
    if parts is not None:
        return {
            "is": type(condition).__name__,
            "count": getattr(condition, "count", None),
            "head": group_text(condition),  # type: ignore[arg-type]  # it has parts
            "conditions": [described_condition(book, part) for part in parts],
        }
    text = leaf_text(book, condition)  # type: ignore[arg-type]  # it has none
    subject, _, needs = text.partition(": ")
    own = plain(condition)
    if "marks" in own:
        own["marks"] = [mark["id"] for mark in own["marks"]]
    if isinstance(condition, InRange):
        own["stored"] = _stored(book, condition)
    return {**own, "words": text, "subject": subject, "needs": needs}


def _stored(book: RuleBook, condition: InRange) -> list[float | None]:
    """The ends of a range in the unit in which values are stored."""
    atom = book.vocabulary.atoms[condition.finding]
    if not isinstance(atom, Measurement):
        raise TypeError(f"{atom.id} is compared with numbers but is not one")
    ends = (condition.low, condition.high)
    return [None if end is None else atom.stored(end, condition.unit) for end in ends]


def condition_words(book: RuleBook, condition: Condition) -> str:
    """A condition on one line, as ``engine.mutation`` puts it; not every engine has that."""
    parts = getattr(condition, "conditions", None)
    if parts is None:
        return leaf_text(book, condition)  # type: ignore[arg-type]  # it has no parts
    told = "; ".join(condition_words(book, part) for part in parts)
    return f"{group_text(condition)} ({told})"  # type: ignore[arg-type]  # it has parts


def _told(book: RuleBook, name: str) -> bool:
    """Whether a fact can be told, rather than only calculated."""
    return book.vocabulary.owner[name].id in book.vocabulary.by_id


def _atom(book: RuleBook, name: str) -> dict[str, Any]:
    atom, owner = book.vocabulary.atoms[name], book.vocabulary.owner[name]
    options = atom.options if isinstance(atom, Choice) else None
    return {
        "label": atom.label,
        "owner": owner.id,
        "listed": isinstance(owner, MultiChoice),
        "applies_to": sorted(atom.applies_to),
        "options": None if options is None else {o.value: o.label for o in options},
        "unit": atom.unit if isinstance(atom, Measurement) else "",
        "whole": _region(atom, regions(atom, ())[0]),
    }


def _regions(book: RuleBook, leaves: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    atoms = book.vocabulary.atoms
    return {
        name: [_region(atoms[name], each) for each in regions(atoms[name], asked)]
        for name, asked in leaves.items()
        if _told(book, name)
    }


def _region(atom: Finding, region: Region) -> dict[str, Any]:
    if isinstance(atom, Measurement):
        return {"low": region.low, "high": region.high}
    return {"values": [plain(value) for value in region.values]}


def _texts(book: RuleBook) -> dict[str, dict[str, Any]]:
    found = {
        # What has no id is known by its place.
        kind: {
            getattr(each, "id", f"number {number}"): plain(each)
            for number, each in enumerate(getattr(book, kind, ()), start=1)
        }
        for kind in TEXTS
    }
    found["excuses"] = {", ".join(e.statements): plain(e) for e in book.excuses}
    found["sections"] = {each.id: plain(each) for each in book.vocabulary.sections}
    found["chapters"] = {
        chapter.id: {
            "title": chapter.title,
            "paragraphs": list(chapter.paragraphs),
            "intro": chapter.intro,
            "order of rules": [rule.id for rule in chapter.rules],
        }
        for chapter in book.chapters
    }
    return found


def _ties(book: RuleBook) -> dict[str, dict[str, Any]]:
    """What follows from what in the vocabulary, each by its words."""
    vocabulary = book.vocabulary

    def named(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        return {words: plain(each) for words, each in pairs}

    return {
        "entailments": named(
            (f"{condition_words(book, e.when)} → {condition_words(book, e.then)}", e)
            for e in vocabulary.entailments
        ),
        "impossible": named(
            (condition_words(book, e.when), e) for e in getattr(vocabulary, "impossible", ())
        ),
        "ordered": named(
            (f"{e.lesser.label} ≤ {e.greater.label}", e) for e in getattr(vocabulary, "ordered", ())
        ),
        "calculations": named((e.then.label, e) for e in vocabulary.calculations),
    }
