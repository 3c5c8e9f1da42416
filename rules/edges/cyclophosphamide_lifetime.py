"""Edges of the lifetime dose of cyclophosphamide, and of what a course would make of it."""

from engine.language import Edges, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import GPA, cyclophosphamide_named
from rules.vocabulary.reproduction import fertility_wish
from rules.vocabulary.treatments import (
    PlannedRegimen,
    on_cyclophosphamide,
    planned_regimen,
    prior_cyclophosphamide,
)

SO_FAR = prior_cyclophosphamide
# Published totals: about 3 g, 8 g, 10 g and 16 g.
LOW_DOSE = planned_regimen.is_(PlannedRegimen.EURO_LUPUS)
PULSES = planned_regimen.is_(PlannedRegimen.PULSE_PER_KG)
MONTHLY = planned_regimen.is_(PlannedRegimen.MONTHLY_HIGH_DOSE)
TABLETS = planned_regimen.is_(PlannedRegimen.ORAL_DAILY)
ANOTHER = planned_regimen.is_(PlannedRegimen.OTHER)
NOT_BEGUN = on_cyclophosphamide.no
RUNS = on_cyclophosphamide.yes
WISH = fertility_wish.yes

LIFETIME: tuple[Edges, ...] = (
    edges(
        "RCYC-12",
        cyclophosphamide_named(SO_FAR.is_(36)),
        silent_for_each((GPA,), SO_FAR.is_(35.9)),
    ),
    edges(
        "RCYC-14",
        cyclophosphamide_named(SO_FAR.is_(25)),
        fires_for_each((GPA,), SO_FAR.is_(25), SO_FAR.is_(35.9)),
        silent_for_each((GPA,), SO_FAR.is_(24.9), SO_FAR.is_(36)),
    ),
    edges(
        "RCYC-15",
        cyclophosphamide_named(SO_FAR.is_(10), WISH),
        silent_for_each((GPA, WISH), (), SO_FAR.is_(9.9)),
        silent_for_each((GPA, SO_FAR.is_(10)), (), fertility_wish.no),
    ),
    edges(
        "RCYC-37",
        cyclophosphamide_named(SO_FAR.is_(20), TABLETS, NOT_BEGUN),
        fires_for_each(
            (GPA, NOT_BEGUN),
            (SO_FAR.is_(33), LOW_DOSE),
            (SO_FAR.is_(28), PULSES),
            (SO_FAR.is_(26), MONTHLY),
            (SO_FAR.is_(20), TABLETS),
        ),
        silent_for_each(
            (GPA, NOT_BEGUN),
            (SO_FAR.is_(32.9), LOW_DOSE),
            (SO_FAR.is_(27.9), PULSES),
            (SO_FAR.is_(25.9), MONTHLY),
            (SO_FAR.is_(19.9), TABLETS),
            # No total is published for what is not listed, and none without a regimen.
            (SO_FAR.is_(33), ANOTHER),
            SO_FAR.is_(33),
            TABLETS,
        ),
        # What a running course has given stands in the lifetime dose already.
        silent_for_each((GPA, SO_FAR.is_(20), TABLETS), (), RUNS),
    ),
    edges(
        "RCYC-38",
        cyclophosphamide_named(SO_FAR.is_(20), TABLETS),
        fires_for_each(
            (GPA,),
            (SO_FAR.is_(33), LOW_DOSE),
            (SO_FAR.is_(28), PULSES),
            (SO_FAR.is_(26), MONTHLY),
            (SO_FAR.is_(20), TABLETS),
            (SO_FAR.is_(35.9), TABLETS),
        ),
        silent_for_each(
            (GPA,),
            (SO_FAR.is_(32.9), LOW_DOSE),
            (SO_FAR.is_(27.9), PULSES),
            (SO_FAR.is_(25.9), MONTHLY),
            (SO_FAR.is_(19.9), TABLETS),
            # Reached already, without the course.
            (SO_FAR.is_(36), TABLETS),
            (SO_FAR.is_(33), ANOTHER),
            SO_FAR.is_(33),
        ),
        fires_for_each((GPA, SO_FAR.is_(20), TABLETS), (), NOT_BEGUN),
        silent_for_each((GPA, SO_FAR.is_(20), TABLETS), RUNS),
    ),
    edges(
        "RCYC-39",
        cyclophosphamide_named(SO_FAR.is_(9), TABLETS),
        fires_for_each(
            (GPA,),
            (SO_FAR.is_(22), LOW_DOSE),
            (SO_FAR.is_(17), PULSES),
            (SO_FAR.is_(15), MONTHLY),
            (SO_FAR.is_(9), TABLETS),
            (SO_FAR.is_(19.9), TABLETS),
            (SO_FAR.is_(24.9), LOW_DOSE),
        ),
        silent_for_each(
            (GPA,),
            (SO_FAR.is_(21.9), LOW_DOSE),
            (SO_FAR.is_(16.9), PULSES),
            (SO_FAR.is_(14.9), MONTHLY),
            (SO_FAR.is_(8.9), TABLETS),
            # From 36 g on another flag says so.
            (SO_FAR.is_(20), TABLETS),
            # Reached already, without the course.
            (SO_FAR.is_(25), LOW_DOSE),
            (SO_FAR.is_(22), ANOTHER),
        ),
        fires_for_each((GPA, SO_FAR.is_(9), TABLETS), (), NOT_BEGUN),
        silent_for_each((GPA, SO_FAR.is_(9), TABLETS), RUNS),
    ),
    edges(
        "RCYC-40",
        cyclophosphamide_named(SO_FAR.is_(0), TABLETS, WISH),
        fires_for_each(
            (GPA, WISH),
            (SO_FAR.is_(7), LOW_DOSE),
            (SO_FAR.is_(2), PULSES),
            (SO_FAR.is_(0), MONTHLY),
            (SO_FAR.is_(0), TABLETS),
            (SO_FAR.is_(9.9), LOW_DOSE),
        ),
        silent_for_each(
            (GPA, WISH),
            (SO_FAR.is_(6.9), LOW_DOSE),
            (SO_FAR.is_(1.9), PULSES),
            # Reached already, without the course.
            (SO_FAR.is_(10), LOW_DOSE),
            (SO_FAR.is_(9), ANOTHER),
            SO_FAR.is_(9),
            TABLETS,
        ),
        silent_for_each((GPA, SO_FAR.is_(0), TABLETS), (), fertility_wish.no),
        fires_for_each((GPA, SO_FAR.is_(0), TABLETS, WISH), (), NOT_BEGUN),
        silent_for_each((GPA, SO_FAR.is_(0), TABLETS, WISH), RUNS),
    ),
)
