"""What a monitoring plan is made of: regimens with their days, and what is measured around them.

Beside it, which calculated doses are shown beside a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.conditions import Condition
from engine.evidence import Confidence, Threshold
from engine.option import Option


@dataclass(frozen=True, kw_only=True)
class Regimen:
    """On which days a drug is given, counted from the first dose (day 0). For planning only.

    ``daily`` is given every day from the first of ``doses`` to the last. ``total`` is the dose of
    the whole course as published, empty where none was read.
    """

    id: str
    label: str
    drug: Option
    doses: tuple[int, ...]
    cites: tuple[str, ...]
    confidence: Confidence
    daily: bool = False
    total: str = ""

    @property
    def days_text(self) -> str:
        """On which days a dose is given."""
        if self.daily:
            return f"A dose every day from day {self.doses[0]} to day {self.doses[-1]}."
        return f"Days of doses: {', '.join(str(day) for day in self.doses)}."

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
    dose, or with ``further`` each but the first; ``on_days`` are days of the course; ``after_last``
    are days after the last dose, with ``and_so_on`` where these are only the beginning. ``text``
    says it in words; without any day it holds at every contact.
    """

    text: str
    before: int | None = None
    around: tuple[int, ...] = ()
    further: bool = False
    on_days: tuple[int, ...] = ()
    after_last: tuple[int, ...] = ()
    and_so_on: bool = False


@dataclass(frozen=True, kw_only=True)
class Crossing:
    """When what is measured lies beyond a line, and what is done ``then``.

    ``when`` reads findings only; ``words`` say it where its numbers do not say it well. One that
    compares with no threshold is not listed, but said of a patient for whom it holds. Of several
    that read the same findings, the worst stands first.
    """

    when: Condition
    then: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanItem:
    """One line of a plan: what, why, when, what may be crossed, and what follows.

    ``findings`` are the facts that it measures; ``regimens`` limit it to some (empty: all of the
    drug's). ``action`` is what is done beside what the ``crossings`` say. ``settled`` is when
    nothing of it is left to measure before treatment; without it, when each of its findings is
    known.
    """

    id: str
    drug: Option
    what: str
    why: str
    when: When
    action: str
    findings: tuple[str, ...] = ()
    regimens: tuple[str, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    settled: Condition | None = None
    cites: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, kw_only=True)
class ShownDose:
    """A calculated fact that stands beside the verdicts, and for whom.

    ``limits`` are the thresholds it is read against.
    """

    finding: str
    when: Condition
    limits: tuple[Threshold, ...] = ()
