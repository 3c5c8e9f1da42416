"""What a fault is about: the rule to look at first, where many faults come from one rule.

A rule that reads what another concludes follows it: where both answer otherwise than expected, the
other one is to be looked at first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.inquiry.slice import rules_behind
from engine.rulebook import RuleBook
from engine.verify.codes import Severity
from engine.verify.diagnostic import Diagnostic, Place, PlaceKind, rule_at
from engine.words import and_list


@dataclass(frozen=True, slots=True)
class Suspected:
    """One thing to look at, and the faults that are about it, the worst first."""

    place: Place
    faults: tuple[Diagnostic, ...]

    def count(self, severity: Severity) -> int:
        """How many of the faults are so bad."""
        return sum(each.severity is severity for each in self.faults)


def without_followers(book: RuleBook, names: Iterable[str]) -> tuple[str, ...]:
    """Rules by id, each once, but for those that read what others of them conclude.

    An id that is not in the rule book stays: nothing is known of what it reads.
    """
    once = tuple(dict.fromkeys(names))
    return tuple(name for name in once if not _followed(book, name, once))


def _followed(book: RuleBook, name: str, others: Sequence[str]) -> tuple[str, ...]:
    """Those of the others whose conclusions a rule reads, directly or not."""
    if name not in book.rule:
        return ()
    behind = {rule.id for rule in rules_behind(book, [book.rule[name]])} - {name}
    return tuple(other for other in others if other in behind)


def suspected(book: RuleBook, found: Sequence[Diagnostic]) -> tuple[Suspected, ...]:
    """The faults by what they are about: what has most errors first."""
    counts = Counter(place for each in found for place in _named(each))
    rules = [place.id for place in counts if place.kind is PlaceKind.RULE]
    groups: dict[Place, list[Diagnostic]] = {}
    for each in found:
        first = max(_named(each), key=counts.__getitem__)  # the first of several that tie
        followed = _followed(book, first.id, rules) if first.kind is PlaceKind.RULE else ()
        if followed:
            first = max(map(rule_at, without_followers(book, followed)), key=counts.__getitem__)
        groups.setdefault(first, []).append(each)
    order = list(Severity)
    all_ = [
        Suspected(place, tuple(sorted(faults, key=lambda fault: order.index(fault.severity))))
        for place, faults in groups.items()
    ]
    return tuple(sorted(all_, key=lambda each: tuple(-each.count(severity) for severity in order)))


def _named(found: Diagnostic) -> tuple[Place, ...]:
    """What a fault is about: of a case the rules that answer otherwise, else where it is."""
    if found.place.kind is PlaceKind.CASE and found.also:
        return found.also
    # What no rule is suspected of, the cases share: often one gap in the rules stops many of them.
    if found.place.kind is PlaceKind.CASE:
        return (Place(PlaceKind.CASE),)
    return (Place(found.place.kind, found.place.id),)


def counts_of(found: Sequence[Diagnostic]) -> str:
    """How many errors, warnings and notes there are, those that there are none of left out."""
    counts = ((each, sum(d.severity is each for d in found)) for each in Severity)
    return and_list(_counted(severity, count) for severity, count in counts if count)


def mostly_about(groups: Sequence[Suspected]) -> Iterator[str]:
    """What most errors are about, where it is at least half of them."""
    errors = sum(each.count(Severity.ERROR) for each in groups)
    most = groups[0].count(Severity.ERROR) if groups else 0
    if errors and 2 * most >= errors:
        what = groups[0].place
        about = what.id if what.kind is PlaceKind.RULE else str(what)
        yield f"all about {about}" if most == errors else f"{most} of them about {about}"


def _counted(severity: Severity, count: int) -> str:
    return f"{count} {severity.label}{'' if count == 1 else 's'}"
