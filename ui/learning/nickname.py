"""The name that a learner may put on the report: one short line of plain, visible text."""

from __future__ import annotations

import unicodedata

LONGEST = 40

_LOOKS_EMPTY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Characters of ordinary categories that show nothing."""


class WrongNameError(ValueError):
    """What was typed cannot be shown as a name; the message says why and what to do."""


def read_name(typed: str) -> str:
    """The name as it is kept; empty for none. Raises WrongNameError."""
    name = unicodedata.normalize("NFC", typed[: 100 * LONGEST]).strip(" ")
    if len(typed) > 100 * LONGEST or len(name) > LONGEST:
        raise WrongNameError(
            f"A name has at most {LONGEST} characters; this has {len(typed.strip()):,}. Shorten it."
        )
    if any(_is_line_end(character) for character in name):
        raise WrongNameError("A name is one line. Take the line break out.")
    if any(_is_invisible(character) for character in name):
        raise WrongNameError("The name holds an invisible character. Type it again by hand.")
    if name and all(unicodedata.category(character)[0] == "M" for character in name):
        raise WrongNameError("The name holds no letter. Type one, or leave the field empty.")
    return name


def _is_line_end(character: str) -> bool:
    return character in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def _is_invisible(character: str) -> bool:
    """Control, format, private and unassigned characters, spaces but the plain one, selectors."""
    category = unicodedata.category(character)
    return (
        category[0] == "C"
        or (category[0] == "Z" and character != " ")
        or character in _LOOKS_EMPTY
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )
