"""What is still missing, as conditions: for the checklists and for what must not wait."""

from engine.language import IsNotKnown, any_of
from rules.vocabulary.blood import neutrophils, platelets, wbc
from rules.vocabulary.heart import (
    Hypersensitivity,
    Malignancy,
    UrinaryFindings,
    heart_failure_history,
    hypersensitivity,
    lvef,
    malignancy,
    urinary_findings,
    urinary_outflow_obstruction,
)
from rules.vocabulary.infection import (
    ActiveInfection,
    HepatitisB,
    Tuberculosis,
    active_infection,
    hepatitis_b,
    tuberculosis,
)
from rules.vocabulary.organs import OrganThreat, organ_threats
from rules.vocabulary.patient import height, weight
from rules.vocabulary.reproduction import pregnancy_possible, pregnancy_status
from rules.vocabulary.treatments import (
    Medicine,
    anthracycline_or_chest_radiotherapy,
    medicines,
    prior_cyclophosphamide,
    prior_mitoxantrone,
)

ORGANS_UNKNOWN = IsNotKnown(organ_threats.has(OrganThreat.GLOMERULONEPHRITIS).finding)
CYC_MISSING = any_of(
    pregnancy_possible.is_not_known(),
    pregnancy_status.is_not_known(),
    active_infection.is_not_known(),
    wbc.is_not_known(),
    neutrophils.is_not_known(),
    platelets.is_not_known(),
    urinary_outflow_obstruction.is_not_known(),
    urinary_findings.is_not_known(),
    malignancy.is_not_known(),
    IsNotKnown(hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE).finding),
    IsNotKnown(medicines.has(Medicine.ETANERCEPT).finding),
    prior_cyclophosphamide.is_not_known(),
    hepatitis_b.is_not_known(),
    tuberculosis.is_not_known(),
    weight.is_not_known(),
)
MITOX_MISSING = any_of(
    lvef.is_not_known(),
    prior_mitoxantrone.is_not_known(),
    neutrophils.is_not_known(),
    platelets.is_not_known(),
    heart_failure_history.is_not_known(),
    anthracycline_or_chest_radiotherapy.is_not_known(),
    pregnancy_possible.is_not_known(),
    active_infection.is_not_known(),
    height.is_not_known(),
    weight.is_not_known(),
)

# For examples: everything but the weight.
ALL_KNOWN = (
    pregnancy_possible.no,
    active_infection.is_(ActiveInfection.NONE),
    wbc.is_(6),
    neutrophils.is_(4),
    platelets.is_(200),
    urinary_outflow_obstruction.no,
    urinary_findings.is_(UrinaryFindings.NORMAL),
    malignancy.is_(Malignancy.NONE),
    hypersensitivity.has_not(Hypersensitivity.CYCLOPHOSPHAMIDE),
    medicines.has_not(Medicine.ETANERCEPT),
    prior_cyclophosphamide.is_(0),
    hepatitis_b.is_(HepatitisB.NEGATIVE),
    tuberculosis.is_(Tuberculosis.NEGATIVE),
)
HEART_KNOWN = (
    lvef.is_(60),
    prior_mitoxantrone.is_(0),
    neutrophils.is_(4),
    platelets.is_(200),
    heart_failure_history.no,
    anthracycline_or_chest_radiotherapy.no,
    pregnancy_possible.no,
    active_infection.is_(ActiveInfection.NONE),
    height.is_(170),
)
