"""What a question is about: a verdict of a kind, or a concept that holds or does not."""

from __future__ import annotations

from dataclasses import dataclass

from engine.deciding import advice_rules
from engine.inquiry.encoding import Encoding
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from engine.truth import Truth


@dataclass(frozen=True, slots=True)
class VerdictIs:
    """The verdict of a layer for a drug is of one of these kinds, and so it is for ``also``."""

    layer: Layer
    drug: str
    kinds: frozenset[Kind]
    also: tuple[str, ...] = ()

    @property
    def needs_diagnosis(self) -> bool:
        """Whether it cannot hold while the diagnosis is unknown."""
        return Kind.NOT_ENOUGH_DATA not in self.kinds

    def rules(self, book: RuleBook) -> tuple[Rule, ...]:
        """The rules that it is decided by."""
        return tuple(
            rule
            for drug in (self.drug, *self.also)
            for rule in advice_rules(book, self.layer, book.drugs.of(drug))
        )

    def holds_in(self, encoding: Encoding) -> int:
        """That it holds, as a proposition."""
        verdicts = [encoding.verdict(self.layer, drug) for drug in (self.drug, *self.also)]
        return encoding.props.all_of(
            encoding.props.any_of(kinds[kind] for kind in sorted(self.kinds)) for kinds in verdicts
        )

    def holds_for(self, trace: Trace) -> bool:
        """Whether it holds in a consultation."""
        return all(
            self._verdict(trace, drug).kind in self.kinds for drug in (self.drug, *self.also)
        )

    def verdict(self, trace: Trace) -> Verdict:
        """The verdict that it is about. Raises LookupError when the layer is not in force."""
        return self._verdict(trace, self.drug)

    def _verdict(self, trace: Trace, drug: str) -> Verdict:
        for verdict in trace.verdicts:
            if verdict.layer == self.layer and verdict.drug == drug:
                return verdict
        raise LookupError(f"no verdict on {drug} by {self.layer.label}")


@dataclass(frozen=True, slots=True)
class ConceptIs:
    """A concept is known to be yes, or no."""

    concept: str
    yes: bool = True

    @property
    def needs_diagnosis(self) -> bool:
        """Whether it cannot hold while the diagnosis is unknown: rules may ask for other facts."""
        return False

    def rules(self, book: RuleBook) -> tuple[Rule, ...]:
        """The rules that conclude it."""
        return book.rules_for[self.concept]

    def holds_in(self, encoding: Encoding) -> int:
        """That it holds, as a proposition."""
        yes, no = encoding.concept(self.concept)
        return yes if self.yes else no

    def holds_for(self, trace: Trace) -> bool:
        """Whether it holds in a consultation."""
        return trace.concepts[self.concept] is (Truth.YES if self.yes else Truth.NO)


Goal = VerdictIs | ConceptIs


def reached(verdict: Verdict) -> VerdictIs:
    """That a verdict is what it is. Raises ValueError for one that is about no drug."""
    return _about(verdict, frozenset({verdict.kind}))


def undone(verdict: Verdict) -> VerdictIs:
    """That a verdict is anything but what it is."""
    return _about(verdict, frozenset(Kind) - {verdict.kind})


def other(verdict: Verdict, kind: Kind) -> VerdictIs:
    """That a verdict is of another kind."""
    return _about(verdict, frozenset({kind}))


def _about(verdict: Verdict, kinds: frozenset[Kind]) -> VerdictIs:
    if verdict.drug is None:
        raise ValueError("a verdict about no drug cannot be asked for")
    return VerdictIs(Layer.of(verdict.layer), verdict.drug, kinds)
