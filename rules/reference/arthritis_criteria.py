"""Rheumatoid arthritis: severe, life-threatening, rapid, difficult to treat and used up."""

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
from rules.reference.guards import ARTHRITIS
from rules.reference.trials import ARTHRITIS_TRIAL, closed, failed_adequately, used_up
from rules.reference.vital_organs import BLEEDING_LUNGS, VITAL_ORGAN
from rules.vocabulary.arthritis import (
    ExtraArticular,
    das28,
    extra_articular,
    sharp_score_change,
)
from rules.vocabulary.myopathy import LungDiseaseCourse, lung_disease_course
from rules.vocabulary.organs import OrganThreat, organ_threats, spo2
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    full_dose,
    outcome,
    prednisone,
    taken_as_agreed,
    treatments,
    weeks,
)

DAS28_HIGH = Threshold(
    id="arthritis_das28_high",
    label="Joint activity above which it is high",
    value=5.1,
    unit="points",
    confidence=Confidence.GENERAL,
    cites=("GENERAL",),
)
DAS28_MODERATE = Threshold(
    id="arthritis_das28_moderate",
    label="Joint activity above which it is at least moderate",
    value=3.2,
    unit="points",
    confidence=Confidence.READ,
    cites=("D2T",),
)
SHARP_5 = Threshold(
    id="arthritis_rapid_damage",
    label="Joint damage in one year that is rapid",
    value=5,
    unit="points",
    confidence=Confidence.READ,
    cites=("D2T",),
)
PREDNISONE_75 = Threshold(
    id="arthritis_prednisone",
    label="Prednisone that cannot be tapered further",
    value=7.5,
    unit="mg/day",
    confidence=Confidence.READ,
    cites=("D2T",),
)

VASCULITIS = extra_articular.has(ExtraArticular.SYSTEMIC_VASCULITIS)
LUNG = extra_articular.has(ExtraArticular.INTERSTITIAL_LUNG_DISEASE)
EYE = extra_articular.has(ExtraArticular.SCLERITIS_OR_KERATITIS)
RAPID_LUNG = lung_disease_course.is_(LungDiseaseCourse.RAPIDLY_PROGRESSIVE)
NOTHING_BEYOND = tuple(extra_articular.has_not(sign) for sign in ExtraArticular)
MECHANISMS = (
    Treatment.TNF_INHIBITOR,
    Treatment.ABATACEPT,
    Treatment.ANTI_CD20,
    Treatment.IL6_INHIBITOR,
    Treatment.JAK_INHIBITOR,
)


def _failed(treatment: Treatment) -> tuple[Is, ...]:
    return (
        treatments.cell(treatment, outcome).is_(Outcome.FAILED),
        treatments.cell(treatment, weeks).is_(26),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


TWO_MECHANISMS = (
    *_failed(Treatment.METHOTREXATE),
    *_failed(Treatment.TNF_INHIBITOR),
    *_failed(Treatment.ABATACEPT),
)
CONVENTIONAL_DONE = any_of(
    failed_adequately(Treatment.METHOTREXATE, ARTHRITIS_TRIAL),
    all_of(
        closed(Treatment.METHOTREXATE),
        used_up(Treatment.LEFLUNOMIDE_OR_SULFASALAZINE, ARTHRITIS_TRIAL),
    ),
)

severe_joints = Rule(
    id="RRA-1",
    title="severe arthritis: high joint activity or rapid joint damage",
    cites=("D2T", "GENERAL", "S28"),
    when=all_of(ARTHRITIS, any_of(das28.above(DAS28_HIGH), sharp_score_change.at_least(SHARP_5))),
    then=CRITERIA_SEVERE,
    because="High activity, or five points of new damage in a year, stands for severe joints here.",
    misuse="Severe joints are severe, and still no place for an alkylating drug.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, das28.is_(5.2)),
        silent(ARTHRITIS, das28.is_(5.1)),
        fires(ARTHRITIS, sharp_score_change.is_(5)),
        silent(ARTHRITIS, sharp_score_change.is_(4.9)),
    ),
)


severe_beyond_joints = Rule(
    id="RRA-2",
    title="severe arthritis: vasculitis, eye, a lung that fails rapidly, a vital organ",
    cites=("RV-84", "ILD23", "ACRVF21", "TEACH", "S28"),
    when=all_of(ARTHRITIS, any_of(VASCULITIS, EYE, all_of(LUNG, RAPID_LUNG), VITAL_ORGAN)),
    then=CRITERIA_SEVERE,
    because="Nerves, digits, sight and breath can be lost for good, and what threatens life is "
    "severe.",
    misuse="Nodules and dry eyes are beyond the joints, and not severe.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, VASCULITIS),
        silent(ARTHRITIS, extra_articular.has_not(ExtraArticular.SYSTEMIC_VASCULITIS)),
        fires(ARTHRITIS, organ_threats.has(OrganThreat.HEART)),
    ),
)


dangerous = Rule(
    id="RRA-3",
    title="life-threatening arthritis: a rapidly failing lung, or a vital organ",
    cites=("ILD23", "RV-84", "KDIGO-AAV24", "TEACH", "S36"),
    when=all_of(
        ARTHRITIS,
        any_of(
            all_of(LUNG, RAPID_LUNG),
            VITAL_ORGAN,
        ),
    ),
    then=CRITERIA_LIFE_THREATENING,
    because="A lung that fails within weeks or a gut without blood ends life.",
    misuse="A foot drop is severe; it does not threaten life by itself.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, RAPID_LUNG),
        silent(ARTHRITIS, lung_disease_course.is_(LungDiseaseCourse.PROGRESSIVE)),
        fires(ARTHRITIS, BLEEDING_LUNGS, spo2.is_(91)),
        silent(ARTHRITIS, BLEEDING_LUNGS, spo2.is_(92)),
    ),
)


rapid = Rule(
    id="RRA-4",
    title="rapidly progressing: the lung within weeks, or joints within a year",
    cites=("ILD23", "D2T", "S29"),
    when=all_of(ARTHRITIS, any_of(all_of(LUNG, RAPID_LUNG), sharp_score_change.at_least(SHARP_5))),
    then=CRITERIA_RAPID,
    because="Both are speeds at which waiting costs function for good.",
    misuse="The document gives no pace; vasculitis that evolves in days is for the clinician.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, *NOTHING_BEYOND, sharp_score_change.is_(5)),
        silent(ARTHRITIS, *NOTHING_BEYOND, sharp_score_change.is_(4)),
    ),
)


difficult_to_treat = Rule(
    id="RRA-5",
    title="difficult to treat: two mechanisms failed, still active",
    cites=("D2T", "TEACH", "S37"),
    when=all_of(
        ARTHRITIS,
        CONVENTIONAL_DONE,
        at_least(2, *(failed_adequately(drug, ARTHRITIS_TRIAL) for drug in MECHANISMS)),
        any_of(
            das28.above(DAS28_MODERATE),
            prednisone.at_least(PREDNISONE_75),
            sharp_score_change.at_least(SHARP_5),
        ),
    ),
    then=CRITERIA_REFRACTORY,
    because="Two mechanisms that failed after a conventional drug are the published definition; "
    "that dose, time and taking are asked for each is this program's own.",
    misuse="The third part, felt as a problem by patient or doctor, cannot be computed.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, *TWO_MECHANISMS, das28.is_(3.3)),
        silent(ARTHRITIS, *TWO_MECHANISMS, das28.is_(3.2)),
    ),
)


ladder_used_up = Rule(
    id="RRA-6",
    title="a conventional drug, a TNF inhibitor and two more classes failed or closed",
    cites=("ACR-RA21", "EULAR-RA22", "TEACH", "S29"),
    when=all_of(
        ARTHRITIS,
        CONVENTIONAL_DONE,
        used_up(Treatment.TNF_INHIBITOR, ARTHRITIS_TRIAL),
        at_least(2, *(used_up(drug, ARTHRITIS_TRIAL) for drug in MECHANISMS[1:])),
    ),
    then=OPTIONS_USED_UP,
    because="Guidelines change the class after each failure; that three classes are enough is this "
    "program's own.",
    misuse="Other classes may still be open; failed and closed are told apart.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, *TWO_MECHANISMS, *_failed(Treatment.JAK_INHIBITOR)),
        silent(
            ARTHRITIS,
            *TWO_MECHANISMS,
            treatments.cell(Treatment.JAK_INHIBITOR, outcome).is_(Outcome.IN_PROGRESS),
            *_failed(Treatment.JAK_INHIBITOR)[1:],
        ),
    ),
)

CRITERIA = (
    severe_joints,
    severe_beyond_joints,
    dangerous,
    rapid,
    difficult_to_treat,
    ladder_used_up,
)
