"""Where the document and published criteria come to different answers about the same patient."""

from __future__ import annotations

from dataclasses import dataclass

from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict

NEITHER = (
    "Neither overrules the other: the first is what the document says, the second what published "
    "criteria add."
)

STAYS = "The document's verdict stays as it is, whatever published criteria add here."
"""Said once where flags of published criteria are listed."""


@dataclass(frozen=True, slots=True)
class LayerDifference:
    """The verdicts of both layers, whether they differ, and that in words."""

    document: Verdict
    reference: Verdict
    differs: bool
    text: str


def layer_difference(book: RuleBook, trace: Trace) -> LayerDifference | None:
    """The two verdicts beside each other; None while published criteria are not in force."""
    reference = trace.overall_reference
    if reference is None:
        return None
    document = trace.overall
    differs = document.kind is not reference.kind
    if not differs:
        text = _SAME.get(document.kind, f"Both come to the same: {_said(book, reference)}.")
    else:
        text = (
            f"By the document: {_said(book, document)}. By published criteria: "
            f"{_said(book, reference)}. {NEITHER}"
        )
    return LayerDifference(document, reference, differs, text)


_SAME = {
    Kind.NOT_ENOUGH_DATA: "Neither the document nor published criteria can tell yet.",
    Kind.OUTSIDE_DOCUMENT: "Neither the document nor published criteria speak of it here.",
    Kind.DOCUMENT_AMBIGUOUS: "Neither settles it: the document is ambiguous, and published sources "
    "leave it to the team.",
}
_BY_CRITERIA = {
    Kind.OUTSIDE_DOCUMENT: "no criterion here",
    Kind.DOCUMENT_AMBIGUOUS: "left to the team",
}


def _said(book: RuleBook, verdict: Verdict) -> str:
    """A verdict after the words that say whose it is."""
    words = kind_text(verdict)
    return f"{book.drugs.of(verdict.drug).label} – {words}" if verdict.drug else words


def kind_text(verdict: Verdict) -> str:
    """The kind of a verdict as it reads where it is said whose it is: "not indicated"."""
    if verdict.kind is Kind.NOT_INDICATED:
        return "not indicated"
    label = verdict.kind.label
    if verdict.layer == Layer.REFERENCE:
        label = _BY_CRITERIA.get(verdict.kind, label)
    return f"{label[:1].lower()}{label[1:]}"
