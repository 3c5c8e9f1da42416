"""What durable-rules is told: clauses over facts, each about one subject.

A clause says that its conclusions hold when every one of its premises is matched by a fact. There
is no negation: "known to be no" and "not known" are facts like any other, so firing more never
takes anything back, and the order of firing cannot change a result. No subject has more than one
fact at a time, so a clause fires at most once in a consultation.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from engine.conditions import Value

MOST_PREMISES = 16
"""How many premises one rule of durable-rules can carry."""


class Subject(NamedTuple):
    """What a fact is about.

    A finding that is known, a finding that is not, a concept, a rule that was fired or refuted, a
    step of a rule, or the start of every consultation.
    """

    kind: Literal["finding", "unknown", "concept", "rule", "step", "start"]
    name: str


Operator = Literal["==", "!=", "<", "<=", ">", ">="]


class Comparison(NamedTuple):
    """A test of one field of a fact: ``is``, or a number in one of the finding's units."""

    field: str
    operator: Operator
    value: Value


class Premise(NamedTuple):
    """A fact about ``about`` for which every comparison holds (none: whatever it says).

    ``path`` is the condition of the rule that it stands for; empty for what is no leaf of a rule.
    """

    about: Subject
    comparisons: tuple[Comparison, ...] = ()
    path: str = ""


class Conclusion(NamedTuple):
    """That a rule fired or was refuted, that a concept is yes or no, that a step is reached."""

    about: Subject
    value: bool


class Clause(NamedTuple):
    """When every premise is matched, every conclusion holds."""

    conclusions: tuple[Conclusion, ...]
    premises: tuple[Premise, ...]


Way = tuple[Premise, ...]
"""One way in which a condition can come about: premises that must all be matched."""

START = Subject("start", "")
CANARY = 0.5
"""What the start fact says. The first clause fires always, unless decimals are misread."""


def number_field(unit: int) -> str:
    """The field of a fact that holds the number in the finding's unit of that position."""
    return f"n{unit}"
