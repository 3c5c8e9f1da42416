"""The same patient with each diagnosis: where the rules of a drug speak, and where they do not."""

from engine.language import Example, Is, fires_for_each, silent_for_each
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.options import Diagnosis

LUPUS = diagnosis.is_(Diagnosis.LUPUS)
GPA = diagnosis.is_(Diagnosis.GPA)
MPA = diagnosis.is_(Diagnosis.MPA)
OTHER_VASCULITIS = diagnosis.is_(Diagnosis.OTHER_VASCULITIS)
ARTHRITIS = diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS)
MYOPATHY = diagnosis.is_(Diagnosis.AUTOIMMUNE_MYOPATHY)
SCLEROSIS = diagnosis.is_(Diagnosis.MULTIPLE_SCLEROSIS)
PSORIASIS = diagnosis.is_(Diagnosis.OTHER_AUTOIMMUNE)
NOT_AUTOIMMUNE = diagnosis.is_(Diagnosis.NOT_AUTOIMMUNE)


def cyclophosphamide_named(*patient: Is) -> tuple[Example, ...]:
    """The rule fires in the six diseases for which cyclophosphamide is named, and in no other.

    Nor while the diagnosis is not told.
    """
    return (
        *fires_for_each(patient, LUPUS, GPA, MPA, OTHER_VASCULITIS, ARTHRITIS, MYOPATHY),
        *silent_for_each(patient, (), PSORIASIS, NOT_AUTOIMMUNE),
    )


def either_named(*patient: Is) -> tuple[Example, ...]:
    """The rule fires where either drug is named: in multiple sclerosis as well."""
    return (*cyclophosphamide_named(*patient), *fires_for_each(patient, SCLEROSIS))


def sclerosis_only(*patient: Is) -> tuple[Example, ...]:
    """The rule fires in multiple sclerosis alone, and not while the diagnosis is not told."""
    return (
        *fires_for_each(patient, SCLEROSIS),
        *silent_for_each(patient, (), LUPUS, GPA, PSORIASIS, NOT_AUTOIMMUNE),
    )
