"""Thresholds that nearly fit together: rules that differ only in where a number lies.

They are laid along the number line. A hole between two neighbours, or an overlap of two with
different conclusions, is reported where it is narrow: a single number, or up to a twentieth of it.
A wide one is meant: what lies between two alarms is normal, and a worse grade includes a milder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from engine.conditions import AllOf, AnyOf, AtLeast, Condition, InRange, Is, IsKnown, walk
from engine.findings import Measurement
from engine.inquiry.encoding import Encoding
from engine.inquiry.regions import UNBOUNDED, inside
from engine.mutation import replaced
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.verify.checks.patients import must, patient_for
from engine.verify.diagnostic import Diagnostic, Found, at, rule_at
from engine.verify.everyone import everyone
from engine.words import amount
from engine.words import inside as in_sentence

NARROW = 0.05
"""How wide a narrow hole or overlap may be, as a share of the numbers beside it."""


@dataclass(frozen=True, slots=True)
class _Tile:
    """The part of the number line that one condition of a rule asks for, in the stored unit."""

    rule: Rule
    path: str
    low: float
    high: float
    low_counts: bool
    high_counts: bool


def tile_faults(book: RuleBook) -> Found:
    """Narrow holes and overlaps between rules that differ in nothing but a range."""
    families: dict[tuple[str, object], list[_Tile]] = {}
    for rule in book.rules:
        for path, leaf in walk(rule.when):
            finding = book.vocabulary.atoms.get(getattr(leaf, "finding", ""))
            if isinstance(leaf, InRange) and isinstance(finding, Measurement):
                rest = _shape(replaced(rule.when, path, IsKnown("")))
                families.setdefault((finding.id, rest), []).append(_tile(finding, rule, path, leaf))
    for (name, _), tiles in families.items():
        measurement = book.vocabulary.atoms[name]
        if isinstance(measurement, Measurement) and len(tiles) > 1:
            yield from _holes(book, measurement, tiles)
            yield from _overlaps(book, measurement, tiles)


def _shape(condition: Condition) -> object:
    """A condition without the order of its parts, and without the sources of its numbers."""
    match condition:
        case InRange():
            return replace(condition, marks=())
        case AllOf() | AnyOf():
            return type(condition).__name__, frozenset(_shape(c) for c in condition.conditions)
        case AtLeast():
            return condition.count, frozenset(Counter(map(_shape, condition.conditions)).items())
        case _:
            return condition


def _tile(finding: Measurement, rule: Rule, path: str, leaf: InRange) -> _Tile:
    low = -UNBOUNDED if leaf.low is None else finding.stored(leaf.low, leaf.unit)
    high = UNBOUNDED if leaf.high is None else finding.stored(leaf.high, leaf.unit)
    return _Tile(rule, path, low, high, leaf.low_included, leaf.high_included)


def _narrow(low: float, high: float) -> bool:
    return high - low <= NARROW * max(abs(low), abs(high))


def _holes(book: RuleBook, finding: Measurement, tiles: list[_Tile]) -> Iterator[Diagnostic]:
    ordered = sorted(tiles, key=lambda tile: (tile.low, not tile.low_counts))
    reached = ordered[0]
    for tile in ordered[1:]:
        if tile.low >= reached.high and _narrow(reached.high, tile.low):
            found = inside(
                finding,
                reached.high,
                tile.low,
                low_counts=not reached.high_counts,
                high_counts=not tile.low_counts,
            )
            meet = tile.low == reached.high and (reached.high_counts or tile.low_counts)
            if found is not None and not meet:
                yield from _hole(book, finding, reached, tile, found[0])
        if (tile.high, tile.high_counts) > (reached.high, reached.high_counts):
            reached = tile


def _hole(book: RuleBook, finding: Measurement, below: _Tile, above: _Tile, number: float) -> Found:
    rules = (below.rule, above.rule)
    there = Is(finding.id, number)
    when = replaced(below.rule.when, below.path, there)
    with everyone(book, rules, [when]) as (encoding, patients):
        lits = [encoding.truth(when)[0], *(-encoding.rule(rule)[0] for rule in rules)]
        patient = patients.one(*lits)
    if patient is None:
        return  # another condition of these rules covers it
    must(book, patient, not_fire=rules)
    yield at(
        rule_at(below.rule.id, below.path),
        "RB505",
        f"leaves a hole below {above.rule.id}, which differs in nothing else: "
        f"{in_sentence(finding.label)} {amount(number, finding.unit)} is in neither",
        "Let one of the two ranges include its end, or say why it is left out.",
        also=(rule_at(above.rule.id, above.path),),
        patient=patient,
    )


def _overlaps(book: RuleBook, finding: Measurement, tiles: list[_Tile]) -> Iterator[Diagnostic]:
    ordered = sorted(tiles, key=lambda tile: (tile.low, tile.high))
    for below, above in combinations(ordered, 2):
        if below.rule.then == above.rule.then or not _staggered(below, above):
            continue
        low, high = above.low, below.high
        found = inside(
            finding, low, high, low_counts=above.low_counts, high_counts=below.high_counts
        )
        if low > high or found is None or not _narrow(low, high):
            continue
        if low == high and not (above.low_counts and below.high_counts):
            continue
        yield _overlap(book, finding, below, above)


def _staggered(below: _Tile, above: _Tile) -> bool:
    """Whether each reaches where the other does not."""
    return below.low < above.low and below.high < above.high


def _overlap(book: RuleBook, finding: Measurement, below: _Tile, above: _Tile) -> Diagnostic:
    rules = (below.rule, above.rule)

    def both(encoding: Encoding) -> list[int]:
        return [encoding.rule(rule)[0] for rule in rules]

    patient = patient_for(book, rules, both)
    must(book, patient, fire=rules)
    number = patient.get(finding.id)
    where = f" {amount(number, finding.unit)}" if number is not None else ""
    return at(
        rule_at(below.rule.id, below.path),
        "RB506",
        f"overlaps with {above.rule.id}, which differs in nothing else but concludes something "
        f"else: {in_sentence(finding.label)}{where} is in both",
        "Let only one of the two ranges include the numbers that they share.",
        also=(rule_at(above.rule.id, above.path),),
        patient=patient,
    )
