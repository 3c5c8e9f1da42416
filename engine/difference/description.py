"""One side of a comparison as plain data: its rule base described, and its answers to patients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Protocol, Self

from engine.conditions import Value

Plain = dict[str, Any]
"""A part of a rule base as JSON data."""

Entries = dict[str, Value]
"""A patient: what is told, fact by fact."""

ANSWERED, REFUSED, UNTOLD, FAULT = "answered", "refused", "untold", "fault"
"""What may become of a patient: answered; refused as a contradiction; not to be told, because an
answer does not exist on that side; or no verdict at all, which is a fault of the rules."""

REFERENCE = "reference"
"""The layer of published criteria."""

DOCUMENT, ADVICE, FLAGS, WHOLE = "document", "advice", "flags", "whole"
"""How much of a rule base is asked: the document's verdicts; those of both layers; these and the
flags, all by the reference evaluator alone; or everything, by both engines."""


@dataclass(frozen=True, kw_only=True)
class Description:
    """Everything of a rule base that can be compared, by id.

    ``rules`` carry conditions with their words, what they read, and the layers whose verdicts they
    stand behind (``advice``). ``atoms`` are the facts of the vocabulary with their words, ``texts``
    everything that decides nothing, ``ties`` what follows from what. ``regions`` are the values
    that conditions tell apart, fact by fact, for each scope, ``asked`` the facts on which the
    document's verdicts depend in each disease; ``exact`` says that the document reads nothing that
    is calculated, so that its regions are all there is to it.
    """

    version: str
    hash: str
    diagnosis: str
    drugs: dict[str, str]
    rules: dict[str, Plain]
    concepts: dict[str, Plain]
    thresholds: dict[str, Plain]
    findings: dict[str, Plain]
    atoms: dict[str, Plain]
    texts: dict[str, dict[str, Plain]]
    ties: dict[str, dict[str, Plain]]
    regions: dict[str, dict[str, list[Plain]]]
    asked: dict[str, list[str]]
    exact: bool

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that its rules are of, in their order."""
        return tuple(dict.fromkeys(rule["layer"] for rule in self.rules.values()))

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """A description from what a side says of itself. Raises KeyError for a part not said."""
        return cls(**{each.name: data[each.name] for each in fields(cls)})


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a side answers about a patient.

    ``verdicts`` are kinds by layer and drug, ``named`` the drug of the overall verdict by layer.
    ``fired`` and ``flags`` (id → state) are known where the whole rule base was asked. ``why`` says
    what stood in the way where there is no answer.
    """

    state: str = ANSWERED
    why: str = ""
    verdicts: dict[str, dict[str, str]] = field(default_factory=dict)
    named: dict[str, str | None] = field(default_factory=dict)
    fired: tuple[str, ...] = ()
    flags: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """An outcome from the answer of a side."""
        return cls(**{**data, "fired": tuple(data.get("fired", ()))})

    def overall(self, layer: str) -> str:
        """The kind of a layer's overall verdict; what became of the patient where there is none."""
        if self.state != ANSWERED:
            return self.state
        drug = self.named.get(layer)
        return "outside_document" if drug is None else self.verdicts[layer][drug]


Pair = tuple[Outcome, Outcome]
"""The same patient before and after."""


class Sides(Protocol):
    """Two rule bases that answer about patients."""

    before: Description
    after: Description
    same_engine: bool

    def screen(self, patients: Sequence[Entries], scope: str) -> list[Pair]:
        """What both sides answer about each patient."""

    def findings(self, patients: Sequence[Entries]) -> list[Plain]:
        """Each patient as the table of a profile file, in the words of the side that knows it."""
