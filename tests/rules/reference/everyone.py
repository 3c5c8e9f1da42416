"""Random patients with every finding of both layers; numbers fall around every threshold."""

from __future__ import annotations

from functools import cache
from random import Random

from engine.conditions import InRange, Value, walk
from engine.errors import ContradictionError
from engine.facts import Facts, establish
from engine.findings import Choice, Finding, Measurement
from rules.full import FULL_RULEBOOK
from tests.rules.reference.told import HARMLESS, PROFILE

VOCABULARY = FULL_RULEBOOK.vocabulary
DIAGNOSIS = VOCABULARY.diagnosis.id


@cache
def numbers(finding: str) -> tuple[float, ...]:
    """Values at, just under and just over every threshold that a rule compares it with."""
    measurement = VOCABULARY.atoms[finding]
    assert isinstance(measurement, Measurement)
    found = set()
    for rule in FULL_RULEBOOK.rules:
        for _, node in walk(rule.when):
            if isinstance(node, InRange) and node.finding == finding:
                for end in (node.low, node.high):
                    if end is not None:
                        exact = measurement.stored(end, node.unit)
                        step = 1 if measurement.whole else 0.1
                        found |= {exact, exact - step, exact + step}
    low, high = measurement.hard.low or 0, measurement.hard.high or 1000
    found |= {low, (low + high) // 2}
    kept = {number for number in found if measurement.hard.hold(number)}
    return tuple(sorted({float(round(n)) if measurement.whole else n for n in kept}))


def answer(finding: Finding, random: Random) -> Value:
    if isinstance(finding, Choice):
        return str(random.choice([option.value for option in finding.options]))
    if isinstance(finding, Measurement):
        return random.choice(numbers(finding.id))
    return random.random() < 0.5


def patient(random: Random, known: float, diagnosis: str | None) -> dict[str, Value]:
    """What is told of one patient; ``known`` is the share of findings that are."""
    entries: dict[str, Value] = {} if diagnosis is None else {DIAGNOSIS: diagnosis}
    for name, atom in VOCABULARY.atoms.items():
        asked = VOCABULARY.owner[name].id in VOCABULARY.by_id and name != DIAGNOSIS
        if asked and random.random() < known:
            entries[name] = answer(atom, random)
    return entries


def possible(entries: dict[str, Value], random: Random) -> dict[str, Value]:
    """The same patient without the answers that contradict others."""
    while True:
        try:
            establish(VOCABULARY, entries)
        except ContradictionError as error:
            named = [n for p in error.problems for n in p.field.split(", ") if n != DIAGNOSIS]
            entries = {n: v for n, v in entries.items() if n != random.choice(named)}
            continue
        return entries


def patients(number: int, seed: int) -> list[dict[str, Value]]:
    """Patients of every diagnosis and of none, from hardly known to wholly known."""
    random = Random(seed)  # noqa: S311  (not for secrets)
    diagnoses = [*(option.value for option in VOCABULARY.diagnosis.options), None]
    shares = (0.1, 0.5, 0.9, 1.0)
    return [
        possible(patient(random, shares[n % 4], diagnoses[n // 4 % len(diagnoses)]), random)
        for n in range(number)
    ]


SAFE = PROFILE.read(
    HARMLESS
    | {
        "diagnosis": "systemic_lupus_erythematosus",
        "pregnancy_possible": "yes",
        "pregnancy_status": "not_pregnant",
        "lvef": 62,
        "lvef_baseline": 62,
        "lvef_lower_limit": 55,
        "prior_mitoxantrone": 0,
        "mitoxantrone_course": "never",
        "heart_failure_history": "no",
        "anthracycline_or_chest_radiotherapy": "no",
        "spo2": 97,
    }
).entries()
"""What holds no harm: for patients who are told in full and are not all stopped."""


def told_in_full(random: Random, diagnosis: str, harmless: float = 0.97) -> dict[str, Value]:
    """Every finding answered, most of the safety harmlessly, so that not everybody is stopped.

    What contradicts another answer is answered anew; what is harmless, last of all.
    """
    entries = patient(random, 1.0, diagnosis)
    for name, value in SAFE.items():
        if name != DIAGNOSIS and random.random() < harmless:
            entries[name] = value
    while True:
        try:
            establish(VOCABULARY, entries)
        except ContradictionError as error:
            named = [n for p in error.problems for n in p.field.split(", ") if n != DIAGNOSIS]
            name = random.choice([n for n in named if n not in SAFE] or named)
            entries[name] = answer(VOCABULARY.atoms[name], random)
            continue
        return entries


def facts(entries: dict[str, Value]) -> Facts:
    return establish(VOCABULARY, entries)
