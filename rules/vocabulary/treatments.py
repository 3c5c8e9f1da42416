"""Each earlier treatment by itself, what was taken over a lifetime, and what is planned."""

from engine.language import Choice, Limits, Measurement, MultiChoice, YesNo
from rules.vocabulary.options import MULTIPLE_SCLEROSIS, NOT_MULTIPLE_SCLEROSIS
from rules.vocabulary.sections import TREATMENT
from rules.vocabulary.treatment_options import (
    Medicine,
    MethotrexateFrequency,
    MitoxantroneCourse,
    Outcome,
    PlannedRegimen,
    Treatment,
)
from rules.vocabulary.treatment_table import (
    GIVEN,
    MS_DRUG_GIVEN,
    MS_DRUGS,
    NO_MS_DRUG_GIVEN,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
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
    subject="the present dose of prednisone or equivalent",
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
    subject="the lifetime dose of cyclophosphamide so far",
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
    subject="the lifetime dose of mitoxantrone so far",
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
    said=(
        (MitoxantroneCourse.NEVER, "mitoxantrone has never been given"),
        (MitoxantroneCourse.ONGOING, "a course of mitoxantrone is under way"),
        (MitoxantroneCourse.STOPPED, "a course of mitoxantrone has ended or was interrupted"),
    ),
)

anthracycline_or_chest_radiotherapy = YesNo(
    id="anthracycline_or_chest_radiotherapy",
    label="Anthracycline or chest radiotherapy before",
    question="Has there been an anthracycline or radiotherapy to the chest?",
    help="Yes: either, at any time and for any disease. No: asked, and neither.",
    section=TREATMENT.id,
    synonyms=("doxorubicin", "epirubicin", "mediastinal", "radiation"),
    said=(
        "the patient has had an anthracycline or radiotherapy to the chest",
        "the patient has had neither an anthracycline nor radiotherapy to the chest",
    ),
)

on_cyclophosphamide = YesNo(
    id="on_cyclophosphamide",
    label="On cyclophosphamide now",
    question="Is a course of cyclophosphamide running now?",
    help="Yes: also between two pulses. No: not begun, or ended.",
    section=TREATMENT.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    synonyms=("current course", "induction"),
    said=(
        "a course of cyclophosphamide is under way",
        "no course of cyclophosphamide is under way",
    ),
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
    said="the present course of cyclophosphamide has run for {value}",
)

planned_regimen = Choice(
    id="planned_regimen",
    label="Regimen under discussion",
    question="Which regimen is under discussion?",
    help="Only for the view of doses and limits; it changes no indication.",
    section=TREATMENT.id,
    options=PlannedRegimen,
    synonyms=("protocol", "CYCLOPS", "NIH", "pulse"),
    said=(
        (
            PlannedRegimen.PULSE_PER_KG,
            "the regimen under discussion is cyclophosphamide pulses by weight",
        ),
        (
            PlannedRegimen.MONTHLY_HIGH_DOSE,
            "the regimen under discussion is monthly high-dose cyclophosphamide",
        ),
        (
            PlannedRegimen.ORAL_DAILY,
            "the regimen under discussion is daily cyclophosphamide tablets",
        ),
        (PlannedRegimen.OTHER, "the regimen under discussion is none of those listed"),
    ),
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
    said=(
        (MethotrexateFrequency.WEEKLY, "the prescription is for methotrexate once a week"),
        (MethotrexateFrequency.DAILY, "the prescription is for methotrexate every day"),
        (
            MethotrexateFrequency.OTHER,
            "the prescription is for methotrexate neither weekly nor daily",
        ),
    ),
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
    said=(
        "the patient takes or is to have {option}",
        "the patient neither takes nor is to have {option}",
    ),
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
