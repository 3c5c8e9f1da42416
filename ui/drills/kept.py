"""Where the runs are kept: two functions, and nothing else of the program knows it."""

from __future__ import annotations

from ui import state
from ui.drills.record import Drills

_KEY = "drills"


def read() -> Drills:
    """The runs of this session."""
    return Drills.read(state.setting(_KEY))


def keep(found: Drills) -> None:
    """Keep the runs; none forgets them."""
    state.save_setting(_KEY, found.as_kept() if found.runs else None)
