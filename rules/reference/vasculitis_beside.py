"""Vasculitis: what stands beside the verdict."""

from engine.language import Confidence, Rule, all_of, any_of, at_least, fires, silent
from rules.reference.concepts import CRITERIA_RAPID, CRITERIA_REFRACTORY, CRITERIA_SEVERE
from rules.reference.guards import ANY_VASCULITIS, GPA, GPA_OR_MPA, OTHER_VASCULITIS
from rules.reference.shared_limits import SPO2_92
from rules.reference.vasculitis_alternatives import (
    NERVES,
    OFF_RITUXIMAB,
    ON_RITUXIMAB,
    milder_options,
    milder_without_methotrexate,
    other_steps,
    rituximab,
    without_rituximab,
)
from rules.reference.vasculitis_criteria import (
    ANTI_GBM,
    ANTI_GBM_DISEASE,
    BLEEDING_LUNGS,
    EGPA,
    FALLING_KIDNEYS,
    induction_failed,
)
from rules.reference.vasculitis_flags import (
    ANTI_GBM_URGENT,
    EGPA_OPTIONS,
    EXCHANGE_CONFLICT,
    NO_WAITING,
    OLDER_PATIENT,
    PROGNOSIS,
    REGAINED_PLACE,
    SEVERE_KIDNEY,
    SWITCH,
)
from rules.reference.vasculitis_limits import (
    AGE_65,
    AGE_75,
    CREATININE_4,
    CREATININE_150,
    CREATININE_300,
)
from rules.vocabulary.disease import age
from rules.vocabulary.options import ConventionalResponse
from rules.vocabulary.organs import (
    OrganThreat,
    active_urinary_sediment,
    creatinine,
    creatinine_rise,
    dialysis_needed,
    organ_threats,
    spo2,
)
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatment import response_to_conventional_immunosuppressants
from rules.vocabulary.treatments import Treatment
from rules.vocabulary.vasculitis import (
    VasculitisPhase,
    VasculitisSubtype,
    anti_gbm,
    vasculitis_phase,
    vasculitis_subtype,
)

NOT_TRIED = response_to_conventional_immunosuppressants.is_(ConventionalResponse.NOT_TRIED)
INSUFFICIENT = response_to_conventional_immunosuppressants.is_(ConventionalResponse.INSUFFICIENT)
ANOTHER = vasculitis_subtype.is_(VasculitisSubtype.OTHER)
CALM = (
    organ_threats.has_not(OrganThreat.ALVEOLAR_HAEMORRHAGE),
    organ_threats.has_not(OrganThreat.RAPIDLY_PROGRESSIVE_GLOMERULONEPHRITIS),
    dialysis_needed.no,
    active_urinary_sediment.no,
)

very_severe_kidneys = Rule(
    id="RVAS-21",
    title="creatinine above 4 mg/dL, or kidneys that fail rapidly",
    cites=("KDIGO-AAV24", "ACRVF21"),
    when=all_of(
        ANY_VASCULITIS,
        any_of(creatinine.above(CREATININE_4), FALLING_KIDNEYS, CRITERIA_RAPID.yes),
    ),
    then=SEVERE_KIDNEY,
    because="Data on rituximab alone are few for such kidneys.",
    misuse="Little evidence is not evidence against.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, creatinine.is_(354)),
        silent(GPA, creatinine.is_(353)),
        fires(GPA, creatinine.is_(250), FALLING_KIDNEYS),
        fires(GPA, creatinine_rise.is_(50), active_urinary_sediment.yes),
    ),
)

no_waiting = Rule(
    id="RVAS-22",
    title="severe and untreated, or held so far: no failure is awaited",
    cites=("ACRVF21", "EULAR-AAV22", "S26", "S36"),
    when=all_of(
        GPA_OR_MPA,
        CRITERIA_SEVERE.yes,
        response_to_conventional_immunosuppressants.is_one_of(
            ConventionalResponse.NOT_TRIED, ConventionalResponse.SUFFICIENT
        ),
    ),
    then=NO_WAITING,
    because="Organ-threatening disease is treated at once; to wait for a failure may do harm.",
    misuse="Not tried is not sufficient, and waiting for failure is a treatment of its own.",
    confidence=Confidence.READ,
    examples=(fires(GPA, NERVES, NOT_TRIED), silent(GPA, NERVES, INSUFFICIENT)),
)

relapse_on_rituximab = Rule(
    id="RVAS-23",
    title="a severe relapse under rituximab maintenance",
    cites=("ACRVF21",),
    when=all_of(GPA_OR_MPA, CRITERIA_SEVERE.yes, ON_RITUXIMAB),
    then=REGAINED_PLACE,
    because="When severe disease returns under rituximab, a guideline changes to cyclophosphamide.",
    misuse="A relapse long after the last dose is a relapse without rituximab.",
    confidence=Confidence.READ,
    examples=(fires(GPA, NERVES, ON_RITUXIMAB), silent(GPA, NERVES, OFF_RITUXIMAB)),
)

switch = Rule(
    id="RVAS-24",
    title="refractory to one induction: change to the other",
    cites=("ACRVF21",),
    when=all_of(
        GPA_OR_MPA,
        any_of(CRITERIA_REFRACTORY.yes, vasculitis_phase.is_(VasculitisPhase.REFRACTORY)),
    ),
    then=SWITCH,
    because="A guideline changes to the other drug rather than combining the two.",
    misuse="Worse is not always vasculitis: infection first.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, *induction_failed(Treatment.ANTI_CD20), mimics_excluded.yes),
        silent(GPA, *induction_failed(Treatment.ANTI_CD20), mimics_excluded.no),
        fires(GPA, vasculitis_phase.is_(VasculitisPhase.REFRACTORY)),
        silent(GPA, vasculitis_phase.is_(VasculitisPhase.NEW)),
    ),
)

exchange = Rule(
    id="RVAS-25",
    title="a situation in which guidelines differ on plasma exchange",
    cites=("KDIGO-AAV24", "ACRVF21"),
    when=all_of(
        ANY_VASCULITIS,
        any_of(
            creatinine.above(CREATININE_300),
            dialysis_needed.yes,
            FALLING_KIDNEYS,
            CRITERIA_RAPID.yes,
            all_of(BLEEDING_LUNGS, spo2.below(SPO2_92)),
        ),
    ),
    then=EXCHANGE_CONFLICT,
    because="Two guideline groups weighed the same question and came to different advice.",
    misuse="Anti-GBM disease is not in dispute: there it belongs to the treatment.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, *CALM, creatinine.is_(301)),
        silent(GPA, *CALM, creatinine.is_(300)),
        fires(GPA, creatinine.is_(250), FALLING_KIDNEYS),
        fires(GPA, creatinine_rise.is_(50), active_urinary_sediment.yes),
    ),
)

egpa = Rule(
    id="RVAS-27",
    title="EGPA is adjacent to what the document names",
    cites=("ACRVF21", "S23", "S24"),
    when=all_of(OTHER_VASCULITIS, EGPA),
    then=EGPA_OPTIONS,
    because="It is an ANCA-associated vasculitis with a guideline chapter of its own.",
    misuse="The document's verdict is about its group sentence only.",
    confidence=Confidence.READ,
    examples=(fires(OTHER_VASCULITIS, EGPA), silent(OTHER_VASCULITIS, ANTI_GBM_DISEASE)),
)

anti_gbm_now = Rule(
    id="RVAS-28",
    title="anti-GBM antibodies with lungs or kidneys in danger",
    cites=("KDIGO-GD21", "S23"),
    when=all_of(
        ANY_VASCULITIS,
        ANTI_GBM,
        any_of(FALLING_KIDNEYS, BLEEDING_LUNGS),
    ),
    then=ANTI_GBM_URGENT,
    because="A guideline asks for plasma exchange, glucocorticoid and cyclophosphamide without "
    "delay.",
    misuse="Waiting for the biopsy may cost the kidneys.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(GPA, anti_gbm.yes, FALLING_KIDNEYS),
        silent(GPA, anti_gbm.no, FALLING_KIDNEYS),
    ),
)

older_patient = Rule(
    id="RVAS-29",
    title="older than 75",
    cites=("KDIGO-AAV24",),
    when=all_of(ANY_VASCULITIS, age.above(AGE_75)),
    then=OLDER_PATIENT,
    because="A guideline finds that people above 75 benefit too: age changes the dose, not "
    "whether to treat.",
    misuse="Too old is not a reason; frail may be one, for the team.",
    confidence=Confidence.SECONDARY,
    examples=(fires(GPA, age.is_(76)), silent(GPA, age.is_(75))),
)

five_factors = Rule(
    id="RVAS-31",
    title="two or more factors of poor prognosis",
    cites=("FFS-09",),
    when=all_of(
        any_of(GPA_OR_MPA, all_of(OTHER_VASCULITIS, EGPA)),
        at_least(
            2,
            age.above(AGE_65),
            organ_threats.has(OrganThreat.HEART),
            organ_threats.has(OrganThreat.MESENTERIC),
            creatinine.at_least(CREATININE_150),
        ),
    ),
    then=PROGNOSIS,
    because="A large series counted deaths within five years, and what went with them.",
    misuse="The rate of a group is no prognosis of a person.",
    confidence=Confidence.READ,
    examples=(
        fires(GPA, age.is_(66), creatinine.is_(150)),
        silent(GPA, age.is_(65), creatinine.is_(150)),
        silent(GPA, age.is_(66), creatinine.is_(149)),
        fires(OTHER_VASCULITIS, EGPA, age.is_(66), creatinine.is_(150)),
        silent(OTHER_VASCULITIS, ANOTHER, age.is_(66), creatinine.is_(150)),
    ),
)

BESIDE = (
    rituximab,
    very_severe_kidneys,
    no_waiting,
    relapse_on_rituximab,
    switch,
    exchange,
    milder_options,
    egpa,
    anti_gbm_now,
    older_patient,
    other_steps,
    five_factors,
    without_rituximab,
    milder_without_methotrexate,
)
