"""Facts as clauses that can be read aloud: "the diagnosis is multiple sclerosis".

One grammar for everything; the vocabulary gives the words that it cannot make itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.conditions import Value
from engine.findings import Choice, Finding, Measurement, YesNo
from engine.grammar import value_text
from engine.trace import Fact, Provenance
from engine.vocabulary import Vocabulary
from engine.words import and_list, inside, number_text


def clause(finding: Finding, value: Value) -> str:
    """One fact as a clause, without a capital and without a full stop."""
    words = value_text(finding, value)
    match finding:
        case YesNo():
            if said := finding.said[0 if value else 1]:
                return said
            return f"{subject(finding)} is {words}"
        case Choice():
            named = {option.value: text for option, text in finding.said}
            return named.get(str(value)) or f"{subject(finding)} is {words}"
        case Measurement() if finding.said:
            said = finding.said.replace("{value}", words)
            return said.replace("{number}", number_text(value))
    return f"{subject(finding)} is {words}"


def subject(finding: Finding) -> str:
    """What a clause about a finding begins with."""
    return finding.subject or f"the {inside(finding.label)}"


def fact_clause(vocabulary: Vocabulary, fact: Fact) -> str:
    """A fact as a clause, with what it follows from where it was not simply entered."""
    said = clause(vocabulary.atoms[fact.finding], fact.value)
    if fact.provenance is Provenance.ENTERED:
        return said
    grounds = and_list(inside(vocabulary.atoms[name].label) for name in fact.by)
    return f"{said} ({fact.provenance.label} {grounds})"


def because(vocabulary: Vocabulary, facts: Iterable[Fact]) -> str:
    """Several facts as one clause each, joined by commas and an "and"."""
    return and_list(fact_clause(vocabulary, fact) for fact in facts)
