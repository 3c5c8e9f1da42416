"""Patients who show what changes: as little told as can be, a few for each kind of change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.conditions import Value
from engine.difference.description import WHOLE, Description, Entries, Pair, Plain, Sides
from engine.difference.smaller import smaller
from engine.difference.turns import Found, Turn, flag_turns, verdict_turns
from engine.errors import DefectError
from engine.words import amount

MOST = 3
"""The most patients who are shown for one kind of change."""

TRIED = 5
"""So many patients for one kind of change are made smaller, to find different ones."""

MANY = 24
"""Where there are more kinds of change, one patient is shown for each, as for a flag."""

TRIED_OF_FEW = 2
"""So many are tried where one patient is shown."""


@dataclass(frozen=True, slots=True)
class Example:
    """A patient who shows one kind of change; both engines of both sides were asked.

    ``told`` are the findings in words. ``before`` and ``after`` are rules that fired on that side
    only. ``findings`` is the table of a profile file, None where no file can hold the patient.
    """

    turn: Turn
    entries: Entries
    told: tuple[str, ...]
    source: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    findings: Plain | None


def examples(sides: Sides, found: Sequence[Found]) -> tuple[Example, ...]:
    """At most three patients for each kind of change, those who are told least."""
    by_turn: dict[Turn, list[Found]] = {}
    for each in found:
        for turn in each.turns:
            by_turn.setdefault(turn, []).append(each)
    order = sorted(by_turn, key=lambda turn: (bool(turn.flag), turn))
    few = len(order) > MANY
    return tuple(e for turn in order for e in _of_turn(sides, turn, by_turn[turn], few=few))


def _of_turn(sides: Sides, turn: Turn, found: list[Found], *, few: bool) -> Iterator[Example]:
    chosen: dict[tuple[tuple[str, Value], ...], Found] = {}
    few = few or bool(turn.flag)
    for each in _different(found, TRIED_OF_FEW if few else TRIED):
        least = smaller(sides, each.entries, turn)
        key = tuple(sorted(least.items(), key=lambda item: item[0]))
        chosen.setdefault(key, Found(least, each.source, each.turns, each.rule))
    ordered = sorted(chosen.values(), key=lambda each: len(each.entries))
    for each in ordered[: 1 if few else MOST]:
        yield _example(sides, turn, each)


def _different(found: list[Found], most: int) -> list[Found]:
    """Some of them, those who are told least, no two around one rule before every rule had one."""
    ordered = sorted(found, key=lambda each: len(each.entries))
    first: dict[str, Found] = {}
    for each in ordered:
        first.setdefault(each.rule or each.source, each)
    some = list(first.values())[:most]
    some += [each for each in ordered if each not in some][: most - len(some)]
    return some


def _example(sides: Sides, turn: Turn, found: Found) -> Example:
    (pair,) = sides.screen([found.entries], WHOLE)
    if turn not in _turns(pair):
        raise DefectError(
            f"Asked again, both engines do not show {turn.before} → {turn.after} for "
            f"{found.entries}."
        )
    fired = [set(outcome.fired) for outcome in pair]
    return Example(
        turn=turn,
        entries=found.entries,
        told=tuple(told_words(sides, found.entries)),
        source=found.source,
        before=tuple(n for n in pair[0].fired if n not in fired[1]),
        after=tuple(n for n in pair[1].fired if n not in fired[0]),
        findings=_file(sides, turn, found.entries),
    )


def _turns(pair: Pair) -> tuple[Turn, ...]:
    return (*verdict_turns(pair), *flag_turns(pair))


def _file(sides: Sides, turn: Turn, entries: Entries) -> Plain | None:
    """The patient as a profile file, if a file can hold who shows the same.

    Of a list that is told in part a file cannot say what is absent, and so says it of the rest too.
    """
    for told in (entries, _lists_completed(sides.after, entries)):
        (table,) = sides.findings([told])
        if table["findings"] is None:
            continue
        (pair,) = sides.screen([table["entries"]], WHOLE)
        if turn in _turns(pair):
            return dict(table["findings"])
    return None


def _lists_completed(side: Description, entries: Entries) -> Entries:
    """With every list of which something is told as absent told to its end: the rest is absent."""
    lists = {
        side.atoms[name]["owner"]
        for name, value in entries.items()
        if value is False and name in side.atoms and side.atoms[name]["listed"]
    }
    absent: Entries = {name: False for name, atom in side.atoms.items() if atom["owner"] in lists}
    return {**absent, **entries}


def told_words(sides: Sides, entries: Entries) -> Iterator[str]:
    """What is told in words, in the order of the vocabulary."""
    order = {name: at for at, name in enumerate((*sides.after.atoms, *sides.before.atoms))}
    for name in sorted(entries, key=lambda each: order.get(each, len(order))):
        atom = sides.after.atoms.get(name) or sides.before.atoms.get(name)
        yield f"{atom['label']}: {value_words(atom, entries[name])}" if atom else name


def value_words(atom: Plain, value: Value) -> str:
    """A value of a fact in words."""
    if atom["options"] is not None:
        return str(atom["options"].get(value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return amount(value, atom["unit"])


def showing(found: Iterable[Found], rule: str) -> str:
    """What was seen to change around a rule: a verdict, a flag, or nothing."""
    turns = [turn for each in found if each.rule == rule for turn in each.turns]
    if any(not turn.flag for turn in turns):
        return "verdict"
    return "flag" if turns else "nothing"
