"""Edges of myopathy: severe, life-threatening, rapid, refractory and used up."""

from engine.language import (
    Edges,
    Is,
    Told,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
    without,
)
from rules.edges.courses import failed, failed_or_closed, only_failed
from rules.edges.diagnoses import ARTHRITIS
from rules.reference.guards import MYOPATHY
from rules.vocabulary.myopathy import (
    LungDiseaseCourse,
    MyopathyDangerSign,
    MyopathySubtype,
    lung_disease_course,
    myopathy_danger_signs,
    myopathy_subtype,
    weakest_muscle_grade,
)
from rules.vocabulary.organs import OrganThreat, dialysis_needed, organ_threats, spo2
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatments import Outcome, Treatment, outcome, treatments

RAPID = lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE)
OTHER_LUNGS = tuple(
    lung_disease_course.is_(each)
    for each in (LungDiseaseCourse.NONE, LungDiseaseCourse.STABLE, LungDiseaseCourse.PROGRESSIVE)
)
NEPHRITIS = organ_threats.has(OrganThreat.GLOMERULONEPHRITIS)
NO_NEPHRITIS = organ_threats.has_not(OrganThreat.GLOMERULONEPHRITIS)
BLEEDING = organ_threats.has(OrganThreat.ALVEOLAR_HAEMORRHAGE)
NO_BLEEDING = organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE)
# Each of these organs is enough by itself.
VITAL = tuple(
    organ_threats.has(organ)
    for organ in (
        OrganThreat.HEART,
        OrganThreat.MESENTERIC,
        OrganThreat.CENTRAL_NERVOUS_SYSTEM,
        OrganThreat.SPINAL_CORD,
        OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS,
    )
)
NOT_VITAL = tuple(
    organ_threats.has(organ)
    for organ in (
        OrganThreat.OPTIC_NERVE,
        OrganThreat.MONONEURITIS,
        OrganThreat.LIMB_OR_DIGIT,
        OrganThreat.SCLERA_OR_ORBIT,
        OrganThreat.SUBGLOTTIC,
        OrganThreat.PNEUMONITIS,
    )
)
IN_DANGER: tuple[Is | Told, ...] = (
    *VITAL,
    (NEPHRITIS, dialysis_needed.yes),
    (BLEEDING, spo2.is_(91)),
)
# A nephritis without dialysis, dialysis without nephritis; bleeding or low oxygen, not both.
NOT_IN_DANGER: tuple[Is | Told, ...] = (
    *NOT_VITAL,
    (NEPHRITIS, dialysis_needed.no),
    NEPHRITIS,
    (NO_NEPHRITIS, dialysis_needed.yes),
    (BLEEDING, spo2.is_(92)),
    BLEEDING,
    (NO_BLEEDING, spo2.is_(91)),
)


def _sign(sign: MyopathyDangerSign) -> Is:
    return myopathy_danger_signs.has(sign)


def _no_sign(sign: MyopathyDangerSign) -> Is:
    return myopathy_danger_signs.has_not(sign)


TWO_FAILED = (*failed(Treatment.METHOTREXATE, 12), *failed(Treatment.AZATHIOPRINE, 12))
OVERLAP = myopathy_subtype.is_(MyopathySubtype.OVERLAP)
REFRACTORY = (MYOPATHY, *TWO_FAILED, mimics_excluded.yes, OVERLAP)
ONE_FAILED = without(REFRACTORY, *failed(Treatment.AZATHIOPRINE, 12))
METHOTREXATE_LEFT = without(REFRACTORY, *failed(Treatment.METHOTREXATE, 12))

NO_RITUXIMAB = treatments.cell(Treatment.ANTI_CD20, outcome).is_(Outcome.CONTRAINDICATED)
NOT_YET_RITUXIMAB = treatments.cell(Treatment.ANTI_CD20, outcome).is_(Outcome.NOT_TRIED)
LADDER = (
    MYOPATHY,
    *failed(Treatment.GLUCOCORTICOID, 12),
    *TWO_FAILED,
    *failed(Treatment.IMMUNOGLOBULIN, 12),
    NO_RITUXIMAB,
)
LADDER_WITH_ONE = without(LADDER, *failed(Treatment.AZATHIOPRINE, 12))

MYOPATHY_CRITERIA: tuple[Edges, ...] = (
    edges(
        "RMYO-1",
        silent_without_each((MYOPATHY, weakest_muscle_grade.is_(3)), MYOPATHY),
    ),
    edges(
        "RMYO-2",
        fires_for_each(
            (MYOPATHY,), *(_sign(sign) for sign in MyopathyDangerSign), RAPID, *IN_DANGER
        ),
        silent_for_each(
            (MYOPATHY,),
            *(_no_sign(sign) for sign in MyopathyDangerSign),
            *OTHER_LUNGS,
            *NOT_IN_DANGER,
        ),
        silent_for_each((ARTHRITIS,), RAPID, *VITAL),
        silent_without_each((MYOPATHY, RAPID), MYOPATHY),
    ),
    edges(
        "RMYO-3",
        fires_for_each(
            (MYOPATHY,),
            _sign(MyopathyDangerSign.RESPIRATORY_MUSCLE),
            _sign(MyopathyDangerSign.MYOCARDITIS),
            _sign(MyopathyDangerSign.ASPIRATION),
            RAPID,
            *IN_DANGER,
        ),
        # Trouble with swallowing is severe; aspiration is what threatens life.
        silent_for_each(
            (MYOPATHY,),
            _sign(MyopathyDangerSign.DYSPHAGIA),
            *(_no_sign(sign) for sign in MyopathyDangerSign),
            *OTHER_LUNGS,
            *NOT_IN_DANGER,
        ),
        silent_for_each((ARTHRITIS,), RAPID, *VITAL),
        silent_without_each((MYOPATHY, RAPID), MYOPATHY),
    ),
    edges(
        "RMYO-4",
        silent_for_each((ARTHRITIS, RAPID)),
        silent_for_each((MYOPATHY,), *OTHER_LUNGS),
        silent_without_each((MYOPATHY, RAPID), MYOPATHY),
    ),
    edges(
        "RMYO-5",
        only_failed(METHOTREXATE_LEFT, Treatment.METHOTREXATE, 12),
        only_failed(ONE_FAILED, Treatment.AZATHIOPRINE, 12),
        only_failed(ONE_FAILED, Treatment.MYCOPHENOLATE, 12),
        only_failed(ONE_FAILED, Treatment.CALCINEURIN_INHIBITOR, 12),
        fires_for_each(
            REFRACTORY,
            *(
                myopathy_subtype.is_(each)
                for each in (
                    MyopathySubtype.DERMATOMYOSITIS,
                    MyopathySubtype.POLYMYOSITIS,
                    MyopathySubtype.NECROTISING,
                    MyopathySubtype.ANTISYNTHETASE,
                    MyopathySubtype.AMYOPATHIC,
                )
            ),
        ),
        # Inclusion body myositis never answers; a mimic that was not looked for is not excluded.
        silent_for_each(
            REFRACTORY, myopathy_subtype.is_(MyopathySubtype.INCLUSION_BODY), mimics_excluded.no
        ),
        silent_without_each(REFRACTORY, MYOPATHY, mimics_excluded.yes, OVERLAP),
    ),
    edges(
        "RMYO-6",
        failed_or_closed(LADDER, Treatment.GLUCOCORTICOID, 12),
        failed_or_closed(LADDER, Treatment.METHOTREXATE, 12),
        failed_or_closed(LADDER_WITH_ONE, Treatment.AZATHIOPRINE, 12),
        failed_or_closed(LADDER_WITH_ONE, Treatment.MYCOPHENOLATE, 12),
        failed_or_closed(LADDER_WITH_ONE, Treatment.CALCINEURIN_INHIBITOR, 12),
        failed_or_closed(LADDER, Treatment.IMMUNOGLOBULIN, 12),
        failed_or_closed(LADDER, Treatment.ANTI_CD20, 12),
        # Abatacept stands for rituximab where it failed, not where it cannot be had.
        only_failed(but(LADDER, NOT_YET_RITUXIMAB), Treatment.ABATACEPT, 12),
        silent_without_each(LADDER, MYOPATHY, NO_RITUXIMAB),
        silent_for_each(LADDER_WITH_ONE),
    ),
)
