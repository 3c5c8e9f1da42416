"""Rheumatoid arthritis in detail: joints, and what the disease does beyond them."""

from engine.language import Limits, Measurement, MultiChoice, Option, YesNo
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.sections import ARTHRITIS_DETAILS

ARTHRITIS = frozenset({Diagnosis.RHEUMATOID_ARTHRITIS.value})


class ExtraArticular(Option):
    """What rheumatoid disease does beyond the joints."""

    SYSTEMIC_VASCULITIS = (
        "systemic_vasculitis",
        "systemic rheumatoid vasculitis",
        "Nerves, digits, gut or skin through inflamed vessels.",
    )
    INTERSTITIAL_LUNG_DISEASE = "interstitial_lung_disease", "interstitial lung disease"
    SCLERITIS_OR_KERATITIS = "scleritis_or_keratitis", "scleritis or peripheral keratitis"


das28 = Measurement(
    id="das28",
    label="Joint activity (DAS28-ESR)",
    question="What is the DAS28 with the sedimentation rate?",
    help="The score counts 28 joints, the sedimentation rate and the patient's own view.",
    section=ARTHRITIS_DETAILS.id,
    applies_to=ARTHRITIS,
    unit="points",
    hard=Limits(0, 10),
    synonyms=("DAS28", "activity", "joints"),
    subject="the DAS28-ESR",
)

extra_articular = MultiChoice(
    id="extra_articular",
    label="Beyond the joints",
    question="What does the disease do beyond the joints?",
    help="Active disease only; scars of earlier years do not count.",
    section=ARTHRITIS_DETAILS.id,
    applies_to=ARTHRITIS,
    options=ExtraArticular,
    synonyms=("vasculitis", "ILD", "lung", "eye", "scleritis"),
    said=(
        "the rheumatoid disease is causing {option}",
        "the rheumatoid disease is not causing {option}",
    ),
)

synovitis_confirmed = YesNo(
    id="synovitis_confirmed",
    label="Joint inflammation confirmed",
    question="Is inflammation of the joints confirmed?",
    help="Yes: by examination, ultrasound or MRI. No: looked for, and the pain has another cause.",
    section=ARTHRITIS_DETAILS.id,
    applies_to=ARTHRITIS,
    synonyms=("synovitis", "ultrasound", "fibromyalgia"),
    said=(
        "inflammation of the joints is confirmed",
        "no inflammation of the joints was found and the pain has another cause",
    ),
)

sharp_score_change = Measurement(
    id="sharp_score_change",
    label="Joint damage in one year",
    question="By how much did the van der Heijde-modified Sharp score rise in one year?",
    help="Points gained between two films about a year apart.",
    section=ARTHRITIS_DETAILS.id,
    applies_to=ARTHRITIS,
    unit="points",
    hard=Limits(0, 100),
    synonyms=("Sharp", "erosions", "X-ray", "radiographic"),
    said="the modified Sharp score rose by {value} in one year",
)

ARTHRITIS_FINDINGS = (das28, extra_articular, synovitis_confirmed, sharp_score_change)
