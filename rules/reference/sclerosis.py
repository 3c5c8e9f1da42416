"""Multiple sclerosis by published criteria."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_sclerosis",
    title="Multiple sclerosis by published criteria",
    paragraphs=(),
    rules=(),
)
