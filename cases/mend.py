"""The smallest change to a patient that would make a learner's answer the one of the rules.

Found and proven by the solver, applied, and consulted again; or a proof that there is none.
"""

from __future__ import annotations

import json
from functools import lru_cache

from cases.model import AnswerOption
from cases.play import book_behind, consulted, verdict_of
from engine.errors import InquiryError
from engine.export.inquiry import edit_set_item, no_way
from engine.export.report import Part
from engine.inquiry.goal import VerdictIs
from engine.inquiry.whatif import WhatIf, what_if
from engine.rule import Layer
from engine.trace import Kind, Trace
from engine.words import counted
from rules.concepts import Drug
from rules.full import book_for

TITLE = "What would make it your answer"
MOST = 3
"""So many of the smallest changes are shown."""


def smallest_changes(trace: Trace, chosen: AnswerOption, layer: Layer = Layer.DOCUMENT) -> WhatIf:
    """The smallest changes after which a layer answers so; the diagnosis, if told, stays."""
    return _found(json.dumps(trace.entries), _layers(trace), layer, chosen.verdict, chosen.drug)


def mend_part(trace: Trace, chosen: AnswerOption, layer: Layer = Layer.DOCUMENT) -> Part:
    """The same in words, each change with what the rules say after it."""
    asked = json.dumps(trace.entries), _layers(trace), layer, chosen.verdict, chosen.drug
    return _in_words(*asked)


@lru_cache(maxsize=4096)  # words are small; what they are made from is not
def _in_words(
    entries: str, layers: tuple[Layer, ...], layer: Layer, verdict: Kind, drug: Drug | None
) -> Part:
    found = _found(entries, layers, layer, verdict, drug)
    book = book_for(layers)
    if not found.sets:
        return Part(TITLE, intro=no_way(book, found))
    size = found.size or 0
    least = f"At least {counted(size, 'finding')} would have to be told otherwise."
    first = " Each of these changes does it:" if len(found.sets) > 1 else ""
    if len(found.sets) < min(found.number, MOST):
        first = " There are several ways; one of them:"
    sets = tuple(edit_set_item(book, each, found.goal) for each in found.sets)
    return Part(TITLE, sets, intro=least + first)


def _layers(trace: Trace) -> tuple[Layer, ...]:
    return tuple(Layer.of(layer) for layer in trace.layers)


@lru_cache(maxsize=128)  # each holds up to three consultations
def _found(
    entries: str, layers: tuple[Layer, ...], layer: Layer, verdict: Kind, drug: Drug | None
) -> WhatIf:
    trace = consulted(entries, layers)
    found = what_if(
        book_behind(trace), trace, goal_of(trace, verdict, drug, layer), most=MOST, briefly=True
    )
    wanted = AnswerOption.model_construct(text="", verdict=verdict, drug=drug)
    for each in found.sets:
        if not wanted.equals(verdict_of(each.trace, layer)):
            raise InquiryError(f"The changes were to reach {verdict.value}, and do not.")
    return found


def goal_of(
    trace: Trace, verdict: Kind, drug: str | None, layer: Layer = Layer.DOCUMENT
) -> VerdictIs:
    """The verdict that has to be so for an answer to be right: of one drug, or of all of them."""
    kinds = frozenset({verdict})
    if verdict is Kind.OUTSIDE_DOCUMENT:
        first, *rest = (each.value for each in Drug)
        return VerdictIs(layer, first, kinds, tuple(rest))
    about = drug or verdict_of(trace, layer).drug or Drug.CYCLOPHOSPHAMIDE.value
    return VerdictIs(layer, about, kinds)
