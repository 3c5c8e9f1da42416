"""Safety of mitoxantrone: what is left to the team, and is asked while it is not known."""

from engine.language import Confidence, Rule, all_of, fires, silent
from rules.reference.concepts import MITOX_TEAM, MITOXANTRONE_CANDIDATE
from rules.reference.mitoxantrone_flags import SULFITE_US
from rules.reference.safety_screening import LOW
from rules.reference.sclerosis_criteria import ARM_A, MS, RELAPSING
from rules.vocabulary.blood import CytopeniaCause, cytopenia_cause, neutrophils, platelets, wbc
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
from rules.vocabulary.sclerosis import MsCourse, ms_course

SULFITE_IN_THE_US = (MS, hypersensitivity.has(Hypersensitivity.SULFITE), region.is_(Region.US))
SULFITE_IN_EUROPE = (*SULFITE_IN_THE_US[:-1], region.is_(Region.EU))
FROM_ELSEWHERE = cytopenia_cause.is_one_of(
    CytopeniaCause.DRUG, CytopeniaCause.MARROW, CytopeniaCause.INFECTION
)
# That no count is low cannot be said of one that is low; it is here so that a count which was not
# told is asked for all the same.
OTHERWISE = cytopenia_cause.is_one_of(
    CytopeniaCause.DISEASE, CytopeniaCause.BENIGN_CONSTITUTIONAL, CytopeniaCause.NO_CYTOPENIA
)
FROM_DRUG = cytopenia_cause.is_(CytopeniaCause.DRUG)
LIFELONG = cytopenia_cause.is_(CytopeniaCause.BENIGN_CONSTITUTIONAL)

AN_OPTION = (*ARM_A, RELAPSING)
NO_OPTION = (*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE))

sulfite_allergy_us = Rule(
    id="RMIT-3",
    title="hypersensitivity to sulfite under the United States label",
    cites=("MITOX-SULF",),
    when=all_of(*SULFITE_IN_THE_US, MITOXANTRONE_CANDIDATE.yes),
    then=MITOX_TEAM,
    because="That label warns of the sulfite in the product without excluding it.",
    misuse="A warning is not a permission.",
    confidence=Confidence.READ,
    examples=(
        fires(*SULFITE_IN_THE_US, *AN_OPTION),
        silent(*SULFITE_IN_EUROPE, *AN_OPTION),
        silent(*SULFITE_IN_THE_US, *NO_OPTION),
    ),
)

low_counts_from_elsewhere = Rule(
    id="RMIT-21",
    title="low counts from a drug, the marrow or an infection",
    cites=("GENERAL", "TEACH", "S34"),
    when=all_of(MS, MITOXANTRONE_CANDIDATE.yes, LOW, FROM_ELSEWHERE),
    then=MITOX_TEAM,
    because="The drug lowers every count; a marrow that is already hurt would be driven further "
    "down.",
    misuse="The label names neutrophils only; that white cells and platelets count is this "
    "program's own choice.",
    confidence=Confidence.OWN,
    examples=(
        fires(*AN_OPTION, platelets.is_(99), wbc.is_(6), neutrophils.is_(4), FROM_DRUG),
        silent(*AN_OPTION, platelets.is_(100), wbc.is_(6), neutrophils.is_(4), FROM_DRUG),
        fires(*AN_OPTION, wbc.is_(3.9), FROM_DRUG),
        fires(*AN_OPTION, neutrophils.is_(1.5), FROM_DRUG),
        fires(*AN_OPTION, platelets.is_(99), FROM_DRUG),
        silent(*AN_OPTION, platelets.is_(99), LIFELONG),
    ),
)

low_counts_otherwise = Rule(
    id="RMIT-22",
    title="low counts from an autoimmune disease, or low all life",
    cites=("GENERAL", "TEACH", "S34"),
    when=all_of(MS, MITOXANTRONE_CANDIDATE.yes, LOW, OTHERWISE),
    then=MITOX_TEAM,
    because="Such a count is no bar by itself, but it falls from a lower level and has to be "
    "watched from there.",
    misuse="The cause has to be found, not assumed.",
    confidence=Confidence.OWN,
    examples=(
        fires(*AN_OPTION, neutrophils.is_(1.5), wbc.is_(6), platelets.is_(200), LIFELONG),
        silent(*AN_OPTION, neutrophils.is_(1.6), wbc.is_(6), platelets.is_(200), LIFELONG),
        silent(*AN_OPTION, neutrophils.is_(1.5), wbc.is_(6), platelets.is_(200), FROM_DRUG),
    ),
)

mild_infection = Rule(
    id="RMIT-23",
    title="a localised or urinary infection: the team settles it first",
    cites=("MITOX-TEVA", "TEACH"),
    when=all_of(
        MS,
        MITOXANTRONE_CANDIDATE.yes,
        active_infection.is_one_of(ActiveInfection.LOCALISED, ActiveInfection.URINARY),
    ),
    then=MITOX_TEAM,
    because="An infection is treated first; a mild one may spread when the counts are lowest, two "
    "weeks after a dose.",
    misuse="A dose every three months can wait for it; neither a stop nor nothing to think about.",
    confidence=Confidence.OWN,
    examples=(
        fires(*AN_OPTION, active_infection.is_(ActiveInfection.LOCALISED)),
        fires(*AN_OPTION, active_infection.is_(ActiveInfection.URINARY)),
        silent(*AN_OPTION, active_infection.is_(ActiveInfection.NONE)),
    ),
)

sulfite_warning = Rule(
    id="RMIT-24",
    title="sulfite: a warning in one label, an exclusion in the other",
    cites=("MITOX-SULF", "MITOX-TEVA"),
    when=all_of(*SULFITE_IN_THE_US),
    then=SULFITE_US,
    because="Two labels word the same danger differently.",
    misuse="The region decides about the wording, not about the danger.",
    confidence=Confidence.SECONDARY,
    examples=(fires(*SULFITE_IN_THE_US), silent(*SULFITE_IN_EUROPE)),
)

hepatitis = Rule(
    id="RMIT-25",
    title="hepatitis B surface antigen before mitoxantrone",
    cites=("EULAR-OI22", "ACR-RA21", "TEACH"),
    when=all_of(MS, MITOXANTRONE_CANDIDATE.yes, hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)),
    then=MITOX_TEAM,
    because="The virus multiplies when its control is taken away; hepatology plans an antiviral.",
    misuse="The sources speak of rheumatic diseases; that it holds here too is this program's own.",
    confidence=Confidence.OWN,
    examples=(
        fires(*AN_OPTION, hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)),
        silent(*AN_OPTION, hepatitis_b.is_(HepatitisB.NEGATIVE)),
    ),
)

latent_tuberculosis = Rule(
    id="RMIT-26",
    title="untreated latent tuberculosis before mitoxantrone",
    cites=("EULAR-OI22", "TEACH"),
    when=all_of(MS, MITOXANTRONE_CANDIDATE.yes, tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)),
    then=MITOX_TEAM,
    because="A latent infection may become active under treatment; protection is planned before or "
    "with it.",
    misuse="A reason to plan, not to refuse.",
    confidence=Confidence.OWN,
    examples=(
        fires(*AN_OPTION, tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)),
        silent(*AN_OPTION, tuberculosis.is_(Tuberculosis.LATENT_TREATED)),
    ),
)

LEFT_TO_THE_TEAM = (
    low_counts_from_elsewhere,
    low_counts_otherwise,
    mild_infection,
    sulfite_warning,
    hepatitis,
    latent_tuberculosis,
)
