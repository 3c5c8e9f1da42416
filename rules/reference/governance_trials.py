"""Treatments that are said to have failed, and may not have been tried properly."""

from collections.abc import Callable
from typing import NamedTuple

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
from rules.concepts import UNRESPONSIVE
from rules.reference.governance_flags import NOT_TOLERATED, NOT_YET_REFRACTORY
from rules.reference.guards import (
    ANY_VASCULITIS,
    ARTHRITIS,
    EITHER_NAMED,
    GPA,
    LUPUS,
    MYOPATHY,
    SCLEROSIS,
)
from rules.reference.lupus_criteria import CLASS_IV, MEMBRANOUS, PROLIFERATIVE
from rules.reference.trials import (
    ARTHRITIS_TRIAL,
    LOW_DOSE_COURSE,
    LUPUS_BIOLOGIC,
    LUPUS_CONVENTIONAL,
    MS_TRIAL,
    MYOPATHY_TRIAL,
    NEPHRITIS_COURSE,
    VASCULITIS_INDUCTION,
)
from rules.vocabulary.treatment import unresponsive_to_safer_therapy
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    full_dose,
    outcome,
    taken_as_agreed,
    treatments,
    weeks,
)

VASCULITIS_CONVENTIONAL = Threshold(
    id="governance_trial_vasculitis_conventional",
    label="Adequate trial of a conventional drug in vasculitis that is not severe",
    value=12,
    unit="weeks",
    confidence=Confidence.OWN,
    cites=("ACRVF21", "EULAR-AAV22"),
    note="The guidelines name the drugs; the time is this program's own.",
)


class Trials(NamedTuple):
    """Treatments of a disease with the weeks that each has to be taken; ``where`` limits them."""

    minimum: Threshold
    treatments: tuple[Treatment, ...]
    where: Condition | None = None


def _failed_but(
    trials: tuple[Trials, ...], faults: Callable[[Treatment, Threshold], tuple[Condition, ...]]
) -> Condition:
    """One of these is said to have failed, and has one of the faults."""
    found = []
    for each in trials:
        doubt = any_of(
            *(
                all_of(
                    treatments.cell(drug, outcome).is_(Outcome.FAILED),
                    any_of(*faults(drug, each.minimum)),
                )
                for drug in each.treatments
            )
        )
        found.append(doubt if each.where is None else all_of(each.where, doubt))
    return any_of(*found)


def _inadequate(drug: Treatment, minimum: Threshold) -> tuple[Condition, ...]:
    return (
        treatments.cell(drug, weeks).below(minimum),
        treatments.cell(drug, full_dose).no,
        treatments.cell(drug, taken_as_agreed).no,
    )


def _doubtful(drug: Treatment, minimum: Threshold) -> tuple[Condition, ...]:
    return (
        *_inadequate(drug, minimum),
        treatments.cell(drug, weeks).is_not_known(),
        treatments.cell(drug, full_dose).is_not_known(),
        treatments.cell(drug, taken_as_agreed).is_not_known(),
    )


def known_inadequate(trials: tuple[Trials, ...]) -> Condition:
    """One that is said to have failed is known to have been too little, too short or missed."""
    return _failed_but(trials, _inadequate)


def tried(treatment: Treatment, how_long: int) -> tuple[Is, ...]:
    """A treatment that failed after so many weeks in full dose, for examples."""
    return (
        treatments.cell(treatment, outcome).is_(Outcome.FAILED),
        treatments.cell(treatment, weeks).is_(how_long),
        treatments.cell(treatment, full_dose).yes,
        treatments.cell(treatment, taken_as_agreed).yes,
    )


def _rule(
    number: int,
    about: str,
    cites: tuple[str, ...],
    guard: Is | IsOneOf,
    trials: tuple[Trials, ...],
    *edges: tuple[tuple[Is, ...], Treatment, int],
) -> Rule:
    """A rule for one disease; at each edge, one week less is in doubt and the number is enough."""
    examples = (
        example
        for patient, treatment, enough in edges
        for example in (
            fires(*patient, *tried(treatment, enough - 1)),
            silent(*patient, *tried(treatment, enough)),
        )
    )
    return Rule(
        id=f"RGOV-{number}",
        title=f"{about}: a failure that may not be one",
        cites=cites,
        when=all_of(guard, _failed_but(trials, _doubtful)),
        then=NOT_YET_REFRACTORY,
        because="What was too little, too short or not taken has not been tried; dose and "
        "adherence are checked before the drug is blamed.",
        misuse="Doubt about a trial is no reproach to the patient.",
        confidence=Confidence.OWN,
        examples=tuple(examples),
    )


LUPUS_TRIALS = (
    Trials(
        LUPUS_CONVENTIONAL,
        (
            Treatment.MYCOPHENOLATE,
            Treatment.AZATHIOPRINE,
            Treatment.METHOTREXATE,
            Treatment.CALCINEURIN_INHIBITOR,
        ),
    ),
    Trials(LUPUS_BIOLOGIC, (Treatment.BELIMUMAB, Treatment.ANIFROLUMAB, Treatment.ANTI_CD20)),
    Trials(LOW_DOSE_COURSE, (Treatment.CYCLOPHOSPHAMIDE,)),
    # The kidney answers later than skin and joints do.
    Trials(
        NEPHRITIS_COURSE,
        (
            Treatment.MYCOPHENOLATE,
            Treatment.ANTI_CD20,
            Treatment.BELIMUMAB,
            Treatment.CALCINEURIN_INHIBITOR,
        ),
        where=any_of(PROLIFERATIVE, MEMBRANOUS),
    ),
)
VASCULITIS_TRIALS = (
    Trials(VASCULITIS_INDUCTION, (Treatment.ANTI_CD20, Treatment.CYCLOPHOSPHAMIDE)),
    Trials(
        VASCULITIS_CONVENTIONAL,
        (Treatment.METHOTREXATE, Treatment.MYCOPHENOLATE, Treatment.AZATHIOPRINE),
    ),
)
SCLEROSIS_TRIALS = (
    Trials(
        MS_TRIAL,
        (
            Treatment.ANTI_CD20,
            Treatment.PLATFORM_MS_DRUG,
            Treatment.NATALIZUMAB,
            Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
        ),
    ),
)
ARTHRITIS_TRIALS = (
    Trials(
        ARTHRITIS_TRIAL,
        (
            Treatment.METHOTREXATE,
            Treatment.LEFLUNOMIDE_OR_SULFASALAZINE,
            Treatment.TNF_INHIBITOR,
            Treatment.ABATACEPT,
            Treatment.ANTI_CD20,
            Treatment.IL6_INHIBITOR,
            Treatment.JAK_INHIBITOR,
        ),
    ),
)
MYOPATHY_TRIALS = (
    Trials(
        MYOPATHY_TRIAL,
        (
            Treatment.GLUCOCORTICOID,
            Treatment.METHOTREXATE,
            Treatment.AZATHIOPRINE,
            Treatment.MYCOPHENOLATE,
            Treatment.CALCINEURIN_INHIBITOR,
            Treatment.IMMUNOGLOBULIN,
            Treatment.ANTI_CD20,
            Treatment.ABATACEPT,
        ),
    ),
)
lupus = _rule(
    10,
    "lupus",
    ("ACR-LN24", "EULAR-SLE23", "TEACH", "S12", "S37"),
    LUPUS,
    LUPUS_TRIALS,
    ((LUPUS, CLASS_IV), Treatment.MYCOPHENOLATE, 26),
    ((LUPUS, CLASS_IV), Treatment.BELIMUMAB, 26),
    ((LUPUS, CLASS_IV), Treatment.CALCINEURIN_INHIBITOR, 26),
    ((LUPUS,), Treatment.CALCINEURIN_INHIBITOR, 12),
    ((LUPUS,), Treatment.MYCOPHENOLATE, 12),
    ((LUPUS,), Treatment.BELIMUMAB, 24),
    ((LUPUS,), Treatment.CYCLOPHOSPHAMIDE, 10),
)

vasculitis = _rule(
    11,
    "vasculitis",
    ("AAV-DEF07", "ACRVF21", "EULAR-AAV22", "TEACH", "S26", "S37"),
    ANY_VASCULITIS,
    VASCULITIS_TRIALS,
    ((GPA,), Treatment.ANTI_CD20, 4),
    ((GPA,), Treatment.METHOTREXATE, 12),
)

sclerosis = _rule(
    12,
    "multiple sclerosis",
    ("AAN18", "TEACH", "S19", "S37"),
    SCLEROSIS,
    SCLEROSIS_TRIALS,
    ((SCLEROSIS,), Treatment.ANTI_CD20, 26),
)

arthritis = _rule(
    13,
    "rheumatoid arthritis",
    ("ACR-RA21", "EULAR-RA22", "TEACH", "S29", "S37"),
    ARTHRITIS,
    ARTHRITIS_TRIALS,
    ((ARTHRITIS,), Treatment.METHOTREXATE, 13),
)

myopathy = _rule(
    14,
    "myopathy",
    ("GENERAL", "BSR-IIM22", "TEACH", "S29", "S37"),
    MYOPATHY,
    MYOPATHY_TRIALS,
    ((MYOPATHY,), Treatment.METHOTREXATE, 12),
)

not_tolerated = Rule(
    id="RGOV-18",
    title="called unresponsive, and a treatment was not tolerated",
    cites=("TEACH", "S12", "S37"),
    when=all_of(
        EITHER_NAMED,
        UNRESPONSIVE.yes,
        any_of(*(treatments.cell(each, outcome).is_(Outcome.NOT_TOLERATED) for each in Treatment)),
    ),
    then=NOT_TOLERATED,
    because="What was stopped early has not shown what it does; that it cannot be had is another "
    "reason, with another next step.",
    misuse="It closes the step all the same: nobody asks for it to be taken again.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            LUPUS,
            unresponsive_to_safer_therapy.yes,
            treatments.cell(Treatment.MYCOPHENOLATE, outcome).is_(Outcome.NOT_TOLERATED),
        ),
        silent(
            LUPUS,
            unresponsive_to_safer_therapy.yes,
            treatments.cell(Treatment.MYCOPHENOLATE, outcome).is_(Outcome.FAILED),
        ),
    ),
)

TRIALS = (lupus, vasculitis, sclerosis, arthritis, myopathy)
