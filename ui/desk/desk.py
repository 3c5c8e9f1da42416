"""All that the rooms of the desk look at: the draft, what is wrong with it, what rules answer."""

from __future__ import annotations

from dataclasses import dataclass

from cases.draft import Draft
from cases.draft_answers import Answered, answers, settled
from cases.draft_faults import Looked, looked_at
from ui.teaching.judge import Failure, attempted


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft with what follows from it. ``move`` counts how often it was changed as a whole."""

    draft: Draft
    move: int
    looked: Looked
    answers: tuple[Answered, ...]


def opened(draft: Draft, move: int) -> Desk | Failure:
    """The desk with a draft on it, or the defect that keeps the rules from answering."""

    def look() -> Desk:
        whole = settled(draft)
        return Desk(whole, move, looked_at(whole), answers(whole))

    return attempted(look)
