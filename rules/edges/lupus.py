"""Edges of lupus: where published criteria place cyclophosphamide, and where not."""

from engine.language import (
    Edges,
    Is,
    Told,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
)
from rules.edges.diagnoses import GPA
from rules.edges.lupus_criteria import (
    AIRWAY,
    BLEEDING,
    BRAIN,
    CORD,
    EMERGENCIES,
    EYE,
    FAST_NEPHRITIS,
    GUT,
    HEART,
    INFLAMMATORY,
    LIMB,
    MEMBRANOUS,
    MIXED,
    NEPHRITIS,
    NERVES,
    NOT_BIOPSIED,
    NOT_INFLAMED,
    NOT_PROLIFERATIVE,
    OPTIC,
    PNEUMONITIS,
    PROLIFERATIVE,
    QUIET_CLASSES,
    THROMBOTIC,
)
from rules.reference.guards import LUPUS, MYOPATHY
from rules.reference.lupus_facts import NO_ORGAN, QUIET
from rules.vocabulary.arthritis import (
    ExtraArticular,
    das28,
    extra_articular,
    sharp_score_change,
)
from rules.vocabulary.blood import platelets
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.lupus import sledai_2k
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.organs import ActivityEvidence, activity_evidence, upcr

VITAL = (BLEEDING, PNEUMONITIS, HEART, GUT)
NEURO = (BRAIN, CORD, OPTIC, NERVES)
KIDNEY = (NEPHRITIS, FAST_NEPHRITIS)
UNLISTED = (LIMB, EYE, AIRWAY)
CLASS_II = QUIET_CLASSES[2]


def _each(organs: Told, *mechanisms: Is) -> tuple[Told, ...]:
    return tuple((organ, mechanism) for organ in organs for mechanism in mechanisms)


NO_LISTED_ORGAN = (LUPUS, *NO_ORGAN)
HIGH_SCORE = (*QUIET, sledai_2k.is_(13))
LOW_SCORE = (*QUIET, sledai_2k.is_(4))
CLOT = (*NO_LISTED_ORGAN, THROMBOTIC, CLASS_II)
LOW_PLATELETS = (*NO_LISTED_ORGAN, CLASS_II, platelets.is_(19))
ARTHRITIS_AT_EASE = (
    diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS),
    *NO_ORGAN,
    *(extra_articular.has_not(each) for each in ExtraArticular),
    lung_disease_course.is_(LungDiseaseCourse.NONE),
    das28.is_(3.2),
    sharp_score_change.is_(4.9),
)
SCAR = activity_evidence.is_(ActivityEvidence.FIXED_DAMAGE)
SEROLOGY = activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY)

LUPUS_PLACE: tuple[Edges, ...] = (
    edges(
        "RLUP-13",
        fires_for_each((LUPUS,), *PROLIFERATIVE),
        silent_for_each((LUPUS, NEPHRITIS, upcr.is_(3)), *NOT_PROLIFERATIVE),
        silent_without_each((LUPUS, PROLIFERATIVE[0])),
    ),
    edges(
        "RLUP-14",
        fires_for_each((LUPUS,), *VITAL, *_each(NEURO, INFLAMMATORY, MIXED)),
        silent_for_each((LUPUS,), *_each(NEURO, *NOT_INFLAMED), *NEURO),
        # The mechanism says how, not where: no organ, a kidney, or one that no list names.
        silent_for_each((*NO_LISTED_ORGAN, INFLAMMATORY), *KIDNEY, *UNLISTED),
        silent_for_each(NO_LISTED_ORGAN, INFLAMMATORY, MIXED),
        silent_for_each((GPA,), *VITAL),
        silent_without_each((LUPUS, HEART)),
        silent_without_each((LUPUS, CORD, INFLAMMATORY)),
    ),
    edges(
        "RLUP-15",
        fires_for_each((LUPUS,), *PROLIFERATIVE, *VITAL, *_each(NEURO, INFLAMMATORY, MIXED)),
        silent_for_each(NO_LISTED_ORGAN, *QUIET_CLASSES),
        # The drug is listed for another disease: that is another room's rule.
        silent_for_each((MYOPATHY, lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE))),
    ),
    edges(
        "RLUP-21",
        silent_for_each(LOW_SCORE, *UNLISTED, *KIDNEY, *VITAL, *NEURO, *EMERGENCIES),
        fires_for_each(LOW_SCORE, sledai_2k.is_(12), *QUIET_CLASSES),
        silent_for_each(LOW_SCORE, *PROLIFERATIVE, sledai_2k.is_(13), platelets.is_(19)),
        # Arthritis that is not severe has a rule of its own.
        silent_for_each(ARTHRITIS_AT_EASE),
        silent_without_each(LOW_SCORE, LUPUS, EYE, sledai_2k.is_(4), platelets.is_(210)),
    ),
    edges(
        "RLUP-22",
        # Each organ for which the drug is listed, or about which nothing is known, and the kidney.
        silent_for_each(HIGH_SCORE, *VITAL, *_each(NEURO, INFLAMMATORY), *KIDNEY, *UNLISTED),
        # Blood has a ladder of its own.
        silent_for_each(HIGH_SCORE, *EMERGENCIES, platelets.is_(19)),
        fires_for_each(HIGH_SCORE, platelets.is_(20), *_each(NEURO, THROMBOTIC)),
        fires_for_each(HIGH_SCORE, *QUIET_CLASSES, (MEMBRANOUS, upcr.is_(0.9))),
        silent_for_each(HIGH_SCORE, (MEMBRANOUS, upcr.is_(1)), MEMBRANOUS, *PROLIFERATIVE),
        # Little protein, and nobody has looked what it is.
        silent_for_each(but(HIGH_SCORE, upcr.is_(0.9)), NOT_BIOPSIED),
        silent_for_each(HIGH_SCORE, sledai_2k.is_(12)),
        silent_without_each(HIGH_SCORE, LUPUS, EYE, EMERGENCIES[0], platelets.is_(210)),
        silent_without_each(HIGH_SCORE, sledai_2k.is_(13), CLASS_II),
    ),
    edges(
        "RLUP-23",
        fires_for_each(CLOT, *NEURO, *QUIET_CLASSES, MEMBRANOUS, NOT_BIOPSIED),
        silent_for_each(CLOT, *VITAL, *KIDNEY, *UNLISTED, *PROLIFERATIVE),
        silent_for_each(CLOT, INFLAMMATORY, MIXED, NOT_INFLAMED[1], NOT_INFLAMED[2]),
        silent_without_each(CLOT, LUPUS, THROMBOTIC, CLASS_II, HEART),
    ),
    edges(
        "RLUP-24",
        fires_for_each((LUPUS, SCAR), *PROLIFERATIVE, *NOT_PROLIFERATIVE),
        fires_for_each((LUPUS, SEROLOGY), *PROLIFERATIVE, *NOT_PROLIFERATIVE),
        silent_for_each((LUPUS,), *PROLIFERATIVE, *NOT_PROLIFERATIVE),
        silent_for_each((GPA,), SCAR, SEROLOGY),
        silent_without_each((LUPUS, SCAR)),
        silent_without_each((LUPUS, SEROLOGY, CLASS_II), LUPUS, SEROLOGY),
    ),
)
