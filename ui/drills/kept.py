"""Where the runs are kept: two functions, and nothing else of the program knows it."""

from __future__ import annotations

from ui import state
from ui.drills.record import Drills

_KIND, _KEY = "drills", "runs"


def read() -> Drills:
    """The runs of this learner."""
    return Drills.read(state.kept(_KIND, _KEY))


def keep(found: Drills) -> None:
    """Keep the runs; none forgets them."""
    state.keep_document(_KIND, _KEY, found.as_kept() if found.runs else None)
