"""Reading one finding from a file: what is accepted, and what is said when it is not."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable
from typing import Any

from pydantic_core import PydanticCustomError

from engine.findings import Choice, Finding, Measurement, MultiChoice, Table, YesNo
from engine.words import COUNT, amount, number_text, or_list, quoted, with_unit

UNKNOWN = "unknown"
NONE = "none"

Row = tuple[tuple[str, str | bool | float], ...]
"""A row of a table as told: its cells with their columns, the one that names the row first."""

Answer = str | bool | float | tuple[str, ...] | tuple[Row, ...]
"""A finding as told: an option, an answer, a number in the stored unit, members or rows listed."""


def reader_of(finding: Finding) -> tuple[Callable[[Any], Answer], dict[str, Any]]:
    """How to read a finding from a file, and the JSON schema that says so."""
    if isinstance(finding, Choice):
        options = [option.value for option in finding.options]
        return (
            lambda value: _option(value, options),
            {"enum": [*options, UNKNOWN, None], "default": None},
        )
    if isinstance(finding, YesNo):
        return _yes_no, {"enum": ["yes", "no", True, False, UNKNOWN, None], "default": None}
    if isinstance(finding, Measurement):
        number: dict[str, Any] = {"type": "integer" if finding.whole else "number"}
        if finding.hard.low is not None:
            number["minimum"] = finding.hard.low
        if finding.hard.high is not None:
            number["maximum"] = finding.hard.high
        with_unit = {
            "type": "object",
            "properties": {"value": {"type": "number"}, "unit": {"enum": list(finding.units)}},
            "required": ["value", "unit"],
            "additionalProperties": False,
        }
        return (
            lambda value: read_number(finding, value),
            {"anyOf": [number, with_unit, {"enum": [UNKNOWN, None]}], "unit": finding.unit},
        )
    if isinstance(finding, MultiChoice):
        members = [option.value for option in finding.options]
        items = {"enum": [*members, NONE, UNKNOWN]}
        return (
            lambda value: _members(value, members),
            {"anyOf": [{"type": "array", "items": items, "uniqueItems": True}, {"type": "null"}]},
        )
    if isinstance(finding, Table):
        return _table_reader(finding)
    raise TypeError(f"{finding.id}: no way to read a {type(finding).__name__}")


def _table_reader(table: Table[Any]) -> tuple[Callable[[Any], Answer], dict[str, Any]]:
    """How to read a table: a list of rows, each named by the key, its cells by their columns."""
    rows = [row.value for row in table.rows]
    readers = {column.id: reader_of(column) for column in table.columns}

    def row_of(given: Any) -> Row:
        if not isinstance(given, dict) or given.get(table.key) not in rows:
            name = given.get(table.key) if isinstance(given, dict) else given
            mend = f"Name the row by {quoted(table.key)}: {or_list(_nearest(name, rows))}."
            raise _refuse(f"{quoted(name)} is not one of its rows.", mend)
        where = given[table.key]
        cells: list[tuple[str, str | bool | float]] = [(table.key, where)]
        for column in given:
            if column != table.key and column not in readers:
                mend = f"Use {or_list([table.key, *readers])}."
                raise _refuse(f"{where}: {quoted(column)} is not one of its columns.", mend)
        for column, (read, _) in readers.items():
            told = given.get(column)
            if told is None or told == UNKNOWN:
                continue
            try:
                cells.append((column, read(told)))  # type: ignore[arg-type]  # a cell has one value
            except PydanticCustomError as error:
                found = error.context or {}
                raise _refuse(f"{where}, {column}: {found['wrong']}", str(found["mend"])) from None
        return tuple(cells)

    def reader(value: Any) -> Answer:
        if not isinstance(value, list | tuple):
            raise _refuse(f"{quoted(value)} is not a list of rows.", "Give a list of tables.")
        found = tuple(row_of(row) for row in value)
        named = [row[0][1] for row in found]
        for name in named:
            if named.count(name) > 1:
                raise _refuse(f"{quoted(name)} stands in two rows.", "Give one row for each.")
        # In one order, so that the same table is always the same patient.
        return tuple(sorted(found, key=lambda row: rows.index(str(row[0][1]))))

    properties: dict[str, Any] = {table.key: {"enum": rows}}
    properties |= {column: described for column, (_, described) in readers.items()}
    row_schema = {
        "type": "object",
        "properties": properties,
        "required": [table.key],
        "additionalProperties": False,
    }
    return reader, {"anyOf": [{"type": "array", "items": row_schema}, {"enum": [UNKNOWN, None]}]}


def _refuse(wrong: str, mend: str) -> PydanticCustomError:
    return PydanticCustomError("finding", "{wrong} {mend}", {"wrong": wrong, "mend": mend})


def _option(value: Any, options: list[str]) -> str:
    if isinstance(value, str) and value in options:
        return value
    raise _refuse(
        f"{quoted(value)} is not one of its answers.",
        f"Use {or_list([*_nearest(value, options), UNKNOWN])}.",
    )


def _nearest(value: Any, options: list[str]) -> list[str]:
    """All options, or the closest ones when there are many and some are close."""
    close = difflib.get_close_matches(str(value)[:100], options, n=2)
    return close if close and len(options) > 4 else options


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"yes", "no"}:
        return value == "yes"
    raise _refuse(
        f"{quoted(value)} is not an answer to a yes/no question.", "Use yes, no or unknown."
    )


def read_number(finding: Measurement, value: Any) -> float:
    """A measurement from a file: a number in the stored unit, or ``{value, unit}``.

    Raises PydanticCustomError with what is wrong and how to mend it.
    """
    number, unit = value, finding.unit
    if isinstance(value, dict):
        if set(value) != {"value", "unit"}:
            raise _refuse(
                "A measurement in braces has a value and a unit.", "Give both, only these."
            )
        number, unit = value["value"], value["unit"]
        if unit not in finding.units:
            raise _refuse(
                f"{quoted(unit)} is not a unit it is measured in.", f"Use {or_list(finding.units)}."
            )
    accepted = f"Give {range_text(finding)}."
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise _refuse(f"{quoted(number)} is not a number.", accepted)
    if abs(number) > 1e12 or not math.isfinite(number):
        raise _refuse(f"{quoted(number)} is not possible.", accepted)
    stored = finding.stored(float(number), unit)
    if not finding.hard.hold(stored):
        raise _refuse(f"{with_unit(quoted(number), unit)} is not possible.", accepted)
    if finding.whole and not stored.is_integer():
        raise _refuse(f"{quoted(number)} is not a whole number.", accepted)
    if finding.step and not (stored / finding.step).is_integer():
        step = number_text(finding.step)
        raise _refuse(f"{quoted(number)} is not a multiple of {step}.", accepted)
    return stored


def range_text(finding: Measurement) -> str:
    """The accepted range in words: "a whole number from 0 to 120 years"."""
    kind = "a whole number" if finding.whole else "a number"
    low, high = finding.hard.low, finding.hard.high
    if low is not None and high is not None:
        return f"{kind} from {number_text(low)} to {amount(high, finding.unit)}"
    if low is not None:
        return f"{kind} of at least {amount(low, finding.unit)}"
    if high is not None:
        return f"{kind} of at most {amount(high, finding.unit)}"
    return kind if finding.unit == COUNT else f"{kind} in {finding.unit}"


def _members(value: Any, members: list[str]) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise _refuse(f"{quoted(value)} is not a list.", 'Give a list, ["none"] for none of them.')
    for item in value:
        if not isinstance(item, str) or item not in (*members, NONE, UNKNOWN):
            raise _refuse(
                f"{quoted(item)} is not one of its answers.", f"Use {or_list([*members, NONE])}."
            )
    if len(set(value)) != len(value):
        raise _refuse("An answer is listed twice.", "List each once.")
    if NONE in value and len(value) > 1:
        raise _refuse('"none" stands beside other answers.', "Remove one or the other.")
    return tuple(value)
