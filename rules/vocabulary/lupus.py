"""Lupus in detail: activity, biopsy, brain and blood."""

from engine.language import Choice, Limits, Measurement, MultiChoice, Option
from rules.vocabulary.options import LUPUS
from rules.vocabulary.sections import LUPUS_DETAILS


class NephritisClass(Option):
    """The class of lupus nephritis on the biopsy."""

    NONE = "none", "no nephritis", "Urine and kidney function give no reason for a biopsy."
    I = "i", "class I"  # noqa: E741  (the class is called so)
    II = "ii", "class II"
    III = "iii", "class III"
    IV = "iv", "class IV"
    V = "v", "class V"
    III_V = "iii_v", "class III and V"
    IV_V = "iv_v", "class IV and V"
    VI = "vi", "class VI"
    NOT_BIOPSIED = "not_biopsied", "nephritis suspected, no biopsy"


class NeuropsychiatricMechanism(Option):
    """What lies behind neuropsychiatric signs."""

    NOT_PRESENT = "not_present", "no neuropsychiatric signs"
    INFLAMMATORY = "inflammatory", "inflammatory"
    THROMBOTIC = "thrombotic", "thrombotic", "Antiphospholipid antibodies and vessel occlusion."
    MIXED = "mixed", "inflammatory and thrombotic"
    OTHER_CAUSE = "other_cause", "another cause than lupus"


class HaematologicalEmergency(Option):
    """Blood emergencies that lupus itself causes."""

    SEVERE_THROMBOCYTOPENIA = "severe_thrombocytopenia", "severe thrombocytopenia"
    SEVERE_HAEMOLYTIC_ANAEMIA = (
        "severe_haemolytic_anaemia",
        "severe autoimmune haemolytic anaemia",
    )
    THROMBOTIC_MICROANGIOPATHY = (
        "thrombotic_microangiopathy",
        "thrombotic microangiopathy or TTP",
    )
    HAEMOPHAGOCYTOSIS = (
        "haemophagocytosis",
        "haemophagocytic syndrome",
        "",
        "a haemophagocytic syndrome",
    )
    MAJOR_BLEEDING = "major_bleeding", "major bleeding"


sledai_2k = Measurement(
    id="sledai_2k",
    label="SLEDAI-2K",
    question="What is the SLEDAI-2K score?",
    help="Counts what is reversible and due to lupus; drug effects and scars do not score.",
    section=LUPUS_DETAILS.id,
    applies_to=LUPUS,
    unit="points",
    hard=Limits(0, 105),
    soft=Limits(0, 60),
    whole=True,
    synonyms=("activity", "score", "flare"),
    subject="the SLEDAI-2K score",
)

nephritis_class = Choice(
    id="nephritis_class",
    label="Lupus nephritis class",
    question="What did the kidney biopsy show?",
    help="The class of the biopsy, or that there is no sign of nephritis.",
    section=LUPUS_DETAILS.id,
    applies_to=LUPUS,
    options=NephritisClass,
    synonyms=("biopsy", "ISN/RPS", "nephritis", "class IV"),
    said=(
        (NephritisClass.NONE, "there is no sign of lupus nephritis"),
        (NephritisClass.I, "the kidney biopsy shows class I lupus nephritis"),
        (NephritisClass.II, "the kidney biopsy shows class II lupus nephritis"),
        (NephritisClass.III, "the kidney biopsy shows class III lupus nephritis"),
        (NephritisClass.IV, "the kidney biopsy shows class IV lupus nephritis"),
        (NephritisClass.V, "the kidney biopsy shows class V lupus nephritis"),
        (NephritisClass.III_V, "the kidney biopsy shows class III and V lupus nephritis"),
        (NephritisClass.IV_V, "the kidney biopsy shows class IV and V lupus nephritis"),
        (NephritisClass.VI, "the kidney biopsy shows class VI lupus nephritis"),
        (NephritisClass.NOT_BIOPSIED, "lupus nephritis is suspected but there is no biopsy"),
    ),
)

neuropsychiatric_mechanism = Choice(
    id="neuropsychiatric_mechanism",
    label="Neuropsychiatric mechanism",
    question="What causes the neuropsychiatric signs?",
    help="Inflammation and thrombosis need different treatment, so the mechanism comes first.",
    section=LUPUS_DETAILS.id,
    applies_to=LUPUS,
    options=NeuropsychiatricMechanism,
    synonyms=("NPSLE", "stroke", "antiphospholipid", "myelitis"),
    subject="the mechanism of the neuropsychiatric signs",
    said=(
        (NeuropsychiatricMechanism.NOT_PRESENT, "there are no neuropsychiatric signs"),
        (
            NeuropsychiatricMechanism.OTHER_CAUSE,
            "the neuropsychiatric signs have a cause other than lupus",
        ),
    ),
)

haematological_emergency = MultiChoice(
    id="haematological_emergency",
    label="Blood emergency",
    question="Which blood emergency does lupus cause?",
    help="Only what is due to the lupus itself; a low count from a drug does not belong here.",
    section=LUPUS_DETAILS.id,
    applies_to=LUPUS,
    options=HaematologicalEmergency,
    synonyms=("AIHA", "TMA", "TTP", "HLH", "platelets", "bleeding"),
    said=("lupus is causing {option}", "lupus is not causing {option}"),
)

LUPUS_FINDINGS = (
    sledai_2k,
    nephritis_class,
    neuropsychiatric_mechanism,
    haematological_emergency,
)
