"""How many small faults would be noticed: by a rule's examples, by a case, or by a property.

Every rule is altered in every small way (``engine.mutation``). What nothing notices is shown with a
patient who would, or with the proof that the alteration changes nothing for anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.conditions import Value
from engine.deciding import decided, drug_named
from engine.errors import GapError
from engine.evaluate import evaluate, prove
from engine.facts import establish
from engine.inquiry.propositions import Propositions
from engine.mutant import Mutation
from engine.option import Option
from engine.property import Property
from engine.reasons import Proofs
from engine.rule import Example, Layer, Rule
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.verify.altered import altered
from engine.verify.everyone import everyone
from engine.verify.outcome import Entries
from engine.verify.pairs import as_it_is, pairs
from engine.verify.proof import State
from engine.verify.proof import prove as prove_property


class By(Option):
    """What notices an alteration."""

    BUILDING = "building", "no rule book can hold it"
    EXAMPLE = "example", "an example of the rule"
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


@dataclass(frozen=True, slots=True)
class Seen:
    """A patient whose answers are checked in some case, for these layers."""

    name: str
    entries: Entries
    layers: tuple[Layer, ...]


NOBODY = Seen("", {}, ())


class Examiner:
    """Asks about alterations of one book; what it works out of the sound rules it keeps."""

    def __init__(
        self,
        book: RuleBook,
        seen: Iterable[Seen],
        properties: Sequence[Property],
        alone: Mapping[Layer, RuleBook],
    ) -> None:
        self.book, self.properties, self.alone = book, properties, alone
        self._seen = [_Stated(book, each.entries, each) for each in seen]
        self._examples: dict[str, tuple[tuple[Example, _Stated], ...]] = {}

    def noticed(self, mutation: Mutation) -> Noticed:
        """What notices an alteration, asked in the order examples, cases, properties."""
        rule, mutated = self.book.rule[mutation.rule], mutation.mutated
        if self._example(rule, mutated):
            return Noticed(mutation, By.EXAMPLE)
        broken = altered(self.book, mutation)
        if broken is None:
            return Noticed(mutation, By.BUILDING)
        for stated in self._seen:
            if stated.notices(broken, rule, mutated):
                return Noticed(mutation, By.CASE, stated.seen.name)
        return self._proven(mutation, broken)

    def _proven(self, mutation: Mutation, broken: RuleBook) -> Noticed:
        """Where no example and no case notices: what the solver says."""
        rule = self.book.rule[mutation.rule]
        somebody = _somebody(self.book, rule, mutation.mutated)
        if somebody is None:
            return Noticed(mutation, By.EQUIVALENT)
        if not _fires_otherwise(self.book, broken, rule):
            return Noticed(mutation, By.WAITING)
        for each in self.properties:
            if prove_property(broken, each, self.alone).state is not State.PROVEN:
                return Noticed(mutation, By.PROPERTY, each.id)
        return Noticed(mutation, By.NOTHING, patient=somebody)

    def _example(self, rule: Rule, mutated: Rule | None) -> bool:
        """Whether an example says something else of the altered rule than it should."""
        if mutated is None:
            return any(example.fires for example in rule.examples)
        if rule.id not in self._examples:
            self._examples[rule.id] = tuple(
                (each, _Stated(self.book, {fact.finding: fact.value for fact in each.facts}))
                for each in rule.examples
            )
        return any(
            (stated.truth(mutated) is Truth.YES) is not example.fires
            for example, stated in self._examples[rule.id]
        )


class _Stated:
    """A patient, and what the sound rules say."""

    def __init__(self, book: RuleBook, entries: Entries, seen: Seen = NOBODY) -> None:
        self.seen = seen
        self._book = book
        self._known = establish(book.vocabulary, entries).values
        self._found = evaluate(book, self._known)

    def truth(self, rule: Rule) -> Truth:
        """What another condition of a rule comes to, where all other rules are as they are."""
        concepts = self._found.concepts
        return prove(rule.when, self._book.vocabulary, self._known, concepts).truth

    def notices(self, broken: RuleBook, rule: Rule, mutated: Rule | None) -> bool:
        """Whether another verdict is given, or other rules of a layer that is asked fire."""
        before = self._found.proofs[rule.id].truth
        if mutated is not None and mutated.then is rule.then:
            after = self.truth(mutated)
            if after is before:
                return False
            if rule.layer in self.seen.layers and Truth.YES in {before, after}:
                return True
        return any(
            self._outcome(broken, layer, evaluate(broken, self._known).proofs)
            != self._outcome(self._book, layer, self._found.proofs)
            for layer in self.seen.layers
        )

    def _outcome(self, book: RuleBook, layer: Layer, proofs: Proofs) -> object:
        fired = {
            rule.id
            for rule in book.rules
            if rule.layer is layer and proofs[rule.id].truth is Truth.YES
        }
        diagnosis = self._known.get(book.vocabulary.diagnosis.id)
        drug = None if diagnosis is None else drug_named(book, layer, diagnosis)
        if drug is None:
            return fired, None, None
        try:
            return fired, drug, decided(book, layer, drug, self._known, proofs).kind
        except GapError:
            return fired, drug, None


def _fires_otherwise(book: RuleBook, broken: RuleBook, rule: Rule) -> bool:
    """Whether there is a patient for whom another rule fires, or another verdict is given.

    Otherwise the alteration shows only in which rules wait and which are ruled out.
    """
    others = [each for each in book.rules if each.id in broken.rule]
    with pairs(book, book.rules, {"broken": as_it_is}, then=broken) as two:
        props = two.before.props
        lits = [
            _apart(props, two.before.rule(r)[0], two.after.rule(broken.rule[r.id])[0])
            for r in others
        ]
        for drug in book.drugs:
            for layer in book.layers:
                before = two.before.verdict(layer, drug.value)
                after = two.after.verdict(layer, drug.value)
                lits += [_apart(props, before[kind], after[kind]) for kind in before]
        return rule.id not in broken.rule or two.can(two.way["broken"], props.any_of(lits))


def _apart(props: Propositions, one: int, other: int) -> int:
    return props.any_of((props.all_of((one, -other)), props.all_of((-one, other))))


def _somebody(book: RuleBook, rule: Rule, mutated: Rule | None) -> dict[str, Value] | None:
    """A patient for whom the altered rule does something else; None where there is none."""
    conditions = [] if mutated is None else [mutated.when]
    with everyone(book, [rule], conditions) as (encoding, patients):
        yes, no = encoding.rule(rule)
        props = encoding.props
        if mutated is None or mutated.then is not rule.then:
            return patients.one(yes)
        new_yes, new_no = encoding.truth(mutated.when)
        apart = [
            props.all_of((one, -other))
            for one, other in ((yes, new_yes), (new_yes, yes), (no, new_no), (new_no, no))
        ]
        return patients.one(props.any_of(apart))
