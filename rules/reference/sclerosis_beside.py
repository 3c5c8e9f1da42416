"""Multiple sclerosis: what stands beside the verdict."""

from engine.language import Confidence, Rule, Threshold, all_of, any_of, fires, silent
from rules.concepts import HIGHLY_ACTIVE
from rules.reference.concepts import CRITERIA_REFRACTORY, MITOX_NOT, MITOX_STOP, MITOX_TEAM
from rules.reference.sclerosis_criteria import ARM_A, MS, ONE_RELAPSE, RELAPSING, failed_facts
from rules.reference.sclerosis_flags import (
    ALTERNATIVES,
    LESIONS_NOT_SEEN,
    NO_DEFINITION,
    NO_MRI,
    OCRELIZUMAB,
    PLATEAU,
    TRANSPLANTATION,
)
from rules.vocabulary.disease import highly_active
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    edss,
    gadolinium_lesions,
    ms_course,
    new_t2_lesions_12_months,
    relapses_12_months,
)
from rules.vocabulary.treatment import first_line_tried
from rules.vocabulary.treatments import Outcome, Treatment, outcome, treatments

TRANSPLANTATION_EDSS = Threshold(
    id="ms_transplantation_edss",
    label="Disability up to which transplantation is considered",
    value=6.0,
    unit="points",
    confidence=Confidence.SECONDARY,
    cites=("AHSCT25",),
)

NON_AMBULATORY = Threshold(
    id="ms_non_ambulatory",
    label="Essentially unable to walk",
    value=7.0,
    unit="points",
    confidence=Confidence.SECONDARY,
    cites=("AAN18",),
)

NONE_AT_ALL = Threshold(
    id="ms_no_activity",
    label="No relapse and no enhancing lesion",
    value=0,
    unit="count",
    confidence=Confidence.SECONDARY,
    cites=("AAN18",),
)

USED_UP = (
    *ARM_A,
    RELAPSING,
    first_line_tried.yes,
    *failed_facts(Treatment.PLATFORM_MS_DRUG),
    *failed_facts(Treatment.ANTI_CD20),
    *failed_facts(Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB),
    treatments.cell(Treatment.STEM_CELL_TRANSPLANTATION, outcome).is_(Outcome.NOT_AVAILABLE),
)
NATALIZUMAB = treatments.cell(Treatment.NATALIZUMAB, outcome)
TRANSPLANT = treatments.cell(Treatment.STEM_CELL_TRANSPLANTATION, outcome)
PRIMARY_PROGRESSIVE = ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)
NOT_PRIMARY_PROGRESSIVE = ms_course.is_one_of(
    *(course for course in MsCourse if course is not MsCourse.PRIMARY_PROGRESSIVE)
)
REFRACTORY = (MS, *failed_facts(Treatment.ANTI_CD20), mimics_excluded.yes)
LADDER_OPEN = (*USED_UP, NATALIZUMAB.is_(Outcome.NOT_TRIED))


newer_drugs_first = Rule(
    id="RMS-15",
    title="what else there is when mitoxantrone is closed or left to the team",
    cites=("MITOX-EU", "AAN18", "AHSCT25", "US-LABELS"),
    when=all_of(
        MS,
        any_of(MITOX_STOP.yes, MITOX_TEAM.yes, MITOX_NOT.yes),
        any_of(NOT_PRIMARY_PROGRESSIVE, ms_course.is_not_known()),
    ),
    then=ALTERNATIVES,
    because="In present practice each step of the ladder comes before mitoxantrone, but in primary "
    "progressive disease.",
    misuse="A list, not an order for this patient: contraindications of each differ.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(*LADDER_OPEN),
        silent(*USED_UP, NATALIZUMAB.is_(Outcome.CONTRAINDICATED)),
        fires(MS, first_line_tried.no),
        silent(MS, first_line_tried.no, PRIMARY_PROGRESSIVE),
    ),
)

discuss_ocrelizumab = Rule(
    id="RMS-16",
    title="the drug to discuss in primary progressive disease",
    cites=("AAN18",),
    when=all_of(
        MS,
        PRIMARY_PROGRESSIVE,
        edss.below(NON_AMBULATORY),
    ),
    then=OCRELIZUMAB,
    because="A guideline names it as the drug to discuss with people in this course who can still "
    "walk.",
    misuse="An effect on the average is not a promise, and infection is its main risk.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, PRIMARY_PROGRESSIVE, edss.is_(5.5)),
        silent(MS, PRIMARY_PROGRESSIVE, edss.is_(7)),
    ),
)

no_agreed_definition = Rule(
    id="RMS-17",
    title="aggressive multiple sclerosis has no agreed definition",
    cites=("AGGR-MS", "S18"),
    when=all_of(MS, HIGHLY_ACTIVE.yes),
    then=NO_DEFINITION,
    because="A workshop of experts looked for one and did not agree.",
    misuse="No agreed definition does not mean that nothing is aggressive.",
    confidence=Confidence.READ,
    examples=(fires(MS, highly_active.yes), silent(MS, highly_active.no)),
)

activity_not_assessed = Rule(
    id="RMS-18",
    title="activity was not assessed by MRI",
    cites=("MS-COURSE",),
    when=all_of(
        MS,
        gadolinium_lesions.is_not_known(),
        new_t2_lesions_12_months.is_not_known(),
        any_of(relapses_12_months.is_not_known(), relapses_12_months.at_most(NONE_AT_ALL)),
        any_of(
            disabling_relapses_12_months.is_not_known(),
            disabling_relapses_12_months.at_most(NONE_AT_ALL),
        ),
    ),
    then=NO_MRI,
    because="Activity is judged by relapses and MRI at least yearly; without a look it is "
    "indeterminate.",
    misuse="Indeterminate is not inactive.",
    confidence=Confidence.READ,
    examples=(
        fires(MS),
        fires(MS, relapses_12_months.is_(0)),
        silent(MS, relapses_12_months.is_(1)),
        silent(MS, gadolinium_lesions.is_(0)),
    ),
)

transplantation = Rule(
    id="RMS-19",
    title="transplantation is discussed after a high-efficacy drug failed",
    cites=("AHSCT25", "GENERAL"),
    when=all_of(
        MS,
        CRITERIA_REFRACTORY.yes,
        edss.below(TRANSPLANTATION_EDSS),
        any_of(TRANSPLANT.is_not_known(), TRANSPLANT.is_(Outcome.NOT_TRIED)),
    ),
    then=TRANSPLANTATION,
    because="Recommendations place it at this step, for younger people with active disease who "
    "can still walk.",
    misuse="Age and years since onset count as well; only disability is tested here.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(*REFRACTORY, edss.is_(5.5)),
        silent(*REFRACTORY, edss.is_(6)),
        fires(*REFRACTORY, edss.is_(5.5), TRANSPLANT.is_(Outcome.NOT_TRIED)),
        silent(*REFRACTORY, edss.is_(5.5), TRANSPLANT.is_(Outcome.NOT_AVAILABLE)),
    ),
)

long_disabled = Rule(
    id="RMS-20",
    title="severe disability without relapses or enhancing lesions",
    cites=("AAN18",),
    when=all_of(
        MS,
        edss.at_least(NON_AMBULATORY),
        relapses_12_months.at_most(NONE_AT_ALL),
        gadolinium_lesions.at_most(NONE_AT_ALL),
    ),
    then=PLATEAU,
    because="Where nothing is inflamed any more, there is little left for drugs against "
    "inflammation to act on.",
    misuse="The guideline speaks of two years in this state; one quiet year is not enough.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, edss.is_(7), relapses_12_months.is_(0), gadolinium_lesions.is_(0)),
        silent(MS, edss.is_(6.5), relapses_12_months.is_(0), gadolinium_lesions.is_(0)),
    ),
)

relapses_without_mri = Rule(
    id="RMS-21",
    title="relapses, and no MRI",
    cites=("MS-COURSE", "EMA-RES"),
    when=all_of(
        MS,
        gadolinium_lesions.is_not_known(),
        new_t2_lesions_12_months.is_not_known(),
        any_of(
            relapses_12_months.at_least(ONE_RELAPSE),
            disabling_relapses_12_months.at_least(ONE_RELAPSE),
        ),
    ),
    then=LESIONS_NOT_SEEN,
    because="A relapse is activity by itself; high activity by European wording asks for lesions "
    "as well.",
    misuse="Active is less than highly active.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, relapses_12_months.is_(1)),
        fires(MS, disabling_relapses_12_months.is_(1)),
        silent(MS, relapses_12_months.is_(0)),
        silent(MS, relapses_12_months.is_(1), gadolinium_lesions.is_(1)),
    ),
)

BESIDE = (
    newer_drugs_first,
    discuss_ocrelizumab,
    no_agreed_definition,
    activity_not_assessed,
    transplantation,
    long_disabled,
    relapses_without_mri,
)
