"""A teaching case: a fictional patient, told step by step, with a question at each step.

Texts are plain: line breaks inside a paragraph do not count, an empty line starts a new one.
"""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictInt,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from engine.option import Option
from engine.trace import Kind, Verdict
from engine.words import or_list
from rules.concepts import Drug

MOST_FACTS = 8
"""How many findings one step may tell; more is hard to take in at once."""


ABOUT_A_DRUG = frozenset({Kind.MAY_BE_CONSIDERED, Kind.NOT_INDICATED, Kind.DOCUMENT_AMBIGUOUS})
"""The verdicts that may be said of one drug; the others are said of the patient."""


class Group(Option):
    """The disease groups of the document, and everything else."""

    LUPUS = "lupus", "lupus"
    MULTIPLE_SCLEROSIS = "multiple_sclerosis", "multiple sclerosis"
    VASCULITIS = "vasculitis", "vasculitis"
    ARTHRITIS_MYOPATHY = "arthritis_myopathy", "arthritis and myopathy"
    BEYOND = "beyond", "beyond the five groups"


def _refuse(wrong: str, mend: str) -> PydanticCustomError:
    return PydanticCustomError("case", "{wrong} {mend}", {"wrong": wrong, "mend": mend})


def _one_line(text: str) -> str:
    for letter in text:
        if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co"} and letter not in "\n\r\t":
            raise _refuse(f"It holds an invisible character (U+{ord(letter):04X}).", "Remove it.")
    return " ".join(text.split())


def _paragraphs(text: str) -> str:
    # Files break lines where they are full; only an empty line is meant.
    lines = [_one_line(line) for line in text.splitlines()]
    blocks = "\n".join(lines).split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def _plain_value(value: Any) -> Any:
    simple = (str, bool, int, float)
    if isinstance(value, simple):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    if isinstance(value, dict) and all(isinstance(item, simple) for item in value.values()):
        return value
    raise _refuse("It is not a value that a finding can have.", "Write it as in a profile file.")


ShortText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_one_line),
]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1500),
    AfterValidator(_paragraphs),
]
FindingValue = Annotated[Any, AfterValidator(_plain_value)]
"""A finding's value as in a profile file."""


class CaseRecord(BaseModel):
    """Base of everything in a case: frozen, and closed to keys that nobody knows."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True
    )


class Change(CaseRecord):
    """A finding that was known becomes another: what it was, what it is now, and why."""

    from_: FindingValue = Field(alias="from")
    to: FindingValue
    because: Text


class AnswerOption(CaseRecord):
    """One answer on offer, and the verdict that it stands for.

    Without ``drug`` it speaks of whichever drug the document names for the disease.
    """

    text: ShortText
    verdict: Kind
    drug: Drug | None = None

    @model_validator(mode="after")
    def _about_a_drug_or_not(self) -> Self:
        if self.verdict is Kind.MAY_BE_CONSIDERED and self.drug is None:
            raise _refuse(
                "It does not say which drug.", f"Add drug, {or_list(drug.value for drug in Drug)}."
            )
        if self.drug is not None and self.verdict not in ABOUT_A_DRUG:
            raise _refuse(f"{self.verdict.value} is not about one drug.", "Remove drug.")
        return self

    def equals(self, verdict: Verdict) -> bool:
        """Whether the engine's verdict is this one."""
        return self.verdict is verdict.kind and self.drug in {None, verdict.drug}


class Question(CaseRecord):
    """What the learner is asked to commit to before anything of the rules is shown."""

    prompt: ShortText
    options: Annotated[tuple[AnswerOption, ...], Field(min_length=3, max_length=4)]


class Expected(CaseRecord):
    """What the rules of one layer must answer: the overall verdict and the rules that fired."""

    verdict: Kind
    fired: frozenset[str]


class Expects(CaseRecord):
    """What each layer must answer; ``reference`` counts only while that layer is on."""

    document: Expected
    reference: Expected | None = None


class Step(CaseRecord):
    """One step: a piece of the story, what it tells, and a question about it.

    ``reveals`` tells what was unknown, ``changes`` alters what was known. ``point`` is the sentence
    to take away.
    """

    title: ShortText
    story: Text
    reveals: Annotated[dict[str, FindingValue], Field(max_length=MOST_FACTS)] = Field(
        default_factory=dict
    )
    changes: Annotated[dict[str, Change], Field(max_length=MOST_FACTS)] = Field(
        default_factory=dict
    )
    question: Question
    point: Text
    expects: Expects


class Case(CaseRecord):
    """A teaching case. ``id`` is the name of its file without ``.toml``.

    ``level`` runs from 1 (easy) to 3 (hard); ``minutes`` is about how long it takes.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$")]
    format: Literal[1] = 1
    title: ShortText
    group: Group
    level: Annotated[StrictInt, Field(ge=1, le=3)]
    minutes: Annotated[StrictInt, Field(ge=1, le=60)]
    patient: ShortText
    objectives: Annotated[tuple[ShortText, ...], Field(min_length=1, max_length=3)]
    vignette: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=5)]
    teaching_point: Text
    common_error: Text
