"""Rules that would conclude something of a patient, and why they do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.conditions import Condition, findings_of
from engine.grammar import label
from engine.inquiry.slice import rules_behind
from engine.property import Fact, VerdictIs
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.verify.looked import Looked
from engine.verify.reads import waited_for
from engine.verify.wording import MOST, condition_as_it_is, few
from engine.words import inside, or_list


def rules_that_would(looked: Looked, concept: str, given: Iterable[Fact]) -> tuple[Rule, ...]:
    """The rules for a concept that read what it should follow from; those that wait first.

    A rule that the diagnosis alone rules out is none of them.
    """
    book, proofs = looked.book, looked.found.proofs
    names = ground_of(looked, given)
    rules = [
        rule
        for rule in book.rules_for[concept]
        if proofs[rule.id].truth is not Truth.YES and names & _reads(book, rule)
    ]
    rules.sort(key=lambda rule: proofs[rule.id].truth is Truth.NO)
    return tuple(rules[:MOST])


def ground_of(looked: Looked, given: Iterable[Fact]) -> frozenset[str]:
    """The findings, but for the diagnosis, by which a patient has what is given."""
    conditions: list[Condition] = [
        leaf
        for fact in given
        if not isinstance(fact, VerdictIs)
        for leaf, _ in looked.leaves(fact.condition)
    ]
    names = {name for each in conditions for name in findings_of(each)}
    return frozenset(names - {looked.book.vocabulary.diagnosis.id})


def why_silent(looked: Looked, rules: Iterable[Rule]) -> Iterator[str]:
    """Why rules do not fire, each in a line."""
    for rule in rules:
        head = f"{rule.id} ({rule.title})"
        if looked.found.proofs[rule.id].truth is Truth.UNKNOWN:
            missing = [
                inside(looked.book.vocabulary.atoms[name].label)
                for name in waited_for(looked, [rule])
            ]
            yield f"{head} would say so, but waits for: {few(missing)}"
        else:
            against = "; ".join(condition_as_it_is(looked, rule.when))
            yield f"{head} would say so, but is ruled out by: {against}"


def no_rule_reads(looked: Looked, given: Iterable[Fact]) -> str:
    """That no rule for a concept reads what it should follow from."""
    names = sorted(label(looked.book, name) for name in ground_of(looked, given))
    return f"No rule that would say so reads {or_list(inside(name) for name in names)}"


def _reads(book: RuleBook, rule: Rule) -> frozenset[str]:
    """The findings that a rule reads, through what others conclude too."""
    behind = rules_behind(book, [rule])
    return frozenset(name for each in behind for name in findings_of(each.when))
