"""Heart, bladder, cancer and allergy: what decides whether a drug may be used at all."""

from engine.language import Choice, Code, Limits, Measurement, MultiChoice, Option, YesNo
from rules.vocabulary.options import MULTIPLE_SCLEROSIS, NOT_MULTIPLE_SCLEROSIS
from rules.vocabulary.sections import HEART

_LVEF = (Code("LOINC", "10230-1"),)


class UrinaryFindings(Option):
    """What the urine shows, with the source of any blood."""

    NORMAL = "normal", "no blood"
    GLOMERULAR_HAEMATURIA = (
        "glomerular_haematuria",
        "blood from the kidney",
        "Misshapen red cells or red cell casts, mostly with protein.",
    )
    NON_GLOMERULAR_HAEMATURIA = (
        "non_glomerular_haematuria",
        "blood not from the kidney",
        "Normal red cells without casts: bladder or urinary tract until shown otherwise.",
    )
    HAEMORRHAGIC_CYSTITIS = "haemorrhagic_cystitis", "haemorrhagic cystitis"


class Malignancy(Option):
    """Cancer now or before."""

    NONE = "none", "none"
    CURRENT = "current", "current"
    PAST_BLADDER = "past_bladder", "bladder cancer in the past"
    PAST_OTHER = "past_other", "another cancer in the past"


class Hypersensitivity(Option):
    """Drugs and additives to which there was a hypersensitivity reaction."""

    CYCLOPHOSPHAMIDE = (
        "cyclophosphamide",
        "cyclophosphamide",
        "Or another alkylating drug.",
        "cyclophosphamide or another alkylating drug",
    )
    MITOXANTRONE = "mitoxantrone", "mitoxantrone"
    METHOTREXATE = "methotrexate", "methotrexate"
    SULFONAMIDE = "sulfonamide", "sulfonamide", "Such as sulfamethoxazole.", "a sulfonamide"
    SULFITE = "sulfite", "sulfite", "Metabisulfite, an additive of some infusions.", "a sulfite"
    RITUXIMAB = "rituximab", "rituximab"


lvef = Measurement(
    id="lvef",
    label="Left ventricular ejection fraction",
    question="What is the left ventricular ejection fraction now?",
    help="Enter the latest value by echocardiography or MUGA scan.",
    section=HEART.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="%",
    hard=Limits(5, 90),
    soft=Limits(10, 85),
    synonyms=("LVEF", "ejection fraction", "echocardiography", "MUGA"),
    codes=_LVEF,
)

lvef_baseline = Measurement(
    id="lvef_baseline",
    label="Ejection fraction before the first dose",
    question="What was the ejection fraction before the first dose of mitoxantrone?",
    help="Enter the value from before the course; before any dose it is the present one.",
    section=HEART.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="%",
    hard=Limits(5, 90),
    soft=Limits(10, 85),
    synonyms=("LVEF", "baseline"),
    codes=_LVEF,
    subject="the ejection fraction before the first dose of mitoxantrone",
)

lvef_lower_limit = Measurement(
    id="lvef_lower_limit",
    label="Laboratory's lower limit of the ejection fraction",
    question="From which ejection fraction on does this laboratory call it normal?",
    help="Enter the lower limit of normal that the report names.",
    section=HEART.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="%",
    hard=Limits(40, 70),
    synonyms=("LVEF", "LLN", "lower limit of normal"),
    subject="the laboratory's lower limit of normal for the ejection fraction",
)

lvef_age_weeks = Measurement(
    id="lvef_age_weeks",
    label="Age of the ejection fraction",
    question="How many weeks ago was the ejection fraction measured?",
    help="Enter whole or part weeks since the latest measurement; 0 for this week.",
    section=HEART.id,
    applies_to=MULTIPLE_SCLEROSIS,
    unit="weeks",
    hard=Limits(0, 5000),
    soft=Limits(0, 1000),
    synonyms=("LVEF", "date"),
    said="the ejection fraction was measured {value} ago",
)

heart_failure_history = YesNo(
    id="heart_failure_history",
    label="Heart failure or significant heart disease",
    question="Is there, or was there, heart failure or another significant heart disease?",
    help="Yes: now or at any time. No: asked and examined, and none.",
    section=HEART.id,
    synonyms=("CHF", "cardiomyopathy", "cardiac"),
    codes=(Code("ICD-10", "I50"),),
    said=(
        "the patient has or had heart failure or another significant heart disease",
        "the patient has never had heart failure or another significant heart disease",
    ),
)

urinary_outflow_obstruction = YesNo(
    id="urinary_outflow_obstruction",
    label="Obstructed urine outflow",
    question="Is the outflow of urine obstructed?",
    help="Yes: retention, stricture, stone or the like. No: asked, and the bladder empties.",
    section=HEART.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    synonyms=("retention", "prostate", "hydronephrosis"),
    said=("the outflow of urine is obstructed", "the outflow of urine is not obstructed"),
)

urinary_findings = Choice(
    id="urinary_findings",
    label="Blood in the urine",
    question="Does the urine contain blood, and from where?",
    help="Nephritis bleeds too: misshapen cells or casts point to the kidney, normal cells to the "
    "bladder.",
    section=HEART.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    options=UrinaryFindings,
    synonyms=("haematuria", "cystitis", "urinalysis", "bladder"),
    said=(
        (UrinaryFindings.NORMAL, "the urine contains no blood"),
        (UrinaryFindings.GLOMERULAR_HAEMATURIA, "the urine contains blood from the kidney"),
        (
            UrinaryFindings.NON_GLOMERULAR_HAEMATURIA,
            "the urine contains blood that is not from the kidney",
        ),
        (UrinaryFindings.HAEMORRHAGIC_CYSTITIS, "there is haemorrhagic cystitis"),
    ),
)

malignancy = Choice(
    id="malignancy",
    label="Cancer",
    question="Is there, or was there, a cancer?",
    help="None: asked, and screening for age is up to date. Small skin cancers that were removed "
    "count as another cancer in the past.",
    section=HEART.id,
    options=Malignancy,
    synonyms=("cancer", "tumour", "leukaemia", "lymphoma"),
    codes=(Code("ICD-10", "C00-C97"),),
    said=(
        (Malignancy.NONE, "the patient has never had cancer"),
        (Malignancy.CURRENT, "the patient has cancer now"),
        (Malignancy.PAST_BLADDER, "the patient had bladder cancer in the past"),
        (Malignancy.PAST_OTHER, "the patient had a cancer other than bladder cancer in the past"),
    ),
)

hypersensitivity = MultiChoice(
    id="hypersensitivity",
    label="Hypersensitivity",
    question="To which of these was there a hypersensitivity reaction?",
    help="Those that are not chosen count as no; choose unknown if allergies were not asked for.",
    section=HEART.id,
    options=Hypersensitivity,
    synonyms=("allergy", "anaphylaxis", "sulfa", "sulfite"),
    said=(
        "there was a hypersensitivity reaction to {option}",
        "there was no hypersensitivity reaction to {option}",
    ),
)

HEART_FINDINGS = (
    lvef,
    lvef_baseline,
    lvef_lower_limit,
    lvef_age_weeks,
    heart_failure_history,
    urinary_outflow_obstruction,
    urinary_findings,
    malignancy,
    hypersensitivity,
)
