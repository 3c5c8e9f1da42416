"""Earlier treatments, one by one: what came of each, how long, how much, taken or not."""

from engine.language import Choice, Limits, Measurement, Table, YesNo, all_of, any_of
from rules.vocabulary.options import (
    LUPUS,
    MULTIPLE_SCLEROSIS,
    NOT_MULTIPLE_SCLEROSIS,
    VASCULITIS,
    Diagnosis,
)
from rules.vocabulary.sections import TREATMENT
from rules.vocabulary.treatment_options import Outcome, Treatment

_MYOPATHY = frozenset({Diagnosis.AUTOIMMUNE_MYOPATHY.value})
_ARTHRITIS = frozenset({Diagnosis.RHEUMATOID_ARTHRITIS.value})
_OTHER_VASCULITIS = frozenset({Diagnosis.OTHER_VASCULITIS.value})


outcome = Choice(
    id="outcome",
    label="Outcome",
    question="What came of it?",
    help="Failed: the disease stayed active under it. Stopped for side effects is not tolerated, "
    "and one that was never started is not tried.",
    section=TREATMENT.id,
    options=Outcome,
    synonyms=("failed", "response", "intolerance"),
    subject="the outcome of treatment with {row}",
    said=(
        (Outcome.NOT_TRIED, "treatment with {row} has not been tried"),
        (Outcome.IN_PROGRESS, "treatment with {row} is under way and cannot be judged yet"),
        (Outcome.WORKED, "treatment with {row} worked"),
        (Outcome.PARTIAL, "treatment with {row} worked in part"),
        (Outcome.FAILED, "treatment with {row} failed"),
        (Outcome.NOT_TOLERATED, "treatment with {row} was not tolerated"),
        (Outcome.CONTRAINDICATED, "treatment with {row} is contraindicated"),
        (Outcome.NOT_AVAILABLE, "treatment with {row} is not available or was declined"),
    ),
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
    subject="the duration of treatment with {row}",
)

full_dose = YesNo(
    id="full_dose",
    label="Full dose",
    question="Was the full dose for this disease reached?",
    help="Yes: the target dose of the protocol. No: it stayed lower, for whatever reason.",
    section=TREATMENT.id,
    synonyms=("target dose", "adequate dose"),
    said=(
        "treatment with {row} reached the full dose",
        "treatment with {row} did not reach the full dose",
    ),
)

taken_as_agreed = YesNo(
    id="taken_as_agreed",
    label="Taken as agreed",
    question="Was it taken as agreed?",
    help="Yes: confirmed by talk, refills or a blood level. No: doses were missed often enough to "
    "matter.",
    section=TREATMENT.id,
    synonyms=("adherence", "compliance"),
    said=(
        "treatment with {row} was taken as agreed",
        "treatment with {row} was not taken as agreed",
    ),
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

GIVEN = (
    Outcome.IN_PROGRESS,
    Outcome.WORKED,
    Outcome.PARTIAL,
    Outcome.FAILED,
    Outcome.NOT_TOLERATED,
)
"""The outcomes of a treatment that was given."""

NOT_GIVEN = tuple(each for each in Outcome if each not in GIVEN)

MS_DRUGS = (
    Treatment.PLATFORM_MS_DRUG,
    Treatment.ANTI_CD20,
    Treatment.NATALIZUMAB,
    Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
)
MS_DRUG_GIVEN = any_of(*(treatments.cell(drug, outcome).is_one_of(*GIVEN) for drug in MS_DRUGS))
NO_MS_DRUG_GIVEN = all_of(
    *(treatments.cell(drug, outcome).is_one_of(*NOT_GIVEN) for drug in MS_DRUGS)
)
