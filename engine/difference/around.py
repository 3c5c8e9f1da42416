"""Patients looked for on purpose around a rule that changed, so that a change seldom stays unseen.

The search starts from the rule's examples and from cases, and varies what the rule reads: one
finding at a time, then two, over every answer that some condition tells apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from random import Random

from engine.conditions import Value
from engine.difference.conditions import leaves, logic
from engine.difference.description import ADVICE, FLAGS, WHOLE, Description, Entries, Plain, Sides
from engine.difference.directed import Director
from engine.difference.every import BATCH, batches
from engine.difference.refinement import Cell, refined
from engine.difference.rules import RuleDifference
from engine.difference.turns import Found, flag_turns, verdict_turns

MOST_ADVICE = 1500
"""The most patients around one rule who are asked for verdicts."""

MOST_WHOLE = 150
"""The most patients around one rule who are asked for flags, which takes longer."""

TRIES = 200
"""How often it is tried on each side to make a patient for whom the change decides."""

AT_ONCE = 4
"""Around more rules than this fewer patients are asked for each, so that all are looked at."""

ENOUGH = 40
"""So many patients who show a change of verdict are enough for one rule."""


def around(
    sides: Sides,
    rule: RuleDifference,
    cases: Sequence[Entries],
    cells: dict[str, tuple[Cell, ...]],
    rules: int = 1,
) -> list[Found]:
    """Patients around one of some changed rules about whom the sides differ."""
    fewer = max(1.0, rules / AT_ONCE)
    found: list[Found] = []
    source = f"looked for around {rule.id}"
    if rule.advice:
        patients = _distinct(_patients(sides, rule, cases, cells), int(MOST_ADVICE / fewer))
        for batch in batches(patients, BATCH):
            for entries, pair in zip(batch, sides.screen(batch, ADVICE), strict=True):
                if turned := verdict_turns(pair):
                    found.append(Found(entries, source, turned, rule.id))
            if len(found) >= ENOUGH:
                break
    few = list(_distinct(_patients(sides, rule, cases, cells), int(MOST_WHOLE / fewer)))
    for entries, pair in zip(few, sides.screen(few, FLAGS), strict=True):
        if turned := flag_turns(pair):
            found.append(Found(entries, source, turned, rule.id))
    return found


def cells_around(sides: Sides) -> dict[str, tuple[Cell, ...]]:
    """The answers that any condition of either side tells apart, fact by fact."""
    return refined(sides.before, sides.after, WHOLE)


def _distinct(patients: Iterable[Entries], most: int) -> Iterator[Entries]:
    seen: set[tuple[tuple[str, Value], ...]] = set()

    def new() -> Iterator[Entries]:
        for entries in patients:
            key = tuple(sorted(entries.items(), key=lambda item: item[0]))
            if key not in seen:
                seen.add(key)
                yield entries

    return islice(new(), most)


def _patients(
    sides: Sides, rule: RuleDifference, cases: Sequence[Entries], cells: dict[str, tuple[Cell, ...]]
) -> Iterator[Entries]:
    """Who is told as an example or in a case, then with what the change is about told otherwise.

    What is told besides is varied too: a condition that changed is often one of several, of which
    another already holds.
    """
    described = list(_described(sides, rule))
    examples = [dict(example["facts"]) for each in described for example in each["examples"]]
    direct = list(dict.fromkeys(n for each in described for n in each["reads"] if n in cells))
    behind = list(dict.fromkeys(n for each in described for n in each["behind"] if n in cells))
    about = [name for name in _about(described) if name in cells] or direct or behind
    bases = [*examples, *_of_diseases(sides, examples, cases)]
    yield from _directed(sides, rule, cells)
    yield from bases
    for base in bases:
        yield from _varied(base, about, cells)
    for base in examples:
        yield from _varied_twice(base, about, direct, cells)
        yield from _varied(base, behind, cells)
    for base in examples:
        yield from _varied_twice(base, about, behind, cells)
    for base in bases:
        yield from _varied_twice(base, about, direct, cells)
    for base in bases:
        yield from _varied(base, behind, cells)


def _directed(
    sides: Sides, rule: RuleDifference, cells: dict[str, tuple[Cell, ...]]
) -> Iterator[Entries]:
    """Patients made so that the change decides, by the conclusions of either side."""
    was, now = sides.before.rules.get(rule.was or rule.id), sides.after.rules.get(rule.id)
    for side in (sides.after, sides.before):
        director = Director(side, cells, Random(rule.id))  # noqa: S311  (nothing here is a secret)
        yield from director.patients(was, now, rule.id, TRIES)


def _about(described: Sequence[Plain]) -> list[str]:
    """The findings whose conditions are not the same on both sides; none where all are."""
    if len(described) < 2:
        return []
    asked = [{repr(logic(leaf)): leaf for leaf in leaves(each["when"])} for each in described]
    changed = [asked[0 if key in asked[0] else 1][key] for key in asked[0].keys() ^ asked[1].keys()]
    return sorted({leaf["finding"] for leaf in changed if "finding" in leaf})


def _varied_twice(
    base: Entries,
    about: Sequence[str],
    others: Sequence[str],
    cells: dict[str, tuple[Cell, ...]],
) -> Iterator[Entries]:
    """The patient with one fact of the change and one other told otherwise, or not told."""
    for one in about:
        for changed in _varied(base, [one], cells):
            yield from _varied(changed, [other for other in others if other != one], cells)


def _described(sides: Sides, rule: RuleDifference) -> Iterator[Plain]:
    """The rule as each side has it."""
    for side, name in ((sides.after, rule.id), (sides.before, rule.was or rule.id)):
        if name in side.rules:
            yield side.rules[name]


def _of_diseases(
    sides: Sides, examples: Sequence[Entries], cases: Sequence[Entries]
) -> list[Entries]:
    """The cases of the diseases that the examples are about; all where these name none."""
    name = sides.after.diagnosis
    diseases = {base[name] for base in examples if name in base}
    return [base for base in cases if not diseases or base.get(name) in diseases]


def _varied(
    base: Entries, names: Sequence[str], cells: dict[str, tuple[Cell, ...]]
) -> Iterator[Entries]:
    """The patient with one fact told otherwise, or not told."""
    for name in names:
        rest = {key: value for key, value in base.items() if key != name}
        if name in base:
            yield rest
        for cell in cells[name]:
            if base.get(name) != cell.value:
                yield {**rest, name: cell.value}


def examples_of(side: Description) -> list[Entries]:
    """The patients told as examples of rules."""
    return [dict(example["facts"]) for rule in side.rules.values() for example in rule["examples"]]
