"""Edges of prevention and monitoring: when a drug is talked of, and what is in place already."""

from engine.language import Edges, Example, Is, edges, fires_for_each, silent_for_each
from rules.edges.diagnoses import GPA, LUPUS, SCLEROSIS, cyclophosphamide_named, sclerosis_only
from rules.vocabulary.heart import Hypersensitivity, hypersensitivity
from rules.vocabulary.infection import PneumocystisProphylaxis, pneumocystis_prophylaxis
from rules.vocabulary.lupus import NephritisClass, nephritis_class
from rules.vocabulary.organs import OrganThreat, organ_threats
from rules.vocabulary.reproduction import fertility_wish
from rules.vocabulary.sclerosis import (
    MsCourse,
    disabling_relapses_12_months,
    gadolinium_lesions,
    ms_course,
)
from rules.vocabulary.treatments import (
    Medicine,
    cyclophosphamide_months,
    medicines,
    on_cyclophosphamide,
    prior_cyclophosphamide,
    prior_mitoxantrone,
)

RUNS = on_cyclophosphamide.yes
NOT_RUNNING = on_cyclophosphamide.no
NERVES = (GPA, organ_threats.has(OrganThreat.MONONEURITIS))
NO_NERVES = (GPA, organ_threats.has_not(OrganThreat.MONONEURITIS))
CLASS_IV = (LUPUS, nephritis_class.is_(NephritisClass.IV))
CLASS_II = (LUPUS, nephritis_class.is_(NephritisClass.II))
PLAN = {each: pneumocystis_prophylaxis.is_(each) for each in PneumocystisProphylaxis}
SULFONAMIDE = hypersensitivity.has(Hypersensitivity.SULFONAMIDE)
METHOTREXATE = medicines.has(Medicine.METHOTREXATE)

EVOLVING = (SCLEROSIS, disabling_relapses_12_months.is_(2), gadolinium_lesions.is_(1))
OPTION = (*EVOLVING, ms_course.is_(MsCourse.RELAPSING_REMITTING))
NO_OPTION = (*EVOLVING, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE))


def talked_of(*patient: Is) -> tuple[Example, ...]:
    """The rule fires where cyclophosphamide is an option or runs, and nowhere else."""
    return (
        *cyclophosphamide_named(RUNS, *patient),
        *fires_for_each(patient, CLASS_IV, NERVES),
        *fires_for_each((*CLASS_IV, *patient), NOT_RUNNING),
        *fires_for_each((*NO_NERVES, *patient), RUNS),
        *silent_for_each((*NO_NERVES, *patient), NOT_RUNNING),
        *silent_for_each(patient, GPA, CLASS_II),
    )


def mitoxantrone_talked_of(*patient: Is) -> tuple[Example, ...]:
    """The rule fires where mitoxantrone is an option, and nowhere else."""
    return (
        *fires_for_each((*OPTION, *patient)),
        *silent_for_each((*NO_OPTION, *patient)),
        *silent_for_each(patient, CLASS_IV, (GPA, RUNS)),
    )


PREVENTION: tuple[Edges, ...] = (
    edges(
        "RPRE-1",
        talked_of(),
        talked_of(PLAN[PneumocystisProphylaxis.NOT_PLANNED]),
        fires_for_each(
            CLASS_IV,
            (),
            PLAN[PneumocystisProphylaxis.NOT_PLANNED],
            PLAN[PneumocystisProphylaxis.NOT_NEEDED],
        ),
        silent_for_each(
            CLASS_IV,
            PLAN[PneumocystisProphylaxis.PLANNED],
            PLAN[PneumocystisProphylaxis.IN_PLACE],
        ),
    ),
    edges(
        "RPRE-2",
        talked_of(SULFONAMIDE),
        talked_of(METHOTREXATE),
        silent_for_each(CLASS_IV, (), hypersensitivity.has_not(Hypersensitivity.SULFONAMIDE)),
        silent_for_each(CLASS_IV, medicines.has_not(Medicine.METHOTREXATE)),
    ),
    edges(
        "RPRE-3",
        talked_of(),
        talked_of(fertility_wish.yes),
        silent_for_each(CLASS_IV, fertility_wish.no),
    ),
    edges("RPRE-4", talked_of()),
    edges("RPRE-5", talked_of()),
    edges(
        "RPRE-6",
        cyclophosphamide_named(RUNS, cyclophosphamide_months.is_(7)),
        fires_for_each((GPA, RUNS), (), cyclophosphamide_months.is_(7)),
        silent_for_each((GPA, RUNS), cyclophosphamide_months.is_(6)),
        silent_for_each((GPA, cyclophosphamide_months.is_(7)), (), NOT_RUNNING),
    ),
    # No wish for children is not contraception.
    edges("RPRE-7", talked_of(), talked_of(fertility_wish.no), talked_of(fertility_wish.yes)),
    edges("RPRE-8", mitoxantrone_talked_of(), mitoxantrone_talked_of(fertility_wish.no)),
    edges(
        "RPRE-9",
        fires_for_each(CLASS_IV, (), NOT_RUNNING),
        fires_for_each(NERVES, (), NOT_RUNNING),
        silent_for_each(CLASS_IV, RUNS),
        silent_for_each(CLASS_II, (), NOT_RUNNING),
        silent_for_each(NO_NERVES, (), NOT_RUNNING),
    ),
    edges(
        "RPRE-10",
        mitoxantrone_talked_of(),
        mitoxantrone_talked_of(fertility_wish.yes),
        silent_for_each(OPTION, fertility_wish.no),
    ),
    edges("RPRE-11", mitoxantrone_talked_of()),
    edges("RMON-1", talked_of()),
    edges(
        "RMON-2",
        cyclophosphamide_named(prior_cyclophosphamide.is_(1)),
        silent_for_each((GPA,), (), prior_cyclophosphamide.is_(0)),
    ),
    edges("RMON-3", mitoxantrone_talked_of()),
    edges(
        "RMON-4",
        sclerosis_only(prior_mitoxantrone.is_(1)),
        silent_for_each((SCLEROSIS,), (), prior_mitoxantrone.is_(0)),
    ),
)
