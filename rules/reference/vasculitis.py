"""Vasculitis by published criteria."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_vasculitis", title="Vasculitis by published criteria", paragraphs=(), rules=()
)
