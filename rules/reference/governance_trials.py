"""Treatments that are said to have failed, and may not have been tried properly."""

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


def _doubtful(minimum: Threshold, *tried: Treatment) -> Condition:
    """One of these is said to have failed without having been adequate, as far as is known."""
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
    cites: tuple[str, ...],
    guard: Is | IsOneOf,
    doubts: tuple[Condition, ...],
    *edges: tuple[tuple[Is, ...], Treatment, int],
) -> Rule:
    """A rule for one disease; at each edge, one week less is in doubt and the number is enough."""
    examples = (
        example
        for patient, treatment, enough in edges
        for example in (
            fires(*patient, *_tried(treatment, enough - 1)),
            silent(*patient, *_tried(treatment, enough)),
        )
    )
    return Rule(
        id=f"RGOV-{number}",
        title=f"{about}: a failure that may not be one",
        cites=cites,
        when=all_of(guard, any_of(*doubts)),
        then=NOT_YET_REFRACTORY,
        because="What was too little, too short or not taken has not been tried; dose and "
        "adherence are checked before the drug is blamed.",
        misuse="Doubt about a trial is no reproach to the patient.",
        confidence=Confidence.OWN,
        examples=tuple(examples),
    )


lupus = _rule(
    10,
    "lupus",
    ("ACR-LN24", "EULAR-SLE23", "TEACH", "S12", "S37"),
    LUPUS,
    (
        _doubtful(
            LUPUS_CONVENTIONAL,
            Treatment.MYCOPHENOLATE,
            Treatment.AZATHIOPRINE,
            Treatment.METHOTREXATE,
            Treatment.CALCINEURIN_INHIBITOR,
        ),
        _doubtful(LUPUS_BIOLOGIC, Treatment.BELIMUMAB, Treatment.ANIFROLUMAB, Treatment.ANTI_CD20),
        _doubtful(LOW_DOSE_COURSE, Treatment.CYCLOPHOSPHAMIDE),
        # The kidney answers later than skin and joints do.
        all_of(
            any_of(PROLIFERATIVE, MEMBRANOUS),
            _doubtful(
                NEPHRITIS_COURSE,
                Treatment.MYCOPHENOLATE,
                Treatment.ANTI_CD20,
                Treatment.BELIMUMAB,
                Treatment.CALCINEURIN_INHIBITOR,
            ),
        ),
    ),
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
    (
        _doubtful(VASCULITIS_INDUCTION, Treatment.ANTI_CD20, Treatment.CYCLOPHOSPHAMIDE),
        _doubtful(
            VASCULITIS_CONVENTIONAL,
            Treatment.METHOTREXATE,
            Treatment.MYCOPHENOLATE,
            Treatment.AZATHIOPRINE,
        ),
    ),
    ((GPA,), Treatment.ANTI_CD20, 4),
    ((GPA,), Treatment.METHOTREXATE, 12),
)

sclerosis = _rule(
    12,
    "multiple sclerosis",
    ("AAN18", "TEACH", "S19", "S37"),
    SCLEROSIS,
    (
        _doubtful(
            MS_TRIAL,
            Treatment.ANTI_CD20,
            Treatment.PLATFORM_MS_DRUG,
            Treatment.NATALIZUMAB,
            Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
        ),
    ),
    ((SCLEROSIS,), Treatment.ANTI_CD20, 26),
)

arthritis = _rule(
    13,
    "rheumatoid arthritis",
    ("ACR-RA21", "EULAR-RA22", "TEACH", "S29", "S37"),
    ARTHRITIS,
    (
        _doubtful(
            ARTHRITIS_TRIAL,
            Treatment.METHOTREXATE,
            Treatment.LEFLUNOMIDE_OR_SULFASALAZINE,
            Treatment.TNF_INHIBITOR,
            Treatment.ABATACEPT,
            Treatment.ANTI_CD20,
            Treatment.IL6_INHIBITOR,
            Treatment.JAK_INHIBITOR,
        ),
    ),
    ((ARTHRITIS,), Treatment.METHOTREXATE, 13),
)

myopathy = _rule(
    14,
    "myopathy",
    ("GENERAL", "BSR-IIM22", "TEACH", "S29", "S37"),
    MYOPATHY,
    (
        _doubtful(
            MYOPATHY_TRIAL,
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
