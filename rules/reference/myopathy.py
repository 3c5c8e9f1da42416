"""Autoimmune myopathy by published criteria."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_myopathy",
    title="Autoimmune myopathy by published criteria",
    paragraphs=(),
    rules=(),
)
