"""The rules of advice that a disease leaves open, and the facts that a rule reads."""

from __future__ import annotations

from functools import cache

from cases.play import book_behind
from engine.conditions import concepts_of, findings_of
from engine.deciding import advice_rules
from engine.evaluate import evaluate
from engine.narrow import narrowed
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Trace
from engine.truth import Truth


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


@cache
def facts_read(book: RuleBook, rule: Rule) -> frozenset[str]:
    """The facts that a rule reads, through every concept between."""
    names: set[str] = set()
    seen: set[str] = set()
    left = [rule]
    while left:
        here = left.pop()
        names |= findings_of(here.when)
        for concept in concepts_of(here.when) - seen:
            seen.add(concept)
            left += book.rules_for[concept]
    return frozenset(names)
