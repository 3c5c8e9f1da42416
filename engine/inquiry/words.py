"""Edits and answers in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from engine.conditions import Value
from engine.findings import Choice, Finding, Measurement, MultiChoice, Table
from engine.grammar import UNKNOWN, value_text
from engine.inquiry.regions import FINEST, Region
from engine.inquiry.ways import Open, Way
from engine.inquiry.whatif import Edit
from engine.vocabulary import Vocabulary
from engine.words import and_list, number_text, or_list, sentence


def edits_text(vocabulary: Vocabulary, edits: Sequence[Edit]) -> tuple[str, ...]:
    """A set of edits, one line each; what is told of one list makes one line."""
    lists: dict[str, list[Edit]] = {}
    for edit in edits:
        lists.setdefault(edit.about.group, []).append(edit)
    return tuple(
        _list_text(vocabulary, group, members)
        if isinstance(vocabulary.by_id.get(group), MultiChoice)
        else edit_text(vocabulary, members[0])
        for group, members in lists.items()
    )


def edit_text(vocabulary: Vocabulary, edit: Edit) -> str:
    """One edit: what to tell, and what is told now ("Severity: severe (now mild)")."""
    about, owner = edit.about, vocabulary.owner[edit.about.atoms[0]]
    if isinstance(owner, Table):
        return f"{_row_label(owner, about)}: {or_list(_row(owner, about, w) for w in edit.ways)}"
    finding = vocabulary.atoms[about.id]
    now = value_text(finding, about.ways[0].tells[0][1])
    return f"{finding.label}: {ways_text(finding, edit.ways)} (now {now})"


def _list_text(vocabulary: Vocabulary, group: str, edits: Sequence[Edit]) -> str:
    """What is told of a list: who is added, who is taken away, or that there is none of them."""
    owner = vocabulary.by_id[group]
    told: dict[Value | None, list[str]] = {True: [], False: [], None: []}
    removed = []
    for edit in edits:
        name = _member(owner, edit.about.id)
        if edit.ways[0].tells[0][1] is True:
            told[True].append(name)
        elif edit.about.ways[0].tells[0][1] is True:
            removed.append(name)
        else:
            told[False].append(name)
    parts = [f"with {and_list(told[True])}"] if told[True] else []
    parts += [f"without {and_list(removed)}"] if removed else []
    if told[False]:
        rest = "nothing else of it" if told[True] else f"without {or_list(told[False])}"
        parts.append(rest)
    return f"{owner.label}: {', '.join(parts)}"


def ways_text(finding: Finding, ways: Iterable[Way]) -> str:
    """All values that would do, in words."""
    regions = [way.region for way in ways if way.region is not None]
    if isinstance(finding, Choice):
        wanted = {value for region in regions for value in region.values}
        labels = [option.label for option in finding.options if option.value in wanted]
        # Labels with an "or" or a comma of their own are told apart by quotation marks.
        if len(labels) > 1 and any("," in each or " or " in each for each in labels):
            labels = [f"“{each}”" for each in labels]
        return or_list(labels)
    if isinstance(finding, Measurement):
        regions = _joined(finding, regions)
    return or_list(region_text(finding, region) for region in regions)


def _joined(finding: Measurement, regions: Iterable[Region]) -> list[Region]:
    """Intervals in their order, those between which nothing can be told as one."""
    joined: list[Region] = []
    for region in sorted(regions, key=lambda each: each.low or 0):
        before = joined[-1] if joined else None
        if before is None or not _adjoin(finding, before, region):
            joined.append(region)
        else:
            joined[-1] = Region((*before.values, *region.values), before.low, region.high)
    return joined


def _adjoin(finding: Measurement, before: Region, after: Region) -> bool:
    if before.high is None or after.low is None:
        return False
    step = finding.step or (1.0 if finding.whole else FINEST)
    return after.low - before.high <= step + 1e-9


def region_text(finding: Finding, region: Region) -> str:
    """The values of a region: the options, or the interval with its unit."""
    if not isinstance(finding, Measurement) or region.low is None or region.high is None:
        return or_list(value_text(finding, value) for value in region.values)
    first = finding.hard.low is None or region.low <= finding.hard.low
    last = finding.hard.high is None or region.high >= finding.hard.high
    if first and last:
        return "any number"
    if region.low == region.high:
        return value_text(finding, region.low)
    if first:
        return f"at most {value_text(finding, region.high)}"
    if last:
        return f"at least {value_text(finding, region.low)}"
    return f"{number_text(region.low)} to {value_text(finding, region.high)}"


def answers_text(vocabulary: Vocabulary, given: Iterable[tuple[Open, Way]]) -> str:
    """Answers to one question, as they read behind it: "mild or moderate"."""
    answers = list(given)
    name = answers[0][0].atoms[0]
    owner = vocabulary.owner[name]
    if isinstance(owner, MultiChoice):
        there = [_member(owner, a.id) for a, way in answers if way.tells[0][1] is not False]
        none = len(there) < len(answers)
        return or_list([*there, "none of those that matter"] if none else there)
    return ways_text(vocabulary.atoms[name], (way for _, way in answers))


def told_text(vocabulary: Vocabulary, name: str, value: Value | None) -> str:
    """A fact with its value: "Severity: mild"."""
    return f"{vocabulary.atoms[name].label}: {value_text(vocabulary.atoms[name], value)}"


def question_text(vocabulary: Vocabulary, finding: str) -> str:
    """What the form calls a question: a finding, or a cell of a table."""
    return (
        vocabulary.by_id[finding].label
        if finding in vocabulary.by_id
        else (vocabulary.atoms[finding].label)
    )


def _member(owner: Finding, name: str) -> str:
    if not isinstance(owner, MultiChoice):
        raise TypeError(f"{owner.id} is no list")
    return str(next(o.label for o in owner.options if name.endswith(f".{o.value}")))


def _row_label(owner: Table[Any], about: Open) -> str:
    row = next(r for r in owner.rows if about.id.endswith(f".{r.value}"))
    return sentence(row.label)


def _row(owner: Table[Any], about: Open, way: Way) -> str:
    """The cells of a row that are told anew, and how they stand now."""
    now = dict(about.ways[0].tells)
    columns = {column.id: column for column in owner.columns}
    told = []
    for name, value in way.tells:
        if value is None or value == now[name]:
            continue
        column = columns[name.rpartition(".")[2]]
        before = value_text(column, now[name])
        was = "" if before == UNKNOWN else f", now {before}"
        told.append(
            f"{column.label[:1].lower()}{column.label[1:]} {value_text(column, value)}{was}"
        )
    return told[0] if len(told) == 1 else f"{told[0]} ({', '.join(told[1:])})"
