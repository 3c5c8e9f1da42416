"""What is still missing, as conditions: for the checklists and for what must not wait."""

from engine.language import IsNotKnown, all_of, any_of
from rules.reference.safety_screening import LOW
from rules.vocabulary.blood import alt, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.heart import (
    Hypersensitivity,
    Malignancy,
    UrinaryFindings,
    heart_failure_history,
    hypersensitivity,
    lvef,
    lvef_age_weeks,
    lvef_baseline,
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
    temperature,
    tuberculosis,
)
from rules.vocabulary.organs import creatinine, egfr
from rules.vocabulary.patient import Region, height, region, weight
from rules.vocabulary.reproduction import (
    PregnancyStatus,
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)
from rules.vocabulary.treatments import (
    Medicine,
    MitoxantroneCourse,
    PlannedRegimen,
    anthracycline_or_chest_radiotherapy,
    medicines,
    mitoxantrone_course,
    planned_regimen,
    prior_cyclophosphamide,
    prior_mitoxantrone,
)

REPRODUCTION_MISSING = any_of(
    pregnancy_possible.is_not_known(),
    pregnancy_status.is_not_known(),
    all_of(
        pregnancy_possible.yes,
        pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT),
        contraception_effective.is_not_known(),
    ),
)
CAUSE_MISSING = all_of(LOW, cytopenia_cause.is_not_known())
# The low-dose regimen is one fixed dose for everybody.
DOSE_MISSING = all_of(
    weight.is_not_known(),
    any_of(
        planned_regimen.is_not_known(),
        planned_regimen.is_one_of(
            *(each for each in PlannedRegimen if each is not PlannedRegimen.EURO_LUPUS)
        ),
    ),
)
CYC_MISSING = any_of(
    REPRODUCTION_MISSING,
    active_infection.is_not_known(),
    temperature.is_not_known(),
    wbc.is_not_known(),
    neutrophils.is_not_known(),
    platelets.is_not_known(),
    CAUSE_MISSING,
    all_of(creatinine.is_not_known(), egfr.is_not_known()),
    urinary_outflow_obstruction.is_not_known(),
    urinary_findings.is_not_known(),
    malignancy.is_not_known(),
    IsNotKnown(hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE).finding),
    IsNotKnown(medicines.has(Medicine.ETANERCEPT).finding),
    prior_cyclophosphamide.is_not_known(),
    hepatitis_b.is_not_known(),
    tuberculosis.is_not_known(),
    DOSE_MISSING,
)
# Liver enzymes are on the checklist; what the verdict waits for does not name them.
CYC_CHECKLIST = any_of(CYC_MISSING, alt.is_not_known())
MITOX_MISSING = any_of(
    lvef.is_not_known(),
    prior_mitoxantrone.is_not_known(),
    mitoxantrone_course.is_not_known(),
    all_of(
        mitoxantrone_course.is_one_of(MitoxantroneCourse.ONGOING, MitoxantroneCourse.STOPPED),
        lvef_baseline.is_not_known(),
    ),
    all_of(
        mitoxantrone_course.is_(MitoxantroneCourse.ONGOING),
        lvef_age_weeks.is_not_known(),
    ),
    wbc.is_not_known(),
    neutrophils.is_not_known(),
    platelets.is_not_known(),
    CAUSE_MISSING,
    heart_failure_history.is_not_known(),
    anthracycline_or_chest_radiotherapy.is_not_known(),
    REPRODUCTION_MISSING,
    active_infection.is_not_known(),
    temperature.is_not_known(),
    tuberculosis.is_not_known(),
    hepatitis_b.is_not_known(),
    malignancy.is_not_known(),
    alt.is_not_known(),
    IsNotKnown(hypersensitivity.has(Hypersensitivity.MITOXANTRONE).finding),
    IsNotKnown(hypersensitivity.has(Hypersensitivity.SULFITE).finding),
    region.is_not_known(),
    height.is_not_known(),
    weight.is_not_known(),
)

# For examples: everything but the weight.
ALL_KNOWN = (
    pregnancy_possible.no,
    active_infection.is_(ActiveInfection.NONE),
    temperature.is_(36.8),
    wbc.is_(6),
    neutrophils.is_(4),
    platelets.is_(200),
    alt.is_(1),
    creatinine.is_(80),
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
    mitoxantrone_course.is_(MitoxantroneCourse.NEVER),
    wbc.is_(6),
    neutrophils.is_(4),
    platelets.is_(200),
    heart_failure_history.no,
    anthracycline_or_chest_radiotherapy.no,
    pregnancy_possible.no,
    active_infection.is_(ActiveInfection.NONE),
    temperature.is_(36.8),
    tuberculosis.is_(Tuberculosis.NEGATIVE),
    hepatitis_b.is_(HepatitisB.NEGATIVE),
    malignancy.is_(Malignancy.NONE),
    alt.is_(1),
    hypersensitivity.has_not(Hypersensitivity.MITOXANTRONE),
    hypersensitivity.has_not(Hypersensitivity.SULFITE),
    region.is_(Region.EU),
    height.is_(170),
)
