"""Edges of who takes part, of the checklists before either drug, and of what must not wait."""

from engine.language import (
    Edges,
    but,
    edges,
    fires_for_each,
    fires_without_each,
    silent_for_each,
    silent_without_each,
    without,
)
from rules.edges.diagnoses import ARTHRITIS, GPA, LUPUS, MPA, MYOPATHY, SCLEROSIS
from rules.reference.myopathy_beside import MYOCARDITIS, NOTHING_TRIED
from rules.reference.myopathy_criteria import NO_LUNG
from rules.vocabulary.blood import CytopeniaCause, alt, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.disease import life_threatening
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
from rules.vocabulary.lupus import NephritisClass, nephritis_class
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.organs import OrganThreat, creatinine, egfr, organ_threats
from rules.vocabulary.patient import Region, height, region, weight
from rules.vocabulary.reproduction import (
    PregnancyStatus,
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    gadolinium_lesions,
    ms_course,
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

CLASS_IV = nephritis_class.is_(NephritisClass.IV)
NERVES = organ_threats.has(OrganThreat.MONONEURITIS)
LUNG = lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE)
PROGRESSIVE_LUNG = lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)

# Everything on the checklist before cyclophosphamide is answered, and nothing speaks against it.
ANSWERED = (
    pregnancy_possible.no,
    active_infection.is_(ActiveInfection.NONE),
    temperature.is_(36.8),
    wbc.is_(6),
    neutrophils.is_(3),
    platelets.is_(200),
    creatinine.is_(80),
    urinary_outflow_obstruction.no,
    urinary_findings.is_(UrinaryFindings.NORMAL),
    malignancy.is_(Malignancy.NONE),
    hypersensitivity.has_not(Hypersensitivity.CYCLOPHOSPHAMIDE),
    medicines.has_not(Medicine.ETANERCEPT),
    prior_cyclophosphamide.is_(0),
    hepatitis_b.is_(HepatitisB.NEGATIVE),
    tuberculosis.is_(Tuberculosis.NEGATIVE),
    weight.is_(70),
)
CHECKED = (LUPUS, CLASS_IV, *ANSWERED, alt.is_(1))
COULD_BE_PREGNANT = but(
    CHECKED, pregnancy_possible.yes, pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)
)
# One step below each limit from which on a count is low, while the cause is not known.
LOW_COUNTS = (wbc.is_(3.9), neutrophils.is_(1.5), platelets.is_(99))
NOT_LOW = (wbc.is_(4), neutrophils.is_(1.6), platelets.is_(100))
BY_WEIGHT = (
    PlannedRegimen.PULSE_PER_KG,
    PlannedRegimen.MONTHLY_HIGH_DOSE,
    PlannedRegimen.ORAL_DAILY,
    PlannedRegimen.WITH_RITUXIMAB,
)

# The same before mitoxantrone.
ARM_A = (
    SCLEROSIS,
    ms_course.is_(MsCourse.RELAPSING_REMITTING),
    disabling_relapses_12_months.is_(2),
    gadolinium_lesions.is_(1),
)
HEART_CHECKED = (
    *ARM_A,
    lvef.is_(60),
    prior_mitoxantrone.is_(0),
    mitoxantrone_course.is_(MitoxantroneCourse.NEVER),
    wbc.is_(6),
    neutrophils.is_(3),
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
    weight.is_(70),
)
HEART_COULD_BE_PREGNANT = but(
    HEART_CHECKED, pregnancy_possible.yes, pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)
)
ONGOING = but(
    HEART_CHECKED,
    mitoxantrone_course.is_(MitoxantroneCourse.ONGOING),
    prior_mitoxantrone.is_(20),
    lvef_baseline.is_(60),
    lvef_age_weeks.is_(4),
)
STOPPED = without(
    but(ONGOING, mitoxantrone_course.is_(MitoxantroneCourse.STOPPED)), lvef_age_weeks.is_(4)
)

# A threatened nerve in vasculitis, life in danger, everything answered but the weight.
URGENT = without((GPA, NERVES, life_threatening.yes, *ANSWERED), weight.is_(70))

ALL_ANSWERED = (GPA, NERVES, life_threatening.yes, *ANSWERED)
URGENT_PREGNANCY = but(
    ALL_ANSWERED, pregnancy_possible.yes, pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)
)
URGENT_MYOPATHY = (*but(without(URGENT, NERVES), MYOPATHY), LUNG)
TEAM_ALONE = (MYOPATHY, NO_LUNG, *NOTHING_TRIED, MYOCARDITIS)
LATER = (
    pregnancy_status.is_(PregnancyStatus.TRIMESTER_2),
    pregnancy_status.is_(PregnancyStatus.TRIMESTER_3),
)
PREGNANT = (pregnancy_possible.yes, pregnancy_status.is_(PregnancyStatus.TRIMESTER_1))
BREASTFEEDING = (pregnancy_possible.yes, pregnancy_status.is_(PregnancyStatus.BREASTFEEDING))
STOPS = (
    hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE),
    medicines.has(Medicine.ETANERCEPT),
    urinary_outflow_obstruction.yes,
    prior_cyclophosphamide.is_(36),
    alt.is_(3.1),
    urinary_findings.is_(UrinaryFindings.NON_GLOMERULAR_HAEMATURIA),
    urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS),
    neutrophils.is_(0.4),
    active_infection.is_(ActiveInfection.URINARY),
    active_infection.is_(ActiveInfection.SERIOUS),
    tuberculosis.is_(Tuberculosis.ACTIVE),
    PREGNANT,
    BREASTFEEDING,
)
NO_STOP = (
    prior_cyclophosphamide.is_(35.9),
    alt.is_(3),
    urinary_findings.is_(UrinaryFindings.GLOMERULAR_HAEMATURIA),
    neutrophils.is_(0.5),
    active_infection.is_(ActiveInfection.SUSPECTED),
    active_infection.is_(ActiveInfection.LOCALISED),
    tuberculosis.is_(Tuberculosis.LATENT_TREATED),
    tuberculosis.is_(Tuberculosis.LATENT_UNTREATED),
    (pregnancy_possible.yes, *LATER[:1]),
    (pregnancy_possible.yes, *LATER[1:]),
)
# Low enough to hold the drug, one step inside each limit and one step outside.
LOW_ENOUGH = (neutrophils.is_(1.5), platelets.is_(49), wbc.is_(3.9))
NOT_LOW_ENOUGH = (neutrophils.is_(1.6), platelets.is_(50), wbc.is_(4))

GOVERNANCE: tuple[Edges, ...] = (
    edges("RGOV-1", silent_for_each((GPA, NERVES))),
    edges(
        "RGOV-2",
        fires_for_each((GPA, NERVES), MPA),
        silent_for_each((ARTHRITIS, NERVES), (), SCLEROSIS, LUPUS),
        silent_without_each((GPA, NERVES), GPA),
    ),
    edges(
        "RGOV-4",
        fires_for_each((MYOPATHY, LUNG), ARTHRITIS),
        silent_for_each((MYOPATHY, LUNG), LUPUS, GPA),
        silent_without_each((MYOPATHY, LUNG), MYOPATHY),
    ),
    edges(
        "RGOV-15",
        fires_for_each((MYOPATHY, PROGRESSIVE_LUNG), ARTHRITIS),
        silent_for_each((GPA, NERVES), (), LUPUS),
        silent_without_each((MYOPATHY, PROGRESSIVE_LUNG), MYOPATHY),
    ),
    edges(
        "RGOV-7",
        silent_for_each(CHECKED, (), *NOT_LOW),
        silent_for_each(
            (
                LUPUS,
                nephritis_class.is_(NephritisClass.II),
            )
        ),
        fires_for_each(without(CHECKED, pregnancy_possible.no), *LATER),
        silent_for_each(COULD_BE_PREGNANT, *LATER),
        silent_for_each(without(CHECKED, creatinine.is_(80)), egfr.is_(80)),
        # Each question that is not answered is a gap; the allergy is one of a list.
        fires_without_each(CHECKED, *ANSWERED, alt.is_(1)),
        silent_for_each(CHECKED, egfr.is_(80)),
        fires_for_each(CHECKED, *LOW_COUNTS),
        silent_for_each(but(CHECKED, cytopenia_cause.is_(CytopeniaCause.DISEASE)), *LOW_COUNTS),
        fires_for_each(COULD_BE_PREGNANT),
        silent_for_each(COULD_BE_PREGNANT, contraception_effective.yes, contraception_effective.no),
        fires_without_each(COULD_BE_PREGNANT, pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)),
        silent_for_each(
            without(CHECKED, weight.is_(70)), planned_regimen.is_(PlannedRegimen.EURO_LUPUS)
        ),
        fires_for_each(
            without(CHECKED, weight.is_(70)), *(planned_regimen.is_(each) for each in BY_WEIGHT)
        ),
        silent_for_each(without(CHECKED, alt.is_(1)), SCLEROSIS),
    ),
    edges(
        "RGOV-8",
        silent_for_each(HEART_CHECKED, (), *NOT_LOW),
        silent_for_each(ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)),
        fires_for_each(without(HEART_CHECKED, pregnancy_possible.no), *LATER),
        silent_for_each(HEART_COULD_BE_PREGNANT, *LATER),
        fires_without_each(HEART_CHECKED, *HEART_CHECKED[len(ARM_A) :]),
        fires_for_each(HEART_CHECKED, *LOW_COUNTS),
        silent_for_each(but(HEART_CHECKED, cytopenia_cause.is_(CytopeniaCause.DRUG)), *LOW_COUNTS),
        fires_for_each(HEART_COULD_BE_PREGNANT),
        silent_for_each(
            HEART_COULD_BE_PREGNANT, contraception_effective.yes, contraception_effective.no
        ),
        fires_without_each(
            HEART_COULD_BE_PREGNANT, pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)
        ),
        silent_for_each(ONGOING),
        fires_without_each(ONGOING, lvef_baseline.is_(60), lvef_age_weeks.is_(4)),
        silent_for_each(STOPPED),
        fires_without_each(STOPPED, lvef_baseline.is_(60)),
    ),
    edges(
        "RGOV-9",
        silent_for_each(ALL_ANSWERED, (), *NOT_LOW),
        # Each answer that is missing, but for the liver, which only the checklist asks for.
        fires_without_each(ALL_ANSWERED, *ANSWERED),
        fires_for_each(ALL_ANSWERED, *LOW_COUNTS),
        silent_for_each(but(ALL_ANSWERED, egfr.is_(80))),
        silent_for_each(
            without(but(ALL_ANSWERED, egfr.is_(80)), creatinine.is_(80)),
            cytopenia_cause.is_(CytopeniaCause.NO_CYTOPENIA),
        ),
        silent_for_each(
            but(ALL_ANSWERED, cytopenia_cause.is_(CytopeniaCause.DISEASE)), *LOW_COUNTS
        ),
        fires_for_each(URGENT_PREGNANCY),
        silent_for_each(URGENT_PREGNANCY, contraception_effective.yes, *LATER),
        fires_without_each(URGENT_PREGNANCY, pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)),
        fires_without_each(
            but(URGENT_PREGNANCY, contraception_effective.yes),
            pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT),
        ),
        fires_for_each(without(ALL_ANSWERED, pregnancy_possible.no), *LATER),
        silent_for_each(URGENT, planned_regimen.is_(PlannedRegimen.EURO_LUPUS)),
        fires_for_each(URGENT, *(planned_regimen.is_(each) for each in BY_WEIGHT)),
        # What is known to stop the drug makes it no emergency of missing answers.
        silent_for_each(URGENT, *STOPS),
        fires_for_each(URGENT, *NO_STOP, *LOW_ENOUGH),
        *(
            silent_for_each(but(URGENT, cytopenia_cause.is_(cause)), *LOW_ENOUGH)
            for cause in (CytopeniaCause.DRUG, CytopeniaCause.INFECTION, CytopeniaCause.MARROW)
        ),
        *(
            fires_for_each(but(URGENT, cytopenia_cause.is_(cause)), *LOW_ENOUGH)
            for cause in (CytopeniaCause.DISEASE, CytopeniaCause.BENIGN_CONSTITUTIONAL)
        ),
        fires_for_each(but(URGENT, cytopenia_cause.is_(CytopeniaCause.DRUG)), *NOT_LOW_ENOUGH),
        fires_for_each(but(URGENT_MYOPATHY, alt.is_(3.1))),
        silent_for_each(URGENT, alt.is_(3.1), (MPA, alt.is_(3.1))),
        # In danger by criteria alone, and where it is left to the team.
        fires_for_each((GPA, organ_threats.has(OrganThreat.HEART)), life_threatening.no),
        silent_for_each((GPA, NERVES), (), life_threatening.no),
        fires_for_each(TEAM_ALONE),
        silent_for_each(TEAM_ALONE, *STOPS[:1]),
        silent_for_each((GPA, life_threatening.yes)),
    ),
    edges(
        "RGOV-19",
        fires_for_each(TEAM_ALONE),
        silent_for_each(TEAM_ALONE, creatinine.is_(80), egfr.is_(90)),
    ),
)
