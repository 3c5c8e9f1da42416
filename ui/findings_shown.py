"""Which questions to show: those that apply to the diagnosis, by section, by search, by answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from engine.errors import Problem
from engine.findings import Choice, Finding, MultiChoice, Section, Table
from engine.option import Option
from engine.trace import Provenance
from engine.vocabulary import Vocabulary
from engine.words import folded
from ui.consultation import Consultation


class Show(Option):
    """Which questions are listed."""

    ALL = "all", "All"
    UNKNOWN = "unknown", "Unknown"
    KNOWN = "known", "Known"


@dataclass(frozen=True, slots=True)
class Overview:
    """The questions for one patient, and how far they are answered.

    ``findings`` apply to the diagnosis, or hold an entry that has to be mended. ``known`` are told
    or implied. ``unused`` are answered, but do not apply.
    """

    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    known: frozenset[str]
    unused: tuple[Finding, ...]

    def within(self, section: Section) -> tuple[Finding, ...]:
        """The questions of one section."""
        return tuple(f for f in self.findings if f.section == section.id)

    def answered(self, findings: Iterable[Finding]) -> int:
        """How many of these are known."""
        return sum(finding.id in self.known for finding in findings)


def overview(
    vocabulary: Vocabulary,
    answers: Collection[str],
    refused: Collection[str],
    diagnosis: str | None,
    found: Consultation,
) -> Overview:
    """The questions for a patient of whom these findings were told."""
    applying = [f for f in vocabulary.findings if vocabulary.applies(f, diagnosis)]
    implied = {
        vocabulary.owner[fact.finding].id
        for fact in (found.trace.facts if found.trace else ())
        if fact.provenance is not Provenance.ENTERED
    }
    findings = tuple(f for f in vocabulary.findings if f in applying or f.id in refused)
    return Overview(
        sections=tuple(
            section
            for section in vocabulary.sections
            if any(finding.section == section.id for finding in findings)
        ),
        findings=findings,
        known=frozenset(f.id for f in applying if f.id in answers or f.id in implied),
        unused=tuple(f for f in vocabulary.findings if f not in applying and f.id in answers),
    )


def findings_named(vocabulary: Vocabulary, problems: Iterable[Problem]) -> list[str]:
    """The findings that problems name, each once; what is none of ours stays as it is."""
    names = [name for problem in problems for name in problem.field.split(", ") if name]
    owner = vocabulary.owner
    return list(dict.fromkeys(owner[name].id if name in owner else name for name in names))


def matching(findings: Iterable[Finding], query: str) -> tuple[Finding, ...]:
    """The findings in which every word of the query occurs; accents and capitals do not count."""
    words = folded(query).split()
    return tuple(f for f in findings if all(word in _searchable(f) for word in words))


def listed(seen: Overview, show: Show) -> tuple[Finding, ...]:
    """The questions that a filter lets through."""
    return tuple(
        finding
        for finding in seen.findings
        if show is Show.ALL or (finding.id in seen.known) is (show is Show.KNOWN)
    )


def _searchable(finding: Finding) -> str:
    parts = [finding.label, finding.question, finding.help, *finding.synonyms]
    if isinstance(finding, Choice | MultiChoice):
        parts += [f"{option.label} {option.help}" for option in finding.options]
    if isinstance(finding, Table):
        parts += [f"{row.label} {row.help}" for row in finding.rows]
        parts += [_searchable(column) for column in finding.columns]
    return folded(" ".join(parts))
