"""What is different between two conditions, in words: "Severity: severe → severe or moderate"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from engine.difference.description import Plain

WORDS = frozenset({"words", "subject", "needs", "head", "marks", "stored"})
"""What a described condition carries for readers only."""

NUMBERS = frozenset({"low", "high", "low_included", "high_included", "unit"})


def logic(node: Plain) -> Any:
    """What a condition asks, without its words; equal for conditions that always come out alike.

    The order of the parts of a group does not count, nor that of the values on offer.
    """
    if "conditions" in node:
        parts = sorted((logic(part) for part in node["conditions"]), key=repr)
        return (node["is"], node.get("count"), tuple(parts))
    kept = sorted((key, value) for key, value in node.items() if key not in WORDS)
    return tuple(
        (key, tuple(sorted(value)) if isinstance(value, list) else value) for key, value in kept
    )


def shape(node: Plain) -> Any:
    """What a condition asks apart from the numbers that it compares with."""
    if "conditions" in node:
        return (node["is"], node.get("count"), tuple(shape(part) for part in node["conditions"]))
    if node["is"] == "InRange":
        ends = tuple(node[end] is not None for end in ("low", "high"))
        return ("InRange", node["finding"], ends)
    return logic(node)


def words(node: Plain) -> str:
    """A condition on one line."""
    if "conditions" in node:
        return f"{node['head']} ({'; '.join(words(part) for part in node['conditions'])})"
    return str(node["words"])


def marks(node: Plain) -> tuple[str, ...]:
    """The ids of the thresholds that a condition compares with, in their order."""
    if "conditions" in node:
        return tuple(mark for part in node["conditions"] for mark in marks(part))
    return tuple(node.get("marks") or ())


def leaves(node: Plain) -> Iterator[Plain]:
    """Every single condition."""
    if "conditions" in node:
        for part in node["conditions"]:
            yield from leaves(part)
    else:
        yield node


def told_apart(before: Plain, after: Plain) -> tuple[str, ...]:
    """Every difference between two conditions in words; empty where they ask the same."""
    if logic(before) == logic(after):
        return ()
    return tuple(_differences(before, after))


def _differences(before: Plain, after: Plain) -> Iterator[str]:
    groups = ["conditions" in node for node in (before, after)]
    if all(groups):
        if before["head"] != after["head"]:
            yield f"“{before['head']}” → “{after['head']}”"
        yield from _parts(before["conditions"], after["conditions"])
    elif any(groups):
        # A single condition and a group: the single one may still be among the parts.
        parts = [node.get("conditions", [node]) for node in (before, after)]
        yield from _parts(*parts)
    else:
        yield _turned(before, after)


def _parts(before: Sequence[Plain], after: Sequence[Plain]) -> Iterator[str]:
    """Parts that are gone, that came, or that ask something else of the same subject."""
    gone, came = list(before), list(after)
    for part in before:
        same = next((other for other in came if logic(other) == logic(part)), None)
        if same is not None:
            gone.remove(part)
            came.remove(same)
    for part in tuple(gone):
        other = next((each for each in came if _about(each) == _about(part)), None)
        if other is not None:
            gone.remove(part)
            came.remove(other)
            yield from _differences(part, other)
    for part in gone:
        yield f"no longer asked: “{words(part)}”"
    for part in came:
        yield f"now asked: “{words(part)}”"


def _about(node: Plain) -> tuple[bool, str]:
    """What a part is about, to find its counterpart; groups are matched with groups."""
    return ("conditions" in node, str(node.get("finding", node.get("concept", ""))))


def _turned(before: Plain, after: Plain) -> str:
    if _about(before) == _about(after) and before["needs"] != after["needs"]:
        return f"{after['subject']}: {before['needs']} → {after['needs']}"
    return f"“{words(before)}” → “{words(after)}”"
