"""Edges of the safety of both drugs: infection, vaccines, screening, cancer, and low counts."""

from engine.language import Edges, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import (
    GPA,
    LUPUS,
    SCLEROSIS,
    cyclophosphamide_named,
    either_named,
    sclerosis_only,
)
from rules.vocabulary.blood import CytopeniaCause, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.heart import Malignancy, malignancy
from rules.vocabulary.infection import (
    ActiveInfection,
    HepatitisB,
    Tuberculosis,
    active_infection,
    hepatitis_b,
    igg,
    temperature,
    tuberculosis,
)
from rules.vocabulary.lupus import NephritisClass, nephritis_class
from rules.vocabulary.organs import OrganThreat, organ_threats
from rules.vocabulary.patient import Region, region
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    gadolinium_lesions,
    ms_course,
)
from rules.vocabulary.treatments import Medicine, medicines

NONE = active_infection.is_(ActiveInfection.NONE)
SUSPECTED = active_infection.is_(ActiveInfection.SUSPECTED)
LOCALISED = active_infection.is_(ActiveInfection.LOCALISED)
URINARY = active_infection.is_(ActiveInfection.URINARY)
SERIOUS = active_infection.is_(ActiveInfection.SERIOUS)
US = region.is_(Region.US)

CANCER = malignancy.is_(Malignancy.CURRENT)
NO_CANCER_NOW = (
    malignancy.is_(Malignancy.NONE),
    malignancy.is_(Malignancy.PAST_BLADDER),
    malignancy.is_(Malignancy.PAST_OTHER),
)
ACTIVE = tuberculosis.is_(Tuberculosis.ACTIVE)
UNTREATED = tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)
TREATED = tuberculosis.is_(Tuberculosis.LATENT_TREATED)
NO_TUBERCULOSIS = tuberculosis.is_(Tuberculosis.NEGATIVE)
ANTIGEN = hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)
CORE_ONLY = hepatitis_b.is_(HepatitisB.CORE_ANTIBODY_ONLY)
NO_HEPATITIS = hepatitis_b.is_(HepatitisB.NEGATIVE)

# The drug is an option for the first of each pair, and not for the second.
NERVES = (GPA, organ_threats.has(OrganThreat.MONONEURITIS))
NO_NERVES = (GPA, organ_threats.has_not(OrganThreat.MONONEURITIS))
CLASS_IV = (LUPUS, nephritis_class.is_(NephritisClass.IV))
CLASS_II = (LUPUS, nephritis_class.is_(NephritisClass.II))
EVOLVING = (SCLEROSIS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(1))
RELAPSING = (*EVOLVING, ms_course.is_(MsCourse.RELAPSING_REMITTING))
PRIMARY = (*EVOLVING, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE))

SAFETY: tuple[Edges, ...] = (
    edges(
        "RSAF-1",
        cyclophosphamide_named(SERIOUS),
        silent_for_each((LUPUS,), (), NONE, SUSPECTED, LOCALISED, URINARY),
    ),
    edges(
        "RSAF-2",
        sclerosis_only(SERIOUS),
        silent_for_each((SCLEROSIS,), (), NONE, SUSPECTED, LOCALISED, URINARY),
    ),
    edges(
        "RSAF-3",
        cyclophosphamide_named(URINARY),
        silent_for_each((LUPUS,), (), NONE, SUSPECTED, LOCALISED, SERIOUS),
    ),
    edges(
        "RSAF-4",
        cyclophosphamide_named(SUSPECTED),
        cyclophosphamide_named(temperature.is_(38)),
        fires_for_each((LUPUS, temperature.is_(37)), SUSPECTED),
        fires_for_each((LUPUS, temperature.is_(38)), NONE, LOCALISED),
        silent_for_each((LUPUS, temperature.is_(37.9)), (), NONE, LOCALISED, URINARY, SERIOUS),
    ),
    edges(
        "RSAF-5",
        sclerosis_only(SUSPECTED),
        sclerosis_only(temperature.is_(38)),
        fires_for_each((SCLEROSIS, temperature.is_(37)), SUSPECTED),
        silent_for_each((SCLEROSIS, temperature.is_(37.9)), (), NONE, LOCALISED, URINARY, SERIOUS),
    ),
    edges(
        "RSAF-6",
        either_named(SUSPECTED),
        either_named(temperature.is_(38)),
        fires_for_each((LUPUS, temperature.is_(37)), SUSPECTED, LOCALISED, URINARY, SERIOUS),
        fires_for_each((LUPUS, NONE), temperature.is_(38)),
        silent_for_each((LUPUS, temperature.is_(37.9)), (), NONE),
    ),
    edges(
        "RSAF-7",
        cyclophosphamide_named(US, SERIOUS),
        fires_for_each((LUPUS, US), SERIOUS, URINARY, SUSPECTED),
        silent_for_each((LUPUS, US), (), NONE, LOCALISED),
        silent_for_each(
            (LUPUS, SERIOUS),
            (),
            region.is_(Region.EU),
            region.is_(Region.UK),
            region.is_(Region.OTHER),
        ),
    ),
    edges("RSAF-17", either_named(medicines.has(Medicine.LIVE_VACCINE_PLANNED))),
    edges("RSAF-18", cyclophosphamide_named(igg.is_(2.9)), silent_for_each((GPA,), igg.is_(3))),
    edges(
        "RSAF-19",
        cyclophosphamide_named(ACTIVE),
        silent_for_each((GPA,), (), NO_TUBERCULOSIS, UNTREATED, TREATED),
    ),
    edges(
        "RSAF-20",
        sclerosis_only(ACTIVE),
        silent_for_each((SCLEROSIS,), (), NO_TUBERCULOSIS, UNTREATED, TREATED),
    ),
    edges(
        "RSAF-21",
        fires_for_each((*NERVES, UNTREATED)),
        fires_for_each((*CLASS_IV, UNTREATED)),
        silent_for_each((*NERVES,), (), NO_TUBERCULOSIS, TREATED, ACTIVE),
        silent_for_each((*CLASS_II, UNTREATED)),
    ),
    edges(
        "RSAF-22",
        either_named(UNTREATED),
        silent_for_each((GPA,), (), NO_TUBERCULOSIS, TREATED, ACTIVE),
    ),
    edges(
        "RSAF-23",
        fires_for_each((*NERVES, ANTIGEN)),
        fires_for_each((*CLASS_IV, ANTIGEN)),
        silent_for_each((*NERVES,), (), NO_HEPATITIS, CORE_ONLY),
        silent_for_each((*CLASS_II, ANTIGEN)),
    ),
    edges(
        "RSAF-24",
        either_named(ANTIGEN),
        silent_for_each((GPA,), (), NO_HEPATITIS, CORE_ONLY),
    ),
    edges(
        "RSAF-25",
        fires_for_each((*NERVES, CANCER)),
        fires_for_each((*CLASS_IV, CANCER)),
        silent_for_each((*CLASS_IV,), (), *NO_CANCER_NOW),
        silent_for_each((*CLASS_II, CANCER)),
    ),
    edges(
        "RSAF-26",
        fires_for_each((*RELAPSING, CANCER)),
        silent_for_each((*RELAPSING,), (), *NO_CANCER_NOW),
        silent_for_each((*PRIMARY, CANCER)),
    ),
    edges("RSAF-27", either_named(CANCER), silent_for_each((LUPUS,), (), *NO_CANCER_NOW)),
    edges(
        "RSAF-28",
        fires_for_each((*NERVES, LOCALISED)),
        fires_for_each((*CLASS_IV, LOCALISED)),
        silent_for_each((*NERVES,), (), NONE, SUSPECTED, URINARY, SERIOUS),
        silent_for_each((*NO_NERVES, LOCALISED)),
    ),
    edges(
        "RSAF-29",
        either_named(neutrophils.is_(1.5)),
        fires_for_each((LUPUS,), wbc.is_(3.9), neutrophils.is_(1.5), platelets.is_(99)),
        # One low count among others that are not is enough.
        fires_for_each(
            (LUPUS, wbc.is_(4), neutrophils.is_(1.6), platelets.is_(100)),
            wbc.is_(3.9),
            neutrophils.is_(1.5),
            platelets.is_(99),
        ),
        silent_for_each((LUPUS,), (), wbc.is_(4), neutrophils.is_(1.6), platelets.is_(100)),
        silent_for_each((LUPUS, wbc.is_(4), neutrophils.is_(1.6), platelets.is_(100))),
        # Whatever the cause: once it is told, there is nothing to find out.
        silent_for_each(
            (LUPUS, neutrophils.is_(1.3)),
            cytopenia_cause.is_(CytopeniaCause.DISEASE),
            cytopenia_cause.is_(CytopeniaCause.DRUG),
            cytopenia_cause.is_(CytopeniaCause.INFECTION),
            cytopenia_cause.is_(CytopeniaCause.MARROW),
            cytopenia_cause.is_(CytopeniaCause.BENIGN_CONSTITUTIONAL),
        ),
    ),
    edges(
        "RSAF-30",
        either_named(CORE_ONLY),
        silent_for_each((GPA,), (), NO_HEPATITIS, ANTIGEN),
    ),
)
