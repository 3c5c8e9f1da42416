"""Autoimmune myopathy: severe, life-threatening, rapid, refractory and used up."""

from engine.language import (
    Confidence,
    Is,
    Rule,
    Threshold,
    all_of,
    any_of,
    at_least,
    fires,
    silent,
)
from rules.reference.concepts import (
    CRITERIA_LIFE_THREATENING,
    CRITERIA_RAPID,
    CRITERIA_REFRACTORY,
    CRITERIA_SEVERE,
    OPTIONS_USED_UP,
)
from rules.reference.guards import MYOPATHY
from rules.reference.trials import MYOPATHY_TRIAL, failed_adequately, used_up
from rules.reference.vital_organs import BLEEDING_LUNGS, VITAL_ORGAN
from rules.vocabulary.myopathy import (
    LungDiseaseCourse,
    MyopathyDangerSign,
    MyopathySubtype,
    lung_disease_course,
    myopathy_danger_signs,
    myopathy_subtype,
    weakest_muscle_grade,
)
from rules.vocabulary.organs import OrganThreat, organ_threats, spo2
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
)

GRADE_4 = Threshold(
    id="myopathy_grade_4",
    label="Strength below which weakness is severe",
    value=4,
    unit="MRC grade",
    confidence=Confidence.SECONDARY,
    cites=("BMJ-IIM",),
)

RAPID_LUNG = lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE)
NO_LUNG = lung_disease_course.is_(LungDiseaseCourse.NONE)
CONVENTIONAL = (
    Treatment.METHOTREXATE,
    Treatment.AZATHIOPRINE,
    Treatment.MYCOPHENOLATE,
    Treatment.CALCINEURIN_INHIBITOR,
)


def failed_facts(treatment: Treatment) -> tuple[Is, ...]:
    """Half a year of the drug in full, taken, and in vain: for examples."""
    return (
        treatments.cell(treatment, outcome).is_(Outcome.FAILED),
        treatments.cell(treatment, weeks).is_(26),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


# Inclusion body myositis never answers to these drugs, so that it cannot count as refractory.
RESPONSIVE_SUBTYPE = myopathy_subtype.is_one_of(
    *(subtype for subtype in MyopathySubtype if subtype is not MyopathySubtype.INCLUSION_BODY)
)
INCLUSION_BODY = myopathy_subtype.is_(MyopathySubtype.INCLUSION_BODY)
OVERLAP = myopathy_subtype.is_(MyopathySubtype.OVERLAP)

# Abatacept may stand for rituximab where it was tried; that it cannot be had closes nothing.
BIOLOGIC_DONE = any_of(
    used_up(Treatment.ANTI_CD20, MYOPATHY_TRIAL),
    failed_adequately(Treatment.ABATACEPT, MYOPATHY_TRIAL),
)

TWO_CONVENTIONAL = (
    *failed_facts(Treatment.METHOTREXATE),
    *failed_facts(Treatment.AZATHIOPRINE),
)

severe_weakness = Rule(
    id="RMYO-1",
    title="severe myopathy: weakness below grade 4",
    cites=("BMJ-IIM", "S28"),
    when=all_of(MYOPATHY, weakest_muscle_grade.below(GRADE_4)),
    then=CRITERIA_SEVERE,
    because="Below grade 4 muscles no longer hold against resistance: standing up becomes a task.",
    misuse="Old weakness from lost muscle is damage, not activity.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(MYOPATHY, weakest_muscle_grade.is_(3)),
        silent(MYOPATHY, weakest_muscle_grade.is_(4)),
    ),
)

severe_signs = Rule(
    id="RMYO-2",
    title="severe myopathy: swallowing, breathing, failing lungs, or a vital organ",
    cites=("BMJ-IIM", "ACRVF21", "TEACH", "S28"),
    when=all_of(
        MYOPATHY,
        any_of(
            *(myopathy_danger_signs.has(sign) for sign in MyopathyDangerSign),
            RAPID_LUNG,
            VITAL_ORGAN,
        ),
    ),
    then=CRITERIA_SEVERE,
    because="Each of these is a complication that can threaten life.",
    misuse="Trouble with dry bread is not severe dysphagia.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY, myopathy_danger_signs.has(MyopathyDangerSign.DYSPHAGIA)),
        silent(MYOPATHY, myopathy_danger_signs.has_not(MyopathyDangerSign.DYSPHAGIA)),
        fires(MYOPATHY, organ_threats.has(OrganThreat.HEART)),
    ),
)

dangerous = Rule(
    id="RMYO-3",
    title="life-threatening myopathy: breathing, aspiration, lungs, or a vital organ",
    cites=("BMJ-IIM", "KDIGO-AAV24", "GENERAL", "TEACH", "S36"),
    when=all_of(
        MYOPATHY,
        any_of(
            myopathy_danger_signs.has(MyopathyDangerSign.RESPIRATORY_MUSCLE),
            myopathy_danger_signs.has(MyopathyDangerSign.MYOCARDITIS),
            myopathy_danger_signs.has(MyopathyDangerSign.ASPIRATION),
            RAPID_LUNG,
            VITAL_ORGAN,
        ),
    ),
    then=CRITERIA_LIFE_THREATENING,
    because="Breath and heartbeat depend on muscles too, and on lungs.",
    misuse="Normal strength of the limbs does not rule it out.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY, RAPID_LUNG),
        silent(MYOPATHY, NO_LUNG),
        fires(MYOPATHY, BLEEDING_LUNGS, spo2.is_(91)),
        silent(MYOPATHY, BLEEDING_LUNGS, spo2.is_(92)),
    ),
)

rapid = Rule(
    id="RMYO-4",
    title="rapidly progressing: the lungs fail within weeks",
    cites=("ILD23", "GENERAL", "S29"),
    when=all_of(MYOPATHY, RAPID_LUNG),
    then=CRITERIA_RAPID,
    because="From room air to high oxygen within days to weeks, without another cause.",
    misuse="Infection and heart failure do the same and are ruled out first.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(MYOPATHY, RAPID_LUNG),
        silent(MYOPATHY, lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)),
    ),
)

refractory = Rule(
    id="RMYO-5",
    title="refractory myopathy: two steroid-sparing drugs failed",
    cites=("GENERAL", "S37"),
    when=all_of(
        MYOPATHY,
        at_least(2, *(failed_adequately(drug, MYOPATHY_TRIAL) for drug in CONVENTIONAL)),
        mimics_excluded.yes,
        RESPONSIVE_SUBTYPE,
    ),
    then=CRITERIA_REFRACTORY,
    because="Two conventional drugs in full, taken, for three months each are the usual "
    "definition.",
    misuse="Weakness that stays may be damage, steroids, or another disease.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(MYOPATHY, *TWO_CONVENTIONAL, mimics_excluded.yes, OVERLAP),
        silent(MYOPATHY, *TWO_CONVENTIONAL, mimics_excluded.no, OVERLAP),
        silent(MYOPATHY, *TWO_CONVENTIONAL, mimics_excluded.yes, INCLUSION_BODY),
    ),
)

ladder_used_up = Rule(
    id="RMYO-6",
    title="every step of the ladder for myopathy failed or is closed",
    cites=("BSR-IIM22", "BMJ-IIM", "ASYS-TAB", "TEACH", "S29"),
    when=all_of(
        MYOPATHY,
        used_up(Treatment.GLUCOCORTICOID, MYOPATHY_TRIAL),
        at_least(2, *(used_up(drug, MYOPATHY_TRIAL) for drug in CONVENTIONAL)),
        used_up(Treatment.IMMUNOGLOBULIN, MYOPATHY_TRIAL),
        BIOLOGIC_DONE,
    ),
    then=OPTIONS_USED_UP,
    because="After these steps reviews name cyclophosphamide, and not before.",
    misuse="Bypassed where the lungs fail rapidly: nobody climbs a ladder then.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            MYOPATHY,
            *failed_facts(Treatment.GLUCOCORTICOID),
            *TWO_CONVENTIONAL,
            *failed_facts(Treatment.IMMUNOGLOBULIN),
            treatments.cell(Treatment.ANTI_CD20, outcome).is_(Outcome.CONTRAINDICATED),
        ),
        silent(
            MYOPATHY,
            *failed_facts(Treatment.GLUCOCORTICOID),
            *TWO_CONVENTIONAL,
            *failed_facts(Treatment.IMMUNOGLOBULIN),
            treatments.cell(Treatment.ANTI_CD20, outcome).is_(Outcome.NOT_TRIED),
        ),
    ),
)

CRITERIA = (
    severe_weakness,
    severe_signs,
    dangerous,
    rapid,
    refractory,
    ladder_used_up,
)
