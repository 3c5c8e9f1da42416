"""The rules of advice that a disease leaves open, whatever else may be told of the patient."""

from __future__ import annotations

from cases.play import book_behind
from engine.evaluate import evaluate
from engine.narrow import narrowed
from engine.rule import Layer, Rule
from engine.trace import Trace
from engine.truth import Truth
from engine.verdict import advice_rules


def open_rules(trace: Trace, layer: Layer) -> tuple[Rule, ...]:
    """The advice rules of a layer that are not about another disease than the patient's.

    While no disease is told, all of them.
    """
    book = book_behind(trace)
    name = book.vocabulary.diagnosis.id
    disease = trace.entries.get(name)
    if disease is None:
        return advice_rules(book, layer)
    if layer is Layer.REFERENCE:
        closed = set(narrowed(book, str(disease)).ruled_out)
    else:
        proofs = evaluate(book, {name: disease}).proofs
        closed = {rule for rule, proof in proofs.items() if proof.truth is Truth.NO}
    return tuple(rule for rule in advice_rules(book, layer) if rule.id not in closed)
