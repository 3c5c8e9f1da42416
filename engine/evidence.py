"""Where knowledge beyond the document comes from, and how sure we are that its source says so."""

from __future__ import annotations

from dataclasses import dataclass

from engine.option import Option


class Confidence(Option):
    """How a value was obtained. It travels with the value wherever that is shown."""

    READ = "read", "read at the source"
    SECONDARY = "secondary", "read in a secondary source"
    GENERAL = "general_knowledge", "general knowledge, check the source"
    UNSURE = "moderate_confidence", "general knowledge of moderate confidence, check the source"
    OWN = "own_choice", "this program's own choice"


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A published source.

    ``says`` is the part of it that is used; ``link`` a DOI or an official page, empty where none
    is known for certain; ``confidence`` how sure we are that it says so.
    """

    id: str
    organisation: str
    title: str
    year: int | None
    says: str
    confidence: Confidence
    link: str = ""

    @property
    def text(self) -> str:
        """Organisation, title and year in one line."""
        when = "" if self.year is None else f" ({self.year})"
        return f"{self.organisation}: {self.title}{when}"


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A number that a published criterion, or this program, draws a line at.

    ``cites`` are ids of references, empty only for the program's own choice; ``note`` says what a
    reader has to know of it.
    """

    id: str
    label: str
    value: float
    unit: str
    confidence: Confidence
    cites: tuple[str, ...] = ()
    note: str = ""
