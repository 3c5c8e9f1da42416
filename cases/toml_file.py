"""Writing a draft as a case file: keys in the order of the guide, long texts over several lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

import tomli_w
from pydantic import BaseModel

from cases.messages import PARTS
from cases.model import Case

WIDTH = 100
"""The most characters of a line of text, where a space allows it."""

LONG_TEXTS = frozenset({"vignette", "story", "point", "because", "teaching_point", "common_error"})
"""Texts in which line breaks do not count, so that they can be laid out."""

OFTEN_EMPTY = frozenset({"next", "flags"})
"""Lists that say nothing while they are empty."""

LAST = "steps"
"""What stands after everything else, as tables of their own."""


def as_toml(draft: Mapping[str, Any]) -> bytes:
    """A draft as the bytes of a case file. Its id is the file's name, and not in it.

    Nothing that was written is left out; what was never filled in is.
    """
    table = _table({key: value for key, value in draft.items() if key != "id"}, Case)
    ordered = {**{k: v for k, v in table.items() if k != LAST}, **_only(table, LAST)}
    return tomli_w.dumps(ordered, multiline_strings=True).encode("utf-8", "replace")


def _only(table: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {key: table[key]} if key in table else {}


def _table(table: Mapping[Any, Any], model: type[BaseModel] | None) -> dict[str, Any]:
    """A table in the order of its model; what the model does not know comes after."""
    keys: Iterable[str] = [str(key) for key in table]
    if model is not None:
        known = [field.alias or name for name, field in model.model_fields.items()]
        keys = [*(k for k in known if k in table), *(k for k in keys if k not in known)]
    filled = {key: _value(key, table[key]) for key in keys if table[key] is not None}
    return {k: v for k, v in filled.items() if v != {} and (v != [] or k not in OFTEN_EMPTY)}


def _value(key: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        # The tables under ``changes`` are named by findings, and each of them is a change.
        return _changes(value) if key == "changes" else _table(value, PARTS.get(key))
    if isinstance(value, list | tuple):
        return [_value(key, item) for item in value if item is not None]
    if isinstance(value, str) and key in LONG_TEXTS:
        return _laid_out(value)
    return value


def _changes(changes: Mapping[str, Any]) -> dict[str, Any]:
    change = PARTS["changes"]
    return {
        name: _table(value, change) if isinstance(value, Mapping) else _value("", value)
        for name, value in changes.items()
        if value is not None
    }


def _laid_out(text: str) -> str:
    """A text whose paragraphs are filled up; a short one stays on its line."""
    if len(text) <= WIDTH and "\n" not in text:
        return text
    blocks = "\n".join(line.strip() for line in text.splitlines()).split("\n\n")
    filled = [
        "\n".join(
            textwrap.wrap(
                " ".join(block.split()), WIDTH, break_long_words=False, break_on_hyphens=False
            )
        )
        for block in blocks
    ]
    return "\n\n".join(block for block in filled if block) + "\n"
