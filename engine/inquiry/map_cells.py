"""What both kinds of decision map need: places, what is told of a region, and the evaluator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from engine.conditions import Value
from engine.deciding import decided
from engine.errors import InputError
from engine.evaluate import evaluate
from engine.inquiry.map_asked import Asked
from engine.inquiry.map_model import Axis, Cell, Places
from engine.inquiry.regions import Region
from engine.trace import Kind

Told = Mapping[int, tuple[Value | None, ...]]
"""The values to tell of each region of an axis, by its place."""


def every_place(axes: tuple[Axis, ...]) -> list[Places]:
    """The places of every cell, in the order of the axes, the last changing fastest."""
    return list(product(*(range(len(axis.regions)) for axis in axes)))


def regions_of(axis: Axis) -> tuple[Region, ...]:
    """The regions of an axis; what is unknown is none."""
    return tuple(region for region in axis.regions if region is not None)


def told_by_place(axis: Axis, told: tuple[Region, ...]) -> Told:
    """What is told of each region of an axis, by its place."""
    found: dict[int, list[Value | None]] = {}
    at = -1
    for region in told:
        if at + 1 < axis.unknown and region == axis.regions[at + 1]:
            at += 1
        found.setdefault(at, []).append(region.value)
    return {place: tuple(values) for place, values in found.items()} | {axis.unknown: (None,)}


def nobody(places: Places, error: InputError) -> Cell:
    """A cell that no patient can be in."""
    problem = error.problems[0]
    return Cell(places, (), why=problem.wrong, between=tuple(problem.field.split(", ")))


class Evaluator:
    """The reference evaluator, on the rules behind one drug's verdict alone."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        behind = {rule.id for rule in asked.part.rules}
        book = asked.narrow.book
        chapters = tuple(
            replace(chapter, rules=tuple(rule for rule in chapter.rules if rule.id in behind))
            for chapter in book.chapters
        )
        self._book = replace(book, chapters=chapters)

    def verdict(self, known: dict[str, Value]) -> tuple[Kind, tuple[str, ...]]:
        """The kind of verdict on established facts, and the ids of the rules that decide it."""
        asked = self._asked
        proofs = evaluate(self._book, known).proofs | asked.narrow.ruled_out
        found = decided(asked.book, asked.layer, asked.drug, known, proofs)
        return found.kind, tuple(rule.id for rule in found.rules)
