"""That an open question, or a difference, is named exactly where there is one.

The rules that name them are long, for they are put together from the criteria. What they mean is
short, and stands here.
"""

from engine.language import (
    Concept,
    Condition,
    Exactly,
    Flag,
    Known,
    NotShown,
    Property,
    all_of,
    any_of,
)
from rules.concepts import (
    ALL_OTHER_OPTIONS_FAILED,
    HIGHLY_ACTIVE,
    LIFE_THREATENING,
    RAPIDLY_PROGRESSING,
    SEVERE,
    UNRESPONSIVE,
)
from rules.properties.terms import (
    ANY_VASCULITIS,
    ARTHRITIS,
    ARTHRITIS_OR_MYOPATHY,
    LUPUS,
    MS,
    MYOPATHY,
    PUBLISHED_FOR_CYCLOPHOSPHAMIDE,
    PUBLISHED_FOR_EITHER,
    REFERENCE,
)
from rules.reference.comparison import (
    ACTIVITY_DIFFERS,
    DANGER_DIFFERS,
    OPTIONS_DIFFER,
    PACE_DIFFERS,
    RESPONSE_DIFFERS,
    SEVERE_DIFFERS,
)
from rules.reference.comparison_record import NOT_ON_RECORD
from rules.reference.concepts import (
    CRITERIA_HIGHLY_ACTIVE,
    CRITERIA_LIFE_THREATENING,
    CRITERIA_RAPID,
    CRITERIA_REFRACTORY,
    CRITERIA_SEVERE,
    OPTIONS_USED_UP,
)
from rules.reference.governance_flags import (
    SEVERITY_ARTHRITIS,
    SEVERITY_LUPUS,
    SEVERITY_MYOPATHY,
    SEVERITY_VASCULITIS,
)
from rules.reference.governance_trials import (
    ARTHRITIS_TRIALS,
    LUPUS_TRIALS,
    MYOPATHY_TRIALS,
    SCLEROSIS_TRIALS,
    VASCULITIS_TRIALS,
    Trials,
    known_inadequate,
)


def _open_question(short: str, rule: str, who: str, disease: Condition, asked: Flag) -> Property:
    return Property(
        id=f"P-OPEN-{short}",
        sentence=f"In {who} it is said that severity cannot be told yet exactly while published "
        "criteria leave it open: neither met, nor ruled out.",
        because=f"Silence is not mild, and what was answered is not asked again ({rule}).",
        harm="Disease that may be severe could be taken for mild because nobody looked, or a "
        "question that is answered could be asked again and delay treatment.",
        cites=("TEACH",),
        claim=Exactly(
            REFERENCE,
            (),
            (Known(disease), NotShown(CRITERIA_SEVERE.yes), NotShown(CRITERIA_SEVERE.no)),
            Known(asked.yes),
        ),
    )


OPEN_QUESTIONS = (
    _open_question("LUP", "RGOV-5", "lupus", LUPUS, SEVERITY_LUPUS),
    _open_question("VAS", "RGOV-6", "vasculitis", ANY_VASCULITIS, SEVERITY_VASCULITIS),
    _open_question("RA", "RGOV-16", "rheumatoid arthritis", ARTHRITIS, SEVERITY_ARTHRITIS),
    _open_question("MYO", "RGOV-17", "autoimmune myopathy", MYOPATHY, SEVERITY_MYOPATHY),
)


def _difference(
    number: int,
    what: str,
    diseases: Condition,
    judged: Concept,
    criterion: Concept,
    named: Flag,
    *cites: str,
) -> Property:
    return Property(
        id=f"P-DIFFER-{number}",
        sentence=f"That judgement and published criteria differ on “{what}” is said exactly where "
        "both are known and one is yes, the other no.",
        because="Neither wins in silence, and what is not known differs from nothing "
        f"(RCMP-{number}).",
        harm="A disagreement that should be talked about would pass unseen, or one would be "
        "made up.",
        cites=("TEACH", *cites),
        claim=Exactly(
            REFERENCE,
            (),
            (
                Known(diseases),
                Known(
                    any_of(all_of(judged.yes, criterion.no), all_of(judged.no, criterion.yes)),
                ),
            ),
            Known(named.yes),
        ),
    )


def _not_on_record(
    rule: str, who: str, disease: Condition, trials: tuple[Trials, ...], *cites: str
) -> Property:
    return Property(
        id=f"P-RECORD-{rule.removeprefix('RCMP-')}",
        sentence=f"In {who}, that “unresponsive” is not borne out by the record is said exactly "
        "where the clinician says unresponsive, a course called a failure is known to have been "
        "too little, too short or not taken, and no criterion of refractory disease is met.",
        because="A definition that is not met is named; one that is met, or a course without a "
        f"fault, is not doubted ({rule}).",
        harm="Somebody could be called refractory by a course that was none, or a true failure "
        "could be put in doubt.",
        cites=("TEACH", "S37", *cites),
        claim=Exactly(
            REFERENCE,
            (Known(disease),),
            (
                Known(UNRESPONSIVE.yes),
                Known(known_inadequate(trials)),
                NotShown(CRITERIA_REFRACTORY.yes),
            ),
            Known(NOT_ON_RECORD.yes),
        ),
    )


DIFFERENCES = (
    _difference(
        1, "severe", PUBLISHED_FOR_CYCLOPHOSPHAMIDE, SEVERE, CRITERIA_SEVERE, SEVERE_DIFFERS, "S5"
    ),
    _difference(
        2,
        "life-threatening",
        PUBLISHED_FOR_CYCLOPHOSPHAMIDE,
        LIFE_THREATENING,
        CRITERIA_LIFE_THREATENING,
        DANGER_DIFFERS,
        "S36",
    ),
    _difference(
        3,
        "unresponsive to safer therapies",
        PUBLISHED_FOR_EITHER,
        UNRESPONSIVE,
        CRITERIA_REFRACTORY,
        RESPONSE_DIFFERS,
        "S12",
        "S37",
    ),
    _difference(
        4,
        "highly active",
        MS,
        HIGHLY_ACTIVE,
        CRITERIA_HIGHLY_ACTIVE,
        ACTIVITY_DIFFERS,
        "AGGR-MS",
        "S18",
        "S21",
    ),
    _difference(
        5,
        "all other options failed",
        ARTHRITIS_OR_MYOPATHY,
        ALL_OTHER_OPTIONS_FAILED,
        OPTIONS_USED_UP,
        OPTIONS_DIFFER,
        "S29",
    ),
    _difference(
        6,
        "rapidly progressing",
        ARTHRITIS_OR_MYOPATHY,
        RAPIDLY_PROGRESSING,
        CRITERIA_RAPID,
        PACE_DIFFERS,
        "S29",
    ),
    _not_on_record("RCMP-7", "lupus", LUPUS, LUPUS_TRIALS, "S12"),
    _not_on_record("RCMP-8", "vasculitis", ANY_VASCULITIS, VASCULITIS_TRIALS),
    _not_on_record("RCMP-9", "multiple sclerosis", MS, SCLEROSIS_TRIALS),
    _not_on_record("RCMP-10", "rheumatoid arthritis", ARTHRITIS, ARTHRITIS_TRIALS),
    _not_on_record("RCMP-11", "autoimmune myopathy", MYOPATHY, MYOPATHY_TRIALS),
)
