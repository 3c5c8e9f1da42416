"""Edges of myopathy: where published criteria place cyclophosphamide, and where not."""

from engine.language import Edges, but, edges, fires_for_each, silent_for_each, silent_without_each
from rules.edges.courses import failed, failed_or_closed, only_failed
from rules.edges.diagnoses import ARTHRITIS
from rules.edges.lupus_refractory import BOTH
from rules.edges.myopathy_criteria import (
    NO_RITUXIMAB,
    NOT_YET_RITUXIMAB,
    OVERLAP,
    RAPID,
    REFRACTORY,
)
from rules.reference.guards import LUPUS, MYOPATHY
from rules.reference.lupus_facts import NO_ORGAN, QUIET
from rules.reference.myopathy_beside import MYOCARDITIS, NO_DANGER, NOTHING_TRIED
from rules.vocabulary.arthritis import ExtraArticular, extra_articular
from rules.vocabulary.lupus import (
    HaematologicalEmergency,
    NephritisClass,
    haematological_emergency,
    nephritis_class,
)
from rules.vocabulary.myopathy import (
    LungDiseaseCourse,
    MyopathySubtype,
    lung_disease_course,
    myopathy_subtype,
)
from rules.vocabulary.organs import ActivityEvidence, OrganThreat, activity_evidence, organ_threats
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatments import Outcome, Treatment, outcome, treatments

NO_LUNG = lung_disease_course.is_(LungDiseaseCourse.NONE)
STABLE = lung_disease_course.is_(LungDiseaseCourse.STABLE)
PROGRESSIVE = lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)
NOT_YET_IMMUNOGLOBULIN = treatments.cell(Treatment.IMMUNOGLOBULIN, outcome).is_(Outcome.NOT_TRIED)
CLIMBED = (*REFRACTORY, *failed(Treatment.IMMUNOGLOBULIN, 12), NO_RITUXIMAB)
BLEEDING_LUPUS = (
    *but(QUIET, nephritis_class.is_(NephritisClass.II)),
    haematological_emergency.has(HaematologicalEmergency.MAJOR_BLEEDING),
)
QUIET_ARTHRITIS = (
    ARTHRITIS,
    *NO_ORGAN,
    extra_articular.has_not(ExtraArticular.SYSTEMIC_VASCULITIS),
    extra_articular.has_not(ExtraArticular.SCLERITIS_OR_KERATITIS),
)
WELL = (MYOPATHY, NO_LUNG, *NOTHING_TRIED, *NO_DANGER)

MYOPATHY_PLACE: tuple[Edges, ...] = (
    edges(
        "RMYO-7",
        fires_for_each((MYOPATHY,), RAPID, PROGRESSIVE),
        silent_for_each((MYOPATHY,), NO_LUNG, STABLE),
        silent_for_each((ARTHRITIS,), RAPID, PROGRESSIVE),
        silent_without_each((MYOPATHY, RAPID), MYOPATHY),
    ),
    edges(
        "RMYO-8",
        failed_or_closed(CLIMBED, Treatment.IMMUNOGLOBULIN, 12),
        # The same steps, and refractory by the criteria of lupus.
        silent_for_each((*BOTH, *failed(Treatment.IMMUNOGLOBULIN, 12), NO_RITUXIMAB)),
        failed_or_closed(CLIMBED, Treatment.ANTI_CD20, 12),
        only_failed(but(CLIMBED, NOT_YET_RITUXIMAB), Treatment.ABATACEPT, 12),
        silent_without_each(CLIMBED, MYOPATHY, mimics_excluded.yes, OVERLAP, NO_RITUXIMAB),
        silent_for_each(
            CLIMBED,
            mimics_excluded.no,
            myopathy_subtype.is_(MyopathySubtype.INCLUSION_BODY),
        ),
    ),
    edges(
        "RMYO-9",
        # The drug is listed for another disease: that is another room's rule.
        silent_for_each((LUPUS, nephritis_class.is_(NephritisClass.IV))),
        fires_for_each((MYOPATHY, PROGRESSIVE)),
        fires_for_each(CLIMBED),
    ),
    edges(
        "RMYO-10",
        silent_for_each(WELL, STABLE, PROGRESSIVE, RAPID, MYOCARDITIS),
        silent_for_each((*QUIET_ARTHRITIS, NO_LUNG)),
        # Without lung disease, but refractory after the whole ladder: the drug is listed.
        silent_for_each(but((*WELL, *CLIMBED), NO_LUNG)),
        silent_for_each(WELL, organ_threats.has(OrganThreat.HEART)),
        silent_without_each(WELL, MYOPATHY, NO_LUNG, MYOCARDITIS),
    ),
    edges(
        "RMYO-11",
        silent_for_each(
            (MYOPATHY,),
            *(
                myopathy_subtype.is_(each)
                for each in MyopathySubtype
                if each is not MyopathySubtype.INCLUSION_BODY
            ),
        ),
        silent_without_each(
            (MYOPATHY, myopathy_subtype.is_(MyopathySubtype.INCLUSION_BODY)), MYOPATHY
        ),
    ),
    edges(
        "RMYO-12",
        fires_for_each((MYOPATHY, activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY))),
        silent_for_each((activity_evidence.is_(ActivityEvidence.FIXED_DAMAGE),), ARTHRITIS, LUPUS),
        silent_without_each(
            (MYOPATHY, activity_evidence.is_(ActivityEvidence.SEROLOGY_ONLY)), MYOPATHY
        ),
    ),
    edges(
        "RMYO-22",
        # Life in danger by lupus: its own room leaves that to the team.
        silent_for_each(but(BLEEDING_LUPUS)),
        silent_for_each((MYOPATHY, *NOTHING_TRIED, MYOCARDITIS), RAPID, PROGRESSIVE),
        fires_for_each((MYOPATHY, *NOTHING_TRIED, MYOCARDITIS), NO_LUNG, STABLE),
        silent_for_each((*CLIMBED, NO_LUNG, MYOCARDITIS)),
    ),
    edges(
        "RMYO-23",
        silent_for_each((*CLIMBED, STABLE)),
        silent_for_each((MYOPATHY, *NOTHING_TRIED), NO_LUNG, PROGRESSIVE, RAPID),
        silent_for_each((*QUIET_ARTHRITIS, STABLE)),
        silent_without_each((MYOPATHY, STABLE, *NOTHING_TRIED), MYOPATHY),
        # Refractory, but immunoglobulin is still to come.
        fires_for_each((*REFRACTORY, STABLE, NOT_YET_IMMUNOGLOBULIN)),
    ),
)
