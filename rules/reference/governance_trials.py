"""Treatments that are said to have failed, and may not have been tried properly."""

from collections.abc import Iterable

from engine.language import (
    Condition,
    Confidence,
    Is,
    IsOneOf,
    Rule,
    Threshold,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.governance_flags import NOT_YET_REFRACTORY
from rules.reference.guards import (
    ANY_VASCULITIS,
    ARTHRITIS,
    LUPUS,
    MYOPATHY,
    SCLEROSIS,
)
from rules.reference.trials import (
    ARTHRITIS_TRIAL,
    MS_TRIAL,
    MYOPATHY_TRIAL,
    NEPHRITIS_COURSE,
    VASCULITIS_INDUCTION,
)
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
)


def _doubtful(tried: Iterable[Treatment], minimum: Threshold) -> Condition:
    """A treatment is said to have failed without having been adequate, as far as is known."""
    return any_of(
        *(
            all_of(
                treatments.cell(each, outcome).is_(Outcome.FAILED),
                any_of(
                    treatments.cell(each, weeks).below(minimum),
                    treatments.cell(each, full_dose).no,
                    treatments.cell(each, taken_as_agreed).no,
                    treatments.cell(each, weeks).is_not_known(),
                    treatments.cell(each, full_dose).is_not_known(),
                    treatments.cell(each, taken_as_agreed).is_not_known(),
                ),
            )
            for each in tried
        )
    )


def _tried(treatment: Treatment, how_long: int) -> tuple[Is, ...]:
    return (
        treatments.cell(treatment, outcome).is_(Outcome.FAILED),
        treatments.cell(treatment, weeks).is_(how_long),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


def _rule(
    number: int,
    about: str,
    guard: Is | IsOneOf,
    tried: tuple[Treatment, ...],
    minimum: Threshold,
    enough: int,
) -> Rule:
    first = tried[0]
    patient = diagnosis.is_(Diagnosis.GPA) if isinstance(guard, IsOneOf) else guard
    return Rule(
        id=f"RGOV-{number}",
        title=f"{about}: a failure that may not be one",
        cites=("ACR-LN24", "TEACH", "S12", "S37"),
        when=all_of(guard, _doubtful(tried, minimum)),
        then=NOT_YET_REFRACTORY,
        because="Most failures are of dose, time or taking, not of the drug; a guideline has them "
        "checked first.",
        misuse="Doubt about a trial is no reproach to the patient.",
        confidence=Confidence.OWN,
        examples=(
            fires(patient, *_tried(first, enough - 1)),
            silent(patient, *_tried(first, enough)),
        ),
    )


TRIALS = (
    _rule(
        10,
        "lupus",
        LUPUS,
        (Treatment.MYCOPHENOLATE, Treatment.ANTI_CD20),
        NEPHRITIS_COURSE,
        26,
    ),
    _rule(
        11,
        "vasculitis",
        ANY_VASCULITIS,
        (Treatment.ANTI_CD20, Treatment.CYCLOPHOSPHAMIDE),
        VASCULITIS_INDUCTION,
        4,
    ),
    _rule(
        12,
        "multiple sclerosis",
        SCLEROSIS,
        (
            Treatment.ANTI_CD20,
            Treatment.PLATFORM_MS_DRUG,
            Treatment.NATALIZUMAB,
            Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
        ),
        MS_TRIAL,
        26,
    ),
    _rule(
        13,
        "rheumatoid arthritis",
        ARTHRITIS,
        (
            Treatment.METHOTREXATE,
            Treatment.TNF_INHIBITOR,
            Treatment.ABATACEPT,
            Treatment.ANTI_CD20,
            Treatment.IL6_INHIBITOR,
            Treatment.JAK_INHIBITOR,
        ),
        ARTHRITIS_TRIAL,
        13,
    ),
    _rule(
        14,
        "myopathy",
        MYOPATHY,
        (
            Treatment.METHOTREXATE,
            Treatment.AZATHIOPRINE,
            Treatment.MYCOPHENOLATE,
            Treatment.CALCINEURIN_INHIBITOR,
            Treatment.IMMUNOGLOBULIN,
            Treatment.ANTI_CD20,
        ),
        MYOPATHY_TRIAL,
        12,
    ),
)
