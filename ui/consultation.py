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
from engine.findings import Table
from engine.profile import Profile, profile_model
from engine.rule import Layer
from engine.rulebook import RuleBook
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


def parted(field: str, raw: Any) -> tuple[Any, Any]:
    """A single entry as what can be used of it and what cannot; None where there is nothing.

    Of a table, a wrong cell does not spoil the rest; the second part is then the whole of it, as
    it was entered.
    """
    if not problems_of(field, raw):
        return raw, None
    return _usable_rows(field, raw), raw


def _usable_rows(field: str, raw: Any) -> list[dict[str, Any]] | None:
    table = MODEL.vocabulary.by_id.get(field)
    if not isinstance(table, Table) or not isinstance(raw, list | tuple):
        return None
    usable: list[dict[str, Any]] = []
    for row in raw:
        if not isinstance(row, dict) or table.key not in row:
            continue
        name = {table.key: row[table.key]}
        fit = {
            cell: row[cell] for cell in row if not problems_of(field, [name | {cell: row[cell]}])
        }
        if len(fit) > 1 and not problems_of(field, [*usable, fit]):
            usable.append(fit)
    return usable or None


def consulted(
    answers: Mapping[str, Any],
    refused: Mapping[str, Any],
    readings: Mapping[str, str],
    layers: Iterable[Layer] = (Layer.DOCUMENT,),
) -> Consultation:
    """Consult the rules of the layers in force about answers that can be used.

    The refused ones become problems; what only a layer reads that is not in force has no effect.
    """
    book = book_for(tuple(layers))
    profile = MODEL.read(dict(answers))
    problems = tuple(
        Problem(p.field, p.wrong, f"{p.mend} {TREATED_AS_UNKNOWN}")
        for field, raw in refused.items()
        if not _switched_off(field, book)
        for p in problems_of(field, raw)
    )
    warnings = tuple(p for p in profile.soft_warnings() if not _switched_off(p.field, book))
    trace, defect = None, None
    try:
        trace = _traced(_as_key(answers), _as_key(readings), book is FULL_RULEBOOK)
    except InputError as error:
        problems += error.problems
    except DefectError as error:
        LOG.exception("no advice: a defect")
        defect = str(error)
    # Whatever else goes wrong in there is our own fault as well, and is to be shown as such.
    except Exception as error:
        LOG.exception("no advice: an unforeseen error")
        defect = f"{type(error).__name__} while the rules were run."
    return Consultation(profile, trace, problems, warnings, defect)


def _switched_off(field: str, book: RuleBook) -> bool:
    """Whether a finding is asked only by a layer that is not in force."""
    return field in MODEL.vocabulary.by_id and field not in book.vocabulary.by_id


def _as_key(table: Mapping[str, Any]) -> str:
    return json.dumps(dict(table), sort_keys=True)


@functools.lru_cache(maxsize=128)
def _traced(answers: str, readings: str, criteria: bool) -> Trace:
    """The trace for equal content is the same, whoever asks; errors are not kept."""
    profile = MODEL.read(json.loads(answers))
    book = book_for([Layer.REFERENCE] if criteria else [])
    return consult(book, within(book.vocabulary, profile.entries()), json.loads(readings))
