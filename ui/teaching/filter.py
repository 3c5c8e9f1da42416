"""Which cases of the library are listed: by group, level, how far one has come, and words."""

from __future__ import annotations

from dataclasses import dataclass

from cases.model import Case, Group
from engine.words import folded
from ui.teaching.progress import Stage


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list; None and an empty text let everything through."""

    group: Group | None = None
    level: int | None = None
    stage: Stage | None = None
    words: str = ""

    def lets_through(self, case: Case, stage: Stage) -> bool:
        """Whether a case, which has come so far, is listed."""
        return (
            self.group in (None, case.group)
            and self.level in (None, case.level)
            and self.stage in (None, stage)
            and all(word in _searchable(case) for word in folded(self.words).split())
        )


def _searchable(case: Case) -> str:
    # What a case tells before its first question; the rest would give its answers away.
    told = (case.title, case.group.label, case.patient, case.vignette, *case.objectives)
    return folded(" ".join(told))
