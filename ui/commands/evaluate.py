"""``evaluate``: consult the rule book about a patient in a file."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from engine.errors import Problem
from engine.export import answer as answer_of
from engine.export import as_markdown, as_text, consultation_report
from engine.rulebook import RuleBook
from engine.trace import Trace
from ui.commands import terminal
from ui.commands.patient import Criteria, File, consulted


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    TRACE = "trace"


def evaluate(
    file: File,
    written: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="text and markdown to be read, json for other programs, trace for everything.",
        ),
    ] = Format.TEXT,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            help="Add the whole chain to text and markdown: every rule that fired and on what, "
            "and for every other rule what blocks it and what it waits for.",
        ),
    ] = False,
    criteria: Criteria = None,
) -> None:
    """Consult the rules about a patient.

    The patient is hypothetical and comes from a file; the answer is a verdict with its reasons.
    What is not told is unknown, which is not the same as no. An empty table, {}, is allowed and
    shows what is asked first.
    """
    found = consulted(file, criteria)
    terminal.answer(_written(found.book, found.trace, found.warnings, written, full=full))


def _written(
    book: RuleBook, trace: Trace, warnings: Sequence[Problem], written: Format, *, full: bool
) -> str:
    match written:
        case Format.TEXT:
            return as_text(consultation_report(book, trace, warnings, full=full))
        case Format.MARKDOWN:
            return as_markdown(consultation_report(book, trace, warnings, full=full))
        case Format.JSON:
            return answer_of(book, trace, warnings).model_dump_json(indent=2) + "\n"
        case Format.TRACE:
            return trace.model_dump_json(indent=2) + "\n"
