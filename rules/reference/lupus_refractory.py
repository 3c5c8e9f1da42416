"""Lupus: what refractory means in published criteria."""

from engine.language import Confidence, Is, IsOneOf, Rule, all_of, any_of, at_least, fires, silent
from rules.reference.concepts import (
    CRITERIA_REFRACTORY,
)
from rules.reference.guards import LUPUS
from rules.reference.lupus_criteria import CLASS_IV, MEMBRANOUS, PROLIFERATIVE, failed_facts
from rules.reference.lupus_limits import (
    PREDNISONE_7_5,
    SLEDAI_6,
)
from rules.reference.trials import (
    LOW_DOSE_COURSE,
    LUPUS_BIOLOGIC,
    LUPUS_CONVENTIONAL,
    NEPHRITIS_COURSE,
    failed_adequately,
)
from rules.vocabulary.lupus import (
    NephritisClass,
    nephritis_class,
    sledai_2k,
)
from rules.vocabulary.patient import mimics_excluded
from rules.vocabulary.treatment import unresponsive_to_safer_therapy
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    outcome,
    prednisone,
    treatments,
    weeks,
)

NEPHRITIC_COURSES = (
    failed_adequately(Treatment.MYCOPHENOLATE, NEPHRITIS_COURSE),
    failed_adequately(Treatment.CYCLOPHOSPHAMIDE, LOW_DOSE_COURSE),
    failed_adequately(Treatment.ANTI_CD20, NEPHRITIS_COURSE),
    # Beside mycophenolate, belimumab and a calcineurin inhibitor are two triples, one after the
    # other.
    all_of(
        failed_adequately(Treatment.BELIMUMAB, NEPHRITIS_COURSE),
        failed_adequately(Treatment.CALCINEURIN_INHIBITOR, NEPHRITIS_COURSE),
    ),
)


# Where nobody calls the disease unresponsive and no such treatment is recorded, none is asked for;
# one that is told asks for the rest.
COURSES_MATTER = any_of(
    all_of(unresponsive_to_safer_therapy.is_known(), unresponsive_to_safer_therapy.yes),
    *(
        treatments.cell(each, outcome).is_known()
        for each in (
            Treatment.MYCOPHENOLATE,
            Treatment.CYCLOPHOSPHAMIDE,
            Treatment.ANTI_CD20,
            Treatment.BELIMUMAB,
            Treatment.CALCINEURIN_INHIBITOR,
        )
    ),
)
TWO_COURSES_FAILED = all_of(
    any_of(PROLIFERATIVE, MEMBRANOUS),
    at_least(2, *NEPHRITIC_COURSES),
    mimics_excluded.yes,
)


def weeks_of(treatment: Treatment, how_long: int) -> Is:
    """For how long a treatment was taken: for examples."""
    return treatments.cell(treatment, weeks).is_(how_long)


TWO_TRIPLES = (
    *failed_facts(Treatment.MYCOPHENOLATE, 60),
    *failed_facts(Treatment.BELIMUMAB, 30),
    *failed_facts(Treatment.CALCINEURIN_INHIBITOR, 30),
)
CALCINEURIN_WEEKS = weeks_of(Treatment.CALCINEURIN_INHIBITOR, 30)

refractory_nephritis = Rule(
    id="RLUP-11",
    title="refractory nephritis: two standard courses failed",
    cites=("ACR-LN24", "S12", "S37"),
    when=all_of(LUPUS, TWO_COURSES_FAILED),
    then=CRITERIA_REFRACTORY,
    because="One failure may be the drug's; two, each in full dose, long enough and taken, are the "
    "disease's.",
    misuse="Took it once is not refractory: dose and adherence are checked before the drug is.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            LUPUS,
            CLASS_IV,
            *failed_facts(Treatment.MYCOPHENOLATE, 39),
            *failed_facts(Treatment.CYCLOPHOSPHAMIDE, 12),
            mimics_excluded.yes,
        ),
        silent(
            LUPUS,
            CLASS_IV,
            *failed_facts(Treatment.MYCOPHENOLATE, 8),
            *failed_facts(Treatment.CYCLOPHOSPHAMIDE, 12),
            mimics_excluded.yes,
        ),
        fires(LUPUS, CLASS_IV, *TWO_TRIPLES, mimics_excluded.yes),
        silent(
            LUPUS,
            CLASS_IV,
            *(fact for fact in TWO_TRIPLES if fact != CALCINEURIN_WEEKS),
            weeks_of(Treatment.CALCINEURIN_INHIBITOR, 25),
            mimics_excluded.yes,
        ),
    ),
)


NON_RENAL = nephritis_class.is_one_of(NephritisClass.NONE, NephritisClass.I, NephritisClass.II)
STILL_ACTIVE = any_of(sledai_2k.at_least(SLEDAI_6), prednisone.above(PREDNISONE_7_5))


def begun(treatment: Treatment) -> IsOneOf:
    """The treatment was begun, or cannot be had: anything but not tried."""
    return treatments.cell(treatment, outcome).is_one_of(
        *(each for each in Outcome if each is not Outcome.NOT_TRIED)
    )


NON_RENAL_FAILURES = (
    treatments.cell(Treatment.HYDROXYCHLOROQUINE, outcome).is_(Outcome.WORKED),
    treatments.cell(Treatment.GLUCOCORTICOID, outcome).is_(Outcome.PARTIAL),
    *failed_facts(Treatment.METHOTREXATE, 20),
    *failed_facts(Treatment.BELIMUMAB, 30),
)

refractory_without_nephritis = Rule(
    id="RLUP-12",
    title="refractory lupus without nephritis: two agents failed, still active",
    cites=("EULAR-SLE23", "DORIS-TAB", "TEACH"),
    when=all_of(
        LUPUS,
        NON_RENAL,
        begun(Treatment.HYDROXYCHLOROQUINE),
        begun(Treatment.GLUCOCORTICOID),
        at_least(
            2,
            failed_adequately(Treatment.METHOTREXATE, LUPUS_CONVENTIONAL),
            failed_adequately(Treatment.AZATHIOPRINE, LUPUS_CONVENTIONAL),
            failed_adequately(Treatment.MYCOPHENOLATE, LUPUS_CONVENTIONAL),
            failed_adequately(Treatment.BELIMUMAB, LUPUS_BIOLOGIC),
            failed_adequately(Treatment.ANIFROLUMAB, LUPUS_BIOLOGIC),
        ),
        STILL_ACTIVE,
        mimics_excluded.yes,
    ),
    then=CRITERIA_REFRACTORY,
    because="Two agents beside hydroxychloroquine and glucocorticoid, given properly, are what "
    "guidelines offer before rituximab.",
    misuse="No guideline states a number; fatigue and scars are not activity.",
    confidence=Confidence.OWN,
    examples=(
        fires(
            LUPUS,
            nephritis_class.is_(NephritisClass.NONE),
            *NON_RENAL_FAILURES,
            sledai_2k.is_(8),
            mimics_excluded.yes,
        ),
        silent(
            LUPUS,
            nephritis_class.is_(NephritisClass.NONE),
            *NON_RENAL_FAILURES,
            sledai_2k.is_(8),
            mimics_excluded.no,
        ),
        silent(
            LUPUS,
            nephritis_class.is_(NephritisClass.NONE),
            *NON_RENAL_FAILURES[1:],
            treatments.cell(Treatment.HYDROXYCHLOROQUINE, outcome).is_(Outcome.NOT_TRIED),
            sledai_2k.is_(8),
            mimics_excluded.yes,
        ),
    ),
)

REFRACTORY = (
    refractory_nephritis,
    refractory_without_nephritis,
)

failed_twice = (
    LUPUS,
    CLASS_IV,
    *failed_facts(Treatment.MYCOPHENOLATE, 39),
    *failed_facts(Treatment.CYCLOPHOSPHAMIDE, 12),
    mimics_excluded.yes,
)
"""A patient whose nephritis is refractory by criteria: for examples."""
