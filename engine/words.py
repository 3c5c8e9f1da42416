"""Small pieces of wording shared by messages and explanations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LONGEST_ECHO = 40

COUNT = "count"
"""The unit of what is simply counted: files name it, readers are not shown it."""

_ONE_OF = {"years": "year", "months": "month", "weeks": "week", "days": "day", "points": "point"}


def number_text(number: object) -> str:
    """A number without a needless decimal point."""
    return f"{number:g}" if isinstance(number, float) and abs(number) < 1e6 else str(number)


def with_unit(words: str, unit: str) -> str:
    """A number, or words that end in one, with its unit: "at least 2 weeks", "1 point", "3"."""
    if unit == COUNT:
        return words
    last = words.rpartition(" ")[2]
    return f"{words} {_ONE_OF.get(unit, unit) if last == '1' else unit}"


def amount(number: object, unit: str) -> str:
    """A number with its unit."""
    return with_unit(number_text(number), unit)


def quoted(value: object) -> str:
    """What was entered, shortened and on one line, for an error message."""
    text = " ".join(str(value).split()) if not isinstance(value, bool) else str(value).lower()
    text = "".join(letter for letter in text if letter.isprintable())
    return f'"{text[:LONGEST_ECHO]}…"' if len(text) > LONGEST_ECHO else f'"{text}"'


def _listed(items: Iterable[str], word: str) -> str:
    parts = list(items)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def or_list(items: Iterable[str]) -> str:
    """``a, b or c``."""
    return _listed(items, "or")


def and_list(items: Iterable[str]) -> str:
    """``a, b and c``."""
    return _listed(items, "and")


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def inside(label: str) -> str:
    """A label as it reads inside a sentence; abbreviations keep their capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def folded(text: str) -> str:
    """A text as a search compares it: accents and capitals do not count."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_word(number: int) -> str:
    """A small number in words."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def counted(number: int, thing: str) -> str:
    """A number of things: "one finding", "two findings"."""
    return f"{number_word(number)} {thing}{'' if number == 1 else 's'}"
