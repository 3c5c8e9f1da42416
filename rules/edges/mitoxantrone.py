"""Edges of the safety of mitoxantrone: lifetime dose, blood, liver, allergy, and the team."""

from engine.language import Edges, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import SCLEROSIS, sclerosis_only
from rules.vocabulary.blood import CytopeniaCause, alt, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.heart import Hypersensitivity, hypersensitivity
from rules.vocabulary.infection import (
    ActiveInfection,
    HepatitisB,
    Tuberculosis,
    active_infection,
    hepatitis_b,
    tuberculosis,
)
from rules.vocabulary.patient import Region, region
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    gadolinium_lesions,
    ms_course,
)
from rules.vocabulary.treatments import (
    MitoxantroneCourse,
    Outcome,
    Treatment,
    mitoxantrone_course,
    outcome,
    prior_mitoxantrone,
    treatments,
)

SO_FAR = prior_mitoxantrone
US = region.is_(Region.US)
EU = region.is_(Region.EU)
UK = region.is_(Region.UK)
ELSEWHERE = region.is_(Region.OTHER)
ALLERGY = hypersensitivity.has(Hypersensitivity.MITOXANTRONE)
SULFITE = hypersensitivity.has(Hypersensitivity.SULFITE)
NO_SULFITE = hypersensitivity.has_not(Hypersensitivity.SULFITE)
STOPPED = mitoxantrone_course.is_(MitoxantroneCourse.STOPPED)
ONGOING = mitoxantrone_course.is_(MitoxantroneCourse.ONGOING)
NEVER = mitoxantrone_course.is_(MitoxantroneCourse.NEVER)
NATALIZUMAB = treatments.cell(Treatment.NATALIZUMAB, outcome)

BY_DISEASE = cytopenia_cause.is_(CytopeniaCause.DISEASE)
BY_DRUG = cytopenia_cause.is_(CytopeniaCause.DRUG)
BY_MARROW = cytopenia_cause.is_(CytopeniaCause.MARROW)
BY_INFECTION = cytopenia_cause.is_(CytopeniaCause.INFECTION)
LIFELONG = cytopenia_cause.is_(CytopeniaCause.BENIGN_CONSTITUTIONAL)

# Highly active: an option in a relapsing course, none in a primary progressive one.
EVOLVING = (SCLEROSIS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(1))
OPTION = (*EVOLVING, ms_course.is_(MsCourse.RELAPSING_REMITTING))
NO_OPTION = (*EVOLVING, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE))
NOT_LOW = (wbc.is_(4), neutrophils.is_(1.6), platelets.is_(100))
EACH_LOW = (wbc.is_(3.9), neutrophils.is_(1.5), platelets.is_(99))

MITOXANTRONE: tuple[Edges, ...] = (
    edges(
        "RMIT-1",
        sclerosis_only(ALLERGY),
        silent_for_each(
            (SCLEROSIS, hypersensitivity.has_not(Hypersensitivity.MITOXANTRONE)),
            SULFITE,
            hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE),
        ),
    ),
    edges(
        "RMIT-2",
        sclerosis_only(SULFITE, EU),
        fires_for_each((SCLEROSIS, SULFITE), EU, UK, ELSEWHERE),
        silent_for_each((SCLEROSIS, SULFITE), US),
        silent_for_each((SCLEROSIS, EU), (), NO_SULFITE),
    ),
    edges(
        "RMIT-3",
        fires_for_each((*OPTION, SULFITE, US)),
        silent_for_each((*OPTION, SULFITE), (), EU, UK, ELSEWHERE),
        silent_for_each((*OPTION, US), (), NO_SULFITE),
        silent_for_each((*NO_OPTION, SULFITE, US)),
    ),
    edges(
        "RMIT-10",
        sclerosis_only(neutrophils.is_(1.4)),
        # Whatever the cause: the label asks for none.
        fires_for_each((SCLEROSIS, neutrophils.is_(1.4)), BY_DISEASE, BY_DRUG, LIFELONG),
        silent_for_each((SCLEROSIS,), neutrophils.is_(1.5)),
    ),
    # One dose of 12 is reckoned ahead.
    edges(
        "RMIT-11",
        sclerosis_only(SO_FAR.is_(129)),
        fires_for_each((SCLEROSIS, SO_FAR.is_(129)), US, EU, UK, ELSEWHERE),
        silent_for_each((SCLEROSIS, SO_FAR.is_(128)), US, EU),
    ),
    edges(
        "RMIT-12",
        sclerosis_only(SO_FAR.is_(61), EU),
        fires_for_each((SCLEROSIS, SO_FAR.is_(61)), EU, UK, ELSEWHERE),
        silent_for_each((SCLEROSIS, SO_FAR.is_(60)), EU, UK, ELSEWHERE),
        silent_for_each((SCLEROSIS, SO_FAR.is_(61)), US),
        silent_for_each((SCLEROSIS, EU)),
    ),
    edges(
        "RMIT-13",
        sclerosis_only(EU, STOPPED),
        fires_for_each((SCLEROSIS, STOPPED), EU, UK),
        silent_for_each((SCLEROSIS, STOPPED), US, ELSEWHERE),
        silent_for_each((SCLEROSIS, EU), (), NEVER, ONGOING),
    ),
    edges(
        "RMIT-14",
        sclerosis_only(alt.is_(3.1)),
        silent_for_each((SCLEROSIS,), alt.is_(3)),
    ),
    edges(
        "RMIT-15",
        sclerosis_only(SO_FAR.is_(88)),
        silent_for_each((SCLEROSIS,), SO_FAR.is_(87)),
    ),
    edges(
        "RMIT-16",
        sclerosis_only(SO_FAR.is_(61)),
        fires_for_each((SCLEROSIS,), SO_FAR.is_(61), SO_FAR.is_(128)),
        silent_for_each((SCLEROSIS,), SO_FAR.is_(60), SO_FAR.is_(129)),
        silent_for_each((SCLEROSIS, SO_FAR.is_(61)), US, EU, UK, ELSEWHERE),
    ),
    edges(
        "RMIT-18",
        sclerosis_only(NATALIZUMAB.is_(Outcome.FAILED)),
        fires_for_each(
            (SCLEROSIS,),
            NATALIZUMAB.is_(Outcome.IN_PROGRESS),
            NATALIZUMAB.is_(Outcome.WORKED),
            NATALIZUMAB.is_(Outcome.PARTIAL),
            NATALIZUMAB.is_(Outcome.FAILED),
            NATALIZUMAB.is_(Outcome.NOT_TOLERATED),
        ),
        silent_for_each(
            (SCLEROSIS,),
            (),
            NATALIZUMAB.is_(Outcome.NOT_TRIED),
            NATALIZUMAB.is_(Outcome.CONTRAINDICATED),
            NATALIZUMAB.is_(Outcome.NOT_AVAILABLE),
            treatments.cell(Treatment.ANTI_CD20, outcome).is_(Outcome.FAILED),
        ),
    ),
    edges("RMIT-19", fires_for_each(OPTION), silent_for_each(NO_OPTION)),
    edges(
        "RMIT-20",
        sclerosis_only(SO_FAR.is_(12)),
        fires_for_each(OPTION, (), SO_FAR.is_(0)),
        fires_for_each(NO_OPTION, SO_FAR.is_(1)),
        silent_for_each(NO_OPTION, (), SO_FAR.is_(0)),
    ),
    edges(
        "RMIT-21",
        fires_for_each((*OPTION, BY_DRUG), *EACH_LOW),
        fires_for_each((*OPTION, *NOT_LOW, BY_DRUG), *EACH_LOW),
        silent_for_each((*OPTION, *NOT_LOW, BY_DRUG)),
        silent_for_each((*OPTION, BY_DRUG), (), *NOT_LOW),
        fires_for_each((*OPTION, platelets.is_(99)), BY_DRUG, BY_MARROW, BY_INFECTION),
        silent_for_each((*OPTION, platelets.is_(99)), (), BY_DISEASE, LIFELONG),
        silent_for_each((*NO_OPTION, platelets.is_(99), BY_DRUG)),
    ),
    edges(
        "RMIT-22",
        fires_for_each((*OPTION, LIFELONG), *EACH_LOW),
        fires_for_each((*OPTION, *NOT_LOW, LIFELONG), *EACH_LOW),
        silent_for_each((*OPTION, *NOT_LOW, LIFELONG)),
        silent_for_each((*OPTION, LIFELONG), (), *NOT_LOW),
        fires_for_each((*OPTION, platelets.is_(99)), BY_DISEASE, LIFELONG),
        silent_for_each((*OPTION, platelets.is_(99)), (), BY_DRUG, BY_MARROW, BY_INFECTION),
        silent_for_each((*NO_OPTION, platelets.is_(99), LIFELONG)),
    ),
    edges(
        "RMIT-23",
        fires_for_each(
            OPTION,
            active_infection.is_(ActiveInfection.LOCALISED),
            active_infection.is_(ActiveInfection.URINARY),
        ),
        # A suspected or serious one pauses the drug by another rule.
        silent_for_each(
            OPTION,
            (),
            active_infection.is_(ActiveInfection.NONE),
            active_infection.is_(ActiveInfection.SUSPECTED),
            active_infection.is_(ActiveInfection.SERIOUS),
        ),
        silent_for_each(NO_OPTION, active_infection.is_(ActiveInfection.LOCALISED)),
    ),
    edges(
        "RMIT-24",
        sclerosis_only(SULFITE, US),
        silent_for_each((SCLEROSIS, SULFITE), (), EU, UK, ELSEWHERE),
        silent_for_each((SCLEROSIS, US), (), NO_SULFITE),
    ),
    edges(
        "RMIT-25",
        fires_for_each(OPTION, hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)),
        silent_for_each(
            OPTION,
            (),
            hepatitis_b.is_(HepatitisB.NEGATIVE),
            hepatitis_b.is_(HepatitisB.CORE_ANTIBODY_ONLY),
        ),
        silent_for_each(NO_OPTION, hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)),
    ),
    edges(
        "RMIT-26",
        fires_for_each(OPTION, tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)),
        silent_for_each(
            OPTION,
            (),
            tuberculosis.is_(Tuberculosis.NEGATIVE),
            tuberculosis.is_(Tuberculosis.LATENT_TREATED),
            tuberculosis.is_(Tuberculosis.ACTIVE),
        ),
        silent_for_each(NO_OPTION, tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)),
    ),
)
