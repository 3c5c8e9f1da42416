"""How many small faults would be noticed: by a rule's examples, by a case, or by a property.

Every rule is altered in every small way (``engine.mutation``). What nothing notices is shown with a
patient who would, or with the proof that the alteration changes nothing for anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.edges import Concluded, Edges
from engine.errors import RuleBookError
from engine.mutant import Mutation
from engine.option import Option
from engine.property import Property
from engine.rule import Example, Layer, Rule
from engine.rulebook import RuleBook
from engine.verify.effects import Effect, effects, plainest, waiting_alone
from engine.verify.outcome import Entries
from engine.verify.proof import State, prove
from engine.verify.stated import Alteration, Expected, Seen, Stated, about_one_patient, expected


class By(Option):
    """What notices an alteration."""

    BUILDING = "building", "no rule book can hold it"
    EXAMPLE = "example", "an example of the rule"
    EDGE = "edge", "a patient on the edge of the rule"
    CONCLUSION = "conclusion", "what the rule is to conclude, written down"
    CASE = "case", "a teaching case"
    PROPERTY = "property", "a property"
    EQUIVALENT = "equivalent", "nothing to notice: it changes nothing for anybody, proven"
    WAITING = "waiting", "nothing to notice: it fires nothing and changes no verdict, proven"
    NOTHING = "nothing", "nothing"


@dataclass(frozen=True, slots=True)
class Noticed:
    """What notices one alteration; ``what`` names the case or the property.

    Where nothing does, ``patient`` is one for whom the altered rule does something else.
    """

    mutation: Mutation
    by: By
    what: str = ""
    patient: Entries | None = None


class Examiner:
    """Asks about alterations of one book; what it works out of the sound rules it keeps."""

    def __init__(
        self,
        book: RuleBook,
        seen: Iterable[Seen],
        properties: Sequence[Property],
        alone: Mapping[Layer, RuleBook],
        edges: Iterable[Edges] = (),
        concluded: Iterable[Concluded] = (),
    ) -> None:
        self.book, self.properties, self.alone = book, properties, alone
        self._edges: dict[str, tuple[Example, ...]] = {}
        for each in edges:
            self._edges[each.rule] = (*self._edges.get(each.rule, ()), *each.examples)
        self._concluded = {name: each.then.id for each in concluded for name in each.rules}
        self._seen = [(each, Stated(book, each.entries)) for each in seen]
        self._claims = [
            (each.id, claim) for each in properties for claim in about_one_patient(each.claim)
        ]

    def noticed(self, rule: Rule, mutations: Sequence[Mutation]) -> tuple[Noticed, ...]:
        """What notices each of some alterations of a rule: examples first, then cases, then proofs.

        They are put to the solver together, which is much faster than one by one.
        """
        examples = (
            (By.EXAMPLE, expected(self.book, rule, rule.examples)),
            (By.EDGE, expected(self.book, rule, self._edges.get(rule.id, ()))),
        )
        found = {each.id: self._stated(each, examples) for each in mutations}
        left = [each for each in mutations if found[each.id] is None]
        for each, effect in zip(left, effects(self.book, rule, left), strict=True):
            found[each.id] = self._proven(Alteration(self.book, each), effect)
        return tuple(each for each in found.values() if each is not None)

    def _stated(
        self, mutation: Mutation, examples: Iterable[tuple[By, Iterable[Expected]]]
    ) -> Noticed | None:
        """What notices it without a proof; None where nothing does."""
        alteration = Alteration(self.book, mutation)
        mutated = mutation.mutated
        if mutated and mutated.then.id != self._concluded.get(mutated.id, mutated.then.id):
            return Noticed(mutation, By.CONCLUSION)
        for by, patients in examples:
            if any(each.notices(alteration) for each in patients):
                return Noticed(mutation, by)
        try:
            for seen, stated in self._seen:
                if stated.notices(alteration, seen.layers):
                    return Noticed(mutation, By.CASE, seen.name)
        except RuleBookError:
            return Noticed(mutation, By.BUILDING)
        return None

    def _proven(self, alteration: Alteration, effect: Effect) -> Noticed:
        """Where no example and no case notices: what the solver says."""
        mutation = alteration.mutation
        if not effect.patients and effect.waits is None:
            return Noticed(mutation, By.EQUIVALENT)
        try:
            broken = alteration.broken
        except RuleBookError:
            return Noticed(mutation, By.BUILDING)
        if not effect.patients and waiting_alone(self.book, broken, alteration.rule):
            return Noticed(mutation, By.WAITING)
        what = self._seen_to_break(alteration, effect) or self._proven_to_break(broken)
        if what:
            return Noticed(mutation, By.PROPERTY, what)
        return Noticed(mutation, By.NOTHING, patient=plainest(self.book, mutation))

    def _seen_to_break(self, alteration: Alteration, effect: Effect) -> str:
        """A property that does not hold of a patient who is treated otherwise; "" without."""
        claims = self._claims
        broken = (Stated(self.book, each).breaks(alteration, claims) for each in effect.patients)
        return next(filter(None, broken), "")

    def _proven_to_break(self, broken: RuleBook) -> str:
        """A property that does not hold of somebody; "" without."""
        return next(
            (
                each.id
                for each in self.properties
                if prove(broken, each, self.alone).state is not State.PROVEN
            ),
            "",
        )
