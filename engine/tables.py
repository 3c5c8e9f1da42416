"""The table in a JSON or TOML text. Whatever the text holds, nothing of it runs."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from typing import Any

from engine.errors import Problem, UnreadableError
from engine.words import quoted

DEEPEST = 100
"""The most dots in a line of TOML: its reader takes quadratic time for a dotted key."""


def table_of(raw: bytes, largest: int) -> dict[str, Any]:
    """The table in the bytes of a file of at most ``largest`` bytes. Raises UnreadableError."""
    if len(raw) > largest:
        raise _unreadable(f"The file has more than {largest:,} bytes.", "Use a smaller one.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable("The file is not text in UTF-8.", "Save it as UTF-8.") from None
    if not text.strip():
        raise _unreadable("The file is empty.", 'Write at least {"diagnosis": "…"}.')
    try:
        table = json_table(text) if looks_like_json(text) else toml_table(text)
    except RecursionError:
        raise _unreadable("The file is nested too deeply.", "Lay it out flat.") from None
    except json.JSONDecodeError as error:
        wrong = f"This is not JSON: line {error.lineno}, {error.msg}."
        raise _unreadable(wrong, "Mend that line.") from None
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(f"This is neither JSON nor TOML: {error}.", "Mend that line.") from None
    except ValueError as error:
        raise _unreadable(f"{_in_our_words(error)}.", "Mend that value.") from None
    if not isinstance(table, dict):
        raise _unreadable("The file does not hold a table.", "Give finding → value, in braces.")
    return table


def toml_table(text: str) -> dict[str, Any]:
    """The table in a TOML text.

    Raises TOMLDecodeError, another ValueError for a number that is too long, or RecursionError for
    one that is nested too deeply.
    """
    if any(line.count(".") > DEEPEST for line in text.splitlines()):
        raise RecursionError
    return tomllib.loads(text)


def json_table(text: str) -> Any:
    """What a JSON text holds; a key given twice is refused. Raises ValueError, RecursionError."""
    return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)


def _unreadable(wrong: str, mend: str) -> UnreadableError:
    return UnreadableError(Problem("", wrong, mend))


def _in_our_words(error: ValueError) -> str:
    """Python's advice on long numbers means nothing to the person who wrote one."""
    return "A number is too long" if "int_max_str_digits" in str(error) else str(error)


def looks_like_json(text: str) -> bool:
    """Whether it opens with a brace, or with a bracket that is no TOML table header."""
    first = text.lstrip().splitlines()[0].strip()
    header = first.startswith("[") and first.strip("[]").replace("_", "").isalnum()
    return first.startswith(("{", "[")) and not header


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise ValueError(f"{quoted(key)} is given twice")
        table[key] = value
    return table


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number that can be used")
