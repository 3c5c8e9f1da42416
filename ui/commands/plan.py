"""``plan``: what is measured around a regimen, by day."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from engine.consult import BANNER
from engine.errors import InputError, Problem
from engine.export import as_markdown, as_text
from engine.export.answer import verdict_answer
from engine.export.plan_report import plan_report, plan_verdict
from engine.plan import beyond_thresholds, monitoring_plan
from engine.plan_items import Regimen
from engine.trace import Trace
from rules.full import FULL_RULEBOOK
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.patient import consulted

REGIMENS = {regimen.id: regimen for regimen in FULL_RULEBOOK.regimens}


class Format(StrEnum):
    """How a plan is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def plan(
    regimen: Annotated[
        str,
        typer.Argument(
            metavar="REGIMEN",
            help=f"One of {', '.join(REGIMENS)}.",
            show_default=False,
        ),
    ],
    file: Annotated[
        str | None,
        typer.Option(
            "--patient",
            "-p",
            metavar="FILE",
            help="The patient, as for evaluate: the plan then opens with the verdict of published "
            "criteria, and says what is known. Without it, nothing is.",
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option("--start", metavar="YYYY-MM-DD", help="The first dose; adds dates."),
    ] = None,
    written: Annotated[
        Format, typer.Option("--format", "-f", help="text and markdown to be read, json for others")
    ] = Format.TEXT,
) -> None:
    """Show the monitoring plan of a regimen.

    By day: what, when, why, threshold, action, source. It orders nothing.
    """
    chosen = find("regimen", regimen, REGIMENS, "plan --help")
    first = _day(start)
    trace = None if file is None else consulted(file, criteria=True).trace
    known = {} if trace is None else {fact.finding: fact.value for fact in trace.facts}
    rows = monitoring_plan(FULL_RULEBOOK, known, chosen, first)
    report = plan_report(FULL_RULEBOOK, chosen, rows, trace)
    match written:
        case Format.TEXT:
            terminal.answer(as_text(report))
        case Format.MARKDOWN:
            terminal.answer(as_markdown(report))
        case Format.JSON:
            book = {"version": FULL_RULEBOOK.version, "hash": FULL_RULEBOOK.content_hash}
            answer = {
                "disclaimer": BANNER,
                "rulebook": book,
                "verdict": _verdict(trace, chosen),
                "regimen": chosen.id,
                "days": chosen.days_text,
                "total": chosen.total,
                "beyond_thresholds": beyond_thresholds(FULL_RULEBOOK, known, chosen),
                "rows": [asdict(row) for row in rows],
            }
            terminal.answer(json.dumps(answer, indent=2, ensure_ascii=False) + "\n")


def _verdict(trace: Trace | None, regimen: Regimen) -> dict[str, Any] | None:
    verdict = None if trace is None else plan_verdict(trace, regimen)
    return None if verdict is None else verdict_answer(FULL_RULEBOOK, verdict).model_dump()


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        problem = Problem("--start", "It is not a date.", "Give year, month and day: 2026-12-01.")
        raise InputError(problem) from error
