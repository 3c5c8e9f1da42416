"""Edges: patients on either side of every condition of a rule, where its examples show a few.

A rule's examples explain it. Edges guard it: each says again, apart from the rule, what the rule
should do for one alternative, one answer, one step over a threshold, so that no condition can
change unnoticed. They are told in families: one patient, with each of some facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.conditions import Is
from engine.rule import Example

Told = tuple[Is, ...]


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of one rule, by its id."""

    rule: str
    examples: tuple[Example, ...]


def edges(rule: str, *families: Iterable[Example]) -> Edges:
    """The edges of a rule: all patients of some families."""
    return Edges(rule, tuple(example for family in families for example in family))


def fires_for_each(patient: Told, *changes: Is | Told) -> tuple[Example, ...]:
    """The rule fires for this patient with each of these changes, one at a time.

    A change is a fact, or several at once, that the patient is told with; on a finding that is told
    of the patient already, it stands in the place of that. Without a change, the patient as told.
    """
    return _family(patient, changes, fires=True)


def silent_for_each(patient: Told, *changes: Is | Told) -> tuple[Example, ...]:
    """The rule does not fire for this patient with each of these changes, one at a time."""
    return _family(patient, changes, fires=False)


def but(patient: Told, *changes: Is) -> Told:
    """The patient with facts told, or told otherwise."""
    told = {fact.finding: fact for fact in (*patient, *changes)}
    return tuple(told.values())


def without(patient: Told, *gone: Is) -> Told:
    """The patient with some findings left untold, whatever was told of them."""
    names = {fact.finding for fact in gone}
    return tuple(fact for fact in patient if fact.finding not in names)


def fires_without_each(patient: Told, *gone: Is) -> tuple[Example, ...]:
    """The rule fires with each of these findings left untold, one at a time; all, without any."""
    return tuple(Example(without(patient, fact), fires=True) for fact in gone or patient)


def silent_without_each(patient: Told, *gone: Is) -> tuple[Example, ...]:
    """The rule does not fire with each of these left untold, one at a time; all, without any."""
    return tuple(Example(without(patient, fact), fires=False) for fact in gone or patient)


def _family(patient: Told, changes: tuple[Is | Told, ...], *, fires: bool) -> tuple[Example, ...]:
    each = [(change,) if isinstance(change, Is) else change for change in changes] or [()]
    return tuple(Example(but(patient, *change), fires) for change in each)
