"""Safety of both drugs: infection, pregnancy and contraception, screening, low counts."""

from engine.language import (
    Chapter,
    Concept,
    Confidence,
    Rule,
    Threshold,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.concepts import (
    CYC_STOP,
    MITOX_STOP,
)
from rules.reference.guards import (
    CYCLOPHOSPHAMIDE_NAMED,
    EITHER_NAMED,
    GPA,
    LUPUS,
    SCLEROSIS,
)
from rules.reference.safety_flags import (
    FLAGS,
    INFECTION_FIRST,
    INFECTION_US,
    LOW_IGG,
    VACCINE,
)
from rules.reference.safety_pregnancy import PREGNANCY, obstetrics_early
from rules.reference.safety_screening import SCREENING
from rules.vocabulary.infection import ActiveInfection, active_infection, igg, temperature
from rules.vocabulary.patient import Region, region
from rules.vocabulary.treatments import Medicine, medicines

FEVER = Threshold(
    id="safety_fever",
    label="Fever",
    value=38.0,
    unit="°C",
    confidence=Confidence.GENERAL,
    cites=("GENERAL",),
)
IGG_3 = Threshold(
    id="safety_igg",
    label="Immunoglobulin G below which another drug than rituximab is favoured",
    value=3,
    unit="g/L",
    confidence=Confidence.SECONDARY,
    cites=("KDIGO-AAV24",),
)

SERIOUS = active_infection.is_(ActiveInfection.SERIOUS)
SUSPECTED = active_infection.is_(ActiveInfection.SUSPECTED)
NO_INFECTION = active_infection.is_(ActiveInfection.NONE)
ANY_INFECTION = active_infection.is_one_of(
    *(each for each in ActiveInfection if each is not ActiveInfection.NONE)
)


serious_infection = Rule(
    id="RSAF-1",
    title="a serious infection: cyclophosphamide is paused until it is treated",
    cites=("CYC-UK", "ACRVF21", "S33"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, SERIOUS),
    then=CYC_STOP,
    because="The drug takes away the defence that the infection is being fought with.",
    misuse="Paused is not refused: a bridge may be considered while the infection is treated.",
    confidence=Confidence.READ,
    examples=(fires(LUPUS, SERIOUS), silent(LUPUS, NO_INFECTION)),
)

serious_infection_sclerosis = Rule(
    id="RSAF-2",
    title="a serious infection: mitoxantrone is paused until it is treated",
    cites=("MITOX-US", "MITOX-TEVA", "S33"),
    when=all_of(SCLEROSIS, SERIOUS),
    then=MITOX_STOP,
    because="A dose every three months is never so urgent that an infection could not be treated "
    "first.",
    misuse="The United States label allows treating it together; this is the stricter reading.",
    confidence=Confidence.OWN,
    examples=(fires(SCLEROSIS, SERIOUS), silent(SCLEROSIS, NO_INFECTION)),
)

urinary_infection = Rule(
    id="RSAF-3",
    title="a urinary tract infection: cyclophosphamide is paused",
    cites=("CYC-UK",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, active_infection.is_(ActiveInfection.URINARY)),
    then=CYC_STOP,
    because="The bladder is where the drug's breakdown products do their harm; infected, it bears "
    "less.",
    misuse="White cells in the urine of nephritis are not an infection by themselves.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, active_infection.is_(ActiveInfection.URINARY)),
        silent(GPA, NO_INFECTION),
    ),
)

suspected_infection = Rule(
    id="RSAF-4",
    title="fever or suspected infection: paused until it is worked up",
    cites=("ACRVF21", "TEACH", "S33"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, any_of(SUSPECTED, temperature.at_least(FEVER))),
    then=CYC_STOP,
    because="Infection mimics a flare; a guideline looks for it before disease is called "
    "refractory.",
    misuse="Not a flare by default, and not a reason to wait for days: work-up is urgent.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, SUSPECTED),
        fires(LUPUS, NO_INFECTION, temperature.is_(38)),
        silent(LUPUS, NO_INFECTION, temperature.is_(37.9)),
    ),
)

suspected_infection_sclerosis = Rule(
    id="RSAF-5",
    title="fever or suspected infection: mitoxantrone is paused until it is worked up",
    cites=("MITOX-US", "MITOX-TEVA", "TEACH"),
    when=all_of(SCLEROSIS, any_of(SUSPECTED, temperature.at_least(FEVER))),
    then=MITOX_STOP,
    because="Infection can unmask old signs and look like a relapse; it is settled first.",
    misuse="A mild local infection without fever is a question for the team, no pause by itself.",
    confidence=Confidence.OWN,
    examples=(
        fires(SCLEROSIS, SUSPECTED),
        fires(SCLEROSIS, NO_INFECTION, temperature.is_(38)),
        silent(SCLEROSIS, NO_INFECTION, temperature.is_(37.9)),
    ),
)

look_for_infection = Rule(
    id="RSAF-6",
    title="infection is worked up before treatment is escalated",
    cites=("ACRVF21", "S33"),
    when=all_of(EITHER_NAMED, any_of(ANY_INFECTION, temperature.at_least(FEVER))),
    then=INFECTION_FIRST,
    because="Worse with fever is infection until shown otherwise in someone whose defence is low.",
    misuse="Both can be there: treating the one does not rule out the other.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(LUPUS, SUSPECTED),
        silent(LUPUS, NO_INFECTION, temperature.is_(37)),
        fires(LUPUS, NO_INFECTION, temperature.is_(39)),
        fires(SCLEROSIS, active_infection.is_(ActiveInfection.LOCALISED), temperature.is_(37)),
    ),
)

infection_by_us_label = Rule(
    id="RSAF-7",
    title="infection is a hold, not a contraindication, in the United States label",
    cites=("CYC-US", "CYC-UK"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        region.is_(Region.US),
        active_infection.is_one_of(
            ActiveInfection.SERIOUS, ActiveInfection.URINARY, ActiveInfection.SUSPECTED
        ),
    ),
    then=INFECTION_US,
    because="Labels of two regions word the same danger differently.",
    misuse="The difference is of words: nobody treats through sepsis.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, region.is_(Region.US), SERIOUS),
        silent(LUPUS, region.is_(Region.UK), SERIOUS),
    ),
)

live_vaccine = Rule(
    id="RSAF-17",
    title="a live vaccine is planned",
    cites=("ACR-VAX22",),
    when=all_of(EITHER_NAMED, medicines.has(Medicine.LIVE_VACCINE_PLANNED)),
    then=VACCINE,
    because="A living germ that is harmless to others may not be under immunosuppression.",
    misuse="Inactivated vaccines are not meant; they are welcome at any time.",
    confidence=Confidence.READ,
    examples=(
        fires(LUPUS, medicines.has(Medicine.LIVE_VACCINE_PLANNED)),
        silent(LUPUS, medicines.has_not(Medicine.LIVE_VACCINE_PLANNED)),
    ),
)

low_immunoglobulin = Rule(
    id="RSAF-18",
    title="immunoglobulin G below 3 g/L",
    cites=("KDIGO-AAV24",),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, igg.below(IGG_3)),
    then=LOW_IGG,
    because="Anti-CD20 antibodies lower it further, and infections follow.",
    misuse="A low value before treatment may come from the kidney or from glucocorticoid.",
    confidence=Confidence.SECONDARY,
    examples=(fires(GPA, igg.is_(2.9)), silent(GPA, igg.is_(3))),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_safety",
    title="Safety of both drugs",
    paragraphs=(),
    intro="Infection, pregnancy and screening concern both drugs. What is not known keeps the "
    "question open and is asked; it is never taken for no, and never called a contraindication.",
    rules=(
        serious_infection,
        serious_infection_sclerosis,
        urinary_infection,
        suspected_infection,
        suspected_infection_sclerosis,
        look_for_infection,
        infection_by_us_label,
        *PREGNANCY,
        live_vaccine,
        low_immunoglobulin,
        *SCREENING,
        obstetrics_early,
    ),
)
