"""Edges of methotrexate in the small weekly dose: who takes it, and what stops it."""

from engine.language import Edges, Example, Is, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import ARTHRITIS, cyclophosphamide_named
from rules.vocabulary.blood import alt, neutrophils, platelets, wbc
from rules.vocabulary.heart import Hypersensitivity, hypersensitivity
from rules.vocabulary.organs import dialysis_needed, egfr
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status
from rules.vocabulary.treatments import (
    Medicine,
    MethotrexateFrequency,
    Outcome,
    Treatment,
    medicines,
    methotrexate_frequency,
    outcome,
    treatments,
)

WEEKLY = methotrexate_frequency.is_(MethotrexateFrequency.WEEKLY)
DAILY = methotrexate_frequency.is_(MethotrexateFrequency.DAILY)
OTHERWISE = methotrexate_frequency.is_(MethotrexateFrequency.OTHER)
LISTED = medicines.has(Medicine.METHOTREXATE)
NOT_LISTED = medicines.has_not(Medicine.METHOTREXATE)
TRIED = treatments.cell(Treatment.METHOTREXATE, outcome)
ON_IT = (ARTHRITIS, WEEKLY)
ALLERGIC = hypersensitivity.has(Hypersensitivity.METHOTREXATE)


def on_methotrexate(*patient: Is) -> tuple[Example, ...]:
    """The rule fires for who takes it, however that is told, and for nobody else."""
    return (
        *cyclophosphamide_named(WEEKLY, *patient),
        *fires_for_each(
            (ARTHRITIS, *patient),
            LISTED,
            WEEKLY,
            DAILY,
            OTHERWISE,
            TRIED.is_(Outcome.IN_PROGRESS),
            TRIED.is_(Outcome.WORKED),
            TRIED.is_(Outcome.PARTIAL),
        ),
        *silent_for_each(
            (ARTHRITIS, NOT_LISTED, *patient),
            (),
            TRIED.is_(Outcome.NOT_TRIED),
            TRIED.is_(Outcome.FAILED),
            TRIED.is_(Outcome.NOT_TOLERATED),
            TRIED.is_(Outcome.CONTRAINDICATED),
            TRIED.is_(Outcome.NOT_AVAILABLE),
        ),
    )


METHOTREXATE: tuple[Edges, ...] = (
    edges("RMTX-1", on_methotrexate()),
    edges(
        "RMTX-2",
        cyclophosphamide_named(DAILY),
        fires_for_each((ARTHRITIS,), DAILY, OTHERWISE),
        silent_for_each((ARTHRITIS, LISTED), (), WEEKLY),
    ),
    edges(
        "RMTX-3",
        on_methotrexate(pregnancy_status.is_(PregnancyStatus.TRIMESTER_1)),
        fires_for_each(
            ON_IT,
            pregnancy_status.is_(PregnancyStatus.TRIMESTER_1),
            pregnancy_status.is_(PregnancyStatus.TRIMESTER_2),
            pregnancy_status.is_(PregnancyStatus.TRIMESTER_3),
            pregnancy_status.is_(PregnancyStatus.BREASTFEEDING),
        ),
        silent_for_each(ON_IT, (), pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)),
    ),
    edges(
        "RMTX-4",
        on_methotrexate(medicines.has(Medicine.CO_TRIMOXAZOLE)),
        silent_for_each(ON_IT, (), medicines.has_not(Medicine.CO_TRIMOXAZOLE)),
    ),
    edges(
        "RMTX-5",
        on_methotrexate(egfr.is_(30)),
        fires_for_each(ON_IT, egfr.is_(30), egfr.is_(59)),
        silent_for_each(ON_IT, (), egfr.is_(29), egfr.is_(60)),
    ),
    edges(
        "RMTX-6",
        on_methotrexate(platelets.is_(139)),
        fires_for_each(ON_IT, wbc.is_(3.4), neutrophils.is_(1.5), platelets.is_(139), alt.is_(2.6)),
        silent_for_each(
            ON_IT, (), wbc.is_(3.5), neutrophils.is_(1.6), platelets.is_(140), alt.is_(2.5)
        ),
        # One of them out of bounds among others that are not is enough.
        fires_for_each(
            (*ON_IT, wbc.is_(3.5), neutrophils.is_(1.6), platelets.is_(140), alt.is_(2.5)),
            wbc.is_(3.4),
            neutrophils.is_(1.5),
            platelets.is_(139),
            alt.is_(2.6),
        ),
        silent_for_each(
            (*ON_IT, wbc.is_(3.5), neutrophils.is_(1.6), platelets.is_(140), alt.is_(2.5))
        ),
    ),
    edges(
        "RMTX-7",
        on_methotrexate(ALLERGIC),
        silent_for_each(
            (*ON_IT, hypersensitivity.has_not(Hypersensitivity.METHOTREXATE)),
            (),
            hypersensitivity.has(Hypersensitivity.SULFONAMIDE),
        ),
    ),
    edges(
        "RMTX-8",
        on_methotrexate(egfr.is_(29)),
        fires_for_each(ON_IT, egfr.is_(29), dialysis_needed.yes),
        fires_for_each((*ON_IT, dialysis_needed.no), egfr.is_(29)),
        silent_for_each(ON_IT, (), egfr.is_(30), dialysis_needed.no),
        silent_for_each((*ON_IT, dialysis_needed.no), egfr.is_(30)),
    ),
)
