"""One item of a drill: a patient of the library, a question, and advice that is sound or broken."""

from __future__ import annotations

import json
from dataclasses import dataclass

from cases.drills.advice import Shown, shown
from cases.drills.altered import altered_book, altered_trace, mutations
from cases.drills.patients import drill_cases
from cases.model import AnswerOption, Case
from cases.play import entries_after, trace_after
from cases.told import Told, told_before
from engine.deciding import Decided
from engine.mutant import Mutation
from engine.rulebook import RuleBook
from engine.trace import Trace, Verdict
from rules import RULEBOOK


@dataclass(frozen=True, slots=True)
class Key:
    """What names an item: the case, its step (counted from 0), the mutation ("" where sound)."""

    case: str
    step: int
    mutation: str = ""


@dataclass(frozen=True)
class Item:
    """An item as it is played.

    ``trace`` is what the true rules say of the patient, ``given`` what the advice rests on;
    ``mutation`` is None where the advice is sound, and then both are the same.
    """

    case: Case
    step: int
    trace: Trace
    given: Trace
    book: RuleBook
    mutation: Mutation | None

    @property
    def prompt(self) -> str:
        """The question."""
        return self.case.steps[self.step].question.prompt

    @property
    def options(self) -> tuple[AnswerOption, ...]:
        """The answers on offer."""
        return self.case.steps[self.step].question.options

    @property
    def told(self) -> tuple[Told, ...]:
        """Everything told so far, as it stands."""
        return told_before(self.case, self.step + 1)

    @property
    def advice(self) -> Shown:
        """What the learner is shown between the two answers."""
        return shown(self.book, self.given)

    @property
    def truth(self) -> Shown:
        """What the true rules say."""
        return shown(RULEBOOK, self.trace)

    def right(self, option: int) -> bool:
        """Whether an option is what the true rules say."""
        return self.options[option].equals(self.trace.overall)

    def advised(self, option: int) -> bool:
        """Whether an option is what the advice says."""
        return self.options[option].equals(self.given.overall)


def item_of(key: Key) -> Item | None:
    """The item that a key names; None where the case or the mutation does not exist any more.

    Raises DefectError where the rules, true or broken, come to no verdict.
    """
    case = next((each for each in drill_cases() if each.id == key.case), None)
    if case is None or not 0 <= key.step < len(case.steps):
        return None
    trace = trace_after(case, key.step)
    if not key.mutation:
        return Item(case, key.step, trace, trace, RULEBOOK, None)
    mutation = mutations().get(key.mutation)
    book = None if mutation is None else altered_book(mutation)
    if mutation is None or book is None:
        return None
    given = altered_trace(key.mutation, json.dumps(entries_after(case, key.step)))
    return Item(case, key.step, trace, given, book, mutation)


def options_for(case: Case, step: int, verdict: Verdict | Decided) -> frozenset[int]:
    """The options of a step that stand for a verdict."""
    offered = case.steps[step].question.options
    return frozenset(n for n, option in enumerate(offered) if option.equals(verdict))
