"""What rules rest on: rules that cite nothing, and statements that no rule cites.

A statement is the document's, so only rules of the document speak for it. Rules of the reference
layer may cite it beside a source of their own: that neither stands for it nor makes an excuse
needless.
"""

from __future__ import annotations

from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.verify.diagnostic import Found, Place, PlaceKind, at, rule_at
from engine.words import and_list


def source_faults(book: RuleBook) -> Found:
    """Citations that are missing, and excuses that are not needed."""
    for rule in book.rules:
        if not rule.cites:
            mend = "Name the statements or references that it rests on."
            yield at(rule_at(rule.id), "RB105", "cites nothing", mend)
    for statement in book.statements:
        citing = [r for r in book.citing[statement.id] if r.layer is Layer.DOCUMENT]
        place = Place(PlaceKind.STATEMENT, statement.id)
        if not citing and statement.id not in book.excuse:
            yield at(
                place,
                "RB106",
                "no rule of the document cites it, and nothing says why",
                "Write a rule for it, or excuse it with a reason.",
            )
        if citing and statement.id in book.excuse:
            yield at(
                place,
                "RB107",
                f"is excused, but cited by {and_list(rule.id for rule in citing)}",
                "Take it out of the excuse.",
                also=tuple(rule_at(rule.id) for rule in citing),
            )
