"""Facts that are calculated from others, each with its formula and source."""

from engine.language import (
    Band,
    Calculation,
    CkdEpi2021,
    Confidence,
    Difference,
    DoseTable,
    InRange,
    Limits,
    Measurement,
    Mosteller,
    PlusByChoice,
    Sum,
)
from rules.vocabulary.disease import age
from rules.vocabulary.heart import lvef, lvef_baseline, lvef_lower_limit
from rules.vocabulary.options import MULTIPLE_SCLEROSIS, NOT_MULTIPLE_SCLEROSIS
from rules.vocabulary.organs import creatinine, egfr
from rules.vocabulary.patient import SexAtBirth, height, sex_at_birth, weight
from rules.vocabulary.sclerosis import edss, edss_a_year_ago
from rules.vocabulary.sections import HEART, PATIENT, SCLEROSIS_DETAILS, TREATMENT
from rules.vocabulary.treatments import (
    PlannedRegimen,
    planned_regimen,
    prior_cyclophosphamide,
    prior_mitoxantrone,
)

DOSE_OF_MITOXANTRONE = 12
"""One dose in mg/m², as the labels have it."""

body_surface = Measurement(
    id="body_surface",
    label="Body surface",
    question="How large is the body surface?",
    help="Calculated from height and weight.",
    section=PATIENT.id,
    unit="m²",
    hard=Limits(0.2, 3.5),
    subject="the body surface area",
)

mitoxantrone_after_next = Measurement(
    id="mitoxantrone_after_next",
    label="Mitoxantrone after the next dose",
    question="How much mitoxantrone would there have been after one more dose?",
    help="Calculated: what was given so far and one dose of 12 mg/m².",
    section=TREATMENT.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="mg/m²",
    hard=Limits(0, 400),
    said="the lifetime dose of mitoxantrone would be {value} after one more dose",
)

cyclophosphamide_after_course = Measurement(
    id="cyclophosphamide_after_course",
    label="Cyclophosphamide after the course under discussion",
    question="How much cyclophosphamide would there have been after the course?",
    help="Calculated: what was given so far and the published total of the regimen, which is "
    "rounded and taken at its lowest where the source gives no upper end.",
    section=TREATMENT.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="g",
    hard=Limits(0, 400),
    said="the lifetime dose of cyclophosphamide would be about {value} after the course under "
    "discussion",
)

lvef_fall = Measurement(
    id="lvef_fall",
    label="Fall of the ejection fraction",
    question="By how much has the ejection fraction fallen?",
    help="Calculated: the value before the first dose less the present one.",
    section=HEART.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="points",
    hard=Limits(-90, 90),
    subject="the fall in ejection fraction from its value before the first dose",
)

lvef_above_limit = Measurement(
    id="lvef_above_limit",
    label="Ejection fraction above the laboratory's lower limit",
    question="By how much is the ejection fraction above the laboratory's lower limit?",
    help="Calculated: negative when it lies below the limit.",
    section=HEART.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="points",
    hard=Limits(-70, 60),
    subject="the margin of the ejection fraction above the laboratory's lower limit",
)

edss_change = Measurement(
    id="edss_change",
    label="Change of disability in a year",
    question="By how much has the EDSS changed in a year?",
    help="Calculated: the present value less that of a year ago.",
    section=SCLEROSIS_DETAILS.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="points",
    hard=Limits(-10, 10),
    subject="the change in EDSS over a year",
)


def _dose(name: str, label: str) -> Measurement:
    return Measurement(
        id=name,
        label=label,
        question="How large would one pulse be by this table?",
        help="Calculated from weight, age and kidney function; shown for comparison only.",
        section=TREATMENT.id,
        applies_to=NOT_MULTIPLE_SCLEROSIS,
        unit="mg",
        hard=Limits(0, 6000),
    )


cyclops_dose = _dose("cyclops_dose", "Pulse of cyclophosphamide by the CYCLOPS table")
kdigo_dose = _dose("kdigo_dose", "Pulse of cyclophosphamide by the KDIGO reduction")

# Both reductions were made for adults.
_UNDER_60, _60_TO_70, _OVER_70 = (
    InRange(age.id, "years", low=18, high=60, high_included=False),
    age.between(60, 70, "years"),
    age.above(70, "years"),
)
_UP_TO_300, _UP_TO_500 = creatinine.at_most(300, "µmol/L"), creatinine.at_most(500, "µmol/L")

CYCLOPS = DoseTable(
    name="CYCLOPS dose reduction, nothing above 500 µmol/L",
    weight=weight,
    row=age,
    column=creatinine,
    # The trial had no regimen of its own below 150 µmol/L: the first column serves there too.
    bands=(
        Band(_UNDER_60, _UP_TO_300, 15),
        Band(_UNDER_60, _UP_TO_500, 12.5),
        Band(_60_TO_70, _UP_TO_300, 12.5),
        Band(_60_TO_70, _UP_TO_500, 10),
        Band(_OVER_70, _UP_TO_300, 10),
        Band(_OVER_70, _UP_TO_500, 7.5),
    ),
)

_FROM_60 = InRange(age.id, "years", low=60, high=70, high_included=False)
_FROM_70 = age.at_least(70, "years")
_KEPT, _LOW = egfr.at_least(30, egfr.unit), egfr.below(30, egfr.unit)

KDIGO = DoseTable(
    name="KDIGO reduction by age, 2.5 mg/kg less below 30 mL/min/1.73 m²",
    weight=weight,
    row=age,
    column=egfr,
    bands=(
        Band(_UNDER_60, _KEPT, 15),
        Band(_UNDER_60, _LOW, 12.5),
        Band(_FROM_60, _KEPT, 12.5),
        Band(_FROM_60, _LOW, 10),
        Band(_FROM_70, _KEPT, 10),
        Band(_FROM_70, _LOW, 7.5),
    ),
)

COURSES_OF_CYCLOPHOSPHAMIDE = (
    (PlannedRegimen.EURO_LUPUS, 3),
    (PlannedRegimen.PULSE_PER_KG, 8),
    (PlannedRegimen.MONTHLY_HIGH_DOSE, 10),
    (PlannedRegimen.ORAL_DAILY, 16),
)
"""The published total of each regimen in g: about so much, and of the monthly one often more."""

DERIVED = (
    body_surface,
    mitoxantrone_after_next,
    cyclophosphamide_after_course,
    lvef_fall,
    lvef_above_limit,
    edss_change,
    cyclops_dose,
    kdigo_dose,
)

CALCULATIONS = (
    Calculation(
        then=body_surface,
        by=Mosteller(height, weight),
        cites=("MOSTELLER",),
        confidence=Confidence.GENERAL,
    ),
    Calculation(
        then=egfr,
        by=CkdEpi2021(creatinine, age, sex_at_birth, SexAtBirth.FEMALE, SexAtBirth.MALE),
        cites=("CKD-EPI-2021",),
        confidence=Confidence.GENERAL,
    ),
    Calculation(
        then=mitoxantrone_after_next,
        by=Sum((prior_mitoxantrone,), plus=DOSE_OF_MITOXANTRONE),
        cites=("MITOX-LATER",),
        confidence=Confidence.OWN,
    ),
    Calculation(
        then=cyclophosphamide_after_course,
        by=PlusByChoice(prior_cyclophosphamide, planned_regimen, COURSES_OF_CYCLOPHOSPHAMIDE),
        cites=("ELNT", "KDIGO-AAV24", "GENERAL"),
        confidence=Confidence.GENERAL,
    ),
    Calculation(
        then=lvef_fall,
        by=Difference(lvef_baseline, lvef),
        cites=("TEACH",),
        confidence=Confidence.OWN,
    ),
    Calculation(
        then=lvef_above_limit,
        by=Difference(lvef, lvef_lower_limit),
        cites=("MITOX-LATER",),
        confidence=Confidence.SECONDARY,
    ),
    Calculation(
        then=edss_change,
        by=Difference(edss, edss_a_year_ago),
        cites=("MITOX-EDAN",),
        confidence=Confidence.READ,
    ),
    Calculation(
        then=cyclops_dose,
        by=CYCLOPS,
        cites=("CYCLOPS-TAB",),
        confidence=Confidence.GENERAL,
    ),
    Calculation(
        then=kdigo_dose,
        by=KDIGO,
        cites=("KDIGO-AAV24",),
        confidence=Confidence.SECONDARY,
    ),
)
