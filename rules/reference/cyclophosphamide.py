"""Safety of cyclophosphamide."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_cyclophosphamide", title="Safety of cyclophosphamide", paragraphs=(), rules=()
)
