"""Between what a form holds and what would stand in a file, for numbers and sets of answers."""

from __future__ import annotations

import re
from typing import Any

from engine.findings import Measurement
from engine.profile import NONE, UNKNOWN

REST_NO = "no"
"""The answers that were not chosen are known to be absent."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?")


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
