"""Monitoring."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(id="reference_monitoring", title="Monitoring", paragraphs=(), rules=())
