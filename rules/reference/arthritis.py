"""Rheumatoid arthritis: severe, rapid, difficult to treat, used up; and where the drug has a place.

The document names no drug for arthritis. Published criteria discuss cyclophosphamide for
vasculitis and lung disease only, never for joints.
"""

from engine.language import (
    Chapter,
    Concept,
    Confidence,
    Rule,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.arthritis_criteria import (
    CRITERIA,
    EYE,
    LUNG,
    NOTHING_BEYOND,
    RAPID_LUNG,
    TWO_MECHANISMS,
    VASCULITIS,
)
from rules.reference.arthritis_flags import (
    COMBINATION,
    DIFFICULT,
    FLAGS,
    LUNG_OPTIONS,
    NEXT_STEPS,
    NOT_INFLAMED,
    VASCULITIS_OPTIONS,
)
from rules.reference.concepts import (
    CRITERIA_REFRACTORY,
    CYC_MAY,
    CYC_NOT,
    CYC_TEAM,
    CYCLOPHOSPHAMIDE_CANDIDATE,
)
from rules.reference.guards import ARTHRITIS, BREASTFEEDING, NO_CHILD_TO_HARM
from rules.vocabulary.arthritis import (
    ExtraArticular,
    das28,
    extra_articular,
    synovitis_confirmed,
)
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.organs import (
    ActivityEvidence,
    activity_evidence,
)

WORSENING_LUNG = lung_disease_course.is_one_of(
    LungDiseaseCourse.PROGRESSIVE, LungDiseaseCourse.RAPIDLY_PROGRESSIVE
)
STABLE_LUNG = lung_disease_course.is_(LungDiseaseCourse.STABLE)
NO_EYE = extra_articular.has_not(ExtraArticular.SCLERITIS_OR_KERATITIS)
NO_LUNG = extra_articular.has_not(ExtraArticular.INTERSTITIAL_LUNG_DISEASE)

candidate = Rule(
    id="RRA-7",
    title="rheumatoid vasculitis, or a lung disease that gets worse",
    cites=("RV-84", "ILD23-SUM"),
    when=all_of(ARTHRITIS, any_of(VASCULITIS, all_of(LUNG, WORSENING_LUNG))),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="Here, and only here, published options for arthritis include the drug.",
    misuse="Among the options is not first: for the lung mycophenolate is preferred.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(ARTHRITIS, VASCULITIS),
        silent(ARTHRITIS, extra_articular.has_not(ExtraArticular.SYSTEMIC_VASCULITIS)),
        fires(ARTHRITIS, lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)),
        silent(ARTHRITIS, lung_disease_course.is_(LungDiseaseCourse.STABLE)),
    ),
)

among_the_options = Rule(
    id="RRA-8",
    title="arthritis for which published criteria list cyclophosphamide",
    cites=("RV-84", "ILD23-SUM", "S28"),
    when=all_of(ARTHRITIS, CYCLOPHOSPHAMIDE_CANDIDATE.yes),
    then=CYC_MAY,
    because="Vessels and lungs are at stake, and there the drug has been tried.",
    misuse="The document names no drug for arthritis; this verdict does not change that.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(ARTHRITIS, VASCULITIS),
        silent(ARTHRITIS, extra_articular.has_not(ExtraArticular.SYSTEMIC_VASCULITIS)),
    ),
)

not_for_joints = Rule(
    id="RRA-9",
    title="no vasculitis, no inflamed eye, no lung disease: no alkylating drug",
    cites=("ACR-RA21", "TEACH"),
    when=all_of(ARTHRITIS, CYCLOPHOSPHAMIDE_CANDIDATE.no, NO_EYE, NO_LUNG),
    then=CYC_NOT,
    because="Guidelines list no alkylating drug among those for joints; safer ones do more.",
    misuse="Severe joints are a reason to climb the ladder, not to leave it.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, *NOTHING_BEYOND),
        silent(ARTHRITIS, *NOTHING_BEYOND[1:], VASCULITIS),
        silent(ARTHRITIS, *NOTHING_BEYOND[:-1], EYE),
    ),
)

no_active_disease = Rule(
    id="RRA-10",
    title="fixed damage is no active arthritis",
    cites=("D2T", "TEACH"),
    when=all_of(
        ARTHRITIS,
        activity_evidence.is_one_of(ActivityEvidence.SEROLOGY_ONLY, ActivityEvidence.FIXED_DAMAGE),
    ),
    then=CYC_NOT,
    because="Destroyed joints hurt without inflammation, and antibodies alone do no harm.",
    misuse="Both can be there: damage, and fresh inflammation beside it.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, activity_evidence.is_(ActivityEvidence.FIXED_DAMAGE)),
        silent(ARTHRITIS, activity_evidence.is_(ActivityEvidence.CLINICAL)),
    ),
)

not_the_same = Rule(
    id="RRA-11",
    title="difficult to treat is not the same as nothing left",
    cites=("D2T", "S29"),
    when=all_of(ARTHRITIS, CRITERIA_REFRACTORY.yes),
    then=DIFFICULT,
    because="The definition asks for two failed mechanisms, and the ladder has five.",
    misuse="Criteria of a study are not the words of the document.",
    confidence=Confidence.READ,
    examples=(
        fires(ARTHRITIS, *TWO_MECHANISMS, das28.is_(4)),
        silent(ARTHRITIS, *TWO_MECHANISMS, das28.is_(2)),
    ),
)

not_inflamed = Rule(
    id="RRA-12",
    title="inflammation of the joints was looked for and not found",
    cites=("D2T",),
    when=all_of(ARTHRITIS, synovitis_confirmed.no),
    then=NOT_INFLAMED,
    because="Fibromyalgia and worn joints raise the score without inflammation.",
    misuse="A joint that is quiet on one day may flare on the next.",
    confidence=Confidence.READ,
    examples=(
        fires(ARTHRITIS, synovitis_confirmed.no),
        silent(ARTHRITIS, synovitis_confirmed.yes),
    ),
)

vasculitis_options = Rule(
    id="RRA-13",
    title="what there is for rheumatoid vasculitis",
    cites=("RV-84", "RV-RTX"),
    when=all_of(ARTHRITIS, VASCULITIS),
    then=VASCULITIS_OPTIONS,
    because="An old open study of cyclophosphamide and series with rituximab are what there is.",
    misuse="An open study cannot tell the drug from the care around it.",
    confidence=Confidence.READ,
    examples=(
        fires(ARTHRITIS, VASCULITIS),
        silent(ARTHRITIS, extra_articular.has_not(ExtraArticular.SYSTEMIC_VASCULITIS)),
    ),
)

lung_options = Rule(
    id="RRA-14",
    title="what there is for the lung of arthritis",
    cites=("ILD23-SUM", "S31"),
    when=all_of(ARTHRITIS, LUNG),
    then=LUNG_OPTIONS,
    because="A guideline of 2023 put the options in an order.",
    misuse="An option on a list is no reason to change what holds the lung stable.",
    confidence=Confidence.SECONDARY,
    strength="conditional for cyclophosphamide in the first line",
    examples=(
        fires(ARTHRITIS, LUNG),
        silent(ARTHRITIS, extra_articular.has_not(ExtraArticular.INTERSTITIAL_LUNG_DISEASE)),
    ),
)

next_steps = Rule(
    id="RRA-15",
    title="the steps before or instead",
    cites=("ACR-RA21", "EULAR-RA22"),
    when=all_of(ARTHRITIS, CYC_NOT.yes, NO_CHILD_TO_HARM),
    then=NEXT_STEPS,
    because="Guidelines climb these steps one by one, changing the mechanism.",
    misuse="A list of steps, not an order for this patient; in pregnancy and while breastfeeding "
    "another list holds.",
    confidence=Confidence.READ,
    examples=(
        fires(ARTHRITIS, *NOTHING_BEYOND),
        silent(ARTHRITIS, *NOTHING_BEYOND[1:], VASCULITIS),
        silent(ARTHRITIS, *NOTHING_BEYOND, BREASTFEEDING),
    ),
)

inflamed_eye = Rule(
    id="RRA-16",
    title="scleritis or peripheral keratitis, and no other vasculitis recorded",
    cites=("RV-84", "TEACH"),
    when=all_of(ARTHRITIS, EYE, CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="Such an eye is counted among the signs of rheumatoid vasculitis; whether the eye "
    "alone is enough, no source that was read says.",
    misuse="An eye in danger is seen by ophthalmology today, whatever the rules say.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, *NOTHING_BEYOND[:-1], EYE),
        silent(ARTHRITIS, *NOTHING_BEYOND),
    ),
)

combination = Rule(
    id="RRA-17",
    title="lungs that fail rapidly in arthritis: no ladder",
    cites=("ILD23", "ILD23-SUM", "S29"),
    when=all_of(ARTHRITIS, LUNG, RAPID_LUNG),
    then=COMBINATION,
    because="There is no time for one drug after the other; the second arm of the document's "
    "sentence, rapid progression, bypasses the ladder too.",
    misuse="Infection is ruled out first, within hours.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(ARTHRITIS, RAPID_LUNG),
        silent(ARTHRITIS, lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)),
    ),
)

stable_lung = Rule(
    id="RRA-18",
    title="a lung disease that does not get worse, and no vasculitis",
    cites=("ILD23-SUM", "TEACH"),
    when=all_of(ARTHRITIS, LUNG, CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="A guideline counts the drug, conditionally, among the first options for the lung and "
    "prefers mycophenolate; it was not read to say whether a stable lung is treated.",
    misuse="Joints are no part of this question.",
    confidence=Confidence.OWN,
    strength="conditional for cyclophosphamide in the first line",
    examples=(
        fires(ARTHRITIS, *NOTHING_BEYOND[:1], STABLE_LUNG),
        silent(
            ARTHRITIS,
            *NOTHING_BEYOND[:1],
            lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE),
        ),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_arthritis",
    title="Rheumatoid arthritis by published criteria",
    paragraphs=(),
    intro="The document names no drug for arthritis. Published criteria discuss cyclophosphamide "
    "for vasculitis and lung disease, never for joints.",
    rules=(
        *CRITERIA,
        candidate,
        among_the_options,
        not_for_joints,
        no_active_disease,
        not_the_same,
        not_inflamed,
        vasculitis_options,
        lung_options,
        next_steps,
        inflamed_eye,
        combination,
        stable_lung,
    ),
)
