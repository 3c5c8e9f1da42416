"""Lupus by published criteria."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_lupus", title="Lupus by published criteria", paragraphs=(), rules=()
)
