"""Numbers that nobody can have: empty ranges, beyond the limits, between two steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    for found in book.vocabulary.impossible:
        for path, node in walk(found.when):
            yield Place(PlaceKind.IMPOSSIBLE, found.because, path), node
    for item in book.plan_items:
        for crossing in item.crossings:
            for path, node in walk(crossing.when):
                yield Place(PlaceKind.PLAN_ITEM, item.id, path), node


def _can_hold(finding: Measurement, node: InRange | Is) -> bool:
    if isinstance(node, InRange):
        return reach_of(finding, node) is not None
    number = float(node.value)
    return inside(finding, number, number, low_counts=True, high_counts=True) is not None


@dataclass(frozen=True, slots=True)
class Reach:
    """A part of the number line, in the stored unit, and whether its ends count."""

    low: float
    high: float
    low_counts: bool = True
    high_counts: bool = True


def reach_of(finding: Measurement, leaf: InRange) -> Reach | None:
    """What a range asks for within the hard limits; None where that is no number.

    Of numbers with steps, from the first one to the last.
    """
    low = -UNBOUNDED if finding.hard.low is None else finding.hard.low
    high = UNBOUNDED if finding.hard.high is None else finding.hard.high
    low_counts = high_counts = True
    if leaf.low is not None and (least := finding.stored(leaf.low, leaf.unit)) >= low:
        low, low_counts = least, leaf.low_included
    if leaf.high is not None and (most := finding.stored(leaf.high, leaf.unit)) <= high:
        high, high_counts = most, leaf.high_included
    if low > high or (low == high and not (low_counts and high_counts)):
        return None
    told = inside(finding, low, high, low_counts=low_counts, high_counts=high_counts)
    if told is None:
        return None
    if finding.step or finding.whole:
        return Reach(*told)
    return Reach(low, high, low_counts, high_counts)


def _offered(finding: Measurement) -> str:
    step = finding.step or (1.0 if finding.whole else None)
    low, high = finding.hard.low, finding.hard.high
    words = [] if low is None else [f"from {number_text(low)}"]
    words += [] if high is None else [f"up to {number_text(high)}"]
    words += [] if step is None else [f"in steps of {number_text(step)}"]
    return f"{' '.join(words) or 'that are in order'} ({finding.unit})"
