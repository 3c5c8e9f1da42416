"""Edges of rheumatoid arthritis: the place of cyclophosphamide, and what stands beside it."""

from engine.language import (
    Edges,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
)
from rules.edges.arthritis import (
    EYE,
    HEART,
    JOINTS_ALONE,
    LUNG,
    NERVES,
    NO_EYE,
    NO_LUNG,
    NO_LUNG_DISEASE,
    NO_VASCULITIS,
    PROGRESSIVE_LUNG,
    RAPID_LUNG,
    STABLE_LUNG,
    TWO_IN_VAIN,
    VASCULITIS,
)
from rules.edges.courses import course
from rules.reference.guards import ARTHRITIS, GPA, MYOPATHY
from rules.vocabulary.arthritis import das28, synovitis_confirmed
from rules.vocabulary.organs import ActivityEvidence, activity_evidence
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status
from rules.vocabulary.treatments import Outcome, Treatment

CANDIDATE = edges(
    "RRA-7",
    fires_for_each(JOINTS_ALONE, VASCULITIS, PROGRESSIVE_LUNG, RAPID_LUNG),
    silent_for_each(JOINTS_ALONE, EYE, STABLE_LUNG, HEART),
    silent_for_each(JOINTS_ALONE),
    silent_for_each((ARTHRITIS, LUNG)),
    silent_without_each((ARTHRITIS, VASCULITIS)),
    silent_without_each((ARTHRITIS, *RAPID_LUNG), ARTHRITIS),
    silent_for_each((ARTHRITIS, *PROGRESSIVE_LUNG), MYOPATHY),
)

AMONG_THE_OPTIONS = edges(
    "RRA-8",
    fires_for_each(JOINTS_ALONE, VASCULITIS, PROGRESSIVE_LUNG, RAPID_LUNG),
    silent_for_each(JOINTS_ALONE, EYE, STABLE_LUNG),
    silent_for_each(JOINTS_ALONE),
    # GPA with a nerve in danger has a rule of its own.
    silent_for_each((GPA, NERVES)),
    silent_without_each((ARTHRITIS, VASCULITIS)),
)

NOTHING_BEYOND = (ARTHRITIS, NO_VASCULITIS, NO_EYE, NO_LUNG)

NOT_FOR_JOINTS = edges(
    "RRA-9",
    fires_for_each(NOTHING_BEYOND),
    fires_for_each(JOINTS_ALONE),
    silent_for_each(NOTHING_BEYOND, VASCULITIS, EYE, LUNG, STABLE_LUNG, PROGRESSIVE_LUNG),
    silent_without_each(NOTHING_BEYOND),
)

SEROLOGY_ALONE = activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY)
DAMAGE_ALONE = activity_evidence.is_(ActivityEvidence.FIXED_DAMAGE)

NO_ACTIVE_DISEASE = edges(
    "RRA-10",
    fires_for_each((ARTHRITIS,), SEROLOGY_ALONE, DAMAGE_ALONE),
    silent_for_each((ARTHRITIS, activity_evidence.is_(ActivityEvidence.CLINICAL))),
    silent_for_each((ARTHRITIS, DAMAGE_ALONE), GPA, MYOPATHY),
    silent_without_each((ARTHRITIS, DAMAGE_ALONE)),
)

NOT_THE_SAME = edges(
    "RRA-11",
    fires_for_each(TWO_IN_VAIN),
    silent_for_each(TWO_IN_VAIN, das28.is_(3.2)),
    silent_without_each(TWO_IN_VAIN, ARTHRITIS, das28.is_(3.3)),
    # GPA that is refractory is no arthritis that is difficult to treat.
    silent_for_each((GPA, *course(Treatment.ANTI_CD20, Outcome.FAILED, 26), mimics_excluded.yes)),
)

NOT_INFLAMED = edges(
    "RRA-12",
    fires_for_each((ARTHRITIS, synovitis_confirmed.no)),
    silent_for_each((ARTHRITIS, synovitis_confirmed.yes)),
    silent_without_each((ARTHRITIS, synovitis_confirmed.no)),
)

VASCULITIS_OPTIONS = edges(
    "RRA-13",
    fires_for_each(JOINTS_ALONE, VASCULITIS),
    silent_for_each(JOINTS_ALONE, EYE, RAPID_LUNG),
    silent_without_each((ARTHRITIS, VASCULITIS)),
)

LUNG_OPTIONS = edges(
    "RRA-14",
    fires_for_each(JOINTS_ALONE, STABLE_LUNG, PROGRESSIVE_LUNG, RAPID_LUNG),
    fires_for_each((ARTHRITIS, LUNG)),
    silent_for_each(JOINTS_ALONE, EYE, VASCULITIS),
    silent_without_each((ARTHRITIS, LUNG)),
)

PREGNANT_OR_BREASTFEEDING = (
    pregnancy_status.is_(PregnancyStatus.TRIMESTER_1),
    pregnancy_status.is_(PregnancyStatus.TRIMESTER_2),
    pregnancy_status.is_(PregnancyStatus.TRIMESTER_3),
    pregnancy_status.is_(PregnancyStatus.BREASTFEEDING),
)

NEXT_STEPS = edges(
    "RRA-15",
    fires_for_each(NOTHING_BEYOND, pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)),
    # The list begins with methotrexate, which harms an unborn child.
    silent_for_each(NOTHING_BEYOND, *PREGNANT_OR_BREASTFEEDING),
    silent_for_each(NOTHING_BEYOND, VASCULITIS, EYE, PROGRESSIVE_LUNG),
    silent_for_each((ARTHRITIS, DAMAGE_ALONE), GPA, MYOPATHY),
    silent_without_each((ARTHRITIS, DAMAGE_ALONE)),
)

INFLAMED_EYE = edges(
    "RRA-16",
    fires_for_each(NOTHING_BEYOND, EYE),
    fires_for_each(NOTHING_BEYOND, (EYE, *STABLE_LUNG)),
    silent_for_each(NOTHING_BEYOND),
    silent_for_each((*NOTHING_BEYOND, EYE), VASCULITIS, PROGRESSIVE_LUNG, RAPID_LUNG),
    silent_without_each((ARTHRITIS, NO_VASCULITIS, NO_LUNG, EYE)),
)

COMBINATION = edges(
    "RRA-17",
    fires_for_each(JOINTS_ALONE, RAPID_LUNG),
    silent_for_each(JOINTS_ALONE, PROGRESSIVE_LUNG, STABLE_LUNG, NO_LUNG_DISEASE),
    silent_without_each((ARTHRITIS, *RAPID_LUNG), ARTHRITIS, *RAPID_LUNG[1:]),
    silent_for_each((ARTHRITIS, *RAPID_LUNG), MYOPATHY),
)

STABLE = but(NOTHING_BEYOND, *STABLE_LUNG)

LUNG_THAT_HOLDS = edges(
    "RRA-18",
    fires_for_each(STABLE),
    fires_for_each(STABLE, EYE),
    silent_for_each(STABLE, PROGRESSIVE_LUNG, RAPID_LUNG, NO_LUNG_DISEASE, VASCULITIS),
    silent_without_each(STABLE, ARTHRITIS, NO_VASCULITIS, *STABLE_LUNG[1:]),
)

ARTHRITIS_BESIDE: tuple[Edges, ...] = (
    CANDIDATE,
    AMONG_THE_OPTIONS,
    NOT_FOR_JOINTS,
    NO_ACTIVE_DISEASE,
    NOT_THE_SAME,
    NOT_INFLAMED,
    VASCULITIS_OPTIONS,
    LUNG_OPTIONS,
    NEXT_STEPS,
    INFLAMED_EYE,
    COMBINATION,
    LUNG_THAT_HOLDS,
)
