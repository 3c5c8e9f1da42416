"""What a monitoring plan is made of: regimens with their days, and what is measured around them."""

from __future__ import annotations

from dataclasses import dataclass

from engine.conditions import Condition
from engine.evidence import Confidence, Threshold
from engine.option import Option


@dataclass(frozen=True, kw_only=True)
class Regimen:
    """On which days a drug is given, counted from the first dose (day 0). For planning only.

    ``total`` is the dose of the whole course as published, empty where none was read.
    """

    id: str
    label: str
    drug: Option
    doses: tuple[int, ...]
    cites: tuple[str, ...]
    confidence: Confidence
    total: str = ""

    @property
    def total_text(self) -> str:
        """The dose of the whole course with its source; empty where none was read."""
        if not self.total:
            return ""
        source = f"{', '.join(self.cites)}, {self.confidence.label}"
        return f"Dose of the whole course: {self.total} ({source})."


@dataclass(frozen=True, kw_only=True)
class When:
    """When something is done.

    ``before`` is days before the first dose; ``around`` are days before (negative) or after each
    dose; ``on_days`` are days of the course; ``after_last`` are days after the last dose. ``text``
    says it in words; without any day it holds at every contact.
    """

    text: str
    before: int | None = None
    around: tuple[int, ...] = ()
    on_days: tuple[int, ...] = ()
    after_last: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanItem:
    """One line of a plan: what, why, when, the threshold, and what follows from it.

    ``findings`` are the facts that it measures; ``regimens`` limit it to some (empty: all of the
    drug's). ``marks`` are its thresholds, ``action`` what is done when one is crossed. ``settled``
    is when nothing of it is left to measure before treatment; without it, when each of its findings
    is known.
    """

    id: str
    drug: Option
    what: str
    why: str
    when: When
    action: str
    findings: tuple[str, ...] = ()
    regimens: tuple[str, ...] = ()
    marks: tuple[Threshold, ...] = ()
    settled: Condition | None = None
    cites: tuple[str, ...]
    confidence: Confidence
