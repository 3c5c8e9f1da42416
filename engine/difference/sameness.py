"""Whether it can be told without asking a patient that nothing changes, and for which verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.difference.content import ContentDifference
from engine.difference.rules import RuleDifference

IDENTICAL = "The two rule bases are the same, word for word."
NO_PATIENT = "No patient changes: the same conditions and conclusions."
NO_VERDICT = (
    "No verdict changes: no verdict depends on what changed; flags beside the verdicts may."
)


@dataclass(frozen=True, slots=True)
class Sameness:
    """What is proven to be the same.

    ``why`` says it in a sentence, empty where nothing is proven. ``layers`` are the layers of which
    no verdict can change, ``flags`` whether no flag can either.
    """

    layers: tuple[str, ...] = ()
    flags: bool = False
    why: str = ""


def sameness(
    rules: Sequence[RuleDifference],
    content: Iterable[ContentDifference],
    layers: Sequence[str],
    *,
    identical: bool,
    same_engine: bool,
) -> Sameness:
    """What follows from what differs. With another engine on one side, nothing does."""
    if not same_engine:
        return Sameness()
    deciding = [rule for rule in rules if rule.decides]
    # What follows from what, and what answers there are, may touch every patient.
    if any(each.decides for each in content):
        return Sameness()
    if not deciding:
        return Sameness(tuple(layers), flags=True, why=IDENTICAL if identical else NO_PATIENT)
    touched = {layer for rule in deciding for layer in rule.advice}
    left = tuple(layer for layer in layers if layer not in touched)
    return Sameness(left, why="" if touched else NO_VERDICT)
