"""For which diagnoses published criteria here speak of which drug, and who may have others."""

from engine.language import any_of
from rules.vocabulary.disease import diagnosis
from rules.vocabulary.options import Diagnosis
from rules.vocabulary.reproduction import PregnancyStatus, pregnancy_status

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
NAMED_BUT_MYOPATHY = diagnosis.is_one_of(
    Diagnosis.LUPUS,
    Diagnosis.GPA,
    Diagnosis.MPA,
    Diagnosis.OTHER_VASCULITIS,
    Diagnosis.RHEUMATOID_ARTHRITIS,
)
EITHER_NAMED = any_of(CYCLOPHOSPHAMIDE_NAMED, SCLEROSIS)

NOT_PREGNANT = pregnancy_status.is_(PregnancyStatus.NOT_PREGNANT)
PREGNANT_OR_BREASTFEEDING = pregnancy_status.is_one_of(
    *(each for each in PregnancyStatus if each is not PregnancyStatus.NOT_PREGNANT)
)
# For flags alone: lists with mycophenolate or methotrexate stay away where either harms a child.
NO_CHILD_TO_HARM = any_of(NOT_PREGNANT, pregnancy_status.is_not_known())
BREASTFEEDING = pregnancy_status.is_(PregnancyStatus.BREASTFEEDING)
