"""Safety of both drugs."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(id="reference_safety", title="Safety of both drugs", paragraphs=(), rules=())
