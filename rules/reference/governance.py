"""Team, missing data and urgency."""

from engine.language import Chapter, Concept

CONCEPTS: tuple[Concept, ...] = ()

CHAPTER = Chapter(
    id="reference_governance", title="Team, missing data and urgency", paragraphs=(), rules=()
)
