"""The marks and colours that pictures and screens share. Colour never stands alone."""

from __future__ import annotations

from typing import NamedTuple

from engine.trace import Kind
from engine.truth import Truth


class Tone(NamedTuple):
    """How something is drawn: ink, ground and line.

    Each ink has a contrast of at least 4.5:1 on its ground. ``line`` is a CSS border style.
    """

    ink: str
    ground: str
    line: str


TONES = {
    "good": Tone("#00614A", "#DDF1EA", "solid"),
    "open": Tone("#8A4B00", "#FFF3DC", "dashed"),
    "plain": Tone("#4A5568", "#F1F2F4", "solid"),
    "stop": Tone("#8C1D18", "#FBE9E7", "double"),
    "split": Tone("#4C3A8F", "#ECE8F8", "dashed"),
    "outside": Tone("#33475B", "#E9EEF4", "dotted"),
    "fact": Tone("#0B5CAD", "#E6F0FA", "solid"),
}

TRUTHS = {
    Truth.YES: ("✓", "good", "met"),
    Truth.NO: ("✗", "plain", "not met"),
    Truth.UNKNOWN: ("?", "open", "unknown"),
}
"""Mark, tone and words of a truth."""

KINDS = {
    Kind.MAY_BE_CONSIDERED: ("✓", "good"),
    Kind.NOT_INDICATED: ("✗", "plain"),
    Kind.EXCLUDED_OR_PAUSED: ("⊘", "stop"),
    Kind.NOT_ENOUGH_DATA: ("?", "open"),
    Kind.OUTSIDE_DOCUMENT: ("○", "outside"),
    Kind.DOCUMENT_AMBIGUOUS: ("!", "split"),
}
"""Mark and tone of a kind of verdict."""
