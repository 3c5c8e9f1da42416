"""For which diagnoses published criteria here speak of which drug."""

from engine.language import any_of
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.options import Diagnosis

LUPUS = diagnosis.is_(Diagnosis.LUPUS)
GPA = diagnosis.is_(Diagnosis.GPA)
ARTHRITIS = diagnosis.is_(Diagnosis.RHEUMATOID_ARTHRITIS)
MYOPATHY = diagnosis.is_(Diagnosis.AUTOIMMUNE_MYOPATHY)
SCLEROSIS = diagnosis.is_(Diagnosis.MULTIPLE_SCLEROSIS)
GPA_OR_MPA = diagnosis.is_one_of(Diagnosis.GPA, Diagnosis.MPA)
OTHER_VASCULITIS = diagnosis.is_(Diagnosis.OTHER_VASCULITIS)
ANY_VASCULITIS = diagnosis.is_one_of(Diagnosis.GPA, Diagnosis.MPA, Diagnosis.OTHER_VASCULITIS)

CYCLOPHOSPHAMIDE_NAMED = diagnosis.is_one_of(
    Diagnosis.LUPUS,
    Diagnosis.GPA,
    Diagnosis.MPA,
    Diagnosis.OTHER_VASCULITIS,
    Diagnosis.RHEUMATOID_ARTHRITIS,
    Diagnosis.AUTOIMMUNE_MYOPATHY,
)
EITHER_NAMED = any_of(CYCLOPHOSPHAMIDE_NAMED, SCLEROSIS)
