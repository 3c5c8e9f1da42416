"""A monitoring plan as a report: what comes first, then every entry by day."""

from __future__ import annotations

from collections.abc import Iterator

from engine.consult import BANNER
from engine.export.report import Item, Part, Report, items_of
from engine.plan import PlanRow, still_to_measure
from engine.plan_items import Regimen
from engine.rulebook import RuleBook
from engine.words import sentence

NOTE = "From published schedules; it orders nothing. Day 0 is the first dose."


def plan_report(book: RuleBook, regimen: Regimen, rows: tuple[PlanRow, ...]) -> Report:
    """The plan of a regimen, with what must be measured first."""
    first = items_of(f"{row.what} – {row.why}" for row in still_to_measure(rows))
    return Report(
        banner=BANNER,
        headline=f"Monitoring plan: {regimen.drug.label}, {regimen.label}",
        lead=(
            f"{NOTE} Days of doses: {', '.join(str(day) for day in regimen.doses)}.",
            *((regimen.total_text,) if regimen.total else ()),
        ),
        parts=(
            Part("To be measured first", first),
            Part("By day", tuple(Item(_head(row), tuple(_under(row))) for row in rows)),
        ),
        origin=f"Rule book {book.version}, SHA-256 {book.content_hash}",
    )


def _head(row: PlanRow) -> str:
    day = "At every contact" if row.day is None else f"Day {row.day}"
    return f"{day}{f' ({row.date})' if row.date else ''}: {row.what}, {row.when}"


def _under(row: PlanRow) -> Iterator[Item]:
    if row.known:
        yield Item(f"Already known: {row.known}")
    yield Item(f"Why: {row.why}")
    if row.threshold:
        yield Item(f"Threshold: {row.threshold}")
    yield Item(f"Action: {sentence(row.action)}")
    yield Item(f"Source: {row.source}")
