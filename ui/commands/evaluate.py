"""``evaluate``: consult the rule book about a patient in a file."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from engine.consult import consult
from engine.export import answer as answer_of
from engine.export import as_markdown, as_text, consultation_report
from engine.profile import profile_model
from engine.reading import LARGEST, Request, read_request
from engine.trace import Trace
from rules import RULEBOOK
from ui.commands import terminal
from ui.commands.reading import read_bytes

PROFILE = profile_model(RULEBOOK.vocabulary)


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    TRACE = "trace"


def evaluate(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="The patient, as JSON or TOML: a table of findings (see the schema command). "
            "Use - for standard input.",
            show_default=False,
        ),
    ],
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
) -> None:
    """Consult the rules about a patient.

    The patient is hypothetical and comes from a file; the answer is a verdict with its reasons.
    What is not told is unknown, which is not the same as no. An empty table, {}, is allowed and
    shows what is asked first.
    """
    request = read_request(read_bytes(file, LARGEST), RULEBOOK, PROFILE)
    trace = consult(RULEBOOK, request.profile.entries(), request.readings)
    terminal.answer(_written(request, trace, written, full=full))


def _written(request: Request, trace: Trace, written: Format, *, full: bool) -> str:
    warnings = request.profile.soft_warnings()
    match written:
        case Format.TEXT:
            return as_text(consultation_report(RULEBOOK, trace, warnings, full=full))
        case Format.MARKDOWN:
            return as_markdown(consultation_report(RULEBOOK, trace, warnings, full=full))
        case Format.JSON:
            return answer_of(RULEBOOK, trace, warnings).model_dump_json(indent=2) + "\n"
        case Format.TRACE:
            return trace.model_dump_json(indent=2) + "\n"
