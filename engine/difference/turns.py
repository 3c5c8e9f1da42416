"""What of two answers about one patient is different: verdicts by layer and drug, and flags."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.difference.description import ANSWERED, Entries, Pair

NOTHING = "nothing_said"
"""Stands for the verdict on a drug, or of a layer, that a side does not know."""

LOWERED, RAISED = "not_raised", "raised"


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """One answer that came out otherwise.

    ``layer`` and ``drug`` say whose verdict on what. Both are empty where the patient is answered
    on one side only; before and after are then what became of the patient as a whole. ``flag`` is
    the id of a flag instead, shown beside the verdict.
    """

    layer: str
    drug: str
    before: str
    after: str
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A patient about whom the sides differ: what is told, where it was found, and how.

    ``rule`` is the changed rule around which the patient was looked for, if any.
    """

    entries: Entries
    source: str
    turns: tuple[Turn, ...]
    rule: str = ""


def verdict_turns(pair: Pair, layers: Iterable[str] | None = None) -> tuple[Turn, ...]:
    """The verdicts that differ, those of some layers or of all."""
    before, after = pair
    asked = tuple(dict.fromkeys((*before.verdicts, *after.verdicts)))
    if layers is not None:
        asked = tuple(layer for layer in asked if layer in set(layers))
    if before.state != after.state:
        return (Turn("", "", before.state, after.state),)
    found = []
    for layer in asked:
        was, now = before.verdicts.get(layer, {}), after.verdicts.get(layer, {})
        for drug in dict.fromkeys((*was, *now)):
            kinds = was.get(drug, NOTHING), now.get(drug, NOTHING)
            if kinds[0] != kinds[1]:
                found.append(Turn(layer, drug, *kinds))
        if not found and before.overall(layer) != after.overall(layer):
            found.append(Turn(layer, "", before.overall(layer), after.overall(layer)))
    return tuple(found)


def flag_turns(pair: Pair) -> tuple[Turn, ...]:
    """The flags that are raised on one side only; their state is left out of account."""
    before, after = pair
    if {before.state, after.state} != {ANSWERED}:
        return ()
    came = (Turn("", "", LOWERED, RAISED, flag) for flag in after.flags if flag not in before.flags)
    gone = (Turn("", "", RAISED, LOWERED, flag) for flag in before.flags if flag not in after.flags)
    return (*came, *gone)


def refused_by_both(pair: Pair) -> bool:
    """Whether a patient can exist on neither side, and so is none."""
    return all(outcome.state != ANSWERED for outcome in pair) and pair[0].state == pair[1].state
