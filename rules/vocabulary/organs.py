"""Which organs active disease threatens, and how the kidneys do."""

from decimal import Decimal

from engine.language import Choice, Code, Limits, Measurement, MultiChoice, Option, Unit, YesNo
from rules.vocabulary.options import NOT_MULTIPLE_SCLEROSIS
from rules.vocabulary.sections import ORGANS


class OrganThreat(Option):
    """Organs that active disease, not old damage, threatens now."""

    ALVEOLAR_HAEMORRHAGE = (
        "alveolar_haemorrhage",
        "bleeding into the lungs",
        "",
        "the lungs through alveolar haemorrhage",
    )
    GLOMERULONEPHRITIS = (
        "glomerulonephritis",
        "glomerulonephritis",
        "",
        "the kidneys through glomerulonephritis",
    )
    RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS = (
        "rapidly_progressive_glomerulonephritis",
        "rapidly progressive glomerulonephritis",
        "The filtration rate falls by half or more within weeks to three months.",
        "the kidneys through rapidly progressive glomerulonephritis",
    )
    CENTRAL_NERVOUS_SYSTEM = (
        "central_nervous_system",
        "central nervous system",
        "",
        "the central nervous system",
    )
    SPINAL_CORD = "spinal_cord", "spinal cord", "", "the spinal cord"
    OPTIC_NERVE = "optic_nerve", "optic nerve", "", "the optic nerve"
    MONONEURITIS = (
        "mononeuritis",
        "mononeuritis multiplex",
        "",
        "the peripheral nerves through mononeuritis multiplex",
    )
    HEART = "heart", "heart", "", "the heart"
    MESENTERIC = "mesenteric", "gut vessels", "", "the gut vessels"
    LIMB_OR_DIGIT = "limb_or_digit", "limb or digit", "", "a limb or digit"
    SCLERA_OR_ORBIT = "sclera_or_orbit", "sclera or orbit", "", "the sclera or orbit"
    SUBGLOTTIC = (
        "subglottic",
        "critical narrowing below the glottis",
        "",
        "the airway through critical narrowing below the glottis",
    )
    PNEUMONITIS = "pneumonitis", "pneumonitis", "", "the lungs through pneumonitis"


class ActivityEvidence(Option):
    """What the claim that the disease is active rests on."""

    CLINICAL = "clinical", "clinical signs of active disease"
    SEROLOGY_ONLY = "serology_only", "serology alone", "A rising ANCA or anti-dsDNA titre only."
    FIXED_DAMAGE = "fixed_damage", "fixed damage", "Scars, not inflammation."


organ_threats = MultiChoice(
    id="organ_threats",
    label="Organ threat",
    question="Which organs does active disease threaten?",
    help="Active inflammation that may destroy the organ; old damage, infection and drugs do not "
    "count.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    options=OrganThreat,
    synonyms=("DAH", "GN", "RPGN", "CNS", "nerve", "lung", "kidney", "eye"),
    said=("active disease threatens {option}", "active disease does not threaten {option}"),
)

activity_evidence = Choice(
    id="activity_evidence",
    label="Evidence of activity",
    question="What does the claim of active disease rest on?",
    help="Antibodies alone and scars are no active disease.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    options=ActivityEvidence,
    synonyms=("serology", "ANCA", "dsDNA", "damage", "scar"),
    said=(
        (ActivityEvidence.CLINICAL, "the claim of active disease rests on clinical signs"),
        (ActivityEvidence.SEROLOGY_ONLY, "the claim of active disease rests on serology alone"),
        (ActivityEvidence.FIXED_DAMAGE, "the claim of active disease rests on fixed damage"),
    ),
)

spo2 = Measurement(
    id="spo2",
    label="Oxygen saturation",
    question="What is the oxygen saturation on room air?",
    help="In percent, measured without added oxygen.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="%",
    hard=Limits(30, 100),
    soft=Limits(60, 100),
    synonyms=("SpO2", "hypoxaemia"),
    subject="the oxygen saturation on room air",
)

creatinine = Measurement(
    id="creatinine",
    label="Serum creatinine",
    question="What is the serum creatinine?",
    help="The latest value, in either unit.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="µmol/L",
    other_units=(Unit("mg/dL", Decimal("88.4")),),
    hard=Limits(10, 3000),
    soft=Limits(20, 2000),
    synonyms=("kidney", "renal"),
    codes=(Code("LOINC", "2160-0"),),
)

creatinine_rise = Measurement(
    id="creatinine_rise",
    label="Creatinine rise within three months",
    question="By how much has creatinine risen within three months?",
    help="In percent of the earlier value; a fall is negative.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="%",
    hard=Limits(-95, 2000),
    soft=Limits(-80, 1000),
    synonyms=("RPGN", "kidney", "decline"),
    subject="the rise in creatinine within three months",
)

egfr = Measurement(
    id="egfr",
    label="Estimated filtration rate",
    question="What is the estimated glomerular filtration rate?",
    help="As reported; otherwise calculated from creatinine, age and sex for adults.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="mL/min/1.73 m²",
    hard=Limits(0, 200),
    synonyms=("eGFR", "GFR", "kidney function"),
    codes=(Code("LOINC", "98979-8"),),
    subject="the estimated glomerular filtration rate",
)

dialysis_needed = YesNo(
    id="dialysis_needed",
    label="Dialysis needed",
    question="Is dialysis needed?",
    help="Yes: on dialysis, or about to be. No: the kidneys suffice.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    synonyms=("kidney failure", "renal replacement"),
    said=("dialysis is needed", "dialysis is not needed"),
)

dialysis_weeks = Measurement(
    id="dialysis_weeks",
    label="Weeks on dialysis",
    question="For how many weeks has the patient been on dialysis?",
    help="Since the first session; leave it unknown when there was none.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="weeks",
    hard=Limits(0, 3000),
    said="the patient has been on dialysis for {value}",
)

upcr = Measurement(
    id="upcr",
    label="Urine protein to creatinine ratio",
    question="How much protein is in the urine?",
    help="The ratio of protein to creatinine in a spot or 24-hour sample.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    unit="g/g",
    other_units=(Unit("mg/mmol", Decimal("0.00885")),),
    hard=Limits(0, 40),
    soft=Limits(0, 25),
    synonyms=("UPCR", "proteinuria", "nephrotic"),
    codes=(Code("LOINC", "2890-2"),),
)

active_urinary_sediment = YesNo(
    id="active_urinary_sediment",
    label="Nephritic sediment",
    question="Is there a nephritic urinary sediment?",
    help="Yes: dysmorphic red cells or red cell casts. No: looked for and not there.",
    section=ORGANS.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    synonyms=("casts", "dysmorphic", "haematuria"),
    said=("the urinary sediment is nephritic", "the urinary sediment is not nephritic"),
)

ORGAN_FINDINGS = (
    organ_threats,
    activity_evidence,
    spo2,
    creatinine,
    creatinine_rise,
    egfr,
    dialysis_needed,
    dialysis_weeks,
    upcr,
    active_urinary_sediment,
)
