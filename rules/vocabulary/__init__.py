"""Every finding a patient can have: one file a section of the form.

Adding a finding is one declaration in its section's file and one line in ``FINDINGS``.
"""

from engine.language import Finding, Section, Vocabulary
from rules.vocabulary.disease import (
    age,
    diagnosis,
    highly_active,
    kidney_failure,
    life_threatening,
    rapidly_progressing,
    severe_haematological_abnormality,
    severity,
)
from rules.vocabulary.entailments import ENTAILMENTS
from rules.vocabulary.governance import (
    monitoring_plan,
    multidisciplinary_review,
    specialist_supervision,
)
from rules.vocabulary.sections import DISEASE, GOVERNANCE, PATIENT, TREATMENT
from rules.vocabulary.treatment import (
    all_other_options_failed,
    first_line_tried,
    response_to_conventional_immunosuppressants,
    unresponsive_to_safer_therapy,
)

SECTIONS: tuple[Section, ...] = (PATIENT, DISEASE, TREATMENT, GOVERNANCE)

FINDINGS: tuple[Finding, ...] = (
    diagnosis,
    age,
    severity,
    life_threatening,
    kidney_failure,
    severe_haematological_abnormality,
    highly_active,
    rapidly_progressing,
    unresponsive_to_safer_therapy,
    first_line_tried,
    response_to_conventional_immunosuppressants,
    all_other_options_failed,
    multidisciplinary_review,
    monitoring_plan,
    specialist_supervision,
)

VOCABULARY = Vocabulary(
    sections=SECTIONS,
    findings=FINDINGS,
    diagnosis=diagnosis,
    entailments=ENTAILMENTS,
    given=(diagnosis, age),
)
