"""How one treatment went: courses that patients on the edges of rules have behind them."""

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


def came_of(treatment: Treatment, what: Outcome) -> Told:
    """What came of a treatment, and nothing else of it."""
    return (treatments.cell(treatment, outcome).is_(what),)


def course(treatment: Treatment, what: Outcome, for_weeks: float) -> Told:
    """A course in full dose that was taken as agreed, and what came of it."""
    return (
        treatments.cell(treatment, outcome).is_(what),
        treatments.cell(treatment, weeks).is_(for_weeks),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


def flaws(treatment: Treatment, too_few_weeks: float) -> tuple[Told, ...]:
    """What makes a failed course no adequate one: too short, too little, or not taken."""
    return (
        (treatments.cell(treatment, weeks).is_(too_few_weeks),),
        (treatments.cell(treatment, full_dose).no,),
        (treatments.cell(treatment, taken_as_agreed).no,),
    )


def other_ends(treatment: Treatment) -> tuple[Told, ...]:
    """What else can come of a course that ran in full, with the treatment still open."""
    return tuple(
        came_of(treatment, what) for what in (Outcome.IN_PROGRESS, Outcome.WORKED, Outcome.PARTIAL)
    )


def closures(treatment: Treatment) -> tuple[Told, ...]:
    """Each way in which a treatment is closed without having failed."""
    return tuple(
        came_of(treatment, what)
        for what in (Outcome.NOT_TOLERATED, Outcome.CONTRAINDICATED, Outcome.NOT_AVAILABLE)
    )


def failed(treatment: Treatment, for_weeks: float) -> Told:
    """A course in full dose that was taken as agreed, and in vain."""
    return course(treatment, Outcome.FAILED, for_weeks)


def only_failed(patient: Told, treatment: Treatment, enough: int) -> tuple[Example, ...]:
    """The rule fires where the treatment failed after so many weeks; that it is closed is less."""
    bare = without(patient, *failed(treatment, enough))
    return (
        *_failed(patient, treatment, enough),
        *silent_for_each(bare, *closures(treatment)),
    )


def failed_or_closed(patient: Told, treatment: Treatment, enough: int) -> tuple[Example, ...]:
    """The rule fires where the treatment failed after so many weeks, or cannot be had."""
    bare = without(patient, *failed(treatment, enough))
    return (
        *_failed(patient, treatment, enough),
        *fires_for_each(bare, *closures(treatment)),
    )


def _failed(patient: Told, treatment: Treatment, enough: int) -> tuple[Example, ...]:
    """Long enough, in full, taken and in vain; a week less, or one of these otherwise, is less."""
    told = but(patient, *failed(treatment, enough))
    bare = without(told, *failed(treatment, enough))
    return (
        *fires_for_each(told),
        *silent_for_each(
            told,
            *flaws(treatment, enough - 1),
            *other_ends(treatment),
        ),
        *silent_for_each(bare, came_of(treatment, Outcome.NOT_TRIED)),
    )
