"""Lupus: what severe, life-threatening, rapid and refractory mean in published criteria."""

from engine.language import Confidence, Is, Rule, all_of, any_of, fires, silent
from rules.reference.concepts import (
    CRITERIA_LIFE_THREATENING,
    CRITERIA_RAPID,
    CRITERIA_SEVERE,
)
from rules.reference.guards import LUPUS
from rules.reference.lupus_limits import (
    PLATELETS_20,
    SLEDAI_12,
    UPCR_1,
)
from rules.reference.shared_limits import RISE_50, RISE_80, SPO2_92
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
    OrganThreat,
    active_urinary_sediment,
    creatinine_rise,
    dialysis_needed,
    organ_threats,
    spo2,
    upcr,
)
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
)

PROLIFERATIVE = nephritis_class.is_one_of(
    NephritisClass.III, NephritisClass.IV, NephritisClass.III_V, NephritisClass.IV_V
)
MEMBRANOUS = nephritis_class.is_(NephritisClass.V)
CLASS_IV = nephritis_class.is_(NephritisClass.IV)
CLASS_II = nephritis_class.is_(NephritisClass.II)
NEURO = (
    OrganThreat.CENTRAL_NERVOUS_SYSTEM,
    OrganThreat.SPINAL_CORD,
    OrganThreat.OPTIC_NERVE,
    OrganThreat.MONONEURITIS,
)
VITAL = (
    OrganThreat.ALVEOLAR_HAEMORRHAGE,
    OrganThreat.PNEUMONITIS,
    OrganThreat.HEART,
    OrganThreat.MESENTERIC,
)
# Limb, eye and airway: threatened as others are, and on no list of lupus that was read.
UNLISTED = (OrganThreat.LIMB_OR_DIGIT, OrganThreat.SCLERA_OR_ORBIT, OrganThreat.SUBGLOTTIC)
KIDNEY = (OrganThreat.GLOMERULONEPHRITIS, OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS)
# A class that does not threaten the kidney: the opposite of what the rule for severe asks.
MILD_CLASS = any_of(
    nephritis_class.is_one_of(
        NephritisClass.NONE, NephritisClass.I, NephritisClass.II, NephritisClass.VI
    ),
    all_of(MEMBRANOUS, upcr.below(UPCR_1)),
)
THREATENING_CLASS = any_of(PROLIFERATIVE, all_of(MEMBRANOUS, upcr.at_least(UPCR_1)))
BLOOD_EMERGENCY = any_of(
    *(haematological_emergency.has(each) for each in HaematologicalEmergency),
    platelets.below(PLATELETS_20),
)


def has(organ: OrganThreat) -> Is:
    """The organ is threatened."""
    return organ_threats.has(organ)


def has_not(organ: OrganThreat) -> Is:
    """The organ is known not to be threatened."""
    return organ_threats.has_not(organ)


def failed_facts(treatment: Treatment, how_long: int) -> tuple[Is, ...]:
    """A treatment in full, taken, for so many weeks, and in vain: for examples."""
    return (
        treatments.cell(treatment, outcome).is_(Outcome.FAILED),
        treatments.cell(treatment, weeks).is_(how_long),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


severe_kidney = Rule(
    id="RLUP-1",
    title="severe lupus: active nephritis that threatens the kidney",
    cites=("ACR-LN24", "EULAR-SLE19", "S13"),
    when=all_of(
        LUPUS,
        any_of(
            THREATENING_CLASS,
            *(has(organ) for organ in KIDNEY),
        ),
    ),
    then=CRITERIA_SEVERE,
    because="Active inflammation of these classes can take the kidney's function for good within "
    "weeks or months.",
    misuse="Protein in the urine may come from scars, diabetes or pressure: the biopsy tells.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, CLASS_IV),
        fires(LUPUS, MEMBRANOUS, upcr.is_(1)),
        silent(LUPUS, CLASS_II),
        silent(LUPUS, MEMBRANOUS, upcr.is_(0.9)),
    ),
)

severe_nerves = Rule(
    id="RLUP-2",
    title="severe lupus: brain, cord, optic or peripheral nerves",
    cites=("BSR-SLE18", "EULAR-SLE19"),
    when=all_of(LUPUS, any_of(*(has(organ) for organ in NEURO))),
    then=CRITERIA_SEVERE,
    because="Nerve tissue that is lost does not come back.",
    misuse="Severe says nothing about the mechanism: inflammation and thrombosis differ.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, has(OrganThreat.SPINAL_CORD)),
        silent(LUPUS, has_not(OrganThreat.SPINAL_CORD)),
    ),
)

severe_lungs_heart_gut = Rule(
    id="RLUP-3",
    title="severe lupus: lungs, heart or the vessels of the gut",
    cites=("EULAR-SLE19", "RARE-SLE25"),
    when=all_of(LUPUS, any_of(*(has(organ) for organ in VITAL))),
    then=CRITERIA_SEVERE,
    because="Each of these organs can fail, and then life is in danger.",
    misuse="Infection and clots look alike and have to be ruled out.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, has(OrganThreat.PNEUMONITIS)),
        silent(LUPUS, has_not(OrganThreat.PNEUMONITIS)),
    ),
)

severe_blood = Rule(
    id="RLUP-4",
    title="severe lupus: a blood emergency",
    cites=("EULAR-SLE19", "GLADEL-AIHA", "S13"),
    when=all_of(LUPUS, BLOOD_EMERGENCY),
    then=CRITERIA_SEVERE,
    because="Bands of severity name such a count, and each of these emergencies, as severe by "
    "itself.",
    misuse="A count that a drug lowered is no activity of lupus.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, platelets.is_(19)),
        silent(LUPUS, platelets.is_(20)),
    ),
)

severe_score = Rule(
    id="RLUP-5",
    title="severe lupus: a SLEDAI-2K above 12",
    cites=("MY-CPG-SLE", "SLEDAI-TAB"),
    when=all_of(LUPUS, sledai_2k.above(SLEDAI_12)),
    then=CRITERIA_SEVERE,
    because="Both published bands call a score above 12 severe or high.",
    misuse="The organ comes before the score: 11 and 12 are high in another band.",
    confidence=Confidence.SECONDARY,
    examples=(fires(LUPUS, sledai_2k.is_(13)), silent(LUPUS, sledai_2k.is_(12))),
)

dangerous_lungs = Rule(
    id="RLUP-6",
    title="life-threatening lupus: lung bleeding with hypoxaemia",
    cites=("KDIGO-AAV24", "RARE-SLE25", "TEACH"),
    when=all_of(LUPUS, has(OrganThreat.ALVEOLAR_HAEMORRHAGE), spo2.below(SPO2_92)),
    then=CRITERIA_LIFE_THREATENING,
    because="Blood where air belongs: with low oxygen, life is in danger.",
    misuse="Infection is excluded first, by bronchoscopy where that is possible.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, has(OrganThreat.ALVEOLAR_HAEMORRHAGE), spo2.is_(91)),
        silent(LUPUS, has(OrganThreat.ALVEOLAR_HAEMORRHAGE), spo2.is_(92)),
    ),
)

dangerous_kidney = Rule(
    id="RLUP-7",
    title="life-threatening lupus: the kidneys are failing within weeks",
    cites=("KDIGO-AKD", "GENERAL", "S13"),
    when=all_of(
        LUPUS,
        any_of(
            has(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS),
            all_of(creatinine_rise.at_least(RISE_80), active_urinary_sediment.yes),
            all_of(dialysis_needed.yes, any_of(PROLIFERATIVE, active_urinary_sediment.yes)),
        ),
    ),
    then=CRITERIA_LIFE_THREATENING,
    because="A kidney lost in weeks is lost for good unless the inflammation stops.",
    misuse="Failure from old scars is not meant: nothing is left to be saved there.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, creatinine_rise.is_(80), active_urinary_sediment.yes),
        silent(LUPUS, creatinine_rise.is_(79), active_urinary_sediment.yes),
        fires(LUPUS, dialysis_needed.yes, CLASS_IV),
        silent(LUPUS, dialysis_needed.no, CLASS_IV),
    ),
)

dangerous_organs = Rule(
    id="RLUP-8",
    title="life-threatening lupus: heart, gut, cord, or an inflamed brain",
    cites=("BSR-SLE18", "RARE-SLE25", "TEACH"),
    when=all_of(
        LUPUS,
        any_of(
            has(OrganThreat.HEART),
            has(OrganThreat.MESENTERIC),
            has(OrganThreat.SPINAL_CORD),
            all_of(
                has(OrganThreat.CENTRAL_NERVOUS_SYSTEM),
                neuropsychiatric_mechanism.is_one_of(
                    NeuropsychiatricMechanism.INFLAMMATORY, NeuropsychiatricMechanism.MIXED
                ),
            ),
        ),
    ),
    then=CRITERIA_LIFE_THREATENING,
    because="Each can kill or cripple within days.",
    misuse="A clot in the brain is an emergency of another kind, with another treatment.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, has(OrganThreat.HEART)),
        silent(LUPUS, has_not(OrganThreat.HEART)),
    ),
)

dangerous_blood = Rule(
    id="RLUP-9",
    title="life-threatening lupus: microangiopathy, haemophagocytosis or major bleeding",
    cites=("EULAR-SLE19", "BSR-SLE18", "TEACH", "S13"),
    when=all_of(
        LUPUS,
        any_of(
            haematological_emergency.has(HaematologicalEmergency.THROMBOTIC_MICROANGIOPATHY),
            haematological_emergency.has(HaematologicalEmergency.HAEMOPHAGOCYTOSIS),
            haematological_emergency.has(HaematologicalEmergency.MAJOR_BLEEDING),
        ),
    ),
    then=CRITERIA_LIFE_THREATENING,
    because="Each of these stands on this program's list of what threatens life in lupus.",
    misuse="A low count without bleeding is severe, not by itself life-threatening here.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, haematological_emergency.has(HaematologicalEmergency.MAJOR_BLEEDING)),
        silent(LUPUS, haematological_emergency.has_not(HaematologicalEmergency.MAJOR_BLEEDING)),
    ),
)

kidney_alarm = Rule(
    id="RLUP-10",
    title="rapid progression: creatinine up by half, with a nephritic sediment",
    cites=("KDIGO-AKD", "TEACH"),
    when=all_of(LUPUS, creatinine_rise.at_least(RISE_50), active_urinary_sediment.yes),
    then=CRITERIA_RAPID,
    because="Half again as much creatinine in three months is a third or more of the filtration "
    "lost.",
    misuse="Dehydration and drugs raise creatinine too, without casts.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, creatinine_rise.is_(50), active_urinary_sediment.yes),
        silent(LUPUS, creatinine_rise.is_(49), active_urinary_sediment.yes),
    ),
)

CRITERIA = (
    severe_kidney,
    severe_nerves,
    severe_lungs_heart_gut,
    severe_blood,
    severe_score,
    dangerous_lungs,
    dangerous_kidney,
    dangerous_organs,
    dangerous_blood,
    kidney_alarm,
)
