"""What a rule reads of a patient: also one that waits, or that is ruled out by little.

What decides is in ``engine.reasons``: of a rule that waits that is only what it waits for. A reader
who asks why a rule is silent wants to see what of it is met too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.conditions import ConceptIs, Condition, Group
from engine.deciding import advice_rules
from engine.missing import missing_for
from engine.option import Option
from engine.reasons import grounds
from engine.rule import Layer, Rule
from engine.trace import Node
from engine.truth import Truth
from engine.verify.looked import Looked


def read_by(looked: Looked, rules: Iterable[Rule]) -> frozenset[str]:
    """What rules have read, and what those that wait are waiting for."""
    names: set[str] = set()
    for rule in rules:
        names |= set(_read(looked, rule.when, looked.found.proofs[rule.id].root))
    known = {name for name in names if name in looked.values}
    return frozenset(known | set(waited_for(looked, rules)))


def waited_for(looked: Looked, rules: Iterable[Rule]) -> tuple[str, ...]:
    """The findings that those of the rules that wait are waiting for, in the order of the form."""
    open_ = [rule for rule in rules if looked.found.proofs[rule.id].truth is Truth.UNKNOWN]
    return missing_for(looked.book, looked.values, looked.found.proofs, open_)


def near(looked: Looked, layer: Layer, drug: Option) -> tuple[Rule, ...]:
    """The rules on a drug that fire, wait, or are ruled out by something else than the diagnosis.

    Those that something else rules out are told only where none fires or waits.
    """
    book, proofs = looked.book, looked.found.proofs
    rules = advice_rules(book, layer, drug)
    alive = tuple(rule for rule in rules if proofs[rule.id].truth is not Truth.NO)
    diagnosis = book.vocabulary.diagnosis.id
    return alive or tuple(
        rule
        for rule in rules
        if all(each.finding != diagnosis for each in grounds(book, proofs, rule.id))
    )


def _read(looked: Looked, condition: Condition, node: Node) -> Iterator[str]:
    """The findings below a condition: where it is open, those that are met or open."""
    match condition:
        case ConceptIs(concept):
            truth = looked.found.concepts[concept]
            for rule in looked.book.rules_for[concept]:
                proof = looked.found.proofs[rule.id]
                if proof.truth is truth:
                    yield from _read(looked, rule.when, proof.root)
        case _ if isinstance(condition, Group):
            for part, child in zip(condition.conditions, node.children, strict=True):
                met_or_open = node.truth is Truth.UNKNOWN and child.truth is not Truth.NO
                together = node.kind == "all"  # what is met beside what fails is read too
                if child.truth is node.truth or met_or_open or together:
                    yield from _read(looked, part, child)
        case _:
            yield node.source
