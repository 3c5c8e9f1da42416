"""Treatments on the edge of having failed: shared by the edges of several rooms."""

from engine.language import Example, Told, but, fires_for_each, silent_for_each, without
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
)


def failed(treatment: Treatment, how_long: int) -> Told:
    """A treatment in full, taken, for so many weeks, and in vain."""
    return (
        treatments.cell(treatment, outcome).is_(Outcome.FAILED),
        treatments.cell(treatment, weeks).is_(how_long),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


def only_failed(patient: Told, treatment: Treatment, enough: int) -> tuple[Example, ...]:
    """The rule fires where the treatment failed after so many weeks; that it is closed is less."""
    bare = without(patient, *failed(treatment, enough))
    return (
        *_failed(patient, treatment, enough),
        *silent_for_each(bare, *_closed(treatment)),
    )


def failed_or_closed(patient: Told, treatment: Treatment, enough: int) -> tuple[Example, ...]:
    """The rule fires where the treatment failed after so many weeks, or cannot be had."""
    bare = without(patient, *failed(treatment, enough))
    return (
        *_failed(patient, treatment, enough),
        *fires_for_each(bare, *_closed(treatment)),
    )


def _closed(treatment: Treatment) -> Told:
    closed = (Outcome.NOT_TOLERATED, Outcome.CONTRAINDICATED, Outcome.NOT_AVAILABLE)
    return tuple(treatments.cell(treatment, outcome).is_(each) for each in closed)


def _failed(patient: Told, treatment: Treatment, enough: int) -> tuple[Example, ...]:
    """Long enough, in full, taken and in vain; a week less, or one of these otherwise, is less."""
    told = but(patient, *failed(treatment, enough))
    bare = without(told, *failed(treatment, enough))
    not_failed = (Outcome.IN_PROGRESS, Outcome.WORKED, Outcome.PARTIAL)
    return (
        *fires_for_each(told),
        *silent_for_each(
            told,
            treatments.cell(treatment, weeks).is_(enough - 1),
            treatments.cell(treatment, full_dose).no,
            treatments.cell(treatment, taken_as_agreed).no,
            *(treatments.cell(treatment, outcome).is_(each) for each in not_failed),
        ),
        *silent_for_each(bare, treatments.cell(treatment, outcome).is_(Outcome.NOT_TRIED)),
    )
