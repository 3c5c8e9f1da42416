"""The JSON schema of a patient file, in both its forms."""

from __future__ import annotations

from typing import Any

from engine.consult import BANNER
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
        },
        "required": ["format"],
        "additionalProperties": False,
    }
