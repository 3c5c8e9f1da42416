"""What static checks found in a rule base, as parts of a report and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from engine.conditions import Value
from engine.export.report import Item, Part, items_of
from engine.grammar import facts_text
from engine.rulebook import RuleBook
from engine.verify.codes import Severity
from engine.verify.diagnostic import Diagnostic

TITLE = "Faults of the rule base"
MOST = 12
"""So many diagnostics of a code are listed one by one; the rest are counted."""


def worst(found: Sequence[Diagnostic]) -> Severity | None:
    """How bad the worst of them is; None without any."""
    return next((each for each in Severity if any(d.severity is each for d in found)), None)


def diagnostics_part(book: RuleBook, found: Sequence[Diagnostic]) -> Part:
    """Everything found, the worst first, each with its patient and the mend."""
    counts = Counter(each.severity for each in found)
    named = ", ".join(f"{severity.label}s: {counts[severity]}" for severity in Severity)
    listed: Counter[str] = Counter()
    items: list[Item] = []
    for severity in Severity:
        for each in found:
            if each.severity is not severity:
                continue
            listed[each.code] += 1
            if listed[each.code] <= MOST:
                items.append(_item(book, each))
    items += [
        Item(f"{code}: {count - MOST} more") for code, count in listed.items() if count > MOST
    ]
    return Part(TITLE, tuple(items), intro=f"{named[:1].upper()}{named[1:]}.")


def _item(book: RuleBook, found: Diagnostic) -> Item:
    about = found.about
    under = [Item(f"{about.severity.label}: {about.title}. {about.matters}"), Item(found.mend)]
    for title, entries in (("For example", found.patient), ("And then", found.then)):
        if entries is not None:
            under.append(Item(title, items_of(facts_text(book, entries) or ["Nothing is told."])))
    return Item(f"{found.code}, {found.line}", tuple(under))


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
