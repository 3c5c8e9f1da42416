"""What follows from what. A patient who is said to be otherwise is refused as a contradiction."""

from engine.language import Entailment, all_of, any_of
from rules.vocabulary.disease import (
    diagnosis,
    kidney_failure,
    life_threatening,
    severe_haematological_abnormality,
    severity,
)
from rules.vocabulary.options import ConventionalResponse, Diagnosis, Severity
from rules.vocabulary.treatment import (
    all_other_options_failed,
    response_to_conventional_immunosuppressants,
    unresponsive_to_safer_therapy,
)

ENTAILMENTS = (
    Entailment(
        when=all_of(diagnosis.is_(Diagnosis.LUPUS), kidney_failure.yes),
        then=life_threatening.yes,
        cites=("S13",),
        because="The document names kidney failure as a life-threatening complication of lupus.",
    ),
    Entailment(
        when=all_of(diagnosis.is_(Diagnosis.LUPUS), severe_haematological_abnormality.yes),
        then=life_threatening.yes,
        cites=("S13",),
        because="The document names severe blood abnormality as a life-threatening complication of "
        "lupus.",
    ),
    Entailment(
        when=life_threatening.yes,
        then=severity.is_(Severity.SEVERE),
        cites=("S5", "S36"),
        because="Disease that threatens life is severe; the reverse does not follow.",
    ),
    Entailment(
        when=any_of(
            all_other_options_failed.yes,
            response_to_conventional_immunosuppressants.is_(ConventionalResponse.INSUFFICIENT),
        ),
        then=unresponsive_to_safer_therapy.yes,
        cites=("S26", "S29", "S37"),
        because="Other options that failed, or conventional drugs that do not suffice, are safer "
        "therapies without response.",
    ),
)
