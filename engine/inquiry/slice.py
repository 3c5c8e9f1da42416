"""What a question depends on: the rules behind it, the findings they read, and all tied to those.

Only these can change the answer, so only these are put to the solver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from engine.conditions import Condition, FindingLeaf, concepts_of, findings_of, walk
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.vocabulary import Vocabulary


@dataclass(frozen=True)
class Slice:
    """The part of a rule book that a question depends on.

    ``rules`` are those behind it, ``atoms`` the facts that these read and all that are tied to
    them by entailments, calculations or what cannot be, in the order of the vocabulary; ``leaves``
    is every condition on each of them.
    """

    rules: tuple[Rule, ...]
    atoms: tuple[str, ...]
    leaves: dict[str, tuple[FindingLeaf, ...]]


def slice_of(book: RuleBook, wanted: Iterable[Rule], beside: Iterable[Condition] = ()) -> Slice:
    """Everything that the truth of some rules, and of conditions ``beside`` them, depends on.

    The diagnosis stands in many ties, and by itself makes nothing matter.
    """
    vocabulary = book.vocabulary
    asked = tuple(beside)
    read = {concept for condition in asked for concept in concepts_of(condition)}
    rules = rules_behind(book, [*wanted, *(rule for name in read for rule in book.rules_for[name])])
    conditions = [*(rule.when for rule in rules), *asked]
    atoms = {name for condition in conditions for name in findings_of(condition)}
    diagnosis = {vocabulary.diagnosis.id}
    atoms |= diagnosis
    ties = list(_ties(vocabulary))
    before = 0
    while before != len(atoms):
        before = len(atoms)
        for _, names in ties:
            if names & (atoms - diagnosis):
                atoms |= names
        for name in tuple(atoms):
            if name in vocabulary.calculated:
                atoms |= {finding.id for finding in vocabulary.calculated[name].by.inputs}
    tying = [parts for parts, names in ties if names & (atoms - diagnosis)]
    conditions += [part for parts in tying for part in parts]
    leaves: dict[str, dict[FindingLeaf, None]] = {name: {} for name in vocabulary.atoms}
    for condition in conditions:
        for _, node in walk(condition):
            if isinstance(node, FindingLeaf):
                leaves[node.finding][node] = None
    return Slice(
        rules=rules,
        atoms=tuple(name for name in vocabulary.atoms if name in atoms),
        leaves={name: tuple(found) for name, found in leaves.items() if name in atoms},
    )


def concepts_behind(book: RuleBook, wanted: Iterable[Rule]) -> tuple[str, ...]:
    """The conclusions on the way to some rules, in the order of the rule book."""
    concepts = {
        concept for rule in rules_behind(book, wanted) for concept in concepts_of(rule.when)
    }
    return tuple(concept.id for concept in book.concepts if concept.id in concepts)


def tied(vocabulary: Vocabulary, open_: AbstractSet[str]) -> tuple[frozenset[str], ...]:
    """The facts among some open ones that are tied to each other, group by group."""
    diagnosis = vocabulary.diagnosis.id
    ties = [names for _, names in _ties(vocabulary)]
    ties += [{name, diagnosis} for name in open_ if vocabulary.atoms[name].applies_to]
    groups: list[set[str]] = []
    for names in ties:
        mine = {name for name in names if name in open_}
        touched = [group for group in groups if group & mine]
        groups = [group for group in groups if not group & mine]
        groups.append(mine.union(*touched))
    return tuple(frozenset(group) for group in groups if len(group) > 1)


def rules_behind(book: RuleBook, wanted: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules, and every rule that concludes what they read, and so on, in the order of the book."""
    found: set[str] = set()
    waiting = list(wanted)
    while waiting:
        rule = waiting.pop()
        if rule.id not in found:
            found.add(rule.id)
            for concept in concepts_of(rule.when):
                waiting += book.rules_for[concept]
    return tuple(rule for rule in book.rules if rule.id in found)


def with_these_alone(book: RuleBook, rules: Iterable[Rule]) -> RuleBook:
    """The book with these rules and no other: to evaluate what rests on nothing else, fast."""
    kept = {rule.id for rule in rules}
    chapters = tuple(
        replace(chapter, rules=tuple(rule for rule in chapter.rules if rule.id in kept))
        for chapter in book.chapters
    )
    return replace(book, chapters=chapters)


def _ties(vocabulary: Vocabulary) -> Iterator[tuple[tuple[Condition, ...], AbstractSet[str]]]:
    """Every link between findings: the conditions that it asks, and the findings that it ties.

    What is entailed ties both ways: what is implied may be contradicted.
    """
    for entailment in vocabulary.entailments:
        names = {*findings_of(entailment.when), entailment.then.finding}
        yield (entailment.when, entailment.then), names
    for found in vocabulary.impossible:
        yield (found.when,), findings_of(found.when)
    for pair in vocabulary.ordered:
        yield (), {pair.lesser.id, pair.greater.id}
