"""What counts as having tried a treatment: the right dose, long enough, taken, and still active.

Not tolerated, contraindicated or not available is not failed: the treatment is closed, its effect
unknown. Both are told apart everywhere.
"""

from engine.language import Condition, Confidence, Threshold, all_of, any_of
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
)


def failed_adequately(treatment: Treatment, minimum: Threshold) -> Condition:
    """The treatment failed although dose, time and adherence were adequate."""
    return all_of(
        treatments.cell(treatment, outcome).is_(Outcome.FAILED),
        treatments.cell(treatment, weeks).at_least(minimum),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


def closed(treatment: Treatment) -> Condition:
    """The treatment cannot be used: not tolerated, contraindicated or not available."""
    return treatments.cell(treatment, outcome).is_one_of(
        Outcome.NOT_TOLERATED, Outcome.CONTRAINDICATED, Outcome.NOT_AVAILABLE
    )


def used_up(treatment: Treatment, minimum: Threshold) -> Condition:
    """Nothing is to be had of this treatment any more: it failed adequately or is closed."""
    return any_of(failed_adequately(treatment, minimum), closed(treatment))


NEPHRITIS_COURSE = Threshold(
    id="trial_nephritis_course",
    label="Adequate course of a drug for lupus nephritis",
    value=26,
    unit="weeks",
    confidence=Confidence.OWN,
    cites=("ACR-LN24", "KDIGO-LN24"),
    note="Six months, the earliest time at which the guideline judges a response; the wording is "
    "this program's own.",
)

LOW_DOSE_COURSE = Threshold(
    id="trial_low_dose_cyclophosphamide",
    label="Complete low-dose course of cyclophosphamide",
    value=10,
    unit="weeks",
    confidence=Confidence.OWN,
    cites=("ELNT",),
    note="Six pulses every two weeks take ten weeks; the response is judged at six months.",
)

LUPUS_CONVENTIONAL = Threshold(
    id="trial_lupus_conventional",
    label="Adequate trial of a conventional drug in lupus",
    value=12,
    unit="weeks",
    confidence=Confidence.OWN,
    note="No guideline states a universal number.",
)

LUPUS_BIOLOGIC = Threshold(
    id="trial_lupus_biologic",
    label="Adequate trial of a biologic in lupus",
    value=24,
    unit="weeks",
    confidence=Confidence.OWN,
    note="No guideline states a universal number.",
)

VASCULITIS_INDUCTION = Threshold(
    id="trial_vasculitis_induction",
    label="Induction of vasculitis without improvement",
    value=4,
    unit="weeks",
    confidence=Confidence.READ,
    cites=("AAV-DEF07",),
    note="Unchanged or increased activity after four weeks of standard induction.",
)

MS_TRIAL = Threshold(
    id="trial_ms",
    label="Adequate trial of a drug for multiple sclerosis",
    value=26,
    unit="weeks",
    confidence=Confidence.UNSURE,
    cites=("AAN18",),
    note="Six months at full dose, after a new baseline MRI at three to six months.",
)

ARTHRITIS_TRIAL = Threshold(
    id="trial_arthritis",
    label="Adequate trial of a drug for rheumatoid arthritis",
    value=13,
    unit="weeks",
    confidence=Confidence.OWN,
    cites=("ACR-RA21", "EULAR-RA22"),
    note="No improvement at three months, or the target missed at six, counts as failed with a "
    "conventional drug; that it holds for the other classes is this program's own.",
)

MYOPATHY_TRIAL = Threshold(
    id="trial_myopathy",
    label="Adequate trial of a drug for myopathy",
    value=12,
    unit="weeks",
    confidence=Confidence.UNSURE,
    cites=("GENERAL",),
)
