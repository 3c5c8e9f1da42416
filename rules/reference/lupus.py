"""Lupus: where published criteria place cyclophosphamide, and where they do not."""

from typing import Any

from engine.language import (
    Chapter,
    Choice,
    Concept,
    Condition,
    Confidence,
    Is,
    Rule,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.concepts import (
    CRITERIA_SEVERE,
    CYC_MAY,
    CYC_NOT,
    CYC_TEAM,
    CYCLOPHOSPHAMIDE_CANDIDATE,
)
from rules.reference.guards import LUPUS
from rules.reference.lupus_anaemia import anaemia_not_severe
from rules.reference.lupus_beside import BESIDE
from rules.reference.lupus_criteria import (
    BLOOD_EMERGENCY,
    CLASS_II,
    CLASS_IV,
    CRITERIA,
    KIDNEY,
    MEMBRANOUS,
    MILD_CLASS,
    NEURO,
    PROLIFERATIVE,
    UNLISTED,
    VITAL,
    failed_facts,
    has,
    has_not,
)
from rules.reference.lupus_flags import FLAGS
from rules.reference.lupus_limits import PLATELETS_20, UPCR_1
from rules.reference.lupus_nephritis import NEPHRITIS, much_before
from rules.reference.lupus_organs import ORGANS
from rules.reference.lupus_refractory import COURSES_MATTER, REFRACTORY, TWO_COURSES_FAILED
from rules.vocabulary.blood import platelets
from rules.vocabulary.lupus import (
    HaematologicalEmergency,
    NephritisClass,
    NeuropsychiatricMechanism,
    haematological_emergency,
    nephritis_class,
    neuropsychiatric_mechanism,
    sledai_2k,
)
from rules.vocabulary.organs import (
    ActivityEvidence,
    OrganThreat,
    activity_evidence,
    organ_threats,
    upcr,
)
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatments import Treatment

NO_NEPHRITIS = nephritis_class.is_(NephritisClass.NONE)
NOT_BIOPSIED = nephritis_class.is_(NephritisClass.NOT_BIOPSIED)
INFLAMMATORY = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.INFLAMMATORY)
THROMBOTIC = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.THROMBOTIC)
MIXED = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.MIXED)
NO_BLOOD_EMERGENCY = all_of(
    *(haematological_emergency.has_not(each) for each in HaematologicalEmergency),
    platelets.at_least(PLATELETS_20),
)
NO_ORGAN = tuple(organ_threats.has_not(organ) for organ in OrganThreat)
NO_BLOOD = tuple(haematological_emergency.has_not(each) for each in HaematologicalEmergency)
QUIET = (LUPUS, NO_NEPHRITIS, *NO_ORGAN, *NO_BLOOD, platelets.is_(210))
NOT_PROLIFERATIVE = nephritis_class.is_one_of(
    NephritisClass.NONE,
    NephritisClass.I,
    NephritisClass.II,
    NephritisClass.V,
    NephritisClass.VI,
    NephritisClass.NOT_BIOPSIED,
)


def unless_the_class_decides(finding: Choice[Any]) -> Condition:
    """Where the biopsy names the drug, the finding counts when it is told and is not asked for."""
    return any_of(finding.is_known(), NOT_PROLIFERATIVE)


def with_threat(organ: OrganThreat) -> tuple[Is, ...]:
    """The quiet patient with one organ threatened: for examples."""
    return (*(fact for fact in QUIET if fact != has_not(organ)), has(organ))


REFRACTORY_NEPHRITIS = (
    LUPUS,
    CLASS_IV,
    *failed_facts(Treatment.MYCOPHENOLATE, 39),
    *failed_facts(Treatment.CYCLOPHOSPHAMIDE, 12),
)

candidate_kidney = Rule(
    id="RLUP-13",
    title="proliferative nephritis: low-dose cyclophosphamide is one of the options",
    cites=("KDIGO-LN24", "ACR-LN24", "ELNT"),
    when=all_of(LUPUS, PROLIFERATIVE),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="Guidelines list it side by side with regimens built on mycophenolate.",
    misuse="One of several is not the default: class IV does not mean cyclophosphamide.",
    confidence=Confidence.READ,
    strength="1B (KDIGO)",
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

candidate_organ = Rule(
    id="RLUP-14",
    title="an inflamed vital organ or nerve: cyclophosphamide is considered",
    cites=("EULAR-SLE23", "RARE-SLE25", "NPSLE-REV"),
    when=all_of(
        LUPUS,
        any_of(
            *(has(organ) for organ in VITAL),
            all_of(any_of(*(has(organ) for organ in NEURO)), any_of(INFLAMMATORY, MIXED)),
        ),
    ),
    then=CYCLOPHOSPHAMIDE_CANDIDATE,
    because="Recommendations place it in organ-threatening disease, and rituximab in refractory "
    "disease.",
    misuse="In the nervous system the mechanism comes first.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, has(OrganThreat.ALVEOLAR_HAEMORRHAGE)),
        fires(LUPUS, has(OrganThreat.SPINAL_CORD), INFLAMMATORY),
        silent(LUPUS, has(OrganThreat.SPINAL_CORD), THROMBOTIC),
        silent(LUPUS, has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE)),
    ),
)

among_the_options = Rule(
    id="RLUP-15",
    title="lupus for which published criteria list cyclophosphamide",
    cites=("KDIGO-LN24", "EULAR-SLE23"),
    when=all_of(LUPUS, CYCLOPHOSPHAMIDE_CANDIDATE.yes),
    then=CYC_MAY,
    because="An organ is at stake for which guidelines list the drug, as they list others.",
    misuse="Listed is not chosen: what leans towards it and away from it stands beside.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

refractory_nephritis = Rule(
    id="RLUP-16",
    title="refractory nephritis: guidelines name other steps",
    cites=("ACR-LN24", "S12"),
    when=all_of(LUPUS, COURSES_MATTER, TWO_COURSES_FAILED),
    then=CYC_TEAM,
    because="After two failed courses the guideline turns to anti-CD20 antibodies, three agents or "
    "a trial; repeating what failed is not among its steps.",
    misuse="The document links resistance to cyclophosphamide; both stand, the team weighs.",
    confidence=Confidence.READ,
    examples=(
        fires(*REFRACTORY_NEPHRITIS, mimics_excluded.yes),
        silent(*REFRACTORY_NEPHRITIS, mimics_excluded.no),
        silent(*REFRACTORY_NEPHRITIS[:1], CLASS_II, *REFRACTORY_NEPHRITIS[2:], mimics_excluded.yes),
    ),
)

blood_emergency = Rule(
    id="RLUP-17",
    title="a blood emergency of lupus: other steps come first",
    cites=("EULAR-SLE23", "BSR-SLE18", "S13"),
    when=all_of(LUPUS, BLOOD_EMERGENCY, CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="On the ladder glucocorticoid, immunoglobulin and anti-CD20 antibodies stand before "
    "it; cyclophosphamide stays an option.",
    misuse="The low count is the reason to treat here, not the reason not to; an organ for which "
    "the drug is listed decides for itself.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(LUPUS, CLASS_II, *NO_ORGAN, platelets.is_(12)),
        silent(LUPUS, CLASS_II, *NO_ORGAN, platelets.is_(20)),
        silent(LUPUS, CLASS_IV, *NO_ORGAN, platelets.is_(12)),
    ),
)

both_mechanisms = Rule(
    id="RLUP-18",
    title="inflammation and thrombosis together: a team question",
    cites=("NPSLE-REV", "BSR-SLE18"),
    when=all_of(LUPUS, unless_the_class_decides(neuropsychiatric_mechanism), MIXED),
    then=CYC_TEAM,
    because="Both mechanisms need treatment, and each treatment has its price.",
    misuse="Treating one mechanism only leaves the other at work.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, MIXED),
        silent(LUPUS, INFLAMMATORY),
        fires(LUPUS, CLASS_IV, MIXED),
        silent(LUPUS, CLASS_IV, INFLAMMATORY),
    ),
)

membranous_nephritis = Rule(
    id="RLUP-19",
    title="active membranous nephritis: no rule here names cyclophosphamide",
    cites=("ACR-LN24", "TEACH"),
    when=all_of(LUPUS, MEMBRANOUS, upcr.at_least(UPCR_1), CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="The criteria that were read name the drug for classes III and IV; pure class V is "
    "treated by the ladder, with a team.",
    misuse="No rule is not a rule against; another organ that is inflamed decides for itself.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, MEMBRANOUS, *NO_ORGAN, upcr.is_(1)),
        silent(LUPUS, MEMBRANOUS, *NO_ORGAN, upcr.is_(0.9)),
        silent(
            LUPUS,
            MEMBRANOUS,
            *(fact for fact in NO_ORGAN if fact != has_not(OrganThreat.HEART)),
            has(OrganThreat.HEART),
            upcr.is_(1),
        ),
    ),
)

not_biopsied = Rule(
    id="RLUP-20",
    title="severe lupus, nephritis suspected and not biopsied",
    cites=("ACR-LN24", "TEACH"),
    when=all_of(LUPUS, NOT_BIOPSIED, CRITERIA_SEVERE.yes, CYCLOPHOSPHAMIDE_CANDIDATE.no),
    then=CYC_TEAM,
    because="The class decides the regimen; where a biopsy is not possible, a team decides without "
    "it.",
    misuse="Not a reason to wait while a kidney is being lost.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            LUPUS,
            NOT_BIOPSIED,
            *(fact for fact in NO_ORGAN if fact != has_not(OrganThreat.GLOMERULONEPHRITIS)),
            has(OrganThreat.GLOMERULONEPHRITIS),
        ),
        silent(LUPUS, NOT_BIOPSIED, *NO_ORGAN),
    ),
)

not_severe = Rule(
    id="RLUP-21",
    title="lupus that is not severe by published criteria",
    cites=("EULAR-SLE19", "MY-CPG-SLE", "S11"),
    when=all_of(LUPUS, CRITERIA_SEVERE.no, *(has_not(organ) for organ in UNLISTED)),
    then=CYC_NOT,
    because="The document reserves the drug for severe disease, and by these bands the disease is"
    " not severe.",
    misuse="Not severe today; the line may be crossed tomorrow.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(*QUIET, sledai_2k.is_(4)),
        silent(*QUIET, sledai_2k.is_(13)),
        silent(*with_threat(OrganThreat.LIMB_OR_DIGIT), sledai_2k.is_(4)),
    ),
)

severe_without_indication = Rule(
    id="RLUP-22",
    title="severe, but no organ for which cyclophosphamide is listed",
    cites=("EULAR-SLE23", "TEACH"),
    when=all_of(
        LUPUS,
        CRITERIA_SEVERE.yes,
        CYCLOPHOSPHAMIDE_CANDIDATE.no,
        NO_BLOOD_EMERGENCY,
        MILD_CLASS,
        *(has_not(organ) for organ in (*KIDNEY, *UNLISTED)),
    ),
    then=CYC_NOT,
    because="Recommendations tie the drug to a threatened organ; a high score by joints and skin "
    "has other answers.",
    misuse="Look once more for the organ before calling it none.",
    confidence=Confidence.OWN,
    examples=(
        fires(*QUIET, sledai_2k.is_(13)),
        silent(*with_threat(OrganThreat.PNEUMONITIS), sledai_2k.is_(13)),
        silent(*with_threat(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS), sledai_2k.is_(13)),
        silent(*with_threat(OrganThreat.SCLERA_OR_ORBIT), sledai_2k.is_(13)),
        silent(*QUIET, sledai_2k.is_(4)),
    ),
)

thrombotic_only = Rule(
    id="RLUP-23",
    title="neuropsychiatric lupus by thrombosis, no organ for which the drug is listed",
    cites=("BSR-SLE18", "NPSLE-REV"),
    when=all_of(
        LUPUS,
        THROMBOTIC,
        NOT_PROLIFERATIVE,
        *(has_not(organ) for organ in (*VITAL, *KIDNEY, *UNLISTED)),
    ),
    then=CYC_NOT,
    because="Immunosuppression does not dissolve a clot nor prevent the next one.",
    misuse="Severe and life-threatening is not enough: the mechanism comes first.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, THROMBOTIC, NO_NEPHRITIS, *NO_ORGAN),
        silent(LUPUS, INFLAMMATORY, NO_NEPHRITIS, *NO_ORGAN),
        silent(LUPUS, THROMBOTIC, CLASS_IV, *NO_ORGAN),
    ),
)

no_active_disease = Rule(
    id="RLUP-24",
    title="serology alone or fixed damage is no active lupus",
    cites=("SLEDAI-TAB",),
    when=all_of(
        LUPUS,
        unless_the_class_decides(activity_evidence),
        activity_evidence.is_one_of(ActivityEvidence.SEROLOGY_ONLY, ActivityEvidence.FIXED_DAMAGE),
    ),
    then=CYC_NOT,
    because="There is nothing for the drug to suppress: antibodies are no inflammation, and scars "
    "do not heal by it.",
    misuse="Serology alone calls for closer watching, not for nothing.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY)),
        silent(LUPUS, activity_evidence.is_(ActivityEvidence.CLINICAL)),
        fires(LUPUS, CLASS_IV, activity_evidence.is_(ActivityEvidence.FIXED_DAMAGE)),
        silent(LUPUS, CLASS_IV, activity_evidence.is_(ActivityEvidence.CLINICAL)),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_lupus",
    title="Lupus by published criteria",
    paragraphs=(),
    intro="What severe, life-threatening and refractory mean in numbers, and where guidelines "
    "place cyclophosphamide beside mycophenolate and newer drugs.",
    rules=(
        *CRITERIA,
        *REFRACTORY,
        candidate_kidney,
        candidate_organ,
        among_the_options,
        refractory_nephritis,
        blood_emergency,
        both_mechanisms,
        membranous_nephritis,
        not_biopsied,
        not_severe,
        severe_without_indication,
        thrombotic_only,
        no_active_disease,
        *NEPHRITIS,
        *BESIDE,
        anaemia_not_severe,
        *ORGANS,
        much_before,
    ),
)
