"""The clinician's judgement beside published criteria: where both are known and differ."""

from engine.language import (
    Chapter,
    Concept,
    Condition,
    Confidence,
    Flag,
    Rule,
    Topic,
    all_of,
    any_of,
    fires,
    silent,
)
from rules.concepts import (
    ALL_OTHER_OPTIONS_FAILED,
    HIGHLY_ACTIVE,
    LIFE_THREATENING,
    RAPIDLY_PROGRESSING,
    SEVERE,
    UNRESPONSIVE,
)
from rules.reference.comparison_record import NOT_ON_RECORD, ON_RECORD
from rules.reference.concepts import (
    CRITERIA_HIGHLY_ACTIVE,
    CRITERIA_LIFE_THREATENING,
    CRITERIA_RAPID,
    CRITERIA_REFRACTORY,
    CRITERIA_SEVERE,
    OPTIONS_USED_UP,
)
from rules.reference.flagging import reference_flag
from rules.reference.guards import (
    ARTHRITIS,
    CYCLOPHOSPHAMIDE_NAMED,
    EITHER_NAMED,
    LUPUS,
    MYOPATHY,
    SCLEROSIS,
)
from rules.reference.lupus_criteria import CLASS_IV
from rules.reference.lupus_refractory import failed_twice
from rules.reference.myopathy_criteria import NO_LUNG, RAPID_LUNG
from rules.reference.sclerosis_criteria import ARM_A
from rules.vocabulary.disease import (
    highly_active,
    life_threatening,
    rapidly_progressing,
    severity,
)
from rules.vocabulary.options import Severity
from rules.vocabulary.organs import OrganThreat, organ_threats
from rules.vocabulary.treatment import all_other_options_failed, unresponsive_to_safer_therapy
from rules.vocabulary.treatments import (
    Outcome,
    Treatment,
    outcome,
    treatments,
)

ARTHRITIS_OR_MYOPATHY = any_of(ARTHRITIS, MYOPATHY)


def _flag(name: str, word: str) -> Flag:
    return reference_flag(
        f"differs_{name}",
        f"judgement and criteria differ on {word}",
        Topic.MISMATCH,
        f"The clinician's judgement and published criteria differ on “{word}”. Both are shown and "
        "neither wins in silence: ask why.",
    )


SEVERE_DIFFERS = _flag("severe", "severe")
DANGER_DIFFERS = _flag("life_threatening", "life-threatening")
RESPONSE_DIFFERS = _flag("refractory", "unresponsive to safer therapies")
ACTIVITY_DIFFERS = _flag("highly_active", "highly active")
OPTIONS_DIFFER = _flag("options", "all other options failed")
PACE_DIFFERS = _flag("rapid", "rapidly progressing")
FLAGS = (
    SEVERE_DIFFERS,
    DANGER_DIFFERS,
    RESPONSE_DIFFERS,
    ACTIVITY_DIFFERS,
    OPTIONS_DIFFER,
    PACE_DIFFERS,
    NOT_ON_RECORD,
)


def _differ(guard: Condition, judged: Concept, criterion: Concept) -> Condition:
    return all_of(guard, any_of(all_of(judged.yes, criterion.no), all_of(judged.no, criterion.yes)))


MILD, GRAVE = severity.is_(Severity.MILD), severity.is_(Severity.SEVERE)
HEART = organ_threats.has(OrganThreat.HEART)
JAK = treatments.cell(Treatment.TNF_INHIBITOR, outcome).is_(Outcome.NOT_TRIED)

severe = Rule(
    id="RCMP-1",
    title="severe: judgement and criteria differ",
    cites=("TEACH", "S5"),
    when=_differ(CYCLOPHOSPHAMIDE_NAMED, SEVERE, CRITERIA_SEVERE),
    then=SEVERE_DIFFERS,
    because="A judgement may see what criteria do not count, and criteria what was overlooked.",
    misuse="Neither is the truth about the patient.",
    confidence=Confidence.OWN,
    examples=(fires(LUPUS, CLASS_IV, MILD), silent(LUPUS, CLASS_IV, GRAVE)),
)

danger = Rule(
    id="RCMP-2",
    title="life-threatening: judgement and criteria differ",
    cites=("TEACH", "S36"),
    when=_differ(CYCLOPHOSPHAMIDE_NAMED, LIFE_THREATENING, CRITERIA_LIFE_THREATENING),
    then=DANGER_DIFFERS,
    because="An organ in danger and a life in danger are two questions; one word is easily taken "
    "for the other.",
    misuse="Three questions, three lights: severe, refractory, life-threatening.",
    confidence=Confidence.OWN,
    examples=(
        fires(LUPUS, HEART, life_threatening.no),
        silent(LUPUS, HEART, life_threatening.yes),
    ),
)

response = Rule(
    id="RCMP-3",
    title="unresponsive: judgement and criteria differ",
    cites=("TEACH", "S12", "S37"),
    when=_differ(EITHER_NAMED, UNRESPONSIVE, CRITERIA_REFRACTORY),
    then=RESPONSE_DIFFERS,
    because="A judgement sees that the disease goes on; a criterion asks for drug, dose, time and "
    "taking.",
    misuse="Criteria count courses; the clinician knows the course.",
    confidence=Confidence.OWN,
    examples=(
        fires(*failed_twice, unresponsive_to_safer_therapy.no),
        silent(*failed_twice, unresponsive_to_safer_therapy.yes),
    ),
)

activity = Rule(
    id="RCMP-4",
    title="highly active: judgement and criteria differ",
    cites=("TEACH", "AGGR-MS", "S18", "S21"),
    when=_differ(SCLEROSIS, HIGHLY_ACTIVE, CRITERIA_HIGHLY_ACTIVE),
    then=ACTIVITY_DIFFERS,
    because="Labels count relapses and lesions; experts did not agree on a definition.",
    misuse="Progression without inflammation is not activity.",
    confidence=Confidence.OWN,
    examples=(fires(*ARM_A, highly_active.no), silent(*ARM_A, highly_active.yes)),
)

options = Rule(
    id="RCMP-5",
    title="all other options failed: judgement and the ladder differ",
    cites=("TEACH", "S29"),
    when=_differ(ARTHRITIS_OR_MYOPATHY, ALL_OTHER_OPTIONS_FAILED, OPTIONS_USED_UP),
    then=OPTIONS_DIFFER,
    because="All is a strong word; the ladder shows the steps that are still open.",
    misuse="A step may be open on paper and closed for this patient.",
    confidence=Confidence.OWN,
    examples=(
        fires(ARTHRITIS, GRAVE, JAK, all_other_options_failed.yes),
        silent(ARTHRITIS, GRAVE, JAK, all_other_options_failed.no),
    ),
)

pace = Rule(
    id="RCMP-6",
    title="rapidly progressing: judgement and criteria differ",
    cites=("TEACH", "S29"),
    when=_differ(ARTHRITIS_OR_MYOPATHY, RAPIDLY_PROGRESSING, CRITERIA_RAPID),
    then=PACE_DIFFERS,
    because="The document gives no pace; criteria speak of lungs and films only.",
    misuse="Vasculitis that evolves in days is rapid, whatever a criterion counts.",
    confidence=Confidence.OWN,
    examples=(
        fires(MYOPATHY, RAPID_LUNG, rapidly_progressing.no),
        silent(MYOPATHY, NO_LUNG, rapidly_progressing.no),
    ),
)

CONCEPTS: tuple[Concept, ...] = FLAGS

CHAPTER = Chapter(
    id="reference_comparison",
    title="Judgement beside criteria",
    paragraphs=(),
    intro="Where the clinician's judgement and a published criterion are both known and differ, "
    "both are shown and the difference is named.",
    rules=(severe, danger, response, activity, options, pace, *ON_RECORD),
)
