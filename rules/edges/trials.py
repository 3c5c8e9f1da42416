"""Edges of treatments that are said to have failed, and may not have been tried properly.

Weeks as in the definitions of an adequate trial, disease by disease, written out again.
"""

from collections.abc import Iterator

from engine.language import (
    Edges,
    Example,
    Is,
    edges,
    fires_for_each,
    fires_without_each,
    silent_for_each,
    silent_without_each,
)
from rules.edges.courses import failed
from rules.edges.diagnoses import ARTHRITIS, GPA, LUPUS, MYOPATHY, SCLEROSIS
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.lupus import NephritisClass, nephritis_class
from rules.vocabulary.options import Diagnosis
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

NEPHRITIS = (LUPUS, nephritis_class.is_(NephritisClass.IV))
# The organ answers late where the biopsy shows one of these.
LATE = (
    NephritisClass.III,
    NephritisClass.IV,
    NephritisClass.V,
    NephritisClass.III_V,
    NephritisClass.IV_V,
)

# What was never tried has no weeks, and cannot be told with them.
TAKEN = tuple(each for each in Outcome if each not in {Outcome.FAILED, Outcome.NOT_TRIED})


def _doubt(patient: tuple[Is, ...], drug: Treatment, enough: int) -> Iterator[tuple[Example, ...]]:
    """A course is in doubt where it was short, too little or missed, or one of these is unknown."""
    proper, short = (*patient, *failed(drug, enough)), (*patient, *failed(drug, enough - 1))
    told = [treatments.cell(drug, column) for column in (full_dose, taken_as_agreed)]
    yield silent_for_each(proper)
    yield fires_for_each(
        proper, treatments.cell(drug, weeks).is_(enough - 1), *(each.no for each in told)
    )
    yield fires_without_each(
        proper, treatments.cell(drug, weeks).is_(enough), *(each.yes for each in told)
    )
    # What did not fail is in no doubt, however short it was.
    yield silent_for_each(short, *(treatments.cell(drug, outcome).is_(each) for each in TAKEN))


def _trials(
    patient: tuple[Is, ...], *enough: tuple[int, tuple[Treatment, ...]]
) -> Iterator[tuple[Example, ...]]:
    for how_long, drugs in enough:
        for drug in drugs:
            yield from _doubt(patient, drug, how_long)
    how_long, (drug, *_) = enough[0]
    short = (*patient, *failed(drug, how_long - 1))
    # Which disease it is has to be known, and to be this one.
    yield silent_without_each(short, patient[0])
    yield silent_for_each(short, *_others(patient[0]))


def _others(disease: Is) -> tuple[Is, ...]:
    """Diseases in which these tables of drugs are asked for too."""
    return tuple(each for each in (LUPUS, GPA, SCLEROSIS, ARTHRITIS, MYOPATHY) if each != disease)


LUPUS_DRUGS = (
    (
        12,
        (
            Treatment.MYCOPHENOLATE,
            Treatment.AZATHIOPRINE,
            Treatment.METHOTREXATE,
            Treatment.CALCINEURIN_INHIBITOR,
        ),
    ),
    (24, (Treatment.BELIMUMAB, Treatment.ANIFROLUMAB, Treatment.ANTI_CD20)),
    (10, (Treatment.CYCLOPHOSPHAMIDE,)),
)
NEPHRITIS_DRUGS = (
    26,
    (
        Treatment.MYCOPHENOLATE,
        Treatment.ANTI_CD20,
        Treatment.BELIMUMAB,
        Treatment.CALCINEURIN_INHIBITOR,
    ),
)
SIX_MONTHS_BUT_A_WEEK = (LUPUS, *failed(Treatment.MYCOPHENOLATE, 25))

NOT_TOLERATED = {
    LUPUS: (
        Treatment.HYDROXYCHLOROQUINE,
        Treatment.GLUCOCORTICOID,
        Treatment.MYCOPHENOLATE,
        Treatment.AZATHIOPRINE,
        Treatment.METHOTREXATE,
        Treatment.CALCINEURIN_INHIBITOR,
        Treatment.BELIMUMAB,
        Treatment.ANIFROLUMAB,
        Treatment.ANTI_CD20,
        Treatment.CYCLOPHOSPHAMIDE,
        Treatment.IMMUNOGLOBULIN,
        Treatment.PLASMA_EXCHANGE,
    ),
    SCLEROSIS: (
        Treatment.PLATFORM_MS_DRUG,
        Treatment.NATALIZUMAB,
        Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
        Treatment.STEM_CELL_TRANSPLANTATION,
    ),
    ARTHRITIS: (
        Treatment.LEFLUNOMIDE_OR_SULFASALAZINE,
        Treatment.TNF_INHIBITOR,
        Treatment.ABATACEPT,
        Treatment.IL6_INHIBITOR,
        Treatment.JAK_INHIBITOR,
    ),
    diagnosis.is_(Diagnosis.OTHER_VASCULITIS): (Treatment.MEPOLIZUMAB,),
}
METHOTREXATE_NOT_TOLERATED = (
    LUPUS,
    unresponsive_to_safer_therapy.yes,
    treatments.cell(Treatment.METHOTREXATE, outcome).is_(Outcome.NOT_TOLERATED),
)
SPOKEN_OF = (
    Diagnosis.LUPUS,
    Diagnosis.GPA,
    Diagnosis.MPA,
    Diagnosis.OTHER_VASCULITIS,
    Diagnosis.RHEUMATOID_ARTHRITIS,
    Diagnosis.AUTOIMMUNE_MYOPATHY,
)

TRIALS: tuple[Edges, ...] = (
    edges(
        "RGOV-10",
        *_trials((LUPUS,), *LUPUS_DRUGS),
        *_trials(NEPHRITIS, NEPHRITIS_DRUGS),
        fires_for_each(SIX_MONTHS_BUT_A_WEEK, *(nephritis_class.is_(each) for each in LATE)),
        silent_for_each(
            SIX_MONTHS_BUT_A_WEEK,
            *(nephritis_class.is_(each) for each in NephritisClass if each not in LATE),
        ),
    ),
    edges(
        "RGOV-11",
        *_trials(
            (GPA,),
            (4, (Treatment.ANTI_CD20, Treatment.CYCLOPHOSPHAMIDE)),
            (12, (Treatment.METHOTREXATE, Treatment.MYCOPHENOLATE, Treatment.AZATHIOPRINE)),
        ),
        fires_for_each(
            (GPA, *failed(Treatment.ANTI_CD20, 3)),
            diagnosis.is_(Diagnosis.MPA),
            diagnosis.is_(Diagnosis.OTHER_VASCULITIS),
        ),
    ),
    edges(
        "RGOV-12",
        *_trials(
            (SCLEROSIS,),
            (
                26,
                (
                    Treatment.ANTI_CD20,
                    Treatment.PLATFORM_MS_DRUG,
                    Treatment.NATALIZUMAB,
                    Treatment.CLADRIBINE_S1P_OR_ALEMTUZUMAB,
                ),
            ),
        ),
    ),
    edges(
        "RGOV-13",
        *_trials(
            (ARTHRITIS,),
            (
                13,
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
        ),
    ),
    edges(
        "RGOV-14",
        *_trials(
            (MYOPATHY,),
            (
                12,
                (
                    Treatment.METHOTREXATE,
                    Treatment.GLUCOCORTICOID,
                    Treatment.AZATHIOPRINE,
                    Treatment.MYCOPHENOLATE,
                    Treatment.CALCINEURIN_INHIBITOR,
                    Treatment.IMMUNOGLOBULIN,
                    Treatment.ANTI_CD20,
                    Treatment.ABATACEPT,
                ),
            ),
        ),
    ),
    edges(
        "RGOV-18",
        *(
            fires_for_each(
                (disease, unresponsive_to_safer_therapy.yes),
                *(treatments.cell(each, outcome).is_(Outcome.NOT_TOLERATED) for each in drugs),
            )
            for disease, drugs in NOT_TOLERATED.items()
        ),
        fires_for_each(
            METHOTREXATE_NOT_TOLERATED,
            *(diagnosis.is_(each) for each in SPOKEN_OF),
        ),
        silent_for_each(
            METHOTREXATE_NOT_TOLERATED,
            diagnosis.is_(Diagnosis.OTHER_AUTOIMMUNE),
            unresponsive_to_safer_therapy.no,
        ),
        silent_without_each(METHOTREXATE_NOT_TOLERATED),
    ),
)
