"""A draft as a case that tells the same, for whoever looks at nothing but what is told.

Its texts are missing, so it is no case to show.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases.draft import NOTHING, layers_of, profile_of_draft
from cases.draft_edit import at, steps_of, table_of
from cases.model import Case, Change, Question, Step
from engine.errors import ProfileError
from engine.profile import UNKNOWN, Profile
from engine.rule import Layer


def as_told(draft: Mapping[str, Any]) -> Case:
    """All that the draft tells, whatever may be wrong with it."""
    return _case(
        draft,
        (
            {"reveals": table_of(step, "reveals"), "changes": _changes(step)}
            for step in steps_of(draft)
        ),
    )


def as_read(draft: Mapping[str, Any]) -> Case:
    """What the draft tells and can be read; the check says what is wrong with the rest."""
    profile = profile_of_draft(draft)
    return _case(
        draft,
        (
            {
                "reveals": {
                    name: raw
                    for name, raw in table_of(step, "reveals").items()
                    if raw != UNKNOWN and _can_be_read(profile, name, raw)
                },
                "changes": {
                    name: change
                    for name, change in _changes(step).items()
                    if _can_be_read(profile, name, change.to)
                },
                "question": _question(draft, step),
            }
            for step in steps_of(draft)
        ),
    )


def _case(draft: Mapping[str, Any], steps: Any) -> Case:
    told: dict[str, Any] = {
        "id": "draft",
        "layers": layers_of(draft),
        "steps": tuple(Step.model_construct(**step) for step in steps),
    }
    return Case.model_construct(**told)


def _question(draft: Mapping[str, Any], step: Mapping[str, Any]) -> Question:
    """Whose verdict the question asks: that of a layer which the draft is told on."""
    asked = at(step, ("question", "layer"))
    layer = next((each for each in layers_of(draft) if each.value == asked), Layer.DOCUMENT)
    return Question.model_construct(prompt="", options=(), layer=layer)


def _changes(step: Mapping[str, Any]) -> dict[str, Change]:
    return {
        name: Change.model_construct(
            from_=change.get("from", UNKNOWN), to=change.get("to", UNKNOWN), because=""
        )
        for name, change in table_of(step, "changes").items()
        if isinstance(change, dict)
    }


def _can_be_read(profile: type[Profile], name: str, raw: Any) -> bool:
    """Whether a finding can have a value; it can always be unknown again."""
    if raw == UNKNOWN:
        return True
    if raw in NOTHING:
        return False
    try:
        profile.read({name: raw})
    except ProfileError:
        return False
    return True
