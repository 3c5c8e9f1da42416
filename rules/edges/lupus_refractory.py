"""Edges of lupus: what refractory means, with nephritis and without, and for the team."""

from engine.language import (
    Edges,
    Example,
    Told,
    edges,
    fires_for_each,
    silent_for_each,
    silent_without_each,
    without,
)
from rules.edges.courses import failed, only_failed
from rules.edges.lupus_criteria import MEMBRANOUS, NOT_BIOPSIED, PROLIFERATIVE, QUIET_CLASSES
from rules.reference.guards import LUPUS
from rules.vocabulary.lupus import NephritisClass, nephritis_class, sledai_2k
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatment import unresponsive_to_safer_therapy
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    outcome,
    prednisone,
    treatments,
)

NEPHRITIS = (LUPUS, nephritis_class.is_(NephritisClass.IV), mimics_excluded.yes)
MYCOPHENOLATE = failed(Treatment.MYCOPHENOLATE, 26)
EURO_LUPUS = failed(Treatment.CYCLOPHOSPHAMIDE, 10)
BELIMUMAB = failed(Treatment.BELIMUMAB, 26)
CALCINEURIN = failed(Treatment.CALCINEURIN_INHIBITOR, 26)
TWICE = (*NEPHRITIS, *MYCOPHENOLATE, *EURO_LUPUS)


def two_courses() -> tuple[Example, ...]:
    """Half a year of a drug, or the ten weeks of a low-dose course, each with one other course."""
    first = (*NEPHRITIS, *MYCOPHENOLATE)
    return (
        *only_failed((*NEPHRITIS, *EURO_LUPUS), Treatment.MYCOPHENOLATE, 26),
        *only_failed(first, Treatment.CYCLOPHOSPHAMIDE, 10),
        *only_failed(first, Treatment.ANTI_CD20, 26),
        # Beside mycophenolate, belimumab and a calcineurin inhibitor are one course more, not each.
        *only_failed((*first, *CALCINEURIN), Treatment.BELIMUMAB, 26),
        *only_failed((*first, *BELIMUMAB), Treatment.CALCINEURIN_INHIBITOR, 26),
        *silent_without_each((*first, *BELIMUMAB, *CALCINEURIN), *BELIMUMAB, *CALCINEURIN),
        *silent_for_each(NEPHRITIS, MYCOPHENOLATE, EURO_LUPUS, (*BELIMUMAB, *CALCINEURIN)),
        *silent_for_each(first, *(failed(each, 26) for each in NO_COURSE)),
        *fires_for_each(TWICE, *PROLIFERATIVE, MEMBRANOUS),
        *silent_for_each(TWICE, *QUIET_CLASSES, NOT_BIOPSIED, mimics_excluded.no),
        *silent_without_each(TWICE),
    )


NO_COURSE = (Treatment.METHOTREXATE, Treatment.AZATHIOPRINE, Treatment.ANIFROLUMAB)

STEROID = treatments.cell(Treatment.GLUCOCORTICOID, outcome)
CHLOROQUINE = treatments.cell(Treatment.HYDROXYCHLOROQUINE, outcome)
BEGUN = (
    Outcome.IN_PROGRESS,
    Outcome.WORKED,
    Outcome.PARTIAL,
    Outcome.FAILED,
    Outcome.NOT_TOLERATED,
    Outcome.CONTRAINDICATED,
    Outcome.NOT_AVAILABLE,
)
SKIN_AND_JOINTS = (
    LUPUS,
    nephritis_class.is_(NephritisClass.NONE),
    CHLOROQUINE.is_(Outcome.PARTIAL),
    STEROID.is_(Outcome.PARTIAL),
    sledai_2k.is_(6),
    mimics_excluded.yes,
)
METHOTREXATE = failed(Treatment.METHOTREXATE, 12)
AZATHIOPRINE = failed(Treatment.AZATHIOPRINE, 12)
BOTH = (*SKIN_AND_JOINTS, *METHOTREXATE, *AZATHIOPRINE)
NO_SCORE = without(BOTH, sledai_2k.is_(6))
ONE = (*SKIN_AND_JOINTS, *METHOTREXATE)


def two_agents() -> tuple[Example, ...]:
    """Twelve weeks of a conventional drug, twenty-four of a biologic, with one other agent."""
    return (
        *only_failed((*SKIN_AND_JOINTS, *AZATHIOPRINE), Treatment.METHOTREXATE, 12),
        *only_failed(ONE, Treatment.AZATHIOPRINE, 12),
        *only_failed(ONE, Treatment.MYCOPHENOLATE, 12),
        *only_failed(ONE, Treatment.BELIMUMAB, 24),
        *only_failed(ONE, Treatment.ANIFROLUMAB, 24),
        *silent_for_each(ONE),
        *silent_for_each(
            ONE, failed(Treatment.ANTI_CD20, 26), failed(Treatment.CYCLOPHOSPHAMIDE, 10)
        ),
    )


def still_active() -> tuple[Example, ...]:
    """A score of 6 or more, or prednisone that stays above 7.5 mg a day."""
    return (
        *fires_for_each(BOTH),
        *fires_for_each(NO_SCORE, prednisone.is_(7.6), (sledai_2k.is_(5), prednisone.is_(7.6))),
        *fires_for_each(BOTH, prednisone.is_(5)),
        *silent_for_each(
            NO_SCORE,
            sledai_2k.is_(5),
            prednisone.is_(7.5),
            (sledai_2k.is_(5), prednisone.is_(7.5)),
        ),
    )


def before_and_beside() -> Told:
    """Each answer about hydroxychloroquine and glucocorticoid that is not "not tried"."""
    return tuple(cell.is_(each) for cell in (CHLOROQUINE, STEROID) for each in BEGUN)


LUPUS_REFRACTORY: tuple[Edges, ...] = (
    edges("RLUP-11", two_courses()),
    edges(
        "RLUP-12",
        two_agents(),
        still_active(),
        fires_for_each(BOTH, *before_and_beside()),
        silent_for_each(BOTH, CHLOROQUINE.is_(Outcome.NOT_TRIED), STEROID.is_(Outcome.NOT_TRIED)),
        fires_for_each(
            BOTH,
            nephritis_class.is_(NephritisClass.I),
            nephritis_class.is_(NephritisClass.II),
        ),
        silent_for_each(
            BOTH,
            *PROLIFERATIVE,
            MEMBRANOUS,
            NOT_BIOPSIED,
            mimics_excluded.no,
        ),
        silent_without_each(BOTH),
    ),
    edges(
        "RLUP-16",
        two_courses(),
        fires_for_each(TWICE, unresponsive_to_safer_therapy.yes),
        silent_for_each((*NEPHRITIS, *MYCOPHENOLATE, unresponsive_to_safer_therapy.yes)),
    ),
)
