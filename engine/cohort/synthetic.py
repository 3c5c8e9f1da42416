"""Made-up patients as lines of a cohort file, to try it with; the same again from the same seed."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from typing import Any

from engine.cohort.fields import BETWEEN, header
from engine.conditions import Value
from engine.errors import ContradictionError
from engine.facts import establish
from engine.findings import Choice, Finding, Measurement, Table
from engine.profile import findings_of, written
from engine.vocabulary import Vocabulary

TOLD = 1 / 3
"""How much of what is asked in a disease is told of a patient, on average."""


def template(vocabulary: Vocabulary) -> str:
    """The first line of a file with a column for everything that can be told."""
    return _line(["id", *header(vocabulary)])


def synthetic(vocabulary: Vocabulary, count: int, seed: int) -> Iterator[str]:
    """The lines of a file of made-up patients who can be, the first line included."""
    source = random.Random(seed)  # noqa: S311  # nothing secret depends on it
    yield template(vocabulary)
    names = header(vocabulary)
    for number in range(1, count + 1):
        entries = _patient(vocabulary, source)
        told = findings_of(vocabulary, entries)
        tables = {
            cell.id: written(entries[cell.id])
            for finding in vocabulary.findings
            if isinstance(finding, Table)
            for cell in finding.cells
            if cell.id in entries
        }
        yield _line([f"made-up {number}", *(_cell((told | tables).get(name)) for name in names)])


def _patient(vocabulary: Vocabulary, source: random.Random) -> dict[str, Value]:
    """A patient of whom something is told; what contradicts is left out."""
    diagnosis = source.choice([option.value for option in vocabulary.diagnosis.options])
    entries: dict[str, Value] = {vocabulary.diagnosis.id: diagnosis}
    for finding in vocabulary.findings:
        atoms = finding.cells if isinstance(finding, Table) else (finding,)
        for atom in atoms:
            if atom.id in entries or not vocabulary.applies(atom, diagnosis):
                continue
            if source.random() < TOLD:
                entries |= _answer(vocabulary, atom, source)
    while True:
        try:
            establish(vocabulary, entries)
        except ContradictionError as error:
            for name in error.fields - {vocabulary.diagnosis.id}:
                del entries[name]
        else:
            return entries


def _answer(vocabulary: Vocabulary, finding: Finding, source: random.Random) -> dict[str, Value]:
    if isinstance(finding, Choice):
        return {finding.id: source.choice([option.value for option in finding.options])}
    if isinstance(finding, Measurement):
        low = finding.hard.low or 0
        high = low + 100 if finding.hard.high is None else finding.hard.high
        step = finding.step or 1
        return {finding.id: float(round(source.triangular(low, high, low) / step) * step)}
    atoms = [name for name, owner in vocabulary.owner.items() if owner.id == finding.id]
    # Cells of a table are facts of their own; other members belong to a list, told as a whole.
    return {name: source.random() < 1 / 3 for name in atoms or [finding.id]}


def _cell(answer: Any) -> str:
    if answer is None:
        return ""
    return BETWEEN.join(answer) if isinstance(answer, list) else str(answer)


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
