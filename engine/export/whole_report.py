"""The whole report on a patient: the consultation, and the answers to every question about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.errors import Problem
from engine.export.consultation import consultation_report
from engine.export.inquiry import ask_part, robust_part, what_if_part, why_not_part, why_part
from engine.export.report import Part, Report, items_of
from engine.inquiry.asknext import ask_next
from engine.inquiry.goal import other, reached
from engine.inquiry.robust import robustness
from engine.inquiry.whatif import what_if
from engine.inquiry.why import why
from engine.inquiry.whynot import why_not
from engine.opinion import Opinion, opinion_text
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace, Verdict

MOST_SHOWN = 3
"""The most sets of changes, routes or questions of each kind that a report shows."""


def whole_report(
    book: RuleBook,
    trace: Trace,
    warnings: Sequence[Problem] = (),
    opinions: Sequence[Opinion] = (),
    *,
    full: bool = False,
) -> Report:
    """The consultation, then for each verdict why, why not, what would change it, what to ask."""
    report = consultation_report(book, trace, warnings, full=full)
    thought = Part("What was thought of it", items_of(opinion_text(book, o) for o in opinions))
    parts = [part for verdict in _asked_about(trace) for part in _inquiries(book, trace, verdict)]
    return replace(report, parts=(*report.parts, *parts, thought))


def _asked_about(trace: Trace) -> Iterator[Verdict]:
    for verdict in (trace.overall, trace.overall_reference):
        if verdict is not None and verdict.drug is not None:
            yield verdict


def _inquiries(book: RuleBook, trace: Trace, verdict: Verdict) -> Iterator[Part]:
    by = "" if verdict.layer == Layer.DOCUMENT else f", by {Layer.of(verdict.layer).label}"
    about = reached(verdict)
    wanted = (
        Kind.NOT_INDICATED if verdict.kind is Kind.MAY_BE_CONSIDERED else Kind.MAY_BE_CONSIDERED
    )
    goal = other(verdict, wanted)
    parts = [robust_part(book, verdict, robustness(book, trace, about))]
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        parts.append(ask_part(book, verdict, ask_next(book, trace, about), MOST_SHOWN))
    else:
        parts.insert(0, why_part(book, trace, why(book, trace, about)))
    parts.append(why_not_part(book, trace, why_not(book, trace, goal), MOST_SHOWN))
    parts.append(what_if_part(book, what_if(book, trace, goal, most=MOST_SHOWN)))
    for part in parts:
        # The titles of the last two name drug and layer themselves.
        named = part.title if part in parts[-2:] else f"{part.title}{by}"
        yield replace(part, title=named)
