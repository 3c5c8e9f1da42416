"""Edges of vasculitis: what stands beside the verdict."""

from engine.language import (
    Edges,
    Is,
    Told,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
)
from rules.edges.courses import came_of, closures, course, flaws
from rules.edges.diagnoses import MPA
from rules.edges.vasculitis import (
    ANOTHER,
    ANTI_GBM_DISEASE,
    BLEEDING_LUNGS,
    CALM,
    EGPA,
    FAILING_KIDNEYS,
    GUT,
    HEART,
    NERVES,
    NO_ORGAN,
    anti_gbm_in_danger,
)
from rules.reference.guards import GPA, LUPUS
from rules.vocabulary.disease import age
from rules.vocabulary.heart import (
    Hypersensitivity,
    UrinaryFindings,
    hypersensitivity,
    urinary_findings,
)
from rules.vocabulary.options import ConventionalResponse
from rules.vocabulary.organs import (
    active_urinary_sediment,
    creatinine,
    creatinine_rise,
    dialysis_needed,
    egfr,
    spo2,
)
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status
from rules.vocabulary.treatment import response_to_conventional_immunosuppressants
from rules.vocabulary.treatments import Outcome, Treatment
from rules.vocabulary.vasculitis import VasculitisPhase, vasculitis_phase

RITUXIMAB = Treatment.ANTI_CD20
CYCLOPHOSPHAMIDE = Treatment.CYCLOPHOSPHAMIDE
METHOTREXATE = Treatment.METHOTREXATE

NEW = vasculitis_phase.is_(VasculitisPhase.NEW)
OFF_RITUXIMAB = vasculitis_phase.is_(VasculitisPhase.RELAPSE_OFF_RITUXIMAB)
ON_RITUXIMAB = vasculitis_phase.is_(VasculitisPhase.RELAPSE_ON_RITUXIMAB)
REFRACTORY = vasculitis_phase.is_(VasculitisPhase.REFRACTORY)
REMISSION = vasculitis_phase.is_(VasculitisPhase.REMISSION)
NO_ALLERGY = hypersensitivity.has_not(Hypersensitivity.RITUXIMAB)
ALLERGY = hypersensitivity.has(Hypersensitivity.RITUXIMAB)

# Rituximab is open until it failed, is closed, harmed or was being given when the relapse came.
OPEN_BY_OUTCOME = (
    came_of(RITUXIMAB, Outcome.NOT_TRIED),
    came_of(RITUXIMAB, Outcome.IN_PROGRESS),
    came_of(RITUXIMAB, Outcome.WORKED),
    came_of(RITUXIMAB, Outcome.PARTIAL),
)
CLOSED_BY_OUTCOME = (came_of(RITUXIMAB, Outcome.FAILED), *closures(RITUXIMAB))
OPEN_BY_PHASE = (NEW, OFF_RITUXIMAB, REFRACTORY)
ALL_TOLD_OPEN = (*came_of(RITUXIMAB, Outcome.WORKED), NO_ALLERGY, OFF_RITUXIMAB)

SEVERE = (GPA, NERVES)

RITUXIMAB_BESIDE = edges(
    "RVAS-20",
    fires_for_each(SEVERE),
    fires_for_each(SEVERE, *OPEN_BY_OUTCOME, NO_ALLERGY, *OPEN_BY_PHASE, ALL_TOLD_OPEN),
    fires_for_each((*SEVERE, *ALL_TOLD_OPEN), MPA),
    silent_for_each((*SEVERE, *ALL_TOLD_OPEN), *CLOSED_BY_OUTCOME, ALLERGY, ON_RITUXIMAB),
    silent_for_each(SEVERE, *CLOSED_BY_OUTCOME, ALLERGY, ON_RITUXIMAB),
    silent_for_each(SEVERE, EGPA, LUPUS),
    silent_for_each(CALM),
    silent_without_each(SEVERE),
)

VERY_SEVERE_KIDNEYS = edges(
    "RVAS-21",
    # 4 mg/dL are 353.6 µmol/L.
    fires_for_each(CALM, creatinine.is_(354), FAILING_KIDNEYS),
    fires_for_each((GPA, creatinine_rise.is_(50), active_urinary_sediment.yes)),
    silent_for_each(CALM, creatinine.is_(353), NERVES),
    silent_for_each((GPA, creatinine_rise.is_(49), active_urinary_sediment.yes)),
    silent_for_each((*CALM, creatinine.is_(354)), LUPUS),
    silent_without_each((GPA, creatinine.is_(354))),
)

NOT_TRIED = response_to_conventional_immunosuppressants.is_(ConventionalResponse.NOT_TRIED)
SUFFICIENT = response_to_conventional_immunosuppressants.is_(ConventionalResponse.SUFFICIENT)
INSUFFICIENT = response_to_conventional_immunosuppressants.is_(ConventionalResponse.INSUFFICIENT)

NO_WAITING = edges(
    "RVAS-22",
    fires_for_each(SEVERE, NOT_TRIED, SUFFICIENT),
    fires_for_each((MPA, NERVES, NOT_TRIED)),
    silent_for_each(SEVERE, INSUFFICIENT),
    silent_for_each((*SEVERE, NOT_TRIED), EGPA, ANOTHER, LUPUS),
    silent_for_each((*CALM, NOT_TRIED)),
    silent_without_each((*SEVERE, NOT_TRIED)),
)

RELAPSE_ON_RITUXIMAB = edges(
    "RVAS-23",
    fires_for_each(SEVERE, ON_RITUXIMAB),
    fires_for_each((MPA, NERVES, ON_RITUXIMAB)),
    silent_for_each(SEVERE, NEW, OFF_RITUXIMAB, REFRACTORY),
    silent_for_each((*SEVERE, ON_RITUXIMAB), EGPA, ANOTHER),
    silent_for_each((*CALM, ON_RITUXIMAB)),
    silent_without_each((*SEVERE, ON_RITUXIMAB)),
)

IN_VAIN = (GPA, *course(RITUXIMAB, Outcome.FAILED, 4), mimics_excluded.yes)

SWITCH = edges(
    "RVAS-24",
    fires_for_each(IN_VAIN, MPA, NEW),
    fires_for_each((GPA, REFRACTORY)),
    fires_for_each((GPA, *course(CYCLOPHOSPHAMIDE, Outcome.FAILED, 4), mimics_excluded.yes)),
    silent_for_each(IN_VAIN, *flaws(RITUXIMAB, 3)),
    silent_for_each(IN_VAIN, mimics_excluded.no, EGPA, ANOTHER),
    silent_for_each((GPA,), NEW, OFF_RITUXIMAB, ON_RITUXIMAB, REMISSION),
    silent_for_each((GPA, REFRACTORY), EGPA, ANOTHER),
    silent_without_each((GPA, REFRACTORY)),
)

EXCHANGE = edges(
    "RVAS-25",
    fires_for_each(
        CALM,
        creatinine.is_(301),
        dialysis_needed.yes,
        FAILING_KIDNEYS,
        (BLEEDING_LUNGS, spo2.is_(91)),
    ),
    fires_for_each((GPA, creatinine_rise.is_(50), active_urinary_sediment.yes)),
    silent_for_each(
        CALM,
        creatinine.is_(300),
        BLEEDING_LUNGS,
        spo2.is_(91),
        (BLEEDING_LUNGS, spo2.is_(92)),
        creatinine_rise.is_(50),
        NERVES,
    ),
    silent_for_each((*CALM, creatinine.is_(301)), LUPUS),
    silent_without_each((GPA, creatinine.is_(301))),
)

# Not severe: methotrexate stands among the options as far as nothing that is known excludes it.
FREE = (
    GPA,
    *NO_ORGAN,
    pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT),
    hypersensitivity.has_not(Hypersensitivity.METHOTREXATE),
    dialysis_needed.no,
    egfr.is_(30),
    *came_of(METHOTREXATE, Outcome.NOT_TRIED),
)
UNASKED = (GPA, *NO_ORGAN)
EXCLUDING: tuple[Is | Told, ...] = (
    pregnancy_status.is_(PregnancyStatus.TRIMESTER_1),
    pregnancy_status.is_(PregnancyStatus.TRIMESTER_2),
    pregnancy_status.is_(PregnancyStatus.TRIMESTER_3),
    pregnancy_status.is_(PregnancyStatus.BREASTFEEDING),
    hypersensitivity.has(Hypersensitivity.METHOTREXATE),
    dialysis_needed.yes,
    egfr.is_(29),
    *closures(METHOTREXATE),
)
NOT_EXCLUDING = (
    came_of(METHOTREXATE, Outcome.NOT_TRIED),
    came_of(METHOTREXATE, Outcome.IN_PROGRESS),
    came_of(METHOTREXATE, Outcome.WORKED),
    came_of(METHOTREXATE, Outcome.PARTIAL),
)

MILDER_OPTIONS = edges(
    "RVAS-26",
    fires_for_each(FREE, MPA, *NOT_EXCLUDING),
    fires_for_each(UNASKED, *FREE),
    silent_for_each(FREE, *EXCLUDING),
    silent_for_each(UNASKED, *EXCLUDING),
    silent_for_each(FREE, NERVES, EGPA, ANOTHER),
    silent_without_each(UNASKED),
)

MILDER_WITHOUT_METHOTREXATE = edges(
    "RVAS-33",
    fires_for_each(FREE, *EXCLUDING),
    fires_for_each(UNASKED, *EXCLUDING),
    fires_for_each((*UNASKED, dialysis_needed.yes), MPA),
    silent_for_each(FREE, *NOT_EXCLUDING),
    silent_for_each(UNASKED),
    silent_for_each((*UNASKED, dialysis_needed.yes), NERVES, EGPA, ANOTHER),
    silent_without_each((*UNASKED, dialysis_needed.yes), GPA, *NO_ORGAN),
)

EGPA_OPTIONS = edges(
    "RVAS-27",
    fires_for_each(EGPA),
    silent_for_each(EGPA, ANTI_GBM_DISEASE, ANOTHER, GPA),
    silent_without_each(EGPA),
)

OLDER_PATIENT = edges(
    "RVAS-29",
    fires_for_each((GPA, age.is_(76)), GPA, MPA, EGPA),
    silent_for_each((GPA, age.is_(76)), age.is_(75), LUPUS),
    silent_without_each((GPA, age.is_(76))),
)

# Cyclophosphamide is paused by a bleeding bladder, against in mild disease, open in another one.
PAUSED = (
    *SEVERE,
    urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS),
)
AGAINST = (GPA, *NO_ORGAN)
LEFT_TO_THE_TEAM = ANOTHER

OTHER_STEPS = edges(
    "RVAS-30",
    fires_for_each(PAUSED),
    fires_for_each(AGAINST),
    fires_for_each(LEFT_TO_THE_TEAM),
    fires_for_each(PAUSED, *OPEN_BY_OUTCOME, NO_ALLERGY, *OPEN_BY_PHASE, ALL_TOLD_OPEN),
    fires_for_each(AGAINST, REMISSION),
    silent_for_each((*PAUSED, *ALL_TOLD_OPEN), *CLOSED_BY_OUTCOME, ALLERGY, ON_RITUXIMAB),
    silent_for_each(PAUSED, *CLOSED_BY_OUTCOME, ALLERGY, ON_RITUXIMAB, LUPUS),
    silent_for_each((*SEVERE, *ALL_TOLD_OPEN)),
    silent_for_each(SEVERE),
    silent_without_each(PAUSED, GPA, urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)),
    silent_without_each(LEFT_TO_THE_TEAM),
)

WITHOUT_RITUXIMAB = edges(
    "RVAS-32",
    *(
        fires_for_each(patient, *CLOSED_BY_OUTCOME, ALLERGY, ON_RITUXIMAB)
        for patient in (PAUSED, AGAINST, LEFT_TO_THE_TEAM)
    ),
    silent_for_each(PAUSED, *OPEN_BY_OUTCOME, NO_ALLERGY, *OPEN_BY_PHASE, ALL_TOLD_OPEN),
    silent_for_each((*PAUSED, *ALL_TOLD_OPEN), LUPUS),
    silent_for_each((*PAUSED, *came_of(RITUXIMAB, Outcome.FAILED)), LUPUS),
    silent_for_each(SEVERE, *CLOSED_BY_OUTCOME, ALLERGY, ON_RITUXIMAB),
    silent_without_each((*LEFT_TO_THE_TEAM, *came_of(RITUXIMAB, Outcome.FAILED))),
)

NO_FACTOR = (*CALM, age.is_(65), creatinine.is_(149))
TOO_OLD = age.is_(66)
RAISED = creatinine.is_(150)

FIVE_FACTORS = edges(
    "RVAS-31",
    fires_for_each(
        NO_FACTOR,
        (TOO_OLD, HEART),
        (TOO_OLD, GUT),
        (TOO_OLD, RAISED),
        (HEART, GUT),
        (HEART, RAISED),
        (GUT, RAISED),
        (HEART, GUT, RAISED),
    ),
    fires_for_each((*NO_FACTOR, HEART, GUT), MPA, EGPA),
    silent_for_each(NO_FACTOR, TOO_OLD, HEART, GUT, RAISED),
    silent_for_each((*NO_FACTOR, HEART, GUT), ANTI_GBM_DISEASE, ANOTHER, LUPUS),
    silent_without_each((*EGPA, TOO_OLD, RAISED)),
    silent_without_each((GPA, TOO_OLD, RAISED)),
)

VASCULITIS_BESIDE: tuple[Edges, ...] = (
    RITUXIMAB_BESIDE,
    VERY_SEVERE_KIDNEYS,
    NO_WAITING,
    RELAPSE_ON_RITUXIMAB,
    SWITCH,
    EXCHANGE,
    MILDER_OPTIONS,
    EGPA_OPTIONS,
    anti_gbm_in_danger("RVAS-28"),
    OLDER_PATIENT,
    OTHER_STEPS,
    FIVE_FACTORS,
    WITHOUT_RITUXIMAB,
    MILDER_WITHOUT_METHOTREXATE,
)
