"""What pydantic finds wrong with a case file, in our words: where, what, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from cases.model import AnswerOption, Case, Change, Expected, Expects, Group, Question, Step
from engine.errors import Problem
from engine.option import Option
from engine.trace import Kind
from engine.words import or_list, quoted
from rules.concepts import Drug

PARTS: dict[str, type[BaseModel]] = {
    "steps": Step,
    "question": Question,
    "options": AnswerOption,
    "changes": Change,
    "expects": Expects,
    "document": Expected,
    "reference": Expected,
}
"""The model behind each key that holds a table or a list of tables."""

ANSWERS: dict[str, type[Option]] = {"group": Group, "verdict": Kind, "drug": Drug}
"""The closed set behind each key that takes one of a few words."""

TEMPLATES: dict[str, tuple[str, str]] = {
    "missing": ("It is missing.", "Add {key}."),
    "extra_forbidden": ("There is no such key.", "{meant}"),
    "enum": ("{given} is not one of its answers.", "Use {answers}."),
    "literal_error": ("{given} cannot be used.", "Write {key} = {expected}."),
    "string_type": ("It is not a text.", "Put it in quotation marks."),
    "string_too_short": ("It is empty.", "Write something."),
    "string_too_long": ("It is too long.", "Use at most {max_length} characters."),
    "string_pattern_mismatch": (
        "{given} cannot be the name of a case.",
        "Name the file with small letters, digits and hyphens, such as lupus-mild.toml.",
    ),
    "too_short": ("It has {actual_length}.", "Give at least {min_length}."),
    "too_long": ("It has too many.", "Give at most {max_length}."),
    "int_type": ("{given} is not a whole number.", "Write a number without quotation marks."),
    "greater_than_equal": ("{given} is too low.", "Give at least {ge}."),
    "less_than_equal": ("{given} is too high.", "Give at most {le}."),
    "tuple_type": ("It is not a list.", "Put it in square brackets."),
    "frozen_set_type": ("It is not a list.", "Put it in square brackets."),
    "dict_type": ("It is not a table.", "Write name = value, one a line."),
    "model_type": ("It is not a table.", "Write name = value, one a line."),
}
"""By kind of pydantic error: what is wrong, and the mend."""

OTHERWISE = ("{message}.", "See docs/writing-cases.md for what belongs here.")

SINGULAR = {"steps": "step", "options": "option", "objectives": "objective"}


def problems_of(details: Sequence[ErrorDetails]) -> list[Problem]:
    """Pydantic's errors as problems of a case file, without those that only follow from others."""
    places = [detail["loc"] for detail in details]
    return [
        _problem(detail)
        for detail in details
        # A list with a faulty member is also said to be too short.
        if not any(detail["loc"] == where[: len(detail["loc"])] != where for where in places)
    ]


def _problem(detail: ErrorDetails) -> Problem:
    where = detail["loc"]
    key = str(where[-1]) if where else ""
    wrong, mend = _words(detail, key)
    return Problem(place(where), wrong, mend)


def place(where: Sequence[str | int]) -> str:
    """A place in a case file as a person counts: ``step 2, question, option 3, verdict``."""
    parts: list[str] = []
    for part in where:
        if isinstance(part, int) and parts:
            parts[-1] = f"{SINGULAR.get(parts[-1], parts[-1])} {part + 1}"
        else:
            parts.append(str(part)[:80])
    return ", ".join(parts)


def _words(detail: ErrorDetails, key: str) -> tuple[str, str]:
    """What is wrong and how to mend it, for one kind of pydantic error."""
    context = detail.get("ctx", {})
    if "wrong" in context:
        return str(context["wrong"]), str(context["mend"])
    wrong, mend = TEMPLATES.get(detail["type"], OTHERWISE)
    words = {
        **context,
        "key": key,
        "given": quoted(detail["input"]),
        "message": detail["msg"],
        "answers": or_list(option.value for option in ANSWERS.get(key, ())),
        "meant": _meant(detail["loc"], key),
    }
    return wrong.format_map(words), mend.format_map(words)


def _meant(where: Sequence[str | int], key: str) -> str:
    """The key that was probably meant, or those that may stand there."""
    around = [PARTS[part] for part in where[:-1] if part in PARTS]
    fields = (around[-1] if around else Case).model_fields.items()
    known = [field.alias or name for name, field in fields if name != "id"]
    close = difflib.get_close_matches(key, known, n=1)
    return f"Did you mean {close[0]}?" if close else f"Remove it, or use {or_list(known)}."
