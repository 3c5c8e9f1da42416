"""A patient as entered, consulted: profile, trace, and everything wrong with the entries."""

from __future__ import annotations

import functools
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.consult import consult
from engine.errors import DefectError, InputError, Problem, ProfileError
from engine.facts import within
from engine.profile import Profile, profile_model
from engine.rule import Layer
from engine.trace import Trace
from rules.full import FULL_RULEBOOK, book_for

LOG = logging.getLogger(__name__)

MODEL = profile_model(FULL_RULEBOOK.vocabulary)
TREATED_AS_UNKNOWN = "Until then the rules treat it as unknown."


@dataclass(frozen=True, slots=True)
class Consultation:
    """What the program makes of the entries.

    ``trace`` is None when the answers contradict each other (``problems`` then says which) or when
    the program itself failed (``defect`` then says how); without a trace there is no advice. A
    field that cannot be used stands in ``problems`` and counts as unknown. ``warnings`` ask about
    possible typing errors.
    """

    profile: Profile
    trace: Trace | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    defect: str | None = None


def problems_of(field: str, raw: Any) -> tuple[Problem, ...]:
    """What is wrong with a single entry; nothing when it can be used."""
    try:
        MODEL.read({field: raw})
    except ProfileError as error:
        return error.problems
    return ()


def consulted(
    answers: Mapping[str, Any],
    refused: Mapping[str, Any],
    readings: Mapping[str, str],
    layers: Iterable[Layer] = (Layer.DOCUMENT,),
) -> Consultation:
    """Consult the rules of the layers in force about answers that can be used.

    The refused ones become problems; what only a layer reads that is not in force has no effect.
    """
    profile = MODEL.read(dict(answers))
    problems = tuple(
        Problem(p.field, p.wrong, f"{p.mend} {TREATED_AS_UNKNOWN}")
        for field, raw in refused.items()
        for p in problems_of(field, raw)
    )
    trace, defect = None, None
    try:
        trace = _traced(_as_key(answers), _as_key(readings), Layer.REFERENCE in tuple(layers))
    except InputError as error:
        problems += error.problems
    except DefectError as error:
        LOG.exception("no advice: a defect")
        defect = str(error)
    # Whatever else goes wrong in there is our own fault as well, and is to be shown as such.
    except Exception as error:
        LOG.exception("no advice: an unforeseen error")
        defect = f"{type(error).__name__} while the rules were run."
    return Consultation(profile, trace, problems, profile.soft_warnings(), defect)


def _as_key(table: Mapping[str, Any]) -> str:
    return json.dumps(dict(table), sort_keys=True)


@functools.lru_cache(maxsize=128)
def _traced(answers: str, readings: str, criteria: bool) -> Trace:
    """The trace for equal content is the same, whoever asks; errors are not kept."""
    profile = MODEL.read(json.loads(answers))
    book = book_for([Layer.REFERENCE] if criteria else [])
    return consult(book, within(book.vocabulary, profile.entries()), json.loads(readings))
