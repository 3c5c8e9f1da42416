"""The facts of a property in the words that fit one patient: only what is so, and how.

“At least one of” seven things is told as the one that is met; what is not shown, as what is known
instead, or as not recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.conditions import (
    ConceptIs,
    Condition,
    Group,
    InRange,
    Is,
    IsOneOf,
    Leaf,
    findings_of,
    walk,
)
from engine.findings import Choice
from engine.grammar import label, needs_text, seen_text
from engine.lines import fact_line, group_text, leaf_text
from engine.property import Fact, Known, NotShown, VerdictIs
from engine.rule import Flag
from engine.rulebook import RuleBook
from engine.trace import Kind, Node
from engine.truth import Truth
from engine.verify.looked import Looked
from engine.words import or_list, sentence

NOT_RECORDED = "not recorded"
NOT_ASKED = "does not apply to the diagnosis"
MOST = 6
"""So many conditions, or findings that are not recorded, are told one by one."""


def asked_words(book: RuleBook, condition: Condition) -> str:
    """A condition of a property, whoever the patient is; of a long one, what it is about."""
    if (count := leaf_count(condition)) > MOST:
        read = [name for name in book.vocabulary.atoms if name in findings_of(condition)]
        about = few([label(book, name) for name in read])
        return f"a condition in {count} parts on {about}"
    return _asked(book, condition)


def _asked(book: RuleBook, condition: Condition) -> str:
    match condition:
        case ConceptIs(name, yes):
            return f"“{label(book, name)}”" if yes else f"“{label(book, name)}” ruled out"
        case _ if isinstance(condition, Group):
            parts = "; ".join(_asked(book, part) for part in condition.conditions)
            return f"{group_text(condition)} ({parts})"
        case _:
            return leaf_text(book, condition)


def leaf_count(condition: Condition) -> int:
    """How many single conditions a condition is made of."""
    return sum(not isinstance(node, Group) for _, node in walk(condition))


def few(names: Sequence[str]) -> str:
    """The first few of some names; the rest are counted."""
    left = len(names) - MOST
    return ", ".join(names) if left < 2 else f"{', '.join(names[:MOST])} and {left} more"


def wanted_words(book: RuleBook, fact: Fact) -> str:
    """A fact of a property, whoever the patient is."""
    match fact:
        case Known(condition, yes):
            words = asked_words(book, condition)
            return words if yes else f"known not to be so: {words}"
        case NotShown(condition):
            return f"not known to be so: {asked_words(book, condition)}"
        case VerdictIs(layer, drug, kinds):
            others = [kind for kind in Kind if kind not in kinds]
            said = or_list(f"“{kind.said_by(layer)}”" for kind in kinds)
            if len(others) == 1:
                said = f"anything but “{others[0].said_by(layer)}”"
            return f"{sentence(drug.label)}, by {layer.label}: {said}"


def as_it_is(looked: Looked, fact: Fact) -> tuple[str, ...]:
    """What a fact comes to for a patient, whether it is so or not: one thing after the other."""
    if isinstance(fact, VerdictIs):
        drug = looked.book.drugs.of(fact.drug.value)
        found = looked.decided(fact.layer, drug)
        said = "no verdict" if found is None else f"“{found.kind.said_by(fact.layer)}”"
        return (f"{sentence(drug.label)}, by {fact.layer.label}: {said}",)
    return condition_as_it_is(looked, fact.condition)


def condition_as_it_is(looked: Looked, condition: Condition) -> tuple[str, ...]:
    """What makes a condition what it is, one thing after the other; many unknown ones together."""
    leaves = list(looked.leaves(condition))
    unknown = {
        label(looked.book, leaf.finding): None
        for leaf, node in leaves
        if not isinstance(leaf, ConceptIs) and node.seen is None
    }
    many = len(unknown) > MOST
    words = [
        _leaf(looked, leaf, node)
        for leaf, node in leaves
        if not (many and not isinstance(leaf, ConceptIs) and node.seen is None)
    ]
    if many:
        words.append(f"{NOT_RECORDED}: {few(list(unknown))}")
    return tuple(dict.fromkeys(words))


def finding_line(looked: Looked, name: str) -> str:
    """A finding as a patient has it, with what it follows from; or why it is not known."""
    if name in looked.facts.known:
        return fact_line(looked.book, looked.facts.known[name]).text
    finding, vocabulary = looked.book.vocabulary.atoms[name], looked.book.vocabulary
    diagnosis = looked.values.get(vocabulary.diagnosis.id)
    asked = vocabulary.applies(finding, None if diagnosis is None else str(diagnosis))
    return f"{finding.label}: {NOT_RECORDED if asked else NOT_ASKED}"


def _leaf(looked: Looked, leaf: Leaf, node: Node) -> str:
    """A single condition as a patient has it."""
    book = looked.book
    if isinstance(leaf, ConceptIs):
        return f"“{label(book, leaf.concept)}” {_stands(book, leaf.concept, node)}"
    if node.seen is None:
        return finding_line(looked, leaf.finding)
    line = f"{label(book, leaf.finding)}: {seen_text(book, leaf.finding, node.seen)}"
    if isinstance(leaf, InRange):
        return f"{line} (asked for: {needs_text(book, leaf)})"
    if (
        node.truth is Truth.NO
        and isinstance(leaf, Is | IsOneOf)
        and isinstance(book.vocabulary.atoms[leaf.finding], Choice)
    ):
        return f"{line}, not {needs_text(book, leaf)}"
    return line


def _stands(book: RuleBook, concept: str, node: Node) -> str:
    """How a concept stands: a flag is said or not, anything else holds, does not or is open."""
    if isinstance(book.concept[concept], Flag):
        return "is said" if node.seen is True else "is not said"
    if node.seen is None:
        return "is not settled"
    return "holds" if node.seen is True else "does not hold"


def together(looked: Looked, facts: Iterable[Fact]) -> str:
    """That a patient has what should never come together."""
    words = dict.fromkeys(word for fact in facts for word in as_it_is(looked, fact))
    return f"These should never come together: {'; '.join(words)}."


def lacking(
    looked: Looked, fact: Fact, given: Iterable[Fact] = (), others: Iterable[Fact] = ()
) -> str:
    """That a patient lacks what should follow from what is given, and what else follows of it."""
    from_ = dict.fromkeys(word for each in given for word in as_it_is(looked, each))
    words = [f"This is so: {'; '.join(from_)}."] if from_ else []
    words.append(_lack(looked, fact, "The property then demands" if from_ else DEMANDS))
    amiss = as_it_is(looked, fact)
    follows = [
        word
        for other in others
        if other != fact and looked.is_so(other)
        for word in as_it_is(looked, other)
        if word not in amiss
    ]
    if follows:
        words.append(f"As demanded: {'; '.join(dict.fromkeys(follows))}.")
    return " ".join(words)


def for_nothing(looked: Looked, then: Fact, fact: Fact) -> str:
    """That something is so of a patient who lacks a part of what it is to stand for."""
    head = f"This is so: {'; '.join(as_it_is(looked, then))}."
    return f"{head} {_lack(looked, fact, 'For that the property demands')}"


DEMANDS = "The property demands"


def _lack(looked: Looked, fact: Fact, demands: str) -> str:
    """What a property demands of a patient, and what is there instead."""
    book = looked.book
    wanted = wanted_words(book, fact)
    match fact:
        case Known(ConceptIs(name, True)):
            words = f"“{label(book, name)}”"
            if isinstance(book.concept[name], Flag):
                return f"{demands} that this is said: {words}. It is not said."
            return f"{demands} that this holds: {words}. It is not known to hold."
        case NotShown(ConceptIs(name, yes)):
            words = f"“{label(book, name)}”"
            if yes and isinstance(book.concept[name], Flag):
                return f"{demands} that this is not said: {words}. It is said."
            if yes:
                return f"{demands} that this is not known to hold: {words}. It holds."
            return f"{demands} that this is not ruled out: {words}. It is ruled out."
        case NotShown(condition):
            wanted = f"that this is not known to be so: {asked_words(book, condition)}"
        case Known(condition, False):
            wanted = f"that this is known not to be so: {asked_words(book, condition)}"
        case _:
            wanted = f": {wanted}"
    there = "; ".join(as_it_is(looked, fact))
    head = f"{demands}{wanted}" if wanted.startswith(":") else f"{demands} {wanted}"
    return f"{head}. But: {there}."
