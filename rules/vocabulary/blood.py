"""Blood counts, now and at their lowest since the last dose, why they are low, and the liver."""

from decimal import Decimal

from engine.language import Choice, Code, Limits, Measurement, Option, Unit
from rules.vocabulary.sections import BLOOD

_PER_MICROLITRE = Unit("/µL", Decimal("0.001"))
_WBC = Code("LOINC", "6690-2")
_NEUTROPHILS = Code("LOINC", "751-8")


class CytopeniaCause(Option):
    """Why a count is low, as far as it is settled."""

    NO_CYTOPENIA = "no_cytopenia", "no count is low"
    DISEASE = "disease", "the autoimmune disease"
    DRUG = "drug", "a drug"
    INFECTION = "infection", "an infection"
    MARROW = "marrow", "a disease of the bone marrow"
    BENIGN_CONSTITUTIONAL = (
        "benign_constitutional",
        "lifelong and harmless",
        "For instance Duffy-null neutrophils: low all life, without infections.",
    )


wbc = Measurement(
    id="wbc",
    label="White blood cells",
    question="How many white blood cells are there now?",
    help="Enter the count of the latest blood test, before any next dose.",
    section=BLOOD.id,
    unit="×10⁹/L",
    hard=Limits(0, 200),
    soft=Limits(0.1, 100),
    other_units=(_PER_MICROLITRE,),
    synonyms=("WBC", "leukocytes", "leukopenia", "white cells"),
    codes=(_WBC,),
    subject="the white blood cell count",
)

neutrophils = Measurement(
    id="neutrophils",
    label="Neutrophils",
    question="How many neutrophils are there now?",
    help="Enter the absolute count of the latest blood test, before any next dose.",
    section=BLOOD.id,
    unit="×10⁹/L",
    hard=Limits(0, 150),
    soft=Limits(0, 80),
    other_units=(_PER_MICROLITRE,),
    synonyms=("ANC", "granulocytes", "neutropenia"),
    codes=(_NEUTROPHILS,),
    subject="the neutrophil count",
)

platelets = Measurement(
    id="platelets",
    label="Platelets",
    question="How many platelets are there now?",
    help="Enter the count of the latest blood test, before any next dose.",
    section=BLOOD.id,
    unit="×10⁹/L",
    hard=Limits(0, 2000),
    soft=Limits(1, 1200),
    other_units=(_PER_MICROLITRE,),
    synonyms=("thrombocytes", "thrombocytopenia", "PLT"),
    codes=(Code("LOINC", "777-3"),),
    subject="the platelet count",
)

haemoglobin = Measurement(
    id="haemoglobin",
    label="Haemoglobin",
    question="How high is haemoglobin?",
    help="Enter the value of the latest blood test.",
    section=BLOOD.id,
    unit="g/L",
    hard=Limits(20, 250),
    soft=Limits(30, 220),
    other_units=(Unit("g/dL", Decimal(10)),),
    synonyms=("Hb", "hemoglobin", "anaemia"),
    codes=(Code("LOINC", "718-7"),),
)

nadir_wbc = Measurement(
    id="nadir_wbc",
    label="Lowest white blood cells since the last dose",
    question="How low did the white blood cells fall after the last dose?",
    help="Enter the lowest count since the last dose, usually 8 to 14 days after it. Leave unknown "
    "if there was no dose yet.",
    section=BLOOD.id,
    unit="×10⁹/L",
    hard=Limits(0, 200),
    soft=Limits(0, 100),
    other_units=(_PER_MICROLITRE,),
    synonyms=("nadir", "leukopenia"),
    codes=(_WBC,),
    subject="the lowest white blood cell count since the last dose",
)

nadir_neutrophils = Measurement(
    id="nadir_neutrophils",
    label="Lowest neutrophils since the last dose",
    question="How low did the neutrophils fall after the last dose?",
    help="Enter the lowest absolute count since the last dose. Leave unknown if there was no dose "
    "yet.",
    section=BLOOD.id,
    unit="×10⁹/L",
    hard=Limits(0, 150),
    soft=Limits(0, 80),
    other_units=(_PER_MICROLITRE,),
    synonyms=("nadir", "neutropenia", "ANC"),
    codes=(_NEUTROPHILS,),
    subject="the lowest neutrophil count since the last dose",
)

cytopenia_cause = Choice(
    id="cytopenia_cause",
    label="Cause of low counts",
    question="If a blood count is low, why?",
    help="No count is low: neither now nor at its lowest since the last dose. Not settled is "
    "unknown.",
    section=BLOOD.id,
    options=CytopeniaCause,
    synonyms=("cytopenia", "leukopenia", "thrombocytopenia", "Duffy", "marrow"),
    subject="the cause of the low blood counts",
    said=(
        (
            CytopeniaCause.NO_CYTOPENIA,
            "no blood count is low now or has been low since the last dose",
        ),
        (CytopeniaCause.BENIGN_CONSTITUTIONAL, "the low blood counts are lifelong and harmless"),
    ),
)

alt = Measurement(
    id="alt",
    label="ALT",
    question="How many times the upper limit of normal is ALT (or AST, if higher)?",
    help="Enter the value divided by the laboratory's upper limit: 1 is the limit itself.",
    section=BLOOD.id,
    unit="× ULN",
    hard=Limits(0, 200),
    soft=Limits(0, 100),
    synonyms=("liver", "transaminase", "AST", "hepatic"),
    subject="the higher of ALT and AST",
)

BLOOD_FINDINGS = (
    wbc,
    neutrophils,
    platelets,
    haemoglobin,
    nadir_wbc,
    nadir_neutrophils,
    cytopenia_cause,
    alt,
)
