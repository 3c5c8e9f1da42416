"""The document and the reference layer together.

``RULEBOOK`` (in ``rules``) is the document alone; with the reference layer switched off it is used,
so that nothing of that layer can change what the document says.
"""

from collections.abc import Collection
from dataclasses import replace

from engine.language import Layer, RuleBook
from rules import RULEBOOK
from rules.readings import FULL_VAGUE_WORDS
from rules.reference import (
    arthritis,
    comparison,
    cyclophosphamide,
    evidence,
    governance,
    lupus,
    methotrexate,
    mitoxantrone,
    monitoring,
    myopathy,
    prevention,
    safety,
    sclerosis,
    variants,
    vasculitis,
)
from rules.reference.concepts import CONCEPTS
from rules.reference.plan_cyclophosphamide import CYCLOPHOSPHAMIDE_ITEMS
from rules.reference.plan_doses import SHOWN_DOSES
from rules.reference.plan_lines import REGIMENS
from rules.reference.plan_mitoxantrone import MITOXANTRONE_ITEMS
from rules.reference.references import REFERENCES
from rules.vocabulary.full import FULL_VOCABULARY

ROOMS = (
    lupus,
    vasculitis,
    sclerosis,
    arthritis,
    myopathy,
    safety,
    cyclophosphamide,
    mitoxantrone,
    methotrexate,
    prevention,
    governance,
    comparison,
    monitoring,
    evidence,
    variants,
)

FULL_RULEBOOK = replace(
    RULEBOOK,
    vocabulary=FULL_VOCABULARY,
    concepts=(*RULEBOOK.concepts, *CONCEPTS, *(c for room in ROOMS for c in room.CONCEPTS)),
    chapters=(*RULEBOOK.chapters, *(room.CHAPTER for room in ROOMS)),
    vague_words=FULL_VAGUE_WORDS,
    references=REFERENCES,
    regimens=REGIMENS,
    plan_items=(*CYCLOPHOSPHAMIDE_ITEMS, *MITOXANTRONE_ITEMS),
    shown_doses=SHOWN_DOSES,
)


def book_for(layers: Collection[Layer]) -> RuleBook:
    """The rule book of the layers that are in force; the document always is."""
    return FULL_RULEBOOK if Layer.REFERENCE in layers else RULEBOOK


ALONE = {Layer.DOCUMENT: RULEBOOK}
"""The rule books of layers by themselves."""
