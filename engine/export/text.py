"""A report as plain text: no line wider than a page, nothing but printable characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from engine.export.report import Item, Part, Report, one_line

WIDTH = 100
"""The longest line, in characters."""

INDENT = "  "


def as_text(report: Report) -> str:
    """The report as plain text, with a line break at its end."""
    blocks = [
        wrapped(report.banner),
        "\n".join(wrapped(line) for line in (report.headline, *report.lead)),
        *(part_text(part) for part in report.parts if not part.is_empty),
        wrapped(report.origin),
    ]
    return "\n\n".join(blocks) + "\n"


def part_text(part: Part) -> str:
    """One part as plain text, without a line break at its end."""
    depth = 2 if part.below else 1
    margin = INDENT * depth
    lines = [f"{INDENT * (depth - 1)}{one_line(part.title)}"]
    if part.intro:
        lines.append(wrapped(part.intro, first=margin, rest=margin))
    for number, item in enumerate(part.items, start=1):
        mark = f"{number}. " if part.numbered else "- "
        lines += _item(item, depth, mark)
    return "\n".join(lines)


def _item(item: Item, depth: int, mark: str = "- ") -> Iterator[str]:
    margin = INDENT * depth
    yield wrapped(item.text, first=margin + mark, rest=margin + " " * len(mark))
    for below in item.under:
        yield from _item(below, depth + 1)


def wrapped(text: str, first: str = "", rest: str = "") -> str:
    """A paragraph in lines no longer than ``WIDTH``; ``first`` and ``rest`` are its margins."""
    return textwrap.fill(
        one_line(text),
        width=WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )
