"""The lists that properties are about: diseases, contraindications, what can get worse.

Written out a second time, on purpose: a slip in a rule must not be a slip here too.
"""

from engine.language import Fact, Kind, Layer, Option, VerdictIs, Worse, any_of
from rules.concepts import Drug
from rules.vocabulary.disease import (
    diagnosis,
    highly_active,
    kidney_failure,
    life_threatening,
    rapidly_progressing,
    severe_haematological_abnormality,
    severity,
)
from rules.vocabulary.heart import (
    Hypersensitivity,
    Malignancy,
    UrinaryFindings,
    heart_failure_history,
    hypersensitivity,
    malignancy,
    urinary_findings,
    urinary_outflow_obstruction,
)
from rules.vocabulary.infection import (
    ActiveInfection,
    Tuberculosis,
    active_infection,
    tuberculosis,
)
from rules.vocabulary.options import ConventionalResponse, Diagnosis, Severity
from rules.vocabulary.organs import organ_threats
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status
from rules.vocabulary.treatment import (
    all_other_options_failed,
    response_to_conventional_immunosuppressants,
    unresponsive_to_safer_therapy,
)

DOCUMENT, REFERENCE = Layer.DOCUMENT, Layer.REFERENCE
CONSIDERED = (Kind.MAY_BE_CONSIDERED,)
OPENED = (Kind.MAY_BE_CONSIDERED, Kind.DOCUMENT_AMBIGUOUS)
SHORT = {Drug.CYCLOPHOSPHAMIDE: "CYC", Drug.MITOXANTRONE: "MIT", Drug.NO_DRUG_NAMED: "ANY"}

LUPUS = diagnosis.is_(Diagnosis.LUPUS)
ANCA = diagnosis.is_one_of(Diagnosis.GPA, Diagnosis.MPA)
ANY_VASCULITIS = diagnosis.is_one_of(Diagnosis.GPA, Diagnosis.MPA, Diagnosis.OTHER_VASCULITIS)
ARTHRITIS = diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS)
MYOPATHY = diagnosis.is_(Diagnosis.AUTOIMMUNE_MYOPATHY)
ARTHRITIS_OR_MYOPATHY = diagnosis.is_one_of(
    Diagnosis.RHEUMATOID_ARTHRITIS, Diagnosis.AUTOIMMUNE_MYOPATHY
)
NAMED_FOR_CYCLOPHOSPHAMIDE = diagnosis.is_one_of(
    Diagnosis.LUPUS, Diagnosis.GPA, Diagnosis.MPA, Diagnosis.OTHER_VASCULITIS
)
PUBLISHED_FOR_CYCLOPHOSPHAMIDE = diagnosis.is_one_of(
    Diagnosis.LUPUS,
    Diagnosis.GPA,
    Diagnosis.MPA,
    Diagnosis.OTHER_VASCULITIS,
    Diagnosis.RHEUMATOID_ARTHRITIS,
    Diagnosis.AUTOIMMUNE_MYOPATHY,
)
PUBLISHED_FOR_EITHER = diagnosis.is_one_of(
    Diagnosis.LUPUS,
    Diagnosis.GPA,
    Diagnosis.MPA,
    Diagnosis.OTHER_VASCULITIS,
    Diagnosis.RHEUMATOID_ARTHRITIS,
    Diagnosis.AUTOIMMUNE_MYOPATHY,
    Diagnosis.MULTIPLE_SCLEROSIS,
)
MS = diagnosis.is_(Diagnosis.MULTIPLE_SCLEROSIS)
IS_SEVERE = severity.is_(Severity.SEVERE)


FORBIDDEN = (
    "The safety rules stop it then, each with its source and how sure we are of it. A current "
    "cancer leaves it to the team with oncology, by this program's own choice."
)
AGAINST_BOTH = any_of(
    active_infection.is_(ActiveInfection.SERIOUS), tuberculosis.is_(Tuberculosis.ACTIVE)
)
ANY_CONTRAINDICATION = any_of(
    active_infection.is_(ActiveInfection.SERIOUS),
    tuberculosis.is_(Tuberculosis.ACTIVE),
    malignancy.is_(Malignancy.CURRENT),
)
AGAINST_CYCLOPHOSPHAMIDE = any_of(
    ANY_CONTRAINDICATION,
    pregnancy_status.is_one_of(PregnancyStatus.TRIMESTER_1, PregnancyStatus.BREASTFEEDING),
    hypersensitivity.has(Hypersensitivity.CYCLOPHOSPHAMIDE),
    urinary_outflow_obstruction.yes,
    urinary_findings.is_(UrinaryFindings.HAEMORRHAGIC_CYSTITIS),
)
AGAINST_MITOXANTRONE = any_of(
    ANY_CONTRAINDICATION,
    pregnancy_status.is_one_of(
        PregnancyStatus.TRIMESTER_1,
        PregnancyStatus.TRIMESTER_2,
        PregnancyStatus.TRIMESTER_3,
        PregnancyStatus.BREASTFEEDING,
    ),
    hypersensitivity.has(Hypersensitivity.MITOXANTRONE),
    heart_failure_history.yes,
)

WORSE = (
    Worse(severity, (Severity.MILD.value, Severity.MODERATE.value, Severity.SEVERE.value)),
    Worse(life_threatening, (False, True)),
    Worse(kidney_failure, (False, True)),
    Worse(severe_haematological_abnormality, (False, True)),
    Worse(highly_active, (False, True)),
    Worse(rapidly_progressing, (False, True)),
    Worse(unresponsive_to_safer_therapy, (False, True)),
    Worse(all_other_options_failed, (False, True)),
    Worse(
        response_to_conventional_immunosuppressants,
        (ConventionalResponse.SUFFICIENT.value, ConventionalResponse.INSUFFICIENT.value),
    ),
)
THREATENED = tuple(Worse(threat, (False, True)) for threat in organ_threats.members())


def considered(layer: Layer, drug: Option, kinds: tuple[Kind, ...] = CONSIDERED) -> Fact:
    """A drug may be considered, by a layer."""
    return VerdictIs(layer, drug, kinds)
