"""Random patients for the benchmarks: possible ones, reproducible from a seed."""

from __future__ import annotations

import random

from engine.conditions import Value
from engine.errors import ContradictionError
from engine.facts import establish
from engine.findings import Choice, Measurement
from rules import RULEBOOK


def random_patients(count: int, seed: int = 1) -> list[dict[str, Value]]:
    """``count`` patients as atom id → value; about a third of the findings are unknown."""
    source = random.Random(seed)  # noqa: S311  (nothing here is a secret)
    found: list[dict[str, Value]] = []
    while len(found) < count:
        entries: dict[str, Value] = {}
        for finding in RULEBOOK.vocabulary.findings:
            if source.random() < 1 / 3 and finding is not RULEBOOK.vocabulary.diagnosis:
                continue
            if isinstance(finding, Choice):
                entries[finding.id] = source.choice([option.value for option in finding.options])
            elif isinstance(finding, Measurement):
                entries[finding.id] = float(source.randint(18, 90))
            else:
                entries[finding.id] = source.random() < 1 / 2
        try:
            establish(RULEBOOK.vocabulary, entries)
        except ContradictionError:
            continue
        found.append(entries)
    return found
