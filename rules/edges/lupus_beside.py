"""Edges of lupus: regimens of nephritis, and what else stands beside the verdict."""

from engine.language import (
    Edges,
    Example,
    Told,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
)
from rules.edges.courses import failed
from rules.edges.diagnoses import GPA
from rules.edges.lupus import KIDNEY, LOW_SCORE, NEURO, SEROLOGY, VITAL
from rules.edges.lupus_criteria import (
    EMERGENCIES,
    HEART,
    INFLAMMATORY,
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
    emergency,
    no_organ,
)
from rules.edges.lupus_refractory import BOTH, TWICE
from rules.reference.guards import LUPUS
from rules.vocabulary.blood import haemoglobin, platelets
from rules.vocabulary.heart import UrinaryFindings, urinary_findings
from rules.vocabulary.lupus import (
    HaematologicalEmergency,
    NephritisClass,
    nephritis_class,
    sledai_2k,
)
from rules.vocabulary.organs import OrganThreat, egfr, upcr
from rules.vocabulary.reproduction import PregnancyStatus, fertility_wish, pregnancy_status
from rules.vocabulary.treatments import (
    PlannedRegimen,
    Treatment,
    planned_regimen,
    prednisone,
    prior_cyclophosphamide,
)

IV = nephritis_class.is_(NephritisClass.IV)
VI = nephritis_class.is_(NephritisClass.VI)
NO_NEPHRITIS = no_organ(OrganThreat.GLOMERULONEPHRITIS)
ANAEMIA = emergency(HaematologicalEmergency.SEVERE_HAEMOLYTIC_ANAEMIA)
CYSTITIS = urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)
TABLETS = planned_regimen.is_(PlannedRegimen.ORAL_DAILY)
MONTHLY = planned_regimen.is_(PlannedRegimen.MONTHLY_HIGH_DOSE)


def no_child_to_harm(patient: Told) -> tuple[Example, ...]:
    """The list stays away in pregnancy and while breastfeeding; unknown, it is shown."""
    return (
        *fires_for_each(patient),
        *fires_for_each(patient, pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)),
        *silent_for_each(
            patient,
            pregnancy_status.is_(PregnancyStatus.TRIMESTER_1),
            pregnancy_status.is_(PregnancyStatus.TRIMESTER_2),
            pregnancy_status.is_(PregnancyStatus.TRIMESTER_3),
            pregnancy_status.is_(PregnancyStatus.BREASTFEEDING),
        ),
    )


def proliferative_alone(patient: Told) -> tuple[Example, ...]:
    """Fires with classes III and IV, with V or without; not where none of them was found."""
    return (
        *fires_for_each(patient, *PROLIFERATIVE),
        *silent_for_each(patient, *QUIET_CLASSES, NOT_BIOPSIED),
    )


MUCH_PROTEIN = (LUPUS, IV, upcr.is_(3), egfr.is_(46))
WISH = (LUPUS, IV, fertility_wish.yes)
PRIOR = (LUPUS, IV, prior_cyclophosphamide.is_(10))

LUPUS_BESIDE: tuple[Edges, ...] = (
    edges(
        "RLUP-25",
        proliferative_alone((LUPUS, NEPHRITIS)),
        silent_without_each((LUPUS, IV)),
    ),
    edges(
        "RLUP-26",
        proliferative_alone(MUCH_PROTEIN),
        no_child_to_harm(MUCH_PROTEIN),
        silent_for_each(MUCH_PROTEIN, upcr.is_(2.9), egfr.is_(45)),
        silent_without_each(MUCH_PROTEIN),
    ),
    edges(
        "RLUP-27",
        fires_for_each((LUPUS, IV), *VITAL, *NEURO),
        silent_for_each((LUPUS, IV), *KIDNEY),
        proliferative_alone((LUPUS, HEART)),
        no_child_to_harm((LUPUS, IV, HEART)),
        silent_without_each((LUPUS, IV, HEART)),
    ),
    edges(
        "RLUP-28",
        proliferative_alone(WISH),
        no_child_to_harm(WISH),
        silent_without_each(WISH),
    ),
    edges(
        "RLUP-29",
        fires_for_each((LUPUS, TABLETS), *PROLIFERATIVE, MEMBRANOUS, *KIDNEY),
        fires_for_each((LUPUS, MONTHLY), *PROLIFERATIVE, MEMBRANOUS, *KIDNEY),
        # No kidney: doses for other organs are another question.
        silent_for_each((LUPUS, TABLETS, NO_NEPHRITIS), *QUIET_CLASSES, NOT_BIOPSIED, HEART),
        silent_for_each((LUPUS, TABLETS)),
        silent_for_each(
            (LUPUS, IV),
            planned_regimen.is_(PlannedRegimen.PULSE_PER_KG),
            planned_regimen.is_(PlannedRegimen.OTHER),
        ),
        silent_for_each((GPA, NEPHRITIS), TABLETS, MONTHLY),
        silent_without_each((LUPUS, IV, TABLETS)),
    ),
    edges(
        "RLUP-30",
        fires_for_each(TWICE, *PROLIFERATIVE, MEMBRANOUS),
        # Refractory by skin and joints, without nephritis: another list.
        silent_for_each(BOTH),
        silent_without_each(TWICE, LUPUS, IV, *failed(Treatment.MYCOPHENOLATE, 26)),
    ),
    edges(
        "RLUP-31",
        fires_for_each((LUPUS,), *EMERGENCIES, platelets.is_(19)),
        silent_for_each((LUPUS,), *NO_EMERGENCIES, platelets.is_(20)),
        silent_for_each((GPA, platelets.is_(19))),
        silent_without_each((LUPUS, platelets.is_(19))),
    ),
    edges(
        "RLUP-32",
        fires_for_each((LUPUS,), THROMBOTIC, MIXED),
        silent_for_each((LUPUS,), INFLAMMATORY, *NOT_INFLAMED[1:]),
        silent_without_each((LUPUS, THROMBOTIC)),
    ),
    edges(
        "RLUP-33",
        # Closed by a bleeding bladder; not indicated by serology alone; left to the team.
        no_child_to_harm((LUPUS, IV, CYSTITIS)),
        no_child_to_harm((LUPUS, SEROLOGY)),
        no_child_to_harm(LOW_SCORE),
        no_child_to_harm((LUPUS, MIXED)),
        silent_for_each((LUPUS, IV)),
        silent_for_each((GPA, CYSTITIS)),
        silent_without_each((LUPUS, CYSTITIS)),
    ),
    edges(
        "RLUP-34",
        silent_for_each((LUPUS, upcr.is_(0.6)), *QUIET_CLASSES, MEMBRANOUS, *PROLIFERATIVE),
        silent_without_each((LUPUS, upcr.is_(0.6), NOT_BIOPSIED)),
    ),
    edges(
        "RLUP-35",
        fires_for_each((LUPUS,), VI, egfr.is_(14)),
        silent_for_each(
            (LUPUS, egfr.is_(15)),
            *(each for each in NOT_PROLIFERATIVE if each != VI),
            *PROLIFERATIVE,
        ),
        silent_for_each((GPA, egfr.is_(14))),
        silent_without_each((LUPUS, egfr.is_(14))),
        silent_without_each((LUPUS, VI)),
    ),
    edges(
        "RLUP-36",
        fires_for_each((LUPUS,), *(sledai_2k.is_(score) for score in (6, 11, 12))),
        silent_for_each((LUPUS,), *(sledai_2k.is_(score) for score in (5, 7, 10, 13))),
        silent_without_each((LUPUS, sledai_2k.is_(6))),
        silent_without_each((LUPUS, sledai_2k.is_(12))),
    ),
    edges(
        "RLUP-37",
        fires_for_each((LUPUS,), platelets.is_(20), platelets.is_(24)),
        silent_for_each((LUPUS,), platelets.is_(19), platelets.is_(25)),
        silent_for_each((GPA, platelets.is_(20))),
        silent_without_each((LUPUS, platelets.is_(20))),
    ),
    edges(
        "RLUP-38",
        fires_for_each((LUPUS,), *PROLIFERATIVE),
        # The heart brings the drug in, and no nephritis of these classes is to be followed.
        silent_for_each((LUPUS, HEART), *QUIET_CLASSES, NOT_BIOPSIED),
        silent_without_each((LUPUS, IV)),
    ),
    edges(
        "RLUP-39",
        fires_for_each((LUPUS, prednisone.is_(7.6))),
        silent_for_each((LUPUS, prednisone.is_(7.5))),
        silent_for_each((GPA, prednisone.is_(7.6))),
        silent_without_each((LUPUS, prednisone.is_(7.6))),
    ),
    edges(
        "RLUP-40",
        proliferative_alone((LUPUS, NO_NEPHRITIS)),
        silent_for_each((GPA, NO_NEPHRITIS)),
        silent_without_each((LUPUS, IV, NO_NEPHRITIS)),
    ),
    edges(
        "RLUP-41",
        silent_for_each(
            (LUPUS, haemoglobin.is_(81)),
            *NO_EMERGENCIES,
            *(each for each in EMERGENCIES if each != ANAEMIA),
        ),
        silent_without_each((LUPUS, ANAEMIA, haemoglobin.is_(81))),
    ),
    edges(
        "RLUP-44",
        proliferative_alone(PRIOR),
        no_child_to_harm(PRIOR),
        silent_without_each(PRIOR),
    ),
)
