"""Edges between waiting and ruled out: what a rule asks for, and what it is content with.

Whether a rule waits keeps a verdict open, though it fires for nobody else.
"""

from engine.language import Edges, edges, ruled_out_for_each, waits_for_each
from rules.edges.diagnoses import ARTHRITIS, GPA, LUPUS, SCLEROSIS
from rules.vocabulary.arthritis import ExtraArticular, extra_articular, sharp_score_change
from rules.vocabulary.blood import CytopeniaCause, cytopenia_cause
from rules.vocabulary.heart import lvef
from rules.vocabulary.lupus import NephritisClass, nephritis_class
from rules.vocabulary.organs import (
    OrganThreat,
    creatinine_rise,
    dialysis_needed,
    organ_threats,
)
from rules.vocabulary.treatment import all_other_options_failed, unresponsive_to_safer_therapy
from rules.vocabulary.treatments import (
    Outcome,
    PlannedRegimen,
    Treatment,
    full_dose,
    outcome,
    planned_regimen,
    prior_mitoxantrone,
    taken_as_agreed,
    treatments,
    weeks,
)
from rules.vocabulary.vasculitis import anti_gbm

NOTHING_BEYOND = tuple(extra_articular.has_not(each) for each in ExtraArticular)
NO_ORGAN = tuple(organ_threats.has_not(each) for each in OrganThreat)
OF_LUPUS = (
    Treatment.MYCOPHENOLATE,
    Treatment.CYCLOPHOSPHAMIDE,
    Treatment.ANTI_CD20,
    Treatment.BELIMUMAB,
    Treatment.CALCINEURIN_INHIBITOR,
)
OF_SCLEROSIS = (
    Treatment.PLATFORM_MS_DRUG,
    Treatment.ANTI_CD20,
    Treatment.NATALIZUMAB,
    Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
)
NOT_TAKEN = (
    SCLEROSIS,
    treatments.cell(Treatment.PLATFORM_MS_DRUG, outcome).is_(Outcome.NOT_TRIED),
    *(treatments.cell(each, taken_as_agreed).no for each in OF_SCLEROSIS[1:]),
)
OUTSIDE_REMISSION = (
    OrganThreat.CENTRAL_NERVOUS_SYSTEM,
    OrganThreat.SPINAL_CORD,
    OrganThreat.OPTIC_NERVE,
    OrganThreat.MONONEURITIS,
    OrganThreat.HEART,
    OrganThreat.MESENTERIC,
    OrganThreat.LIMB_OR_DIGIT,
    OrganThreat.SCLERA_OR_ORBIT,
    OrganThreat.SUBGLOTTIC,
    OrganThreat.PNEUMONITIS,
)

WAITING: tuple[Edges, ...] = (
    # The kidneys may still fail within weeks, though every organ is denied.
    edges(
        "RLUP-7",
        waits_for_each((LUPUS, *NO_ORGAN, dialysis_needed.no), (), creatinine_rise.is_(80)),
    ),
    edges(
        "RVAS-3",
        waits_for_each((GPA, *NO_ORGAN, dialysis_needed.no), (), creatinine_rise.is_(80)),
        waits_for_each((GPA, *NO_ORGAN, creatinine_rise.is_(49.9))),
    ),
    # What was tried matters only where it may have been tried.
    edges(
        "RLUP-16",
        waits_for_each((all_other_options_failed.yes,)),
        waits_for_each(
            (LUPUS,), *(treatments.cell(each, outcome).is_(Outcome.NOT_TRIED) for each in OF_LUPUS)
        ),
        ruled_out_for_each((LUPUS, unresponsive_to_safer_therapy.no)),
    ),
    edges("RLUP-18", waits_for_each((LUPUS,))),
    edges(
        "RLUP-24",
        waits_for_each((LUPUS,), (), nephritis_class.is_(NephritisClass.NONE)),
        ruled_out_for_each((LUPUS,), nephritis_class.is_(NephritisClass.III)),
    ),
    edges("RVAS-5", ruled_out_for_each((GPA, anti_gbm.no))),
    edges("RVAS-17", ruled_out_for_each((GPA, anti_gbm.no))),
    edges(
        "RVAS-19",
        ruled_out_for_each((GPA,), *(organ_threats.has(each) for each in OUTSIDE_REMISSION)),
    ),
    edges(
        "RMS-6",
        ruled_out_for_each(NOT_TAKEN),
        *(
            ruled_out_for_each(
                tuple(
                    fact for fact in NOT_TAKEN if fact != treatments.cell(drug, taken_as_agreed).no
                ),
                treatments.cell(drug, weeks).is_(25),
                treatments.cell(drug, full_dose).no,
            )
            for drug in OF_SCLEROSIS[1:]
        ),
    ),
    edges(
        "RMS-10",
        ruled_out_for_each(
            (SCLEROSIS,),
            *(treatments.cell(each, outcome).is_(Outcome.IN_PROGRESS) for each in OF_SCLEROSIS),
        ),
        waits_for_each(
            (SCLEROSIS,),
            (),
            *(treatments.cell(each, outcome).is_(Outcome.NOT_TRIED) for each in OF_SCLEROSIS),
        ),
    ),
    # Where there is no lung disease its course is not asked for.
    edges("RRA-2", ruled_out_for_each((ARTHRITIS, *NO_ORGAN, *NOTHING_BEYOND))),
    edges("RRA-3", ruled_out_for_each((ARTHRITIS, *NO_ORGAN, *NOTHING_BEYOND))),
    edges("RRA-4", ruled_out_for_each((ARTHRITIS, *NOTHING_BEYOND, sharp_score_change.is_(4.9)))),
    *(
        edges(
            rule,
            waits_for_each((LUPUS, cytopenia_cause.is_(CytopeniaCause.NO_CYTOPENIA))),
        )
        for rule in ("RCYC-4", "RCYC-5")
    ),
    edges(
        "RCYC-37",
        ruled_out_for_each((LUPUS, planned_regimen.is_(PlannedRegimen.WITH_RITUXIMAB))),
    ),
    edges(
        "RMIT-4",
        waits_for_each((SCLEROSIS,), (), lvef.is_(54)),
        ruled_out_for_each((SCLEROSIS, lvef.is_(55))),
    ),
    edges("RMIT-7", waits_for_each((SCLEROSIS,), (), prior_mitoxantrone.is_(0.1))),
    edges("RMIT-27", ruled_out_for_each((SCLEROSIS,))),
)
