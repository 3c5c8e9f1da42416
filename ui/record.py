"""What is kept of a session: one dictionary of JSON data, and the patient in it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import ProfileError
from engine.opinion import Opinion, read_opinions
from engine.rule import Layer
from ui.consultation import parted

Record = dict[str, Any]
"""``revision`` changes with every save; it is empty while there is nothing to keep.

An older version kept a learner's ``progress`` here; it is moved to a learner at the first look.
"""


@dataclass(frozen=True, slots=True)
class Patient:
    """The patient being looked at.

    ``answers`` are the usable entries, raw, exactly as in a profile file; an absent one is unknown.
    ``refused`` holds what was entered and cannot be used; of a table with something wrong in it,
    the rest stands in ``answers``. Both are copies. ``opinions`` are what was thought of verdicts.
    """

    title: str
    answers: dict[str, Any]
    refused: dict[str, Any]
    readings: dict[str, str]
    layers: tuple[Layer, ...] = (Layer.DOCUMENT,)
    opinions: tuple[Opinion, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was entered."""
        return not (self.answers or self.refused)


def empty() -> Record:
    """The record of a session in which nothing was entered."""
    return {
        "revision": "",
        "patient": sorted_out({}),
        "previous": None,
        "settings": {},
    }


def sorted_out(
    findings: Mapping[str, Any],
    title: str = "",
    readings: Mapping[str, str] | None = None,
    layers: Iterable[Layer] = (Layer.DOCUMENT,),
    opinions: Iterable[Opinion] = (),
) -> Record:
    """A patient's part of the record: usable entries apart from those that are not."""
    apart = {field: parted(field, raw) for field, raw in findings.items() if raw is not None}
    return {
        "title": title,
        "answers": {field: fit for field, (fit, _) in apart.items() if fit is not None},
        "refused": {field: wrong for field, (_, wrong) in apart.items() if wrong is not None},
        "readings": dict(readings or {}),
        "layers": [layer.value for layer in layers],
        "opinions": [opinion.model_dump(mode="json") for opinion in opinions],
    }


def as_patient(part: Record) -> Patient:
    """A patient's part of the record as a patient of its own."""
    told = copy.deepcopy(part)
    return Patient(**{**told, "layers": layers_in(told), "opinions": opinions_in(told)})


def opinions_in(part: Record) -> tuple[Opinion, ...]:
    """What was thought of the patient's verdicts; what cannot be read any more is left out."""
    try:
        return read_opinions(part.get("opinions", []))
    except ProfileError:
        return ()


def layers_in(part: Record) -> tuple[Layer, ...]:
    """The layers in force; the document always is, also in a record that does not say."""
    named = part.get("layers", ())
    return tuple(layer for layer in Layer if layer is Layer.DOCUMENT or layer.value in named)


def brought_up_to_date(kept: Record) -> Record:
    """A saved record as this version of the program sees it.

    An answer that this version cannot use any more becomes a refused one; nothing is dropped.
    """
    record = empty() | kept
    for name in ("patient", "previous"):
        if (part := record[name]) is not None:
            entries = {**part["answers"], **part["refused"]}
            record[name] = sorted_out(
                entries, part["title"], part["readings"], layers_in(part), opinions_in(part)
            )
    return record
