"""Rheumatoid arthritis by published criteria."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_arthritis",
    title="Rheumatoid arthritis by published criteria",
    paragraphs=(),
    rules=(),
)
