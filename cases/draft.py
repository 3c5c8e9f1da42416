"""A case while it is being written: the table of a case file, with its id, as plain data.

A draft may be incomplete or wrong anywhere. Whatever it holds that nobody here knows stays in it.
What the rules answer is never written by hand: it is asked of them, and put in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cases.model import MOST_FACTS, Case, Group
from cases.play import profile_for
from engine.errors import ProfileError
from engine.profile import UNKNOWN, Profile
from engine.rule import Layer
from engine.words import quoted
from rules.full import FULL_RULEBOOK
from rules.vocabulary.options import Diagnosis

Draft = dict[str, Any]

ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
LEAST_STEPS, MOST_STEPS = 2, 5
LEAST_OPTIONS, MOST_OPTIONS = 3, 4
MOST_OBJECTIVES = 3
NOTHING: tuple[Any, ...] = (None, UNKNOWN, [])
"""Entries that tell nothing of a finding."""

GROUPS: Mapping[str, Group] = {
    Diagnosis.LUPUS: Group.LUPUS,
    Diagnosis.MULTIPLE_SCLEROSIS: Group.MULTIPLE_SCLEROSIS,
    Diagnosis.GPA: Group.VASCULITIS,
    Diagnosis.MPA: Group.VASCULITIS,
    Diagnosis.OTHER_VASCULITIS: Group.VASCULITIS,
    Diagnosis.RHEUMATOID_ARTHRITIS: Group.ARTHRITIS_MYOPATHY,
    Diagnosis.AUTOIMMUNE_MYOPATHY: Group.ARTHRITIS_MYOPATHY,
}


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft to begin with, and what of its beginning did not fit into it, in words."""

    draft: Draft
    left_out: tuple[str, ...] = ()


def is_id(text: object) -> bool:
    """Whether a case can have this name, which is also the name of its file."""
    return isinstance(text, str) and ID.fullmatch(text) is not None


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """The wanted id, or the first one like it that no other case has."""
    names = set(taken)
    tried, number = wanted, 2
    while tried in names:
        tried = f"{wanted[:70]}-{number}"
        number += 1
    return tried


def new_option() -> Draft:
    """An answer on offer of which nothing is written yet."""
    return {"text": "", "verdict": None}


def new_step(reveals: Mapping[str, Any] | None = None) -> Draft:
    """A step of which nothing is written yet, but what it tells."""
    return {
        "title": "",
        "story": "",
        "point": "",
        "reveals": dict(reveals or {}),
        "question": {"prompt": "", "options": [new_option() for _ in range(LEAST_OPTIONS)]},
    }


def new_draft(case_id: str = "my-case", steps: Sequence[Draft] = ()) -> Draft:
    """A case of which nothing is written yet, but the steps that are given."""
    blank = [new_step() for _ in range(LEAST_STEPS - len(steps))]
    return {
        "id": case_id,
        "format": 1,
        "title": "",
        "group": None,
        "level": 1,
        "minutes": 5,
        "patient": "",
        "objectives": [""],
        "vignette": "",
        "teaching_point": "",
        "common_error": "",
        "steps": [*steps, *blank],
    }


def from_case(case: Case, taken: Iterable[str]) -> Begun:
    """A copy of a case under an id that no other has."""
    table = case.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"id"})
    return Begun(from_table(table, free_id(f"{case.id[:70]}-copy", taken)))


def from_table(table: Mapping[str, Any], case_id: str) -> Draft:
    """A draft from the table of a case file, whatever may be wrong with it.

    What stands among steps or options and is no table is passed over: there is no place for it.
    """
    # As JSON, in which it is kept: of what TOML knows besides, dates become texts.
    plain: Draft = json.loads(json.dumps(table, default=str))
    steps = _tables_in(plain, "steps")
    for step in steps if isinstance(steps, list) else ():
        if isinstance(question := step.get("question"), dict):
            _tables_in(question, "options")
    return {"id": case_id, **{key: value for key, value in plain.items() if key != "id"}}


def _tables_in(table: Draft, key: str) -> Any:
    """The list under a key, of which only tables are kept; anything else stays as it is."""
    if isinstance(listed := table.get(key), list):
        table[key] = [each for each in listed if isinstance(each, dict)]
    return table.get(key)


def layers_of(draft: Mapping[str, Any]) -> tuple[Layer, ...]:
    """The layers that a draft is told on; the document alone where it does not say."""
    named = draft.get("layers")
    both = isinstance(named, list) and Layer.REFERENCE.value in named
    return (Layer.DOCUMENT, Layer.REFERENCE) if both else (Layer.DOCUMENT,)


def profile_of_draft(draft: Mapping[str, Any]) -> type[Profile]:
    """The findings that can be told in a draft."""
    return profile_for(layers_of(draft))


def from_profile(
    findings: Mapping[str, Any],
    taken: Iterable[str],
    layers: Sequence[Layer] = (Layer.DOCUMENT,),
) -> Begun:
    """A case about a patient: the findings in the order of the form, so many to a step as may be.

    ``layers`` are those in force for the patient. What cannot be told in a case, or finds no room,
    is left out and said.
    """
    profile = profile_for(tuple(layers))
    vocabulary = profile.vocabulary
    asked = {name: findings[name] for name in vocabulary.by_id if name in findings}
    told = {**asked, **findings}
    diagnosis = told.get(vocabulary.diagnosis.id)
    refused = {
        name: why for name, raw in told.items() if (why := _unfit(profile, name, raw, diagnosis))
    }
    names = [n for n, raw in told.items() if n not in refused and raw not in NOTHING]
    room = MOST_STEPS * MOST_FACTS
    refused |= dict.fromkeys(names[room:], f"There is no room for it in {MOST_STEPS} steps.")
    parts = [names[at : at + MOST_FACTS] for at in range(0, len(names[:room]), MOST_FACTS)]
    draft = new_draft(
        free_id("my-case", taken), [new_step({name: told[name] for name in part}) for part in parts]
    )
    if Layer.REFERENCE in layers:
        draft["layers"] = [layer.value for layer in layers]
    if vocabulary.diagnosis.id in names:
        draft["group"] = GROUPS.get(str(diagnosis), Group.BEYOND).value
    return Begun(draft, tuple(f"{_label(name)}: {why}" for name, why in refused.items()))


def _unfit(profile: type[Profile], name: str, raw: Any, diagnosis: Any) -> str:
    """Why a finding cannot be told in a case; empty when it can."""
    vocabulary = profile.vocabulary
    finding = vocabulary.by_id.get(name)
    if finding is None:
        return "The rules of the cases do not read it."
    try:
        profile.read({name: raw})
    except ProfileError as error:
        return " ".join(problem.wrong for problem in error.problems)
    if isinstance(diagnosis, str) and not vocabulary.applies(finding, diagnosis):
        return "It is not asked in this disease."
    return ""


def _label(name: str) -> str:
    finding = FULL_RULEBOOK.vocabulary.by_id.get(name)
    return quoted(name) if finding is None else finding.label
