"""Patients who show what a diagnostic says: asked of the solver, seen by the evaluator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from engine.conditions import Condition, Value
from engine.errors import DefectError
from engine.evaluate import Evaluation, evaluate
from engine.facts import establish
from engine.inquiry.encoding import Both, Encoding
from engine.inquiry.everyone import Everyone, everyone
from engine.narrow import narrowed
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Kind
from engine.truth import Truth

Entries = Mapping[str, Value]


@dataclass(frozen=True)
class Whole:
    """Everyone, as far as the whole rule book reads of them: one solver for all questions.

    ``rule`` has for every rule that it fires and that it is ruled out, ``disease`` that the
    diagnosis is told, by its value (one for all diseases that no condition tells apart), ``kinds``
    the kinds of verdict by layer and drug.
    """

    book: RuleBook
    encoding: Encoding
    patients: Everyone
    rule: Mapping[str, Both]
    disease: Mapping[str, int]
    kinds: Mapping[tuple[Layer, str], Mapping[Kind, int]]

    def can(self, *wanted: int) -> bool:
        """Whether there is a patient of whom all of this is so."""
        return self.patients.can(*wanted)

    def alike(self, disease: str) -> tuple[str, ...]:
        """A disease and all that no condition tells apart from it."""
        diagnosis = self.book.vocabulary.diagnosis.id
        for each in self.encoding.opens:
            if each.id == diagnosis:
                for way in each.ways:
                    if way.region is not None and disease in way.region.values:
                        return tuple(str(value) for value in way.region.values)
        return (disease,)


@contextmanager
def whole(book: RuleBook) -> Iterator[Whole]:
    """Put the whole rule book to the solver, once."""
    with everyone(book, book.rules) as (encoding, patients):
        told = encoding.known(book.vocabulary.diagnosis.id)
        yield Whole(
            book,
            encoding,
            patients,
            rule={rule.id: encoding.rule(rule) for rule in book.rules},
            disease={str(value): lit for value, lit in told.items()},
            kinds={
                (layer, drug.value): encoding.verdict(layer, drug.value)
                for layer in book.layers
                for drug in book.drugs
            },
        )


def patient_for(
    book: RuleBook,
    rules: Iterable[Rule],
    wanted: Callable[[Encoding], Sequence[int]],
    conditions: Iterable[Condition] = (),
) -> dict[str, Value]:
    """A patient, told by as few facts as possible, of whom something is so that can be.

    Only what these rules and conditions depend on is looked at. Raises DefectError where there is
    no such patient: whoever asks knows that there is one.
    """
    with everyone(book, rules, conditions) as (encoding, patients):
        lits = list(wanted(encoding))
        found = patients.one(*lits)
    if found is None:
        raise DefectError("The solver no longer finds a patient whom it has found.")
    return found


def seen(book: RuleBook, entries: Entries) -> Evaluation:
    """What the reference evaluator sees of a patient."""
    return evaluate(book, establish(book.vocabulary, entries).values)


def truth_for(book: RuleBook, rule: Rule, entries: Entries) -> Truth:
    """What the reference evaluator sees of one rule; rules of other diseases are not run."""
    known = establish(book.vocabulary, entries).values
    diagnosis = known.get(book.vocabulary.diagnosis.id)
    part = narrowed(book, None if diagnosis is None else str(diagnosis))
    if rule.id in part.ruled_out:
        return Truth.NO
    return evaluate(part.book, known).proofs[rule.id].truth


def must(
    book: RuleBook,
    entries: Entries,
    *,
    fire: Iterable[Rule] = (),
    not_fire: Iterable[Rule] = (),
) -> None:
    """Raise DefectError where the evaluator does not see what the solver has found."""
    proofs = seen(book, entries).proofs
    wrong = [rule.id for rule in fire if proofs[rule.id].truth is not Truth.YES]
    wrong += [rule.id for rule in not_fire if proofs[rule.id].truth is Truth.YES]
    if wrong:
        raise DefectError(
            f"The solver and the evaluator disagree on {', '.join(wrong)} for {dict(entries)}."
        )
