"""A monitoring plan as a report: the verdict, what is beyond a threshold, what is first, by day."""

from __future__ import annotations

from collections.abc import Iterator

from engine.consult import BANNER
from engine.export.criteria import criteria_line
from engine.export.report import Item, Part, Report, Table, items_of
from engine.plan import PlanRow, beyond_thresholds, still_to_measure
from engine.plan_items import Regimen
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from engine.words import sentence

NOTE = "From published schedules; it orders nothing. Day 0 is the first dose."
UNCHANGED = "The schedule below changes nothing in that."
HEAD = ("Day", "When", "What", "Why", "Threshold", "Action", "Source")


def plan_verdict(trace: Trace, regimen: Regimen) -> Verdict | None:
    """What published criteria say of the drug of a plan; None while they are not in force."""
    for verdict in trace.verdicts:
        if verdict.layer == Layer.REFERENCE and verdict.drug == regimen.drug.value:
            return verdict
    return None


def verdict_lines(book: RuleBook, verdict: Verdict) -> Iterator[str]:
    """The verdict with which a plan opens, and the rules that decided it."""
    yield criteria_line(verdict)
    if verdict.kind is not Kind.NOT_ENOUGH_DATA and verdict.rules:
        named = "; ".join(f"{name}, {book.rule[name].title}" for name in verdict.rules)
        yield f"Decided by {named} ({', '.join(verdict.cites)})."
    if verdict.kind is not Kind.MAY_BE_CONSIDERED:
        yield UNCHANGED


def plan_report(
    book: RuleBook, regimen: Regimen, rows: tuple[PlanRow, ...], trace: Trace | None = None
) -> Report:
    """The plan of a regimen; with a consultation, it opens with what criteria say of this patient.

    What is known and lies beyond a threshold comes next, then what must be measured first.
    """
    known = {} if trace is None else {fact.finding: fact.value for fact in trace.facts}
    verdict = None if trace is None else plan_verdict(trace, regimen)
    first = items_of(f"{row.what} – {row.why}" for row in still_to_measure(rows))
    by_day = tuple(Item(_head(row), tuple(_under(row))) for row in rows)
    table = Table(HEAD, tuple(plan_cells(row) for row in rows))
    return Report(
        banner=BANNER,
        headline=f"Monitoring plan: {regimen.drug.label}, {regimen.label}",
        lead=(
            *(() if verdict is None else verdict_lines(book, verdict)),
            f"{NOTE} {regimen.days_text}",
            *((regimen.total_text,) if regimen.total else ()),
        ),
        parts=(
            Part(
                "Known, and beyond a threshold", items_of(beyond_thresholds(book, known, regimen))
            ),
            Part("To be measured first", first),
            Part("By day", by_day, table=table),
        ),
        origin=f"Rule book {book.version}, SHA-256 {book.content_hash}",
    )


def plan_cells(row: PlanRow) -> tuple[str, ...]:
    """One line of a plan as cells, in the order of ``HEAD``."""
    when = sentence(row.when)
    what = f"{row.what}. Already known: {row.known}." if row.known else row.what
    return (
        "every contact" if row.day is None else f"day {row.day}",
        f"{row.date}: {row.when}" if row.date else when,
        what,
        row.why,
        row.threshold or "–",
        sentence(row.action),
        row.source,
    )


def _head(row: PlanRow) -> str:
    if row.day is None:
        return f"At every contact: {row.what}"
    return f"Day {row.day}{f' ({row.date})' if row.date else ''}: {row.what}, {row.when}"


def _under(row: PlanRow) -> Iterator[Item]:
    if row.known:
        yield Item(f"Already known: {row.known}")
    for crossed in row.crossed:
        yield Item(f"Beyond the threshold: {crossed}")
    yield Item(f"Why: {row.why}")
    if row.threshold:
        yield Item(f"Threshold: {row.threshold}")
    yield Item(f"Action: {sentence(row.action)}")
    yield Item(f"Source: {row.source}")
