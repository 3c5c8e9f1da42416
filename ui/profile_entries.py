"""How each question stands for the patient: the entry, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Sequence

from engine.explain import fact_line
from engine.findings import Finding, Measurement, Section
from engine.rulebook import RuleBook
from engine.trace import Fact, Provenance
from engine.words import and_list
from ui import findings_shown, form, profile_calculated, state
from ui.consultation import Consultation


def entries(findings: Sequence[Finding], found: Consultation) -> dict[str, form.Entry]:
    """The entries of questions, by their ids."""
    book, patient = state.book(), state.patient()
    vocabulary = book.vocabulary
    diagnosis = patient.answers.get(vocabulary.diagnosis.id)
    units = state.setting("units", {})
    follows: dict[str, list[Fact]] = {}
    for fact in found.trace.facts if found.trace else ():
        if fact.provenance is not Provenance.ENTERED:
            follows.setdefault(vocabulary.owner[fact.finding].id, []).append(fact)
    problems = [
        (findings_shown.findings_named(vocabulary, [problem]), problem)
        for problem in found.problems
    ]
    return {
        finding.id: form.Entry(
            raw=patient.refused.get(finding.id, patient.answers.get(finding.id)),
            problems=tuple(problem for named, problem in problems if finding.id in named),
            warnings=tuple(p for p in found.warnings if p.field == finding.id),
            counts_as=and_list(_counts_as(book, finding, f) for f in follows.get(finding.id, ())),
            working=(
                profile_calculated.working(book, finding, found.trace)
                if isinstance(finding, Measurement)
                else ""
            ),
            unit=units.get(finding.id, ""),
            diagnosis=diagnosis,
            not_used=not vocabulary.applies(finding, diagnosis),
        )
        for finding in findings
    }


def calculated(section: Section, found: Consultation) -> str:
    """What is calculated and belongs to a section, as HTML; empty where there is nothing."""
    book = state.book()
    if not book.vocabulary.derived:
        return ""
    diagnosis = state.patient().answers.get(book.vocabulary.diagnosis.id)
    return profile_calculated.box(book, section, found.trace, diagnosis)


def _counts_as(book: RuleBook, finding: Finding, fact: Fact) -> str:
    """What a question is taken for; of several facts in one question, which of them."""
    line = fact_line(book, fact)
    what = "Counts" if fact.finding == finding.id else f"{line.subject} counts"
    return f"{what} as {line.seen}: {line.how}."
