"""The patient profile: a pydantic model made from the vocabulary.

Every field is unknown (``None``) until told. Unknown fields of the file are refused, sets of
answers are closed, hard limits refuse, soft limits only ask.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
    create_model,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from engine.conditions import Value
from engine.errors import Problem, ProfileError
from engine.findings import Choice, Finding, Measurement, MultiChoice, YesNo, member_id
from engine.vocabulary import Vocabulary
from engine.words import number_text, or_list, quoted

UNKNOWN = "unknown"
NONE = "none"

Answer = str | bool | float | tuple[str, ...]
"""A finding as told: an option, an answer, a number in the stored unit, or the members listed."""


class Profile(BaseModel):
    """A hypothetical patient. Made by ``profile_model``; has one field a finding."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    vocabulary: ClassVar[Vocabulary]

    @classmethod
    def read(cls, findings: dict[str, Any]) -> Self:
        """A profile from a table finding → value. Raises ProfileError naming every problem."""
        try:
            return cls.model_validate(findings)
        except ValidationError as error:
            problems = [_problem(cls.vocabulary, detail) for detail in error.errors()]
            raise ProfileError(*problems) from error

    def told(self) -> dict[str, Answer]:
        """The findings that were told, in vocabulary order."""
        return {
            name: getattr(self, name)
            for name in self.vocabulary.by_id
            if getattr(self, name) is not None
        }

    def entries(self) -> dict[str, Value]:
        """The told findings as single-valued facts (atom id → value)."""
        entries: dict[str, Value] = {}
        for name, answer in self.told().items():
            entries |= entries_of(self.vocabulary.by_id[name], answer)
        return entries

    def as_file(self) -> dict[str, Any]:
        """The told findings as they are written to a file; reading it back gives the same."""
        return {name: written(answer) for name, answer in self.told().items()}

    def soft_warnings(self) -> tuple[Problem, ...]:
        """Numbers that are possible but look like a typing error."""
        return tuple(
            Problem(
                name,
                f"{finding.label} is {number_text(answer)} {finding.unit}.",
                "That is unusual. Is it typed correctly?",
            )
            for name, answer in self.told().items()
            if isinstance(finding := self.vocabulary.by_id[name], Measurement)
            and isinstance(answer, float)
            and not finding.soft.hold(answer)
        )


def entries_of(finding: Finding, answer: Answer) -> dict[str, Value]:
    """What one told finding says, fact by fact."""
    if not isinstance(finding, MultiChoice):
        if isinstance(answer, tuple):
            raise TypeError(f"{finding.id} takes one value")
        return {finding.id: answer}
    listed = answer if isinstance(answer, tuple) else (str(answer),)
    entries: dict[str, Value] = {}
    for option in finding.options:
        if option.value in listed:
            entries[member_id(finding.id, option.value)] = True
        elif listed and UNKNOWN not in listed:
            entries[member_id(finding.id, option.value)] = False
    return entries


def written(answer: Answer) -> Any:
    """A told finding as written to a file: yes/no in words, whole numbers without a point."""
    if isinstance(answer, tuple):
        return list(answer)
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, float):
        return int(answer) if answer.is_integer() else answer
    return str(answer)


@cache
def profile_model(vocabulary: Vocabulary) -> type[Profile]:
    """The profile model of a vocabulary; the same one for the same vocabulary."""
    fields: dict[str, Any] = {
        finding.id: (_annotation(finding), Field(default=None, title=finding.label))
        for finding in vocabulary.findings
    }
    model = create_model("PatientProfile", __base__=Profile, **fields)
    model.vocabulary = vocabulary
    model.__doc__ = "A hypothetical patient; every finding is unknown until told."
    return model


def _annotation(finding: Finding) -> Any:
    read, schema = _reader(finding)
    unknown: tuple[object, ...] = (UNKNOWN, []) if isinstance(finding, MultiChoice) else (UNKNOWN,)
    described = {
        **schema,
        "title": finding.label,
        "description": f"{finding.question} {finding.help}",
    }
    return Annotated[Any, BeforeValidator(_unless(unknown, read)), WithJsonSchema(described)]


def _unless(
    unknown: tuple[object, ...], read: Callable[[Any], Answer]
) -> Callable[[Any], Answer | None]:
    def reader(value: Any) -> Answer | None:
        return None if value is None or value in unknown else read(value)

    return reader


def _reader(finding: Finding) -> tuple[Callable[[Any], Answer], dict[str, Any]]:
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
    raise TypeError(f"{finding.id}: no way to read a {type(finding).__name__}")


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
        raise _refuse(f"{quoted(number)} {unit} is not possible.", accepted)
    if finding.whole and not stored.is_integer():
        raise _refuse(f"{quoted(number)} is not a whole number.", accepted)
    return stored


def range_text(finding: Measurement) -> str:
    """The accepted range in words: "a whole number from 0 to 120 years"."""
    kind = "a whole number" if finding.whole else "a number"
    low, high = finding.hard.low, finding.hard.high
    if low is not None and high is not None:
        return f"{kind} from {number_text(low)} to {number_text(high)} {finding.unit}"
    if low is not None:
        return f"{kind} of at least {number_text(low)} {finding.unit}"
    if high is not None:
        return f"{kind} of at most {number_text(high)} {finding.unit}"
    return f"{kind} in {finding.unit}"


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


def _problem(vocabulary: Vocabulary, detail: ErrorDetails) -> Problem:
    """One pydantic error in our words."""
    field = str(detail["loc"][0])[:80] if detail["loc"] else ""
    if detail["type"] == "extra_forbidden":
        close = difflib.get_close_matches(field, list(vocabulary.by_id), n=1)
        meant = f"Did you mean {close[0]}?" if close else "Remove it, or see the schema command."
        return Problem(field, "There is no such finding.", meant)
    context = detail.get("ctx", {})
    if "wrong" in context:
        return Problem(field, str(context["wrong"]), str(context["mend"]))
    return Problem(field, f"{detail['msg']}.", "Give a table of findings and their values.")
