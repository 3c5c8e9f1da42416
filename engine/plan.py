"""A monitoring plan as a table by day. No clock is read: dates are there when a start is given.

A plan shows what published schedules come to for a regimen; it orders nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engine.conditions import IsKnown, Value, all_of
from engine.crossings import crossed_texts, crossings_text
from engine.evaluate import prove
from engine.findings import MultiChoice
from engine.grammar import value_text
from engine.option import Option
from engine.plan_items import PlanItem, Regimen, When
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.words import and_list, or_list

AT_EVERY_CONTACT = 10**6
"""The place, in the order of days, of what is tied to none."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line: the day (counted from the first dose; None at every contact) and all about it.

    ``date`` is empty without a start. ``known`` is what the patient's facts already say, and
    ``crossed`` which of it lies beyond a threshold; ``measured_first`` marks the checks before
    treatment, ``settled`` those of them of which nothing is left to measure.
    """

    day: int | None
    date: str
    what: str
    when: str
    why: str
    threshold: str
    action: str
    source: str
    known: str
    crossed: tuple[str, ...]
    measured_first: bool
    settled: bool
    item: str


def regimens_for(book: RuleBook, drug: str) -> tuple[Regimen, ...]:
    """The regimens of one drug, in the order of the rule book."""
    return tuple(regimen for regimen in book.regimens if regimen.drug.value == drug)


def planned_drugs(book: RuleBook) -> tuple[Option, ...]:
    """The drugs for which there is a plan."""
    return tuple(dict.fromkeys(regimen.drug for regimen in book.regimens))


def monitoring_plan(
    book: RuleBook,
    known: Mapping[str, Value],
    regimen: Regimen,
    start: date | None = None,
) -> tuple[PlanRow, ...]:
    """Everything that is measured around a regimen, by day; what comes first is listed first."""
    rows: list[PlanRow] = []
    for item in _items(book, regimen):
        days = tuple(_days(item.when, regimen))
        rows += [_row(book, known, item, day, start, last=day == days[-1]) for day in days]
    order = {item.id: place for place, item in enumerate(book.plan_items)}
    return tuple(
        sorted(rows, key=lambda r: (AT_EVERY_CONTACT if r.day is None else r.day, order[r.item]))
    )


def beyond_thresholds(
    book: RuleBook, known: Mapping[str, Value], regimen: Regimen
) -> tuple[str, ...]:
    """What is known of the patient and lies beyond a threshold of the plan, each once."""
    crossings = (each for item in _items(book, regimen) for each in item.crossings)
    return crossed_texts(book, known, crossings)


def _items(book: RuleBook, regimen: Regimen) -> list[PlanItem]:
    return [
        item
        for item in book.plan_items
        if item.drug is regimen.drug and (not item.regimens or regimen.id in item.regimens)
    ]


def _days(when: When, regimen: Regimen) -> Iterator[int | None]:
    """The days on which an item is due, each once; None when it is tied to no day."""
    last = regimen.doses[-1]
    days: list[int] = []
    if when.before is not None:
        days.append(-when.before)
    for dose in regimen.doses[1 if when.further else 0 :]:
        days += [dose + offset for offset in when.around]
    days += [day for day in when.on_days if day <= last]
    days += [last + offset for offset in when.after_last]
    yield from sorted(set(days)) or (None,)


def _row(
    book: RuleBook,
    known: Mapping[str, Value],
    item: PlanItem,
    day: int | None,
    start: date | None,
    *,
    last: bool,
) -> PlanRow:
    first = item.when.before is not None
    return PlanRow(
        day=day,
        date="" if day is None or start is None else (start + timedelta(days=day)).isoformat(),
        what=item.what,
        when=f"{item.when.text}, and so on" if last and item.when.and_so_on else item.when.text,
        why=item.why,
        threshold=crossings_text(book, item.crossings),
        action=item.action,
        source=f"{', '.join(item.cites)} ({item.confidence.label})",
        known=_known(book, known, item) if first else "",
        crossed=crossed_texts(book, known, item.crossings) if first else (),
        measured_first=first,
        settled=first and _settled(book, known, item),
        item=item.id,
    )


def _settled(book: RuleBook, known: Mapping[str, Value], item: PlanItem) -> bool:
    """Whether nothing of a check before treatment is left to measure."""
    if item.settled is None and not item.findings:
        return False
    asked = item.settled
    if asked is None:
        asked = all_of(*(IsKnown(name) for name in item.findings))
    return prove(asked, book.vocabulary, known, {}).truth is Truth.YES


def _known(book: RuleBook, known: Mapping[str, Value], item: PlanItem) -> str:
    """What is already known of what an item measures; a list is said in one piece."""
    atoms, owner = book.vocabulary.atoms, book.vocabulary.owner
    asked: dict[str, list[str]] = {}
    for name in item.findings:
        asked.setdefault(owner[name].id, []).append(name)
    told = []
    for names in asked.values():
        finding = owner[names[0]]
        if isinstance(finding, MultiChoice):
            words = _list_text(finding, names, known)
        else:
            words = value_text(atoms[names[0]], known.get(names[0])) if names[0] in known else ""
        told += [f"{finding.label}: {words}"] if words else []
    return "; ".join(told)


def _list_text(
    finding: MultiChoice[Option], names: Iterable[str], known: Mapping[str, Value]
) -> str:
    """Which of the members asked for are there and which are not; empty while none is known."""
    labels = {finding.has(option).finding: option.label for option in finding.options}
    asked = list(names)
    there = [labels[name] for name in asked if known.get(name) is True]
    absent = [labels[name] for name in asked if known.get(name) is False]
    if len(absent) == len(labels):
        return "none"
    words = [and_list(there)] if there else []
    if absent and len(asked) < len(labels):
        words.append(f"not {or_list(absent)}")
    if (there or absent) and len(there) + len(absent) < len(asked):
        words.append("the others unknown")
    return ", ".join(words)


def still_to_measure(rows: tuple[PlanRow, ...]) -> tuple[PlanRow, ...]:
    """The checks before treatment of which something is still to be measured."""
    return tuple(row for row in rows if row.measured_first and not row.settled)
