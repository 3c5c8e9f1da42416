"""What static checks found in a rule base, as parts of a report and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.conditions import Value
from engine.errors import ContradictionError
from engine.export.report import Item, Part, items_of
from engine.facts import within
from engine.grammar import facts_text
from engine.rulebook import RuleBook
from engine.verify.codes import Severity
from engine.verify.diagnostic import Diagnostic, Place, PlaceKind
from engine.verify.looked import Looked
from engine.verify.reads import read_by
from engine.verify.story import told_besides, what_matters
from engine.verify.suspects import Suspected, counts_of, suspected
from engine.words import counted, sentence

TITLE = "Faults of the rule base"
NOTES = "Notes"
MOST = 12
"""So many diagnostics of a code are listed one by one; the rest are counted."""
OTHERS = {"case": "Teaching cases", "": "The rule book"}
SHORT = 6
"""The most lines of a patient that are told as they are, where it is told in short."""
PLACES = 4
"""So many places of the same fault are named; the rest are counted."""


def worst(found: Sequence[Diagnostic]) -> Severity | None:
    """How bad the worst of them is; None without any."""
    return next((each for each in Severity if any(d.severity is each for d in found)), None)


def faults_part(book: RuleBook, found: Sequence[Diagnostic], *, briefly: bool) -> Part:
    """Errors and warnings by the rule that they are about, that with most errors first.

    Each comes with its patient and the mend. ``briefly`` tells of a patient only what matters to
    the rule, and what is found several times once, with the places.
    """
    counts = Counter(each.severity for each in found)
    named = ", ".join(f"{severity.label}s: {counts[severity]}" for severity in Severity)
    wrong = [each for each in found if each.severity is not Severity.NOTE]
    items = _Items(book, briefly=briefly)
    groups = tuple(items.group(each) for each in suspected(book, wrong))
    return Part(TITLE, groups, intro=f"{named[:1].upper()}{named[1:]}.")


def notes_part(book: RuleBook, found: Sequence[Diagnostic], *, briefly: bool) -> Part:
    """What may well be meant."""
    notes = [each for each in found if each.severity is Severity.NOTE]
    items = _Items(book, briefly=briefly)
    return Part(NOTES, items.alike(notes), intro=Severity.NOTE.help if notes else "")


class _Items:
    """Faults as items: what a code means is said where it first stands."""

    def __init__(self, book: RuleBook, *, briefly: bool) -> None:
        self.book = book
        self.briefly = briefly
        self.explained: set[str] = set()

    def group(self, about: Suspected) -> Item:
        place = about.place
        rule = self.book.rule.get(place.id) if place.kind is PlaceKind.RULE else None
        what = (
            f"{place.id} ({rule.title})" if rule else OTHERS.get(str(place), sentence(str(place)))
        )
        return Item(f"{what}: {counts_of(about.faults)}", self.alike(about.faults))

    def alike(self, found: Sequence[Diagnostic]) -> tuple[Item, ...]:
        """The faults; ``briefly``, those that say the same in one item."""
        if self.briefly:
            same: dict[tuple[str, str, Place | None], list[Diagnostic]] = {}
            for each in found:
                case = each.place.kind is PlaceKind.CASE
                where = None if case else Place(each.place.kind, each.place.id)
                same.setdefault((each.code, _essence(each), where), []).append(each)
            return tuple(self._item(first, rest) for first, *rest in same.values())
        listed: Counter[str] = Counter()
        items = []
        for each in found:
            listed[each.code] += 1
            if listed[each.code] <= MOST:
                items.append(self._item(each, ()))
        more = ((code, count - MOST) for code, count in listed.items() if count > MOST)
        return (*items, *(Item(f"{code}: {count} more") for code, count in more))

    def _item(self, found: Diagnostic, like: Sequence[Diagnostic]) -> Item:
        line, about = found.line, found.about
        under: list[Item] = []
        if like and found.place.kind is PlaceKind.CASE:
            line = f"{_essence(found)} ({_in_cases((found, *like))})"
        elif like:
            line = f"{line} ({len(like)} more of these)"
        if about.id not in self.explained:
            self.explained.add(about.id)
            under.append(Item(f"{about.severity.label}: {about.title}. {about.matters}"))
        if like and found.place.kind is PlaceKind.CASE:
            under.append(Item(f"First of them: {found.place}, {_where(found)}"))
        under.append(Item(found.mend))
        under += self._patients(found)
        return Item(f"{found.code}, {line}", tuple(under))

    def _patients(self, found: Diagnostic) -> Iterable[Item]:
        for title, entries in (("For example", found.patient), ("And then", found.then)):
            if entries is None:
                continue
            # A case may tell more than these rules know of.
            known = within(self.book.vocabulary, entries)
            lines, left = facts_text(self.book, known), 0
            if self.briefly:
                lines, left = _in_short(self.book, found, known)
            rest = [f"{sentence(counted(left, 'line'))} more, left out here"] if left else []
            yield Item(title, items_of([*lines, *rest] or ["Nothing is told."]))


def _essence(found: Diagnostic) -> str:
    """A message without the step of the case in which it is so."""
    if found.place.kind is PlaceKind.CASE and found.message.startswith("at "):
        return found.message.partition(": ")[2]
    return found.message


def _where(found: Diagnostic) -> str:
    """The step of a case in which something is so."""
    return found.message.removeprefix("at ").partition(", ")[0]


def _in_cases(found: Sequence[Diagnostic]) -> str:
    """At how many steps of which cases."""
    names = list(dict.fromkeys(each.place.id for each in found))
    steps = {(each.place.id, _where(each)) for each in found}
    shown = ", ".join(names[:PLACES])
    left = len(names) - PLACES
    more = f" and {left} more cases" if left > 1 else ""
    if left == 1:
        shown = ", ".join(names)
    return f"at {len(steps)} steps of cases: {shown}{more}"


def _in_short(
    book: RuleBook, found: Diagnostic, entries: Mapping[str, Value]
) -> tuple[tuple[str, ...], int]:
    """What of a patient matters to the rules that a fault is about, and how many lines do not."""
    looked = Looked(book, entries)
    try:
        everything = told_besides(looked, ())
        places = (found.place, *found.also)
        rules = [
            book.rule[each.id]
            for each in places
            if each.kind is PlaceKind.RULE and each.id in book.rule
        ]
        if len(everything) <= SHORT:
            return everything, 0
        names = {book.vocabulary.diagnosis.id} | read_by(looked, rules)
        besides = told_besides(looked, names)
        return what_matters(looked, names), len(besides)
    except ContradictionError:
        return facts_text(book, entries), 0


def diagnostic_data(found: Diagnostic) -> dict[str, Any]:
    """One diagnostic as JSON data."""

    def plain(entries: Mapping[str, Value] | None) -> dict[str, Value] | None:
        return None if entries is None else dict(entries)

    return {
        "code": found.code,
        "severity": found.severity.value,
        "title": found.about.title,
        "place": str(found.place),
        "path": found.place.path,
        "also": [str(place) for place in found.also],
        "message": found.message,
        "mend": found.mend,
        "patient": plain(found.patient),
        "then": plain(found.then),
    }
