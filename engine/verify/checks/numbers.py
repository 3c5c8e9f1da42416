"""Numbers that nobody can have: empty ranges, beyond the limits, between two steps."""

from __future__ import annotations

from collections.abc import Iterator

from engine.conditions import Condition, InRange, Is, walk
from engine.findings import Measurement
from engine.grammar import needs_text
from engine.inquiry.regions import UNBOUNDED, inside
from engine.rulebook import RuleBook
from engine.verify.diagnostic import Found, Place, PlaceKind, at, rule_at
from engine.words import number_text


def number_faults(book: RuleBook) -> Found:
    """Conditions on numbers that no patient can meet."""
    for place, node in _asked(book):
        if not isinstance(node, InRange | Is):
            continue
        finding = book.vocabulary.atoms[node.finding]
        if isinstance(finding, Measurement) and not _can_hold(finding, node):
            yield at(
                place,
                "RB208",
                f"asks {finding.id} to be {needs_text(book, node)}, which no patient can meet",
                f"Ask for numbers {_offered(finding)}.",
            )


def _asked(book: RuleBook) -> Iterator[tuple[Place, Condition]]:
    for rule in book.rules:
        for path, node in walk(rule.when):
            yield rule_at(rule.id, path), node
    for entailment in book.vocabulary.entailments:
        for path, node in walk(entailment.when):
            yield Place(PlaceKind.ENTAILMENT, entailment.then.finding, path), node


def _can_hold(finding: Measurement, node: InRange | Is) -> bool:
    if isinstance(node, Is):
        number = float(node.value)
        return inside(finding, number, number, low_counts=True, high_counts=True) is not None
    low, low_counts = _end(finding, node.low, node.unit, counts=node.low_included)
    high, high_counts = _end(finding, node.high, node.unit, counts=node.high_included)
    least = -UNBOUNDED if finding.hard.low is None else finding.hard.low
    most = UNBOUNDED if finding.hard.high is None else finding.hard.high
    if low is None or low < least:
        low, low_counts = least, True
    if high is None or high > most:
        high, high_counts = most, True
    if low > high or (low == high and not (low_counts and high_counts)):
        return False
    return inside(finding, low, high, low_counts=low_counts, high_counts=high_counts) is not None


def _end(
    finding: Measurement, end: float | None, unit: str, *, counts: bool
) -> tuple[float | None, bool]:
    """An end in the stored unit, and whether it counts."""
    return (None if end is None else finding.stored(end, unit)), counts


def _offered(finding: Measurement) -> str:
    step = finding.step or (1.0 if finding.whole else None)
    low, high = finding.hard.low, finding.hard.high
    words = [] if low is None else [f"from {number_text(low)}"]
    words += [] if high is None else [f"up to {number_text(high)}"]
    words += [] if step is None else [f"in steps of {number_text(step)}"]
    return f"{' '.join(words) or 'that are in order'} ({finding.unit})"
