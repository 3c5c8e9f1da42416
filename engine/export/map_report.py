"""A decision map as a report, one table for each region of a third finding, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.conditions import Value
from engine.consult import BANNER
from engine.export.map_words import (
    SOMEBODY,
    axes_text,
    cell_text,
    counts_text,
    here_text,
    kind_text,
    mode_text,
    nearest_text,
    place_text,
    reasons_why_not,
    region_text,
    rules_shown,
    title,
)
from engine.export.report import Item, Part, Report, Table, items_of
from engine.grammar import facts_text
from engine.inquiry.boundary import Boundary, boundaries
from engine.inquiry.map_merged import Group, merged
from engine.inquiry.map_model import Axis, Cell, DecisionMap, Kinds
from engine.inquiry.map_whoever import example
from engine.rulebook import RuleBook
from engine.trace import Kind


def map_report(book: RuleBook, found: DecisionMap, supposed: str = "") -> Report:
    """The map with the patient's place in it, the nearest boundary and what was counted.

    ``supposed`` says so where the map is about another disease than the patient's own.
    """
    near, ways = nearest_text(found)
    how_many, counts = counts_text(found)
    return Report(
        banner=BANNER,
        headline=f"Decision map: {title(book, found)}",
        lead=(
            f"Findings: {axes_text(found)}.",
            mode_text(book, found),
            *([supposed] if supposed else []),
        ),
        parts=(
            Part("Where the patient is", intro=here_text(found)),
            Part("The nearest boundary", items_of(ways), intro=near),
            Part("How many", items_of(counts), intro=how_many),
            *grids(found),
            *_people(book, found),
            Part("Why some combinations cannot be", items_of(reasons_why_not(found))),
            Part("The rules that decide", items_of(rules_shown(book, found))),
        ),
        origin=f"Rule book {book.version}, SHA-256 {book.content_hash}",
    )


def _people(book: RuleBook, found: DecisionMap) -> Iterator[Part]:
    """On a map of whoever, somebody who gets each verdict."""
    points = (
        Item(kind_text(found, kind), items_of(facts_text(book, entries)))
        for kind, entries in _examples(book, found)
    )
    if found.whoever:
        yield Part(f"For each verdict: {SOMEBODY}", tuple(points))


def _examples(book: RuleBook, found: DecisionMap) -> Iterator[tuple[Kind, dict[str, Value]]]:
    """Somebody for each kind of verdict on a map of whoever."""
    seen = {kind for kinds in found.counts for kind in kinds} if found.whoever else set()
    for kind in Kind:
        if kind in seen:
            yield kind, example(book, found, kind)


def grids(found: DecisionMap) -> Iterator[Part]:
    """The map as tables: the first finding down, the second across, a table for each third."""
    down, across, *third = merged(found)
    rows, columns, *more = found.axes
    for group in third[0] if third else ((),):
        rest = (group,) if third else ()
        corner = f"{rows.finding.label} ↓ / {columns.finding.label} →"
        name = f"{rows.finding.label} by {columns.finding.label}"
        if third:
            name += f"; {more[0].finding.label}: {region_text(more[0], group)}"
        head = tuple(region_text(columns, each) for each in across)
        body = [
            (
                region_text(rows, each),
                *(_cell(found, (each, other, *rest)) for other in across),
            )
            for each in down
        ]
        yield Part(
            name,
            tuple(
                Item(
                    f"{rows.finding.label}: {first}",
                    tuple(
                        Item(f"{columns.finding.label}: {column}: {text}")
                        for column, text in zip(head, texts, strict=True)
                    ),
                )
                for first, *texts in body
            ),
            table=Table((corner, *head), tuple(body)),
        )


def shown_cell(found: DecisionMap, groups: tuple[Group, ...]) -> tuple[Cell, bool]:
    """The cell that stands for some that are shown together, and whether the patient is there.

    Where the patient is, his own cell stands for them.
    """
    here = all(axis.here in group for axis, group in zip(found.axes, groups, strict=True))
    if here:
        return found.here, True
    return found.cell(tuple(group[0] for group in groups)), False


def _cell(found: DecisionMap, groups: tuple[Group, ...]) -> str:
    cell, here = shown_cell(found, groups)
    return cell_text(found, cell, here=here)


# Data -----------------------------------------------------------------------------------------


def map_data(book: RuleBook, found: DecisionMap) -> dict[str, Any]:
    """The map for other programs: axes with their regions, every cell, boundaries and counts."""
    values = found.value_counts
    return {
        "layer": found.layer.value,
        "drug": found.drug.value,
        "diagnosis": found.diagnosis,
        "whoever": found.whoever,
        "axes": [_axis(axis) for axis in found.axes],
        "here": list(found.here.places),
        "cells": [
            {
                "places": list(cell.places),
                "text": place_text(found, cell),
                "kinds": _names(cell.kinds),
                "rules": list(cell.rules),
                "cannot_be": cell.why or None,
                "follows": dict(cell.follows),
            }
            for cell in found.cells
        ],
        "boundaries": [_boundary(found, each) for each in boundaries(found)],
        "counts": [
            {
                "kinds": _names(kinds),
                "cells": number,
                "values": None if values is None else values[kinds],
            }
            for kinds, number in found.counts.items()
        ],
        "examples": [
            {"kind": kind.value, "entries": entries} for kind, entries in _examples(book, found)
        ],
    }


def _names(kinds: Kinds) -> list[str]:
    return [kind.value for kind in kinds]


def _axis(axis: Axis) -> dict[str, Any]:
    return {
        "finding": axis.finding.id,
        "label": axis.finding.label,
        "now": axis.now,
        "here": axis.here,
        "regions": [
            {
                "text": region_text(axis, (at,)),
                "values": [] if region is None else list(region.values),
                "low": None if region is None else region.low,
                "high": None if region is None else region.high,
                "unknown": region is None,
            }
            for at, region in enumerate(axis.regions)
        ],
    }


def _boundary(found: DecisionMap, boundary: Boundary) -> dict[str, Any]:
    return {
        "kinds": _names(boundary.kinds),
        "changes": [
            {
                "finding": found.axes[change.axis].finding.id,
                "places": list(change.places),
                "turns_at": None if change.turn is None else change.turn.at,
                "by": None if change.turn is None else change.turn.by,
            }
            for change in boundary.changes
        ],
        "cell": list(boundary.cell.places),
    }
