"""``plan``: what is measured around a regimen, by day."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from engine.consult import BANNER
from engine.errors import Problem, ProfileError
from engine.export import as_markdown, as_text
from engine.export.plan_report import plan_report
from engine.facts import establish
from engine.plan import monitoring_plan
from engine.reading import LARGEST, read_request
from rules.full import FULL_RULEBOOK
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.patient import PROFILE
from ui.commands.reading import read_bytes

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
            help="What is already known of the patient, as for evaluate. Without it, nothing is.",
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
    known = {}
    if file is not None:
        request = read_request(read_bytes(file, LARGEST), FULL_RULEBOOK, PROFILE)
        known = establish(FULL_RULEBOOK.vocabulary, request.profile.entries()).values
    rows = monitoring_plan(FULL_RULEBOOK, known, chosen, _day(start))
    report = plan_report(FULL_RULEBOOK, chosen, rows)
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
                "regimen": chosen.id,
                "total": chosen.total,
                "rows": [asdict(row) for row in rows],
            }
            terminal.answer(json.dumps(answer, indent=2, ensure_ascii=False) + "\n")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        problem = Problem("start", "It is not a date.", "Give year, month and day: 2026-12-01.")
        raise ProfileError(problem) from error
