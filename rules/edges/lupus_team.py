"""Edges of lupus: what published criteria leave to a team."""

from engine.language import (
    Edges,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
)
from rules.edges.lupus import (
    CLASS_II,
    KIDNEY,
    LOW_PLATELETS,
    NEURO,
    NO_LISTED_ORGAN,
    UNLISTED,
    VITAL,
)
from rules.edges.lupus_criteria import (
    AIRWAY,
    BRAIN,
    EMERGENCIES,
    EYE,
    FAST_NEPHRITIS,
    HEART,
    INFLAMMATORY,
    LIMB,
    MEMBRANOUS,
    MIXED,
    NEPHRITIS,
    NO_EMERGENCIES,
    NOT_BIOPSIED,
    NOT_INFLAMED,
    NOT_PROLIFERATIVE,
    PROLIFERATIVE,
    QUIET_CLASSES,
    THROMBOTIC,
)
from rules.reference.guards import LUPUS, MYOPATHY
from rules.reference.myopathy_beside import NO_DANGER, NOTHING_TRIED
from rules.vocabulary.blood import platelets
from rules.vocabulary.lupus import sledai_2k
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.organs import upcr

WITHOUT_LUNG_DISEASE = (
    MYOPATHY,
    lung_disease_course.is_(LungDiseaseCourse.NONE),
    *NOTHING_TRIED,
    *NO_DANGER,
)
ACTIVE_V = (*NO_LISTED_ORGAN, MEMBRANOUS, upcr.is_(1))
UNKNOWN_KIDNEY = but(NO_LISTED_ORGAN, NOT_BIOPSIED, NEPHRITIS)
KIDNEY_NOT_SHOWN = but(NO_LISTED_ORGAN, CLASS_II, NEPHRITIS)
ORGAN_WITHOUT_LIST = but(NO_LISTED_ORGAN, CLASS_II, EYE)

LUPUS_TEAM: tuple[Edges, ...] = (
    edges(
        "RLUP-17",
        fires_for_each(LOW_PLATELETS),
        fires_for_each(but(LOW_PLATELETS, platelets.is_(210)), *EMERGENCIES),
        silent_for_each(but(LOW_PLATELETS, platelets.is_(20)), *NO_EMERGENCIES),
        # An organ or a class for which the drug is listed decides for itself.
        silent_for_each(LOW_PLATELETS, *VITAL, *PROLIFERATIVE, (BRAIN, INFLAMMATORY)),
        fires_for_each(LOW_PLATELETS, (BRAIN, THROMBOTIC), *KIDNEY, *UNLISTED),
        # Another disease has another ladder for its blood.
        silent_for_each((*WITHOUT_LUNG_DISEASE, platelets.is_(19))),
        silent_without_each(LOW_PLATELETS, LUPUS, CLASS_II, HEART, platelets.is_(19)),
    ),
    edges(
        "RLUP-18",
        fires_for_each((LUPUS, MIXED), *PROLIFERATIVE, *NOT_PROLIFERATIVE),
        silent_for_each((LUPUS, CLASS_II), *NOT_INFLAMED),
        silent_without_each((LUPUS, MIXED)),
        silent_without_each((LUPUS, CLASS_II, MIXED), LUPUS, MIXED),
    ),
    edges(
        "RLUP-19",
        fires_for_each(ACTIVE_V, upcr.is_(3), *KIDNEY, *UNLISTED, (BRAIN, THROMBOTIC)),
        silent_for_each(ACTIVE_V, *QUIET_CLASSES, NOT_BIOPSIED, *PROLIFERATIVE),
        silent_for_each(ACTIVE_V, *VITAL, *((organ, INFLAMMATORY) for organ in NEURO)),
        silent_without_each(ACTIVE_V, LUPUS, MEMBRANOUS, HEART, upcr.is_(1)),
    ),
    edges(
        "RLUP-20",
        silent_for_each(UNKNOWN_KIDNEY, *QUIET_CLASSES, MEMBRANOUS, *PROLIFERATIVE),
        silent_for_each(UNKNOWN_KIDNEY, *VITAL, *((organ, MIXED) for organ in NEURO)),
        fires_for_each(UNKNOWN_KIDNEY, FAST_NEPHRITIS, (BRAIN, THROMBOTIC)),
        fires_for_each((*NO_LISTED_ORGAN, NOT_BIOPSIED), sledai_2k.is_(13), platelets.is_(19)),
        silent_without_each(UNKNOWN_KIDNEY, LUPUS, NOT_BIOPSIED, NEPHRITIS, HEART),
    ),
    edges(
        "RLUP-42",
        fires_for_each(but(NO_LISTED_ORGAN, CLASS_II), *KIDNEY),
        fires_for_each(KIDNEY_NOT_SHOWN, *QUIET_CLASSES, (MEMBRANOUS, upcr.is_(0.9))),
        # Class V with 1 g/g shows why; without a count, or without a biopsy, nothing is shown yet.
        silent_for_each(KIDNEY_NOT_SHOWN, (MEMBRANOUS, upcr.is_(1)), MEMBRANOUS, *PROLIFERATIVE),
        silent_for_each(but(KIDNEY_NOT_SHOWN, upcr.is_(0.9)), NOT_BIOPSIED),
        silent_for_each(KIDNEY_NOT_SHOWN, *VITAL, *((organ, INFLAMMATORY) for organ in NEURO)),
        silent_for_each(but(NO_LISTED_ORGAN, CLASS_II), *UNLISTED, (BRAIN, THROMBOTIC)),
        silent_without_each(KIDNEY_NOT_SHOWN, LUPUS, NEPHRITIS, CLASS_II, HEART),
    ),
    edges(
        "RLUP-43",
        fires_for_each(but(NO_LISTED_ORGAN, CLASS_II), LIMB, EYE, AIRWAY),
        silent_for_each(ORGAN_WITHOUT_LIST, *VITAL, *PROLIFERATIVE),
        silent_for_each(ORGAN_WITHOUT_LIST, *((organ, INFLAMMATORY) for organ in NEURO)),
        silent_for_each(but(NO_LISTED_ORGAN, CLASS_II), *KIDNEY, (BRAIN, THROMBOTIC)),
        # Another disease: an eye that a myopathy without lung disease threatens.
        silent_for_each(but(WITHOUT_LUNG_DISEASE, EYE)),
        silent_without_each(ORGAN_WITHOUT_LIST, LUPUS, EYE, CLASS_II, HEART),
    ),
)
