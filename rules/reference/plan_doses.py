"""Which calculated doses stand beside the verdicts, and for whom."""

from engine.language import ShownDose, all_of, any_of
from rules.reference.concepts import MITOXANTRONE_CANDIDATE
from rules.reference.cyclophosphamide_doses import BY_TABLE
from rules.reference.cyclophosphamide_limits import DOSE_1200, DOSE_1500
from rules.reference.guards import CYCLOPHOSPHAMIDE_NAMED, SCLEROSIS
from rules.reference.mitoxantrone_limits import CAP_EU, CAP_US, NEVER_GIVEN
from rules.vocabulary.calculated import cyclops_dose, kdigo_dose, mitoxantrone_after_next
from rules.vocabulary.treatments import prior_mitoxantrone

PULSES = (DOSE_1200, DOSE_1500)

SHOWN_DOSES = (
    ShownDose(
        finding=cyclops_dose.id, when=all_of(CYCLOPHOSPHAMIDE_NAMED, BY_TABLE), limits=PULSES
    ),
    ShownDose(finding=kdigo_dose.id, when=all_of(CYCLOPHOSPHAMIDE_NAMED, BY_TABLE), limits=PULSES),
    ShownDose(
        finding=mitoxantrone_after_next.id,
        when=all_of(
            SCLEROSIS,
            any_of(MITOXANTRONE_CANDIDATE.yes, prior_mitoxantrone.above(NEVER_GIVEN)),
        ),
        limits=(CAP_US, CAP_EU),
    ),
)
