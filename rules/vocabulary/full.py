"""Every finding of both layers; the document's own are part of it, unchanged."""

from engine.language import Finding, Section, Vocabulary
from rules.vocabulary import FINDINGS
from rules.vocabulary.arthritis import ARTHRITIS_FINDINGS
from rules.vocabulary.blood import BLOOD_FINDINGS
from rules.vocabulary.calculated import CALCULATIONS, DERIVED
from rules.vocabulary.disease import age, diagnosis
from rules.vocabulary.entailments_full import FULL_ENTAILMENTS, IMPOSSIBLE, ORDERED
from rules.vocabulary.heart import HEART_FINDINGS
from rules.vocabulary.infection import INFECTION_FINDINGS
from rules.vocabulary.lupus import LUPUS_FINDINGS
from rules.vocabulary.myopathy import MYOPATHY_FINDINGS
from rules.vocabulary.organs import ORGAN_FINDINGS
from rules.vocabulary.patient import PATIENT_FINDINGS, sex_at_birth
from rules.vocabulary.reproduction import REPRODUCTION_FINDINGS
from rules.vocabulary.sclerosis import SCLEROSIS_FINDINGS
from rules.vocabulary.sections import (
    ARTHRITIS_DETAILS,
    BLOOD,
    DISEASE,
    GOVERNANCE,
    HEART,
    INFECTION,
    LUPUS_DETAILS,
    MYOPATHY_DETAILS,
    ORGANS,
    PATIENT,
    REPRODUCTION,
    SCLEROSIS_DETAILS,
    TREATMENT,
    VASCULITIS_DETAILS,
)
from rules.vocabulary.treatments import TREATMENT_FINDINGS
from rules.vocabulary.vasculitis import VASCULITIS_FINDINGS

FULL_SECTIONS: tuple[Section, ...] = (
    PATIENT,
    DISEASE,
    ORGANS,
    LUPUS_DETAILS,
    VASCULITIS_DETAILS,
    SCLEROSIS_DETAILS,
    ARTHRITIS_DETAILS,
    MYOPATHY_DETAILS,
    TREATMENT,
    REPRODUCTION,
    INFECTION,
    BLOOD,
    HEART,
    GOVERNANCE,
)

FULL_FINDINGS: tuple[Finding, ...] = (
    *FINDINGS,
    *PATIENT_FINDINGS,
    *ORGAN_FINDINGS,
    *LUPUS_FINDINGS,
    *VASCULITIS_FINDINGS,
    *SCLEROSIS_FINDINGS,
    *ARTHRITIS_FINDINGS,
    *MYOPATHY_FINDINGS,
    *TREATMENT_FINDINGS,
    *REPRODUCTION_FINDINGS,
    *INFECTION_FINDINGS,
    *BLOOD_FINDINGS,
    *HEART_FINDINGS,
)

FULL_VOCABULARY = Vocabulary(
    sections=FULL_SECTIONS,
    findings=FULL_FINDINGS,
    diagnosis=diagnosis,
    entailments=FULL_ENTAILMENTS,
    derived=DERIVED,
    calculations=CALCULATIONS,
    impossible=IMPOSSIBLE,
    ordered=ORDERED,
    given=(diagnosis, age, sex_at_birth),
)
