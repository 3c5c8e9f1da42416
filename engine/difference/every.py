"""Every patient of the document: which share of them comes to another verdict, disease by disease.

A patient is one answer, or none, to each of the questions that either side's verdicts depend on.
Answers that neither side tells apart are asked once and counted as many times as there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import prod
from random import Random
from typing import TypeVar

from engine.difference.description import DOCUMENT, Entries, Sides
from engine.difference.refinement import Cell, applying, diagnoses, refined
from engine.difference.turns import Found, Turn, refused_by_both, verdict_turns

MOST = 60_000
"""The most patients of one disease that are asked; of more, so many are drawn at random."""

BATCH = 500

T = TypeVar("T")

Told = tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Swept:
    """One disease: how many patients there are, and how many come to another verdict.

    ``turns`` counts them by what changes. ``exact`` is false where they were drawn.
    """

    diagnosis: str
    label: str
    patients: int
    changed: int
    turns: dict[Turn, int]
    exact: bool

    @property
    def share(self) -> float:
        """The share that comes to another verdict, from 0 to 1."""
        return self.changed / self.patients if self.patients else 0.0


@dataclass(frozen=True, slots=True)
class Sweep:
    """Every disease, and patients who show what changes, few for each kind of change."""

    diseases: tuple[Swept, ...]
    found: tuple[Found, ...]

    @property
    def exact(self) -> bool:
        """Whether every patient was looked at."""
        return all(each.exact for each in self.diseases)

    @property
    def patients(self) -> int:
        """All of them."""
        return sum(each.patients for each in self.diseases)

    @property
    def changed(self) -> int:
        """Those who come to another verdict."""
        return sum(each.changed for each in self.diseases)


def sweep(sides: Sides, seed: int) -> Sweep:
    """Ask both sides about every patient of the document whose disease is known."""
    cells = refined(sides.before, sides.after, DOCUMENT)
    exact = sides.before.exact and sides.after.exact
    swept, found = [], []
    for value, label in diagnoses(sides.before, sides.after).items():
        asked = {name for side in (sides.before, sides.after) for name in side.asked.get(value, ())}
        names = [n for n in applying(sides.before, sides.after, cells, value) if n in asked]
        disease, shown = _disease(sides, value, label, {n: cells[n] for n in names}, seed)
        swept.append(disease if exact else replace(disease, exact=False))
        found += shown
    return Sweep(tuple(swept), tuple(found))


def _disease(
    sides: Sides, value: str, label: str, cells: Mapping[str, Sequence[Cell]], seed: int
) -> tuple[Swept, list[Found]]:
    size = prod(len(each) + 1 for each in cells.values())
    everyone = _everyone(cells) if size <= MOST else _drawn(cells, seed)
    patients = changed = 0
    turns: dict[Turn, int] = {}
    shown: dict[Turn, Found] = {}
    for batch in batches(everyone, BATCH):
        entries = [_entries(sides, value, told) for told in batch]
        for told, each, pair in zip(batch, entries, sides.screen(entries, DOCUMENT), strict=True):
            if refused_by_both(pair):
                continue
            weight = prod(cell.many for _, cell in told) if size <= MOST else 1
            patients += weight
            if turned := verdict_turns(pair):
                changed += weight
                for turn in turned:
                    turns[turn] = turns.get(turn, 0) + weight
                    if turn not in shown or len(each) < len(shown[turn].entries):
                        shown[turn] = Found(each, "among all patients of the document", turned)
    swept = Swept(value, label, patients, changed, turns, exact=size <= MOST)
    return swept, list({id(each): each for each in shown.values()}.values())


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


def _everyone(cells: Mapping[str, Sequence[Cell]]) -> Iterator[Told]:
    """Every combination, those who are told least first."""
    for picked in product(*([None, *each] for each in cells.values())):
        yield tuple((n, c) for n, c in zip(cells, picked, strict=True) if c is not None)


def _drawn(cells: Mapping[str, Sequence[Cell]], seed: int) -> Iterator[Told]:
    """Combinations at random, each as likely as another."""
    random = Random(seed)  # noqa: S311  (nothing here is a secret)

    def one() -> Told:
        picked = ((n, _answer(each, random)) for n, each in cells.items())
        return tuple((n, c) for n, c in picked if c is not None)

    return (one() for _ in range(MOST))


def _answer(cells: Sequence[Cell], random: Random) -> Cell | None:
    weights = [1, *(cell.many for cell in cells)]
    return random.choices([None, *cells], weights)[0]


def _entries(sides: Sides, diagnosis: str, told: Told) -> Entries:
    return {sides.after.diagnosis: diagnosis, **{name: cell.value for name, cell in told}}
