"""Edges of myopathy: what stands beside the verdict."""

from engine.language import (
    Edges,
    but,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
    without,
)
from rules.edges.diagnoses import ARTHRITIS
from rules.edges.myopathy_criteria import RAPID, REFRACTORY
from rules.reference.guards import MYOPATHY
from rules.reference.myopathy_beside import MYOCARDITIS, NO_DANGER, NOTHING_TRIED
from rules.vocabulary.heart import UrinaryFindings, urinary_findings
from rules.vocabulary.myopathy import (
    LungDiseaseCourse,
    MyopathyDangerSign,
    MyopathySubtype,
    MyositisAntibody,
    lung_disease_course,
    myopathy_danger_signs,
    myopathy_subtype,
    myositis_antibodies,
)
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status

NO_LUNG = lung_disease_course.is_(LungDiseaseCourse.NONE)
STABLE = lung_disease_course.is_(LungDiseaseCourse.STABLE)
PROGRESSIVE = lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)
MDA5 = myositis_antibodies.has(MyositisAntibody.MDA5)
CYSTITIS = urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS)
POLYMYOSITIS = myopathy_subtype.is_(MyopathySubtype.POLYMYOSITIS)
DERMATOMYOSITIS = myopathy_subtype.is_(MyopathySubtype.DERMATOMYOSITIS)
NECROTISING = myopathy_subtype.is_(MyopathySubtype.NECROTISING)
SYNTHETASE = myopathy_subtype.is_(MyopathySubtype.ANTISYNTHETASE)
INCLUSION_BODY = myopathy_subtype.is_(MyopathySubtype.INCLUSION_BODY)
RESPONSIVE = tuple(
    myopathy_subtype.is_(each)
    for each in (
        MyopathySubtype.DERMATOMYOSITIS,
        MyopathySubtype.POLYMYOSITIS,
        MyopathySubtype.NECROTISING,
        MyopathySubtype.ANTISYNTHETASE,
        MyopathySubtype.AMYOPATHIC,
        MyopathySubtype.OVERLAP,
    )
)
CHILD = tuple(
    pregnancy_status.is_(each)
    for each in (
        PregnancyStatus.TRIMESTER_1,
        PregnancyStatus.TRIMESTER_2,
        PregnancyStatus.TRIMESTER_3,
        PregnancyStatus.BREASTFEEDING,
    )
)
NO_CHILD = pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)
DYSPHAGIA = myopathy_danger_signs.has(MyopathyDangerSign.DYSPHAGIA)
WELL = (MYOPATHY, NO_LUNG, *NOTHING_TRIED, *NO_DANGER)

MYOPATHY_BESIDE: tuple[Edges, ...] = (
    edges(
        "RMYO-13",
        silent_for_each((MYOPATHY, MDA5), NO_LUNG, STABLE, PROGRESSIVE),
        silent_for_each(
            (MYOPATHY, RAPID),
            *(
                myositis_antibodies.has(each)
                for each in MyositisAntibody
                if each is not MyositisAntibody.MDA5
            ),
        ),
        silent_without_each((MYOPATHY, MDA5, RAPID)),
    ),
    edges(
        "RMYO-14",
        silent_for_each((MYOPATHY,), NO_LUNG, STABLE),
        silent_for_each((ARTHRITIS, RAPID)),
        silent_without_each((MYOPATHY, RAPID), MYOPATHY),
    ),
    edges(
        "RMYO-15",
        fires_for_each(REFRACTORY, POLYMYOSITIS),
        silent_for_each(REFRACTORY, *(each for each in RESPONSIVE if each != POLYMYOSITIS)),
        # Nothing tried: nobody calls it refractory.
        silent_for_each((MYOPATHY, POLYMYOSITIS, *NOTHING_TRIED)),
    ),
    edges(
        "RMYO-16",
        fires_for_each(
            (MYOPATHY,),
            DERMATOMYOSITIS,
            myositis_antibodies.has(MyositisAntibody.TIF1_GAMMA),
            myositis_antibodies.has(MyositisAntibody.NXP2),
        ),
        silent_for_each(
            (MYOPATHY, POLYMYOSITIS),
            *(myositis_antibodies.has_not(each) for each in MyositisAntibody),
            *(
                myositis_antibodies.has(each)
                for each in MyositisAntibody
                if each not in {MyositisAntibody.TIF1_GAMMA, MyositisAntibody.NXP2}
            ),
        ),
        silent_without_each((MYOPATHY, DERMATOMYOSITIS), MYOPATHY),
    ),
    edges(
        "RMYO-17",
        silent_for_each((MYOPATHY,), DERMATOMYOSITIS, SYNTHETASE, INCLUSION_BODY),
        silent_without_each((MYOPATHY, NECROTISING), MYOPATHY),
    ),
    edges(
        "RMYO-18",
        silent_for_each((MYOPATHY,), MYOCARDITIS),
        silent_without_each((MYOPATHY, DYSPHAGIA), MYOPATHY),
    ),
    edges(
        "RMYO-19",
        silent_for_each((MYOPATHY, RAPID)),
        silent_for_each((ARTHRITIS,), STABLE, PROGRESSIVE),
        silent_without_each((MYOPATHY, STABLE), MYOPATHY),
    ),
    edges(
        "RMYO-20",
        fires_for_each((MYOPATHY, SYNTHETASE), PROGRESSIVE, RAPID),
        silent_for_each((MYOPATHY, SYNTHETASE), NO_LUNG, STABLE),
        silent_for_each(
            (MYOPATHY, RAPID),
            *(each for each in RESPONSIVE if each != SYNTHETASE),
            INCLUSION_BODY,
        ),
        silent_without_each((MYOPATHY, SYNTHETASE, RAPID)),
    ),
    edges(
        "RMYO-21",
        fires_for_each(WELL, *RESPONSIVE, NO_CHILD),
        silent_for_each(WELL, INCLUSION_BODY, *CHILD),
        # Left to the team: a stable lung. Closed by the drug's own harm: a bleeding bladder.
        fires_for_each((MYOPATHY, STABLE, *NOTHING_TRIED)),
        fires_for_each((MYOPATHY, CYSTITIS), NO_LUNG, STABLE, PROGRESSIVE),
        fires_for_each((MYOPATHY, CYSTITIS)),
        silent_for_each((MYOPATHY, CYSTITIS), INCLUSION_BODY, RAPID, *CHILD),
        # Where the drug is listed and nothing forbids it, nothing is instead.
        silent_for_each((MYOPATHY, PROGRESSIVE)),
        silent_for_each((ARTHRITIS, CYSTITIS, NO_LUNG)),
        silent_for_each(but(without(WELL, MYOPATHY), CYSTITIS)),
    ),
)
