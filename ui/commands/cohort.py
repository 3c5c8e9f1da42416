"""``cohort``: consult the rule book about every patient of a file at once."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from engine.errors import InputError, Problem, UnreadableCohortError
from engine.export import as_text
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.words import counted, or_list, quoted
from rules.full import FULL_RULEBOOK, book_for
from ui.commands import cohort_summary, terminal

if TYPE_CHECKING:
    from engine.cohort.batches import Layout
    from engine.cohort.tally import Tally

PACKAGE = "polars"
ID_COLUMN = "id"
"""The column that names the patients, where no other is asked for."""

MOST_MADE_UP = 100_000_000
"""So many made-up patients can be asked for at once: some GB of text."""

EVERY = 5.0
"""Seconds between two messages on how far it is."""


def cohort(  # noqa: PLR0913  (each is an option of the command)
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="The patients, a line each: .csv, .tsv, .parquet, .ndjson or .jsonl; columns are "
            "findings, named as in a patient file. Use - for CSV or NDJSON on standard input.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="Write a line for each patient; .csv, .parquet or .ndjson says how.",
            show_default=False,
        ),
    ] = None,
    written: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", help="csv, parquet or ndjson, whatever the name of --out ends in."
        ),
    ] = None,
    layers: Annotated[
        str,
        typer.Option("--layers", help="document, or document,reference for both."),
    ] = Layer.DOCUMENT.value,
    id_column: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar="COLUMN",
            help=f"The column that names the patients; without it, {ID_COLUMN}, if there is one.",
            show_default=False,
        ),
    ] = None,
    *,
    trace: Annotated[
        bool, typer.Option("--trace", help="Add the truth of every rule and concept to --out.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the counts for other programs.")
    ] = False,
    template: Annotated[
        bool, typer.Option("--template", help="Print the first line of a CSV file, and stop.")
    ] = False,
    random: Annotated[
        int | None,
        typer.Option(
            "--random",
            metavar="N",
            min=1,
            max=MOST_MADE_UP,
            help="Print N made-up patients as CSV, to try it with, and stop.",
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="Other made-up patients for --random.")
    ] = 1,
) -> None:
    """Consult the rules about many patients.

    The patients are hypothetical and come from a file, a line each. Prints how many of each
    diagnosis have which verdict. A line that cannot be used is told of by its number, and the
    others are answered: exit code 0 when all lines were good, 1 when some were bad, 2 when the file
    itself cannot be used.
    """
    book = book_for(_layers(layers))
    if template or random is not None:
        _print_lines(book, random, seed)
        return
    if file is None:
        raise InputError(Problem("FILE", "No file is named.", "Name one, or see --template."))
    _need_package()
    if trace and out is None:
        raise InputError(Problem("--trace", "There is nowhere to write it.", "Add --out FILE."))
    tally = _consulted(book, file, id_column, _target(file, out, written), trace=trace)
    if as_json:
        data = cohort_summary.as_data(tally)
        terminal.answer(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    else:
        terminal.answer(as_text(cohort_summary.as_report(tally)))
    if tally.bad:
        terminal.message("\n".join(cohort_summary.fault_lines(tally, terminal.MOST_LINES)))
        raise typer.Exit(1)


def _layers(text: str) -> set[Layer]:
    names = [name.strip() for name in text.split(",")]
    known = {layer.value: layer for layer in FULL_RULEBOOK.layers}
    for name in names:
        if name not in known:
            wrong = f"There is no layer {quoted(name)}."
            raise InputError(Problem("--layers", wrong, f"Use {or_list(known)}, or both."))
    return {known[name] for name in names}


def _need_package() -> None:
    """Raise InputError where the optional package is not installed."""
    if importlib.util.find_spec(PACKAGE) is None:
        raise InputError(
            Problem(
                "",
                "This command needs the package Polars, which is not installed.",
                'In the folder of the program: pip install ".[cohort]"',
            )
        )


def _print_lines(book: RuleBook, random: int | None, seed: int) -> None:
    from engine.cohort import synthetic  # noqa: PLC0415  # as below

    if random is None:
        terminal.answer(synthetic.template(book.vocabulary))
        return
    for line in synthetic.synthetic(book.vocabulary, random, seed):
        terminal.answer(line)


def _target(file: str, out: str | None, written: str | None) -> tuple[Path, Layout] | None:
    """Where the answers go, and how they are laid out."""
    from engine.cohort.batches import Layout, layout_of  # noqa: PLC0415

    if out is None:
        if written is not None:
            raise InputError(Problem("--format", "Nothing is written.", "Add --out FILE."))
        return None
    path = Path(out)
    if path.exists() and Path(file).exists() and path.samefile(file):
        raise InputError(Problem("--out", "It is the file that is read.", "Name another one."))
    if written is None:
        return path, layout_of(path)
    if written not in list(Layout):
        wrong = f"{quoted(written)} is not known."
        raise InputError(Problem("--format", wrong, f"Use {or_list(Layout)}."))
    return path, Layout(written)


def _consulted(
    book: RuleBook,
    file: str,
    id_column: str | None,
    target: tuple[Path, Layout] | None,
    *,
    trace: bool,
) -> Tally:
    # Imported late: the rest of the program has to run without the package.
    from contextlib import nullcontext  # noqa: PLC0415

    from engine.cohort.answers import answers, left_out  # noqa: PLC0415
    from engine.cohort.batches import opened  # noqa: PLC0415
    from engine.cohort.output import written  # noqa: PLC0415
    from engine.cohort.tally import Tally  # noqa: PLC0415

    tally = Tally(book)
    ids = ID_COLUMN if id_column is None else id_column
    with opened(file, ids, required=id_column is not None) as source:
        found = answers(source, FULL_RULEBOOK.vocabulary, book, trace=trace)
        with written(*target) if target else nullcontext() as output:
            progress = _Progress()
            for each in found:
                tally.add(each)
                if output is not None:
                    output.write(each.frame)
                progress.say(tally.rows)
            progress.end()
            if not tally.rows:
                raise _nobody(file, named=source.columns is not None)
        _warn(left_out(source, book))
    return tally


def _nobody(file: str, *, named: bool) -> InputError:
    """What is wrong with a file without patients; ``named``: whether it has a line of names."""
    where = "standard input" if file == "-" else quoted(file)
    held = "only the line of names" if named else "it is empty"
    wrong = f"There are no patients in {where}: {held}."
    return UnreadableCohortError(Problem("", wrong, "Give each patient a line."))


def _warn(number: int) -> None:
    if number:
        columns = "1 column is" if number == 1 else f"{number} columns are"
        terminal.message(
            f"{columns} read by published criteria only, and these are not in force. "
            "Add --layers document,reference."
        )


class _Progress:
    """Says on standard error how far it is: in place on a terminal, else now and then."""

    def __init__(self) -> None:
        self._last = monotonic()
        self._shown = False

    def say(self, rows: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{counted(rows, 'patient')}")
            sys.stderr.flush()
            self._shown = True
        elif monotonic() - self._last >= EVERY:
            terminal.message(counted(rows, "patient"))
            self._last = monotonic()

    def end(self) -> None:
        if self._shown:
            sys.stderr.write("\n")
