"""Rules of safety that are lost when a finding gets worse.

What is worse is read off the rule itself: where it asks for a number above a threshold, a higher
one is worse; below one, a lower one. A band, also one of two thresholds in one "all of", has two
sides, and on one of them the number is better; so it is a fault only where both sides can lose the
warning. A calculated number is moved by what it
is calculated from. Of choices and yes/no findings it has to be told which answers are worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from engine.conditions import AllOf, Condition, InRange, Is, IsOneOf, Value, walk
from engine.deciding import advice_rules
from engine.errors import DefectError
from engine.findings import Measurement
from engine.formulas import (
    Calculation,
    CkdEpi2021,
    Difference,
    Mosteller,
    PlusByChoice,
    Product,
    Sum,
)
from engine.missing import FORBID, stance_of
from engine.property import Worse
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.verify.checks.patients import must, seen
from engine.verify.diagnostic import Diagnostic, Found, at, rule_at
from engine.verify.pairs import Becomes, Pairs, as_it_is, pairs
from engine.vocabulary import Vocabulary
from engine.words import inside


@dataclass(frozen=True, slots=True)
class _Move:
    """A finding that gets worse: higher or lower, or by the order of its answers."""

    finding: str
    rising: bool = True
    values: tuple[str | bool, ...] = ()

    def becomes(self) -> Becomes:
        """That it is worse afterwards, and all else as it was."""

        def becomes(name: str, before: Value | None, after: Value | None) -> bool:
            if name != self.finding:
                return as_it_is(name, before, after)
            if before is None or after is None:
                return False
            if self.values:
                return self._place(before) < self._place(after)
            low, high = (before, after) if self.rising else (after, before)
            return float(low) < float(high)

        return becomes

    def _place(self, value: Value) -> int:
        return self.values.index(value) if value in self.values else -1

    @property
    def words(self) -> str:
        """What happens to it."""
        if self.values:
            return "worse"
        return "higher" if self.rising else "lower"


@dataclass(frozen=True, slots=True)
class _Loss:
    """What a rule of safety asks, and the moves that make it worse, one set for each side."""

    rule: Rule
    path: str
    asks: Condition
    sides: tuple[tuple[_Move, ...], ...]


def worsening_faults(book: RuleBook, worse: Sequence[Worse] = ()) -> Found:
    """Ask for each drug, rule and threshold for a patient who loses the warning by being worse."""
    for layer, drug in product(book.layers, book.drugs):
        rules = tuple(r for r in advice_rules(book, layer, drug) if stance_of(r) in FORBID)
        yield from _lost(book, rules, worse)


def _lost(book: RuleBook, rules: tuple[Rule, ...], worse: Sequence[Worse]) -> Iterator[Diagnostic]:
    losses = [loss for rule in rules for loss in _losses(book.vocabulary, rule, worse)]
    moves = {move for loss in losses for side in loss.sides for move in side}
    if not moves:
        return
    ways = {str(move): move.becomes() for move in sorted(moves, key=str)}
    # Answers that no rule tells apart are told apart here: one may be worse than the other.
    answers = [Is(move.finding, value) for move in moves for value in move.values]
    conditions = [*(loss.asks for loss in losses), *answers]
    with pairs(book, rules, ways, conditions, moving=True) as two:
        gone = [-two.after.rule(rule)[0] for rule in rules]
        states = [
            (two.before.truth(loss.asks)[0], two.after.truth(loss.asks)[0]) for loss in losses
        ]
        fired = {rule.id: two.before.rule(rule)[0] for rule in rules}
        for loss, (was, stays) in zip(losses, states, strict=True):
            given = [fired[loss.rule.id], was, *gone]
            if len(loss.sides) > 1:
                given.append(-stays)  # beyond the band, not within it
            hits = [_first(two, side, given) for side in loss.sides]
            found = next((hit for hit in hits if hit is not None), None)
            if found is not None and None not in hits:
                yield _diagnostic(book, rules, loss, found, _told(two, found, given))


def _first(two: Pairs, side: tuple[_Move, ...], given: Sequence[int]) -> _Move | None:
    return next((move for move in side if two.can(two.way[str(move)], *given)), None)


def _told(
    two: Pairs, move: _Move, given: Sequence[int]
) -> tuple[dict[str, Value], dict[str, Value]]:
    found = two.two(two.way[str(move)], *given)
    if found is None:
        raise DefectError("The solver no longer finds two patients whom it has found.")
    return found


def _diagnostic(
    book: RuleBook,
    rules: tuple[Rule, ...],
    loss: _Loss,
    move: _Move,
    told: tuple[dict[str, Value], dict[str, Value]],
) -> Diagnostic:
    before, after = told
    must(book, before, fire=[loss.rule])
    must(book, after, not_fire=rules)
    truth = seen(book, after).proofs[loss.rule.id].truth
    becomes = "waits" if truth is Truth.UNKNOWN else "is ruled out"
    label = inside(book.vocabulary.atoms[move.finding].label)
    return at(
        rule_at(loss.rule.id, loss.path),
        "RB504",
        f"fires, and with {label} {move.words} {becomes}; no other rule of safety for the drug "
        "fires then",
        "Leave the threshold open on the dangerous side, or write a rule that takes over there.",
        patient=before,
        then=after,
    )


def _losses(vocabulary: Vocabulary, rule: Rule, worse: Sequence[Worse]) -> Iterator[_Loss]:
    ordered = {each.finding.id: each.values for each in worse if each.values}
    in_bands: set[str] = set()
    for path, node in walk(rule.when):
        if isinstance(node, AllOf):
            for places, band in _bands(path, node):
                in_bands |= set(places)
                yield _Loss(rule, places[0], band, _sides(vocabulary, band.conditions))
        elif isinstance(node, InRange) and path not in in_bands:
            yield _Loss(rule, path, node, _sides(vocabulary, (node,)))
        elif isinstance(node, Is | IsOneOf) and node.finding in ordered:
            move = _Move(node.finding, values=tuple(ordered[node.finding]))
            yield _Loss(rule, path, node, ((move,),))


def _bands(path: str, group: AllOf) -> Iterator[tuple[tuple[str, ...], AllOf]]:
    """Bands that are told by two thresholds or more of one finding, and the paths of these."""
    ranges: dict[str, dict[str, InRange]] = {}
    for place, part in enumerate(group.conditions):
        if isinstance(part, InRange):
            ranges.setdefault(part.finding, {})[f"{path}.{place}"] = part
    for found in ranges.values():
        lows = any(each.low is not None for each in found.values())
        highs = any(each.high is not None for each in found.values())
        if len(found) > 1 and lows and highs:
            yield tuple(found), AllOf(tuple(found.values()))


def _sides(vocabulary: Vocabulary, ranges: Iterable[Condition]) -> tuple[tuple[_Move, ...], ...]:
    """What makes numbers worse that lie in all of these ranges: on one side, or on both."""
    asked = [each for each in ranges if isinstance(each, InRange)]
    up = tuple(_moves(vocabulary, asked[0].finding, rising=True))
    down = tuple(_moves(vocabulary, asked[0].finding, rising=False))
    lows = any(each.low is not None for each in asked)
    highs = any(each.high is not None for each in asked)
    if lows and highs:
        return up, down
    return (up,) if lows else (down,)


def _moves(vocabulary: Vocabulary, name: str, *, rising: bool) -> Iterator[_Move]:
    """What makes a number higher or lower: being told so, or what it is calculated from."""
    if vocabulary.owner[name].id in vocabulary.by_id:
        yield _Move(name, rising)
    calculation = vocabulary.calculated.get(name)
    if calculation is not None:
        for finding, along in driven_by(calculation):
            yield from _moves(vocabulary, finding.id, rising=rising is along)


def driven_by(calculation: Calculation) -> Iterator[tuple[Measurement, bool]]:
    """The numbers that a number rises with (True) or against (False); a table has no order."""
    match calculation.by:
        case Difference(of, minus):
            yield from ((of, True), (minus, False))
        case PlusByChoice(of):
            yield of, True
        case Product(of, times):
            yield of, times >= 0
        case Mosteller(tall, heavy):
            yield from ((tall, True), (heavy, True))
        case CkdEpi2021() as formula:
            yield formula.creatinine, False
        case Sum(of):
            yield from ((each, True) for each in of)
        case _:
            pass
