"""A patient of whom something is expected, and whether an altered rule is noticed by it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from engine.deciding import decided, drug_named
from engine.errors import GapError
from engine.evaluate import Evaluation, Prover, evaluate, prover
from engine.facts import establish
from engine.inquiry.slice import rules_behind, with_these_alone
from engine.mutant import Mutation
from engine.property import Claim, Exactly, Fact, Never, Whenever
from engine.rule import Example, Layer, Rule
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.verify.altered import altered_book
from engine.verify.facts import seen_to_be_so
from engine.verify.outcome import Entries


@dataclass(frozen=True, slots=True)
class Seen:
    """A patient whose answers are checked in some case, for these layers."""

    name: str
    entries: Entries
    layers: tuple[Layer, ...]


class Alteration:
    """An altered rule of a sound book, as it is tried on patients."""

    def __init__(self, book: RuleBook, mutation: Mutation) -> None:
        self.book, self.mutation = book, mutation
        self.rule = book.rule[mutation.rule]

    @cached_property
    def proves(self) -> Prover | None:
        """What proves the altered condition; None where the conclusion is altered, or all gone."""
        mutated = self.mutation.mutated
        if mutated is None or mutated.then is not self.rule.then:
            return None
        return prover(mutated.when, self.book.vocabulary)

    @cached_property
    def broken(self) -> RuleBook:
        """The altered book. Raises RuleBookError where no rule book can hold the alteration."""
        return altered_book(self.book, self.mutation)

    @cached_property
    def _names_the_same(self) -> bool:
        """Whether each drug is named for the same diagnoses: it is read off what these rule out."""
        return all(
            each.truth(self) is each.found.proofs[self.rule.id].truth for each in _named(self.book)
        )

    def found(self, stated: Stated) -> tuple[RuleBook, Evaluation]:
        """What the altered rules say of a patient, and a book that decides as they do.

        Raises RuleBookError where it takes the altered book, and no rule book can hold it.
        """
        if self.proves is not None and self._names_the_same:
            return self.book, evaluate(self.book, stated.known, {self.rule.id: self.proves})
        return self.broken, evaluate(self.broken, stated.known)


class Stated:
    """A patient, and what the sound rules say."""

    def __init__(self, book: RuleBook, entries: Entries) -> None:
        self.book = book
        self.known = establish(book.vocabulary, entries).values
        self.found = evaluate(book, self.known)

    def truth(self, alteration: Alteration) -> Truth:
        """What the altered rule comes to, where all other rules are as they are."""
        if alteration.proves is None:
            gone = alteration.mutation.mutated is None
            return Truth.NO if gone else self.found.proofs[alteration.rule.id].truth
        return alteration.proves(self.known, self.found.concepts).truth

    def notices(self, alteration: Alteration, layers: Iterable[Layer]) -> bool:
        """Whether another verdict is given, or other rules of one of these layers fire."""
        rule = alteration.rule
        before = self.found.proofs[rule.id].truth
        if alteration.proves is not None:
            after = self.truth(alteration)
            if after is before:
                return False
            if rule.layer in layers and Truth.YES in {before, after}:
                return True
        elif before is Truth.NO:
            return False
        book, found = alteration.found(self)
        return any(
            self._outcome(book, layer, found) != self._outcome(self.book, layer, self.found)
            for layer in layers
        )

    def breaks(self, alteration: Alteration, claims: Iterable[tuple[str, Whenever | Never]]) -> str:
        """The first of the claims about one patient that does not hold of this one; "" without."""
        book, found = alteration.found(self)

        def all_so(facts: Iterable[Fact]) -> bool:
            return all(seen_to_be_so(book, self.known, found, fact) for fact in facts)

        for name, claim in claims:
            match claim:
                case Whenever(given, then) if all_so(given) and not all_so(then):
                    return name
                case Never(given, also) if all_so((*given, *also)):
                    return name
        return ""

    def _outcome(self, book: RuleBook, layer: Layer, found: Evaluation) -> object:
        fired = {
            (rule.id, rule.then.id)
            for rule in book.rules
            if rule.layer is layer and found.proofs[rule.id].truth is Truth.YES
        }
        diagnosis = self.known.get(book.vocabulary.diagnosis.id)
        drug = None if diagnosis is None else drug_named(book, layer, diagnosis)
        if drug is None:
            return fired, None, None
        try:
            return fired, drug, decided(book, layer, drug, self.known, found.proofs).kind
        except GapError:
            return fired, drug, None


@lru_cache(maxsize=16)
def _named(book: RuleBook) -> tuple[Stated, ...]:
    """A patient of each diagnosis, of whom nothing else is known."""
    diagnosis = book.vocabulary.diagnosis
    return tuple(Stated(book, {diagnosis.id: option.value}) for option in diagnosis.options)


SEVERAL = 5
"""From more patients on it pays to look at the rules alone that one rests on."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The patient of an example, and what the rule should do."""

    patient: Stated
    example: Example

    def notices(self, alteration: Alteration) -> bool:
        """Whether the altered rule does something else than it should."""
        return not self.example.agrees(self.patient.truth(alteration))


def about_one_patient(claim: Claim) -> tuple[Whenever | Never, ...]:
    """A claim as one or two that a patient can be seen to break; none where it is about more."""
    match claim:
        case Whenever() | Never():
            return (claim,)
        case Exactly():
            return claim.ways
        case _:
            return ()


def expected(book: RuleBook, rule: Rule, examples: Sequence[Example]) -> tuple[Expected, ...]:
    """The patients of examples of a rule, looked at by the sound rules that it rests on."""
    few = with_these_alone(book, rules_behind(book, [rule])) if len(examples) > SEVERAL else book
    return tuple(
        Expected(Stated(few, {fact.finding: fact.value for fact in each.facts}), each)
        for each in examples
    )
