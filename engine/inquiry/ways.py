"""How a patient may be told otherwise in a question.

A way tells some facts, all in one stroke. Which ways there are depends on the question: an edit
keeps or replaces what is told, a completion tells what is unknown, forgetting leaves out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from engine.conditions import Value
from engine.findings import SEPARATOR, MultiChoice, Table
from engine.inquiry.domains import Domains
from engine.inquiry.regions import Region
from engine.inquiry.rows import Telling, row_tellings
from engine.inquiry.slice import Slice
from engine.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Way:
    """One way of telling something: the facts told, None for what stays unknown.

    ``region`` holds all values that come to the same, where it tells a single fact.
    """

    tells: Telling
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """What may be told otherwise: a fact, or a row of a table, which is told anew as a whole.

    ``group`` counts as one change however much of it changes: a row, a list, a fact by itself.
    Nothing is changed in the first of ``ways``; in a completion no way stands out.
    """

    id: str
    group: str
    ways: tuple[Way, ...]

    @property
    def atoms(self) -> tuple[str, ...]:
        """The facts that it tells."""
        return tuple(name for name, _ in self.ways[0].tells)


def edits(
    vocabulary: Vocabulary,
    part: Slice,
    domains: Domains,
    entries: Mapping[str, Value],
    allowed: Collection[str],
) -> tuple[Open, ...]:
    """Everything of ``allowed`` (finding ids) that may be edited; nothing known becomes unknown."""
    found: list[Open] = []
    rows: dict[str, list[str]] = {}
    for name in domains:
        owner = vocabulary.owner[name]
        if owner.id not in allowed:
            continue
        if isinstance(owner, Table):
            rows.setdefault(name.rpartition(SEPARATOR)[0], []).append(name)
            continue
        now = entries.get(name)
        others = (region for region in domains[name] if now is None or not _holds(region, now))
        ways = (Way(((name, now),)), *(_told(name, region) for region in others))
        found.append(Open(name, _group(vocabulary, name), ways))
    for row, cells in rows.items():
        tellings = row_tellings(vocabulary, part, tuple(cells), domains, entries)
        found.append(Open(row, row, tuple(Way(told) for told in tellings)))
    return tuple(each for each in found if len(each.ways) > 1)


def completions(
    vocabulary: Vocabulary, domains: Domains, unknown: Collection[str]
) -> tuple[Open, ...]:
    """Every unknown fact, told in one way or another."""
    return tuple(
        Open(name, _group(vocabulary, name), tuple(_told(name, region) for region in regions))
        for name, regions in domains.items()
        if name in unknown
    )


def tellings(domains: Domains, entries: Mapping[str, Value]) -> tuple[Open, ...]:
    """Everything that is told, left out or, as the change, told as it is."""
    return tuple(
        Open(name, name, (Way(((name, None),)), Way(((name, entries[name]),))))
        for name in domains
        if name in entries
    )


def answers(vocabulary: Vocabulary, domains: Domains, unknown: Collection[str]) -> tuple[Open, ...]:
    """Every unknown fact, as it is or told in one way or another."""
    return tuple(
        Open(each.id, each.group, (Way(((each.id, None),)), *each.ways))
        for each in completions(vocabulary, domains, unknown)
    )


def _told(name: str, region: Region) -> Way:
    return Way(((name, region.value),), region)


def _holds(region: Region, value: Value) -> bool:
    if region.low is None or region.high is None:
        return value in region.values
    return region.low <= float(value) <= region.high


def _group(vocabulary: Vocabulary, name: str) -> str:
    owner = vocabulary.owner[name]
    return owner.id if isinstance(owner, MultiChoice) else name
