"""Rules for the same conclusion of which one adds nothing to the other."""

from __future__ import annotations

from engine.conditions import Value
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.verify.checks.patients import Whole, must, patient_for
from engine.verify.diagnostic import Diagnostic, Found, at, rule_at
from engine.words import and_list


def repeated_faults(asked: Whole) -> Found:
    """Duplicate and shadowed rules. Those that never fire are left out: they have their own code.

    Of two duplicates the later is named; a rule is shadowed by every wider one that is no
    duplicate of it.
    """
    for rules in asked.book.rules_for.values():
        firing = [rule for rule in rules if asked.can(asked.rule[rule.id][0])]
        for place, rule in enumerate(firing):
            wider = [each for each in firing if each is not rule and _implies(asked, rule, each)]
            same = [each for each in wider if _implies(asked, each, rule)]
            before = [each for each in same if each in firing[:place]]
            if before:
                yield _duplicate(asked.book, rule, before[0])
            elif only := [each for each in wider if each not in same]:
                yield from _shadowed(asked.book, rule, only)


def _implies(asked: Whole, rule: Rule, other: Rule) -> bool:
    """Whether the other fires whenever the rule does."""
    return not asked.can(asked.rule[rule.id][0], -asked.rule[other.id][0])


def _duplicate(book: RuleBook, rule: Rule, other: Rule) -> Diagnostic:
    alike = (
        "has the same condition and conclusion as"
        if rule.when == other.when
        else "fires for exactly the same patients, with the same conclusion, as"
    )
    return at(
        rule_at(rule.id),
        "RB403",
        f"{alike} {other.id}",
        "Drop one of the two, or write what sets them apart.",
        also=(rule_at(other.id),),
        patient=_both(book, rule, [other]),
    )


def _shadowed(book: RuleBook, rule: Rule, wider: list[Rule]) -> Found:
    names = and_list(each.id for each in wider)
    verb = "fires" if len(wider) == 1 else "fire"
    yield at(
        rule_at(rule.id),
        "RB404",
        f"whenever it fires, {names} {verb} too, with the same conclusion",
        "Drop it, or narrow the wider rule.",
        also=tuple(rule_at(each.id) for each in wider),
        patient=_both(book, rule, wider),
    )


def _both(book: RuleBook, rule: Rule, others: list[Rule]) -> dict[str, Value]:
    patient = patient_for(book, [rule, *others], lambda encoding: [encoding.rule(rule)[0]])
    must(book, patient, fire=[rule, *others])
    return patient
