"""Between what a form holds and what would stand in a file: numbers, sets of answers, tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from engine.findings import Finding, Measurement, Table
from engine.grammar import value_text
from engine.profile import NONE, UNKNOWN
from engine.readers import reader_of

REST_NO = "no"
"""The answers that were not chosen are known to be absent."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?")
_WITH_COMMA = re.compile(r"([+-]?[0-9]{1,20}),([0-9]{1,20})")


def number_and_unit(finding: Measurement, raw: Any, preferred: str) -> tuple[Any, str]:
    """The number of a raw measurement and its unit; the preferred one while there is no number."""
    if isinstance(raw, dict):
        number, unit = raw.get("value"), raw.get("unit")
    else:
        number, unit = raw, preferred if raw is None else finding.unit
    return number, unit if unit in finding.units else finding.unit


def typed_text(number: Any) -> str:
    """A raw number as it is shown in its field: every digit, and whatever else was typed."""
    if number is None:
        return ""
    if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return str(number)


def raw_number(text: str) -> int | float | str | None:
    """What a person typed, as it would stand in a file; what is no number stays as it is."""
    typed = text.strip()
    if not typed:
        return None
    if not _NUMBER.fullmatch(typed):
        return typed
    return float(typed) if "." in typed else int(typed)


def raw_measurement(finding: Measurement, text: str, unit: str) -> Any:
    """What was typed with its unit, as it would stand in a file."""
    number = raw_number(text)
    return number if number is None or unit == finding.unit else {"value": number, "unit": unit}


def raw_members(chosen: list[str], rest: str | None) -> list[str] | None:
    """The members chosen and what the others are, as they would stand in a file."""
    if rest == REST_NO:
        return chosen or [NONE]
    return [*chosen, UNKNOWN] if chosen else None


def rows_told(table: Table[Any], raw: Any) -> dict[str, dict[str, Any]]:
    """The cells told of each row of a raw table, by row and column; what is no row is left out."""
    names = [option.value for option in table.rows]
    columns = [column.id for column in table.columns]
    rows: dict[str, dict[str, Any]] = {}
    for given in raw if isinstance(raw, list | tuple) else ():
        if isinstance(given, dict) and given.get(table.key) in names:
            cells = {column: given[column] for column in columns if given.get(column) is not None}
            rows.setdefault(given[table.key], {}).update(cells)
    return rows


def raw_rows(
    table: Table[Any], told: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]] | None:
    """A table as it would stand in a file: in its own order, without rows that say nothing."""
    rows = []
    for option in table.rows:
        cells = told.get(option.value, {})
        kept = {c.id: cells[c.id] for c in table.columns if cells.get(c.id) is not None}
        if kept:
            rows.append({table.key: option.value, **kept})
    return rows or None


def wrong_with(finding: Finding, raw: Any) -> str:
    """What is wrong with a raw value and how to mend it; empty when it can be used."""
    if raw is None or raw == UNKNOWN:
        return ""
    read, _ = reader_of(finding)
    try:
        read(raw)
    except PydanticCustomError as error:
        told = error.context or {}
        return f"{told['wrong']} {told['mend']}"
    return ""


def stored_text(finding: Measurement, raw: Any) -> str:
    """What a number in another unit comes to in the stored one; empty where there is none."""
    if not isinstance(raw, dict) or raw.get("unit") == finding.unit or wrong_with(finding, raw):
        return ""
    return value_text(finding, finding.stored(raw["value"], raw["unit"]))


def point_hint(raw: Any) -> str:
    """How to write a number that was typed with a comma; empty when it was not."""
    typed = raw.get("value") if isinstance(raw, dict) else raw
    parts = _WITH_COMMA.fullmatch(typed) if isinstance(typed, str) else None
    if parts is None:
        return ""
    whole, rest = parts.groups()
    return f"Decimals are written with a point: {whole}.{rest}." + (
        f" If thousands are meant, write {whole}{rest}." if len(rest) == 3 else ""
    )
