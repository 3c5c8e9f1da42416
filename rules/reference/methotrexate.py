"""Methotrexate, the related drug."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_methotrexate", title="Methotrexate, the related drug", paragraphs=(), rules=()
)
