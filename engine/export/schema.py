"""The JSON schema of a patient file, in both its forms."""

from __future__ import annotations

from typing import Any

from engine.consult import BANNER
from engine.opinion import MOST, Opinion
from engine.profile import Profile
from engine.rule import Layer
from engine.rulebook import RuleBook

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def patient_schema(book: RuleBook, model: type[Profile]) -> dict[str, Any]:
    """What ``evaluate`` reads: a flat table of findings, or one with layers and readings beside it.

    Made from the same declarations as the form; ``model`` is the profile model of the rule book.
    """
    return {
        "$schema": DIALECT,
        "title": "Patient file",
        "description": f"Absent, null and “unknown” all mean that it is not known. {BANNER}",
        "anyOf": [{"$ref": "#/$defs/findings"}, {"$ref": "#/$defs/request"}],
        "$defs": {"findings": model.model_json_schema(), "request": _request(book)},
    }


def _request(book: RuleBook) -> dict[str, Any]:
    layers = [layer.value for layer in book.layers]
    readings = {
        word.id: {
            "enum": [option.id for option in word.options],
            "title": word.word,
            "description": word.says,
        }
        for word in book.vague_words
    }
    return {
        "title": "Patient file with settings",
        "type": "object",
        "properties": {
            "disclaimer": {"title": "What the file is for; not read", "type": "string"},
            "format": {"const": 1},
            "findings": {"$ref": "#/$defs/findings"},
            "layers": {
                "title": "Layers of rules in force",
                "type": "array",
                "items": {"enum": layers},
                "default": [Layer.DOCUMENT.value],
            },
            "readings": {
                "title": "How vague words are read",
                "type": "object",
                "properties": readings,
                "additionalProperties": False,
            },
            "opinions": {
                "title": "What was thought of verdicts",
                "type": "array",
                "maxItems": MOST,
                "items": _opinion(),
            },
        },
        "required": ["format"],
        "additionalProperties": False,
    }


def _opinion() -> dict[str, Any]:
    """An opinion, closed; its parts are written out, as the schema holds no names but ours."""
    made = Opinion.model_json_schema()
    parts = made.pop("$defs", {})
    return {**_written_out(made, parts), "title": "Opinion"}


def _written_out(schema: Any, parts: dict[str, Any]) -> Any:
    if isinstance(schema, dict):
        if "$ref" in schema:
            return _written_out(parts[schema["$ref"].rpartition("/")[2]], parts)
        return {key: _written_out(value, parts) for key, value in schema.items()}
    return [_written_out(each, parts) for each in schema] if isinstance(schema, list) else schema
