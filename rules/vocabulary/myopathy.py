"""Autoimmune myopathy in detail: subtype, antibodies, muscles; and the lungs, also in arthritis."""

from engine.language import Choice, Limits, Measurement, MultiChoice, Option
from rules.vocabulary.options import ARTHRITIS_OR_MYOPATHY, Diagnosis
from rules.vocabulary.sections import MYOPATHY_DETAILS

MYOPATHY = frozenset({Diagnosis.AUTOIMMUNE_MYOPATHY.value})


class MyopathySubtype(Option):
    """Which inflammatory myopathy it is."""

    DERMATOMYOSITIS = "dermatomyositis", "dermatomyositis"
    POLYMYOSITIS = "polymyositis", "polymyositis"
    NECROTISING = "necrotising", "immune-mediated necrotising myopathy"
    ANTISYNTHETASE = "antisynthetase", "antisynthetase syndrome"
    AMYOPATHIC = "amyopathic", "clinically amyopathic dermatomyositis"
    OVERLAP = "overlap", "overlap myositis"
    INCLUSION_BODY = "inclusion_body", "inclusion body myositis"


class MyositisAntibody(Option):
    """Antibodies that tell subtypes and dangers apart."""

    MDA5 = "mda5", "anti-MDA5"
    JO1_OR_OTHER_SYNTHETASE = (
        "jo1_or_other_synthetase",
        "anti-Jo-1 or another antisynthetase",
        "",
        "anti-Jo-1 or other antisynthetase",
    )
    SRP = "srp", "anti-SRP"
    HMGCR = "hmgcr", "anti-HMGCR"
    TIF1_GAMMA = "tif1_gamma", "anti-TIF1γ"
    NXP2 = "nxp2", "anti-NXP2"
    MI2 = "mi2", "anti-Mi-2"


class MyopathyDangerSign(Option):
    """What makes a myopathy dangerous."""

    DYSPHAGIA = "dysphagia", "severe dysphagia"
    RESPIRATORY_MUSCLE = (
        "respiratory_muscle",
        "failing respiratory muscles",
        "",
        "the respiratory muscles to fail",
    )
    MYOCARDITIS = "myocarditis", "myocarditis"
    ASPIRATION = "aspiration", "aspiration"


class LungDiseaseCourse(Option):
    """How an interstitial lung disease goes."""

    NONE = "none", "no interstitial lung disease"
    STABLE = "stable", "stable"
    PROGRESSIVE = "progressive", "progressive over months"
    RAPIDLY_PROGRESSIVE = (
        "rapidly_progressive",
        "rapidly progressive",
        "Rising need for oxygen within days to weeks, with no other cause.",
    )


myopathy_subtype = Choice(
    id="myopathy_subtype",
    label="Subtype of the myopathy",
    question="Which myopathy is it?",
    help="Inclusion body myositis does not respond to immunosuppression.",
    section=MYOPATHY_DETAILS.id,
    applies_to=MYOPATHY,
    options=MyopathySubtype,
    synonyms=("DM", "PM", "IMNM", "IBM", "antisynthetase"),
    subject="the myopathy",
)

myositis_antibodies = MultiChoice(
    id="myositis_antibodies",
    label="Myositis antibodies",
    question="Which myositis antibodies were found?",
    help="Those found in the blood; none if the panel was negative.",
    section=MYOPATHY_DETAILS.id,
    applies_to=MYOPATHY,
    options=MyositisAntibody,
    synonyms=("MDA5", "Jo-1", "SRP", "HMGCR", "TIF1"),
    said=("{option} antibodies were found", "no {option} antibodies were found"),
)

weakest_muscle_grade = Measurement(
    id="weakest_muscle_grade",
    label="Weakest muscle group",
    question="What is the strength of the weakest muscle group?",
    help="On the MRC scale from 0 (none) to 5 (full).",
    section=MYOPATHY_DETAILS.id,
    applies_to=MYOPATHY,
    unit="MRC grade",
    hard=Limits(0, 5),
    synonyms=("MRC", "strength", "weakness"),
    subject="the strength of the weakest muscle group",
    said="the weakest muscle group has MRC grade {number}",
)

myopathy_danger_signs = MultiChoice(
    id="myopathy_danger_signs",
    label="Danger signs of the myopathy",
    question="Which danger signs are there?",
    help="Due to the active myopathy itself.",
    section=MYOPATHY_DETAILS.id,
    applies_to=MYOPATHY,
    options=MyopathyDangerSign,
    synonyms=("swallowing", "breathing", "heart"),
    said=("the myopathy is causing {option}", "the myopathy is not causing {option}"),
)

lung_disease_course = Choice(
    id="lung_disease_course",
    label="Interstitial lung disease",
    question="How does an interstitial lung disease go?",
    help="Infection and heart failure have to be ruled out as the cause of worsening.",
    section=MYOPATHY_DETAILS.id,
    applies_to=ARTHRITIS_OR_MYOPATHY,
    options=LungDiseaseCourse,
    synonyms=("ILD", "RP-ILD", "lung", "fibrosis"),
    said=(
        (LungDiseaseCourse.NONE, "there is no interstitial lung disease"),
        (LungDiseaseCourse.PROGRESSIVE, "the interstitial lung disease is progressing over months"),
    ),
)

MYOPATHY_FINDINGS = (
    myopathy_subtype,
    myositis_antibodies,
    weakest_muscle_grade,
    myopathy_danger_signs,
    lung_disease_course,
)
