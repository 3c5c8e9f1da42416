"""Safety of mitoxantrone."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_mitoxantrone", title="Safety of mitoxantrone", paragraphs=(), rules=()
)
