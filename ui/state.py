"""The one truth about a session, for every screen.

Screens read it through these functions and change it through them, mostly from callbacks of
widgets; every change is saved at once. Widgets hold nothing of their own.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from engine.opinion import MOST, Opinion
from engine.rule import Layer
from engine.rulebook import RuleBook
from rules.full import FULL_RULEBOOK, book_for
from ui.consultation import MODEL, Consultation, consulted, parted
from ui.keeping import NOT_SAVED, keep, session, start, uninterrupted
from ui.learner import keep_document, kept, progress, save_progress
from ui.record import Patient, Record, as_patient, layers_in, opinions_in, sorted_out

__all__ = [
    "Consultation",
    "Patient",
    "book",
    "choose_reading",
    "clear_patient",
    "consultation",
    "criteria_on",
    "dismiss_notices",
    "keep_document",
    "kept",
    "model",
    "not_saved",
    "notices",
    "patient",
    "previous",
    "progress",
    "replace_patient",
    "save_progress",
    "save_setting",
    "set_answer",
    "set_criteria",
    "set_opinion",
    "setting",
    "start",
    "undo",
    "uninterrupted",
    "why_not_saved",
    "withdraw_opinion",
]

model = MODEL


def book() -> RuleBook:
    """The rule book of the layers that are in force for this patient."""
    return book_for(layers_in(session().record["patient"]))


def criteria_on() -> bool:
    """Whether published criteria stand beside the document."""
    return Layer.REFERENCE in layers_in(session().record["patient"])


def set_criteria(on: bool) -> None:
    """Switch published criteria on or off; nothing that was entered is lost."""

    def change(now: Record) -> None:
        layers = [Layer.DOCUMENT, Layer.REFERENCE] if on else [Layer.DOCUMENT]
        now["patient"]["layers"] = [layer.value for layer in layers]

    keep(change)


def choose_reading(word: str, option: str) -> None:
    """Read a vague word in another way, or again as the clinician judges it."""

    def change(now: Record) -> None:
        first = {found.id: found.options[0].id for found in FULL_RULEBOOK.vague_words}
        now["patient"]["readings"].pop(word, None)
        if option != first.get(word):
            now["patient"]["readings"][word] = option

    keep(change)


def patient() -> Patient:
    """The patient as entered so far."""
    return as_patient(session().record["patient"])


def set_answer(field: str, raw: Any) -> None:
    """Enter one finding as it would stand in a file; None makes it unknown.

    What cannot be used is kept as refused, and the finding counts as unknown; of a table, only the
    cell does.
    """

    def change(now: Record) -> None:
        answers, refused = now["patient"]["answers"], now["patient"]["refused"]
        answers.pop(field, None)
        refused.pop(field, None)
        fit, wrong = (None, None) if raw is None else parted(field, raw)
        if fit is not None:
            answers[field] = fit
        if wrong is not None:
            refused[field] = wrong

    keep(change)


def set_opinion(opinion: Opinion) -> None:
    """Keep what somebody thinks of a verdict, in place of what was thought of it before."""

    def change(now: Record) -> None:
        others = [each for each in opinions_in(now["patient"]) if each.about != opinion.about]
        kept = [*others, opinion][-MOST:]
        now["patient"]["opinions"] = [each.model_dump(mode="json") for each in kept]

    keep(change)


def withdraw_opinion(layer: str, drug: str | None) -> None:
    """Forget what was thought of a verdict."""

    def change(now: Record) -> None:
        kept = [each for each in opinions_in(now["patient"]) if each.about != (layer, drug)]
        now["patient"]["opinions"] = [each.model_dump(mode="json") for each in kept]

    keep(change)


def replace_patient(
    findings: Mapping[str, Any],
    title: str,
    readings: Mapping[str, str] | None = None,
    layers: Sequence[Layer] | None = None,
    opinions: Sequence[Opinion] = (),
) -> None:
    """Look at another patient, told as in a profile file.

    The one before can be brought back with ``undo``; without ``layers`` its own stay in force.
    """

    def change(now: Record) -> None:
        if not as_patient(now["patient"]).is_empty:
            now["previous"] = now["patient"]
        kept = as_patient(now["patient"]).layers if layers is None else layers
        now["patient"] = sorted_out(findings, title, readings, kept, opinions)

    keep(change)


def clear_patient() -> None:
    """Begin with an empty patient; ``undo`` brings the one before back."""
    replace_patient({}, "")


def previous() -> Patient | None:
    """The patient that ``undo`` would bring back."""
    former = session().record["previous"]
    return None if former is None else as_patient(former)


def undo() -> None:
    """Change places with the previous patient, so that undoing can be undone too."""

    def change(now: Record) -> None:
        if now["previous"] is not None:
            now["patient"], now["previous"] = now["previous"], now["patient"]

    keep(change)


def consultation() -> Consultation:
    """What the rules say about the patient as entered so far."""
    now = session().record["patient"]
    return consulted(now["answers"], now["refused"], now["readings"], layers_in(now))


def setting(key: str, default: Any = None) -> Any:
    """A remembered choice of how things are shown: a copy of what was saved."""
    return copy.deepcopy(session().record["settings"].get(key, default))


def save_setting(key: str, value: Any) -> None:
    """Remember a choice of how things are shown (JSON data)."""

    def change(now: Record) -> None:
        now["settings"][key] = copy.deepcopy(value)

    keep(change)


def not_saved() -> str | None:
    """That entries are not being saved, while that is so."""
    return None if session().problem() is None else NOT_SAVED


def why_not_saved() -> str:
    """Why entries are not being saved, in the words of the database; empty when they are."""
    return session().problem() or ""


def notices() -> tuple[str, ...]:
    """What happened to earlier entries and has not been read yet."""
    return tuple(session().notices)


def dismiss_notices() -> None:
    """The notices were read."""
    session().notices.clear()
