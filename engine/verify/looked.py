"""A patient, looked at by the reference evaluator: what is so, and what of it matters.

A patient whom a solver has found is told many things only so that nothing else decides. What
matters is what the property speaks of, and what the rules that decide have read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from engine.conditions import ConceptIs, Condition, Group, IsNotKnown, Leaf, Value
from engine.deciding import Decided, decided
from engine.errors import GapError
from engine.evaluate import Evaluation, evaluate, prove
from engine.facts import Facts, establish
from engine.option import Option
from engine.property import Fact, VerdictIs
from engine.reasons import grounds_of_all
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Node
from engine.truth import Truth
from engine.verify.facts import seen_to_be_so
from engine.verify.outcome import Entries


@dataclass(frozen=True)
class Looked:
    """A patient of a rule book. What is asked is found out once, when it is first asked."""

    book: RuleBook
    entries: Entries

    @cached_property
    def facts(self) -> Facts:
        """What is known, and where it comes from."""
        return establish(self.book.vocabulary, self.entries)

    @cached_property
    def values(self) -> dict[str, Value]:
        """What is known, finding by finding."""
        return self.facts.values

    @cached_property
    def found(self) -> Evaluation:
        """What becomes of every rule."""
        return evaluate(self.book, self.values)

    def is_so(self, fact: Fact) -> bool:
        """Whether a fact is so."""
        return seen_to_be_so(self.book, self.values, self.found, fact)

    def decided(self, layer: Layer, drug: Option) -> Decided | None:
        """What a layer comes to for a drug; None where every rule is ruled out."""
        try:
            return decided(self.book, layer, drug, self.values, self.found.proofs)
        except GapError:
            return None

    def leaves(self, condition: Condition) -> Iterator[tuple[Leaf, Node]]:
        """The single conditions that make a condition what it is: met, failed or open."""
        node = prove(condition, self.book.vocabulary, self.values, self.found.concepts)
        yield from _deciding(condition, node)

    def matters(self, facts: Iterable[Fact], rules: Iterable[Rule]) -> frozenset[str]:
        """The findings that these facts speak of, unrecorded ones too, and that rules have read."""
        names: set[str] = {self.book.vocabulary.diagnosis.id} & set(self.values)
        behind = list(rules)
        for fact in facts:
            if isinstance(fact, VerdictIs):
                continue
            for leaf, _ in self.leaves(fact.condition):
                if isinstance(leaf, ConceptIs):
                    behind += self._suppliers(leaf.concept)
                else:
                    names.add(leaf.finding)
        for ground in grounds_of_all(self.book, self.found.proofs, behind):
            if ground.seen is not None and not isinstance(ground.condition, IsNotKnown):
                names.add(ground.finding)
        return frozenset(names | {other for name in names for other in self._rests_on(name)})

    def _suppliers(self, concept: str) -> list[Rule]:
        """The rules that make a concept what it is."""
        truth = self.found.concepts[concept]
        return [
            rule
            for rule in self.book.rules_for[concept]
            if self.found.proofs[rule.id].truth is truth
        ]

    def _rests_on(self, name: str) -> Iterator[str]:
        """What a known fact follows from."""
        if name in self.facts.known:
            for ground in self.facts.known[name].by:
                yield ground
                yield from self._rests_on(ground)


def _deciding(condition: Condition, node: Node) -> Iterator[tuple[Leaf, Node]]:
    if not isinstance(condition, Group):
        yield condition, node
        return
    for part, child in zip(condition.conditions, node.children, strict=True):
        # What is open rests on all that does not hold; what is settled on what settles it.
        if child.truth is node.truth or (
            node.truth is Truth.UNKNOWN and child.truth is not Truth.YES
        ):
            yield from _deciding(part, child)
