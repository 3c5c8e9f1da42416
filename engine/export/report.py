"""What an export says, before it is laid out as text or Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list; ``under`` are the points below it."""

    text: str
    under: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One headed part: a few sentences, then a list, numbered where the order matters.

    ``below`` puts it under the last part that is not; ``new_page`` begins a page of its own, where
    there are pages. ``table`` says the same as the list, for a
    layout that has room for one. ``folded`` shows the title alone until a reader opens it, where a
    layout can do so.
    """

    title: str
    items: tuple[Item, ...] = ()
    intro: str = ""
    numbered: bool = False
    below: bool = False
    new_page: bool = False
    table: Table | None = None
    folded: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing, and so is left out."""
        return not self.items and not self.intro


@dataclass(frozen=True, slots=True)
class Report:
    """A whole export: the banner, a headline with what belongs to it, parts, and its origin."""

    banner: str
    headline: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    origin: str


def items_of(texts: Iterable[str]) -> tuple[Item, ...]:
    """A plain list."""
    return tuple(Item(text) for text in texts)


def one_line(text: str) -> str:
    """The text without line breaks or characters that are not printable."""
    kept = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
    return " ".join(kept.split())
