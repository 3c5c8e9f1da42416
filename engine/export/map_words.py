"""A decision map in words: its regions, its cells, the patient's place, the nearest boundary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.conditions import Value
from engine.export.palette import KINDS
from engine.findings import Choice, Measurement
from engine.grammar import UNKNOWN, value_text
from engine.inquiry.boundary import Boundary, Change, boundaries
from engine.inquiry.map_merged import Group
from engine.inquiry.map_model import Axis, Cell, DecisionMap, End, Kinds
from engine.rulebook import RuleBook
from engine.trace import Kind
from engine.words import amount, and_list, counted, inside, number_text, or_list, sentence

CANNOT_BE = "cannot be"
THIS_PATIENT = "this patient"
SOMEBODY = "somebody who gets it, told by as few facts as can be"
TOGETHER = "In the tables, neighbours that come to the same stand together."
MOST_RULES = 3
"""The most rules that are named in a cell of a table."""


def title(book: RuleBook, found: DecisionMap) -> str:
    """What the map is about: "Cyclophosphamide for lupus, by the document"."""
    disease = value_text(book.vocabulary.diagnosis, found.diagnosis)
    return f"{sentence(found.drug.label)} for {disease}, by {found.layer.label}"


def supposed_text(book: RuleBook, found: DecisionMap, own: Value | None) -> str:
    """That the map supposes another disease than the patient's own; empty where it does not."""
    if own == found.diagnosis:
        return ""
    here = value_text(book.vocabulary.diagnosis, found.diagnosis)
    if own is None:
        return f"The diagnosis of the patient is not known; here it is supposed to be {here}."
    mine = value_text(book.vocabulary.diagnosis, own)
    return f"The patient has {mine}; here it is supposed to be {here}."


def axes_text(found: DecisionMap) -> str:
    """The findings of the map, joined by "and"."""
    return and_list(axis.finding.label for axis in found.axes)


# Regions --------------------------------------------------------------------------------------


def region_text(axis: Axis, group: Group) -> str:
    """The values of one region, or of some that stand together."""
    if axis.unknown in group:
        return UNKNOWN
    finding = axis.finding
    if isinstance(finding, Measurement):
        if len(group) == 1 and _single(axis, group[0]):
            return value_text(finding, axis.value(group[0]))
        return _interval(axis, axis.low_end(group[0]), axis.high_end(group[-1]))
    wanted = {v for at in group if (r := axis.regions[at]) is not None for v in r.values}
    if isinstance(finding, Choice):
        labels = [option.label for option in finding.options if option.value in wanted]
        if len(labels) > 1 and any("," in each or " or " in each for each in labels):
            labels = [f"“{each}”" for each in labels]
        return or_list(labels)
    return or_list(value_text(finding, value) for value in (True, False) if value in wanted)


def _single(axis: Axis, at: int) -> bool:
    region, ends = axis.regions[at], (axis.low_end(at), axis.high_end(at))
    alone = region is not None and region.low == region.high
    return alone and all(end is None or end.counts for end in ends)


def _interval(axis: Axis, low: End | None, high: End | None) -> str:
    unit = axis.finding.unit if isinstance(axis.finding, Measurement) else ""
    if low is None and high is None:
        return "any number"
    if low is not None and high is not None and low.counts and high.counts:
        if low.at == high.at:
            return amount(low.at, unit)
        return f"{number_text(low.at)} to {amount(high.at, unit)}"
    ends = []
    if low is not None:
        ends.append(f"{'at least' if low.counts else 'above'} {number_text(low.at)}")
    if high is not None:
        ends.append(f"{'at most' if high.counts else 'below'} {number_text(high.at)}")
    first = " and ".join(ends)
    return f"{first.removesuffix(first.rpartition(' ')[2])}{amount(_last(low, high), unit)}"


def _last(low: End | None, high: End | None) -> float:
    end = high or low
    return 0.0 if end is None else end.at


# Cells ----------------------------------------------------------------------------------------


def kind_text(found: DecisionMap, kind: Kind) -> str:
    """A kind of verdict as its layer says it."""
    return kind.said_by(found.layer)


def kinds_text(found: DecisionMap, kinds: Kinds) -> str:
    """A set of kinds in quotation marks, or that nobody can be so."""
    if not kinds:
        return CANNOT_BE
    return or_list(f"“{inside(kind_text(found, kind))}”" for kind in kinds)


def cell_text(found: DecisionMap, cell: Cell, *, here: bool) -> str:
    """A cell as it stands in a table: marks, kinds, the rules that decide, whether it is here."""
    said = "; ".join(f"{KINDS[kind][0]} {kind_text(found, kind)}" for kind in cell.kinds)
    settled = cell.rules if Kind.NOT_ENOUGH_DATA not in cell.kinds else ()
    rules = f" ({', '.join(rules_named(settled))})" if settled else ""
    mine = f" – {THIS_PATIENT}" if here else ""
    return f"{said or f'– {CANNOT_BE}'}{rules}{mine}"


def rules_named(rules: Iterable[str]) -> tuple[str, ...]:
    """The first few rules, and how many more there are."""
    names = tuple(rules)
    left = len(names) - MOST_RULES
    return names if left <= 0 else (*names[:MOST_RULES], f"{left} more")


def place_text(found: DecisionMap, cell: Cell) -> str:
    """Where a cell lies: "Severity: severe; Life-threatening: yes"."""
    return "; ".join(
        f"{axis.finding.label}: {region_text(axis, (at,))}"
        for axis, at in zip(found.axes, cell.places, strict=True)
    )


def follows_text(book: RuleBook, cell: Cell) -> str:
    """What is not told in a cell and follows all the same; empty where nothing does."""
    atoms = book.vocabulary.atoms
    told = [f"{atoms[n].label}: {value_text(atoms[n], value)}" for n, value in cell.follows]
    return f"Not told, and follows all the same: {and_list(told)}." if told else ""


# The map as a whole ---------------------------------------------------------------------------


def mode_text(book: RuleBook, found: DecisionMap) -> str:
    """What is held still while the findings of the map move."""
    if not found.whoever:
        return "This patient: everything else is as told."
    disease = value_text(book.vocabulary.diagnosis, found.diagnosis)
    return (
        f"Whoever it may be with {disease}: everything else may be told in any way, or not at all. "
        "A cell names every verdict that some patient gets there; none of the others is possible."
    )


def here_text(found: DecisionMap) -> str:
    """The cell that the patient is in, and what it says."""
    cell = found.here
    where = "; ".join(
        f"{axis.finding.label}: {value_text(axis.finding, axis.now)}" for axis in found.axes
    )
    if not cell.kinds:
        return f"{sentence(THIS_PATIENT)} – {where} – {CANNOT_BE}: {cell.why}"
    return f"{sentence(THIS_PATIENT)} – {where}: {kinds_text(found, cell.kinds)}."


def nearest_text(found: DecisionMap) -> tuple[str, tuple[str, ...]]:
    """How far the nearest other verdict is, and each way to another, the nearest kind first."""
    if found.whoever:
        return "", ()
    here, near = found.here, boundaries(found)
    if not here.kinds:
        return "Somebody who cannot be has no verdict, and so no boundary.", ()
    if not near:
        stays = kinds_text(found, here.kinds)
        nothing = (
            f"No other verdict is within reach of {axes_text(found)}: whatever they are told to "
            f"be, it stays {stays} while everything else is as it is."
        )
        return nothing, ()
    size = counted(len(near[0].changes), "finding")
    has = "has" if len(near[0].changes) == 1 else "have"
    return (
        f"For another verdict at least {size} of these {has} to change.",
        tuple(boundary_text(found, each) for each in near),
    )


def boundary_text(found: DecisionMap, boundary: Boundary) -> str:
    """Changes and what they make of it: "Severity: severe instead of mild would make it …"."""
    told = and_list(_change_text(found, change) for change in boundary.changes)
    return f"{told} would make it {kinds_text(found, boundary.kinds)}."


def _change_text(found: DecisionMap, change: Change) -> str:
    axis = found.axes[change.axis]
    finding = axis.finding
    wanted = or_list(region_text(axis, (at,)) for at in change.places)
    if axis.now is None:
        return f"{finding.label}: {wanted} (now {UNKNOWN})"
    now = value_text(finding, axis.now)
    if change.turn is None or not isinstance(finding, Measurement):
        return f"{finding.label}: {wanted} instead of {now}"
    far = "more" if change.turn.by > 0 else "less"
    unit = "percentage points" if finding.unit == "%" else finding.unit
    off = amount(_rounded(abs(change.turn.by)), unit)
    least = "over " if change.turn.beyond else ""
    return f"{finding.label}: {wanted}, {least}{off} {far} than now ({now}),"


def _rounded(number: float) -> float:
    return float(f"{number:.6g}")


def counts_text(found: DecisionMap) -> tuple[str, tuple[str, ...]]:
    """What was counted, and a line for each kind, or set of kinds, with the numbers.

    Numbers of values only where every axis has an end of them.
    """
    values = found.value_counts
    intro = (
        f"{sentence(counted(len(found.cells), 'combination'))} of values that no rule tells apart"
    )
    if values is not None:
        intro += f" ({sum(values.values()):,} if every answer is counted, and unknown as one)"
    lines = []
    for kinds, cells in found.counts.items():
        line = f"{_count_of(found, kinds)}: {cells:,}"
        lines.append(line if values is None else f"{line} ({values[kinds]:,} answers counted)")
    return f"{intro}. Proven over all values, not sampled. {TOGETHER}", tuple(lines)


def _count_of(found: DecisionMap, kinds: Kinds) -> str:
    if not kinds:
        return sentence(CANNOT_BE)
    return or_list(
        kind_text(found, kind) if not at else inside(kind_text(found, kind))
        for at, kind in enumerate(kinds)
    )


def reasons_why_not(found: DecisionMap) -> Iterator[str]:
    """Why combinations cannot be: for each set of facts that contradict each other, one of them."""
    alike: dict[tuple[str, ...], list[Cell]] = {}
    for cell in found.cells:
        if cell.why:
            alike.setdefault(cell.between, []).append(cell)
    for cells in alike.values():
        number = counted(len(cells), "combination")
        yield (
            cells[0].why if len(cells) == 1 else f"{sentence(number)}, such as this: {cells[0].why}"
        )


def rules_shown(book: RuleBook, found: DecisionMap) -> tuple[str, ...]:
    """The rules that decide some cell, with their titles, in the order of the rule book."""
    deciding = {
        name
        for cell in found.cells
        if Kind.NOT_ENOUGH_DATA not in cell.kinds
        for name in cell.rules
    }
    return tuple(f"{rule.id}: {rule.title}" for rule in book.rules if rule.id in deciding)
