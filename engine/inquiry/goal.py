"""What a question is about: a verdict of a kind, or a concept that holds or does not."""

from __future__ import annotations

from dataclasses import dataclass

from engine.inquiry.encoding import Encoding
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from engine.truth import Truth
from engine.verdict import advice_rules


@dataclass(frozen=True, slots=True)
class VerdictIs:
    """The verdict of a layer for a drug is of one of these kinds."""

    layer: Layer
    drug: str
    kinds: frozenset[Kind]

    def rules(self, book: RuleBook) -> tuple[Rule, ...]:
        """The rules that it is decided by."""
        return advice_rules(book, self.layer, book.drugs.of(self.drug))

    def holds_in(self, encoding: Encoding) -> int:
        """That it holds, as a proposition."""
        kinds = encoding.verdict(self.layer, self.drug)
        return encoding.props.any_of(kinds[kind] for kind in sorted(self.kinds))

    def holds_for(self, trace: Trace) -> bool:
        """Whether it holds in a consultation."""
        return self.verdict(trace).kind in self.kinds

    def verdict(self, trace: Trace) -> Verdict:
        """The verdict that it is about. Raises LookupError when the layer is not in force."""
        for verdict in trace.verdicts:
            if verdict.layer == self.layer and verdict.drug == self.drug:
                return verdict
        raise LookupError(f"no verdict on {self.drug} by {self.layer.label}")


@dataclass(frozen=True, slots=True)
class ConceptIs:
    """A concept is known to be yes, or no."""

    concept: str
    yes: bool = True

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
