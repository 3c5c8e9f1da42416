"""``compare``: two patients, or one patient in two readings, side by side."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from engine.changes import changes
from engine.consult import BANNER, consult
from engine.errors import InputError, Problem
from engine.export import Report, as_markdown, as_text
from engine.export.compared import compared_parts
from engine.export.inquiry_data import changes_data, words
from engine.trace import Trace
from rules.full import FULL_RULEBOOK
from ui.commands import terminal
from ui.commands.find import find
from ui.commands.inquiries import Format, Written
from ui.commands.patient import Criteria, File, consulted


def compare(
    file: File,
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="OTHER",
            help="The patient to compare with; without it, the same one in another reading.",
            show_default=False,
        ),
    ] = None,
    reading: Annotated[
        list[str] | None,
        typer.Option(
            "--reading",
            metavar="WORD=READING",
            help="A vague word and how the second reads it, for example severe=criteria; may be "
            "repeated. The schema command lists them.",
        ),
    ] = None,
    criteria: Criteria = None,
    written: Written = Format.TEXT,
) -> None:
    """Compare two patients, or two readings of one, and show the differences only."""
    if other is None and not reading:
        raise InputError(
            Problem("", "There is nothing to compare with.", "Name another file, or a reading.")
        )
    one = consulted(file, True if reading else criteria)
    two = one if other is None else consulted(other, True if reading else criteria)
    book = max(one.book, two.book, key=lambda book: len(book.rules))
    after = two.trace
    if reading:
        after = consult(book, two.trace.entries, {**two.trace.readings, **_readings(reading)})
    found = changes(book, one.trace, after)
    names = (_name(file), _name(other) if other else "the same, read otherwise")
    parts = compared_parts(book, found, names)
    if written is Format.JSON:
        table = {
            "disclaimer": BANNER,
            "rulebook": after.rulebook.model_dump(),
            "names": list(names),
            **changes_data(found),
            "words": words(parts),
        }
        terminal.answer(json.dumps(table, indent=2, ensure_ascii=False) + "\n")
        return
    report = Report(
        banner=BANNER,
        headline=f"{names[0]} beside {names[1]}",
        lead=(_said(names[0], one.trace), _said(names[1], after)),
        parts=parts,
        origin=f"Rule book {after.rulebook.version}, SHA-256 {after.rulebook.hash}",
    )
    terminal.answer(as_markdown(report) if written is Format.MARKDOWN else as_text(report))


def _name(file: str) -> str:
    return "standard input" if file == "-" else terminal.shortened(file)


def _said(name: str, trace: Trace) -> str:
    return f"{name}: {trace.overall.summary}"


def _readings(given: list[str]) -> dict[str, str]:
    words_ = {word.id: word for word in FULL_RULEBOOK.vague_words}
    chosen = {}
    for each in given:
        word_id, _, option = each.partition("=")
        word = find("vague word", word_id, words_, "schema")
        options = {found.id: found for found in word.options}
        chosen[word.id] = find(f"reading of {word.id}", option, options, "schema").id
    return chosen
