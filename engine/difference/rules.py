"""Rules that are there on one side only, or are otherwise: what kind of change, and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.difference.conditions import logic, marks, shape, told_apart, words
from engine.difference.content import bare, shown
from engine.difference.description import Description, Plain
from engine.option import Option


class Change(Option):
    """What can have changed about a rule."""

    ADDED = "added", "added"
    REMOVED = "removed", "removed"
    RENAMED = "renamed", "renamed"
    CONDITION = "condition", "condition changed"
    THRESHOLD = "threshold", "threshold moved"
    CONCLUSION = "conclusion", "conclusion changed"
    WORDS = "words", "words only", "", "words"
    CITATIONS = "citations", "citations"
    EXAMPLES = "examples", "examples"


DECIDING = frozenset(
    {Change.ADDED, Change.REMOVED, Change.CONDITION, Change.THRESHOLD, Change.CONCLUSION}
)
"""Changes that can come to something else for a patient."""

CITING = ("cites", "confidence", "strength")
WORDED = ("title", "because", "misuse", "reading")


@dataclass(frozen=True, slots=True)
class RuleDifference:
    """One rule that is not the same on both sides.

    ``was`` is its id before where it was renamed. ``advice`` are the layers whose verdicts it
    stands behind on either side; none for a rule that only raises flags.
    """

    id: str
    title: str
    layer: str
    changes: tuple[Change, ...]
    said: tuple[str, ...]
    advice: tuple[str, ...]
    was: str = ""

    @property
    def decides(self) -> bool:
        """Whether it may come to something else for a patient."""
        return any(change in DECIDING for change in self.changes)

    @property
    def called(self) -> str:
        """Its changes in a few words."""
        alone = len(self.changes) == 1
        return ", ".join(each.label if alone else each.phrase for each in self.changes)


def rule_differences(before: Description, after: Description) -> tuple[RuleDifference, ...]:
    """Every rule that differs, in the order of the rule base after, then those that are gone."""
    gone = [name for name in before.rules if name not in after.rules]
    came = [name for name in after.rules if name not in before.rules]
    renamed = dict(_renamed(before, after, gone, came))
    found = []
    for name, rule in after.rules.items():
        old = renamed.get(name, name)
        if old in before.rules:
            if before.rules[old] != rule or old != name or _concluding(before, after, rule):
                found.append(_altered(before, after, old, name))
        else:
            found.append(_alone(rule, name, Change.ADDED))
    found += [
        _alone(before.rules[name], name, Change.REMOVED)
        for name in gone
        if name not in renamed.values()
    ]
    return tuple(each for each in found if each.changes)


def _renamed(
    before: Description, after: Description, gone: list[str], came: list[str]
) -> Iterator[tuple[str, str]]:
    """Rules that have another name and ask and conclude the same, new name first."""
    left = list(gone)
    for name in came:
        rule = after.rules[name]
        for old in left:
            other = before.rules[old]
            if rule["then"] == other["then"] and logic(rule["when"]) == logic(other["when"]):
                left.remove(old)
                yield name, old
                break


def _alone(rule: Plain, name: str, change: Change) -> RuleDifference:
    said = (f"when {words(rule['when'])}", f"then {rule['then_label']}")
    return RuleDifference(
        name, rule["title"], rule["layer"], (change,), said, tuple(rule["advice"])
    )


def _altered(before: Description, after: Description, old: str, name: str) -> RuleDifference:
    was, now = before.rules[old], after.rules[name]
    found: dict[Change, list[str]] = {}
    if old != name:
        found[Change.RENAMED] = [f"{old} → {name}"]
    if asked := told_apart(was["when"], now["when"]):
        moved = shape(was["when"]) == shape(now["when"])
        found[Change.THRESHOLD if moved else Change.CONDITION] = list(asked)
    if was["then"] != now["then"]:
        found[Change.CONCLUSION] = [f"{was['then_label']} → {now['then_label']}"]
    elif _concluding(before, after, now):
        pair = (side.concepts[now["then"]] for side in (before, after))
        found[Change.CONCLUSION] = [" → ".join(_advice(each) for each in pair)]
    for change, keys in ((Change.WORDS, WORDED), (Change.CITATIONS, CITING)):
        found[change] = [
            f"{key}: {shown(was[key])} → {shown(now[key])}" for key in keys if was[key] != now[key]
        ]
    if not asked and marks(was["when"]) != marks(now["when"]):
        found[Change.CITATIONS].append("thresholds of the same numbers")
    elif not asked and words(was["when"]) != words(now["when"]):
        found[Change.WORDS].append("how the condition is put; it asks the same")
    if was["examples"] != now["examples"]:
        found[Change.EXAMPLES] = [f"{len(was['examples'])} → {len(now['examples'])} examples"]
    changes = tuple(change for change in Change if found.get(change))
    return RuleDifference(
        name,
        now["title"],
        now["layer"],
        changes,
        tuple(said for change in changes for said in found[change]),
        tuple(sorted({*was["advice"], *now["advice"]})),
        old if old != name else "",
    )


def _concluding(before: Description, after: Description, rule: Plain) -> bool:
    """Whether what a rule concludes is the same concept and decides otherwise."""
    was, now = (side.concepts.get(rule["then"]) for side in (before, after))
    return was is not None and now is not None and bare(was) != bare(now)


def _advice(concept: Plain) -> str:
    parts = (concept.get(key) for key in ("layer", "drug", "stance"))
    return f"{concept['label']} ({', '.join(str(part) for part in parts if part)})"
