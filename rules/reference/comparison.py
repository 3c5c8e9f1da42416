"""Judgement beside criteria."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_comparison", title="Judgement beside criteria", paragraphs=(), rules=()
)
