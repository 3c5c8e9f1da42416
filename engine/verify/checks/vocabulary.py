"""Faults of a vocabulary: ids, sections, diagnoses, and what leads from one finding to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.conditions import ConceptIs, IsNotKnown, walk
from engine.findings import SEPARATOR
from engine.verify.checks.leaves import leaf_faults
from engine.verify.diagnostic import Found, Place, PlaceKind, at

if TYPE_CHECKING:
    from engine.vocabulary import Vocabulary

ONE_ID = "Give each an id of its own."
DECLARE_FINDING = "Name a finding of the vocabulary, or declare this one."


def repeated(names: Iterable[str]) -> list[str]:
    """The names that occur more than once."""
    return [name for name, count in Counter(names).items() if count > 1]


def vocabulary_faults(vocabulary: Vocabulary) -> Found:
    """Everything that keeps a vocabulary from being used."""

    def finding_at(name: str) -> Place:
        return Place(PlaceKind.FINDING, name)

    for name in repeated(finding.id for finding in vocabulary.findings):
        yield at(finding_at(name), "RB101", "declared twice", ONE_ID)
    deciding = vocabulary.diagnosis.id
    if deciding not in vocabulary.by_id:
        yield at(
            finding_at(deciding),
            "RB103",
            "decides what applies but is not declared",
            "Declare it among the findings.",
        )
    sections = {section.id for section in vocabulary.sections}
    diagnoses = {option.value for option in vocabulary.diagnosis.options}
    for finding in vocabulary.findings:
        place = finding_at(finding.id)
        if SEPARATOR in finding.id:
            message = f"an id may not contain {SEPARATOR!r}"
            yield at(place, "RB102", message, "Choose another id.")
        if finding.section not in sections:
            message = f"no section {finding.section!r}"
            yield at(place, "RB103", message, "Name a section of the form, or declare this one.")
        if finding.applies_to - diagnoses:
            message = f"applies to unknown diagnoses {finding.applies_to}"
            yield at(place, "RB103", message, f"Name values of {deciding} only.")
    yield from _link_faults(vocabulary)


def _link_faults(vocabulary: Vocabulary) -> Found:
    """Faults of what leads from one finding to another."""
    for calculation in vocabulary.calculations:
        place = Place(PlaceKind.CALCULATION, calculation.then.id)
        for finding in (calculation.then, *calculation.by.inputs):
            if finding.id not in vocabulary.atoms:
                yield at(place, "RB103", f"no finding {finding.id}", DECLARE_FINDING)
    for entailment in vocabulary.entailments:
        for path, node in [*walk(entailment.when), ("then", entailment.then)]:
            place = Place(PlaceKind.ENTAILMENT, entailment.then.finding, path)
            if isinstance(node, ConceptIs | IsNotKnown):
                yield at(
                    place,
                    "RB207",
                    "may read known findings only",
                    "Make a rule of it: rules may read concepts.",
                )
            yield from leaf_faults(vocabulary, place, node)
    for found in vocabulary.impossible:
        for path, node in walk(found.when):
            place = Place(PlaceKind.IMPOSSIBLE, found.because, path)
            if isinstance(node, ConceptIs):
                message = "may read findings only"
                yield at(place, "RB207", message, "Ask for the findings themselves.")
            yield from leaf_faults(vocabulary, place, node)
    for pair in vocabulary.ordered:
        for measurement in (pair.lesser, pair.greater):
            if measurement.id not in vocabulary.atoms:
                place = Place(PlaceKind.IMPOSSIBLE, pair.because)
                yield at(place, "RB103", f"no finding {measurement.id}", DECLARE_FINDING)
