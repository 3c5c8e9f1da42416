"""Edges of rheumatoid arthritis: severe, rapid, difficult to treat, and the ladder used up."""

from engine.language import (
    Edges,
    Told,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
    without,
)
from rules.edges.courses import came_of, closures, course, flaws, other_ends
from rules.reference.guards import ARTHRITIS, MYOPATHY
from rules.vocabulary.arthritis import (
    ExtraArticular,
    das28,
    extra_articular,
    sharp_score_change,
)
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.organs import OrganThreat, dialysis_needed, organ_threats, spo2
from rules.vocabulary.treatments import Outcome, Treatment, prednisone

METHOTREXATE = Treatment.METHOTREXATE
LEFLUNOMIDE = Treatment.LEFLUNOMIDE_OR_SULFASALAZINE
TNF_INHIBITOR = Treatment.TNF_INHIBITOR
ABATACEPT = Treatment.ABATACEPT
RITUXIMAB = Treatment.ANTI_CD20
IL6_INHIBITOR = Treatment.IL6_INHIBITOR
JAK_INHIBITOR = Treatment.JAK_INHIBITOR

# Three months in full: the shortest course that counts (13 weeks).
THREE_MONTHS = 13
TOO_SHORT = 12

VASCULITIS = extra_articular.has(ExtraArticular.SYSTEMIC_VASCULITIS)
LUNG = extra_articular.has(ExtraArticular.INTERSTITIAL_LUNG_DISEASE)
EYE = extra_articular.has(ExtraArticular.SCLERITIS_OR_KERATITIS)
NO_VASCULITIS = extra_articular.has_not(ExtraArticular.SYSTEMIC_VASCULITIS)
NO_LUNG = extra_articular.has_not(ExtraArticular.INTERSTITIAL_LUNG_DISEASE)
NO_EYE = extra_articular.has_not(ExtraArticular.SCLERITIS_OR_KERATITIS)
RAPID_LUNG = (LUNG, lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE))
PROGRESSIVE_LUNG = (LUNG, lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE))
STABLE_LUNG = (LUNG, lung_disease_course.is_(LungDiseaseCourse.STABLE))
NO_LUNG_DISEASE = (NO_LUNG, lung_disease_course.is_(LungDiseaseCourse.NONE))

HEART = organ_threats.has(OrganThreat.HEART)
GUT = organ_threats.has(OrganThreat.MESENTERIC)
BRAIN = organ_threats.has(OrganThreat.CENTRAL_NERVOUS_SYSTEM)
CORD = organ_threats.has(OrganThreat.SPINAL_CORD)
NEPHRITIS = organ_threats.has(OrganThreat.GLOMERULONEPHRITIS)
FAILING_KIDNEYS = organ_threats.has(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS)
BLEEDING_LUNGS = organ_threats.has(OrganThreat.ALVEOLAR_HAEMORRHAGE)
NERVES = organ_threats.has(OrganThreat.MONONEURITIS)

# Joints alone: everything else was looked for and is not there.
JOINTS_ALONE = (
    ARTHRITIS,
    NO_VASCULITIS,
    NO_EYE,
    *NO_LUNG_DISEASE,
    *(organ_threats.has_not(organ) for organ in OrganThreat),
    spo2.is_(96),
    dialysis_needed.no,
)

SEVERE_JOINTS = edges(
    "RRA-1",
    fires_for_each((ARTHRITIS,), das28.is_(5.2), sharp_score_change.is_(5)),
    silent_for_each((ARTHRITIS,), das28.is_(5.1), sharp_score_change.is_(4)),
    silent_for_each((ARTHRITIS, das28.is_(5.1), sharp_score_change.is_(4))),
    fires_for_each((ARTHRITIS, das28.is_(5.1), sharp_score_change.is_(5))),
    fires_for_each((ARTHRITIS, das28.is_(5.2), sharp_score_change.is_(4))),
    silent_without_each((ARTHRITIS, das28.is_(5.2))),
)

# What threatens life in arthritis, each by itself.
VITAL = (
    HEART,
    (GUT, VASCULITIS),
    BRAIN,
    CORD,
    FAILING_KIDNEYS,
    (NEPHRITIS, dialysis_needed.yes),
    (BLEEDING_LUNGS, spo2.is_(91)),
)
NOT_VITAL = (
    NEPHRITIS,
    dialysis_needed.yes,
    BLEEDING_LUNGS,
    spo2.is_(91),
    (BLEEDING_LUNGS, spo2.is_(92)),
    PROGRESSIVE_LUNG,
    STABLE_LUNG,
)

SEVERE_BEYOND_JOINTS = edges(
    "RRA-2",
    fires_for_each(JOINTS_ALONE, VASCULITIS, EYE, RAPID_LUNG, *VITAL),
    silent_for_each(JOINTS_ALONE, *NOT_VITAL),
    silent_for_each(JOINTS_ALONE),
    silent_without_each((*JOINTS_ALONE, HEART), ARTHRITIS, HEART),
    silent_for_each(but(JOINTS_ALONE, HEART), MYOPATHY),
)

DANGEROUS = edges(
    "RRA-3",
    fires_for_each(JOINTS_ALONE, RAPID_LUNG, *VITAL),
    # A foot drop and an eye are severe; they do not threaten life by themselves.
    silent_for_each(JOINTS_ALONE, VASCULITIS, EYE, (NERVES, VASCULITIS), *NOT_VITAL),
    silent_for_each(JOINTS_ALONE),
    silent_without_each((*JOINTS_ALONE, HEART), ARTHRITIS, HEART),
    silent_for_each(but(JOINTS_ALONE, HEART), MYOPATHY),
)

RAPID = edges(
    "RRA-4",
    fires_for_each(JOINTS_ALONE, RAPID_LUNG, sharp_score_change.is_(5)),
    silent_for_each(
        JOINTS_ALONE, PROGRESSIVE_LUNG, STABLE_LUNG, VASCULITIS, sharp_score_change.is_(4)
    ),
    silent_without_each((ARTHRITIS, sharp_score_change.is_(5))),
    silent_without_each((ARTHRITIS, *RAPID_LUNG), ARTHRITIS),
)

# Difficult to treat: a conventional drug and two mechanisms in vain, and the disease still active.
CONVENTIONAL = (ARTHRITIS, *course(METHOTREXATE, Outcome.FAILED, THREE_MONTHS))
STILL_ACTIVE = (*CONVENTIONAL, das28.is_(3.3))
QUIET = (*CONVENTIONAL, das28.is_(3.2), prednisone.is_(7), sharp_score_change.is_(4))
TNF_IN_VAIN = course(TNF_INHIBITOR, Outcome.FAILED, THREE_MONTHS)
ABATACEPT_IN_VAIN = course(ABATACEPT, Outcome.FAILED, THREE_MONTHS)
TWO_IN_VAIN = (*STILL_ACTIVE, *TNF_IN_VAIN, *ABATACEPT_IN_VAIN)


def _mechanism(drug: Treatment, beside: Treatment) -> Edges:
    """One mechanism that failed beside another."""
    failed = course(drug, Outcome.FAILED, THREE_MONTHS)
    both = (*STILL_ACTIVE, *course(beside, Outcome.FAILED, THREE_MONTHS), *failed)
    return edges(
        "RRA-5",
        fires_for_each(both),
        # Not tolerated or contraindicated is not failed.
        silent_for_each(both, *flaws(drug, TOO_SHORT), *other_ends(drug), *closures(drug)),
        silent_without_each(both, *failed),
    )


def _first_drug(rule: str, failed: Told) -> Edges:
    """Methotrexate failed; or it is closed, and leflunomide or sulfasalazine failed or is closed.

    ``failed`` is a patient in whom methotrexate failed, and for whom the rule fires.
    """
    methotrexate = course(METHOTREXATE, Outcome.FAILED, THREE_MONTHS)
    closed = (
        *without(failed, *methotrexate),
        *came_of(METHOTREXATE, Outcome.CONTRAINDICATED),
        *course(LEFLUNOMIDE, Outcome.FAILED, THREE_MONTHS),
    )
    untried = but(failed, *came_of(LEFLUNOMIDE, Outcome.NOT_TRIED))
    return edges(
        rule,
        fires_for_each(untried),
        silent_for_each(
            untried,
            *flaws(METHOTREXATE, TOO_SHORT),
            *other_ends(METHOTREXATE),
            # Closed asks for the other drug, however long methotrexate was taken.
            *closures(METHOTREXATE),
        ),
        silent_without_each(untried, *methotrexate),
        fires_for_each(closed, *closures(METHOTREXATE)),
        fires_for_each(closed, *closures(LEFLUNOMIDE)),
        silent_for_each(closed, *flaws(LEFLUNOMIDE, TOO_SHORT), *other_ends(LEFLUNOMIDE)),
        silent_without_each(closed, *course(LEFLUNOMIDE, Outcome.FAILED, THREE_MONTHS)),
        # The other drug does not stand in for a methotrexate that is still open.
        silent_for_each(
            closed, came_of(METHOTREXATE, Outcome.NOT_TRIED), *other_ends(METHOTREXATE)
        ),
        silent_for_each(
            but(closed, *methotrexate, *came_of(LEFLUNOMIDE, Outcome.NOT_AVAILABLE)),
            *flaws(METHOTREXATE, TOO_SHORT),
        ),
    )


DIFFICULT_TO_TREAT = edges(
    "RRA-5",
    _first_drug("RRA-5", TWO_IN_VAIN).examples,
    *(
        _mechanism(drug, beside=TNF_INHIBITOR).examples
        for drug in (ABATACEPT, RITUXIMAB, IL6_INHIBITOR, JAK_INHIBITOR)
    ),
    _mechanism(TNF_INHIBITOR, beside=ABATACEPT).examples,
    # Each sign of activity by itself; prednisone that cannot go below 7.5 mg is one.
    fires_for_each(
        (*QUIET, *TNF_IN_VAIN, *ABATACEPT_IN_VAIN),
        das28.is_(3.3),
        prednisone.is_(7.5),
        sharp_score_change.is_(5),
    ),
    silent_for_each(
        (*QUIET, *TNF_IN_VAIN, *ABATACEPT_IN_VAIN),
        das28.is_(3.2),
        prednisone.is_(7.4),
    ),
    silent_without_each(TWO_IN_VAIN, ARTHRITIS, das28.is_(3.3)),
)

# Used up: a conventional drug, a TNF inhibitor and two of four more classes, failed or closed.
FOUR_CLASSES = (ABATACEPT, RITUXIMAB, IL6_INHIBITOR, JAK_INHIBITOR)
ALL_OPEN = (
    *CONVENTIONAL,
    *TNF_IN_VAIN,
    *came_of(ABATACEPT, Outcome.NOT_TRIED),
    *came_of(RITUXIMAB, Outcome.NOT_TRIED),
    *came_of(IL6_INHIBITOR, Outcome.NOT_TRIED),
    *came_of(JAK_INHIBITOR, Outcome.NOT_TRIED),
)
CLASSES_USED_UP = but(
    ALL_OPEN,
    *course(ABATACEPT, Outcome.FAILED, THREE_MONTHS),
    *came_of(JAK_INHIBITOR, Outcome.CONTRAINDICATED),
)


def _class(drug: Treatment, beside: Treatment) -> Edges:
    """One class that failed or is closed, beside another that is closed."""
    one = but(ALL_OPEN, *came_of(beside, Outcome.CONTRAINDICATED))
    both = but(one, *course(drug, Outcome.FAILED, THREE_MONTHS))
    return edges(
        "RRA-6",
        fires_for_each(both),
        fires_for_each(one, *closures(drug)),
        silent_for_each(both, *flaws(drug, TOO_SHORT), *other_ends(drug)),
        silent_without_each(both, *course(drug, Outcome.FAILED, THREE_MONTHS)),
    )


LADDER_USED_UP = edges(
    "RRA-6",
    _first_drug("RRA-6", CLASSES_USED_UP).examples,
    fires_for_each(without(CLASSES_USED_UP, *TNF_IN_VAIN), *closures(TNF_INHIBITOR)),
    silent_for_each(CLASSES_USED_UP, *flaws(TNF_INHIBITOR, TOO_SHORT), *other_ends(TNF_INHIBITOR)),
    silent_without_each(CLASSES_USED_UP, ARTHRITIS, *TNF_IN_VAIN),
    *(_class(drug, beside=JAK_INHIBITOR).examples for drug in FOUR_CLASSES[:3]),
    _class(JAK_INHIBITOR, beside=ABATACEPT).examples,
    # One class is not enough.
    silent_for_each(ALL_OPEN, *(came_of(drug, Outcome.CONTRAINDICATED) for drug in FOUR_CLASSES)),
    # Three of the four classes do not stand in for the TNF inhibitor.
    silent_for_each(
        but(
            without(ALL_OPEN, *TNF_IN_VAIN),
            *came_of(TNF_INHIBITOR, Outcome.NOT_TRIED),
            *came_of(ABATACEPT, Outcome.NOT_AVAILABLE),
            *came_of(RITUXIMAB, Outcome.NOT_AVAILABLE),
            *came_of(IL6_INHIBITOR, Outcome.NOT_AVAILABLE),
        )
    ),
)

ARTHRITIS_CRITERIA: tuple[Edges, ...] = (
    SEVERE_JOINTS,
    SEVERE_BEYOND_JOINTS,
    DANGEROUS,
    RAPID,
    DIFFICULT_TO_TREAT,
    LADDER_USED_UP,
)
