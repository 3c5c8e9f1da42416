"""The verdict by the reference evaluator alone, to look through many patients quickly.

What is shown of them is consulted: by both engines, in ``engine.consult``.
"""

from __future__ import annotations

from engine.conditions import Value
from engine.evaluate import evaluate
from engine.narrow import narrowed
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Verdict
from engine.verdict import derive_verdicts, overall


def screened(book: RuleBook, layer: Layer, known: dict[str, Value]) -> Verdict:
    """The overall verdict of a layer on facts that are established.

    Raises GapError where there is none.
    """
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    narrow = narrowed(book, None if diagnosis is None else str(diagnosis))
    found = evaluate(narrow.book, known).proofs
    proofs = {r.id: narrow.ruled_out.get(r.id) or found[r.id] for r in book.rules}
    verdicts = derive_verdicts(book, layer, known, proofs)
    return overall(book, layer, known, proofs, verdicts)
