"""Stricter and looser published readings of vague words, for those who want to compare."""

from engine.language import Chapter, Concept, Confidence, Layer, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import (
    CRITERIA_LIFE_THREATENING,
    CRITERIA_RAPID,
    CRITERIA_SEVERE,
)
from rules.reference.guards import ANY_VASCULITIS, GPA, LUPUS, MYOPATHY, SCLEROSIS
from rules.reference.lupus_criteria import CLASS_II, CLASS_IV
from rules.reference.lupus_limits import SLEDAI_10
from rules.reference.sclerosis_criteria import ARM_A, RAPIDLY_EVOLVING
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.lupus import sledai_2k
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.organs import (
    OrganThreat,
    active_urinary_sediment,
    creatinine_rise,
    organ_threats,
)
from rules.vocabulary.sclerosis import disabling_relapses_12_months

SEVERE_WIDER = Concept(
    id="criteria_severe_wider", label="severe in the wider band", layer=Layer.REFERENCE
)
ACTIVE_STRICTER = Concept(
    id="criteria_active_stricter",
    label="rapidly evolving severe disease only",
    layer=Layer.REFERENCE,
)
DANGER_WIDER = Concept(
    id="criteria_life_threatening_wider",
    label="life-threatening, the kidney alarm included",
    layer=Layer.REFERENCE,
)
KIDNEY_DISEASES = any_of(LUPUS, ANY_VASCULITIS)
WITHOUT_KIDNEYS = diagnosis.is_one_of(
    *(
        d
        for d in Diagnosis
        if d not in {Diagnosis.LUPUS, Diagnosis.GPA, Diagnosis.MPA, Diagnosis.OTHER_VASCULITIS}
    )
)
NOT_LUPUS = diagnosis.is_one_of(*(d for d in Diagnosis if d is not Diagnosis.LUPUS))

wider_lupus = Rule(
    id="RVAR-1",
    title="the wider band: lupus with a SLEDAI-2K above 10 counts as severe too",
    cites=("SLEDAI-TAB", "S11"),
    when=all_of(LUPUS, any_of(CRITERIA_SEVERE.yes, sledai_2k.above(SLEDAI_10))),
    then=SEVERE_WIDER,
    because="Another published band calls a score above 10 high.",
    misuse="High is not the word that the document uses.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, CLASS_IV), fires(LUPUS, sledai_2k.is_(11)), silent(LUPUS, CLASS_II)),
)

wider_elsewhere = Rule(
    id="RVAR-2",
    title="outside lupus the wider band is the criterion itself",
    cites=("TEACH",),
    when=all_of(NOT_LUPUS, CRITERIA_SEVERE.yes),
    then=SEVERE_WIDER,
    because="No second published band was read for the other diseases.",
    misuse="There the reading changes nothing at all.",
    confidence=Confidence.OWN,
    examples=(
        fires(GPA, organ_threats.has(OrganThreat.HEART)),
        silent(GPA, organ_threats.has_not(OrganThreat.HEART)),
    ),
)

stricter_activity = Rule(
    id="RVAR-3",
    title="the stricter reading: rapidly evolving severe disease only",
    cites=("EMA-RES", "S21"),
    when=all_of(SCLEROSIS, RAPIDLY_EVOLVING.yes),
    then=ACTIVE_STRICTER,
    because="The first arm of the European wording asks for more than activity under a drug.",
    misuse="Stricter is not better: it leaves out those who relapse under treatment.",
    confidence=Confidence.OWN,
    examples=(
        fires(*ARM_A),
        silent(SCLEROSIS, disabling_relapses_12_months.is_(1), *ARM_A[2:]),
    ),
)

wider_danger = Rule(
    id="RVAR-4",
    title="the wider reading: the kidney alarm counts as life-threatening too",
    cites=("KDIGO-AKD", "TEACH", "S13", "S36"),
    when=all_of(KIDNEY_DISEASES, any_of(CRITERIA_LIFE_THREATENING.yes, CRITERIA_RAPID.yes)),
    then=DANGER_WIDER,
    because="Half again as much creatinine with a nephritic sediment is where the alarm is set; "
    "the classic picture of a kidney failing within weeks is a rise by 80 % or more.",
    misuse="An alarm calls for a biopsy today; it is not yet the loss of the kidney.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, creatinine_rise.is_(50), active_urinary_sediment.yes),
        fires(GPA, creatinine_rise.is_(50), active_urinary_sediment.yes),
        fires(GPA, organ_threats.has(OrganThreat.HEART)),
        silent(LUPUS, creatinine_rise.is_(49), active_urinary_sediment.yes),
    ),
)

wider_danger_elsewhere = Rule(
    id="RVAR-5",
    title="outside lupus and vasculitis the wider danger is the criterion itself",
    cites=("TEACH",),
    when=all_of(WITHOUT_KIDNEYS, CRITERIA_LIFE_THREATENING.yes),
    then=DANGER_WIDER,
    because="No alarm of this kind was read for the other diseases.",
    misuse="There the reading changes nothing at all.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY, organ_threats.has(OrganThreat.HEART)),
        silent(MYOPATHY, organ_threats.has_not(OrganThreat.HEART)),
    ),
)

CONCEPTS: tuple[Concept, ...] = (SEVERE_WIDER, ACTIVE_STRICTER, DANGER_WIDER)

CHAPTER = Chapter(
    id="reference_variants",
    title="Stricter and looser readings",
    paragraphs=(),
    intro="Variants of three criteria, on offer as readings of the document's vague words.",
    rules=(wider_lupus, wider_elsewhere, stricter_activity, wider_danger, wider_danger_elsewhere),
)
