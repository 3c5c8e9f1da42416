"""``verify --list``: what is promised for every patient, without any proof."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from engine.consult import BANNER
from engine.export import Report, as_markdown
from engine.export.report import Item, Part
from engine.property import Property
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.verify.altered import of_layer
from ui.commands.inquiries import Format

TITLE = "Properties"


def listed(book: RuleBook, properties: Sequence[Property], written: Format) -> str:
    """Every property with its sentence; as JSON also its layer and what it rests on."""
    if written is Format.JSON:
        data = {
            "disclaimer": BANNER,
            "rulebook": book.content_hash,
            "properties": [_data(each) for each in properties],
        }
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    if written is Format.MARKDOWN:
        return as_markdown(_report(book, properties))
    width = max((len(each.id) for each in properties), default=0)
    return "".join(f"{each.id:<{width}}  {each.sentence}\n" for each in properties)


def _report(book: RuleBook, properties: Sequence[Property]) -> Report:
    items = tuple(Item(f"{each.id}: {each.sentence}") for each in properties)
    number = len(properties)
    return Report(
        banner=BANNER,
        headline="One property" if number == 1 else f"{number} properties",
        lead=(),
        parts=(Part(TITLE, items),),
        origin=f"Rule book {book.version}, SHA-256 {book.content_hash}",
    )


def _data(property_: Property) -> dict[str, Any]:
    """``layer`` is the one that it speaks of alone; null where it is about both, or neither."""
    alone = (layer.value for layer in Layer if of_layer((property_,), layer))
    return {
        "id": property_.id,
        "layer": next(alone, None),
        "sentence": property_.sentence,
        "because": property_.because,
        "harm": property_.harm,
        "cites": list(property_.cites),
    }
