"""The source text as data: its statements, what is shown beside them, and its vague words."""

from __future__ import annotations

from dataclasses import dataclass

from engine.evidence import Confidence
from engine.option import Option
from engine.rule import Concept, Rule


class StatementClass(Option):
    """What kind of sentence a statement of the document is."""

    DEFINITION = "definition", "definition"
    INDICATION = "indication", "indication"
    PRECONDITION = "precondition", "precondition"
    DRUG = "drug", "drug"
    RISK = "risk", "risk"
    MONITORING = "monitoring", "monitoring"
    GOVERNANCE = "governance", "governance"
    OUTLOOK = "outlook", "outlook"


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement of the document, paraphrased.

    ``modality`` is how strongly the document puts it; a rule that cites it is never stronger.
    """

    id: str
    paragraph: int
    text: str
    kind: StatementClass
    modality: str


@dataclass(frozen=True, kw_only=True)
class Note:
    """A text shown beside rules or a verdict: a glossary entry, a stated aim, a silence."""

    id: str
    title: str
    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Aim(Note):
    """What the document says a drug is meant to do; shown beside "may be considered"."""

    drug: Option
    diagnoses: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class ReadingOption:
    """One way on offer to read a vague word.

    ``concept`` is the criterion that stands for the word, None where the clinician judges;
    ``cites`` are references, ``consequence`` says what choosing it comes to.
    """

    id: str
    label: str
    concept: Concept | None = None
    cites: tuple[str, ...] = ()
    confidence: Confidence | None = None
    consequence: str = ""


@dataclass(frozen=True, kw_only=True)
class VagueWord:
    """An entry of the ledger of vague words: what the document says, and how it may be read.

    ``options`` are on offer, the first is in force unless another is chosen.
    """

    id: str
    word: str
    says: str
    cites: tuple[str, ...]
    concept: Concept
    options: tuple[ReadingOption, ...]


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """The rules of one paragraph, in the order of its statements. ``paragraphs`` may be several."""

    id: str
    title: str
    paragraphs: tuple[int, ...]
    rules: tuple[Rule, ...]
    intro: str = ""


@dataclass(frozen=True, kw_only=True)
class Excuse:
    """Why no rule cites some statements."""

    statements: tuple[str, ...]
    reason: str
