"""What a property says of a patient: as a proposition, and by the reference evaluator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from engine.conditions import Condition, Value
from engine.deciding import advice_rules, decided
from engine.errors import DefectError, GapError
from engine.evaluate import Evaluation, evaluate, prove
from engine.facts import establish
from engine.inquiry.encoding import Encoding
from engine.property import Fact, Known, NotShown, VerdictIs
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.truth import Truth
from engine.verify.outcome import Entries


def rules_read(book: RuleBook, facts: Iterable[Fact]) -> Iterator[Rule]:
    """The rules that verdicts among the facts are decided by."""
    for fact in facts:
        if isinstance(fact, VerdictIs):
            yield from advice_rules(book, fact.layer, book.drugs.of(fact.drug.value))


def conditions_read(facts: Iterable[Fact]) -> Iterator[Condition]:
    """The conditions among the facts."""
    for fact in facts:
        if not isinstance(fact, VerdictIs):
            yield fact.condition


def proposition(encoding: Encoding, fact: Fact) -> int:
    """That a fact is so of the patients of an encoding."""
    match fact:
        case Known(condition, yes):
            return encoding.truth(condition)[0 if yes else 1]
        case NotShown(condition):
            return -encoding.truth(condition)[0]
        case VerdictIs(layer, drug, kinds):
            found = encoding.verdict(layer, drug.value)
            return encoding.props.any_of(found[kind] for kind in kinds)


def is_so(book: RuleBook, entries: Entries, fact: Fact) -> bool:
    """Whether a fact is so of a patient, by the reference evaluator."""
    known = establish(book.vocabulary, entries).values
    return seen_to_be_so(book, known, evaluate(book, known), fact)


def seen_to_be_so(
    book: RuleBook, known: Mapping[str, Value], found: Evaluation, fact: Fact
) -> bool:
    """Whether a fact is so, by what the reference evaluator found of a patient."""
    match fact:
        case Known(condition, yes):
            truth = prove(condition, book.vocabulary, known, found.concepts).truth
            return truth is (Truth.YES if yes else Truth.NO)
        case NotShown(condition):
            return prove(condition, book.vocabulary, known, found.concepts).truth is not Truth.YES
        case VerdictIs(layer, drug, kinds):
            try:
                option = book.drugs.of(drug.value)
                return decided(book, layer, option, known, found.proofs).kind in kinds
            except GapError:
                return False


def must_be_so(book: RuleBook, entries: Entries, facts: Iterable[Fact], *, so: bool = True) -> None:
    """Raise DefectError when the evaluator does not see of a patient what the solver has found."""
    for fact in facts:
        if is_so(book, entries, fact) is not so:
            raise DefectError(
                f"The solver and the evaluator disagree on {fact} for {dict(entries)}."
            )
