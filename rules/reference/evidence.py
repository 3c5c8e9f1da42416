"""The document beside later evidence."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_evidence", title="The document beside later evidence", paragraphs=(), rules=()
)
