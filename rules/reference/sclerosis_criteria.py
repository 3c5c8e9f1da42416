"""Multiple sclerosis: what highly active, rapid and refractory mean, and who is a candidate."""

from engine.language import (
    Concept,
    Condition,
    Confidence,
    Is,
    Layer,
    Rule,
    Threshold,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.concepts import (
    CRITERIA_HIGHLY_ACTIVE,
    CRITERIA_RAPID,
    CRITERIA_REFRACTORY,
    MITOXANTRONE_CANDIDATE,
    OPTIONS_USED_UP,
)
from rules.reference.trials import MS_TRIAL, failed_adequately, used_up
from rules.vocabulary.calculated import edss_change
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    edss,
    edss_a_year_ago,
    gadolinium_lesions,
    ms_course,
    new_t2_lesions_12_months,
    relapses_12_months,
)
from rules.vocabulary.treatments import (
    MS_DRUGS,
    Outcome,
    Treatment,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
)

MS = diagnosis.is_(Diagnosis.MULTIPLE_SCLEROSIS)

TWO_DISABLING_RELAPSES = Threshold(
    id="ms_disabling_relapses",
    label="Disabling relapses of rapidly evolving severe disease",
    value=2,
    unit="count",
    confidence=Confidence.SECONDARY,
    cites=("EMA-RES",),
)
ONE_RELAPSE = Threshold(
    id="ms_relapse",
    label="Relapses in spite of treatment",
    value=1,
    unit="count",
    confidence=Confidence.SECONDARY,
    cites=("EMA-RES", "AAN18"),
)
ONE_GADOLINIUM = Threshold(
    id="ms_gadolinium",
    label="Gadolinium-enhancing lesions of active disease",
    value=1,
    unit="count",
    confidence=Confidence.SECONDARY,
    cites=("EMA-RES",),
)
TWO_T2 = Threshold(
    id="ms_new_t2",
    label="New T2 lesions taken for a significant increase",
    value=2,
    unit="count",
    confidence=Confidence.OWN,
    cites=("EMA-RES", "AAN18"),
    note="The label speaks of a significant increase and gives no number.",
)
EDSS_POINT = Threshold(
    id="ms_edss_point",
    label="Rise of disability within a year",
    value=1.0,
    unit="points",
    confidence=Confidence.READ,
    cites=("MITOX-EDAN",),
)
EDSS_POINT_AND_A_HALF = Threshold(
    id="ms_edss_from_zero",
    label="Rise of disability within a year, from zero",
    value=1.5,
    unit="points",
    confidence=Confidence.GENERAL,
    cites=("GENERAL",),
)
EDSS_ZERO = Threshold(
    id="ms_edss_zero",
    label="No disability",
    value=0,
    unit="points",
    confidence=Confidence.GENERAL,
    cites=("GENERAL",),
)

NEW_LESIONS = any_of(
    gadolinium_lesions.at_least(ONE_GADOLINIUM), new_t2_lesions_12_months.at_least(TWO_T2)
)
HIGH_EFFICACY = (
    Treatment.ANTI_CD20,
    Treatment.NATALIZUMAB,
    Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
)


def _active_under(drug: Treatment) -> Condition:
    """The drug ran in full, long enough and taken, and did not bring the disease to rest."""
    return all_of(
        treatments.cell(drug, outcome).is_one_of(
            Outcome.IN_PROGRESS, Outcome.PARTIAL, Outcome.FAILED
        ),
        treatments.cell(drug, weeks).at_least(MS_TRIAL),
        treatments.cell(drug, full_dose).yes,
        treatments.cell(drug, taken_as_agreed).yes,
    )


ACTIVE_UNDER_A_DRUG = any_of(*(_active_under(drug) for drug in MS_DRUGS))
FAILED_A_DRUG = any_of(*(failed_adequately(drug, MS_TRIAL) for drug in MS_DRUGS))
LICENSED_COURSES = ms_course.is_one_of(
    MsCourse.RELAPSING_REMITTING,
    MsCourse.SECONDARY_PROGRESSIVE_ACTIVE,
    MsCourse.PROGRESSIVE_RELAPSING,
)

RAPIDLY_EVOLVING = Concept(
    id="rapidly_evolving_severe", label="rapidly evolving severe disease", layer=Layer.REFERENCE
)
ARM_A = (MS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(1))
RELAPSING = ms_course.is_(MsCourse.RELAPSING_REMITTING)


def failed_facts(drug: Treatment) -> tuple[Is, ...]:
    """A year of the drug in full, taken, and in vain: for examples."""
    return (
        treatments.cell(drug, outcome).is_(Outcome.FAILED),
        treatments.cell(drug, weeks).is_(52),
        treatments.cell(drug, full_dose).yes,
        treatments.cell(drug, taken_as_agreed).yes,
    )


PARTIAL_FACTS = (
    treatments.cell(Treatment.NATALIZUMAB, outcome).is_(Outcome.PARTIAL),
    *failed_facts(Treatment.NATALIZUMAB)[1:],
)

rapidly_evolving = Rule(
    id="RMS-1",
    title="rapidly evolving severe relapsing disease",
    cites=("EMA-RES",),
    when=all_of(MS, disabling_relapses_12_months.at_least(TWO_DISABLING_RELAPSES), NEW_LESIONS),
    then=RAPIDLY_EVOLVING,
    because="Relapses that leave disability, together with fresh lesions, show inflammation that "
    "is destroying tissue now.",
    misuse="Two relapses without a look at the brain are not enough; no MRI leaves it open.",
    confidence=Confidence.OWN,
    examples=(
        fires(*ARM_A),
        fires(MS, disabling_relapses_12_months.is_(3), new_t2_lesions_12_months.is_(2)),
        silent(MS, disabling_relapses_12_months.is_(1), gadolinium_lesions.is_(1)),
        silent(MS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(0)),
    ),
)

highly_active_untreated = Rule(
    id="RMS-2",
    title="highly active: rapidly evolving severe disease",
    cites=("EMA-RES", "S18", "S21"),
    when=all_of(MS, RAPIDLY_EVOLVING.yes),
    then=CRITERIA_HIGHLY_ACTIVE,
    because="European labels count rapidly evolving severe disease as highly active, whatever was "
    "taken before.",
    misuse="Highly active is not the same as beyond all other drugs.",
    confidence=Confidence.OWN,
    examples=(
        fires(*ARM_A),
        silent(MS, disabling_relapses_12_months.is_(1), gadolinium_lesions.is_(1)),
    ),
)

highly_active_treated = Rule(
    id="RMS-3",
    title="highly active: relapse and new lesions in spite of an adequate drug",
    cites=("EMA-RES", "AAN18", "S18", "S21"),
    when=all_of(MS, ACTIVE_UNDER_A_DRUG, relapses_12_months.at_least(ONE_RELAPSE), NEW_LESIONS),
    then=CRITERIA_HIGHLY_ACTIVE,
    because="A drug that was given in full, long enough and taken, and does not hold the disease, "
    "shows how active it is.",
    misuse="A drug that was stopped for side effects has not failed, and weeks are not months.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            MS,
            *failed_facts(Treatment.PLATFORM_MS_DRUG),
            relapses_12_months.is_(1),
            gadolinium_lesions.is_(1),
        ),
        fires(MS, *PARTIAL_FACTS, relapses_12_months.is_(1), gadolinium_lesions.is_(1)),
        silent(
            MS,
            *failed_facts(Treatment.PLATFORM_MS_DRUG),
            relapses_12_months.is_(0),
            gadolinium_lesions.is_(1),
        ),
    ),
)

rapid_worsening = Rule(
    id="RMS-4",
    title="disability rising by a point or more within a year",
    cites=("MITOX-EDAN", "GENERAL"),
    when=all_of(
        MS,
        any_of(
            all_of(edss_a_year_ago.above(EDSS_ZERO), edss_change.at_least(EDSS_POINT)),
            all_of(edss_a_year_ago.at_most(EDSS_ZERO), edss_change.at_least(EDSS_POINT_AND_A_HALF)),
        ),
    ),
    then=CRITERIA_RAPID,
    because="Losing a whole step of the scale in a year is the criterion of a paper on the drug's "
    "use; from no disability at all, half a step more is asked because the scale is coarse there.",
    misuse="One examination is not a course: confirm after three to six months. Rapid is not the "
    "same as inflammatory.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(MS, edss.is_(5.5), edss_a_year_ago.is_(4)),
        fires(MS, edss.is_(1.5), edss_a_year_ago.is_(0)),
        silent(MS, edss.is_(4.5), edss_a_year_ago.is_(4)),
        silent(MS, edss.is_(1), edss_a_year_ago.is_(0)),
    ),
)

refractory = Rule(
    id="RMS-5",
    title="a high-efficacy drug has failed",
    cites=("AHSCT25", "TEACH"),
    when=all_of(
        MS,
        any_of(*(failed_adequately(drug, MS_TRIAL) for drug in HIGH_EFFICACY)),
        mimics_excluded.yes,
    ),
    then=CRITERIA_REFRACTORY,
    because="Transplantation is discussed from the failure of one high-efficacy drug on, so that "
    "is where published practice draws the line.",
    misuse="Failed needs dose, time and adherence; worsening from old damage is no failure.",
    confidence=Confidence.OWN,
    examples=(
        fires(MS, *failed_facts(Treatment.ANTI_CD20), mimics_excluded.yes),
        silent(MS, *failed_facts(Treatment.ANTI_CD20), mimics_excluded.no),
    ),
)

ladder_used_up = Rule(
    id="RMS-6",
    title="every step of the ladder for multiple sclerosis failed or is closed",
    cites=("MITOX-EU", "AHSCT25", "TEACH"),
    when=all_of(
        MS,
        any_of(used_up(Treatment.PLATFORM_MS_DRUG, MS_TRIAL), FAILED_A_DRUG),
        *(used_up(drug, MS_TRIAL) for drug in HIGH_EFFICACY),
        # A transplantation is done once: no dose, weeks or adherence to ask for.
        treatments.cell(Treatment.STEM_CELL_TRANSPLANTATION, outcome).is_one_of(
            Outcome.FAILED,
            Outcome.NOT_TOLERATED,
            Outcome.CONTRAINDICATED,
            Outcome.NOT_AVAILABLE,
        ),
    ),
    then=OPTIONS_USED_UP,
    because="The European indication leaves mitoxantrone to patients with no alternative; these "
    "are the alternatives there are.",
    misuse="Not tried is an open step, whoever is in a hurry. Not tolerated is closed, not failed.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            MS,
            *failed_facts(Treatment.PLATFORM_MS_DRUG),
            *failed_facts(Treatment.ANTI_CD20),
            treatments.cell(Treatment.NATALIZUMAB, outcome).is_(Outcome.CONTRAINDICATED),
            *failed_facts(Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB),
            treatments.cell(Treatment.STEM_CELL_TRANSPLANTATION, outcome).is_(
                Outcome.NOT_AVAILABLE
            ),
        ),
        silent(
            MS,
            *failed_facts(Treatment.PLATFORM_MS_DRUG),
            *failed_facts(Treatment.ANTI_CD20),
            treatments.cell(Treatment.NATALIZUMAB, outcome).is_(Outcome.NOT_TRIED),
            *failed_facts(Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB),
            treatments.cell(Treatment.STEM_CELL_TRANSPLANTATION, outcome).is_(
                Outcome.NOT_AVAILABLE
            ),
        ),
    ),
)

candidate = Rule(
    id="RMS-7",
    title="highly active disease in a course that labels name",
    cites=("MITOX-US", "MITOX-EU", "MITOX-MS05"),
    when=all_of(MS, CRITERIA_HIGHLY_ACTIVE.yes, LICENSED_COURSES),
    then=MITOXANTRONE_CANDIDATE,
    because="Labels name relapsing and active secondary progressive disease; the European one "
    "asks for high activity as well.",
    misuse="Among the published options is not first among them.",
    confidence=Confidence.OWN,
    examples=(
        fires(*ARM_A, RELAPSING),
        silent(*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)),
    ),
)

CRITERIA = (
    rapidly_evolving,
    highly_active_untreated,
    highly_active_treated,
    rapid_worsening,
    refractory,
    ladder_used_up,
    candidate,
)
