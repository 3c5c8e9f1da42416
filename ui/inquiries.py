"""Answers to inquiries, remembered: the same question about the same patient is worked out once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from engine.consult import consult
from engine.inquiry.asknext import AskNext, ask_next
from engine.inquiry.goal import Goal, VerdictIs
from engine.inquiry.robust import Robustness, robustness
from engine.inquiry.whatif import WhatIf, what_if
from engine.inquiry.why import Why, why
from engine.inquiry.whynot import WhyNot, why_not
from engine.rulebook import RuleBook
from engine.trace import Trace
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK

KEPT = 128


@dataclass(frozen=True, slots=True)
class About:
    """A patient and the rule book, as a key that content alone decides."""

    criteria: bool
    entries: str
    readings: str

    @property
    def book(self) -> RuleBook:
        """The rule book in force."""
        return FULL_RULEBOOK if self.criteria else RULEBOOK


def about(trace: Trace) -> About:
    """The key of a consultation."""
    return About(
        trace.rulebook.hash == FULL_RULEBOOK.content_hash,
        json.dumps(trace.entries, sort_keys=True),
        json.dumps(trace.readings, sort_keys=True),
    )


@lru_cache(maxsize=KEPT)
def trace_of(key: About) -> Trace:
    """The consultation of a key. Raises ContradictionError for a patient who cannot be."""
    return consult(key.book, json.loads(key.entries), json.loads(key.readings))


@lru_cache(maxsize=KEPT)
def reasons(key: About, goal: Goal) -> Why:
    """The facts that suffice for a conclusion."""
    return why(key.book, trace_of(key), goal)


@lru_cache(maxsize=KEPT)
def routes(key: About, goal: Goal) -> WhyNot:
    """Every route to a conclusion that was not reached."""
    return why_not(key.book, trace_of(key), goal)


@lru_cache(maxsize=KEPT)
def smallest_edits(key: About, goal: Goal, allowed: frozenset[str], most: int) -> WhatIf:
    """The smallest edits that reach a conclusion."""
    return what_if(key.book, trace_of(key), goal, allowed, most)


@lru_cache(maxsize=KEPT)
def still_open(key: About, goal: VerdictIs) -> Robustness:
    """What a verdict can still become."""
    return robustness(key.book, trace_of(key), goal)


@lru_cache(maxsize=KEPT)
def questions(key: About, goal: VerdictIs) -> AskNext:
    """What to ask next."""
    return ask_next(key.book, trace_of(key), goal)
