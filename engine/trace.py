"""The record of one consultation: frozen, and the same again after a trip through JSON.

Ids are those of the rule book whose version and hash the trace carries; words are added by
``engine.explain``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from engine.conditions import Value
from engine.option import Option
from engine.rule import Layer
from engine.truth import Truth

FORMAT: Literal[1] = 1


class Record(BaseModel):
    """Base of everything in a trace: frozen, closed, strict about types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Provenance(Option):
    """Where a fact comes from."""

    ENTERED = "entered", "entered"
    IMPLIED = "implied", "implied by"
    CALCULATED = "calculated", "calculated from"


class Fact(Record):
    """A finding (or a member of a multi-valued one) and its value, in the stored unit.

    ``by`` are the findings that it follows from, empty when it was entered.
    """

    finding: str
    value: Value
    provenance: Provenance = Provenance.ENTERED
    by: tuple[str, ...] = ()
    because: str = ""


# What a trace holds by the hundred is a plain dataclass: models cost several times as much to make.
_CLOSED = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One fact that matched one condition of a rule.

    ``path`` is the place of the condition in the rule (``when.0.1``); ``source`` is the finding or
    the concept that matched; ``value`` what was seen, None where being unknown is what matched.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED

    path: str
    source: str
    value: Value | None


class Firing(Record):
    """One rule that durable-rules fired: when, on which facts, and what it concluded.

    ``supports`` holds every fact that matched a condition, alternatives included.
    """

    sequence: int
    rule: str
    concludes: str
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One condition of a rule as the reference evaluator saw it.

    ``kind`` is the condition's type. Leaves carry ``source`` (finding or concept) and ``seen`` (its
    value, None when unknown); groups carry children.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED

    path: str
    kind: Literal[
        "is",
        "is_one_of",
        "in_range",
        "is_known",
        "is_not_known",
        "concept",
        "all",
        "any",
        "at_least",
    ]
    truth: Truth
    source: str = ""
    seen: Value | None = None
    children: tuple[Node, ...] = ()

    @property
    def is_leaf(self) -> bool:
        """Whether it asks about one finding or concept."""
        return self.kind not in {"all", "any", "at_least"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What became of one rule: its truth, and how every condition stood."""

    __pydantic_config__: ClassVar[ConfigDict] = _CLOSED

    rule: str
    truth: Truth
    root: Node


class Kind(Option):
    """The kinds of verdict. Exactly one holds for each layer and drug."""

    MAY_BE_CONSIDERED = "may_be_considered", "May be considered"
    NOT_INDICATED = "not_indicated", "Not indicated by the document"
    EXCLUDED_OR_PAUSED = "excluded_or_paused", "Excluded or paused"
    NOT_ENOUGH_DATA = "not_enough_data", "Cannot be told yet"
    OUTSIDE_DOCUMENT = "outside_document", "Outside the document"
    DOCUMENT_AMBIGUOUS = "document_ambiguous", "The document is ambiguous"

    def said_by(self, layer: str) -> str:
        """The label, worded for the layer whose verdict it is."""
        return _BY_CRITERIA.get(self, self.label) if layer == Layer.REFERENCE else self.label


_BY_CRITERIA = {
    Kind.NOT_INDICATED: "Not indicated by published criteria",
    Kind.OUTSIDE_DOCUMENT: "No published criterion here",
    Kind.DOCUMENT_AMBIGUOUS: "Published sources leave it to the team",
}


class Assumption(Record):
    """Ambiguous words of the document: the reading in force and the other one."""

    rule: str
    words: str
    chosen: str
    other: str
    cites: tuple[str, ...]


class Verdict(Record):
    """The answer for one drug in one layer.

    ``summary`` has at most 140 characters. ``rules`` decided it, ``waiting_for`` are the unknown
    findings that could. ``drug`` is None when the document names none for this diagnosis.
    """

    layer: str
    drug: str | None
    kind: Kind
    summary: str = Field(max_length=140)
    rules: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    waiting_for: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    @property
    def label(self) -> str:
        """Its kind as it is shown, in the words of its layer."""
        return self.kind.said_by(self.layer)


class FlagState(Option):
    """How far what a flag asks for has come; None where there is nothing to do."""

    DONE = "done", "done"
    PLANNED = "planned", "planned"
    NOT_DONE = "not_done", "not done"
    NOT_RECORDED = "not_recorded", "not recorded"


class RaisedFlag(Record):
    """Something shown beside the verdict, with the rules that raised it and their citations."""

    id: str
    layer: str
    topic: str
    text: str
    state: FlagState | None = None
    rules: tuple[str, ...]
    cites: tuple[str, ...]


class RuleBookRef(Record):
    """Which rule book was used."""

    version: str
    hash: str


class Trace(Record):
    """Everything about one consultation."""

    format: Literal[1] = FORMAT
    disclaimer: str
    rulebook: RuleBookRef
    layers: tuple[str, ...]
    readings: dict[str, str] = Field(default_factory=dict)
    facts: tuple[Fact, ...]
    withheld: tuple[Fact, ...] = ()
    unknown: tuple[str, ...] = ()
    firings: tuple[Firing, ...]
    ruled_out: tuple[str, ...]
    proofs: tuple[Proof, ...]
    concepts: dict[str, Truth]
    overall: Verdict
    overall_reference: Verdict | None = None
    verdicts: tuple[Verdict, ...]
    flags: tuple[RaisedFlag, ...]
    waiting_for: tuple[str, ...] = ()

    def proof(self, rule: str) -> Proof:
        """The proof of one rule. Raises KeyError for an unknown rule."""
        for proof in self.proofs:
            if proof.rule == rule:
                return proof
        raise KeyError(rule)

    @property
    def entries(self) -> dict[str, Value]:
        """What was told, as fact → value; what does not apply to the diagnosis included."""
        entered = (fact for fact in self.facts if fact.provenance is Provenance.ENTERED)
        return {fact.finding: fact.value for fact in (*entered, *self.withheld)}

    @property
    def fired(self) -> tuple[str, ...]:
        """The ids of the rules that fired, in order."""
        return tuple(firing.rule for firing in self.firings)
