"""Unresponsive in the clinician's judgement, and what is recorded does not bear it out."""

from engine.language import Confidence, Is, IsOneOf, Rule, Topic, all_of, fires, silent
from rules.concepts import UNRESPONSIVE
from rules.reference import (
    arthritis_criteria,
    lupus_refractory,
    myopathy_criteria,
    sclerosis_criteria,
    vasculitis_criteria,
)
from rules.reference.flagging import reference_flag
from rules.reference.governance_severity import not_yet
from rules.reference.governance_trials import (
    ARTHRITIS_TRIALS,
    LUPUS_TRIALS,
    MYOPATHY_TRIALS,
    SCLEROSIS_TRIALS,
    VASCULITIS_TRIALS,
    Trials,
    known_inadequate,
    tried,
)
from rules.reference.guards import ANY_VASCULITIS, ARTHRITIS, GPA, LUPUS, MYOPATHY, SCLEROSIS
from rules.reference.lupus_criteria import CLASS_IV
from rules.vocabulary.treatment import unresponsive_to_safer_therapy
from rules.vocabulary.treatments import Treatment

NOT_ON_RECORD = reference_flag(
    "unresponsive_not_on_record",
    "called unresponsive, and what is recorded does not bear it out",
    Topic.MISMATCH,
    "The clinician calls the disease unresponsive to safer therapies; of what is recorded, a "
    "course that is called a failure was too little, too short or not taken as agreed, and no "
    "published criterion of refractory disease is met. Both are shown and neither wins in silence: "
    "ask why.",
)


def _rule(
    number: int,
    about: str,
    guard: Is | IsOneOf,
    trials: tuple[Trials, ...],
    refractory: tuple[Rule, ...],
    *edge: Is,
    failed: tuple[Treatment, int],
) -> Rule:
    """A rule for one disease; one week less than ``failed`` names is too short to be a failure."""
    drug, enough = failed
    too_short, long_enough = tried(drug, enough - 1), tried(drug, enough)
    return Rule(
        id=f"RCMP-{number}",
        title=f"{about}: unresponsive, and no course on record bears it out",
        cites=("TEACH", *dict.fromkeys(name for rule in refractory for name in rule.cites), "S37"),
        when=all_of(
            guard,
            UNRESPONSIVE.yes,
            known_inadequate(trials),
            *(not_yet(rule.when) for rule in refractory),
        ),
        then=NOT_ON_RECORD,
        because="By what is recorded the definition is not met, and a course that was not adequate "
        "is called a failure.",
        misuse="Rows that are not recorded may hold the courses that count: ask for them.",
        confidence=Confidence.OWN,
        examples=(
            fires(*edge, *too_short, unresponsive_to_safer_therapy.yes),
            silent(*edge, *too_short, unresponsive_to_safer_therapy.no),
            silent(*edge, *long_enough, unresponsive_to_safer_therapy.yes),
        ),
    )


ON_RECORD = (
    _rule(
        7,
        "lupus",
        LUPUS,
        LUPUS_TRIALS,
        lupus_refractory.REFRACTORY,
        LUPUS,
        CLASS_IV,
        failed=(Treatment.MYCOPHENOLATE, 26),
    ),
    _rule(
        8,
        "vasculitis",
        ANY_VASCULITIS,
        VASCULITIS_TRIALS,
        (vasculitis_criteria.refractory,),
        GPA,
        failed=(Treatment.ANTI_CD20, 4),
    ),
    _rule(
        9,
        "multiple sclerosis",
        SCLEROSIS,
        SCLEROSIS_TRIALS,
        (sclerosis_criteria.refractory,),
        SCLEROSIS,
        failed=(Treatment.ANTI_CD20, 26),
    ),
    _rule(
        10,
        "rheumatoid arthritis",
        ARTHRITIS,
        ARTHRITIS_TRIALS,
        (arthritis_criteria.difficult_to_treat,),
        ARTHRITIS,
        failed=(Treatment.METHOTREXATE, 13),
    ),
    _rule(
        11,
        "myopathy",
        MYOPATHY,
        MYOPATHY_TRIALS,
        (myopathy_criteria.refractory,),
        MYOPATHY,
        failed=(Treatment.METHOTREXATE, 12),
    ),
)
