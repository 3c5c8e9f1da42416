"""Prevention."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(id="reference_prevention", title="Prevention", paragraphs=(), rules=())
