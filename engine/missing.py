"""What rules wait for: the findings that would settle them, and whether safety alone asks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from engine.conditions import IsNotKnown, Value
from engine.reasons import Proofs, grounds_of_all
from engine.rule import Advice, Layer, Rule, Stance
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.vocabulary import Vocabulary

FORBID = {Stance.STOP, Stance.WITHHELD}
"""The stances that forbid a drug, or keep it back, whatever speaks for it."""


def stance_of(rule: Rule) -> Stance | None:
    """What a rule of advice says of its drug; None for other rules."""
    return rule.then.stance if isinstance(rule.then, Advice) else None


@cache
def _opening(book: RuleBook) -> frozenset[str]:
    """The rules of chapters that open the question of a drug; the other chapters weigh harm."""
    return frozenset(
        rule.id
        for chapter in book.chapters
        if any(stance_of(rule) is Stance.MAY for rule in chapter.rules)
        for rule in chapter.rules
    )


def about_safety(book: RuleBook, rule: Rule) -> bool:
    """Whether a rule of advice weighs harm; the others ask whether the drug is an option."""
    safe = stance_of(rule) in FORBID or rule.id not in _opening(book)
    return rule.layer is Layer.REFERENCE and safe


def asked_for_safety(
    book: RuleBook, known: Mapping[str, Value], proofs: Proofs, rules: Iterable[Rule]
) -> frozenset[str]:
    """Of the unknown findings that rules wait for, those that safety alone asks."""
    waiting = list(rules)
    harm = [rule for rule in waiting if about_safety(book, rule)]
    option = [rule for rule in waiting if rule not in harm]
    asked = missing_for(book, known, proofs, harm)
    return frozenset(asked) - frozenset(missing_for(book, known, proofs, option))


def missing_for(
    book: RuleBook, known: Mapping[str, Value], proofs: Proofs, rules: Iterable[Rule]
) -> tuple[str, ...]:
    """The unknown findings that rules wait for, the diagnosis first, then in form order.

    A rule that fired because something is not known waits for that. What is calculated is never
    asked: its own inputs are named instead.
    """
    vocabulary = book.vocabulary
    missing = {
        name
        for ground in grounds_of_all(book, proofs, rules)
        if ground.truth is Truth.UNKNOWN or isinstance(ground.condition, IsNotKnown)
        for name in _asked(vocabulary, ground.finding)
    }
    first = vocabulary.diagnosis.id
    ordered = [first, *(name for name in vocabulary.atoms if name != first)]
    return tuple(name for name in ordered if name in missing and name not in known)


def _asked(vocabulary: Vocabulary, name: str) -> Iterator[str]:
    if vocabulary.owner[name].id in vocabulary.by_id:
        yield name
    else:
        for finding in vocabulary.calculated[name].by.inputs:
            yield from _asked(vocabulary, finding.id)
