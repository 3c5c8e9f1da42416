"""Calculated doses beside a verdict: what they come to, how, from what, and what is missing.

They are shown for comparison; nothing here suggests a dose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.conditions import Condition
from engine.evaluate import prove
from engine.evidence import Threshold
from engine.formulas import Calculation
from engine.grammar import mark_text, value_text
from engine.rulebook import RuleBook
from engine.trace import Fact, Trace
from engine.truth import Truth
from engine.vocabulary import Vocabulary
from engine.words import amount, and_list, inside, sentence

Facts = Mapping[str, Fact]

NOT_COVERED = "the formula does not cover these values"


@dataclass(frozen=True, slots=True)
class Dose:
    """One calculated dose: what it comes to, or why it comes to nothing, and how it is made.

    ``mark`` is where the formula comes from and how sure we are of it.
    """

    label: str
    seen: str
    mark: str
    how: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The dose in a line."""
        return f"{self.label}: {self.said}"

    @property
    def said(self) -> str:
        """What it comes to, never without its mark."""
        return f"{self.seen} ({self.mark})"


def doses(book: RuleBook, trace: Trace) -> tuple[Dose, ...]:
    """The doses that belong beside the verdicts on this patient, also where inputs are missing."""
    facts = {fact.finding: fact for fact in trace.facts}
    return tuple(
        _dose(book, book.vocabulary.calculated[shown.finding], facts, shown.limits)
        for shown in book.shown_doses
        if _holds(book, trace, facts, shown.when)
    )


def _holds(book: RuleBook, trace: Trace, facts: Facts, when: Condition) -> bool:
    known = {name: fact.value for name, fact in facts.items()}
    return prove(when, book.vocabulary, known, trace.concepts).truth is Truth.YES


def _dose(
    book: RuleBook, calculation: Calculation, facts: Facts, limits: tuple[Threshold, ...]
) -> Dose:
    label, fact = calculation.then.label, facts.get(calculation.then.id)
    mark = f"{', '.join(calculation.cites)}, {calculation.confidence.label}"
    if fact is None and (missing := missing_text(book.vocabulary, calculation, facts)):
        return Dose(label, f"cannot be calculated yet; unknown: {missing}", mark)
    seen = NOT_COVERED if fact is None else value_text(calculation.then, fact.value)
    how = [*working(book, calculation, facts)]
    if compared := [
        f"{inside(limit.label)}: {amount(limit.value, limit.unit)} ({mark_text(limit)})"
        for limit in limits
    ]:
        how.append(("To compare:", f"{'; '.join(compared)}."))
    return Dose(label, seen, mark, tuple(how))


def missing_text(vocabulary: Vocabulary, calculation: Calculation, facts: Facts) -> str:
    """What a calculation still needs; of what is calculated itself, what that needs."""
    return and_list(
        _needed(vocabulary, finding.id, facts)
        for finding in calculation.by.inputs
        if finding.id not in facts
    )


def _needed(vocabulary: Vocabulary, name: str, facts: Facts) -> str:
    words = inside(vocabulary.atoms[name].label)
    behind = vocabulary.calculated.get(name)
    missing = [] if behind is None else [f for f in behind.by.inputs if f.id not in facts]
    named = and_list(inside(finding.label) for finding in missing)
    return f"{words} (or {named}, to calculate it)" if named else words


def working(book: RuleBook, calculation: Calculation, facts: Facts) -> Iterator[tuple[str, str]]:
    """Formula, the values it was given, and source, each with its heading."""
    given = [
        f"{finding.label} {value_text(finding, facts[finding.id].value)}"
        for finding in calculation.by.inputs
        if finding.id in facts
    ]
    sources = [
        f"{book.reference[name].text} ({name})" if name in book.reference else name
        for name in calculation.cites
    ]
    yield "Formula:", f"{sentence(calculation.by.text)}."
    if given:
        yield "From:", f"{'; '.join(given)}."
    yield "Source:", f"{'; '.join(sources)}. {sentence(calculation.confidence.label)}."
