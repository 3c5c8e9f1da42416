"""Lupus: what refractory means in published criteria."""

from engine.language import Confidence, Rule, all_of, any_of, at_least, fires, silent
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
from rules.vocabulary.treatments import (
    Treatment,
    prednisone,
)

NEPHRITIC_COURSES = (
    failed_adequately(Treatment.MYCOPHENOLATE, NEPHRITIS_COURSE),
    failed_adequately(Treatment.CYCLOPHOSPHAMIDE, LOW_DOSE_COURSE),
    failed_adequately(Treatment.ANTI_CD20, NEPHRITIS_COURSE),
)


refractory_nephritis = Rule(
    id="RLUP-11",
    title="refractory nephritis: two standard courses failed",
    cites=("ACR-LN24", "S12", "S37"),
    when=all_of(
        LUPUS,
        any_of(PROLIFERATIVE, MEMBRANOUS),
        at_least(2, *NEPHRITIC_COURSES),
        mimics_excluded.yes,
    ),
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
    ),
)


NON_RENAL = nephritis_class.is_one_of(NephritisClass.NONE, NephritisClass.I, NephritisClass.II)
STILL_ACTIVE = any_of(sledai_2k.at_least(SLEDAI_6), prednisone.above(PREDNISONE_7_5))
NON_RENAL_FAILURES = (
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
