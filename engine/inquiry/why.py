"""Why: the smallest sets of what was told that give a conclusion all by themselves.

Every set is consulted again with nothing else told. That none of its facts can be left out is
proven by the solver.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.conditions import Value
from engine.consult import consult
from engine.errors import InquiryError
from engine.inquiry.goal import Goal
from engine.inquiry.question import Question
from engine.inquiry.ways import tellings
from engine.rulebook import RuleBook
from engine.trace import Fact, Provenance, Trace

MOST = 6
"""The most sets that are looked for."""


@dataclass(frozen=True, slots=True)
class Sufficient:
    """What was told, of which nothing can be left out without losing the conclusion."""

    facts: tuple[Fact, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Why:
    """Every set of facts that suffices for a conclusion, the smallest first.

    There are more where ``all_found`` is False.
    """

    goal: Goal
    sets: tuple[Sufficient, ...]
    all_found: bool


def why(book: RuleBook, trace: Trace, goal: Goal, most: int = MOST) -> Why:
    """The sets of told facts that suffice for a conclusion that was reached.

    Raises ValueError for one that was not.
    """
    if not goal.holds_for(trace):
        raise ValueError("what was not reached has no reason")
    entered = {f.finding: f for f in trace.facts if f.provenance is Provenance.ENTERED}
    entries = {name: fact.value for name, fact in entered.items()}
    diagnosis = book.vocabulary.diagnosis.id
    question = Question.about(book, goal, entries, {diagnosis})
    opens = [o for o in tellings(question.domains, entries) if o.id != diagnosis]
    with question.asked(goal, opens) as (search, wanted):
        found = search.minimal(wanted, most=most + 1)
    sets: dict[tuple[str, ...], Sufficient] = {}
    for each in found[:most]:
        names = {about.id for about, _ in each} | ({diagnosis} & entered.keys())
        enough = _tried(book, goal, {name: entries[name] for name in entered if name in names})
        sets.setdefault(tuple(enough), Sufficient(tuple(entered[n] for n in enough), trace))
    return Why(goal, tuple(sets.values()), all_found=len(found) <= most)


def _tried(book: RuleBook, goal: Goal, told: dict[str, Value]) -> dict[str, Value]:
    """What suffices, tried; without the diagnosis where that is not needed.

    Raises InquiryError when it does not suffice.
    """
    without = {name: value for name, value in told.items() if name != book.vocabulary.diagnosis.id}
    for entries in (told,) if goal.needs_diagnosis else (without, told):
        if goal.holds_for(consult(book, entries)):
            return entries
    raise InquiryError(f"{', '.join(told)} were to suffice for {goal}, and do not.")
