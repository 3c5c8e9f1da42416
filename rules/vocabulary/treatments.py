"""Each earlier treatment by itself, what was taken over a lifetime, and what is planned."""

from engine.language import Choice, Limits, Measurement, MultiChoice, Option, Table, YesNo
from rules.vocabulary.options import (
    LUPUS,
    MULTIPLE_SCLEROSIS,
    NOT_MULTIPLE_SCLEROSIS,
    VASCULITIS,
    Diagnosis,
)
from rules.vocabulary.sections import TREATMENT

_MYOPATHY = frozenset({Diagnosis.AUTOIMMUNE_MYOPATHY.value})
_ARTHRITIS = frozenset({Diagnosis.RHEUMATOID_ARTHRITIS.value})
_OTHER_VASCULITIS = frozenset({Diagnosis.OTHER_VASCULITIS.value})


class Treatment(Option):
    """The steps of the published ladders before or beside chemotherapy."""

    HYDROXYCHLOROQUINE = "hydroxychloroquine", "hydroxychloroquine"
    GLUCOCORTICOID = "glucocorticoid", "glucocorticoid", "Tablets or pulses by vein."
    MYCOPHENOLATE = "mycophenolate", "mycophenolate"
    AZATHIOPRINE = "azathioprine", "azathioprine"
    METHOTREXATE = "methotrexate", "methotrexate", "Low dose, once a week."
    CALCINEURIN_INHIBITOR = (
        "calcineurin_inhibitor",
        "calcineurin inhibitor",
        "Tacrolimus, ciclosporin or voclosporin.",
    )
    BELIMUMAB = "belimumab", "belimumab"
    ANIFROLUMAB = "anifrolumab", "anifrolumab"
    ANTI_CD20 = (
        "anti_cd20",
        "anti-CD20 antibody",
        "Rituximab or obinutuzumab; in multiple sclerosis ocrelizumab, ofatumumab or ublituximab.",
    )
    CYCLOPHOSPHAMIDE = "cyclophosphamide", "cyclophosphamide"
    IMMUNOGLOBULIN = "immunoglobulin", "immunoglobulin by vein"
    PLASMA_EXCHANGE = "plasma_exchange", "plasma exchange"
    PLATFORM_MS_DRUG = (
        "platform_ms_drug",
        "platform drug for multiple sclerosis",
        "Interferon beta, glatiramer, teriflunomide or dimethyl fumarate.",
    )
    NATALIZUMAB = "natalizumab", "natalizumab"
    CLADRIBINE_S1P_OR_ALEMTUZUMAB = (
        "cladribine_s1p_or_alemtuzumab",
        "cladribine, an S1P modulator or alemtuzumab",
        "One of them is enough for this step; the S1P modulators are fingolimod and its kind.",
    )
    STEM_CELL_TRANSPLANTATION = (
        "stem_cell_transplantation",
        "autologous stem cell transplantation",
        "At an expert centre.",
    )
    LEFLUNOMIDE_OR_SULFASALAZINE = (
        "leflunomide_or_sulfasalazine",
        "leflunomide or sulfasalazine",
    )
    TNF_INHIBITOR = "tnf_inhibitor", "TNF inhibitor"
    ABATACEPT = "abatacept", "abatacept"
    IL6_INHIBITOR = "il6_inhibitor", "IL-6 inhibitor"
    JAK_INHIBITOR = "jak_inhibitor", "JAK inhibitor"
    MEPOLIZUMAB = "mepolizumab", "mepolizumab"


class Outcome(Option):
    """What came of a treatment. Not tolerated is not the same as failed."""

    NOT_TRIED = "not_tried", "not tried", "It has never been started."
    IN_PROGRESS = "in_progress", "in progress", "It is running and cannot be judged yet."
    WORKED = "worked", "worked", "The disease is or was controlled by it."
    PARTIAL = "partial", "worked in part", "Better, but the aim was not reached."
    FAILED = "failed", "failed", "Taken, and the disease stayed active or came back under it."
    NOT_TOLERATED = (
        "not_tolerated",
        "not tolerated",
        "Stopped for side effects; whether it would have worked is unknown.",
    )
    CONTRAINDICATED = "contraindicated", "contraindicated", "Ruled out for this patient."
    NOT_AVAILABLE = (
        "not_available",
        "not available",
        "Cannot be had here, or declined by the patient.",
    )


class MitoxantroneCourse(Option):
    """Whether mitoxantrone was ever given."""

    NEVER = "never", "never", "No dose so far, for any disease."
    ONGOING = "ongoing", "ongoing", "A course is running."
    STOPPED = "stopped", "stopped", "There was a course, and it has ended or was interrupted."


class PlannedRegimen(Option):
    """What is under discussion."""

    EURO_LUPUS = "euro_lupus", "Euro-Lupus", "500 mg by vein every two weeks, six times."
    PULSE_PER_KG = (
        "pulse_per_kg",
        "pulses by weight",
        "15 mg/kg by vein, reduced by age and kidney.",
    )
    MONTHLY_HIGH_DOSE = "monthly_high_dose", "monthly high dose", "0.5 to 1 g/m² by vein monthly."
    ORAL_DAILY = "oral_daily", "tablets every day", "About 2 mg/kg a day."
    WITH_RITUXIMAB = "with_rituximab", "cyclophosphamide together with rituximab"
    MITOXANTRONE_12 = "mitoxantrone_12", "mitoxantrone 12 mg/m²", "Every three months by vein."
    OTHER = "other", "another regimen"


class MethotrexateFrequency(Option):
    """How often methotrexate is taken as entered."""

    WEEKLY = "weekly", "once a week"
    DAILY = "daily", "every day"
    OTHER = "other", "at another interval"


class Medicine(Option):
    """Medicines that matter to the rules."""

    ALLOPURINOL = "allopurinol", "allopurinol"
    FEBUXOSTAT = "febuxostat", "febuxostat"
    CO_TRIMOXAZOLE = "co_trimoxazole", "co-trimoxazole (trimethoprim with sulfamethoxazole)"
    AZATHIOPRINE = "azathioprine", "azathioprine"
    MYCOPHENOLATE = "mycophenolate", "mycophenolate"
    METHOTREXATE = "methotrexate", "methotrexate"
    ETANERCEPT = "etanercept", "etanercept"
    WARFARIN = "warfarin", "warfarin"
    SUXAMETHONIUM_PLANNED = (
        "suxamethonium_planned",
        "an anaesthetic with suxamethonium planned",
        "Also called succinylcholine.",
    )
    ACE_INHIBITOR = "ace_inhibitor", "ACE inhibitor"
    THIAZIDE = "thiazide", "thiazide"
    ENZYME_INDUCER = (
        "enzyme_inducer",
        "enzyme inducer",
        "Phenytoin, rifampicin, a barbiturate or the like.",
    )
    OTHER_CARDIOTOXIC = "other_cardiotoxic", "another drug that harms the heart"
    LIVE_VACCINE_PLANNED = "live_vaccine_planned", "a live vaccine planned"


outcome = Choice(
    id="outcome",
    label="Outcome",
    question="What came of it?",
    help="Failed: the disease stayed active under it. Stopped for side effects is not tolerated, "
    "and one that was never started is not tried.",
    section=TREATMENT.id,
    options=Outcome,
    synonyms=("failed", "response", "intolerance"),
)

weeks = Measurement(
    id="weeks",
    label="Weeks taken",
    question="For how many weeks was it taken?",
    help="Enter the weeks of treatment in all; of a drug that is given once or twice, the weeks "
    "from the first dose to the judgement.",
    section=TREATMENT.id,
    unit="weeks",
    hard=Limits(0, 5000),
    soft=Limits(0, 2000),
    synonyms=("duration", "time"),
)

full_dose = YesNo(
    id="full_dose",
    label="Full dose",
    question="Was the full dose for this disease reached?",
    help="Yes: the target dose of the protocol. No: it stayed lower, for whatever reason.",
    section=TREATMENT.id,
    synonyms=("target dose", "adequate dose"),
)

taken_as_agreed = YesNo(
    id="taken_as_agreed",
    label="Taken as agreed",
    question="Was it taken as agreed?",
    help="Yes: confirmed by talk, refills or a blood level. No: doses were missed often enough to "
    "matter.",
    section=TREATMENT.id,
    synonyms=("adherence", "compliance"),
)

_LUPUS_VASCULITIS_MYOPATHY = LUPUS | VASCULITIS | _MYOPATHY

treatments = Table(
    id="treatments",
    label="Treatments so far",
    question="Which treatments were tried, how, and with what outcome?",
    help="One row for each treatment. A row or a field that is left out is unknown, not no.",
    section=TREATMENT.id,
    key="treatment",
    rows=Treatment,
    columns=(outcome, weeks, full_dose, taken_as_agreed),
    rows_for=(
        (Treatment.HYDROXYCHLOROQUINE, LUPUS),
        (Treatment.GLUCOCORTICOID, NOT_MULTIPLE_SCLEROSIS),
        (Treatment.MYCOPHENOLATE, _LUPUS_VASCULITIS_MYOPATHY | _ARTHRITIS),
        (Treatment.AZATHIOPRINE, _LUPUS_VASCULITIS_MYOPATHY),
        (Treatment.METHOTREXATE, _LUPUS_VASCULITIS_MYOPATHY | _ARTHRITIS),
        (Treatment.CALCINEURIN_INHIBITOR, LUPUS | _MYOPATHY),
        (Treatment.BELIMUMAB, LUPUS),
        (Treatment.ANIFROLUMAB, LUPUS),
        (Treatment.ANTI_CD20, _LUPUS_VASCULITIS_MYOPATHY | _ARTHRITIS | MULTIPLE_SCLEROSIS),
        (Treatment.CYCLOPHOSPHAMIDE, NOT_MULTIPLE_SCLEROSIS),
        (Treatment.IMMUNOGLOBULIN, _LUPUS_VASCULITIS_MYOPATHY),
        (Treatment.PLASMA_EXCHANGE, LUPUS | VASCULITIS),
        (Treatment.PLATFORM_MS_DRUG, MULTIPLE_SCLEROSIS),
        (Treatment.NATALIZUMAB, MULTIPLE_SCLEROSIS),
        (Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB, MULTIPLE_SCLEROSIS),
        (Treatment.STEM_CELL_TRANSPLANTATION, MULTIPLE_SCLEROSIS),
        (Treatment.LEFLUNOMIDE_OR_SULFASALAZINE, _ARTHRITIS),
        (Treatment.TNF_INHIBITOR, _ARTHRITIS),
        (Treatment.ABATACEPT, _ARTHRITIS | _MYOPATHY),
        (Treatment.IL6_INHIBITOR, _ARTHRITIS),
        (Treatment.JAK_INHIBITOR, _ARTHRITIS),
        (Treatment.MEPOLIZUMAB, _OTHER_VASCULITIS),
    ),
    synonyms=("history", "ladder", "previous treatment", "DMARD", "DMT", "biologic"),
)

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
    soft=Limits(0, 150),
    synonyms=("cumulative dose", "lifetime dose", "Endoxan", "Cytoxan"),
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
    soft=Limits(0, 200),
    synonyms=("cumulative dose", "lifetime dose", "Novantrone"),
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
)

anthracycline_or_chest_radiotherapy = YesNo(
    id="anthracycline_or_chest_radiotherapy",
    label="Anthracycline or chest radiotherapy before",
    question="Has there been an anthracycline or radiotherapy to the chest?",
    help="Yes: either, at any time and for any disease. No: asked, and neither.",
    section=TREATMENT.id,
    synonyms=("doxorubicin", "epirubicin", "mediastinal", "radiation"),
)

on_cyclophosphamide = YesNo(
    id="on_cyclophosphamide",
    label="On cyclophosphamide now",
    question="Is a course of cyclophosphamide running now?",
    help="Yes: also between two pulses. No: not begun, or ended.",
    section=TREATMENT.id,
    applies_to=NOT_MULTIPLE_SCLEROSIS,
    synonyms=("current course", "induction"),
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
)

planned_regimen = Choice(
    id="planned_regimen",
    label="Regimen under discussion",
    question="Which regimen is under discussion?",
    help="Only for the view of doses and limits; it changes no indication.",
    section=TREATMENT.id,
    options=PlannedRegimen,
    synonyms=("protocol", "CYCLOPS", "NIH", "pulse"),
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
)

medicines = MultiChoice(
    id="medicines",
    label="Other medicines",
    question="Which of these medicines does the patient take, or is to have?",
    help="Those that are not chosen count as not taken; choose unknown if the list is not complete.",
    section=TREATMENT.id,
    options=Medicine,
    synonyms=("interaction", "co-medication", "drug list", "vaccine"),
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
