"""What holds of every patient, read from the patient: danger, open questions, nothing to wait for.

Nothing here asks the rules what is safe; it is said once more, finding by finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

import pytest

from engine.conditions import Value
from engine.consult import consult
from engine.evaluate import evaluate
from engine.rule import Layer
from engine.trace import Kind
from engine.truth import Truth
from rules.concepts import Drug
from rules.full import FULL_RULEBOOK
from tests.rules.reference.everyone import (
    DIAGNOSIS,
    VOCABULARY,
    answer,
    facts,
    patients,
    possible,
    told_in_full,
)
from tests.rules.reference.telling import (
    GPA,
    IIM,
    MPA,
    MS,
    OTHER_VASCULITIS,
    RA,
    SLE,
)

SEVERE, DANGER = "criteria_severe", "criteria_life_threatening"
EACH = pytest.mark.parametrize("diagnosis", [SLE, MS, GPA, MPA, OTHER_VASCULITIS, RA, IIM])

# What threatens life is severe.

OF_THE_KIDNEY = (
    "creatinine_rise",
    "active_urinary_sediment",
    "dialysis_needed",
    "nephritis_class",
    "spo2",
    "anti_gbm",
    "vasculitis_subtype",
)
ORGANS = tuple(name for name in VOCABULARY.atoms if name.startswith("organ_threats."))


def concepts(entries: Mapping[str, Value]) -> dict[str, Truth]:
    return evaluate(FULL_RULEBOOK, facts(dict(entries)).values).concepts


@pytest.mark.parametrize("seed", range(4))
def test_what_threatens_life_is_severe(seed: int) -> None:
    dangerous = 0
    for entries in patients(400, seed + 500):
        found = concepts(entries)
        if found[DANGER] is Truth.YES:
            dangerous += 1
            assert found[SEVERE] is Truth.YES, entries
    assert dangerous >= 40


@pytest.mark.parametrize("diagnosis", [SLE, GPA, MPA, OTHER_VASCULITIS])
def test_kidneys_that_threaten_life_are_severe_without_a_list_of_organs(diagnosis: str) -> None:
    random = Random(diagnosis)  # noqa: S311  (not for secrets)
    dangerous = 0
    for _ in range(400):
        entries: dict[str, Value] = {DIAGNOSIS: diagnosis}
        for name in OF_THE_KIDNEY:
            if random.random() < 0.8:
                entries[name] = answer(VOCABULARY.atoms[name], random)
        entries |= {name: False for name in ORGANS if random.random() < 0.1}
        found = concepts(possible(entries, random))
        if found[DANGER] is Truth.YES:
            dangerous += 1
            assert found[SEVERE] is Truth.YES, entries
    assert dangerous >= 40


# Nothing may be considered while a question of safety is open.

TOO_LOW = {"neutrophils": 1.5, "wbc": 3.9, "platelets": 49}


def of_both_drugs(known: Mapping[str, Value]) -> Iterator[str]:
    """What is open or speaks against either drug."""
    wanted: dict[str, set[Value]] = {
        "active_infection": {"none"},
        "tuberculosis": {"negative", "latent_treated"},
        "hepatitis_b": {"negative", "core_antibody_only"},
        "pregnancy_status": {"not_pregnant"},
    }
    for name, answers in wanted.items():
        if known.get(name) not in answers:
            yield name
    if not float(known.get("temperature", 99)) < 38:
        yield "temperature"
    if known.get("pregnancy_possible") is not False and not known.get("contraception_effective"):
        yield "contraception_effective"
    for name in ("neutrophils", "wbc", "platelets"):
        if not float(known.get(name, 0)) > TOO_LOW[name]:
            yield name


def of_cyclophosphamide(known: Mapping[str, Value]) -> Iterator[str]:
    yield from of_both_drugs(known)
    if known.get("malignancy") not in {"none", "past_other"}:
        yield "malignancy"
    if float(known.get("platelets", 0)) < 100 and "cytopenia_cause" not in known:
        yield "cytopenia_cause"
    if "creatinine" not in known and "egfr" not in known:
        yield "creatinine"
    if not float(known.get("prior_cyclophosphamide", 99)) < 36:
        yield "prior_cyclophosphamide"
    for name in (
        "hypersensitivity.cyclophosphamide",
        "medicines.etanercept",
        "urinary_outflow_obstruction",
    ):
        if known.get(name) is not False:
            yield name
    if known.get("urinary_findings") not in {"normal", "glomerular_haematuria"}:
        yield "urinary_findings"
    if known[DIAGNOSIS] != IIM and float(known.get("alt", 0)) > 3:
        yield "alt"


def of_mitoxantrone(known: Mapping[str, Value]) -> Iterator[str]:
    yield from of_both_drugs(known)
    if known.get("malignancy") in {None, "current"}:
        yield "malignancy"
    if float(known.get("platelets", 0)) < 100:
        yield "platelets"
    for name in (
        "hypersensitivity.mitoxantrone",
        "hypersensitivity.sulfite",
        "heart_failure_history",
        "anthracycline_or_chest_radiotherapy",
    ):
        if known.get(name) is not False:
            yield name
    if not float(known.get("alt", 9)) <= 3:
        yield "alt"
    cap = 140 if known.get("region") == "us" else 72
    if not float(known.get("prior_mitoxantrone", 999)) + 12 <= cap:
        yield "prior_mitoxantrone"
    ejected = float(known.get("lvef", 0))
    if ejected < 50 or ejected < float(known.get("lvef_lower_limit", 55)):
        yield "lvef"
    if float(known.get("lvef_baseline", 0)) - ejected >= 10:
        yield "lvef_baseline"
    course = known.get("mitoxantrone_course")
    if course == "stopped" and known.get("region") in {"eu", "uk"}:
        yield "mitoxantrone_course"
    if course == "ongoing" and not float(known.get("lvef_age_weeks", 99)) <= 13:
        yield "lvef_age_weeks"


OPEN = {Drug.CYCLOPHOSPHAMIDE.value: of_cyclophosphamide, Drug.MITOXANTRONE.value: of_mitoxantrone}
SAFETY = (
    "active_infection", "temperature", "tuberculosis", "hepatitis_b", "malignancy", "wbc",
    "neutrophils", "platelets", "cytopenia_cause", "pregnancy_possible", "pregnancy_status",
    "contraception_effective", "creatinine", "egfr", "alt", "urinary_outflow_obstruction",
    "urinary_findings", "prior_cyclophosphamide", "hypersensitivity.cyclophosphamide",
    "medicines.etanercept", "hypersensitivity.mitoxantrone", "hypersensitivity.sulfite", "lvef",
    "lvef_baseline", "lvef_lower_limit", "lvef_age_weeks", "mitoxantrone_course", "region",
    "prior_mitoxantrone", "heart_failure_history", "anthracycline_or_chest_radiotherapy",
)  # fmt: skip


def nearly_safe(random: Random, diagnosis: str) -> dict[str, Value]:
    """Told in full and mostly harmless, but for a few questions of safety: open, or answered anew.

    In multiple sclerosis the disease is one for which the drug is an option with nothing left.
    """
    entries = told_in_full(random, diagnosis, harmless=1.0)
    if diagnosis == MS:
        entries |= {
            "ms_course": "relapsing_remitting",
            "disabling_relapses_12_months": 3.0,
            "relapses_12_months": 3.0,
            "gadolinium_lesions": 2.0,
            "first_line_tried": True,
        }
        entries |= {
            name: "contraindicated"
            for name in VOCABULARY.atoms
            if name.startswith("treatments.") and name.endswith(".outcome")
        }
    for name in random.sample(SAFETY, random.choice((0, 1, 1, 2, 3))):
        if random.random() < 0.5:
            entries.pop(name, None)
        else:
            entries[name] = answer(VOCABULARY.atoms[name], random)
    return possible(entries, random)


@EACH
def test_nothing_may_be_considered_while_a_question_of_safety_is_open(diagnosis: str) -> None:
    random = Random(f"open {diagnosis}")  # noqa: S311  (not for secrets)
    considered = 0
    for _ in range(250):
        entries = nearly_safe(random, diagnosis)
        trace = consult(FULL_RULEBOOK, entries)
        known = {fact.finding: fact.value for fact in trace.facts}
        for verdict in trace.verdicts:
            if verdict.layer != Layer.REFERENCE or verdict.kind is not Kind.MAY_BE_CONSIDERED:
                continue
            considered += 1
            assert verdict.drug is not None
            assert list(OPEN[verdict.drug](known)) == [], entries
    assert considered >= 5, diagnosis
