"""Clauses and facts as the text that durable-rules reads.

A fact says about which subject it is by number, and first on which page that number stands:
durable-rules has room for 511 different first tests, so the pages suffice for 16,352 subjects.
The number is the fact's identity as well, whatever the fact says, so that durable-rules itself
refuses a second fact about the same subject.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from math import isfinite

from engine.chaining.clauses import Clause, Comparison, Operator, Premise, Subject
from engine.conditions import Value
from engine.errors import ForwardEngineError

SID = "p"
"""The one patient that durable-rules ever holds."""

PAGE_SIZE = 32

_OPERATORS: dict[Operator, str] = {
    "!=": "$neq",
    "<": "$lt",
    "<=": "$lte",
    ">": "$gt",
    ">=": "$gte",
}


class Numbering:
    """A number for every subject that a premise asks about.

    Raises ForwardEngineError if durable-rules would take two facts for the same one.
    """

    def __init__(self, clauses: Iterable[Clause]) -> None:
        asked = dict.fromkeys(premise.about for clause in clauses for premise in clause.premises)
        self.subjects = tuple(asked)
        self._numbers = {subject: number for number, subject in enumerate(self.subjects)}
        names = {f"sid-{SID}": "its own record of the patient"}
        names |= {str(number): f"{s.kind} {s.name}" for s, number in self._numbers.items()}
        taken: dict[int, str] = {}
        for identity, name in names.items():
            other = taken.setdefault(identity_hash(identity), name)
            if other != name:
                raise ForwardEngineError(f"durable-rules would take {name} for {other}.")

    def definition(self, clauses: Sequence[Clause]) -> str:
        """The text of all clauses: rules named by position, with premises named by position."""
        rules = []
        for position, clause in enumerate(clauses):
            premises = ",".join(
                f'{{"{at}":{self._pattern(premise)}}}' for at, premise in enumerate(clause.premises)
            )
            # One fact may match two premises of a rule ("dist" would forbid that).
            rules.append(f'"{position}":{{"all":[{premises}],"dist":0}}')
        return f"{{{','.join(rules)}}}"

    def fact(self, subject: Subject, said: Mapping[str, Value]) -> str:
        """The text of a fact."""
        number = self._numbers[subject]
        fields = "".join(f',"{field}":{plain(value)}' for field, value in said.items())
        place = f'"page":{number // PAGE_SIZE},"about":{number}'
        return f'{{"id":"{number}","sid":"{SID}",{place}{fields}}}'

    def _pattern(self, premise: Premise) -> str:
        number = self._numbers[premise.about]
        place = f'{{"page":{number // PAGE_SIZE}}},{{"about":{number}}}'
        tests = "".join(f",{_test(comparison)}" for comparison in premise.comparisons)
        return f'{{"$and":[{place}{tests}]}}'


def identity_hash(identity: str) -> int:
    """All that durable-rules keeps of a fact's identity (FNV-1a, 32 bits)."""
    found = 0x811C9DC5
    for byte in identity.encode():
        found = (found ^ byte) * 0x01000193 & 0xFFFFFFFF
    return found


def _test(comparison: Comparison) -> str:
    test = f'{{"{comparison.field}":{plain(comparison.value)}}}'
    if comparison.operator == "==":
        return test
    return f'{{"{_OPERATORS[comparison.operator]}":{test}}}'


def plain(value: Value) -> str:
    """A value as durable-rules reads it without a slip: a number as a decimal with a point."""
    if isinstance(value, bool | str):
        return json.dumps(value)
    if not isfinite(value):
        raise ForwardEngineError(f"{value} is not a number that durable-rules can compare.")
    digits = f"{Decimal(repr(float(value))):f}"
    return digits if "." in digits else f"{digits}.0"
