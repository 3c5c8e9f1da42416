"""``report``: everything about one patient, to be read, printed or handed on."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from engine.export import as_markdown, as_text
from engine.export.card import cards
from engine.export.web_page import as_web_page
from engine.export.whole_report import whole_report
from ui.commands import terminal
from ui.commands.patient import Criteria, File, consulted


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    CARD = "card"
    TRACE = "trace"


def report(
    file: File,
    written: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="text, markdown and html to be read; card in the shape of CDS Hooks; trace for "
            "everything.",
        ),
    ] = Format.MARKDOWN,
    full: Annotated[
        bool,
        typer.Option("--full", help="Add the whole chain: every fact and every rule."),
    ] = False,
    criteria: Criteria = None,
) -> None:
    """Write the whole report on a patient.

    The verdict with its reasons, and the answers to why, why not, what would change it and what to
    ask next. As html it is one page that needs nothing else and prints well.
    """
    found = consulted(file, criteria)
    if written is Format.TRACE:
        terminal.answer(found.trace.model_dump_json(indent=2) + "\n")
        return
    if written is Format.CARD:
        table = cards(found.book, found.trace)
        terminal.answer(json.dumps(table, indent=2, ensure_ascii=False) + "\n")
        return
    whole = whole_report(found.book, found.trace, found.warnings, found.opinions, full=full)
    lay_out = {Format.TEXT: as_text, Format.MARKDOWN: as_markdown, Format.HTML: as_web_page}
    terminal.answer(lay_out[written](whole))
