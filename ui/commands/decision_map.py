"""``map``: the verdict for every combination of two or three findings."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

from engine.conditions import Value
from engine.consult import BANNER
from engine.errors import InputError, Problem
from engine.export import as_markdown, as_text
from engine.export.map_report import map_data, map_report
from engine.export.map_words import supposed_text
from engine.export.web_page import as_web_page
from engine.inquiry.decision_map import decision_map
from engine.inquiry.map_asked import Asked, offered
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.words import or_list, quoted
from rules.full import FULL_RULEBOOK, book_for
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.patient import consulted

DISEASES = {option.value: option for option in FULL_RULEBOOK.vocabulary.diagnosis.options}
DRUGS = {drug.value: drug for drug in FULL_RULEBOOK.drugs}


class Format(StrEnum):
    """How a map is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


def map_command(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="The patient, as for evaluate; without one, nothing but the disease is known.",
            show_default=False,
        ),
    ] = None,
    *,
    disease: Annotated[
        str | None,
        typer.Option(
            "--disease",
            metavar="DISEASE",
            help="The disease that the map is about; without it, that of the patient.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="FINDING",
            help="A finding of the map; give two or three. Without any, those that can be chosen "
            "are listed.",
            show_default=False,
        ),
    ] = None,
    layer: Annotated[
        Layer,
        typer.Option("--layer", help="The verdicts of the document, or of published criteria."),
    ] = Layer.DOCUMENT,
    drug: Annotated[
        str | None,
        typer.Option(
            "--drug",
            metavar="DRUG",
            help="The verdicts on this drug; without it, on the one for the disease.",
            show_default=False,
        ),
    ] = None,
    whoever: Annotated[
        bool,
        typer.Option(
            "--whoever", help="Whoever the patient is otherwise: every verdict that is possible."
        ),
    ] = False,
    written: Annotated[
        Format,
        typer.Option("--format", "-f", help="text, markdown and html to be read, json for others."),
    ] = Format.TEXT,
) -> None:
    """Map the verdict over every combination of two or three findings.

    Values that no rule tells apart are taken as one, so the map covers all of them. Shows the
    patient's place in it, and how little has to change for another verdict.
    """
    book, told = _patient(file, layer)
    diagnosis = book.vocabulary.diagnosis.id
    own = told.get(diagnosis)
    if disease is not None:
        told[diagnosis] = find("disease", disease, DISEASES, "schema").value
    if diagnosis not in told:
        raise InputError(
            Problem(
                "disease", "A map is about one disease.", f"Give --disease: {or_list(DISEASES)}."
            )
        )
    chosen = None if drug is None else find("drug", drug, DRUGS, "schema").value
    if not by:
        terminal.answer(_offered(Asked.about(book, layer, chosen, told[diagnosis])))
        return
    axes = [_axis(book, name) for name in by]
    found = decision_map(book, layer, chosen, told, axes, whoever=whoever)
    if written is Format.JSON:
        table: dict[str, Any] = {
            "disclaimer": BANNER,
            "rulebook": {"version": book.version, "hash": book.content_hash},
            **map_data(book, found),
        }
        terminal.answer(json.dumps(table, indent=2, ensure_ascii=False) + "\n")
        return
    supposed = supposed_text(book, found, own) if file is not None else ""
    lay_out = {Format.TEXT: as_text, Format.MARKDOWN: as_markdown, Format.HTML: as_web_page}
    terminal.answer(lay_out[written](map_report(book, found, supposed)))


def _patient(file: str | None, layer: Layer) -> tuple[RuleBook, dict[str, Value]]:
    if file is None:
        return book_for({layer}), {}
    found = consulted(file, by=layer)
    return found.book, dict(found.trace.entries)


def _axis(book: RuleBook, told: str) -> str:
    """The fact that was meant, however it is spelt; what there is not is refused by the map."""
    vocabulary = book.vocabulary
    known = {name: name for name in (*vocabulary.atoms, *vocabulary.by_id)}
    try:
        return find("finding", told, known, "schema")
    except InputError:
        beyond = FULL_RULEBOOK.vocabulary
        if told in {*beyond.atoms, *beyond.by_id}:
            wrong = f"The document does not read {quoted(told)}; published criteria do."
            raise InputError(Problem("--by", wrong, "Add --layer reference.")) from None
        return told


def _offered(asked: Asked) -> str:
    atoms = asked.book.vocabulary.atoms
    lines = [f"{name:<44} {atoms[name].label}" for name in offered(asked)]
    return "\n".join(lines) + "\n"
