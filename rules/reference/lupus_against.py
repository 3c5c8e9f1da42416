"""Lupus: where published criteria do not place cyclophosphamide."""

from engine.language import Confidence, Rule, all_of, fires, silent
from rules.reference.concepts import CRITERIA_SEVERE, CYC_NOT, CYCLOPHOSPHAMIDE_CANDIDATE
from rules.reference.guards import LUPUS
from rules.reference.lupus_criteria import CLASS_IV, KIDNEY, MILD_CLASS, UNLISTED, VITAL, has_not
from rules.reference.lupus_facts import (
    INFLAMMATORY,
    NO_BLOOD_EMERGENCY,
    NO_NEPHRITIS,
    NO_ORGAN,
    NOT_PROLIFERATIVE,
    QUIET,
    THROMBOTIC,
    unless_the_class_decides,
    with_threat,
)
from rules.vocabulary.lupus import sledai_2k
from rules.vocabulary.organs import ActivityEvidence, OrganThreat, activity_evidence

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

AGAINST = (not_severe, severe_without_indication, thrombotic_only, no_active_disease)
