"""The patient profile: a pydantic model made from the vocabulary.

Every field is unknown (``None``) until told. Unknown fields of the file are refused, sets of
answers are closed, hard limits refuse, soft limits only ask.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
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
from pydantic_core import ErrorDetails

from engine.conditions import Value
from engine.errors import Problem, ProfileError
from engine.findings import (
    Finding,
    Measurement,
    MultiChoice,
    Table,
    cell_id,
    member_id,
)
from engine.readers import NONE, UNKNOWN, Answer, Row, reader_of
from engine.vocabulary import Vocabulary
from engine.words import amount

__all__ = [
    "NONE",
    "UNKNOWN",
    "Answer",
    "Profile",
    "entries_of",
    "findings_of",
    "profile_model",
    "written",
]


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
                f"{finding.label} is {amount(answer, finding.unit)}.",
                "That is unusual. Is it typed correctly?",
            )
            for name, answer in self.told().items()
            if isinstance(finding := self.vocabulary.by_id[name], Measurement)
            and isinstance(answer, float)
            and not finding.soft.hold(answer)
        )


def entries_of(finding: Finding, answer: Answer) -> dict[str, Value]:
    """What one told finding says, fact by fact."""
    if isinstance(finding, Table):
        return {
            cell_id(finding.id, str(row[0][1]), column): value
            for row in _rows_of(answer)
            for column, value in row[1:]
        }
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


def findings_of(vocabulary: Vocabulary, entries: Mapping[str, Value]) -> dict[str, Any]:
    """Facts as they are written to a file: the opposite of ``Profile.entries``.

    Of a list that is known in part, a file can hold those that are there, not those that are not.
    """
    told = {f.id: _as_told(f, entries) for f in vocabulary.findings}
    return {name: answer for name, answer in told.items() if answer is not None}


def _as_told(finding: Finding, entries: Mapping[str, Value]) -> Any:
    if isinstance(finding, MultiChoice):
        return _as_list(finding, entries)
    if isinstance(finding, Table):
        rows = []
        for row in finding.rows:
            cells = {
                column.id: written(entries[name])
                for column in finding.columns
                if (name := cell_id(finding.id, row.value, column.id)) in entries
            }
            if cells:
                rows.append({finding.key: row.value, **cells})
        return rows or None
    return written(entries[finding.id]) if finding.id in entries else None


def _as_list(finding: MultiChoice[Any], entries: Mapping[str, Value]) -> list[str] | None:
    told = {
        str(option.value): entries.get(member_id(finding.id, option.value))
        for option in finding.options
    }
    there = [option for option, is_there in told.items() if is_there]
    if None not in told.values():
        return there or [NONE]
    return [*there, UNKNOWN] if there else None


def _rows_of(answer: Answer) -> Iterator[Row]:
    for row in answer if isinstance(answer, tuple) else ():
        if isinstance(row, tuple):
            yield row


def written(answer: Answer) -> Any:
    """A told finding as written to a file: yes/no in words, whole numbers without a point."""
    if isinstance(answer, tuple):
        return [
            item if isinstance(item, str) else {column: written(cell) for column, cell in item}
            for item in answer
        ]
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
    read, schema = reader_of(finding)
    listed = isinstance(finding, MultiChoice | Table)
    unknown: tuple[object, ...] = (UNKNOWN, []) if listed else (UNKNOWN,)
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
