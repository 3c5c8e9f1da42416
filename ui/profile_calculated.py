"""Facts that are calculated: what they come to, how, from what and by which source."""

from __future__ import annotations

from engine import doses
from engine.findings import Measurement, Section
from engine.formulas import Calculation
from engine.grammar import value_text
from engine.rulebook import RuleBook
from engine.trace import Fact, Provenance, Trace
from engine.words import and_list, inside, sentence
from ui import markup


def box(book: RuleBook, section: Section, trace: Trace | None, diagnosis: str | None) -> str:
    """The facts of a section that are never asked, only calculated, as HTML; empty without any."""
    shown = [
        finding
        for finding in book.vocabulary.derived
        if finding.section == section.id and book.vocabulary.applies(finding, diagnosis)
    ]
    if trace is None or not shown:
        return ""
    facts = {fact.finding: fact for fact in trace.facts}
    parts = [_derived(book, finding, facts) for finding in shown]
    return f'<div class="cds-block">{markup.small_heading("Calculated")}{"".join(parts)}</div>'


def working(book: RuleBook, finding: Measurement, trace: Trace | None) -> str:
    """How a question that may be left empty is calculated, as HTML; empty where it is not."""
    calculation = book.vocabulary.calculated.get(finding.id)
    if calculation is None or trace is None:
        return ""
    facts = {fact.finding: fact for fact in trace.facts}
    fact = facts.get(finding.id)
    if fact is None:
        return markup.paragraph(
            f"Left unknown, it is calculated from {_names(calculation)}. "
            f"{_not_yet(calculation, facts)}",
            "cds-hint cds-muted cds-small",
        )
    return _how(book, calculation, facts) if fact.provenance is Provenance.CALCULATED else ""


def _derived(book: RuleBook, finding: Measurement, facts: dict[str, Fact]) -> str:
    calculation = book.vocabulary.calculated[finding.id]
    fact = facts.get(finding.id)
    if fact is None:
        seen, after = "unknown", _not_yet(calculation, facts)
    else:
        seen, after = value_text(finding, fact.value), f"Calculated from {_names(calculation)}."
    return (
        f'<p class="cds-text">{markup.text(finding.label)}: <strong>{markup.text(seen)}</strong> '
        f'<span class="cds-muted cds-small">{markup.text(after)}</span></p>'
        f"{_how(book, calculation, facts)}"
    )


def _names(calculation: Calculation) -> str:
    return and_list(inside(finding.label) for finding in calculation.by.inputs)


def _not_yet(calculation: Calculation, facts: dict[str, Fact]) -> str:
    """Why there is no result: what is missing, or that the formula does not reach."""
    missing = [f.label for f in calculation.by.inputs if f.id not in facts]
    if not missing:
        return f"{sentence(doses.NOT_COVERED)}."
    return f"Still unknown: {and_list(inside(label) for label in missing)}."


def _how(book: RuleBook, calculation: Calculation, facts: dict[str, Fact]) -> str:
    """Formula, the values it was given, and source, behind a heading that opens them."""
    lines = doses.working(book, calculation, facts)
    inner = "".join(markup.labelled(label, words) for label, words in lines)
    return f'<div class="cds-small">{markup.folded("How it is calculated", inner)}</div>'
