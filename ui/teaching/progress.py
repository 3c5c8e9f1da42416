"""How far a learner has come in a case: what was committed, and where they are looking.

Plain data, kept as JSON. A committed answer is never replaced; only beginning again forgets it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cases.model import Case
from engine.option import Option

LONGEST_REASON = 500


class Sure(Option):
    """How sure the learner was when committing."""

    GUESS = "guess", "a guess"
    FAIRLY = "fairly_sure", "fairly sure"
    CERTAIN = "certain", "certain"


class Stage(Option):
    """How far a case has come."""

    NOT_STARTED = "not_started", "not started"
    UNDER_WAY = "under_way", "under way"
    FINISHED = "finished", "finished"


class Kept(BaseModel):
    """Base of what is kept: frozen; what a newer version has added is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Answer(Kept):
    """A committed answer: the option's place and text, how sure, and the learner's own reason.

    ``facts`` are the ids of the facts that they say decide it; ``next`` is the finding that they
    would ask next, and ``flags`` what they would keep in mind, where the step asks for these.
    ``shown_before``: the rules' answer had been looked at in the explore mode before.
    """

    option: int
    text: str
    sure: Sure
    reason: str = ""
    facts: tuple[str, ...] = ()
    next: str = ""
    flags: tuple[str, ...] = ()
    shown_before: bool = False

    def fits(self, case: Case, step: int) -> bool:
        """Whether the case still offers this answer; a case may have been edited meanwhile."""
        if not 0 <= step < len(case.steps):
            return False
        options = case.steps[step].question.options
        return 0 <= self.option < len(options) and options[self.option].text == self.text


class Progress(Kept):
    """One learner in one case. Steps are counted from 0.

    ``at`` is the step being looked at, one more than the last for the recap. ``round`` counts how
    often the case was begun again; ``shown`` are the steps explored without an answer. ``twins``
    says of twins, by their ids, whether the learner thought that the difference matters. In a
    worked example (``example``) every step but the last is worked out by the rules; ``worked`` are
    those that were looked at.
    """

    at: int = 0
    round: int = 0
    answers: dict[int, Answer] = Field(default_factory=dict)
    shown: frozenset[int] = frozenset()
    twins: dict[str, bool] = Field(default_factory=dict)
    example: bool = False
    worked: frozenset[int] = frozenset()

    @classmethod
    def read(cls, case: Case, kept: Mapping[str, Any]) -> Self:
        """The progress from what was kept; an answer that no longer fits the case is left out."""
        try:
            found = cls.model_validate(dict(kept))
        except ValidationError:
            return cls()
        fitting = {step: a for step, a in found.answers.items() if a.fits(case, step)}
        return found.model_copy(update={"answers": fitting})

    def as_kept(self) -> dict[str, Any]:
        """The progress as JSON data."""
        return self.model_dump(mode="json")

    def next_open(self, case: Case) -> int:
        """The first step without an answer; the number of steps when there is none.

        Of a worked example the steps that were worked out need none.
        """
        done = self.answers.keys() | (self.worked if self.example else frozenset())
        return next((step for step in range(len(case.steps)) if step not in done), len(case.steps))

    def is_worked(self, case: Case, step: int) -> bool:
        """Whether a step is one that a worked example works out."""
        return self.example and step < len(case.steps) - 1 and step not in self.answers

    def place(self, case: Case, *, exploring: bool) -> int:
        """The step to show: nobody gets past an unanswered step, unless they explore."""
        furthest = len(case.steps) if exploring else self.next_open(case)
        return min(max(self.at, 0), furthest)

    def stage(self, case: Case) -> Stage:
        """How far the case has come; exploring does not count."""
        if not self.answers and not (self.example and self.worked):
            return Stage.NOT_STARTED
        return Stage.FINISHED if self.next_open(case) == len(case.steps) else Stage.UNDER_WAY

    def moved(self, step: int) -> Self:
        """The same, looking at another step."""
        return self.model_copy(update={"at": step})

    def with_answer(self, step: int, answer: Answer) -> Self:
        """The same with one more answer; a step that has one keeps it."""
        return self.model_copy(update={"at": step, "answers": {step: answer} | self.answers})

    def with_shown(self, step: int) -> Self:
        """The same, after the rules' answer to a step was shown without a commitment."""
        return self.model_copy(update={"shown": self.shown | {step}})

    def with_twin(self, twin: str, matters: bool) -> Self:
        """The same, with what was said of a twin; what was said before stays."""
        return self.model_copy(update={"twins": {twin: matters} | self.twins})

    def as_example(self) -> Self:
        """The same, as a worked example; where anything was answered already, it stays a case."""
        return self if self.answers else self.model_copy(update={"example": True})

    def with_worked(self, step: int) -> Self:
        """The same, after a step was worked out."""
        return self.model_copy(update={"worked": self.worked | {step}})

    def begun_again(self) -> Self:
        """Nothing answered; only the number of rounds is remembered."""
        return type(self)(round=self.round + 1)
