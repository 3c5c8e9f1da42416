"""What a person thinks of a verdict: agreement, or disagreement with a coded reason."""

from __future__ import annotations

import json
from typing import Any

from pydantic import Field, ValidationError, model_validator

from engine.errors import Problem, ProfileError
from engine.option import Option
from engine.rulebook import RuleBook
from engine.trace import Kind, Record, RuleBookRef, Trace, Verdict
from engine.words import or_list

LONGEST_COMMENT = 1_000
"""The most characters of a comment."""
MOST = 20
"""The most opinions that belong to one patient."""


class Disagreement(Option):
    """Why somebody disagrees with a verdict."""

    FACTS = "facts", "what was entered does not describe the patient"
    MISSING = "missing", "something decides that the rules do not ask"
    TOO_STRICT = "too_strict", "the rule asks too much"
    TOO_LOOSE = "too_loose", "the rule asks too little"
    READING = "reading", "the sentence can be read otherwise"
    OUTDATED = "outdated", "the source is out of date"
    PREFERENCE = "preference", "what the patient wants decides"
    OTHER = "other", "another reason"


class Opinion(Record):
    """What somebody thinks of one verdict, as it was then.

    ``reason`` is given for a disagreement only.
    """

    layer: str
    drug: str | None
    kind: Kind
    agrees: bool
    reason: Disagreement | None = None
    comment: str = Field(default="", max_length=LONGEST_COMMENT)
    rulebook: RuleBookRef

    @model_validator(mode="after")
    def _reason_for_disagreement(self) -> Opinion:
        if self.agrees is (self.reason is not None):
            raise ValueError("a disagreement has a reason, an agreement has none")
        return self

    @property
    def about(self) -> tuple[str, str | None]:
        """The verdict that it is about: layer and drug."""
        return self.layer, self.drug


def opinion_on(
    trace: Trace, verdict: Verdict, reason: Disagreement | None, comment: str = ""
) -> Opinion:
    """Agreement with a verdict, or with a reason, disagreement."""
    return Opinion(
        layer=verdict.layer,
        drug=verdict.drug,
        kind=verdict.kind,
        agrees=reason is None,
        reason=reason,
        comment=comment[:LONGEST_COMMENT],
        rulebook=trace.rulebook,
    )


def read_opinions(given: Any) -> tuple[Opinion, ...]:
    """Opinions as they stand in a file. Raises ProfileError where they are none."""
    if not isinstance(given, list) or len(given) > MOST:
        raise ProfileError(
            Problem("opinions", "It is not a list of opinions.", f"List at most {MOST}.")
        )
    try:
        return tuple(Opinion.model_validate_json(json.dumps(each)) for each in given)
    except (ValidationError, TypeError) as error:
        reasons = or_list(each.value for each in Disagreement)
        raise ProfileError(
            Problem(
                "opinions",
                "An opinion in it cannot be read.",
                f"Give layer, drug, kind, agrees, rulebook, and for a disagreement a reason: "
                f"{reasons}.",
            )
        ) from error


def opinion_text(book: RuleBook, opinion: Opinion) -> str:
    """An opinion in a sentence."""
    drug = book.drugs.of(opinion.drug).label if opinion.drug else "chemotherapy"
    said = opinion.kind.said_by(opinion.layer)
    about = f"“{said[:1].lower()}{said[1:]}” for {drug}"
    comment = f" Comment: {opinion.comment}" if opinion.comment else ""
    if opinion.reason is None:
        return f"Agrees with {about}.{comment}"
    return f"Disagrees with {about}: {opinion.reason.label}.{comment}"
