"""What stands beside a verdict about team, missing data and urgency."""

from engine.language import Flag, Topic
from rules.reference.flagging import reference_flag
from rules.vocabulary.governance import multidisciplinary_review
from rules.vocabulary.treatments import treatments


def _team(name: str, who: str) -> Flag:
    return reference_flag(
        name,
        "who takes part",
        Topic.TEAM,
        f"{who} The decision is weighed together, and recorded.",
        multidisciplinary_review.id,
    )


LUPUS_TEAM = _team(
    "team_lupus",
    "With lupus: rheumatology and nephrology, haematology or neurology by organ, pharmacy, and "
    "infection and reproductive medicine where they are asked.",
)
VASCULITIS_TEAM = _team(
    "team_vasculitis",
    "With vasculitis: an expert centre, nephrology, lung medicine or neurology by organ, infection "
    "medicine and pharmacy.",
)
SCLEROSIS_TEAM = _team(
    "team_sclerosis",
    "With mitoxantrone: neurology with experience of it, cardiology, haematology and pharmacy.",
)
LUNG_TEAM = _team(
    "team_lung",
    "With lungs that fail rapidly: lung medicine and intensive care, rheumatology, infection "
    "medicine.",
)
JOINTS_MUSCLES_TEAM = _team(
    "team_joints_muscles",
    "With arthritis or myopathy: rheumatology, and neurology for muscles; lung medicine where "
    "lungs take part, infection medicine, pharmacy, and obstetrics or reproductive medicine where "
    "they are asked.",
)
SEVERITY_LUPUS = reference_flag(
    "missing_severity_lupus",
    "severity cannot be told yet",
    Topic.BEFORE_TREATMENT,
    "To tell severity by criteria: the class of the biopsy, the organs that are threatened, "
    "SLEDAI-2K, creatinine and the protein in the urine. Silence is not mild.",
)
SEVERITY_VASCULITIS = reference_flag(
    "missing_severity_vasculitis",
    "severity cannot be told yet: ask today",
    Topic.URGENT,
    "Whether an organ is threatened is not recorded, or not for every organ: lungs, kidneys, "
    "nerves, heart, gut, limbs, eyes. Look today; waiting may harm.",
)
SEVERITY_ARTHRITIS = reference_flag(
    "missing_severity_arthritis",
    "severity cannot be told yet",
    Topic.BEFORE_TREATMENT,
    "To tell severity by criteria: DAS28, damage on films within a year, and whether there is "
    "vasculitis, inflammation of the eye, a lung disease and its course, or another organ that "
    "is threatened. Silence is not mild.",
)
SEVERITY_MYOPATHY = reference_flag(
    "missing_severity_myopathy",
    "severity cannot be told yet",
    Topic.BEFORE_TREATMENT,
    "To tell severity by criteria: the weakest muscle grade, swallowing, breathing, aspiration, "
    "the heart, the course of lung disease, and other organs that are threatened. Silence is not "
    "mild.",
)
CHECKLIST_CYC = reference_flag(
    "missing_checklist_cyclophosphamide",
    "the checklist before cyclophosphamide is open",
    Topic.BEFORE_TREATMENT,
    "Before cyclophosphamide: blood count and why it is low, kidney and liver function, urine, "
    "pregnancy test and contraception where pregnancy is possible, infection and temperature, "
    "hepatitis B and C, HIV, tuberculosis, varicella, chest X-ray, cancer, allergies, weight and "
    "height, lifetime dose, bladder history, other medicines, fertility, vaccines, consent, and "
    "who supervises.",
    names_missing=True,
)
CHECKLIST_MITOX = reference_flag(
    "missing_checklist_mitoxantrone",
    "the checklist before mitoxantrone is open",
    Topic.BEFORE_TREATMENT,
    "Before mitoxantrone: ejection fraction and ECG, heart history, lifetime dose, earlier "
    "anthracyclines and radiotherapy, blood count and why it is low, liver, pregnancy test and "
    "contraception where pregnancy is possible, infection and temperature, hepatitis B, "
    "tuberculosis, cancer, allergies (also to sulfite), height, weight, and the region, whose "
    "lifetime limit counts.",
    names_missing=True,
)
TIME_CRITICAL = reference_flag(
    "time_critical",
    "time-critical: what is open for safety delays treatment unnoticed",
    Topic.URGENT,
    "Life is in danger, and what safety asks is still open: settle it now, not tomorrow. Bridges "
    "meanwhile: glucocorticoid pulses, immunoglobulin, plasma exchange, or rituximab, by disease.",
    names_missing=True,
)
NOT_YET_REFRACTORY = reference_flag(
    "not_yet_refractory",
    "it cannot be called refractory yet",
    Topic.SAFETY,
    "A treatment is said to have failed, but its dose or duration was too little, it was not taken "
    "as agreed, or one of these is not known. Adequate is the right dose, long enough, and taken.",
    names_rows_of=treatments.id,
)
NOT_TOLERATED = reference_flag(
    "not_tolerated_is_not_failed",
    "not tolerated is not failed",
    Topic.SAFETY,
    "The disease is called unresponsive, and a treatment was stopped for side effects: it is "
    "unavailable, its effect is unknown, and it does not count as failed.",
    names_rows_of=treatments.id,
)
FLAGS = (
    LUPUS_TEAM,
    VASCULITIS_TEAM,
    SCLEROSIS_TEAM,
    LUNG_TEAM,
    JOINTS_MUSCLES_TEAM,
    SEVERITY_LUPUS,
    SEVERITY_VASCULITIS,
    SEVERITY_ARTHRITIS,
    SEVERITY_MYOPATHY,
    CHECKLIST_CYC,
    CHECKLIST_MITOX,
    TIME_CRITICAL,
    NOT_YET_REFRACTORY,
    NOT_TOLERATED,
)
