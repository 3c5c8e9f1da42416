"""What the rules of a room make of a patient, told as in a profile file."""

from __future__ import annotations

from typing import Any

from engine.consult import consult
from engine.evaluate import Evaluation, evaluate
from engine.facts import establish
from engine.findings import Measurement
from engine.profile import profile_model
from engine.trace import Trace
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from rules.reference.concepts import (
    CRITERIA_LIFE_THREATENING,
    CRITERIA_RAPID,
    CRITERIA_REFRACTORY,
    CRITERIA_SEVERE,
    CYCLOPHOSPHAMIDE_CANDIDATE,
    OPTIONS_USED_UP,
)

PROFILE = profile_model(FULL_RULEBOOK.vocabulary)
Told = dict[str, Any]
SEVERE, DANGER = CRITERIA_SEVERE.id, CRITERIA_LIFE_THREATENING.id
RAPID, REFRACTORY = CRITERIA_RAPID.id, CRITERIA_REFRACTORY.id
USED_UP, CANDIDATE = OPTIONS_USED_UP.id, CYCLOPHOSPHAMIDE_CANDIDATE.id
CRITERIA = (SEVERE, DANGER, RAPID, REFRACTORY, USED_UP, CANDIDATE)

HARMLESS: Told = {
    "pregnancy_possible": "no",
    "contraception_effective": "yes",
    "active_infection": "none",
    "temperature": 36.8,
    "tuberculosis": "negative",
    "hepatitis_b": "negative",
    "wbc": 7,
    "neutrophils": 4,
    "platelets": 230,
    "cytopenia_cause": "no_cytopenia",
    "alt": 0.7,
    "malignancy": "none",
    "hypersensitivity": ["none"],
    "medicines": ["none"],
    "igg": 10,
    "creatinine": 80,
    "urinary_outflow_obstruction": "no",
    "urinary_findings": "normal",
    "prior_cyclophosphamide": 0,
    "activity_evidence": "clinical",
    "dialysis_needed": "no",
}
OPEN_CONTRACEPTION: Told = {
    "pregnancy_possible": "yes",
    "pregnancy_status": "not_pregnant",
    "contraception_effective": "no",
}
# Class IV, and everything told that could keep the verdict open.
NEPHRITIS: Told = HARMLESS | {
    "diagnosis": "systemic_lupus_erythematosus",
    "nephritis_class": "iv",
    "organ_threats": ["none"],
    "haematological_emergency": ["none"],
    "neuropsychiatric_mechanism": "not_present",
    "active_urinary_sediment": "no",
    "creatinine_rise": 0,
    "life_threatening": "no",
    "sledai_2k": 10,
    "mimics_excluded": "yes",
    "treatments": [
        {"treatment": name, "outcome": "not_tried"}
        for name in ("mycophenolate", "cyclophosphamide", "anti_cd20", "belimumab")
    ],
}


def row(treatment: str, outcome: str, **more: Any) -> Told:
    """A row of the table of treatments."""
    return {"treatment": treatment, "outcome": outcome, **more}


def failed(treatment: str, weeks: float = 26) -> Told:
    """The treatment in full, taken as agreed, and in vain."""
    return row(treatment, "failed", weeks=weeks, full_dose="yes", taken_as_agreed="yes")


def evaluated(told: Told) -> Evaluation:
    facts = establish(FULL_RULEBOOK.vocabulary, PROFILE.read(told).entries())
    return evaluate(FULL_RULEBOOK, facts.values)


def truth(told: Told, concept: str) -> Truth:
    return evaluated(told).concepts[concept]


def truths(told: Told, *concepts: str) -> dict[str, str]:
    """The truth of several concepts, for comparison with what is wanted."""
    found = evaluated(told).concepts
    return {name: found[name].value for name in concepts}


def fired(told: Told) -> set[str]:
    return {name for name, proof in evaluated(told).proofs.items() if proof.truth is Truth.YES}


def consulted(told: Told) -> Trace:
    """Through both engines."""
    return consult(FULL_RULEBOOK, PROFILE.read(told).entries())


def verdict(told: Told) -> str:
    reference = consulted(told).overall_reference
    assert reference is not None
    return reference.kind.value


def in_every_unit(finding: str, stored: float) -> list[Told]:
    """The same value, entered in each unit that is offered."""
    measurement = FULL_RULEBOOK.vocabulary.atoms[finding]
    assert isinstance(measurement, Measurement)
    return [
        {finding: {"value": measurement.shown(stored, unit), "unit": unit}}
        for unit in measurement.units
    ]
