"""What ``cohort`` says of a whole file: counts by diagnosis and verdict, and what was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from engine.consult import BANNER
from engine.export import Report
from engine.export.report import Item, Part
from engine.words import counted, number_word, sentence

if TYPE_CHECKING:
    from engine.cohort.tally import Count, Fault, Tally


def as_report(tally: Tally) -> Report:
    """The counts as text."""
    book = tally.book
    answered = tally.rows - tally.bad
    return Report(
        banner=BANNER,
        headline=sentence(
            f"{counted(tally.rows, 'patient')}: "
            f"{number_word(answered) if answered else 'none'} answered, "
            f"{counted(tally.bad, 'line')} that cannot be used"
        ),
        lead=(),
        parts=tuple(
            Part(
                f"By {layer.label}",
                tuple(
                    _disease(tally, list(counts))
                    for _, counts in groupby(
                        (each for each in tally.counts if each.layer is layer),
                        key=lambda each: each.diagnosis,
                    )
                ),
            )
            for layer in book.layers
        ),
        origin=f"Rule book {book.version}, SHA-256 {book.content_hash}",
    )


def _disease(tally: Tally, counts: list[Count]) -> Item:
    diagnosis = counts[0].diagnosis
    options = tally.book.vocabulary.diagnosis.options
    label = "diagnosis unknown" if diagnosis is None else options.of(diagnosis).label
    return Item(
        f"{sentence(label)}: {sum(each.patients for each in counts):,}",
        tuple(Item(f"{each.kind.said_by(each.layer)}: {each.patients:,}") for each in counts),
    )


def as_data(tally: Tally) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "disclaimer": BANNER,
        "rulebook": {"version": tally.book.version, "hash": tally.book.content_hash},
        "layers": [layer.value for layer in tally.book.layers],
        "patients": tally.rows,
        "decided": tally.rows - tally.bad,
        "bad": tally.bad,
        "counts": [
            {
                "layer": each.layer.value,
                "diagnosis": each.diagnosis,
                "verdict": each.kind.value,
                "patients": each.patients,
            }
            for each in tally.counts
        ],
        "problems": [
            {
                "line": fault.first.line,
                "id": fault.first.id,
                "lines": fault.lines,
                "field": fault.problem.field,
                "wrong": fault.problem.wrong,
                "mend": fault.problem.mend,
            }
            for fault in tally.faults
        ],
        "problems_not_listed": tally.unlisted,
    }


def fault_lines(tally: Tally, most: int) -> Iterator[str]:
    """What was wrong, each with the first line on which it was."""
    if tally.rows == 1:
        yield "The only line cannot be used:"
    else:
        yield f"{tally.bad:,} of {tally.rows:,} lines cannot be used:"
    faults = tally.faults
    for fault in faults[:most]:
        yield f"- {_where(fault)}: {fault.problem}"
    left = sum(fault.lines for fault in faults[most:]) + tally.unlisted
    if left:
        yield f"... and {left:,} more. --out tells all of them, each on its line."


def _where(fault: Fault) -> str:
    named = f" ({fault.first.id})" if fault.first.id else ""
    if fault.lines == 1:
        return f"line {fault.first.line}{named}"
    return f"line {fault.first.line}{named} and {fault.lines - 1:,} more"
