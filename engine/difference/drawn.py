"""Patients drawn at random, for what cannot be asked of everybody: an estimate, with its interval.

A patient is drawn so: a disease, each as likely; how much is told of the patient, from nothing to
everything; then each finding that the verdicts depend on, told or not, with any of the answers that
some condition tells apart. Where answers contradict each other one of them is left untold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random

from engine.difference.description import ADVICE, REFUSED, Entries, Pair, Sides
from engine.difference.every import BATCH, batches
from engine.difference.refinement import Cell, applying, diagnoses, refined
from engine.difference.turns import Found, Turn, refused_by_both, verdict_turns

SURE = 1.959963984540054
"""Standard deviations on either side of the middle for 95 %."""

TRIES = 60
"""How often a contradictory patient is told one answer less before being given up."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many of the patients drawn come to another verdict of one layer, or of any.

    ``low`` and ``high`` are Wilson's 95 % interval for the share among all who could be drawn.
    """

    patients: int
    changed: int
    turns: dict[Turn, int]
    seed: int

    @property
    def share(self) -> float:
        """The share that was found, from 0 to 1."""
        return self.changed / self.patients if self.patients else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The lowest and the highest share that go with what was found."""
        return wilson(self.changed, self.patients)


def wilson(hits: int, number: int) -> tuple[float, float]:
    """Wilson's score interval at 95 % for a share; from 0 to 1 where nobody was asked."""
    if number == 0:
        return 0.0, 1.0
    share, square = hits / number, SURE**2
    middle = (share + square / (2 * number)) / (1 + square / number)
    width = sqrt(share * (1 - share) / number + square / (4 * number**2)) * SURE
    width /= 1 + square / number
    low = 0.0 if hits == 0 else max(0.0, middle - width)
    high = 1.0 if hits == number else min(1.0, middle + width)
    return low, high


def draw(
    sides: Sides, number: int, seed: int, layers: Sequence[str]
) -> tuple[Estimate, list[Found]]:
    """Ask both sides about ``number`` patients; those who show a change are returned too."""
    random = Random(seed)  # noqa: S311  (nothing here is a secret)
    cells = refined(sides.before, sides.after, ADVICE)
    names = {
        value: applying(sides.before, sides.after, cells, value)
        for value in diagnoses(sides.before, sides.after)
    }
    asked = changed = 0
    turns: dict[Turn, int] = {}
    found = []
    for batch in batches(range(number), BATCH):
        patients = [_patient(sides, cells, names, random) for _ in batch]
        for entries, pair in _possible(sides, patients, random):
            asked += 1
            if turned := verdict_turns(pair, layers):
                changed += 1
                found.append(Found(entries, "drawn at random", turned))
                for turn in turned:
                    turns[turn] = turns.get(turn, 0) + 1
    return Estimate(asked, changed, turns, seed), found


def _patient(
    sides: Sides,
    cells: Mapping[str, Sequence[Cell]],
    names: Mapping[str, Sequence[str]],
    random: Random,
) -> Entries:
    disease = random.choice(list(names))
    told = random.random()
    entries: Entries = {sides.after.diagnosis: disease}
    for name in names[disease]:
        if cells[name] and random.random() < told:
            entries[name] = random.choice(cells[name]).value
    return entries


def _possible(
    sides: Sides, patients: Sequence[Entries], random: Random
) -> list[tuple[Entries, Pair]]:
    """Those who can exist; each contradictory one is told one answer less until he or she can."""
    found: list[tuple[Entries, Pair]] = []
    left = list(patients)
    for _ in range(TRIES):
        if not left:
            break
        pairs = list(zip(left, sides.screen(left, ADVICE), strict=True))
        found += [(entries, pair) for entries, pair in pairs if not refused_by_both(pair)]
        again = ((e, p) for e, p in pairs if refused_by_both(p) and p[0].state == REFUSED)
        left = [_less(entries, pair, sides.after.diagnosis, random) for entries, pair in again]
    return found


def _less(entries: Entries, pair: Pair, diagnosis: str, random: Random) -> Entries:
    named = [n for n in pair[0].why.split(", ") if n in entries and n != diagnosis]
    gone = random.choice(named) if named else random.choice([n for n in entries if n != diagnosis])
    return {name: value for name, value in entries.items() if name != gone}
