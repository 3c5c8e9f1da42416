"""Three-valued truth (Kleene): yes, no, unknown. Unknown is not no."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """What is known about a condition. ``UNKNOWN`` means that it may still turn out either way."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def of(value: bool | None) -> Truth:
    """The truth of a plain answer; ``None`` is unknown."""
    if value is None:
        return Truth.UNKNOWN
    return Truth.YES if value else Truth.NO


def at_least(count: int, truths: Iterable[Truth]) -> Truth:
    """Yes when ``count`` are yes, no when so many are no that ``count`` is out of reach."""
    seen = list(truths)
    if seen.count(Truth.YES) >= count:
        return Truth.YES
    if len(seen) - seen.count(Truth.NO) < count:
        return Truth.NO
    return Truth.UNKNOWN


def all_of(truths: Iterable[Truth]) -> Truth:
    """Kleene conjunction: one no settles it, one unknown keeps a yes away."""
    seen = list(truths)
    return at_least(len(seen), seen)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Kleene disjunction: one yes settles it, one unknown keeps a no away."""
    return at_least(1, truths)
