"""What a case has told about its patient, in words: newly, before, and not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cases.asked import findings_asked
from cases.model import Case, Change
from cases.play import book_of, findings_after, profile_of
from engine.conditions import Value
from engine.findings import Finding, MultiChoice, Table, member_id
from engine.grammar import UNKNOWN, value_text
from engine.words import and_list, inside


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as a step tells it, in words.

    ``was`` and ``because`` are filled when it was known before and has changed; ``step`` counts
    from 0.
    """

    label: str
    value: str
    step: int
    was: str = ""
    because: str = ""


def told_line(told: Told) -> str:
    """A finding as a line: what it is, and where it has changed, what it was and why."""
    if not told.was:
        return f"{told.label}: {told.value}"
    return f"{told.label}: was {told.was}, now {told.value}. {told.because}"


def newly_told(case: Case, step: int) -> tuple[Told, ...]:
    """What a step tells: what was unknown before, then what has changed."""
    found = case.steps[step]
    new = (
        Told(_label(case, n), _words(case, n, value), step) for n, value in found.reveals.items()
    )
    changed = (
        Told(
            _label(case, name),
            _words(case, name, c.to),
            step,
            _was(case, name, c),
            c.because,
        )
        for name, c in found.changes.items()
    )
    return (*new, *changed)


def told_before(case: Case, step: int) -> tuple[Told, ...]:
    """What is known before a step: each finding once, as it stands, in the order it was told."""
    known: dict[str, Told] = {}
    for earlier in range(step):
        for told in newly_told(case, earlier):
            known[told.label] = told
    return tuple(known.values())


def not_told(case: Case, step: int) -> tuple[str, ...]:
    """The findings that the rule book asks for in this disease and that a step leaves unknown."""
    told = findings_after(case, step)
    book = book_of(case)
    vocabulary = book.vocabulary
    diagnosis = told.get(vocabulary.diagnosis.id)
    return tuple(
        finding.label
        for finding in vocabulary.findings
        if finding.id not in told
        and finding.id in findings_asked(book)
        and vocabulary.applies(finding, diagnosis)
    )


def _label(case: Case, name: str) -> str:
    return book_of(case).vocabulary.by_id[name].label


def _words(case: Case, name: str, raw: Any) -> str:
    finding = book_of(case).vocabulary.by_id[name]
    return value_words(finding, profile_of(case).read({name: raw}).entries())


def _was(case: Case, name: str, change: Change) -> str:
    """What a finding was before it changed; of a table the rows alone that are otherwise now."""
    finding = book_of(case).vocabulary.by_id[name]
    if not isinstance(finding, Table):
        return _words(case, name, change.from_)
    old, new = (
        tuple(_rows(finding, profile_of(case).read({name: raw}).entries()))
        for raw in (change.from_, change.to)
    )
    return "; ".join(row for row in old if row not in new) or UNKNOWN


def value_words(finding: Finding, entries: Mapping[str, Value]) -> str:
    """What was told of a finding, in words.

    Of a multi-valued one the members that are present, and that others are unknown; of a table its
    rows, with what is known of each.
    """
    if isinstance(finding, Table):
        return "; ".join(_rows(finding, entries))
    if not isinstance(finding, MultiChoice):
        return value_text(finding, entries.get(finding.id))
    seen = {option.label: entries.get(member_id(finding.id, option)) for option in finding.options}
    present = and_list(label for label, value in seen.items() if value)
    if None not in seen.values():
        return present or "none of them"
    return f"{present}; the others {UNKNOWN}" if present else UNKNOWN


def _rows(table: Table[Any], entries: Mapping[str, Value]) -> Iterator[str]:
    for row in table.rows:
        cells = [(column, entries.get(table.cell(row, column).id)) for column in table.columns]
        told = [f"{inside(c.label)} {value_text(c, v)}" for c, v in cells if v is not None]
        if told:
            yield f"{row.label} ({', '.join(told)})"
