"""The one grammar that turns values and conditions into words, from vocabulary and concepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.conditions import (
    ConceptIs,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Leaf,
    Value,
)
from engine.evidence import Confidence, Threshold
from engine.findings import Choice, Finding, Measurement
from engine.rulebook import RuleBook
from engine.words import amount, and_list, number_text, or_list, with_unit

UNKNOWN = "unknown"


def value_text(finding: Finding, value: Value | None) -> str:
    """A finding's value in words, with its unit; "unknown" when it has not been told."""
    if value is None:
        return UNKNOWN
    if isinstance(finding, Choice):
        return str(finding.options.of(value).label)
    if isinstance(finding, Measurement):
        return amount(value, finding.unit)
    return "yes" if value else "no"


def facts_text(book: RuleBook, entries: Mapping[str, Value]) -> tuple[str, ...]:
    """What is told of a patient, a line a fact, in the order of the form."""
    return tuple(
        f"{atom.label}: {value_text(atom, entries[name])}"
        for name, atom in book.vocabulary.atoms.items()
        if name in entries
    )


def label(book: RuleBook, source: str) -> str:
    """What a finding or a concept is called."""
    if source in book.concept:
        return book.concept[source].label
    return book.vocabulary.atoms[source].label


def seen_text(book: RuleBook, source: str, value: Value | None) -> str:
    """The value of a finding or a concept in words."""
    if source in book.concept:
        return UNKNOWN if value is None else ("yes" if value else "no")
    return value_text(book.vocabulary.atoms[source], value)


def needs_text(book: RuleBook, leaf: Leaf, *, wanted: bool = True) -> str:
    """What a condition asks for; with ``wanted=False``, what would make it fail."""
    match leaf:
        case ConceptIs(_, yes):
            return "yes" if yes is wanted else "no"
        case IsKnown():
            return "to be known" if wanted else "to be unknown"
        case IsNotKnown():
            return "to be unknown" if wanted else "to be known"
        case Is(name, value):
            return _one_of(book.vocabulary.atoms[name], (value,), wanted)
        case IsOneOf(name, values):
            return _one_of(book.vocabulary.atoms[name], values, wanted)
        case InRange():
            return _range(leaf, wanted)


def _one_of(finding: Finding, values: tuple[Value, ...], wanted: bool) -> str:
    if isinstance(finding, Choice):
        named = [option.label for option in finding.options if (option.value in values) is wanted]
        return or_list(named)
    if isinstance(finding, Measurement):
        return ("" if wanted else "not ") + or_list(value_text(finding, v) for v in values)
    return "yes" if (True in values) is wanted else "no"


def _range(leaf: InRange, wanted: bool) -> str:
    parts = []
    if leaf.low is not None:
        words = ("at least", "below") if leaf.low_included else ("above", "at most")
        parts.append(f"{words[0 if wanted else 1]} {number_text(leaf.low)}")
    if leaf.high is not None:
        words = ("at most", "above") if leaf.high_included else ("below", "at least")
        parts.append(f"{words[0 if wanted else 1]} {number_text(leaf.high)}")
    number = with_unit((" and " if wanted else " or ").join(parts), leaf.unit)
    return f"{number} ({'; '.join(marks)})" if (marks := _marks(leaf.marks)) else number


def _marks(marks: Iterable[Threshold]) -> list[str]:
    return list(dict.fromkeys(mark_text(mark) for mark in marks))


def mark_text(mark: Threshold) -> str:
    """Where a threshold comes from and how sure we are of it: never shown without."""
    if mark.confidence is Confidence.READ:
        return and_list(mark.cites)
    if mark.confidence is Confidence.OWN:
        return mark.confidence.label
    return (
        f"{and_list(mark.cites)}, {mark.confidence.label}"
        if mark.cites
        else (mark.confidence.label)
    )
