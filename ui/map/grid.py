"""The map as tables: mark, words and colour in every cell, and the patient's own outlined."""

from __future__ import annotations

from collections.abc import Iterator

from engine.export.map_report import shown_cell
from engine.export.map_words import (
    CANNOT_BE,
    THIS_PATIENT,
    kind_text,
    region_text,
    rules_named,
)
from engine.export.palette import KINDS
from engine.inquiry.map_merged import Group, merged
from engine.inquiry.map_model import Cell, DecisionMap
from engine.trace import Kind
from ui import markup


def grids(found: DecisionMap) -> Iterator[str]:
    """A table for each region of the third finding; one where there is no third."""
    down, across, *third = merged(found)
    if not third:
        yield _grid(found, down, across, ())
        return
    for group in third[0]:
        yield _grid(found, down, across, (group,))


def _grid(
    found: DecisionMap, down: tuple[Group, ...], across: tuple[Group, ...], rest: tuple[Group, ...]
) -> str:
    rows, columns, *more = found.axes
    caption = f"{rows.finding.label} by {columns.finding.label}"
    for axis, group in zip(more, rest, strict=True):
        caption += f"; {axis.finding.label}: {region_text(axis, group)}"
    corner = f"{rows.finding.label} ↓ / {columns.finding.label} →"
    heads = "".join(
        f'<th scope="col">{markup.text(title)}</th>'
        for title in (corner, *(region_text(columns, group) for group in across))
    )
    body = "".join(
        f'<tr><th scope="row">{markup.text(region_text(rows, group))}</th>'
        f"{''.join(_cell(found, (group, other, *rest)) for other in across)}</tr>"
        for group in down
    )
    return (
        f'<div class="cds-scroll map-scroll" tabindex="0" role="region" '
        f'aria-label="{markup.text(caption)}">'
        f'<table class="cds-table map-grid"><caption><span>{markup.text(caption)}</span></caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(found: DecisionMap, groups: tuple[Group, ...]) -> str:
    cell, here = shown_cell(found, groups)
    mine = f'<strong class="map-mine">{markup.text(THIS_PATIENT)}</strong>' if here else ""
    style = f"{_tone(cell)}{' map-here' if here else ''}"
    return f'<td class="{style}">{_said(found, cell)}{mine}</td>'


def _tone(cell: Cell) -> str:
    if not cell.kinds:
        return "map-nobody"
    return f"cds-{KINDS[cell.kinds[0]][1]}" if len(cell.kinds) == 1 else "map-several"


def _said(found: DecisionMap, cell: Cell) -> str:
    if not cell.kinds:
        return f'<span class="map-word"><span aria-hidden="true">– </span>{CANNOT_BE}</span>'
    if len(cell.kinds) > 1:
        return "".join(markup.kind_badge(kind, kind_text(found, kind)) for kind in cell.kinds)
    (kind,) = cell.kinds
    word = (
        f'<span class="map-word"><span aria-hidden="true">{KINDS[kind][0]} </span>'
        f"{markup.text(kind_text(found, kind))}</span>"
    )
    if kind is Kind.NOT_ENOUGH_DATA or not cell.rules:
        return word
    rules = markup.text(", ".join(rules_named(cell.rules)))
    return f'{word}<span class="map-rules">{rules}</span>'
