"""Edges of lupus: severe, life-threatening and rapid by published criteria."""

from engine.language import Edges, Is, edges, fires_for_each, silent_for_each, silent_without_each
from rules.edges.diagnoses import GPA
from rules.reference.guards import LUPUS
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


def organ(which: OrganThreat) -> Is:
    """The organ is threatened."""
    return organ_threats.has(which)


def no_organ(which: OrganThreat) -> Is:
    """The organ is known not to be threatened."""
    return organ_threats.has_not(which)


def emergency(which: HaematologicalEmergency) -> Is:
    """Lupus causes this blood emergency."""
    return haematological_emergency.has(which)


def no_emergency(which: HaematologicalEmergency) -> Is:
    """Lupus is known not to cause this blood emergency."""
    return haematological_emergency.has_not(which)


BLEEDING = organ(OrganThreat.ALVEOLAR_HAEMORRHAGE)
PNEUMONITIS = organ(OrganThreat.PNEUMONITIS)
HEART = organ(OrganThreat.HEART)
GUT = organ(OrganThreat.MESENTERIC)
BRAIN = organ(OrganThreat.CENTRAL_NERVOUS_SYSTEM)
CORD = organ(OrganThreat.SPINAL_CORD)
OPTIC = organ(OrganThreat.OPTIC_NERVE)
NERVES = organ(OrganThreat.MONONEURITIS)
NEPHRITIS = organ(OrganThreat.GLOMERULONEPHRITIS)
FAST_NEPHRITIS = organ(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS)
LIMB = organ(OrganThreat.LIMB_OR_DIGIT)
EYE = organ(OrganThreat.SCLERA_OR_ORBIT)
AIRWAY = organ(OrganThreat.SUBGLOTTIC)

PROLIFERATIVE = tuple(
    nephritis_class.is_(each)
    for each in (
        NephritisClass.III,
        NephritisClass.IV,
        NephritisClass.III_V,
        NephritisClass.IV_V,
    )
)
MEMBRANOUS = nephritis_class.is_(NephritisClass.V)
NOT_BIOPSIED = nephritis_class.is_(NephritisClass.NOT_BIOPSIED)
QUIET_CLASSES = tuple(
    nephritis_class.is_(each)
    for each in (NephritisClass.NONE, NephritisClass.I, NephritisClass.II, NephritisClass.VI)
)
NOT_PROLIFERATIVE = (*QUIET_CLASSES, MEMBRANOUS, NOT_BIOPSIED)

INFLAMMATORY = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.INFLAMMATORY)
MIXED = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.MIXED)
THROMBOTIC = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.THROMBOTIC)
NOT_INFLAMED = (
    THROMBOTIC,
    neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.NOT_PRESENT),
    neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.OTHER_CAUSE),
)
EMERGENCIES = tuple(emergency(each) for each in HaematologicalEmergency)
NO_EMERGENCIES = tuple(no_emergency(each) for each in HaematologicalEmergency)

ALL_BUT_NERVES = (
    BLEEDING,
    PNEUMONITIS,
    HEART,
    GUT,
    NEPHRITIS,
    FAST_NEPHRITIS,
    LIMB,
    EYE,
    AIRWAY,
)
ALL_BUT_VITAL = (
    BRAIN,
    CORD,
    OPTIC,
    NERVES,
    NEPHRITIS,
    FAST_NEPHRITIS,
    LIMB,
    EYE,
    AIRWAY,
)
SEDIMENT = active_urinary_sediment.yes
NO_SEDIMENT = active_urinary_sediment.no

LUPUS_CRITERIA: tuple[Edges, ...] = (
    edges(
        "RLUP-1",
        fires_for_each((LUPUS,), *PROLIFERATIVE, NEPHRITIS, FAST_NEPHRITIS),
        fires_for_each((LUPUS, MEMBRANOUS), upcr.is_(1), upcr.is_(3)),
        # Protein of 3 g/g in another class, or where nobody has looked, is no class V.
        silent_for_each((LUPUS, upcr.is_(3)), *QUIET_CLASSES, NOT_BIOPSIED),
        silent_for_each((LUPUS, MEMBRANOUS, upcr.is_(0.9))),
        silent_for_each(
            (LUPUS,),
            BRAIN,
            HEART,
            no_organ(OrganThreat.GLOMERULONEPHRITIS),
            no_organ(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS),
        ),
        silent_for_each((GPA,), NEPHRITIS, FAST_NEPHRITIS),
        silent_without_each((LUPUS, NEPHRITIS), LUPUS),
    ),
    edges(
        "RLUP-2",
        fires_for_each((LUPUS,), BRAIN, CORD, OPTIC, NERVES),
        silent_for_each((LUPUS,), *ALL_BUT_NERVES),
        silent_for_each((GPA,), BRAIN, CORD, OPTIC, NERVES),
        silent_without_each((LUPUS, BRAIN), LUPUS),
    ),
    edges(
        "RLUP-3",
        fires_for_each((LUPUS,), BLEEDING, PNEUMONITIS, HEART, GUT),
        silent_for_each((LUPUS,), *ALL_BUT_VITAL),
        silent_for_each((GPA,), BLEEDING, PNEUMONITIS, HEART, GUT),
        silent_without_each((LUPUS, HEART), LUPUS),
    ),
    edges(
        "RLUP-4",
        fires_for_each((LUPUS,), *EMERGENCIES, platelets.is_(19)),
        silent_for_each((LUPUS,), *NO_EMERGENCIES, platelets.is_(20)),
        silent_for_each((GPA, platelets.is_(19))),
        silent_without_each((LUPUS, platelets.is_(19)), LUPUS),
    ),
    edges("RLUP-5", silent_without_each((LUPUS, sledai_2k.is_(13)), LUPUS)),
    edges(
        "RLUP-6",
        silent_for_each(
            (LUPUS, spo2.is_(91)), no_organ(OrganThreat.ALVEOLAR_HAEMORRHAGE), PNEUMONITIS
        ),
        silent_for_each((GPA, BLEEDING, spo2.is_(91))),
        silent_without_each((LUPUS, BLEEDING, spo2.is_(91))),
    ),
    edges(
        "RLUP-7",
        fires_for_each((LUPUS,), FAST_NEPHRITIS),
        fires_for_each((LUPUS, SEDIMENT), creatinine_rise.is_(80), dialysis_needed.yes),
        fires_for_each((LUPUS, dialysis_needed.yes), *PROLIFERATIVE),
        # Kidneys lost to scars: dialysis, and neither the biopsy nor the urine is inflamed.
        silent_for_each((LUPUS, dialysis_needed.yes, NO_SEDIMENT), *NOT_PROLIFERATIVE),
        silent_for_each(
            (LUPUS, NO_SEDIMENT, nephritis_class.is_(NephritisClass.NONE)),
            creatinine_rise.is_(80),
            creatinine_rise.is_(200),
        ),
        silent_for_each((LUPUS, SEDIMENT), creatinine_rise.is_(79), dialysis_needed.no),
        silent_for_each((LUPUS,), NEPHRITIS, BRAIN, dialysis_needed.yes),
        silent_for_each((GPA,), FAST_NEPHRITIS),
        silent_without_each((LUPUS, SEDIMENT, creatinine_rise.is_(80))),
        silent_without_each((LUPUS, SEDIMENT, dialysis_needed.yes)),
        silent_without_each((LUPUS, FAST_NEPHRITIS)),
    ),
    edges(
        "RLUP-8",
        fires_for_each((LUPUS,), HEART, GUT, CORD),
        fires_for_each((LUPUS, BRAIN), INFLAMMATORY, MIXED),
        # A clot in the brain has another treatment; a threatened brain alone tells no mechanism.
        silent_for_each((LUPUS, BRAIN), *NOT_INFLAMED),
        silent_for_each((LUPUS,), BRAIN, INFLAMMATORY, MIXED),
        silent_for_each(
            (LUPUS, INFLAMMATORY),
            no_organ(OrganThreat.CENTRAL_NERVOUS_SYSTEM),
            OPTIC,
            NERVES,
            PNEUMONITIS,
            BLEEDING,
            NEPHRITIS,
            LIMB,
            EYE,
            AIRWAY,
        ),
        silent_for_each((GPA,), HEART, GUT, CORD, BRAIN),
        silent_without_each((LUPUS, HEART), LUPUS),
    ),
    edges(
        "RLUP-9",
        fires_for_each(
            (LUPUS,),
            emergency(HaematologicalEmergency.THROMBOTIC_MICROANGIOPATHY),
            emergency(HaematologicalEmergency.HAEMOPHAGOCYTOSIS),
            emergency(HaematologicalEmergency.MAJOR_BLEEDING),
        ),
        # Severe, and not by itself a threat to life.
        silent_for_each(
            (LUPUS,),
            emergency(HaematologicalEmergency.SEVERE_THROMBOCYTOPENIA),
            emergency(HaematologicalEmergency.SEVERE_HAEMOLYTIC_ANAEMIA),
            *NO_EMERGENCIES,
            platelets.is_(5),
        ),
        silent_without_each((LUPUS, emergency(HaematologicalEmergency.HAEMOPHAGOCYTOSIS)), LUPUS),
    ),
    edges(
        "RLUP-10",
        fires_for_each((LUPUS, SEDIMENT), creatinine_rise.is_(50), creatinine_rise.is_(80)),
        silent_for_each((LUPUS, NO_SEDIMENT), creatinine_rise.is_(50), creatinine_rise.is_(80)),
        silent_for_each((GPA, SEDIMENT, creatinine_rise.is_(50))),
        silent_without_each((LUPUS, SEDIMENT, creatinine_rise.is_(50))),
    ),
)
