"""Concepts that no rule concludes, and concepts that nothing reads."""

from __future__ import annotations

from engine.conditions import concepts_of
from engine.rule import Advice, Flag
from engine.rulebook import RuleBook
from engine.verify.diagnostic import Found, Place, PlaceKind, at, rule_at
from engine.words import and_list


def chain_faults(book: RuleBook) -> Found:
    """Loose ends of the chain of concepts."""
    used = {name for rule in book.rules for name in concepts_of(rule.when)}
    used |= {word.concept.id for word in book.vague_words}
    used |= {
        o.concept.id for word in book.vague_words for o in word.options if o.concept is not None
    }
    used |= {name for shown in book.shown_doses for name in concepts_of(shown.when)}
    for concept in book.concepts:
        place = Place(PlaceKind.CONCEPT, concept.id)
        if not book.rules_for[concept.id]:
            readers = [rule for rule in book.rules if concept.id in concepts_of(rule.when)]
            read = f"; read by {and_list(rule.id for rule in readers)}" if readers else ""
            yield at(
                place,
                "RB302",
                f"no rule concludes it{read}",
                "Write a rule that concludes it, or take it out.",
                also=tuple(rule_at(rule.id) for rule in readers),
            )
        if concept.id not in used and not isinstance(concept, Advice | Flag):
            suppliers = book.rules_for[concept.id]
            yield at(
                place,
                "RB303",
                "nothing reads it",
                "Let a rule read it, or take it out with its rules.",
                also=tuple(rule_at(rule.id) for rule in suppliers),
            )
