"""Patients told in the document's own sentences, for the tests of every layer of the program."""

from __future__ import annotations

from typing import Any

SLE = "systemic_lupus_erythematosus"
MS = "multiple_sclerosis"
GPA = "granulomatosis_with_polyangiitis"
RESPONSE = "response_to_conventional_immunosuppressants"

Findings = dict[str, Any]

SEVERE_LUPUS: Findings = {"diagnosis": SLE, "severity": "severe", "kidney_failure": "yes"}
ONLY_KIDNEY_FAILURE: Findings = {"diagnosis": SLE, "kidney_failure": "yes"}
MILD_LUPUS: Findings = {"diagnosis": SLE, "severity": "mild"}
RESISTANT_LUPUS: Findings = {"diagnosis": SLE, "unresponsive_to_safer_therapy": "yes"}
RESPONDING_LUPUS: Findings = {
    "diagnosis": SLE,
    "severity": "severe",
    "life_threatening": "no",
    "unresponsive_to_safer_therapy": "no",
}
MS_AFTER_FIRST_LINE: Findings = {
    "diagnosis": MS,
    "highly_active": "yes",
    "first_line_tried": "yes",
}
MS_UNTREATED: Findings = {"diagnosis": MS, "highly_active": "yes", "first_line_tried": "no"}
GPA_INSUFFICIENT: Findings = {"diagnosis": GPA, "severity": "severe", RESPONSE: "insufficient"}
GPA_UNTREATED_DANGER: Findings = {
    "diagnosis": GPA,
    "severity": "severe",
    "life_threatening": "yes",
    RESPONSE: "not_tried",
}
GPA_UNTREATED_CALM: Findings = {
    "diagnosis": GPA,
    "severity": "severe",
    "life_threatening": "no",
    RESPONSE: "not_tried",
}
BEHCET: Findings = {"diagnosis": "other_vasculitis", "severity": "severe", RESPONSE: "insufficient"}
ARTHRITIS_EXHAUSTED: Findings = {
    "diagnosis": "rheumatoid_arthritis",
    "severity": "severe",
    "all_other_options_failed": "yes",
}
MYOPATHY_RAPID: Findings = {
    "diagnosis": "autoimmune_myopathy",
    "severity": "severe",
    "rapidly_progressing": "yes",
}
PSORIASIS: Findings = {"diagnosis": "other_autoimmune", "severity": "severe"}
NOT_AUTOIMMUNE: Findings = {"diagnosis": "not_autoimmune"}
EMPTY: Findings = {}

EVERYONE: dict[str, Findings] = {
    name.lower(): value
    for name, value in list(globals().items())
    if name.isupper() and isinstance(value, dict)
}
