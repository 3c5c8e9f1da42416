"""Where the document and published criteria come to different answers about the same patient."""

from __future__ import annotations

from dataclasses import dataclass

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
    if not differs and document.kind is Kind.NOT_ENOUGH_DATA:
        text = "Neither the document nor published criteria can tell yet."
    elif not differs:
        text = f"Both come to the same: {_said(book, reference)}."
    else:
        text = (
            f"By the document: {_said(book, document)}. By published criteria: "
            f"{_said(book, reference)}. {NEITHER}"
        )
    return LayerDifference(document, reference, differs, text)


def _said(book: RuleBook, verdict: Verdict) -> str:
    label = f"{verdict.label[:1].lower()}{verdict.label[1:]}"
    return f"{book.drugs.of(verdict.drug).label} – {label}" if verdict.drug else label
