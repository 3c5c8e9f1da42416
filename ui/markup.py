"""Small pieces of HTML, made from plain text alone.

Everything that comes in is escaped here, whoever wrote it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from engine.explain import Line, Status
from engine.export.palette import KINDS, TRUTHS
from engine.export.report import Item, Part
from engine.rule import Stance
from engine.trace import FlagState, Kind
from engine.truth import Truth

JOINER = "\u2060"
"""Invisible and of no width; parts two characters that would mean something side by side."""

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile("[\t-\r\x1c- \x85\u2028\u2029]+")
_RUNS_ON = re.compile(r"[-<>~](?=[-=>])|:(?=\S)|\bwww(?=\.)", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#!|~$&{}])")
_OPENING = re.compile(r"^(\d*)([-+=.)])")

STATUSES = {Status.FIRED: Truth.YES, Status.BLOCKED: Truth.NO, Status.WAITING: Truth.UNKNOWN}
FLAG_STATES = {
    FlagState.DONE: ("✓", "good"),
    FlagState.PLANNED: ("…", "fact"),
    FlagState.NOT_DONE: ("✗", "plain"),
    FlagState.NOT_RECORDED: ("?", "open"),
}
BULLET = '<span class="cds-mark cds-fact" aria-hidden="true">•</span>'
STANCES = {
    Stance.MAY: "good",
    Stance.NOT: "plain",
    Stance.AMBIGUOUS: "split",
    Stance.STOP: "stop",
    Stance.WITHHELD: "open",
}


def plain(value: object) -> str:
    """The text on one line, without characters that turn the direction of reading around."""
    return _BIDI.sub("", _SPACE.sub(" ", str(value)).strip())


def markdown(value: object) -> str:
    """Text that Markdown, Streamlit's directives and icons, and HTML all leave as it is.

    For everything that a person or a file supplied, wherever Streamlit reads Markdown (also in the
    labels of most widgets).
    """
    # Arrows, icons, emoji, directives and bare addresses are found in the text after Markdown has
    # been read, so a backslash alone does not keep them away.
    apart = _RUNS_ON.sub(lambda found: found[0] + JOINER, plain(value)).replace("@", f"{JOINER}@")
    return _OPENING.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", apart))


def text(value: object) -> str:
    """Text that HTML leaves as it is."""
    return html.escape(plain(value), quote=True)


def badge(symbol: str, words: str, tone: str) -> str:
    """A mark with its words, in the colour and line of its tone."""
    return (
        f'<span class="cds-badge cds-{tone}"><span aria-hidden="true">{text(symbol)} </span>'
        f"{text(words)}</span>"
    )


def kind_badge(kind: Kind, label: str = "") -> str:
    """The badge of a kind of verdict; ``label`` words it for another layer than the document."""
    symbol, tone = KINDS[kind]
    return badge(symbol, label or kind.label, tone)


def status_badge(status: Status, order: int | None = None) -> str:
    """The badge of what became of a rule; ``order`` is its place among those that fired."""
    symbol, tone, _ = TRUTHS[STATUSES[status]]
    return badge(symbol, status.label if order is None else f"{status.label}, no. {order}", tone)


def status_mark(status: Status) -> str:
    """✓, ✗ or ? as plain text, for labels; the status itself is to stand beside it."""
    return TRUTHS[STATUSES[status]][0]


def mark(truth: Truth) -> str:
    """✓, ✗ or ?, read out as "met", "not met" or "unknown"."""
    symbol, tone, words = TRUTHS[truth]
    return (
        f'<span class="cds-mark cds-{tone}"><span aria-hidden="true">{symbol}</span>'
        f'<span class="cds-off">{words}: </span></span>'
    )


def line(item: Line) -> str:
    """One condition: mark, what it is about, what was seen, what is asked, which rule asks."""
    words = text(item.subject)
    if item.seen:
        words += f": <strong>{text(item.seen)}</strong>"
    after = f" ({text(item.how)})" if item.how else ""
    if item.asked:
        word, _, rest = item.asked.partition(" ")
        wanted = f"needs <strong>{text(rest)}</strong>" if word == "needs" else text(item.asked)
        after += f" – {wanted}"
    muted = f'<span class="cds-muted">{after}</span>' if after else ""
    return f'<div class="cds-row">{mark(item.truth)}<div>{words}{muted}</div></div>'


def lines(items: Iterable[Line]) -> str:
    """Conditions as a list."""
    return _list("".join(f"<li>{line(item)}</li>" for item in items))


def tree(item: Line) -> str:
    """A condition with everything it rests on, as a nested list."""
    return _list(_branch(item))


def _branch(item: Line) -> str:
    below = "".join(_branch(child) for child in item.children)
    return f"<li>{line(item)}{f'<ul>{below}</ul>' if below else ''}</li>"


def _list(entries: str) -> str:
    return f'<ul class="cds-list">{entries}</ul>' if entries else ""


def rows(entries: Iterable[tuple[str, str]]) -> str:
    """A list whose entries (mark, words) are HTML made here."""
    return _list(
        "".join(f'<li><div class="cds-row">{m}<div>{w}</div></div></li>' for m, w in entries)
    )


def items(entries: Iterable[Item], *, numbered: bool = False) -> str:
    """A nested list of plain text."""
    inner = "".join(
        f"<li>{text(item.text)}{items(item.under) if item.under else ''}</li>" for item in entries
    )
    tag = "ol" if numbered else "ul"
    return f'<{tag} class="cds-items">{inner}</{tag}>' if inner else ""


def part(found: Part) -> str:
    """What a part of a report says, without its title."""
    intro = paragraph(found.intro) if found.intro else ""
    return intro + items(found.items, numbered=found.numbered)


def paragraph(words: str, style: str = "cds-text") -> str:
    """A paragraph of plain text."""
    return f'<p class="{style}">{text(words)}</p>'


def labelled(label: str, words: str) -> str:
    """A paragraph that begins with a label in bold."""
    return f'<p class="cds-text"><strong>{text(label)}</strong> {text(words)}</p>'


def small_heading(words: str) -> str:
    """A heading inside a card (third level)."""
    return f'<h3 class="cds-h">{text(words)}</h3>'


def folded(summary: str, inner: str, *, opened: bool = False) -> str:
    """HTML behind a heading that opens it; works from the keyboard, without a round trip."""
    state = " open" if opened else ""
    return f"<details{state}><summary>{text(summary)}</summary>{inner}</details>"


LEGEND = (
    ("", "known fact", "fact"),
    ("✓", "fired", "good"),
    ("✗", "blocked", "plain"),
    ("?", "unknown or waiting, dashed", "open"),
)


def legend() -> str:
    """What the colours, marks and lines of the chain picture mean."""
    keys = "".join(
        f'<li class="cds-key">{badge(symbol, words, tone)}</li>' for symbol, words, tone in LEGEND
    )
    return f'<ul class="cds-legend" aria-label="Legend">{keys}</ul>'


def table(
    caption: str,
    head: Sequence[str],
    body: Iterable[Sequence[str]],
    *,
    chosen: str = "",
    wide: frozenset[int] = frozenset(),
    scrolls: bool = False,
    stacks: bool = False,
) -> str:
    """A table of plain text; the first cell of a row is its heading.

    ``chosen`` is the first cell of the row to highlight; columns in ``wide`` are left out where
    the screen is narrow. ``scrolls`` keeps a long table in a box that scrolls; ``stacks`` sets the
    cells of a row one below the other where the screen is narrow, each with its title.
    """

    def style(column: int) -> str:
        title = f' data-title="{text(head[column])}"' if stacks else ""
        return title + (' class="cds-wide"' if column in wide else "")

    # Stacked cells are no table to the browser any more: the roles keep it one to a screen reader.
    row, cell, top, side = (
        f' role="{name}"' if stacks else "" for name in ("row", "cell", "columnheader", "rowheader")
    )
    titles = "".join(f'<th scope="col"{top}{style(i)}>{text(t)}</th>' for i, t in enumerate(head))
    entries = []
    for cells in body:
        rest = "".join(
            f"<td{cell}{style(i)}>{text(c)}</td>" for i, c in enumerate(cells[1:], start=1)
        )
        here = ' class="cds-here"' if chosen and cells[0] == chosen else ""
        whole = ' class="cds-id"' if " " not in cells[0] else ""
        first = f'<th scope="row"{side}{whole}>{text(cells[0])}</th>'
        entries.append(f"<tr{row}{here}>{first}{rest}</tr>")
    box = "cds-scroll cds-tall" if scrolls else "cds-scroll"
    kind = '"cds-table cds-stack" role="table"' if stacks else '"cds-table"'
    group = ' role="rowgroup"' if stacks else ""
    return (
        f'<div class="{box}" tabindex="0" role="region" aria-label="{text(caption)}">'
        f"<table class={kind}><caption>{text(caption)}</caption>"
        f"<thead{group}><tr{row}>{titles}</tr></thead>"
        f"<tbody{group}>{''.join(entries)}</tbody></table></div>"
    )
