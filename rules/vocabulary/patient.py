"""Who the patient is, beyond age: what doses, limits and labels depend on."""

from engine.language import Choice, Code, Limits, Measurement, Option, YesNo
from rules.vocabulary.sections import PATIENT


class Region(Option):
    """Whose label and guideline wording applies."""

    US = "us", "United States"
    EU = "eu", "European Union"
    UK = "uk", "United Kingdom"
    OTHER = "other", "elsewhere"


class SexAtBirth(Option):
    """Needed by the kidney function equation; asks nothing about pregnancy."""

    FEMALE = "female", "female"
    MALE = "male", "male"
    INTERSEX = "intersex", "intersex"


region = Choice(
    id="region",
    label="Region",
    question="Whose drug labels apply?",
    help="Labels differ, for instance on how much mitoxantrone may be given in a lifetime.",
    section=PATIENT.id,
    options=Region,
    synonyms=("country", "label", "US", "EU", "UK"),
    said=(
        (Region.US, "the drug labels of the United States apply"),
        (Region.EU, "the drug labels of the European Union apply"),
        (Region.UK, "the drug labels of the United Kingdom apply"),
        (Region.OTHER, "drug labels from outside the US, the EU and the UK apply"),
    ),
)

sex_at_birth = Choice(
    id="sex_at_birth",
    label="Sex at birth",
    question="What was the sex at birth?",
    help="For the kidney function equation only; whether pregnancy is possible is asked apart.",
    section=PATIENT.id,
    options=SexAtBirth,
    synonyms=("gender", "female", "male"),
    subject="the patient's sex at birth",
)

height = Measurement(
    id="height",
    label="Height",
    question="How tall is the patient?",
    help="In centimetres; needed for the body surface.",
    section=PATIENT.id,
    unit="cm",
    hard=Limits(40, 250),
    soft=Limits(100, 220),
    synonyms=("size", "body surface"),
    codes=(Code("LOINC", "8302-2"),),
    said="the patient is {value} tall",
)

weight = Measurement(
    id="weight",
    label="Weight",
    question="How much does the patient weigh?",
    help="In kilograms; needed for doses and the body surface.",
    section=PATIENT.id,
    unit="kg",
    hard=Limits(2, 350),
    soft=Limits(30, 200),
    synonyms=("mass", "body surface"),
    codes=(Code("LOINC", "29463-7"),),
    said="the patient weighs {value}",
)

mimics_excluded = YesNo(
    id="mimics_excluded",
    label="Mimics excluded",
    question="Have infection, cancer, drugs, thrombosis and old damage been considered as the "
    "cause?",
    help="Yes: each was looked for and does not explain the picture. No: at least one is open.",
    section=PATIENT.id,
    synonyms=("infection", "malignancy", "damage", "differential diagnosis"),
    said=(
        "infection, cancer, drugs, thrombosis and old damage have been ruled out as the cause",
        "infection, cancer, drugs, thrombosis and old damage are not all ruled out as the cause",
    ),
)

PATIENT_FINDINGS = (region, sex_at_birth, height, weight, mimics_excluded)
