"""Each earlier treatment by itself, what was taken over a lifetime, and what is planned."""

from engine.language import Choice, Limits, Measurement, MultiChoice, Table, YesNo, all_of, any_of
from rules.vocabulary.options import (
    LUPUS,
    MULTIPLE_SCLEROSIS,
    NOT_MULTIPLE_SCLEROSIS,
    VASCULITIS,
    Diagnosis,
)
from rules.vocabulary.sections import TREATMENT
from rules.vocabulary.treatment_options import (
    Medicine,
    MethotrexateFrequency,
    MitoxantroneCourse,
    Outcome,
    PlannedRegimen,
    Treatment,
)

__all__ = [
    "GIVEN",
    "MS_DRUGS",
    "MS_DRUG_GIVEN",
    "NO_MS_DRUG_GIVEN",
    "TREATMENT_FINDINGS",
    "Medicine",
    "MethotrexateFrequency",
    "MitoxantroneCourse",
    "Outcome",
    "PlannedRegimen",
    "Treatment",
    "anthracycline_or_chest_radiotherapy",
    "cyclophosphamide_months",
    "full_dose",
    "medicines",
    "methotrexate_frequency",
    "mitoxantrone_course",
    "on_cyclophosphamide",
    "outcome",
    "planned_dose",
    "planned_regimen",
    "prednisone",
    "prior_cyclophosphamide",
    "prior_mitoxantrone",
    "taken_as_agreed",
    "treatments",
    "weeks",
]

_MYOPATHY = frozenset({Diagnosis.AUTOIMMUNE_MYOPATHY.value})
_ARTHRITIS = frozenset({Diagnosis.RHEUMATOID_ARTHRITIS.value})
_OTHER_VASCULITIS = frozenset({Diagnosis.OTHER_VASCULITIS.value})


outcome = Choice(
    id="outcome",
    label="Outcome",
    question="What came of it?",
    help="Failed: the disease stayed active under it. Stopped for side effects is not tolerated, "
    "and one that was never started is not tried.",
    section=TREATMENT.id,
    options=Outcome,
    synonyms=("failed", "response", "intolerance"),
)

weeks = Measurement(
    id="weeks",
    label="Weeks taken",
    question="For how many weeks was it taken?",
    help="Enter the weeks of treatment in all; of a drug that is given once or twice, the weeks "
    "from the first dose to the judgement.",
    section=TREATMENT.id,
    unit="weeks",
    hard=Limits(0, 5000),
    soft=Limits(0, 2000),
    synonyms=("duration", "time"),
)

full_dose = YesNo(
    id="full_dose",
    label="Full dose",
    question="Was the full dose for this disease reached?",
    help="Yes: the target dose of the protocol. No: it stayed lower, for whatever reason.",
    section=TREATMENT.id,
    synonyms=("target dose", "adequate dose"),
)

taken_as_agreed = YesNo(
    id="taken_as_agreed",
    label="Taken as agreed",
    question="Was it taken as agreed?",
    help="Yes: confirmed by talk, refills or a blood level. No: doses were missed often enough to "
    "matter.",
    section=TREATMENT.id,
    synonyms=("adherence", "compliance"),
)

_LUPUS_VASCULITIS_MYOPATHY = LUPUS | VASCULITIS | _MYOPATHY

treatments = Table(
    id="treatments",
    label="Treatments so far",
    question="Which treatments were tried, how, and with what outcome?",
    help="One row for each treatment. A row or a field that is left out is unknown, not no.",
    section=TREATMENT.id,
    key="treatment",
    rows=Treatment,
    columns=(outcome, weeks, full_dose, taken_as_agreed),
    rows_for=(
        (Treatment.HYDROXYCHLOROQUINE, LUPUS),
        (Treatment.GLUCOCORTICOID, NOT_MULTIPLE_SCLEROSIS),
        (Treatment.MYCOPHENOLATE, _LUPUS_VASCULITIS_MYOPATHY | _ARTHRITIS),
        (Treatment.AZATHIOPRINE, _LUPUS_VASCULITIS_MYOPATHY),
        (Treatment.METHOTREXATE, _LUPUS_VASCULITIS_MYOPATHY | _ARTHRITIS),
        (Treatment.CALCINEURIN_INHIBITOR, LUPUS | _MYOPATHY),
        (Treatment.BELIMUMAB, LUPUS),
        (Treatment.ANIFROLUMAB, LUPUS),
        (Treatment.ANTI_CD20, _LUPUS_VASCULITIS_MYOPATHY | _ARTHRITIS | MULTIPLE_SCLEROSIS),
        (Treatment.CYCLOPHOSPHAMIDE, NOT_MULTIPLE_SCLEROSIS),
        (Treatment.IMMUNOGLOBULIN, _LUPUS_VASCULITIS_MYOPATHY),
        (Treatment.PLASMA_EXCHANGE, LUPUS | VASCULITIS),
        (Treatment.PLATFORM_MS_DRUG, MULTIPLE_SCLEROSIS),
        (Treatment.NATALIZUMAB, MULTIPLE_SCLEROSIS),
        (Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB, MULTIPLE_SCLEROSIS),
        (Treatment.STEM_CELL_TRANSPLANTATION, MULTIPLE_SCLEROSIS),
        (Treatment.LEFLUNOMIDE_OR_SULFASALAZINE, _ARTHRITIS),
        (Treatment.TNF_INHIBITOR, _ARTHRITIS),
        (Treatment.ABATACEPT, _ARTHRITIS | _MYOPATHY),
        (Treatment.IL6_INHIBITOR, _ARTHRITIS),
        (Treatment.JAK_INHIBITOR, _ARTHRITIS),
        (Treatment.MEPOLIZUMAB, _OTHER_VASCULITIS),
    ),
    synonyms=("history", "ladder", "previous treatment", "DMARD", "DMT", "biologic"),
)

prednisone = Measurement(
    id="prednisone",
    label="Prednisone",
    question="How much prednisone is taken now?",
    help="Enter the present dose by mouth, other glucocorticoids converted to prednisone; 0 if "
    "none.",
    section=TREATMENT.id,
    unit="mg/day",
    hard=Limits(0, 2000),
    soft=Limits(0, 250),
    synonyms=("prednisolone", "steroid", "glucocorticoid", "cortisone"),
)

prior_cyclophosphamide = Measurement(
    id="prior_cyclophosphamide",
    label="Cyclophosphamide so far",
    question="How much cyclophosphamide has there been in this lifetime?",
    help="Enter the sum of all courses, for any disease. 0 only if it is certain that there was "
    "none; not recorded is unknown.",
    section=TREATMENT.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="g",
    hard=Limits(0, 300),
    soft=Limits(high=150),
    synonyms=("cumulative dose", "lifetime dose", "Endoxan", "Cytoxan"),
)

prior_mitoxantrone = Measurement(
    id="prior_mitoxantrone",
    label="Mitoxantrone so far",
    question="How much mitoxantrone has there been in this lifetime?",
    help="Enter the sum of all doses, for any disease. 0 only if it is certain that there was "
    "none; not recorded is unknown.",
    section=TREATMENT.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="mg/m²",
    hard=Limits(0, 300),
    soft=Limits(high=200),
    synonyms=("cumulative dose", "lifetime dose", "Novantrone"),
)

mitoxantrone_course = Choice(
    id="mitoxantrone_course",
    label="Mitoxantrone course",
    question="Has mitoxantrone been given before, and is a course running?",
    help="Stopped covers a course that was finished and one that was interrupted, however long "
    "ago.",
    section=TREATMENT.id,
    applies_to=MULTIPLE_SCLEROSIS,
    options=MitoxantroneCourse,
    synonyms=("re-initiation", "interrupted", "Novantrone"),
)

anthracycline_or_chest_radiotherapy = YesNo(
    id="anthracycline_or_chest_radiotherapy",
    label="Anthracycline or chest radiotherapy before",
    question="Has there been an anthracycline or radiotherapy to the chest?",
    help="Yes: either, at any time and for any disease. No: asked, and neither.",
    section=TREATMENT.id,
    synonyms=("doxorubicin", "epirubicin", "mediastinal", "radiation"),
)

on_cyclophosphamide = YesNo(
    id="on_cyclophosphamide",
    label="On cyclophosphamide now",
    question="Is a course of cyclophosphamide running now?",
    help="Yes: also between two pulses. No: not begun, or ended.",
    section=TREATMENT.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    synonyms=("current course", "induction"),
)

cyclophosphamide_months = Measurement(
    id="cyclophosphamide_months",
    label="Months of this cyclophosphamide course",
    question="For how many months has the present course of cyclophosphamide run?",
    help="Enter the months since the first dose of this course; 0 if it has only begun.",
    section=TREATMENT.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="months",
    hard=Limits(0, 600),
    soft=Limits(0, 60),
    synonyms=("duration", "induction", "end date"),
)

planned_regimen = Choice(
    id="planned_regimen",
    label="Regimen under discussion",
    question="Which regimen is under discussion?",
    help="Only for the view of doses and limits; it changes no indication.",
    section=TREATMENT.id,
    options=PlannedRegimen,
    synonyms=("protocol", "CYCLOPS", "NIH", "pulse"),
)

planned_dose = Measurement(
    id="planned_dose",
    label="Single dose under discussion",
    question="How large is the single dose under discussion?",
    help="Enter the dose of one pulse, or of one day for tablets, in mg in all (not mg for each "
    "kg or m²).",
    section=TREATMENT.id,
    unit="mg",
    hard=Limits(0, 4000),
    soft=Limits(0, 3000),
    synonyms=("dose", "pulse"),
)

methotrexate_frequency = Choice(
    id="methotrexate_frequency",
    label="How often methotrexate is taken",
    question="How often is methotrexate taken, or to be taken?",
    help="As it stands on the prescription. Leave unknown if there is no methotrexate.",
    section=TREATMENT.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    options=MethotrexateFrequency,
    synonyms=("weekly", "daily", "MTX"),
)

medicines = MultiChoice(
    id="medicines",
    label="Other medicines",
    question="Which of these medicines does the patient take, or is to have?",
    help="Those that are not chosen count as not taken; choose unknown if the list is not "
    "complete.",
    section=TREATMENT.id,
    options=Medicine,
    synonyms=("interaction", "co-medication", "drug list", "vaccine"),
)

GIVEN = (
    Outcome.IN_PROGRESS,
    Outcome.WORKED,
    Outcome.PARTIAL,
    Outcome.FAILED,
    Outcome.NOT_TOLERATED,
)
"""The outcomes of a treatment that was given."""

NOT_GIVEN = tuple(each for each in Outcome if each not in GIVEN)

MS_DRUGS = (
    Treatment.PLATFORM_MS_DRUG,
    Treatment.ANTI_CD20,
    Treatment.NATALIZUMAB,
    Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
)
MS_DRUG_GIVEN = any_of(*(treatments.cell(drug, outcome).is_one_of(*GIVEN) for drug in MS_DRUGS))
NO_MS_DRUG_GIVEN = all_of(
    *(treatments.cell(drug, outcome).is_one_of(*NOT_GIVEN) for drug in MS_DRUGS)
)

TREATMENT_FINDINGS = (
    treatments,
    prednisone,
    prior_cyclophosphamide,
    prior_mitoxantrone,
    mitoxantrone_course,
    anthracycline_or_chest_radiotherapy,
    on_cyclophosphamide,
    cyclophosphamide_months,
    planned_regimen,
    planned_dose,
    methotrexate_frequency,
    medicines,
)
