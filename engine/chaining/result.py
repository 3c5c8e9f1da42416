"""From what durable-rules fired to what the program says about it: truths, firings, supports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic_core import from_json

from engine import truth
from engine.chaining.clauses import Clause, Conclusion, Premise, Subject
from engine.chaining.text import Numbering
from engine.conditions import Value
from engine.errors import ForwardEngineError
from engine.rulebook import RuleBook
from engine.trace import Firing, Support
from engine.truth import Truth


@dataclass(frozen=True, slots=True)
class ForwardResult:
    """What durable-rules found.

    Of the ``rules``, in the order of the book, those that fired are yes, those refuted no.
    ``firings`` and ``ruled_out`` are in the order in which durable-rules came to them.
    """

    rules: dict[str, Truth]
    concepts: dict[str, Truth]
    firings: tuple[Firing, ...]
    ruled_out: tuple[str, ...]


@dataclass(slots=True)
class Record:
    """What happened in one consultation.

    ``matched`` holds, for each clause that fired, durable-rules' own report of the facts that it
    matched; ``held`` what was concluded, in order.
    """

    matched: dict[int, str] = field(default_factory=dict)
    held: dict[Subject, bool] = field(default_factory=dict)


class Results:
    """Reads the records of one rule book."""

    def __init__(self, book: RuleBook, clauses: Sequence[Clause], numbering: Numbering) -> None:
        self._clauses = clauses
        self._subjects = numbering.subjects
        self._concludes = {rule.id: rule.then.id for rule in book.rules}
        self._rules = {rule.id: Subject("rule", rule.id) for rule in book.rules}
        self._concepts = {concept.id: Subject("concept", concept.id) for concept in book.concepts}
        self._positions: dict[Conclusion, list[int]] = {}
        for position, clause in enumerate(clauses):
            for conclusion in clause.conclusions:
                self._positions.setdefault(conclusion, []).append(position)

    def read(self, record: Record, known: Mapping[str, Value]) -> ForwardResult:
        """The result for a patient of whom this was known.

        Raises ForwardEngineError when a report is not about the facts that were asked for.
        """
        rules = [(about, yes) for about, yes in record.held.items() if about.kind == "rule"]
        fired = [about for about, yes in rules if yes]
        return ForwardResult(
            rules=_truths(self._rules, record),
            concepts=_truths(self._concepts, record),
            firings=tuple(
                Firing(
                    sequence=sequence,
                    rule=about.name,
                    concludes=self._concludes[about.name],
                    supports=self._supports(about, record, known),
                )
                for sequence, about in enumerate(fired, start=1)
            ),
            ruled_out=tuple(about.name for about, yes in rules if not yes),
        )

    def _supports(
        self, rule: Subject, record: Record, known: Mapping[str, Value]
    ) -> tuple[Support, ...]:
        """Every leaf that was matched on the way to a rule, in the order of its conditions."""
        values: dict[tuple[str, str], Value | None] = {}
        reached = [rule]
        for subject in reached:
            for premise, fact in self._matches(Conclusion(subject, True), record):
                about = premise.about
                match about.kind:
                    case "step":
                        if about not in reached:
                            reached.append(about)
                    case "finding":
                        values[premise.path, about.name] = known[about.name]
                    case "unknown":
                        values[premise.path, about.name] = None
                    case _:
                        values[premise.path, about.name] = fact["is"]
        return tuple(
            Support(path=path, source=source, value=values[path, source])
            for path, source in sorted(values, key=_place)
        )

    def _matches(
        self, conclusion: Conclusion, record: Record
    ) -> Iterator[tuple[Premise, dict[str, Value]]]:
        """Each premise of the clauses that led to a conclusion, with the fact that matched it."""
        for position in self._positions[conclusion]:
            if position not in record.matched:
                continue
            report = record.matched[position]
            try:
                facts = from_json(report)[str(position)]
                for at, premise in enumerate(self._clauses[position].premises):
                    fact = facts[str(at)]
                    if self._subjects[int(fact["id"])] != premise.about:
                        raise ForwardEngineError(f"durable-rules matched {fact} with {premise}.")
                    yield premise, fact
            except (ValueError, LookupError, TypeError) as error:
                raise ForwardEngineError(f"durable-rules reported {report}") from error


def _truths(subjects: Mapping[str, Subject], record: Record) -> dict[str, Truth]:
    return {name: truth.of(record.held.get(about)) for name, about in subjects.items()}


def _place(support: tuple[str, str]) -> list[int]:
    """Where a condition stands in its rule."""
    return [int(position) for position in support[0].split(".")[1:]]
