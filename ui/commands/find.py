"""Finding something by the id that a person typed."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TypeVar

from engine.errors import InputError, Problem
from engine.words import or_list, quoted
from ui.commands.terminal import PROGRAM

T = TypeVar("T")
FEW = 12
"""So many ids at most are named where none is close."""


def find(kind: str, wanted: str, things: Mapping[str, T], listing: str) -> T:
    """The thing with this id; capitals, hyphens and spaces do not matter.

    Raises InputError naming the closest ids, or else all of a few, or the command that lists them.
    """
    by_key = {_key(name): name for name in things}
    name = by_key.get(_key(wanted))
    if name is not None:
        return things[name]
    close = difflib.get_close_matches(_key(wanted[:100]), by_key, n=3)
    meant = or_list(by_key[key] for key in close)
    if meant:
        mend = f"Did you mean {meant}?"
    elif len(things) <= FEW:
        mend = f"It is {or_list(things)}."
    else:
        mend = f"They are listed by: {PROGRAM} {listing}"
    raise InputError(Problem("", f"There is no {kind} {quoted(wanted)}.", mend))


def _key(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
