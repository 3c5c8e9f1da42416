"""What comes of it when two tabs have changed the same data: neither loses what it added."""

from __future__ import annotations

from typing import Any

_ABSENT = object()


def merged(base: Any, ours: Any, theirs: Any) -> Any:
    """Our changes since ``base`` on top of theirs.

    Objects are gone through key by key; of two lists, both keep what they added; of two values,
    ours counts.
    """
    if ours == base:
        return theirs
    if theirs == base:
        return ours
    if isinstance(ours, dict) and isinstance(theirs, dict):
        before = base if isinstance(base, dict) else {}
        keys = [*theirs, *(key for key in ours if key not in theirs)]
        found = {
            key: merged(before.get(key, _ABSENT), ours.get(key, _ABSENT), theirs.get(key, _ABSENT))
            for key in keys
        }
        return {key: value for key, value in found.items() if value is not _ABSENT}
    if isinstance(ours, list) and isinstance(theirs, list):
        return [*theirs, *(each for each in ours if each not in theirs)]
    return ours
