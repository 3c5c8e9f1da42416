"""Decision maps, remembered: the same map of the same patient is worked out once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from engine.conditions import Value
from engine.inquiry.decision_map import decision_map
from engine.inquiry.map_asked import axes_offered
from engine.inquiry.map_model import DecisionMap, Places
from engine.inquiry.map_whoever import example
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK

KEPT = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """A map that is asked for, as a key that content alone decides.

    ``criteria`` is whether published criteria are in force, ``entries`` what is told, as JSON with
    the disease of the map.
    """

    criteria: bool
    layer: Layer
    drug: str
    entries: str
    axes: tuple[str, ...]
    whoever: bool

    @property
    def book(self) -> RuleBook:
        """The rule book in force."""
        return FULL_RULEBOOK if self.criteria else RULEBOOK


def key_of(entries: dict[str, Value]) -> str:
    """What is told of a patient, as part of a key."""
    return json.dumps(entries, sort_keys=True)


@lru_cache(maxsize=KEPT)
def drawn(asked: Asked) -> DecisionMap:
    """The map. Raises InputError where there can be none."""
    told = json.loads(asked.entries)
    return decision_map(
        asked.book, asked.layer, asked.drug, told, asked.axes, whoever=asked.whoever
    )


@lru_cache(maxsize=KEPT)
def somebody(asked: Asked, kind: Kind, places: Places) -> dict[str, Value]:
    """Somebody in a cell of a map of whoever who gets a kind, told by as few facts as can be."""
    return example(asked.book, drawn(asked), kind, places)


@lru_cache(maxsize=KEPT)
def offers(criteria: bool, layer: Layer, drug: str, disease: str) -> tuple[str, ...]:
    """The facts that can be axes, the best first."""
    book = FULL_RULEBOOK if criteria else RULEBOOK
    return axes_offered(book, layer, drug, disease)
