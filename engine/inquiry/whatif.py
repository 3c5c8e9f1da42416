"""What would change it: the smallest changes to a patient that reach a goal, or undo it.

Every set of changes is applied and run through both engines before it is shown; that no smaller set
exists, or none at all, is proven by the solver.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from engine.conditions import Value
from engine.consult import consult
from engine.errors import InquiryError
from engine.inquiry.goal import Goal
from engine.inquiry.question import Question, applied
from engine.inquiry.ways import Open, Way, edits
from engine.rulebook import RuleBook
from engine.trace import Provenance, Trace
from engine.vocabulary import Vocabulary

MOST_FOUND = 16
"""The most sets of changes that are looked for."""
MOST_TRIED = 8
"""The most sets that are tried, and so shown, at a time."""
MOST_TURNS = 2
"""How often one set is tried; the solver proves the ways between those that are tried."""
MANY = 3
"""Sets of more findings than this are long to read."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One finding, or one row of a table, told otherwise.

    ``ways`` all do as well; the first is the one that was tried.
    """

    about: Open
    ways: tuple[Way, ...]

    @property
    def told(self) -> tuple[tuple[str, Value | None, Value], ...]:
        """The facts that change: before (None is unknown) and after."""
        before = dict(self.about.ways[0].tells)
        return tuple(
            (name, before[name], value)
            for name, value in self.ways[0].tells
            if value is not None and value != before[name]
        )


@dataclass(frozen=True, slots=True)
class EditSet:
    """Edits that reach the goal together, and the consultation after them."""

    edits: tuple[Edit, ...]
    entries: dict[str, Value]
    trace: Trace


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The smallest sets of edits that reach a goal.

    ``size`` counts the findings that have to change, 0 when the goal holds already, None when no
    edit reaches it. Then ``kept`` are the findings that stand in the way and were to stay as they
    are; without any, no patient at all reaches it. ``number`` sets were found, all there are if
    ``all_found``; the first of them were tried and stand in ``sets``.
    """

    goal: Goal
    size: int | None
    sets: tuple[EditSet, ...] = ()
    number: int = 0
    all_found: bool = True
    kept: tuple[str, ...] = ()


def what_if(
    book: RuleBook,
    trace: Trace,
    goal: Goal,
    allowed: Collection[str] | None = None,
    most: int = MOST_TRIED,
    *,
    briefly: bool = False,
) -> WhatIf:
    """The smallest edits of a patient that reach a goal; at most ``most`` of them are tried.

    ``allowed`` are the ids of findings that may change; all but what is ``given``, unless told.
    What can be calculated changes through what it is calculated from. ``briefly`` tries each set
    once, and of sets of many findings the first alone: the others differ from it in details.
    """
    if goal.holds_for(trace):
        return WhatIf(goal, 0)
    vocabulary = book.vocabulary
    may = editable(vocabulary, trace.entries) if allowed is None else frozenset(allowed)
    fixed = frozenset(vocabulary.by_id) - may
    question = Question.about(book, goal, trace.entries, fixed)
    opens = edits(
        vocabulary, question.part, question.domains, trace.entries, may - _calculated(trace)
    )
    with question.asked(goal, opens) as (search, wanted):
        found = search.smallest(wanted, most=MOST_FOUND)
    if found is None:
        return WhatIf(goal, None, kept=_in_the_way(book, trace, goal, fixed))
    sets = [tuple(Edit(about, ways) for about, ways in changes) for changes in found.sets]
    turns = 1 if briefly else MOST_TURNS
    shown = 1 if briefly and found.size > MANY else most
    return WhatIf(
        goal,
        found.size,
        tuple(
            _tried(book, trace, goal, each, turns) for each in sorted(sets, key=_overturns)[:shown]
        ),
        len(sets),
        found.all_found,
    )


def editable(vocabulary: Vocabulary, entries: Mapping[str, Value]) -> frozenset[str]:
    """The findings that may change unless the person says otherwise: all but what is given."""
    given = {finding.id for finding in vocabulary.given if finding.id in entries}
    return frozenset(vocabulary.by_id) - given


def _calculated(trace: Trace) -> frozenset[str]:
    return frozenset(
        fact.finding for fact in trace.facts if fact.provenance is Provenance.CALCULATED
    )


def _overturns(edits: tuple[Edit, ...]) -> tuple[int, int, tuple[str, ...]]:
    """First what overturns little of what is known, then what changes little in all."""
    known = sum(before is not None for edit in edits for _, before, _ in edit.told)
    return known, len(edits), tuple(edit.about.id for edit in edits)


def _tried(
    book: RuleBook, trace: Trace, goal: Goal, edits: tuple[Edit, ...], turns: int
) -> EditSet:
    """A set of edits, applied and consulted again, in ways spread over all that it offers.

    Raises InquiryError if it does not do.
    """
    tried = []
    turns = min(turns, max(len(edit.ways) for edit in edits))
    for turn in range(turns):
        chosen = [(edit.about, edit.ways[_spread(len(edit.ways), turn, turns)]) for edit in edits]
        entries = applied(book.vocabulary, trace.entries, chosen)
        after = consult(book, entries, trace.readings)
        if not goal.holds_for(after):
            names = ", ".join(about.id for about, _ in chosen)
            raise InquiryError(f"Editing {names} was to reach {goal}, and does not.")
        tried.append(EditSet(edits, entries, after))
    return tried[0]


def _spread(ways: int, turn: int, turns: int) -> int:
    """Which of some ways is taken in a turn: the first in the first, the last in the last."""
    return turn * (ways - 1) // max(turns - 1, 1)


def _in_the_way(book: RuleBook, trace: Trace, goal: Goal, fixed: Iterable[str]) -> tuple[str, ...]:
    """Of the findings that were to stay, those without which some edit would reach the goal."""
    vocabulary = book.vocabulary
    question = Question.about(book, goal, trace.entries, ())
    opens = edits(
        vocabulary, question.part, question.domains, trace.entries, frozenset(vocabulary.by_id)
    )
    held = [each for each in opens if _owner(vocabulary, each) in fixed]
    with question.asked(goal, opens) as (search, wanted):
        stays = {-search.encoding.changed(each): _owner(vocabulary, each) for each in held}
        blamed = search.blamed(wanted, *stays)
    return tuple(dict.fromkeys(stays[lit] for lit in blamed if lit in stays))


def _owner(vocabulary: Vocabulary, each: Open) -> str:
    return vocabulary.owner[each.atoms[0]].id
