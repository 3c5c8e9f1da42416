"""What is different between two consultations: two steps, before and after an edit, two patients.

Pure data, in the order of the rule book; ``engine.export.compared`` puts it into words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.conditions import Value
from engine.missing import missing_for
from engine.readings import read_otherwise
from engine.reasons import proofs_of
from engine.rulebook import RuleBook
from engine.trace import RaisedFlag, Trace, Verdict
from engine.truth import Truth


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is known otherwise; None is unknown."""

    finding: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that came out otherwise; ``waits_for`` are the findings that it waits for after."""

    rule: str
    before: Truth
    after: Truth
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """The verdicts on one drug in one layer, of which kind or deciding rules differ.

    ``reading`` names the reading of vague words where it is not the clinician's; "" otherwise.
    """

    before: Verdict
    after: Verdict
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs. What is the same is left out."""

    facts: tuple[FactChange, ...]
    rules: tuple[RuleChange, ...]
    settled: tuple[tuple[str, Truth], ...]
    verdicts: tuple[VerdictChange, ...]
    raised: tuple[RaisedFlag, ...]
    lowered: tuple[RaisedFlag, ...]

    @property
    def fired(self) -> tuple[RuleChange, ...]:
        """The rules that newly fired."""
        return tuple(each for each in self.rules if each.after is Truth.YES)

    @property
    def silenced(self) -> tuple[RuleChange, ...]:
        """The rules that fired before and do not any more."""
        return tuple(each for each in self.rules if each.before is Truth.YES)

    @property
    def blocked(self) -> tuple[RuleChange, ...]:
        """The rules that waited, and are now known not to fire."""
        waited = (each for each in self.rules if each.before is Truth.UNKNOWN)
        return tuple(each for each in waited if each.after is Truth.NO)

    @property
    def waiting(self) -> tuple[RuleChange, ...]:
        """The rules that were blocked, and now wait."""
        was = (each for each in self.rules if each.before is Truth.NO)
        return tuple(each for each in was if each.after is Truth.UNKNOWN)

    @property
    def nothing(self) -> bool:
        """Whether there is no difference at all."""
        return not (self.facts or self.rules or self.verdicts or self.raised or self.lowered)


def changes(book: RuleBook, before: Trace, after: Trace) -> Changes:
    """What differs between two consultations of one rule book, or of parts of it."""
    was, now = proofs_of(before), proofs_of(after)
    known = {fact.finding: fact.value for fact in after.facts}

    def waits(rule: str) -> tuple[str, ...]:
        if now[rule].truth is not Truth.UNKNOWN:
            return ()
        return missing_for(book, known, now, [book.rule[rule]])

    return Changes(
        facts=tuple(_facts(book, before, after)),
        rules=tuple(
            RuleChange(rule.id, was[rule.id].truth, now[rule.id].truth, waits(rule.id))
            for rule in book.rules
            if rule.id in was and rule.id in now and was[rule.id].truth is not now[rule.id].truth
        ),
        settled=tuple(
            (concept.id, after.concepts[concept.id])
            for concept in book.concepts
            if before.concepts.get(concept.id) is Truth.UNKNOWN
            and after.concepts.get(concept.id, Truth.UNKNOWN) is not Truth.UNKNOWN
        ),
        verdicts=tuple(_verdicts(book, before, after)),
        raised=_flags(after, before),
        lowered=_flags(before, after),
    )


def _facts(book: RuleBook, before: Trace, after: Trace) -> Iterator[FactChange]:
    was = {fact.finding: fact.value for fact in before.facts}
    now = {fact.finding: fact.value for fact in after.facts}
    for name in book.vocabulary.atoms:
        if was.get(name) != now.get(name):
            yield FactChange(name, was.get(name), now.get(name))


def _verdicts(book: RuleBook, before: Trace, after: Trace) -> Iterator[VerdictChange]:
    now = {(verdict.layer, verdict.drug): verdict for verdict in after.verdicts}
    for verdict in before.verdicts:
        other = now.get((verdict.layer, verdict.drug))
        if other is not None and (verdict.kind, verdict.rules) != (other.kind, other.rules):
            yield VerdictChange(verdict, other)
    read = [read_otherwise(book, trace, trace.readings) for trace in (before, after)]
    if any(read):
        rows = [
            trace.overall if each is None else each.verdict
            for trace, each in zip((before, after), read, strict=True)
        ]
        if rows[0].kind is not rows[1].kind:
            yield VerdictChange(rows[0], rows[1], next(each.label for each in read if each))


def _flags(of: Trace, without: Trace) -> tuple[RaisedFlag, ...]:
    theirs = {(flag.id, flag.state) for flag in without.flags}
    return tuple(flag for flag in of.flags if (flag.id, flag.state) not in theirs)
