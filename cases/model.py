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

from engine.deciding import Decided
from engine.option import Option
from engine.rule import Layer
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
    # A measurement with its unit, and a table: a list of rows.
    for row in value if isinstance(value, list) else [value]:
        if not isinstance(row, dict) or not all(isinstance(v, simple) for v in row.values()):
            break
    else:
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
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.]{0,79}$")]
"""The id of a finding or of a flag."""
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

    def equals(self, verdict: Verdict | Decided) -> bool:
        """Whether the engine's verdict is this one."""
        return self.verdict is verdict.kind and self.drug in {None, verdict.drug}


class Question(CaseRecord):
    """What the learner is asked to commit to before anything of the rules is shown.

    ``layer`` is whose verdict is asked: the document's, or that of published criteria. ``next``
    names findings of which one is to be asked next, ``flags`` what may have to be kept in mind;
    which of them are right is computed from the rules, and each is asked only where it is given.
    """

    prompt: ShortText
    options: Annotated[tuple[AnswerOption, ...], Field(min_length=3, max_length=4)]
    layer: Layer = Layer.DOCUMENT
    next: Annotated[tuple[Name, ...], Field(max_length=5)] = ()
    flags: Annotated[tuple[Name, ...], Field(max_length=6)] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for key, names in (("next", self.next), ("flags", self.flags)):
            if len(names) == 1:
                raise _refuse(f"{key} offers one choice.", "Offer at least two, or none.")
            if len(set(names)) < len(names):
                raise _refuse(f"{key} offers one of its choices twice.", "Name each once.")
        return self


class Expected(CaseRecord):
    """What the rules of one layer must answer: the overall verdict and the rules that fired."""

    verdict: Kind
    fired: frozenset[str]


class Expects(CaseRecord):
    """What each layer must answer; ``reference`` only in a case that is told on both layers."""

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

    ``level`` runs from 1 (easy) to 3 (hard); ``minutes`` is about how long it takes. ``layers`` are
    the rules that it is played with: those of the document, and in some cases published criteria
    beside them.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$")]
    format: Literal[1] = 1
    title: ShortText
    group: Group
    level: Annotated[StrictInt, Field(ge=1, le=3)]
    minutes: Annotated[StrictInt, Field(ge=1, le=60)]
    patient: ShortText
    layers: Annotated[tuple[Layer, ...], Field(min_length=1, max_length=2)] = (Layer.DOCUMENT,)
    objectives: Annotated[tuple[ShortText, ...], Field(min_length=1, max_length=3)]
    vignette: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=5)]
    teaching_point: Text
    common_error: Text

    @model_validator(mode="after")
    def _layers_fit(self) -> Self:
        if self.layers not in {(Layer.DOCUMENT,), (Layer.DOCUMENT, Layer.REFERENCE)}:
            raise _refuse(
                "layers names the document, alone or before published criteria.",
                'Write layers = ["document", "reference"], or leave it out.',
            )
        both = Layer.REFERENCE in self.layers
        for number, step in enumerate(self.steps, start=1):
            if step.question.layer not in self.layers:
                raise _refuse(
                    f"Step {number} asks for published criteria, and the case is told without.",
                    'Write layers = ["document", "reference"] at the top.',
                )
            if both and step.expects.reference is None:
                raise _refuse(
                    f"Step {number} does not say what published criteria answer.",
                    "Add expects.reference with verdict and fired.",
                )
            if not both and step.expects.reference is not None:
                raise _refuse(
                    f"Step {number} expects an answer of published criteria, which are not used.",
                    'Write layers = ["document", "reference"] at the top, or remove it.',
                )
        return self
