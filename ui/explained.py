"""What the explanation is about: a consultation, one of its verdicts, and whether it may change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import Problem
from engine.inquiry.goal import VerdictIs, reached
from engine.opinion import Opinion
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict
from ui.inquiries import About, about


@dataclass(frozen=True, slots=True)
class Explained:
    """A consultation as the explanation shows it, and the verdict that was chosen.

    ``read_only`` where it belongs to a copy that somebody else has shared.
    """

    book: RuleBook
    trace: Trace
    verdict: Verdict
    warnings: Sequence[Problem] = ()
    opinions: tuple[Opinion, ...] = ()
    read_only: bool = False

    @property
    def key(self) -> About:
        """The consultation as a key for what is remembered."""
        return about(self.trace)

    @property
    def goal(self) -> VerdictIs | None:
        """That the verdict is what it is; None for one that is about no drug."""
        return None if self.verdict.drug is None else reached(self.verdict)

    @property
    def other_kinds(self) -> tuple[Kind, ...]:
        """The kinds that the verdict is not and could be asked about."""
        paused = self.verdict.layer != Layer.DOCUMENT
        return tuple(
            kind
            for kind in (
                Kind.MAY_BE_CONSIDERED,
                Kind.NOT_INDICATED,
                Kind.EXCLUDED_OR_PAUSED,
                Kind.DOCUMENT_AMBIGUOUS,
            )
            if kind is not self.verdict.kind and (paused or kind is not Kind.EXCLUDED_OR_PAUSED)
        )
