"""Safety of both drugs: screening, cancer, and counts that are low for a reason not yet known."""

from engine.language import Confidence, Rule, Threshold, all_of, any_of, fires, silent
from rules.reference.concepts import (
    CYC_STOP,
    CYC_TEAM,
    CYCLOPHOSPHAMIDE_CANDIDATE,
    MITOX_STOP,
    MITOX_TEAM,
    MITOXANTRONE_CANDIDATE,
)
from rules.reference.guards import CYCLOPHOSPHAMIDE_NAMED, EITHER_NAMED, GPA, LUPUS, SCLEROSIS
from rules.reference.lupus_criteria import CLASS_II, CLASS_IV
from rules.reference.safety_flags import (
    HEPATITIS,
    HEPATITIS_CORE,
    ONCOLOGY,
    TUBERCULOSIS_PLAN,
    WHY_IS_IT_LOW,
)
from rules.reference.sclerosis_criteria import ARM_A, RELAPSING
from rules.vocabulary.blood import CytopeniaCause, cytopenia_cause, neutrophils, platelets, wbc
from rules.vocabulary.heart import Malignancy, malignancy
from rules.vocabulary.infection import (
    ActiveInfection,
    HepatitisB,
    Tuberculosis,
    active_infection,
    hepatitis_b,
    tuberculosis,
)
from rules.vocabulary.organs import OrganThreat, organ_threats

WBC_4 = Threshold(
    id="safety_wbc_low",
    label="White cells below which the cause is asked",
    value=4.0,
    unit="×10⁹/L",
    confidence=Confidence.UNSURE,
    cites=("BSR-AAV",),
    note="Protocols postpone the next pulse of cyclophosphamide below it.",
)
NEUTROPHILS_15 = Threshold(
    id="safety_neutrophils_low",
    label="Neutrophils at or below which the cause is asked",
    value=1.5,
    unit="×10⁹/L",
    confidence=Confidence.GENERAL,
    cites=("CYC-US",),
    note="The label of cyclophosphamide holds the drug there.",
)
PLATELETS_100 = Threshold(
    id="safety_platelets_low",
    label="Platelets below which the cause is asked",
    value=100,
    unit="×10⁹/L",
    confidence=Confidence.OWN,
)
LOW = any_of(wbc.below(WBC_4), neutrophils.at_most(NEUTROPHILS_15), platelets.below(PLATELETS_100))

NERVES = organ_threats.has(OrganThreat.MONONEURITIS)
NO_NERVES = organ_threats.has_not(OrganThreat.MONONEURITIS)
NEGATIVE = tuberculosis.is_(Tuberculosis.NEGATIVE)

active_tuberculosis = Rule(
    id="RSAF-19",
    title="active tuberculosis: cyclophosphamide is paused",
    cites=("CYC-UK", "EULAR-OI22"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, tuberculosis.is_(Tuberculosis.ACTIVE)),
    then=CYC_STOP,
    because="An active infection that immunosuppression would let spread.",
    misuse="Vasculitis and tuberculosis can both make holes in lungs; which it is decides.",
    confidence=Confidence.READ,
    examples=(fires(GPA, tuberculosis.is_(Tuberculosis.ACTIVE)), silent(GPA, NEGATIVE)),
)

active_tuberculosis_sclerosis = Rule(
    id="RSAF-20",
    title="active tuberculosis: mitoxantrone is paused",
    cites=("MITOX-TEVA", "MITOX-US"),
    when=all_of(SCLEROSIS, tuberculosis.is_(Tuberculosis.ACTIVE)),
    then=MITOX_STOP,
    because="Systemic infection is treated first; this one for months.",
    misuse="A positive skin test alone is not active disease.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(SCLEROSIS, tuberculosis.is_(Tuberculosis.ACTIVE)),
        silent(SCLEROSIS, NEGATIVE),
    ),
)

latent_tuberculosis = Rule(
    id="RSAF-21",
    title="latent tuberculosis that was not treated: the team plans first",
    cites=("EULAR-OI22",),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        CYCLOPHOSPHAMIDE_CANDIDATE.yes,
        tuberculosis.is_(Tuberculosis.LATENT_UNTREATED),
    ),
    then=CYC_TEAM,
    because="What sleeps may wake under treatment; protection is planned before or with it.",
    misuse="A reason to plan, not to refuse.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, NERVES, tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)),
        silent(GPA, NERVES, tuberculosis.is_(Tuberculosis.LATENT_TREATED)),
        silent(GPA, NO_NERVES, tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)),
    ),
)

latent_tuberculosis_plan = Rule(
    id="RSAF-22",
    title="a plan for latent tuberculosis",
    cites=("EULAR-OI22",),
    when=all_of(EITHER_NAMED, tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)),
    then=TUBERCULOSIS_PLAN,
    because="Screening helps only if something follows from it.",
    misuse="Treated once is treated: it is not asked again.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, tuberculosis.is_(Tuberculosis.LATENT_UNTREATED)),
        silent(GPA, tuberculosis.is_(Tuberculosis.LATENT_TREATED)),
    ),
)

hepatitis = Rule(
    id="RSAF-23",
    title="hepatitis B surface antigen: the team plans first",
    cites=("EULAR-OI22", "ACR-RA21"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        CYCLOPHOSPHAMIDE_CANDIDATE.yes,
        hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN),
    ),
    then=CYC_TEAM,
    because="The virus multiplies when its control is taken away; an antiviral prevents it.",
    misuse="A reason to plan with hepatology, not to refuse.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, NERVES, hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)),
        silent(GPA, NERVES, hepatitis_b.is_(HepatitisB.NEGATIVE)),
        silent(GPA, NO_NERVES, hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)),
    ),
)

hepatitis_plan = Rule(
    id="RSAF-24",
    title="a plan for hepatitis B",
    cites=("ACR-RA21", "EULAR-OI22"),
    when=all_of(EITHER_NAMED, hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)),
    then=HEPATITIS,
    because="The virus is there, and multiplies when its control is taken away.",
    misuse="A normal liver test does not rule it out.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, hepatitis_b.is_(HepatitisB.SURFACE_ANTIGEN)),
        silent(GPA, hepatitis_b.is_(HepatitisB.NEGATIVE)),
    ),
)

cancer_now = Rule(
    id="RSAF-25",
    title="a cancer now: left to the team with oncology",
    cites=("US-LABELS", "TEACH"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED, CYCLOPHOSPHAMIDE_CANDIDATE.yes, malignancy.is_(Malignancy.CURRENT)
    ),
    then=CYC_TEAM,
    because="The same drug may treat the one disease and harm in the other; no rule weighs that.",
    misuse="A cancer of long ago is asked apart.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, CLASS_IV, malignancy.is_(Malignancy.CURRENT)),
        silent(LUPUS, CLASS_IV, malignancy.is_(Malignancy.PAST_OTHER)),
        silent(LUPUS, CLASS_II, malignancy.is_(Malignancy.CURRENT)),
    ),
)

cancer_now_sclerosis = Rule(
    id="RSAF-26",
    title="a cancer now: mitoxantrone is left to the team with oncology",
    cites=("AAN10", "RENEW", "TEACH"),
    when=all_of(SCLEROSIS, MITOXANTRONE_CANDIDATE.yes, malignancy.is_(Malignancy.CURRENT)),
    then=MITOX_TEAM,
    because="The drug itself can cause leukaemia, and its lifetime dose may be needed elsewhere.",
    misuse="A cancer of long ago is asked apart.",
    confidence=Confidence.OWN,
    examples=(
        fires(*ARM_A, RELAPSING, malignancy.is_(Malignancy.CURRENT)),
        silent(*ARM_A, RELAPSING, malignancy.is_(Malignancy.NONE)),
    ),
)

oncology = Rule(
    id="RSAF-27",
    title="oncology takes part",
    cites=("US-LABELS", "S38"),
    when=all_of(EITHER_NAMED, malignancy.is_(Malignancy.CURRENT)),
    then=ONCOLOGY,
    because="Whether a cancer forbids the drug depends on which cancer it is, and on its own "
    "treatment.",
    misuse="Oncology advises; the team decides together.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, malignancy.is_(Malignancy.CURRENT)),
        silent(LUPUS, malignancy.is_(Malignancy.NONE)),
    ),
)

localised_infection = Rule(
    id="RSAF-28",
    title="a localised infection: the team settles it first",
    cites=("ACRVF21", "TEACH"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        CYCLOPHOSPHAMIDE_CANDIDATE.yes,
        active_infection.is_(ActiveInfection.LOCALISED),
    ),
    then=CYC_TEAM,
    because="Small today, an infection may spread when the counts fall two weeks from now.",
    misuse="Neither a stop nor nothing to think about.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, NERVES, active_infection.is_(ActiveInfection.LOCALISED)),
        silent(GPA, NERVES, active_infection.is_(ActiveInfection.NONE)),
        silent(GPA, NO_NERVES, active_infection.is_(ActiveInfection.LOCALISED)),
    ),
)

why_is_it_low = Rule(
    id="RSAF-29",
    title="a low count whose cause is not recorded",
    cites=("SLEDAI-TAB", "GENERAL", "S34"),
    when=all_of(EITHER_NAMED, LOW, cytopenia_cause.is_not_known()),
    then=WHY_IS_IT_LOW,
    because="Active lupus lowers counts and recovers with treatment; a drug or the marrow is the "
    "opposite reason. The number alone does not tell.",
    misuse="Neither contraindicated by itself, nor to be ignored.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, neutrophils.is_(1.3)),
        fires(LUPUS, platelets.is_(99)),
        silent(LUPUS, neutrophils.is_(1.3), cytopenia_cause.is_(CytopeniaCause.DISEASE)),
    ),
)

hepatitis_core = Rule(
    id="RSAF-30",
    title="hepatitis B core antibody alone",
    cites=("ACR-RA21", "EULAR-OI22"),
    when=all_of(EITHER_NAMED, hepatitis_b.is_(HepatitisB.CORE_ANTIBODY_ONLY)),
    then=HEPATITIS_CORE,
    because="Past infection is enough for the virus to come back under anti-CD20 antibodies.",
    misuse="Not every drug asks for the antiviral: it is for anti-CD20 antibodies.",
    confidence=Confidence.READ,
    strength="strong for an antiviral before rituximab (American College of Rheumatology)",
    examples=(
        fires(GPA, hepatitis_b.is_(HepatitisB.CORE_ANTIBODY_ONLY)),
        silent(GPA, hepatitis_b.is_(HepatitisB.NEGATIVE)),
    ),
)

SCREENING = (
    active_tuberculosis,
    active_tuberculosis_sclerosis,
    latent_tuberculosis,
    latent_tuberculosis_plan,
    hepatitis,
    hepatitis_plan,
    cancer_now,
    cancer_now_sclerosis,
    oncology,
    localised_infection,
    why_is_it_low,
    hepatitis_core,
)
