"""Edges of pregnancy, breastfeeding and contraception: each answer, for each drug."""

from engine.language import (
    Edges,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
    without,
)
from rules.edges.diagnoses import (
    ARTHRITIS,
    GPA,
    LUPUS,
    NOT_AUTOIMMUNE,
    PSORIASIS,
    SCLEROSIS,
    cyclophosphamide_named,
    either_named,
    sclerosis_only,
)
from rules.vocabulary.arthritis import ExtraArticular, extra_articular
from rules.vocabulary.disease import life_threatening
from rules.vocabulary.lupus import (
    HaematologicalEmergency,
    NephritisClass,
    NeuropsychiatricMechanism,
    haematological_emergency,
    nephritis_class,
    neuropsychiatric_mechanism,
)
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.organs import (
    OrganThreat,
    active_urinary_sediment,
    dialysis_needed,
    organ_threats,
    spo2,
    upcr,
)
from rules.vocabulary.reproduction import (
    PregnancyStatus,
    contraception_effective,
    pregnancy_possible,
    pregnancy_status,
)

NOT_PREGNANT = pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)
FIRST = pregnancy_status.is_(PregnancyStatus.TRIMESTER_1)
SECOND = pregnancy_status.is_(PregnancyStatus.TRIMESTER_2)
THIRD = pregnancy_status.is_(PregnancyStatus.TRIMESTER_3)
NURSING = pregnancy_status.is_(PregnancyStatus.BREASTFEEDING)
POSSIBLE = pregnancy_possible.yes
COVERED = contraception_effective.yes
NOT_COVERED = contraception_effective.no

NO_ORGAN = tuple(organ_threats.has_not(organ) for organ in OrganThreat)
EVERY_ORGAN = tuple(organ_threats.has(organ) for organ in OrganThreat)
PNEUMONITIS = organ_threats.has(OrganThreat.PNEUMONITIS)
NOT_DANGEROUS = (life_threatening.no, dialysis_needed.no)
RHEUMATOID_LUNG = extra_articular.has(ExtraArticular.INTERSTITIAL_LUNG_DISEASE)
VASCULITIS = extra_articular.has(ExtraArticular.SYSTEMIC_VASCULITIS)
EYE = extra_articular.has(ExtraArticular.SCLERITIS_OR_KERATITIS)
OXYGEN = spo2.is_(92)
THROMBOTIC = neuropsychiatric_mechanism.is_(NeuropsychiatricMechanism.THROMBOTIC)
PROGRESSIVE = lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)
RAPID = lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE)

# Joints only, and everything that could threaten asked and denied.
CALM_ARTHRITIS = (
    ARTHRITIS,
    *NO_ORGAN,
    *NOT_DANGEROUS,
    *(extra_articular.has_not(sign) for sign in ExtraArticular),
    lung_disease_course.is_(LungDiseaseCourse.NONE),
)
# Lupus in which no organ but, by the class of its biopsy, the kidney can be threatened.
CALM_LUPUS = (
    LUPUS,
    *NO_ORGAN,
    *NOT_DANGEROUS,
    *(haematological_emergency.has_not(each) for each in HaematologicalEmergency),
    active_urinary_sediment.no,
)
CLASS = {each: nephritis_class.is_(each) for each in NephritisClass}
MILD = (
    CLASS[NephritisClass.NONE],
    CLASS[NephritisClass.I],
    CLASS[NephritisClass.II],
    CLASS[NephritisClass.VI],
    CLASS[NephritisClass.NOT_BIOPSIED],
)
PROLIFERATIVE = (
    CLASS[NephritisClass.III],
    CLASS[NephritisClass.IV],
    CLASS[NephritisClass.III_V],
    CLASS[NephritisClass.IV_V],
)
MEMBRANOUS = CLASS[NephritisClass.V]

PREGNANCY: tuple[Edges, ...] = (
    edges(
        "RSAF-8",
        cyclophosphamide_named(FIRST),
        cyclophosphamide_named(NURSING),
        silent_for_each((LUPUS,), (), NOT_PREGNANT, SECOND, THIRD),
    ),
    edges(
        "RSAF-9",
        fires_for_each(CALM_ARTHRITIS, SECOND, THIRD),
        silent_for_each(CALM_ARTHRITIS, (), NOT_PREGNANT, FIRST, NURSING),
        silent_for_each((SECOND, *NO_ORGAN, *NOT_DANGEROUS), PSORIASIS, NOT_AUTOIMMUNE),
        # Each organ by itself is a threat, and so is one that was not asked for.
        silent_for_each((*without(CALM_ARTHRITIS, VASCULITIS, EYE), SECOND), *EVERY_ORGAN),
        # Also where it does not threaten life: lungs that bleed with enough oxygen, a clot.
        silent_for_each(
            (*CALM_ARTHRITIS, SECOND), (organ_threats.has(OrganThreat.ALVEOLAR_HAEMORRHAGE), OXYGEN)
        ),
        silent_for_each(
            (*CALM_LUPUS, CLASS[NephritisClass.II], SECOND),
            (organ_threats.has(OrganThreat.CENTRAL_NERVOUS_SYSTEM), THROMBOTIC),
        ),
        silent_without_each((*CALM_ARTHRITIS, SECOND), *NO_ORGAN),
        silent_for_each((*CALM_ARTHRITIS, SECOND), life_threatening.yes),
        silent_without_each((*CALM_ARTHRITIS, SECOND), life_threatening.no),
        # A lung that fails within weeks threatens life by published criteria.
        silent_for_each((*CALM_ARTHRITIS, SECOND), (RHEUMATOID_LUNG, RAPID)),
        fires_for_each((*CALM_ARTHRITIS, SECOND), (RHEUMATOID_LUNG, PROGRESSIVE)),
        # In lupus the biopsy speaks too: class V from 1 g/g of protein on.
        fires_for_each((*CALM_LUPUS, SECOND), *MILD, (MEMBRANOUS, upcr.is_(0.9))),
        silent_for_each((*CALM_LUPUS, SECOND), (), *PROLIFERATIVE, MEMBRANOUS),
        silent_for_each((*CALM_LUPUS, SECOND, upcr.is_(0.9)), (), *PROLIFERATIVE),
        fires_for_each((*CALM_LUPUS, SECOND, upcr.is_(1)), *MILD),
        silent_for_each((*CALM_LUPUS, SECOND, upcr.is_(1)), (), MEMBRANOUS),
    ),
    edges(
        "RSAF-10",
        fires_for_each((*CALM_LUPUS, PROLIFERATIVE[1]), SECOND, THIRD),
        silent_for_each((*CALM_LUPUS, PROLIFERATIVE[1]), (), NOT_PREGNANT, FIRST, NURSING),
        # Each organ for which the drug is an option in vasculitis; pneumonitis also in lupus.
        fires_for_each((GPA, SECOND), *EVERY_ORGAN),
        fires_for_each((LUPUS, SECOND), PNEUMONITIS),
        silent_for_each((GPA, SECOND), (), NO_ORGAN),
        # The class alone: from 1 g/g of protein on class V threatens too.
        fires_for_each((*CALM_LUPUS, SECOND), *PROLIFERATIVE, (MEMBRANOUS, upcr.is_(1))),
        silent_for_each((*CALM_LUPUS, SECOND), (), *MILD, (MEMBRANOUS, upcr.is_(0.9)), MEMBRANOUS),
        # Life in danger is not enough where nothing names the drug.
        silent_for_each(
            (*CALM_LUPUS, SECOND, life_threatening.yes),
            (),
            *MILD,
            MEMBRANOUS,
            (MEMBRANOUS, upcr.is_(0.9)),
        ),
        silent_for_each((*CALM_LUPUS, SECOND, life_threatening.yes, upcr.is_(1)), (), *MILD),
        silent_for_each((*CALM_ARTHRITIS, SECOND, life_threatening.yes)),
        # A rheumatoid lung that progresses names the drug; danger comes with haste, or is judged.
        silent_for_each((*CALM_ARTHRITIS, SECOND, RHEUMATOID_LUNG), PROGRESSIVE),
        fires_for_each(
            (*CALM_ARTHRITIS, SECOND, RHEUMATOID_LUNG), RAPID, (PROGRESSIVE, life_threatening.yes)
        ),
    ),
    edges(
        "RSAF-11",
        sclerosis_only(FIRST),
        fires_for_each((SCLEROSIS,), FIRST, SECOND, THIRD, NURSING),
        silent_for_each((SCLEROSIS,), (), NOT_PREGNANT),
    ),
    edges(
        "RSAF-12",
        cyclophosphamide_named(SECOND),
        fires_for_each((LUPUS,), SECOND, THIRD),
        silent_for_each((LUPUS,), (), NOT_PREGNANT, FIRST, NURSING),
    ),
    edges(
        "RSAF-13",
        cyclophosphamide_named(FIRST),
        fires_for_each((LUPUS,), FIRST, SECOND, THIRD, NURSING),
        silent_for_each((LUPUS,), (), NOT_PREGNANT),
    ),
    edges(
        "RSAF-31",
        cyclophosphamide_named(FIRST),
        silent_for_each((LUPUS,), (), NOT_PREGNANT, SECOND, THIRD, NURSING),
    ),
    edges(
        "RSAF-14",
        cyclophosphamide_named(POSSIBLE, NOT_PREGNANT, NOT_COVERED),
        silent_for_each((LUPUS, NOT_PREGNANT, NOT_COVERED), (), pregnancy_possible.no),
        silent_for_each((LUPUS, POSSIBLE, NOT_PREGNANT), (), COVERED),
        silent_for_each((LUPUS, POSSIBLE, NOT_COVERED), (), FIRST, SECOND, THIRD, NURSING),
    ),
    edges(
        "RSAF-15",
        sclerosis_only(POSSIBLE, NOT_PREGNANT, NOT_COVERED),
        silent_for_each((SCLEROSIS, NOT_PREGNANT, NOT_COVERED), (), pregnancy_possible.no),
        silent_for_each((SCLEROSIS, POSSIBLE, NOT_PREGNANT), (), COVERED),
        silent_for_each((SCLEROSIS, POSSIBLE, NOT_COVERED), (), FIRST, SECOND, THIRD, NURSING),
    ),
    edges(
        "RSAF-16",
        either_named(POSSIBLE),
        # What is not known of pregnancy or contraception is asked; an answer that closes it, not.
        fires_for_each((LUPUS, POSSIBLE), (), NOT_COVERED, NOT_PREGNANT, NURSING),
        fires_for_each((LUPUS, POSSIBLE, NOT_COVERED), (), NOT_PREGNANT, NURSING),
        silent_for_each((LUPUS, POSSIBLE, NOT_COVERED), FIRST, SECOND, THIRD),
        silent_for_each((LUPUS, POSSIBLE, COVERED), (), NOT_PREGNANT, NURSING),
        silent_for_each((LUPUS, NOT_PREGNANT, NOT_COVERED), (), pregnancy_possible.no),
    ),
)
