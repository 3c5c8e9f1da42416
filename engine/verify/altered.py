"""What an altered rule would break: properties proven of a rule book with one rule altered.

Such a book is no source of advice, and is never consulted: the solver and the reference evaluator
look at it, and what is found is always shown as the doing of the alteration.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.broken import broken_book
from engine.errors import RuleBookError
from engine.mutant import Mutation
from engine.property import (
    Never,
    Property,
    Untouched,
    VerdictIs,
    Whenever,
)
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.verify.proof import Proof, State, prove


def altered_book(book: RuleBook, mutation: Mutation) -> RuleBook:
    """The book with one rule altered, marked as broken.

    Raises RuleBookError where no rule book can hold it.
    """
    return broken_book(book, mutation)


def altered(book: RuleBook, mutation: Mutation) -> RuleBook | None:
    """The book with one rule altered, marked as broken; None where no rule book can hold it."""
    try:
        return altered_book(book, mutation)
    except RuleBookError:
        return None


def broken_by(
    book: RuleBook, mutation: Mutation, properties: Iterable[Property]
) -> tuple[RuleBook, tuple[Proof, ...]]:
    """The altered book, and the properties that no longer hold in it.

    Raises RuleBookError where no rule book can hold the alteration.
    """
    book_altered = altered_book(book, mutation)
    proofs = (prove(book_altered, each, {}) for each in properties)
    return book_altered, tuple(proof for proof in proofs if proof.state is not State.PROVEN)


def of_layer(properties: Iterable[Property], layer: Layer) -> tuple[Property, ...]:
    """The properties that speak of one layer alone, and of that layer by itself."""
    return tuple(each for each in properties if _layers(each) == {layer})


def _layers(property_: Property) -> set[Layer]:
    match property_.claim:
        case Whenever(given, then) | Never(given, then):
            return {fact.layer for fact in (*given, *then) if isinstance(fact, VerdictIs)}
        case Untouched():
            return set()
        case claim:
            return {claim.layer}
