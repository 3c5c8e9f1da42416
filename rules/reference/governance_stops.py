"""That nothing which is known stops cyclophosphamide: what is unknown is no reason against it.

A suspected infection or fever pauses the drug only until it is worked up, and is left out: there
time is critical too.
"""

from engine.language import IsNotKnown, all_of, any_of
from rules.reference.cyclophosphamide import LOW_ENOUGH_TO_HOLD, NOT_THE_DISEASE
from rules.reference.cyclophosphamide_limits import (
    ALT_3,
    LIFETIME_36,
    NEUTROPHILS_05,
    NEUTROPHILS_15,
    PLATELETS_50,
    WBC_4,
)
from rules.reference.guards import MYOPATHY
from rules.vocabulary.blood import (
    CytopeniaCause,
    alt,
    cytopenia_cause,
    neutrophils,
    platelets,
    wbc,
)
from rules.vocabulary.heart import (
    Hypersensitivity,
    UrinaryFindings,
    hypersensitivity,
    urinary_findings,
    urinary_outflow_obstruction,
)
from rules.vocabulary.infection import (
    ActiveInfection,
    Tuberculosis,
    active_infection,
    tuberculosis,
)
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status
from rules.vocabulary.treatments import Medicine, medicines, prior_cyclophosphamide

_ALLERGY = hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE)
_ETANERCEPT = medicines.has(Medicine.ETANERCEPT)

COUNTS_ENOUGH = all_of(
    any_of(neutrophils.is_not_known(), neutrophils.above(NEUTROPHILS_15)),
    any_of(platelets.is_not_known(), platelets.at_least(PLATELETS_50)),
    any_of(wbc.is_not_known(), wbc.at_least(WBC_4)),
)
NOTHING_STOPS = all_of(
    any_of(
        IsNotKnown(_ALLERGY.finding), hypersensitivity.has_not(Hypersensitivity.CYCLOPHOSPHAMIDE)
    ),
    any_of(IsNotKnown(_ETANERCEPT.finding), medicines.has_not(Medicine.ETANERCEPT)),
    any_of(urinary_outflow_obstruction.is_not_known(), urinary_outflow_obstruction.no),
    any_of(prior_cyclophosphamide.is_not_known(), prior_cyclophosphamide.below(LIFETIME_36)),
    any_of(alt.is_not_known(), alt.at_most(ALT_3), MYOPATHY),
    any_of(
        urinary_findings.is_not_known(),
        urinary_findings.is_one_of(UrinaryFindings.NORMAL, UrinaryFindings.GLOMERULAR_HAEMATURIA),
    ),
    any_of(neutrophils.is_not_known(), neutrophils.at_least(NEUTROPHILS_05)),
    any_of(
        # Why a count is low is not known only where one is low.
        all_of(cytopenia_cause.is_not_known(), LOW_ENOUGH_TO_HOLD),
        cytopenia_cause.is_one_of(
            *(each for each in CytopeniaCause if each.value not in NOT_THE_DISEASE.values)
        ),
        COUNTS_ENOUGH,
    ),
    any_of(
        active_infection.is_not_known(),
        active_infection.is_one_of(
            ActiveInfection.NONE, ActiveInfection.SUSPECTED, ActiveInfection.LOCALISED
        ),
    ),
    any_of(
        tuberculosis.is_not_known(),
        tuberculosis.is_one_of(*(each for each in Tuberculosis if each is not Tuberculosis.ACTIVE)),
    ),
    any_of(
        pregnancy_status.is_not_known(),
        pregnancy_status.is_one_of(
            PregnancyStatus.NOT_PREGNANT, PregnancyStatus.TRIMESTER_2, PregnancyStatus.TRIMESTER_3
        ),
    ),
)
