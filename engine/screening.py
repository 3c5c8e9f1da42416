"""What is decided by the reference evaluator alone, to look through many patients quickly.

What is shown of them is consulted: by both engines, in ``engine.consult``.
"""

from __future__ import annotations

from engine.conditions import Value
from engine.deciding import Decided, decided, drug_named
from engine.evaluate import evaluate
from engine.narrow import narrowed
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind


def screened(book: RuleBook, layer: Layer, known: dict[str, Value]) -> Decided:
    """The overall verdict of a layer on facts that are established, without its words.

    Raises GapError where there is none, for any of the drugs.
    """
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    if diagnosis is None:
        return Decided(Kind.NOT_ENOUGH_DATA, None)
    narrow = narrowed(book, str(diagnosis))
    proofs = evaluate(narrow.book, known).proofs
    proofs = narrow.ruled_out | proofs
    found = {drug: decided(book, layer, drug, known, proofs) for drug in book.drugs}
    named = drug_named(book, layer, diagnosis)
    return found[named] if named else Decided(Kind.OUTSIDE_DOCUMENT, None)
