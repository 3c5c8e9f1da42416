"""The patient that a command is about: read from a file, and consulted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer

from engine.consult import consult
from engine.errors import Problem
from engine.facts import within
from engine.opinion import Opinion
from engine.profile import profile_model
from engine.reading import LARGEST_TRACE, Request, is_trace, read_request, read_trace
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Trace, Verdict
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK, book_for
from ui.commands.find import find
from ui.commands.reading import read_bytes

PROFILE = profile_model(FULL_RULEBOOK.vocabulary)

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="The patient, as JSON or TOML: a table of findings (see the schema command). "
        "Use - for standard input.",
        show_default=False,
    ),
]
Criteria = Annotated[
    bool | None,
    typer.Option(
        "--criteria/--no-criteria",
        help="Whether published criteria stand beside the document; without it, as the file "
        "says under layers, otherwise the document alone.",
        show_default=False,
    ),
]
Drug = Annotated[
    str | None,
    typer.Option(
        "--drug",
        metavar="DRUG",
        help="The verdict on this drug; without it, on the one for the disease.",
        show_default=False,
    ),
]
By = Annotated[
    Layer,
    typer.Option("--by", help="The verdict of the document, or that of published criteria."),
]


@dataclass(frozen=True, slots=True)
class Consulted:
    """A patient from a file, consulted; ``warnings`` ask about possible slips."""

    book: RuleBook
    trace: Trace
    warnings: tuple[Problem, ...]
    opinions: tuple[Opinion, ...]


def consulted(file: str, criteria: bool | None = None, by: Layer = Layer.DOCUMENT) -> Consulted:
    """Read a patient and consult the layers asked for.

    The file may also be a trace that was saved; it is run again. Raises InputError where the file
    cannot be used. Asked for the verdict by published criteria, these are in force.
    """
    raw = read_bytes(file, LARGEST_TRACE)
    if is_trace(raw):
        return _again(raw, criteria, by)
    request = read_request(raw, FULL_RULEBOOK, PROFILE)
    layers = set(request.layers)
    if criteria is not None:
        layers = {Layer.DOCUMENT, Layer.REFERENCE} if criteria else {Layer.DOCUMENT}
    book = book_for(layers | {by})
    told = request.profile.entries()
    used = within(book.vocabulary, told)
    warnings = (
        *request.profile.soft_warnings(),
        *_left_out(book, request, len(told) - len(used)),
    )
    return Consulted(book, consult(book, used, request.readings), tuple(warnings), request.opinions)


def _again(raw: bytes, criteria: bool | None, by: Layer) -> Consulted:
    """A saved trace, or what was told in it, consulted with other layers."""
    trace = read_trace(raw, (RULEBOOK, FULL_RULEBOOK))
    layers = {Layer.of(name) for name in trace.layers}
    if criteria is not None:
        layers = {Layer.DOCUMENT, Layer.REFERENCE} if criteria else {Layer.DOCUMENT}
    book = book_for(layers | {by})
    if book.content_hash != trace.rulebook.hash:
        trace = consult(book, within(book.vocabulary, trace.entries), trace.readings)
    return Consulted(book, trace, (), ())


def verdict_of(found: Consulted, drug: str | None, by: Layer) -> Verdict:
    """The verdict that a question is about. Raises InputError for an unknown drug."""
    if drug is None:
        overall = found.trace.overall_reference if by is Layer.REFERENCE else found.trace.overall
        if overall is not None and overall.drug is not None:
            return overall
    verdicts = {v.drug: v for v in found.trace.verdicts if v.layer == by and v.drug}
    names = {drug_.value: drug_ for drug_ in found.book.drugs}
    chosen = next(iter(names)) if drug is None else find("drug", drug, names, "schema").value
    return verdicts[chosen]


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
