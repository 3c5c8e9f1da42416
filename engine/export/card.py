"""A verdict as a card in the shape of CDS Hooks, for those who learn how such systems speak.

Nothing is sent anywhere; no service stands behind it. The specification asks for a summary of less
than 140 characters, an indicator, and a source; the rest is optional there and filled here.
"""

from __future__ import annotations

import uuid
from typing import Any

from engine.consult import BANNER
from engine.explain import MOST_DECISIVE, explain
from engine.export.inquiry import ask_part
from engine.export.markdown import escaped
from engine.inquiry.asknext import ask_next
from engine.inquiry.goal import reached
from engine.opinion import Disagreement
from engine.rule import Layer, Topic
from engine.rulebook import RuleBook
from engine.trace import Kind, RaisedFlag, Trace, Verdict
from engine.waiting import awaited
from engine.words import sentence

INDICATORS = {
    Kind.MAY_BE_CONSIDERED: "info",
    Kind.NOT_INDICATED: "info",
    Kind.EXCLUDED_OR_PAUSED: "critical",
    Kind.NOT_ENOUGH_DATA: "warning",
    Kind.OUTSIDE_DOCUMENT: "info",
    Kind.DOCUMENT_AMBIGUOUS: "warning",
}
LONGEST_SUMMARY = 139
MOST_SUGGESTIONS = 3


def cards(book: RuleBook, trace: Trace) -> dict[str, Any]:
    """The cards of a consultation: the document's, and that of published criteria beside it."""
    verdicts = [trace.overall]
    if trace.overall_reference is not None:
        verdicts.append(trace.overall_reference)
    return {"cards": [_card(book, trace, verdict) for verdict in verdicts]}


def _card(book: RuleBook, trace: Trace, verdict: Verdict) -> dict[str, Any]:
    layer = Layer.of(verdict.layer)
    lines = _lines(book, trace, verdict)
    flags = [flag for flag in trace.flags if flag.layer == verdict.layer]
    detail = "\n".join(
        [
            f"**{escaped(BANNER)}**",
            "",
            *(f"- Now: {escaped(flag.text)}" for flag in flags if _now(flag)),
            *(f"- {escaped(line)}" for line in lines),
            *(f"- {escaped(flag.text)}" for flag in flags if not _now(flag)),
        ]
    )
    return {
        "uuid": _identity(trace, verdict),
        "summary": verdict.summary[:LONGEST_SUMMARY],
        "indicator": INDICATORS[verdict.kind],
        "detail": detail,
        "source": {
            "label": f"{sentence(layer.label)}, rule book {trace.rulebook.version}",
            "topic": {"code": verdict.kind.value, "display": verdict.label},
        },
        "suggestions": _suggestions(book, trace, verdict),
        "overrideReasons": [
            {"code": reason.value, "display": sentence(reason.label)} for reason in Disagreement
        ],
        "extension": {
            "disclaimer": BANNER,
            "rulebook": trace.rulebook.model_dump(),
            "rules": list(verdict.rules),
            "cites": list(verdict.cites),
        },
    }


def _now(flag: RaisedFlag) -> bool:
    return flag.topic == Topic.URGENT


def _lines(book: RuleBook, trace: Trace, verdict: Verdict) -> list[str]:
    """What decides, or what is waited for, a list or a table in one line."""
    if verdict.waiting_for:
        questions = awaited(book, trace, verdict)
        left = len(questions) - MOST_DECISIVE
        named = [f"{question.text}: unknown" for question in questions[:MOST_DECISIVE]]
        return [*named, *([f"{left} more that are unknown"] if left > 0 else [])]
    return [line.text for line in explain(book, trace, verdict).decisive]


def _suggestions(book: RuleBook, trace: Trace, verdict: Verdict) -> list[dict[str, Any]]:
    """What to ask next; a card of a teaching program orders nothing."""
    if verdict.drug is None or verdict.kind is not Kind.NOT_ENOUGH_DATA:
        return []
    asked = ask_part(book, verdict, ask_next(book, trace, reached(verdict)), MOST_SUGGESTIONS)
    return [{"label": f"Find out: {item.text}"} for item in asked.items]


def _identity(trace: Trace, verdict: Verdict) -> str:
    """The same card has the same identity."""
    about = f"{trace.rulebook.hash} {sorted(trace.entries.items())} {verdict.layer} {verdict.drug}"
    return str(uuid.uuid5(uuid.NAMESPACE_OID, about))
