"""Ids that are used twice, and names of things that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.findings import Choice, Table, YesNo
from engine.rule import Advice, Flag
from engine.verify.checks.vocabulary import ONE_ID, repeated
from engine.verify.diagnostic import Found, Place, PlaceKind, at, rule_at

if TYPE_CHECKING:
    from engine.rulebook import RuleBook

CITE = "Cite a statement or a reference that exists."
DECLARE_CONCEPT = "Name a concept of the rule book, or add this one to it."


def name_faults(book: RuleBook) -> Found:
    """Everything about ids and names that keeps a rule book from being used."""
    for name in repeated(rule.id for rule in book.rules):
        yield at(rule_at(name), "RB101", "two rules have this id", ONE_ID)
    for name in repeated(concept.id for concept in book.concepts):
        yield at(Place(PlaceKind.CONCEPT, name), "RB101", "declared twice", ONE_ID)
    for name in sorted({c.id for c in book.concepts} & set(book.vocabulary.atoms)):
        yield at(Place(PlaceKind.CONCEPT, name), "RB101", "a finding has the same id", ONE_ID)
    for name in repeated(statement.id for statement in book.statements):
        yield at(Place(PlaceKind.STATEMENT, name), "RB101", "numbered twice", ONE_ID)
    yield from _citation_faults(book)
    yield from _word_faults(book)


def _citation_faults(book: RuleBook) -> Found:
    known = {statement.id for statement in book.statements}
    notes = (*book.glossary, *book.aims, *book.silences)
    cited = [(Place(PlaceKind.NOTE, note.id), note.cites) for note in notes]
    cited += [(Place(PlaceKind.NOTE, word.id), word.cites) for word in book.vague_words]
    cited += [(Place(PlaceKind.EXCUSE, each.reason), each.statements) for each in book.excuses]
    for place, cites in cited:
        for missing in sorted(set(cites) - known):
            yield at(place, "RB104", f"no statement {missing}", CITE)

    known |= set(book.reference)
    vocabulary = book.vocabulary
    linked = [(Place(PlaceKind.CALCULATION, e.then.id), e.cites) for e in vocabulary.calculations]
    linked += [
        (Place(PlaceKind.ENTAILMENT, e.then.finding), e.cites) for e in vocabulary.entailments
    ]
    linked += [(Place(PlaceKind.REGIMEN, each.id), each.cites) for each in book.regimens]
    linked += [(rule_at(r.id), r.reading.cites) for r in book.rules if r.reading is not None]
    for place, cites in linked:
        for missing in sorted(set(cites) - known):
            yield at(place, "RB104", f"no statement or reference {missing}", CITE)


def _word_faults(book: RuleBook) -> Found:
    for word in book.vague_words:
        place = Place(PlaceKind.VAGUE_WORD, word.id)
        if word.concept not in book.concepts:
            yield at(place, "RB103", f"no concept {word.concept.id}", DECLARE_CONCEPT)
        for option in word.options:
            if option.concept is not None and option.concept not in book.concepts:
                yield at(place, "RB103", f"no concept {option.concept.id}", DECLARE_CONCEPT)
            for missing in sorted(set(option.cites) - set(book.reference)):
                yield at(place, "RB104", f"no reference {missing}", CITE)


def conclusion_faults(book: RuleBook) -> Found:
    """Names in advice and flags."""
    drugs = set(book.drugs)
    by_id = book.vocabulary.by_id
    for concept in book.concepts:
        if isinstance(concept, Advice) and concept.drug not in drugs:
            place = Place(PlaceKind.ADVICE, concept.id)
            message = f"unknown drug {concept.drug}"
            yield at(place, "RB103", message, "Name a drug of the rule book.")
        if not isinstance(concept, Flag):
            continue
        place = Place(PlaceKind.FLAG, concept.id)
        state, rows = concept.state_from, concept.names_rows_of
        if state is not None and not isinstance(by_id.get(state), Choice | YesNo):
            message = f"no choice {state} to read its state from"
            yield at(place, "RB103", message, "Name a choice or a yes/no finding.")
        if rows is not None and not isinstance(by_id.get(rows), Table):
            message = f"no table {rows} to name the rows of"
            yield at(place, "RB103", message, "Name a table of the vocabulary.")
