"""Monitoring: what must be watched, and for how long after the last dose."""

from engine.language import (
    Chapter,
    Concept,
    Confidence,
    Rule,
    Threshold,
    Topic,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.reference.concepts import CYCLOPHOSPHAMIDE_CANDIDATE, MITOXANTRONE_CANDIDATE
from rules.reference.flagging import reference_flag
from rules.reference.guards import CYCLOPHOSPHAMIDE_NAMED, GPA, LUPUS, SCLEROSIS
from rules.reference.lupus_criteria import CLASS_II, CLASS_IV
from rules.reference.sclerosis_criteria import ARM_A, RELAPSING
from rules.vocabulary.governance import monitoring_plan
from rules.vocabulary.sclerosis import MsCourse, ms_course
from rules.vocabulary.treatments import (
    on_cyclophosphamide,
    prior_cyclophosphamide,
    prior_mitoxantrone,
)

ANY_BEFORE_G = Threshold(
    id="monitoring_any_cyclophosphamide",
    label="Any cyclophosphamide in a lifetime",
    value=0,
    unit="g",
    confidence=Confidence.OWN,
)
ANY_BEFORE_MG = Threshold(
    id="monitoring_any_mitoxantrone",
    label="Any mitoxantrone in a lifetime",
    value=0,
    unit="mg/m²",
    confidence=Confidence.OWN,
)

COUNTS = reference_flag(
    "monitoring_cyclophosphamide",
    "what is watched under cyclophosphamide",
    Topic.MONITORING,
    "Pulses: blood count on day 10 and within two days before each pulse. Tablets: weekly for a "
    "month, every two weeks for two, then monthly. Creatinine, liver and urine with each dose, and "
    "infection at every contact. The monitoring plan lists dates and thresholds.",
    monitoring_plan.id,
)
URINE_FOR_LIFE = reference_flag(
    "monitoring_urine_for_life",
    "urine is looked at for life",
    Topic.MONITORING,
    "After cyclophosphamide the urine is looked at every three to twelve months for life; blood "
    "that is not from the kidney is followed by cytology and cystoscopy, also decades later.",
)
HEART_EACH_DOSE = reference_flag(
    "monitoring_mitoxantrone",
    "what is watched under mitoxantrone",
    Topic.MONITORING,
    "Ejection fraction, blood count, liver enzymes and, where pregnancy is possible, a pregnancy "
    "test before every dose, also on contraception; a further count ten to fourteen days after it. "
    "A normal value at the start does not clear the next dose.",
    monitoring_plan.id,
)
HEART_AND_MARROW_AFTER = reference_flag(
    "monitoring_after_mitoxantrone",
    "heart and marrow are watched for years after mitoxantrone",
    Topic.MONITORING,
    "After the last dose the ejection fraction is measured every year, and blood counts look for "
    "leukaemia for five years or more.",
)
FLAGS = (COUNTS, URINE_FOR_LIFE, HEART_EACH_DOSE, HEART_AND_MARROW_AFTER)

counts = Rule(
    id="RMON-1",
    title="what is watched under cyclophosphamide",
    cites=("OXPARC", "BSR-AAV", "S16", "S40"),
    when=all_of(
        CYCLOPHOSPHAMIDE_NAMED,
        any_of(CYCLOPHOSPHAMIDE_CANDIDATE.yes, on_cyclophosphamide.yes),
    ),
    then=COUNTS,
    because="Counts are lowest between day 8 and 14; who looks only before the next pulse misses "
    "it.",
    misuse="A plan needs a named person who looks at every result.",
    confidence=Confidence.UNSURE,
    examples=(fires(LUPUS, CLASS_IV), silent(LUPUS, CLASS_II)),
)

urine_for_life = Rule(
    id="RMON-2",
    title="urine after any cyclophosphamide",
    cites=("CYC-US", "GENERAL"),
    when=all_of(CYCLOPHOSPHAMIDE_NAMED, prior_cyclophosphamide.above(ANY_BEFORE_G)),
    then=URINE_FOR_LIFE,
    because="Cancer of the bladder may follow decades after the drug.",
    misuse="The patient has to know, for doctors change.",
    confidence=Confidence.GENERAL,
    examples=(
        fires(GPA, prior_cyclophosphamide.is_(3)),
        silent(GPA, prior_cyclophosphamide.is_(0)),
    ),
)

heart_each_dose = Rule(
    id="RMON-3",
    title="what is watched under mitoxantrone",
    cites=("FDA-MITOX", "MITOX-US", "S40"),
    when=all_of(SCLEROSIS, MITOXANTRONE_CANDIDATE.yes),
    then=HEART_EACH_DOSE,
    because="Harm to the heart begins without complaints, and comes late.",
    misuse="Fine at the start does not mean fine for the next dose.",
    confidence=Confidence.SECONDARY,
    examples=(
        fires(*ARM_A, RELAPSING),
        silent(*ARM_A, ms_course.is_(MsCourse.PRIMARY_PROGRESSIVE)),
    ),
)

heart_and_marrow_after = Rule(
    id="RMON-4",
    title="heart and marrow after any mitoxantrone",
    cites=("FDA-MITOX", "GENERAL", "S40"),
    when=all_of(SCLEROSIS, prior_mitoxantrone.above(ANY_BEFORE_MG)),
    then=HEART_AND_MARROW_AFTER,
    because="Heart failure and leukaemia were seen years after the last dose.",
    misuse="The last dose is not the end of watching.",
    confidence=Confidence.UNSURE,
    examples=(
        fires(SCLEROSIS, prior_mitoxantrone.is_(12)),
        silent(SCLEROSIS, prior_mitoxantrone.is_(0)),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_monitoring",
    title="Monitoring",
    paragraphs=(),
    intro="Close monitoring in tests and intervals. The monitoring plan puts them into a table by "
    "date.",
    rules=(counts, urine_for_life, heart_each_dose, heart_and_marrow_after),
)
