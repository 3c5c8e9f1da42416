"""A report as Markdown in which every character that could be markup is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from engine.export.report import Item, Part, Report, Table, one_line

INDENT = "    "

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$#]")
_BULLET_AT_START = re.compile(r"^[-+]")
_NUMBER_AT_START = re.compile(r"^\d{1,9}(?=[.)])")


def as_markdown(report: Report) -> str:
    """The report as CommonMark, with a line break at its end."""
    blocks = [
        f"> **{escaped(report.banner)}**",
        f"# {escaped(report.headline)}",
        *(escaped(line) for line in report.lead),
        *(_part(part) for part in report.parts if not part.is_empty),
        "---",
        escaped(report.origin),
    ]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """The text on one line; a Markdown reader shows it exactly as it is and acts on none of it."""
    plain = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _NUMBER_AT_START.sub(r"\g<0>\\", _BULLET_AT_START.sub(r"\\\g<0>", plain))


def _part(part: Part) -> str:
    # A summary is HTML, in which Markdown is not read: what is no markup in HTML is none here.
    title = f"<summary>{html.escape(one_line(part.title))}</summary>"
    blocks = [f"<details>\n{title}" if part.folded else f"{_mark(part)} {escaped(part.title)}"]
    if part.intro:
        blocks.append(escaped(part.intro))
    if part.table is not None:
        blocks.append("\n".join(_table(part.table)))
    elif part.items:
        lines: list[str] = []
        for number, item in enumerate(part.items, start=1):
            lines += _item(item, depth=0, mark=f"{number}." if part.numbered else "-")
        blocks.append("\n".join(lines))
    if part.folded:
        blocks.append("</details>")
    return "\n\n".join(blocks)


def _mark(part: Part) -> str:
    return "###" if part.below else "##"


def _table(table: Table) -> Iterator[str]:
    for cells in (table.head, ("---",) * len(table.head), *table.rows):
        yield f"| {' | '.join(cells if cells[0] == '---' else map(escaped, cells))} |"


def _item(item: Item, depth: int, mark: str = "-") -> Iterator[str]:
    yield f"{INDENT * depth}{mark} {escaped(item.text)}"
    for below in item.under:
        yield from _item(below, depth + 1)
