"""The part of a rule book that a diagnosis leaves open.

Most rules of published criteria speak of one disease. Those that the diagnosis alone rules out need
not be run: both engines get the others, and what was left out is known to be no. Rules of the
document are never left out, so that every one of them is proven for every patient.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from engine.evaluate import evaluate
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Proof
from engine.truth import Truth


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is run for a diagnosis, and the proofs of the rules that it rules out.

    In those proofs only the diagnosis was looked at.
    """

    book: RuleBook
    ruled_out: dict[str, Proof]


@cache
def narrowed(book: RuleBook, diagnosis: str | None) -> Narrowed:
    """The rules that a diagnosis leaves open; all of them while it is unknown."""
    if diagnosis is None:
        return Narrowed(book, {})
    proofs = evaluate(book, {book.vocabulary.diagnosis.id: diagnosis}).proofs

    def closed(rule: Rule) -> bool:
        return rule.layer is Layer.REFERENCE and proofs[rule.id].truth is Truth.NO

    # A concept without any rule would be unknown; one ruled-out rule keeps it known to be no.
    kept = {rules[0].id for rules in book.rules_for.values() if rules and all(map(closed, rules))}
    left_out = {rule.id for rule in book.rules if closed(rule) and rule.id not in kept}
    if not left_out:
        return Narrowed(book, {})
    chapters = tuple(
        replace(chapter, rules=tuple(r for r in chapter.rules if r.id not in left_out))
        for chapter in book.chapters
    )
    return Narrowed(
        replace(book, chapters=chapters),
        {rule.id: proofs[rule.id] for rule in book.rules if rule.id in left_out},
    )
