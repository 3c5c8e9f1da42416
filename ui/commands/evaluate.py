"""``evaluate``: consult the rule book about a patient in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from engine.consult import consult
from engine.errors import Problem
from engine.export import answer as answer_of
from engine.export import as_markdown, as_text, consultation_report
from engine.facts import within
from engine.profile import profile_model
from engine.reading import LARGEST, Request, read_request
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Trace
from rules.full import FULL_RULEBOOK, book_for
from ui.commands import terminal
from ui.commands.reading import read_bytes

PROFILE = profile_model(FULL_RULEBOOK.vocabulary)


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
    criteria: Annotated[
        bool | None,
        typer.Option(
            "--criteria/--no-criteria",
            help="Whether published criteria stand beside the document; without it, as the file "
            "says under layers, otherwise the document alone.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Consult the rules about a patient.

    The patient is hypothetical and comes from a file; the answer is a verdict with its reasons.
    What is not told is unknown, which is not the same as no. An empty table, {}, is allowed and
    shows what is asked first.
    """
    request = read_request(read_bytes(file, LARGEST), FULL_RULEBOOK, PROFILE)
    layers = set(request.layers)
    if criteria is not None:
        layers = {Layer.DOCUMENT, Layer.REFERENCE} if criteria else {Layer.DOCUMENT}
    book = book_for(layers)
    told = request.profile.entries()
    used = within(book.vocabulary, told)
    trace = consult(book, used, request.readings)
    warnings = [*request.profile.soft_warnings(), *_left_out(book, request, len(told) - len(used))]
    terminal.answer(_written(book, trace, warnings, written, full=full))


def _left_out(book: RuleBook, request: Request, number: int) -> Iterator[Problem]:
    """What was said and has no effect while published criteria are not in force."""
    if number:
        facts = "1 fact is" if number == 1 else f"{number} facts are"
        yield Problem(
            "layers",
            f"{facts} read by published criteria only, and these are not in force.",
            'Add "reference" to layers in the file, or --criteria to the command.',
        )
    if book is not FULL_RULEBOOK and request.readings:
        yield Problem(
            "readings",
            "Readings other than the clinician's need published criteria, which are not in force.",
            'Add "reference" to layers in the file, or --criteria to the command.',
        )


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
