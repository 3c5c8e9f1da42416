"""The values that a fact may take in a question, one for each region that its conditions cut.

What is calculated from a fact cuts it too: a threshold of the filtration rate is a threshold of the
creatinine, another for each age. Those cuts are found by trying, as every formula rises or falls
with each of its inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from engine.conditions import FindingLeaf, InRange, IsOneOf, Value
from engine.findings import Choice, Finding, Measurement
from engine.formulas import Calculation, DoseTable, PlusByChoice
from engine.inquiry.regions import FINEST, UNBOUNDED, Region, cut_points, regions
from engine.inquiry.slice import Slice
from engine.vocabulary import Vocabulary

HARDLY_ANY = 1e-6
"""How far beyond a number without steps it is looked whether something has turned at once."""

Domains = dict[str, tuple[Region, ...]]

Cuts = dict[str, tuple[FindingLeaf, ...]]
"""The conditions that cut each fact, those included that are reflected by what is calculated."""


def domains(
    vocabulary: Vocabulary,
    part: Slice,
    entries: Mapping[str, Value],
    fixed: frozenset[str],
    *,
    reflect: bool = True,
) -> Domains:
    """The regions of every fact of a slice that can be told.

    ``entries`` are the present values; those of findings in ``fixed`` stay what they are. What does
    not apply to a fixed diagnosis is left out. Without ``reflect`` the thresholds of what is
    calculated cut nothing (see ``engine.inquiry.ends``).
    """
    return {
        name: regions(vocabulary.atoms[name], leaves, entries.get(name))
        for name, leaves in cuts(vocabulary, part, entries, fixed, reflect=reflect).items()
    }


def cuts(
    vocabulary: Vocabulary,
    part: Slice,
    entries: Mapping[str, Value],
    fixed: frozenset[str],
    *,
    reflect: bool = True,
) -> Cuts:
    """The conditions that cut every fact of a slice that can be told, as ``domains`` takes it."""
    diagnosis = vocabulary.diagnosis.id
    disease = str(entries[diagnosis]) if diagnosis in fixed and diagnosis in entries else None
    asked = [
        name
        for name in part.atoms
        if vocabulary.owner[name].id in vocabulary.by_id
        and vocabulary.applies(vocabulary.atoms[name], disease)
    ]
    leaves = {name: list(part.leaves[name]) for name in part.atoms}
    if disease is None:
        # Two diseases to which other findings apply are told apart, though no condition does so.
        groups = {tuple(sorted(vocabulary.atoms[name].applies_to)) for name in part.atoms}
        leaves[diagnosis] += [IsOneOf(diagnosis, group) for group in sorted(groups) if group]
    for name in part.atoms:
        calculation = vocabulary.calculated.get(name)
        if calculation is not None:
            _add_bands(calculation, leaves)
            # Of anybody, whether a number can be calculated at all may depend on the answer, too.
            compared = cut_points(calculation.then, part.leaves[name])
            if compared or (part.leaves[name] and not reflect):
                _add_answers(calculation, leaves)
    for pair in vocabulary.ordered:
        if pair.lesser.id in leaves and pair.greater.id in leaves:
            _align(pair.lesser, pair.greater, leaves, entries)

    def cut(name: str) -> tuple[Region, ...]:
        return regions(vocabulary.atoms[name], leaves[name], entries.get(name))

    found = {name: cut(name) for name in asked} if reflect else {}
    for name in part.atoms:
        calculation = vocabulary.calculated.get(name)
        if calculation is not None and part.leaves[name]:
            for finding, where in _reflected(calculation, part.leaves[name], found, entries, fixed):
                leaves[finding.id].append(where)
    return {name: tuple(leaves[name]) for name in asked}


def _add_bands(calculation: Calculation, leaves: dict[str, list[FindingLeaf]]) -> None:
    """A table cuts its row and its column where its bands begin and end, a choice its answers."""
    formula = calculation.by
    if isinstance(formula, DoseTable):
        for band in formula.bands:
            for leaf in (band.row, band.column):
                leaves[leaf.finding].append(leaf)
    if isinstance(formula, PlusByChoice):
        leaves[formula.by.id] += [formula.by.is_(option) for option, _ in formula.amounts]


def _add_answers(calculation: Calculation, leaves: dict[str, list[FindingLeaf]]) -> None:
    """A choice that a formula reads is cut into its answers: it may give another number for each.

    A sum with amounts by answer says itself which of them it tells apart.
    """
    for finding in calculation.by.inputs:
        if isinstance(finding, Choice) and not isinstance(calculation.by, PlusByChoice):
            leaves[finding.id] += [finding.is_(option) for option in finding.options]


def _align(
    lesser: Measurement,
    greater: Measurement,
    leaves: dict[str, list[FindingLeaf]],
    entries: Mapping[str, Value],
) -> None:
    """Cut two measurements in the same places, so that values in order can always be found."""
    both = (lesser, greater)
    points = {point for each in both for point in cut_points(each, leaves[each.id])}
    points |= {float(entries[each.id]) for each in both if each.id in entries}
    for each in both:
        for point in sorted(points):
            leaves[each.id] += [
                InRange(each.id, each.unit, low=point),
                InRange(each.id, each.unit, high=point),
            ]


def _reflected(
    calculation: Calculation,
    leaves: tuple[FindingLeaf, ...],
    found: Domains,
    entries: Mapping[str, Value],
    fixed: frozenset[str],
) -> Iterator[tuple[Measurement, InRange]]:
    """Where the thresholds of a calculated fact cut each of its inputs.

    Every other input is held at the ends of its regions: between these, whatever the fact can be is
    reached by moving a single input.
    """
    points = cut_points(calculation.then, leaves)
    inputs = calculation.by.inputs
    for moved in inputs:
        if not isinstance(moved, Measurement) or moved.id not in found or moved.id in fixed:
            continue
        others = [finding for finding in inputs if finding is not moved]
        held = [_corners(other, found, entries, fixed) for other in others]
        for values in product(*held):
            around = {other.id: value for other, value in zip(others, values, strict=True)}
            for start, counts in _turns(calculation, moved, around, points):
                yield moved, InRange(moved.id, moved.unit, low=start, low_included=counts)


def _corners(
    finding: Finding, found: Domains, entries: Mapping[str, Value], fixed: frozenset[str]
) -> list[Value]:
    now = entries.get(finding.id)
    if finding.id in fixed or finding.id not in found:
        return [] if now is None else [now]
    corners: dict[Value, None] = {}
    for region in found[finding.id]:
        ends = (region.value, region.low, region.high)
        corners |= dict.fromkeys(end for end in ends if end is not None)
    return list(corners)


def _turns(
    calculation: Calculation,
    moved: Measurement,
    around: Mapping[str, Value],
    points: tuple[float, ...],
) -> Iterator[tuple[float, bool]]:
    """The numbers of one input from which on the calculated fact has passed a threshold.

    With each comes whether it has done so at that very number, or only beyond it.
    """
    steps = moved.step or (1.0 if moved.whole else None)
    step = steps or FINEST
    low = -UNBOUNDED if moved.hard.low is None else moved.hard.low
    high = UNBOUNDED if moved.hard.high is None else moved.hard.high

    def number(at: float) -> float | None:
        return calculation.by.value({**around, moved.id: at})

    def turn(test: Callable[[float], bool], first: int, last: int) -> int | None:
        return _first_change(lambda at: test(round(at * step, 9)), first, last)

    def placed(test: Callable[[float], bool], at: int) -> tuple[float, bool]:
        here, before = round(at * step, 9), round((at - 1) * step, 9)
        at_once = steps is None and test(round(before + HARDLY_ANY, 9)) is test(here)
        return (before, False) if at_once else (here, True)

    def missing(at: float) -> bool:
        return number(at) is None

    first, last = round(low / step), round(high / step)
    reached = turn(missing, first, last)
    starts = [first] if reached is None else [first, reached]
    if reached is not None:
        yield placed(missing, reached)
    for begin, end in zip(starts, [*(start - 1 for start in starts[1:]), last], strict=True):
        if begin > end or missing(round(begin * step, 9)):
            continue
        for point in points:
            for passed in (
                lambda at, p=point: (number(at) or 0.0) >= p,
                lambda at, p=point: (number(at) or 0.0) > p,
            ):
                found = turn(passed, begin, end)
                if found is not None:
                    yield placed(passed, found)


def _first_change(test: Callable[[int], bool], first: int, last: int) -> int | None:
    """Where a test that turns over once does so; None where both ends come out alike."""
    before = test(first)
    if test(last) is before:
        return None
    while last - first > 1:
        middle = (first + last) // 2
        first, last = (middle, last) if test(middle) is before else (first, middle)
    return last
