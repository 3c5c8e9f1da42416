"""Rules and what they conclude.

A rule is a frozen value: which statements it rests on, when it holds, what it concludes, why that
is true, how it could be misused, and examples of a patient for whom it fires and of one for whom
it narrowly does not.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.conditions import ConceptIs, Condition, Is, NoTruth
from engine.evidence import Confidence
from engine.option import Option
from engine.truth import Truth


class Layer(Option):
    """Where a rule's authority comes from. The two are never mixed."""

    DOCUMENT = "document", "the document", "What the document says, and nothing else."
    REFERENCE = "reference", "published criteria", "Published criteria, labels and guidelines."


class Stance(Option):
    """What a piece of advice says about a drug."""

    MAY = "may", "may be considered"
    NOT = "not", "not indicated"
    AMBIGUOUS = "ambiguous", "the document is ambiguous"
    STOP = "stop", "excluded or paused", "A contraindication or a hold; published criteria only."
    WITHHELD = (
        "withheld",
        "a safety question is open",
        "Nothing forbids it, but it may not be settled before that; published criteria only.",
    )


class Topic(Option):
    """What a flag beside a verdict is about."""

    URGENT = "urgent", "now"
    SAFETY = "safety", "safety"
    MISMATCH = "mismatch", "judgement and criteria differ"
    RISK = "risk", "risk"
    MONITORING = "monitoring", "monitoring"
    TEAM = "team", "team decision"
    BEFORE_TREATMENT = "before_treatment", "before treatment"
    PREVENTION = "prevention", "prevention"
    DOSE = "dose", "dose"
    INTERACTION = "interaction", "interactions"
    ALTERNATIVE = "alternative", "alternatives"
    EVIDENCE = "evidence", "what sources add"
    STRATEGY = "strategy", "strategy"
    OUTLOOK = "outlook", "outlook"
    SILENCE = "silence", "what the document does not say"
    SCOPE = "scope", "scope"


@dataclass(frozen=True, kw_only=True)
class Concept(NoTruth):
    """A named intermediate conclusion.

    Yes when some rule for it fires, no when every rule for it is no, unknown otherwise.
    """

    id: str
    label: str
    layer: Layer = Layer.DOCUMENT

    @property
    def yes(self) -> ConceptIs:
        """The concept is known to hold."""
        return ConceptIs(self.id, yes=True)

    @property
    def no(self) -> ConceptIs:
        """The concept is known not to hold."""
        return ConceptIs(self.id, yes=False)


@dataclass(frozen=True, kw_only=True)
class Advice(Concept):
    """What is concluded about one drug. Verdicts are derived from advice alone."""

    drug: Option
    stance: Stance


@dataclass(frozen=True, kw_only=True)
class Flag(Concept):
    """Something shown beside the verdict, never as the headline.

    ``text`` says it in a sentence. ``state_from`` names the finding that tells whether it has been
    dealt with (done, planned, not done); when that is unknown, the state is "not recorded".
    ``names_rows_of`` is a table whose rows that raised the flag are named after the text;
    ``names_missing`` does so with the findings that raised it because they are not known.
    """

    topic: Topic
    text: str
    state_from: str | None = None
    names_rows_of: str | None = None
    names_missing: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A patient, told by a few findings, for whom a rule fires or narrowly does not.

    Where it does not, ``waits`` may say whether it waits for something unknown or is ruled out.
    """

    facts: tuple[Is, ...]
    fires: bool
    waits: bool | None = None

    def agrees(self, truth: Truth) -> bool:
        """Whether a rule that comes to this does what is said of it."""
        if self.fires or truth is Truth.YES:
            return self.fires and truth is Truth.YES
        return self.waits is None or self.waits is (truth is Truth.UNKNOWN)


def fires(*facts: Is) -> Example:
    """A patient for whom the rule fires."""
    return Example(facts, fires=True)


def silent(*facts: Is) -> Example:
    """A near miss: differs in one finding from a patient for whom the rule fires."""
    return Example(facts, fires=False)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How ambiguous words of the text are read, and how else they could be."""

    words: str
    chosen: str
    other: str
    cites: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule.

    ``id`` names its paragraph, ``title`` says in a few words whom it is about, ``because`` why it
    is true (not what it says), ``misuse`` how it could be misread. ``cites`` are ids of statements;
    in the reference layer of references, beside which statements may stand. There ``confidence``
    says how sure we are of the whole rule, and ``strength`` how strongly the source puts it (empty:
    not graded).
    """

    id: str
    title: str
    cites: tuple[str, ...]
    when: Condition
    then: Concept
    because: str
    misuse: str
    examples: tuple[Example, ...]
    reading: Reading | None = None
    confidence: Confidence | None = None
    strength: str = ""

    @property
    def layer(self) -> Layer:
        """The layer of what it concludes."""
        return self.then.layer
