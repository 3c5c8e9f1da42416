"""Closed sets of answers, with the words used to show them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Option(StrEnum):
    """A member of a closed set of answers, with the words used to show it.

    ``label`` reads well inside a sentence; ``help`` says what the answer covers. ``phrase`` stands
    in a clause where the label would lack its article ("a TNF inhibitor"); without one, the label.
    """

    label: str
    help: str
    phrase: str

    def __new__(cls, value: str, label: str, help: str = "", phrase: str = "") -> Self:  # noqa: A002, D102
        # An enum member takes its parts in this order; "help" is what they are called everywhere.
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.help = help
        member.phrase = phrase or label
        return member

    @classmethod
    def of(cls, value: object) -> Self:
        """The member with this value. Raises KeyError when there is none."""
        for member in cls:
            if member.value == value:
                return member
        raise KeyError(value)
