"""A monitoring plan as a table by day. No clock is read: dates are there when a start is given.

A plan shows what published schedules come to for a regimen; it orders nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engine.conditions import IsKnown, Value, all_of
from engine.evaluate import prove
from engine.grammar import mark_text, value_text
from engine.option import Option
from engine.plan_items import PlanItem, Regimen
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.words import amount

AT_EVERY_CONTACT = 10**6
"""The place, in the order of days, of what is tied to none."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line: the day (counted from the first dose; None at every contact) and all about it.

    ``date`` is empty without a start. ``known`` is what the patient's facts already say;
    ``measured_first`` marks the checks before treatment, ``settled`` those of them of which nothing
    is left to measure.
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
    rows = [
        _row(book, known, item, day, start)
        for item in book.plan_items
        if item.drug is regimen.drug and (not item.regimens or regimen.id in item.regimens)
        for day in _days(item, regimen)
    ]
    order = {item.id: place for place, item in enumerate(book.plan_items)}
    return tuple(
        sorted(rows, key=lambda r: (AT_EVERY_CONTACT if r.day is None else r.day, order[r.item]))
    )


def _days(item: PlanItem, regimen: Regimen) -> Iterator[int | None]:
    """The days on which an item is due, each once; None when it is tied to no day."""
    when, last = item.when, regimen.doses[-1]
    days: list[int] = []
    if when.before is not None:
        days.append(-when.before)
    for dose in regimen.doses:
        days += [dose + offset for offset in when.around]
    days += [day for day in when.on_days if day <= last]
    days += [last + offset for offset in when.after_last]
    yield from sorted(set(days)) or (None,)


def _row(
    book: RuleBook, known: Mapping[str, Value], item: PlanItem, day: int | None, start: date | None
) -> PlanRow:
    first = item.when.before is not None
    return PlanRow(
        day=day,
        date="" if day is None or start is None else (start + timedelta(days=day)).isoformat(),
        what=item.what,
        when=item.when.text,
        why=item.why,
        threshold="; ".join(
            f"{mark.label}: {amount(mark.value, mark.unit)} ({mark_text(mark)})"
            for mark in item.marks
        ),
        action=item.action,
        source=f"{', '.join(item.cites)} ({item.confidence.label})",
        known=_known(book, known, item) if first else "",
        measured_first=first,
        settled=first and _settled(book, known, item),
        item=item.id,
    )


def _settled(book: RuleBook, known: Mapping[str, Value], item: PlanItem) -> bool:
    """Whether nothing of a check before treatment is left to measure."""
    if item.settled is None and not item.findings:
        return False
    asked = item.settled or all_of(*(IsKnown(name) for name in item.findings))
    return prove(asked, book.vocabulary, known, {}).truth is Truth.YES


def _known(book: RuleBook, known: Mapping[str, Value], item: PlanItem) -> str:
    """What is already known of what an item measures."""
    atoms = book.vocabulary.atoms
    told = [
        f"{atoms[name].label}: {value_text(atoms[name], known[name])}"
        for name in item.findings
        if name in known
    ]
    return "; ".join(told)


def still_to_measure(rows: tuple[PlanRow, ...]) -> tuple[PlanRow, ...]:
    """The checks before treatment of which something is still to be measured."""
    return tuple(row for row in rows if row.measured_first and not row.settled)
