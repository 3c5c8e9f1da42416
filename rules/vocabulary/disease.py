"""The patient and the disease as the clinician judges it, in the document's own words."""

from engine.language import Choice, Limits, Measurement, YesNo
from rules.vocabulary.options import (
    ARTHRITIS_OR_MYOPATHY,
    LUPUS,
    MULTIPLE_SCLEROSIS,
    NOT_MULTIPLE_SCLEROSIS,
    Diagnosis,
    Severity,
)
from rules.vocabulary.sections import DISEASE, PATIENT

diagnosis = Choice(
    id="diagnosis",
    label="Diagnosis",
    question="What is the diagnosis?",
    help="Decides which paragraph of the document speaks of this patient.",
    section=PATIENT.id,
    options=Diagnosis,
    synonyms=("disease", "SLE", "lupus", "MS", "RA", "vasculitis", "Behçet", "myositis", "Wegener"),
    said=(
        (
            Diagnosis.OTHER_VASCULITIS,
            "the diagnosis is an autoimmune vasculitis other than GPA and MPA",
        ),
        (
            Diagnosis.OTHER_AUTOIMMUNE,
            "the diagnosis is an autoimmune disease that the document does not list",
        ),
    ),
)

age = Measurement(
    id="age",
    label="Age",
    question="How old is the patient?",
    help="Of the document no rule reads it: the document says nothing about age. Published "
    "criteria use it for kidney function and dose tables.",
    section=PATIENT.id,
    unit="years",
    hard=Limits(0, 120),
    soft=Limits(18, 90),
    whole=True,
    synonyms=("years", "old"),
    said="the patient is {value} old",
)

severity = Choice(
    id="severity",
    label="Severity",
    question="How severe is the disease, as the clinician judges it?",
    help="The document speaks of severe disease and gives no threshold, so the judgement counts.",
    section=DISEASE.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    options=Severity,
    synonyms=("mild", "moderate", "severe", "grade"),
    subject="the disease",
)

life_threatening = YesNo(
    id="life_threatening",
    label="Life-threatening",
    question="Is the disease life-threatening now?",
    help="Yes: it threatens life, as judged by the clinician. No: asked and judged not to.",
    section=DISEASE.id,
    synonyms=("danger", "organ", "emergency", "critical"),
    said=("the disease threatens life", "the disease does not threaten life"),
)

kidney_failure = YesNo(
    id="kidney_failure",
    label="Kidney failure from lupus nephritis",
    question="Has lupus nephritis led to kidney failure?",
    help="The document names it as a life-threatening complication of lupus, so yes implies "
    "that. No: also nephritis with kidneys that still work.",
    section=DISEASE.id,
    applies_to=LUPUS,
    synonyms=("renal", "nephritis", "kidney"),
    said=(
        "lupus nephritis has led to kidney failure",
        "there is no kidney failure from lupus nephritis",
    ),
)

severe_haematological_abnormality = YesNo(
    id="severe_haematological_abnormality",
    label="Severe haematological abnormality",
    question="Is there a severe blood abnormality due to lupus?",
    help="The document names it as a life-threatening complication of lupus, so yes implies "
    "that. No: none, or none that is severe.",
    section=DISEASE.id,
    applies_to=LUPUS,
    synonyms=("blood", "platelets", "haemolysis", "hematologic", "cytopenia"),
    said=(
        "there is a severe blood abnormality due to lupus",
        "there is no severe blood abnormality due to lupus",
    ),
)

highly_active = YesNo(
    id="highly_active",
    label="Aggressive or highly active",
    question="Is the multiple sclerosis aggressive or highly active?",
    help="The document gives no threshold, so the clinician's judgement counts. No: judged to "
    "be neither.",
    section=DISEASE.id,
    applies_to=MULTIPLE_SCLEROSIS,
    synonyms=("relapse", "aggressive", "active", "MS"),
    said=(
        "the multiple sclerosis is aggressive or highly active",
        "the multiple sclerosis is neither aggressive nor highly active",
    ),
)

rapidly_progressing = YesNo(
    id="rapidly_progressing",
    label="Rapidly progressing",
    question="Is the disease progressing rapidly?",
    help="The document gives no pace, so the clinician's judgement counts. No: stable, or "
    "progressing slowly.",
    section=DISEASE.id,
    applies_to=ARTHRITIS_OR_MYOPATHY,
    synonyms=("fast", "progression", "worsening"),
    said=("the disease is progressing rapidly", "the disease is not progressing rapidly"),
)
