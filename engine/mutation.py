"""Every small way to break a rule: from a rule to its mutants, by a stated list of operators.

Each mutant differs from the rule in one thing, and says in words in which. Nothing here runs a
rule; what a mutant changes for a patient is found out by whoever runs it (``engine.broken``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    ConceptIs,
    Condition,
    Group,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Leaf,
    Value,
    walk,
)
from engine.findings import Choice, YesNo
from engine.lines import group_text, leaf_text
from engine.mutant import Mutation, Operator
from engine.rule import Advice, Flag, Rule, Stance
from engine.rulebook import RuleBook
from engine.words import number_text

TURNED = {
    Stance.MAY: (Stance.NOT,),
    Stance.NOT: (Stance.MAY,),
    Stance.AMBIGUOUS: (Stance.MAY, Stance.NOT),
    Stance.STOP: (Stance.MAY,),
    Stance.WITHHELD: (Stance.MAY,),
}
"""What the stance of a conclusion is turned into."""


@dataclass(frozen=True, slots=True)
class _Altered:
    """A condition after an operator, at its place, and the sentence about it."""

    operator: Operator
    path: str
    words: str
    when: Condition


def mutants(book: RuleBook, rule: Rule) -> tuple[Mutation, ...]:
    """Every mutant of a rule of the book, in the order of the operators, each with its own id.

    Left out are those that no rule book may hold: a rule that asks that something is not known,
    concluding what settles a verdict.
    """
    found = [*_conditions(book, rule), *_conclusions(book, rule), _left_out(rule)]
    order = list(Operator)
    found.sort(key=lambda mutation: order.index(mutation.operator))
    counts: dict[str, int] = {}
    numbered = []
    for mutation in found:
        stem = ":".join(filter(None, (rule.id, mutation.operator.value, mutation.path)))
        counts[stem] = counts.get(stem, 0) + 1
        numbered.append(replace(mutation, id=f"{stem}:{counts[stem]}"))
    return tuple(numbered)


def every_mutant(book: RuleBook) -> tuple[Mutation, ...]:
    """The mutants of every rule, in the order of the book."""
    return tuple(mutation for rule in book.rules for mutation in mutants(book, rule))


def condition_words(book: RuleBook, condition: Condition) -> str:
    """A condition on one line: "Severity: severe", "at least one of (…; …)"."""
    if isinstance(condition, Group):
        parts = "; ".join(condition_words(book, part) for part in condition.conditions)
        return f"{group_text(condition)} ({parts})"
    return leaf_text(book, condition)


def _left_out(rule: Rule) -> Mutation:
    return Mutation(
        id="",
        operator=Operator.DROP_RULE,
        rule=rule.id,
        path="",
        words=f"Rule {rule.id} was left out.",
        mutated=None,
    )


def _conditions(book: RuleBook, rule: Rule) -> Iterator[Mutation]:
    for path, node in walk(rule.when):
        for altered in _alterations(book, rule, path, node):
            yield Mutation(
                id="",
                operator=altered.operator,
                rule=rule.id,
                path=altered.path,
                words=altered.words,
                mutated=replace(rule, when=altered.when),
            )


def _alterations(book: RuleBook, rule: Rule, path: str, node: Condition) -> Iterator[_Altered]:
    """Everything that can be done to one node of a rule's condition."""
    if isinstance(node, Group):
        yield from _dropped(book, rule, path, node)
        yield from _regrouped(rule, path, node)
        return
    for other in _turned(book, rule, node):
        words = (
            f"The condition “{leaf_text(book, node)}” was turned into “{leaf_text(book, other)}”."
        )
        yield _Altered(Operator.NEGATE_CONDITION, path, words, replaced(rule.when, path, other))
    if isinstance(node, InRange):
        for other in _shifted(node):
            words = (
                f"The threshold in “{leaf_text(book, node)}” was moved: “{leaf_text(book, other)}”."
            )
            yield _Altered(Operator.SHIFT_THRESHOLD, path, words, replaced(rule.when, path, other))


def _dropped(book: RuleBook, rule: Rule, path: str, group: Group) -> Iterator[_Altered]:
    """The group without one of its conditions; the last one stays."""
    if len(group.conditions) < 2:
        return
    for at, gone in enumerate(group.conditions):
        left = group.conditions[:at] + group.conditions[at + 1 :]
        rest: Group = replace(group, conditions=left)
        if isinstance(rest, AtLeast):
            rest = replace(rest, count=min(rest.count, len(left)))
        words = f"The condition “{condition_words(book, gone)}” was dropped."
        when = replaced(rule.when, path, rest)
        yield _Altered(Operator.DROP_CONDITION, f"{path}.{at}", words, when)


def _regrouped(rule: Rule, path: str, group: Group) -> Iterator[_Altered]:
    """All of for at least one of, and the reverse; a count moved by one."""
    many = len(group.conditions)
    if isinstance(group, AtLeast):
        for count in (group.count - 1, group.count + 1):
            if 1 <= count <= many:
                words = f"“At least {group.count} of” was moved to “at least {count} of”."
                when = replaced(rule.when, path, AtLeast(count, group.conditions))
                yield _Altered(Operator.SHIFT_THRESHOLD, path, words, when)
        return
    if many < 2:
        return
    kind = AnyOf if isinstance(group, AllOf) else AllOf
    other = kind(group.conditions)
    words = f"“{group_text(group).capitalize()}” was turned into “{group_text(other)}”."
    yield _Altered(Operator.SWAP_GROUP, path, words, replaced(rule.when, path, other))


def _turned(book: RuleBook, rule: Rule, leaf: Leaf) -> Iterator[Leaf]:
    """A leaf turned into its opposite, or one option into another."""
    match leaf:
        case ConceptIs(name, yes):
            yield ConceptIs(name, not yes)
        case Is(name, value):
            yield from (Is(name, other) for other in _other_values(book, name, value))
        case IsOneOf(name, values):
            finding = book.vocabulary.atoms[name]
            options = finding.options if isinstance(finding, Choice) else ()
            if left := tuple(o.value for o in options if o.value not in values):
                yield IsOneOf(name, left)
        case InRange():
            if (leaf.low is None) != (leaf.high is None):
                yield replace(
                    leaf,
                    low=leaf.high,
                    high=leaf.low,
                    # An open end counts as included, so that equal ranges are equal.
                    low_included=leaf.high is None or not leaf.high_included,
                    high_included=leaf.low is None or not leaf.low_included,
                )
        case IsKnown(name):
            if _may_ask_for_unknown(rule.then):
                yield IsNotKnown(name)
        case IsNotKnown(name):
            yield IsKnown(name)


def _other_values(book: RuleBook, name: str, value: Value) -> Iterator[Value]:
    finding = book.vocabulary.atoms[name]
    if isinstance(finding, YesNo):
        yield not value
    elif isinstance(finding, Choice):
        yield from (option.value for option in finding.options if option.value != value)


def _shifted(leaf: InRange) -> Iterator[InRange]:
    """The range with one end a step lower and a step higher; an empty range is none."""
    moved = [replace(leaf, low=number) for number in _beside(leaf.low)]
    moved += [replace(leaf, high=number) for number in _beside(leaf.high)]
    for each in moved:
        if each.low is None or each.high is None or each.low < each.high:
            yield each


def _beside(number: float | None) -> tuple[float, ...]:
    """A number one step lower and one step higher."""
    if number is None:
        return ()
    return tuple(round(number + step, 9) for step in (-_step(number), _step(number)))


def _step(number: float) -> float:
    """One in the last place in which a number is written: 1 for 30, 0.1 for 0.5."""
    _, _, decimals = number_text(float(number)).partition(".")
    return float(10 ** -len(decimals))


def _conclusions(book: RuleBook, rule: Rule) -> Iterator[Mutation]:
    then = rule.then
    if not isinstance(then, Advice):
        return
    asks_for_unknown = any(isinstance(node, IsNotKnown) for _, node in walk(rule.when))
    for other in book.advice:
        if other.layer is not then.layer:
            continue
        if asks_for_unknown and not _may_ask_for_unknown(other):
            continue
        if other.drug is then.drug and other.stance in TURNED[then.stance]:
            yield _concluding(rule, other, Operator.CHANGE_STANCE)
        elif other.drug is not then.drug and other.stance is then.stance:
            yield _concluding(rule, other, Operator.CHANGE_DRUG)


def _concluding(rule: Rule, other: Advice, operator: Operator) -> Mutation:
    return Mutation(
        id="",
        operator=operator,
        rule=rule.id,
        path="then",
        words=f"The conclusion “{rule.then.label}” was turned into “{other.label}”.",
        mutated=replace(rule, then=other),
    )


def _may_ask_for_unknown(then: object) -> bool:
    """Whether a rule for this may ask that something is not known (see ``engine.check``)."""
    return isinstance(then, Flag) or (isinstance(then, Advice) and then.stance is Stance.WITHHELD)


def replaced(condition: Condition, path: str, new: Condition) -> Condition:
    """The condition with the node at ``path`` ("when", "when.0.1") replaced."""
    place = [int(part) for part in path.split(".")[1:]]

    def put(node: Condition, left: list[int]) -> Condition:
        if not left:
            return new
        if not isinstance(node, Group):
            raise KeyError(path)
        parts = list(node.conditions)
        parts[left[0]] = put(parts[left[0]], left[1:])
        return replace(node, conditions=tuple(parts))

    return put(condition, place)
