"""``rules diff``: what differs between two rule bases, and for whom it matters."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from engine.difference.compare import Comparison, compare
from engine.difference.description import Sides
from engine.errors import InputError, Problem
from engine.export import as_markdown, as_text
from engine.export.difference import Named, difference_report
from engine.export.difference_data import difference_data, patient_files
from engine.words import counted, sentence
from ui.commands import terminal
from ui.commands.inquiries import Format, Written
from ui.rulebase.place import find_place
from ui.rulebase.sides import both_sides

SAMPLE = 2000
SEED = 1
PATIENCE = 120

Side = "A git revision, or a folder that holds rules."
Before = Annotated[str, typer.Argument(metavar="BEFORE", help=Side, show_default=False)]
After = Annotated[
    str | None,
    typer.Argument(
        metavar="[AFTER]",
        help=f"{Side} Left out, the rules of this program.",
        show_default=False,
    ),
]


def rules_diff(
    before: Before,
    after: After = None,
    *,
    written: Written = Format.TEXT,
    sample: Annotated[
        int,
        typer.Option(
            "--sample",
            min=0,
            max=1_000_000,
            help="How many patients are drawn at random for published criteria.",
        ),
    ] = SAMPLE,
    seed: Annotated[int, typer.Option("--seed", min=0, help="What they are drawn by.")] = SEED,
    patients: Annotated[
        Path | None,
        typer.Option(
            "--patients",
            metavar="FOLDER",
            help="Write the patients who show a change into this folder, for evaluate.",
            show_default=False,
        ),
    ] = None,
    patience: Annotated[
        float,
        typer.Option(
            "--time-limit", min=1, help="The most seconds that a side may take to answer."
        ),
    ] = PATIENCE,
) -> None:
    """Say what differs between two rule bases, and which patients come to another verdict.

    Rules are programs, and comparing runs those of both sides: compare only what you trust.
    Exit code 0: no verdict was found to change, 1: some do, 2: the two cannot be compared.
    """
    with TemporaryDirectory(prefix="rules-") as folder:
        was = find_place("before", before, Path(folder) / "before")
        now = find_place("after", after, Path(folder) / "after")
        with both_sides(was, now, patience) as sides:
            steps, unread = sides.steps()
            found = compare(sides, steps, unread, sample, seed)
            names = sides.names()
            terminal.answer(_written(sides, found, names, written))
            if patients is not None:
                _write(patients, patient_files(found))
    if found.verdicts_change:
        raise typer.Exit(1)


def _written(sides: Sides, found: Comparison, names: tuple[Named, Named], written: Format) -> str:
    if written is Format.JSON:
        data = difference_data(sides, found, *names)
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    report = difference_report(sides, found, *names)
    return as_markdown(report) if written is Format.MARKDOWN else as_text(report)


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        wrong = f"Nothing can be written into it ({error.strerror})."
        raise InputError(Problem("patients", wrong, "Name another folder.")) from error
    terminal.message(sentence(f"{counted(len(files), 'patient')} written to {folder}."))
