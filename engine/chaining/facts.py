"""What durable-rules is told of a patient and of its own conclusions: only what some rule asks."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import Any

from engine.chaining.clauses import (
    CANARY,
    START,
    Clause,
    Comparison,
    Conclusion,
    Operator,
    Subject,
    number_field,
)
from engine.chaining.text import Numbering
from engine.conditions import Value
from engine.errors import ForwardEngineError
from engine.findings import Choice, Finding, Measurement
from engine.vocabulary import Vocabulary

_HOLDS: dict[Operator, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Facts:
    """The facts that can be told; all but those with a number are written once and for all."""

    def __init__(
        self, vocabulary: Vocabulary, clauses: Sequence[Clause], numbering: Numbering
    ) -> None:
        self._atoms = vocabulary.atoms
        self._numbering = numbering
        self._asked: dict[Subject, set[tuple[Comparison, ...]]] = {}
        for clause in clauses:
            for premise in clause.premises:
                self._asked.setdefault(premise.about, set()).add(premise.comparisons)
        self._start = numbering.fact(START, {number_field(0): CANARY})
        self._answers = {name: _answers(atom) for name, atom in self._atoms.items()}
        self._known = {
            name: {answer: self._fact(Subject("finding", name), {"is": answer}) for answer in all_}
            for name, all_ in self._answers.items()
        }
        self._unknown = {name: self._fact(Subject("unknown", name), {}) for name in self._atoms}
        self._measured = {
            name: (atom, self._units_asked(atom))
            for name, atom in self._atoms.items()
            if isinstance(atom, Measurement)
        }
        self._concluded = {
            conclusion: self._fact(conclusion.about, {"is": conclusion.value})
            for clause in clauses
            for conclusion in clause.conclusions
        }

    def checked(self, known: Mapping[str, Value]) -> dict[str, Value]:
        """What is known, as plain values.

        Raises ForwardEngineError for a finding that does not exist or a value it cannot have.
        """
        return {name: self._checked(name, value) for name, value in known.items()}

    def told(self, known: Mapping[str, Value]) -> list[str]:
        """The facts of a consultation, from what :meth:`checked` returned.

        They are in the order of the vocabulary, whatever the order of ``known``.
        """
        told = [self._start]
        for name in self._atoms:
            if name not in known:
                text = self._unknown[name]
            elif name in self._measured:
                text = self._number(name, float(known[name]))
            else:
                text = self._known[name][known[name]]
            if text is not None:
                told.append(text)
        return told

    def concluded(self, conclusion: Conclusion) -> str | None:
        """The fact that something was concluded; None when no premise asks."""
        return self._concluded[conclusion]

    def _fact(self, about: Subject, said: Mapping[str, Value]) -> str | None:
        """A fact; None when no premise would match it, which durable-rules reports as an error."""
        asked = any(
            all(_HOLDS[test.operator](said[test.field], test.value) for test in tests)
            for tests in self._asked.get(about, ())
        )
        return self._numbering.fact(about, said) if asked else None

    def _number(self, name: str, number: float) -> str | None:
        measurement, units = self._measured[name]
        said = {field: measurement.shown(number, unit) for field, unit in units.items()}
        return self._fact(Subject("finding", name), said)

    def _units_asked(self, measurement: Measurement) -> dict[str, str]:
        """The units in which some premise reads a measurement, by field."""
        tests = self._asked.get(Subject("finding", measurement.id), ())
        fields = {test.field for each in tests for test in each}
        return {
            number_field(position): unit
            for position, unit in enumerate(measurement.units)
            if number_field(position) in fields
        }

    def _checked(self, name: str, value: Value) -> Value:
        atom = self._atoms.get(name)
        if atom is None:
            raise ForwardEngineError(f"There is no finding {name!r} to be told about.")
        if isinstance(atom, Measurement):
            if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
                return float(value)
        elif isinstance(value, str if isinstance(atom, Choice) else bool):
            for answer in self._answers[name]:
                if answer == value:
                    return answer
        raise ForwardEngineError(f"{name} can never be {value!r}.")


def _answers(finding: Finding) -> tuple[Value, ...]:
    """Every answer of a closed set; none for a measurement."""
    if isinstance(finding, Measurement):
        return ()
    if isinstance(finding, Choice):
        return tuple(option.value for option in finding.options)
    return (True, False)
