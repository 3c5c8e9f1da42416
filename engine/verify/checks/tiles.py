"""Thresholds that nearly fit together: rules that differ only in where a number lies.

They are laid along the number line. A hole between two neighbours, or an overlap of two with
different conclusions, is reported where it is narrow: a single number that can be told, or up to a
twentieth of the numbers beside it.
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
from engine.inquiry.everyone import everyone
from engine.inquiry.regions import inside
from engine.mutation import replaced
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.verify.checks.numbers import Reach, reach_of
from engine.verify.checks.patients import must, patient_for
from engine.verify.diagnostic import Diagnostic, Found, at, rule_at
from engine.words import amount
from engine.words import inside as in_sentence

NARROW = 0.05
"""How wide a narrow hole or overlap may be, as a share of the numbers beside it."""


@dataclass(frozen=True, slots=True)
class _Tile:
    """The part of the number line that one condition of a rule asks for, in the stored unit."""

    rule: Rule
    path: str
    reach: Reach


def tile_faults(book: RuleBook) -> Found:
    """Narrow holes and overlaps between rules that differ in nothing but a range."""
    families: dict[tuple[str, object], list[_Tile]] = {}
    for rule in book.rules:
        for path, leaf in walk(rule.when):
            finding = book.vocabulary.atoms.get(getattr(leaf, "finding", ""))
            if isinstance(leaf, InRange) and isinstance(finding, Measurement):
                reach = reach_of(finding, leaf)
                rest = _shape(replaced(rule.when, path, IsKnown("")))
                if reach is not None:
                    family = families.setdefault((finding.id, rest), [])
                    family.append(_Tile(rule, path, reach))
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


def _narrow(finding: Measurement, part: Reach) -> float | None:
    """A number in a narrow part of the number line; None where it is wide, or has no number."""
    low, high = part.low, part.high
    told = inside(finding, low, high, low_counts=part.low_counts, high_counts=part.high_counts)
    if told is None:
        return None
    narrow = told[0] == told[1] or high - low <= NARROW * max(abs(low), abs(high))
    return told[0] if narrow else None


def _holes(book: RuleBook, finding: Measurement, tiles: list[_Tile]) -> Iterator[Diagnostic]:
    ordered = sorted(tiles, key=lambda tile: (tile.reach.low, not tile.reach.low_counts))
    below = ordered[0]
    for above in ordered[1:]:
        gap = _between(below.reach, above.reach)
        if gap is not None and (number := _narrow(finding, gap)) is not None:
            yield from _hole(book, finding, below, above, number)
        if _ends(above.reach) > _ends(below.reach):
            below = above


def _ends(reach: Reach) -> tuple[float, bool]:
    return reach.high, reach.high_counts


def _between(below: Reach, above: Reach) -> Reach | None:
    """What lies between two; None where they meet."""
    if above.low < below.high:
        return None
    if above.low == below.high and (above.low_counts or below.high_counts):
        return None
    return Reach(below.high, above.low, not below.high_counts, not above.low_counts)


def _shared(below: Reach, above: Reach) -> Reach | None:
    """What lies in both; None where that is nothing, or where one lies within the other."""
    if not (below.low < above.low and below.high < above.high):
        return None
    if above.low > below.high:
        return None
    if above.low == below.high and not (above.low_counts and below.high_counts):
        return None
    return Reach(above.low, below.high, above.low_counts, below.high_counts)


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
    ordered = sorted(tiles, key=lambda tile: (tile.reach.low, tile.reach.high))
    for below, above in combinations(ordered, 2):
        if below.rule.then == above.rule.then:
            continue
        both = _shared(below.reach, above.reach)
        if both is not None and _narrow(finding, both) is not None:
            yield _overlap(book, finding, below, above)


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
