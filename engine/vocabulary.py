"""The vocabulary: every finding a patient can have, declared once, and what follows from what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.conditions import Condition, Is
from engine.findings import Choice, Finding, Measurement, MultiChoice, Section, Table
from engine.formulas import Calculation


@dataclass(frozen=True, kw_only=True)
class Entailment:
    """When the first holds, so does the second; closed before either engine runs.

    ``when`` reads findings only. A patient who is said to be otherwise is refused.
    """

    when: Condition
    then: Is
    cites: tuple[str, ...]
    because: str


@dataclass(frozen=True, kw_only=True)
class Impossible:
    """What no patient can be; one who is said to be so is refused. ``when`` reads findings only."""

    when: Condition
    because: str


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """Two measurements in one unit, of which the first can never be larger than the second."""

    lesser: Measurement
    greater: Measurement
    because: str


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """All findings in the order in which they are asked.

    ``diagnosis`` is the finding that decides which others apply. ``derived`` are never asked, only
    calculated; ``calculations`` stand in the order in which they are made. ``given`` are findings
    that no treatment and no test changes: asked what would change a verdict, they stay as they are.
    """

    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    diagnosis: Choice[Any]
    entailments: tuple[Entailment, ...] = ()
    derived: tuple[Measurement, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    impossible: tuple[Impossible, ...] = ()
    ordered: tuple[Ordered, ...] = ()
    given: tuple[Finding, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Finding]:
        """Every finding that can be told, by its id."""
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def atoms(self) -> dict[str, Finding]:
        """The single-valued facts: every finding, a multi-valued one as its members."""
        return {atom.id: atom for finding in self._all for atom in atoms_of(finding)}

    @cached_property
    def owner(self) -> dict[str, Finding]:
        """The finding that each atom belongs to."""
        return {atom.id: finding for finding in self._all for atom in atoms_of(finding)}

    @cached_property
    def calculated(self) -> dict[str, Calculation]:
        """How each finding is calculated that can be, by its id."""
        return {calculation.then.id: calculation for calculation in self.calculations}

    @property
    def _all(self) -> tuple[Finding, ...]:
        return (*self.findings, *self.derived)

    def applies(self, finding: Finding, diagnosis: str | None) -> bool:
        """Whether the question makes sense; everything does while the diagnosis is unknown."""
        return diagnosis is None or not finding.applies_to or diagnosis in finding.applies_to

    def in_section(self, section: Section) -> Iterator[Finding]:
        """The findings of one section of the form, in order."""
        return (finding for finding in self.findings if finding.section == section.id)


def atoms_of(finding: Finding) -> tuple[Finding, ...]:
    """The single-valued facts that a finding stands for (itself, its members, or its cells)."""
    if isinstance(finding, Table):
        return finding.cells
    return finding.members() if isinstance(finding, MultiChoice) else (finding,)
