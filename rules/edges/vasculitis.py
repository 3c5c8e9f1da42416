"""Edges of vasculitis: severe, life-threatening, refractory, and the place of cyclophosphamide."""

from engine.language import (
    Edges,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
    without,
)
from rules.edges.courses import closures, course, flaws, other_ends
from rules.edges.diagnoses import MPA
from rules.reference.guards import ARTHRITIS, GPA, LUPUS, OTHER_VASCULITIS
from rules.vocabulary.arthritis import ExtraArticular, extra_articular
from rules.vocabulary.organs import (
    ActivityEvidence,
    OrganThreat,
    active_urinary_sediment,
    activity_evidence,
    creatinine_rise,
    dialysis_needed,
    dialysis_weeks,
    organ_threats,
    spo2,
)
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatments import Outcome, Treatment
from rules.vocabulary.vasculitis import (
    VasculitisPhase,
    VasculitisSubtype,
    all_crescents,
    anti_gbm,
    vasculitis_phase,
    vasculitis_subtype,
)

EGPA = (OTHER_VASCULITIS, vasculitis_subtype.is_(VasculitisSubtype.EGPA))
ANTI_GBM_DISEASE = (
    OTHER_VASCULITIS,
    vasculitis_subtype.is_(VasculitisSubtype.ANTI_GBM_DISEASE),
)
ANOTHER = (OTHER_VASCULITIS, vasculitis_subtype.is_(VasculitisSubtype.OTHER))
RHEUMATOID_VASCULITIS = (ARTHRITIS, extra_articular.has(ExtraArticular.SYSTEMIC_VASCULITIS))

BLEEDING_LUNGS = organ_threats.has(OrganThreat.ALVEOLAR_HAEMORRHAGE)
NEPHRITIS = organ_threats.has(OrganThreat.GLOMERULONEPHRITIS)
FAILING_KIDNEYS = organ_threats.has(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS)
BRAIN = organ_threats.has(OrganThreat.CENTRAL_NERVOUS_SYSTEM)
CORD = organ_threats.has(OrganThreat.SPINAL_CORD)
OPTIC_NERVE = organ_threats.has(OrganThreat.OPTIC_NERVE)
NERVES = organ_threats.has(OrganThreat.MONONEURITIS)
HEART = organ_threats.has(OrganThreat.HEART)
GUT = organ_threats.has(OrganThreat.MESENTERIC)
DIGITS = organ_threats.has(OrganThreat.LIMB_OR_DIGIT)
EYE = organ_threats.has(OrganThreat.SCLERA_OR_ORBIT)
AIRWAY = organ_threats.has(OrganThreat.SUBGLOTTIC)
PNEUMONITIS = organ_threats.has(OrganThreat.PNEUMONITIS)
KIDNEYS = (NEPHRITIS, FAILING_KIDNEYS)
LETHAL_ORGANS = (HEART, GUT, BRAIN, CORD)
BEYOND_THE_KIDNEYS = (
    BLEEDING_LUNGS,
    *LETHAL_ORGANS,
    OPTIC_NERVE,
    NERVES,
    DIGITS,
    EYE,
    AIRWAY,
    PNEUMONITIS,
)
NO_ORGAN = tuple(organ_threats.has_not(organ) for organ in OrganThreat)

CALM = (GPA, *NO_ORGAN, spo2.is_(96), dialysis_needed.no, active_urinary_sediment.no)

SEVERE = edges(
    "RVAS-1",
    fires_for_each(CALM, *KIDNEYS, *BEYOND_THE_KIDNEYS),
    fires_for_each((*CALM, NERVES), MPA, ANOTHER),
    silent_for_each(CALM),
    silent_for_each((*CALM, NERVES), LUPUS),
    silent_without_each((GPA, NERVES)),
)

HYPOXAEMIA = (GPA, BLEEDING_LUNGS, spo2.is_(91))

DANGEROUS_LUNGS = edges(
    "RVAS-2",
    fires_for_each(HYPOXAEMIA),
    silent_for_each(HYPOXAEMIA, spo2.is_(92), LUPUS),
    silent_for_each(but(CALM, spo2.is_(91))),
    silent_without_each(HYPOXAEMIA),
)

DANGEROUS_KIDNEYS = edges(
    "RVAS-3",
    fires_for_each(CALM, FAILING_KIDNEYS, (NEPHRITIS, dialysis_needed.yes)),
    fires_for_each(
        (GPA,),
        (dialysis_needed.yes, active_urinary_sediment.yes),
        (creatinine_rise.is_(80), active_urinary_sediment.yes),
        FAILING_KIDNEYS,
    ),
    # Dialysis with nothing inflamed, a nephritis with kidneys that suffice, a rise without casts.
    silent_for_each(
        CALM,
        dialysis_needed.yes,
        NEPHRITIS,
        creatinine_rise.is_(80),
        (active_urinary_sediment.yes, creatinine_rise.is_(49)),
        (active_urinary_sediment.yes, creatinine_rise.is_(79), NEPHRITIS),
    ),
    silent_for_each(
        (GPA,),
        dialysis_needed.yes,
        active_urinary_sediment.yes,
        creatinine_rise.is_(80),
        (creatinine_rise.is_(79), active_urinary_sediment.yes),
    ),
    silent_without_each((GPA, FAILING_KIDNEYS)),
    silent_without_each((GPA, NEPHRITIS, dialysis_needed.yes), GPA),
    silent_without_each((GPA, creatinine_rise.is_(80), active_urinary_sediment.yes), GPA),
    silent_for_each(but(CALM, FAILING_KIDNEYS), LUPUS),
)

DANGEROUS_ORGANS = edges(
    "RVAS-4",
    fires_for_each(CALM, *LETHAL_ORGANS),
    silent_for_each(CALM, *KIDNEYS, BLEEDING_LUNGS, OPTIC_NERVE, NERVES),
    silent_for_each(CALM, DIGITS, EYE, AIRWAY, PNEUMONITIS),
    silent_for_each(CALM),
    silent_without_each((GPA, HEART)),
    silent_for_each((*CALM, HEART), LUPUS),
)


def anti_gbm_in_danger(rule: str) -> Edges:
    """The antibody, or the disease that is named after it; with the lungs or the kidneys."""
    found = but(CALM, anti_gbm.yes)
    named = (*but(CALM, *ANTI_GBM_DISEASE), BLEEDING_LUNGS)
    return edges(
        rule,
        fires_for_each(found, BLEEDING_LUNGS, FAILING_KIDNEYS),
        fires_for_each((*found, BLEEDING_LUNGS), MPA, ANTI_GBM_DISEASE, ANOTHER),
        fires_for_each(named, BLEEDING_LUNGS, (*NO_ORGAN, FAILING_KIDNEYS)),
        silent_for_each(found, NEPHRITIS, HEART),
        silent_for_each(found),
        silent_for_each(without(named, BLEEDING_LUNGS)),
        silent_for_each((*found, BLEEDING_LUNGS), anti_gbm.no, LUPUS),
        silent_for_each(named, EGPA, ANOTHER),
        silent_for_each((*named, anti_gbm.no), EGPA, ANOTHER),
        silent_without_each((GPA, anti_gbm.yes, BLEEDING_LUNGS)),
        silent_without_each((*ANTI_GBM_DISEASE, BLEEDING_LUNGS)),
    )


KIDNEY_ALARM = edges(
    "RVAS-6",
    fires_for_each((GPA, creatinine_rise.is_(50), active_urinary_sediment.yes)),
    silent_for_each(
        (GPA, creatinine_rise.is_(50), active_urinary_sediment.yes),
        creatinine_rise.is_(49),
        active_urinary_sediment.no,
        LUPUS,
    ),
    silent_without_each((GPA, creatinine_rise.is_(50), active_urinary_sediment.yes)),
)


def _induction(drug: Treatment) -> Edges:
    """Four weeks of induction in full, and in vain."""
    failed = (GPA, *course(drug, Outcome.FAILED, 4), mimics_excluded.yes)
    return edges(
        "RVAS-7",
        fires_for_each(failed),
        silent_for_each(failed, *flaws(drug, 3), *other_ends(drug), *closures(drug)),
        silent_for_each(failed, mimics_excluded.no, LUPUS),
        silent_without_each(failed),
    )


REFRACTORY = edges(
    "RVAS-7",
    *(_induction(drug).examples for drug in (Treatment.ANTI_CD20, Treatment.CYCLOPHOSPHAMIDE)),
    # No induction: other drugs that failed do not make it refractory.
    silent_for_each(
        (GPA, mimics_excluded.yes),
        course(Treatment.METHOTREXATE, Outcome.FAILED, 26),
        course(Treatment.MYCOPHENOLATE, Outcome.FAILED, 26),
    ),
)

CANDIDATE_SEVERE = edges(
    "RVAS-8",
    fires_for_each((GPA, NERVES)),
    fires_for_each((MPA, NERVES)),
    silent_for_each((*CALM, NERVES), EGPA, ANOTHER, LUPUS),
    silent_for_each(CALM),
    silent_without_each((GPA, NERVES)),
)

CANDIDATE_EGPA = edges(
    "RVAS-10",
    fires_for_each((*EGPA, HEART)),
    silent_for_each((*EGPA, HEART), ANOTHER, ANTI_GBM_DISEASE, GPA),
    silent_for_each((*EGPA, *NO_ORGAN)),
    silent_without_each((*EGPA, HEART)),
)

AMONG_THE_OPTIONS = edges(
    "RVAS-11",
    fires_for_each((GPA, NERVES)),
    fires_for_each((*EGPA, HEART)),
    fires_for_each((*ANTI_GBM_DISEASE, BLEEDING_LUNGS)),
    # Rheumatoid vasculitis has a rule of its own.
    silent_for_each(RHEUMATOID_VASCULITIS),
    silent_for_each((*ANOTHER, HEART)),
    silent_for_each(CALM),
)

NOT_SEVERE = edges(
    "RVAS-12",
    fires_for_each(CALM, GPA, MPA),
    silent_for_each(CALM, *KIDNEYS, *BEYOND_THE_KIDNEYS),
    silent_for_each(CALM, EGPA, ANOTHER),
    silent_without_each((GPA, *NO_ORGAN), *NO_ORGAN),
)

EGPA_NOT_SEVERE = edges(
    "RVAS-13",
    fires_for_each((*EGPA, *NO_ORGAN)),
    silent_for_each((*EGPA, *NO_ORGAN), HEART, NERVES, ANOTHER, ANTI_GBM_DISEASE, GPA),
    silent_without_each((*EGPA, *NO_ORGAN)),
)

ANOTHER_VASCULITIS = edges(
    "RVAS-14",
    fires_for_each(ANOTHER),
    silent_for_each(ANOTHER, EGPA, ANTI_GBM_DISEASE, GPA),
    silent_without_each(ANOTHER),
)

NO_DANGER_YET = (
    *ANTI_GBM_DISEASE,
    organ_threats.has_not(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS),
    organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
)

ANTIBODY_WITHOUT_DANGER = edges(
    "RVAS-15",
    fires_for_each(NO_DANGER_YET),
    silent_for_each(NO_DANGER_YET, FAILING_KIDNEYS, BLEEDING_LUNGS, EGPA, ANOTHER),
    silent_without_each(NO_DANGER_YET),
)

LOST = (GPA, *NO_ORGAN, NEPHRITIS, dialysis_needed.yes, dialysis_weeks.is_(13))

LOST_KIDNEYS = edges(
    "RVAS-16",
    fires_for_each(LOST),
    fires_for_each(LOST, MPA, (*EGPA, NEPHRITIS)),
    silent_for_each(LOST, dialysis_weeks.is_(12), dialysis_needed.no),
    # Anything inflamed beyond the kidneys is a reason to go on.
    silent_for_each(LOST, *BEYOND_THE_KIDNEYS),
    silent_for_each(LOST, organ_threats.has_not(OrganThreat.GLOMERULONEPHRITIS)),
    silent_for_each(but(LOST, *RHEUMATOID_VASCULITIS)),
    silent_without_each(LOST, GPA, NEPHRITIS, dialysis_needed.yes, dialysis_weeks.is_(13)),
)

SCARRED = (
    *CALM,
    anti_gbm.yes,
    all_crescents.yes,
    dialysis_needed.yes,
    *KIDNEYS,
)

ALL_SCARRED = edges(
    "RVAS-17",
    fires_for_each(SCARRED, GPA, MPA, ANOTHER),
    fires_for_each(without(but(SCARRED, *ANTI_GBM_DISEASE), anti_gbm.yes)),
    silent_for_each(SCARRED, anti_gbm.no, all_crescents.no, dialysis_needed.no, BLEEDING_LUNGS),
    silent_for_each(without(SCARRED, anti_gbm.yes), EGPA, ANOTHER),
    silent_without_each(
        SCARRED,
        GPA,
        anti_gbm.yes,
        all_crescents.yes,
        dialysis_needed.yes,
        organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
    ),
)

NO_ACTIVE_DISEASE = edges(
    "RVAS-18",
    fires_for_each(
        (GPA,),
        activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY),
        activity_evidence.is_(ActivityEvidence.FIXED_DAMAGE),
    ),
    silent_for_each((GPA, activity_evidence.is_(ActivityEvidence.CLINICAL))),
    silent_for_each((GPA, activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY)), LUPUS),
    silent_without_each((GPA, activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY))),
)

IN_REMISSION = (GPA, *NO_ORGAN, vasculitis_phase.is_(VasculitisPhase.REMISSION))

REMISSION = edges(
    "RVAS-19",
    fires_for_each(IN_REMISSION),
    silent_for_each(
        IN_REMISSION,
        *(vasculitis_phase.is_(each) for each in VasculitisPhase if each.value != "remission"),
    ),
    silent_without_each(IN_REMISSION, GPA, vasculitis_phase.is_(VasculitisPhase.REMISSION)),
)

VASCULITIS: tuple[Edges, ...] = (
    SEVERE,
    DANGEROUS_LUNGS,
    DANGEROUS_KIDNEYS,
    DANGEROUS_ORGANS,
    anti_gbm_in_danger("RVAS-5"),
    KIDNEY_ALARM,
    REFRACTORY,
    CANDIDATE_SEVERE,
    anti_gbm_in_danger("RVAS-9"),
    CANDIDATE_EGPA,
    AMONG_THE_OPTIONS,
    NOT_SEVERE,
    EGPA_NOT_SEVERE,
    ANOTHER_VASCULITIS,
    ANTIBODY_WITHOUT_DANGER,
    LOST_KIDNEYS,
    ALL_SCARRED,
    NO_ACTIVE_DISEASE,
    REMISSION,
)
