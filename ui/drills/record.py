"""A learner's runs of drills: plain data, kept as JSON. A committed answer is never replaced."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Self

from pydantic import Field, ValidationError

from cases.drills.item import Item, Key
from cases.drills.results import Played
from engine.consult import BANNER
from engine.option import Option
from ui.teaching.progress import Kept, Sure

MOST_RUNS = 30
"""So many runs are kept; the oldest go first."""
LONGEST_DOUBT = 500


class Stage(Option):
    """How far an item has come."""

    QUESTION = "question", "the question"
    ADVICE = "advice", "the advice"
    EXPLAINED = "explained", "explained"


class Commit(Kept):
    """A committed answer: the option's place and text, how sure, and what raised a doubt."""

    option: int
    text: str
    sure: Sure
    doubt: str = ""


class Entry(Kept):
    """One item of a run: what names it, and the answers before and after the advice."""

    case: str
    step: int
    mutation: str = ""
    first: Commit | None = None
    second: Commit | None = None

    @property
    def key(self) -> Key:
        """What names the item."""
        return Key(self.case, self.step, self.mutation)

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.first is None:
            return Stage.QUESTION
        return Stage.ADVICE if self.second is None else Stage.EXPLAINED

    def fits(self, item: Item) -> bool:
        """Whether the item still offers what was answered; a case may have been edited."""
        offered = [option.text for option in item.options]
        given = [each for each in (self.first, self.second) if each is not None]
        return all(
            0 <= each.option < len(offered) and offered[each.option] == each.text for each in given
        )

    def with_commit(self, commit: Commit) -> Self:
        """The same with the answer that comes next; nothing that was committed changes."""
        if self.first is None:
            return self.model_copy(update={"first": commit})
        return self if self.second is not None else self.model_copy(update={"second": commit})

    def played(self, item: Item) -> Played | None:
        """Both answers, judged; None before there are two."""
        if self.first is None or self.second is None:
            return None
        return Played(
            broken=item.mutation is not None,
            before=item.right(self.first.option),
            after=item.right(self.second.option),
            followed=item.advised(self.second.option),
            sure_before=self.first.sure.value,
            sure_after=self.second.sure.value,
        )


class Run(Kept):
    """One run. ``at`` is the item being looked at, one more than the last for the summary.

    The items follow from ``seed``; they are kept all the same, since what had been answered before
    plays a part too. ``ended``: the learner stopped before the last item.
    """

    seed: str
    items: tuple[Entry, ...] = Field(min_length=1)
    at: int = Field(default=0, ge=0)
    ended: bool = False

    @property
    def over(self) -> bool:
        """Whether the summary is shown."""
        return self.ended or self.at >= len(self.items)

    @property
    def unexplained(self) -> bool:
        """Whether advice was shown that has not been explained yet."""
        return not self.over and self.items[self.at].stage is Stage.ADVICE

    @property
    def seen(self) -> tuple[int, ...]:
        """The items whose advice was shown."""
        return tuple(n for n, entry in enumerate(self.items) if entry.first is not None)

    def with_commit(self, number: int, commit: Commit) -> Self:
        """The same with the next answer to an item."""
        items = list(self.items)
        items[number] = items[number].with_commit(commit)
        return self.model_copy(update={"items": tuple(items)})

    def moved(self, number: int) -> Self:
        """The same, looking at another item."""
        return self.model_copy(update={"at": number})


class Drills(Kept):
    """Every run that is kept, the last one last."""

    runs: tuple[Run, ...] = ()

    @classmethod
    def read(cls, kept: Any) -> Self:
        """The runs from what was kept; what cannot be read is left out, run by run."""
        found = kept.get("runs") if isinstance(kept, dict) else None
        runs = []
        for each in found if isinstance(found, Sequence) and not isinstance(found, str) else ():
            try:
                runs.append(Run.model_validate(each))
            except ValidationError:
                continue
        return cls(runs=tuple(runs))

    def as_kept(self) -> dict[str, Any]:
        """The runs as JSON data."""
        return self.model_dump(mode="json")

    def as_data(self) -> str:
        """Everything that is kept, as JSON text to take along."""
        data = {"disclaimer": BANNER, "format": 1, **self.as_kept()}
        return json.dumps(data, ensure_ascii=False, indent=2)

    @property
    def last(self) -> Run | None:
        """The run under way, or the last one."""
        return self.runs[-1] if self.runs else None

    def begun(self, run: Run) -> Self:
        """The same with one more run."""
        return self.model_copy(update={"runs": (*self.runs, run)[-MOST_RUNS:]})

    def with_last(self, run: Run) -> Self:
        """The same, with the last run as it is now."""
        return self.model_copy(update={"runs": (*self.runs[:-1], run)})
