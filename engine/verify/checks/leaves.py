"""Conditions that compare with what cannot be: in rules, and in what follows from findings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.conditions import AtLeast, ConceptIs, Condition, Group, InRange, Is, IsOneOf
from engine.findings import Choice, Finding, Measurement, YesNo
from engine.verify.diagnostic import Found, Place, at

if TYPE_CHECKING:
    from engine.vocabulary import Vocabulary


def leaf_faults(vocabulary: Vocabulary, place: Place, node: Condition) -> Found:
    """What is wrong with one node of a condition, its children left aside."""
    if isinstance(node, Group):
        if not node.conditions:
            yield at(
                place,
                "RB203",
                "has an empty group of conditions",
                "Put conditions into the group, or leave it out.",
            )
        if isinstance(node, AtLeast) and not 1 <= node.count <= len(node.conditions):
            many = len(node.conditions)
            yield at(
                place,
                "RB203",
                f"asks for at least {node.count} of {many} conditions",
                f"Ask for a number from 1 to {many}.",
            )
        return
    if isinstance(node, ConceptIs):
        return
    finding: Finding | None = vocabulary.atoms.get(node.finding)
    if finding is None:
        yield at(
            place,
            "RB103",
            f"reads the finding {node.finding}, which does not exist",
            "Name a finding of the vocabulary, or declare this one.",
        )
    elif isinstance(node, IsOneOf) and not node.values:
        yield at(
            place,
            "RB201",
            f"asks {finding.id} to be one of nothing",
            "Name the values that count.",
        )
    elif isinstance(node, Is | IsOneOf):
        values = (node.value,) if isinstance(node, Is) else node.values
        for value in values:
            if not can_be(finding, value):
                yield at(place, "RB201", f"{finding.id} can never be {value!r}", _values(finding))
    elif isinstance(node, InRange):
        yield from _range_faults(finding, place, node)


def _range_faults(finding: Finding, place: Place, node: InRange) -> Found:
    if not isinstance(finding, Measurement):
        yield at(
            place,
            "RB202",
            f"{finding.id} is not a measurement",
            "Compare it with one of its answers.",
        )
    elif not node.unit:
        yield at(
            place,
            "RB202",
            f"compares {finding.id} with a plain number, which has no unit",
            f"Use a threshold, or name the unit as well: {', '.join(finding.units)}.",
        )
    elif node.unit not in finding.units:
        yield at(
            place,
            "RB202",
            f"{finding.id} is not measured in {node.unit}",
            f"Use one of its units: {', '.join(finding.units)}.",
        )
    if not all(math.isfinite(end) for end in (node.low, node.high) if end is not None):
        yield at(
            place,
            "RB202",
            f"compares {finding.id} with a number that is not finite",
            "Leave an end that is open away.",
        )


def can_be(finding: Finding, value: object) -> bool:
    """Whether a finding can have a value, as far as its kind and its limits go."""
    if isinstance(finding, Choice):
        return isinstance(value, str) and value in {option.value for option in finding.options}
    if isinstance(finding, YesNo):
        return isinstance(value, bool)
    if not isinstance(finding, Measurement) or isinstance(value, bool):
        return False
    return isinstance(value, int | float) and finding.hard.hold(value)


def _values(finding: Finding) -> str:
    if isinstance(finding, Choice):
        return f"Use one of its values: {', '.join(option.value for option in finding.options)}."
    if isinstance(finding, YesNo):
        return "Ask for yes (true) or no (false)."
    return "Use a number within its limits."
