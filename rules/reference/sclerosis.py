"""Multiple sclerosis: for whom mitoxantrone is left today, and what else there is.

The courses and labels decide for whom the drug was ever meant; the ladder of newer drugs decides
how much of that is left. Both are shown apart.
"""

from engine.language import Chapter, Concept, Confidence, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import (
    CRITERIA_HIGHLY_ACTIVE,
    MITOX_MAY,
    MITOX_NOT,
    MITOX_TEAM,
    MITOXANTRONE_CANDIDATE,
    OPTIONS_USED_UP,
)
from rules.reference.sclerosis_beside import (
    BESIDE,
    LADDER_OPEN,
    NATALIZUMAB,
    PRIMARY_PROGRESSIVE,
    USED_UP,
)
from rules.reference.sclerosis_criteria import CRITERIA, MS, RAPIDLY_EVOLVING, RELAPSING
from rules.reference.sclerosis_flags import (
    ALTERNATIVES,
    LESIONS_NOT_SEEN,
    NO_DEFINITION,
    NO_MRI,
    OCRELIZUMAB,
    PLATEAU,
    TRANSPLANTATION,
)
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    gadolinium_lesions,
    ms_course,
    new_t2_lesions_12_months,
    relapses_12_months,
)
from rules.vocabulary.treatment import first_line_tried
from rules.vocabulary.treatments import MS_DRUG_GIVEN, NO_MS_DRUG_GIVEN, Outcome

QUIET = (
    MS,
    disabling_relapses_12_months.is_(0),
    relapses_12_months.is_(0),
    gadolinium_lesions.is_(0),
    new_t2_lesions_12_months.is_(0),
)

RELAPSES_ONLY = (
    MS,
    disabling_relapses_12_months.is_(2),
    relapses_12_months.is_(2),
    new_t2_lesions_12_months.is_(0),
)

nothing_else_left = Rule(
    id="RMS-8",
    title="highly active disease with no alternative left",
    cites=("MITOX-EU", "MITOX-US", "MITOX-MS05", "AAN18-MED", "AHSCT25"),
    when=all_of(MS, MITOXANTRONE_CANDIDATE.yes, OPTIONS_USED_UP.yes),
    then=MITOX_MAY,
    because="The label minimum is met and every step that comes before it has failed or is closed: "
    "what the European indication asks for.",
    misuse="The rare case. The American guideline asks that benefits greatly outweigh risks.",
    confidence=Confidence.OWN,
    examples=(
        fires(*USED_UP, NATALIZUMAB.is_(Outcome.CONTRAINDICATED)),
        silent(*LADDER_OPEN),
    ),
)

ladder_not_used_up = Rule(
    id="RMS-9",
    title="label minimum met, but the ladder of newer drugs is not used up",
    cites=("MITOX-US", "MITOX-MS05", "MITOX-EU", "AAN18", "AHSCT25", "S19"),
    when=all_of(
        MS,
        MITOXANTRONE_CANDIDATE.yes,
        OPTIONS_USED_UP.no,
        any_of(first_line_tried.yes, MS_DRUG_GIVEN),
    ),
    then=MITOX_TEAM,
    because="One earlier drug is all that the United States label asks; the European indication "
    "and present practice put every newer drug first. The two readings differ.",
    misuse="Two lines, not one answer: met by the old label is not a reason to skip the ladder.",
    confidence=Confidence.OWN,
    examples=(
        fires(*LADDER_OPEN),
        fires(*(fact for fact in LADDER_OPEN if fact != first_line_tried.yes)),
        silent(*USED_UP, NATALIZUMAB.is_(Outcome.CONTRAINDICATED)),
    ),
)

not_first_line = Rule(
    id="RMS-10",
    title="no drug for multiple sclerosis has been tried yet",
    cites=("MITOX-EU", "AAN18-MED", "S19"),
    # A drug in the table settles it while the question itself is not answered.
    when=all_of(MS, first_line_tried.no, any_of(first_line_tried.is_known(), NO_MS_DRUG_GIVEN)),
    then=MITOX_NOT,
    because="Labels and guidelines agree with the document: never the first drug.",
    misuse="High activity is a reason for a strong first drug, not for this one.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, first_line_tried.no),
        silent(MS, first_line_tried.yes),
    ),
)

primary_progressive = Rule(
    id="RMS-11",
    title="primary progressive multiple sclerosis",
    cites=("MITOX-MS05",),
    when=all_of(MS, PRIMARY_PROGRESSIVE),
    then=MITOX_NOT,
    because="Primary progressive disease was never an indication of mitoxantrone.",
    misuse="The course matters more than the speed: fast is not inflammatory.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, PRIMARY_PROGRESSIVE),
        silent(MS, RELAPSING),
    ),
)

inactive_progressive = Rule(
    id="RMS-12",
    title="secondary progressive disease without relapses or new lesions",
    cites=("MITOX-EU", "AAN18", "TEACH"),
    when=all_of(MS, ms_course.is_(MsCourse.SECONDARY_PROGRESSIVE_INACTIVE)),
    then=MITOX_NOT,
    because="Without inflammation there is little for the drug to suppress. It lies outside the "
    "European wording; the United States wording does not exclude it.",
    misuse="Not seen on an old MRI is not inactive: activity is judged at least yearly.",
    confidence=Confidence.OWN,
    examples=(
        fires(MS, ms_course.is_(MsCourse.SECONDARY_PROGRESSIVE_INACTIVE)),
        silent(MS, ms_course.is_(MsCourse.SECONDARY_PROGRESSIVE_ACTIVE)),
    ),
)

isolated_syndrome = Rule(
    id="RMS-13",
    title="a clinically isolated syndrome",
    cites=("MITOX-MS05", "MITOX-EU"),
    when=all_of(MS, ms_course.is_(MsCourse.CLINICALLY_ISOLATED)),
    then=MITOX_NOT,
    because="A first episode is in no indication of mitoxantrone.",
    misuse="Says nothing about what the episode itself may need.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MS, ms_course.is_(MsCourse.CLINICALLY_ISOLATED)),
        silent(MS, RELAPSING),
    ),
)

not_highly_active = Rule(
    id="RMS-14",
    title="multiple sclerosis that is not highly active by criteria",
    cites=("MITOX-EU", "EMA-RES", "S21"),
    when=all_of(MS, CRITERIA_HIGHLY_ACTIVE.no),
    then=MITOX_NOT,
    because="The European indication and the document both speak of highly active disease; the "
    "United States wording does not ask for high activity.",
    misuse="Activity that was not looked for is open, not absent.",
    confidence=Confidence.OWN,
    examples=(
        fires(*QUIET),
        fires(*RELAPSES_ONLY, gadolinium_lesions.is_(0)),
        silent(*RELAPSES_ONLY, gadolinium_lesions.is_(2)),
    ),
)

CONCEPTS: tuple[Concept, ...] = (
    RAPIDLY_EVOLVING,
    NO_MRI,
    LESIONS_NOT_SEEN,
    NO_DEFINITION,
    TRANSPLANTATION,
    PLATEAU,
    ALTERNATIVES,
    OCRELIZUMAB,
)

CHAPTER = Chapter(
    id="reference_sclerosis",
    title="Multiple sclerosis by published criteria",
    paragraphs=(),
    intro="What highly active means in numbers, for whom mitoxantrone was licensed, and what comes "
    "before it today.",
    rules=(
        *CRITERIA,
        nothing_else_left,
        ladder_not_used_up,
        not_first_line,
        primary_progressive,
        inactive_progressive,
        isolated_syndrome,
        not_highly_active,
        *BESIDE,
    ),
)
