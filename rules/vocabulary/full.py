"""Every finding of both layers; the document's own are part of it, unchanged."""

from engine.language import Finding, Section, Vocabulary
from rules.vocabulary import ENTAILMENTS, FINDINGS, SECTIONS
from rules.vocabulary.disease import diagnosis

FULL_SECTIONS: tuple[Section, ...] = SECTIONS
FULL_FINDINGS: tuple[Finding, ...] = FINDINGS

FULL_VOCABULARY = Vocabulary(
    sections=FULL_SECTIONS,
    findings=FULL_FINDINGS,
    diagnosis=diagnosis,
    entailments=ENTAILMENTS,
)
