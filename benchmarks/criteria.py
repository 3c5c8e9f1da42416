"""What published criteria cost: a consultation with both layers beside the document alone."""

from __future__ import annotations

import gc
import random
from functools import partial
from statistics import median

from benchmarks.consultation import timed
from engine.conditions import Value
from engine.consult import consult
from engine.errors import ContradictionError
from engine.explain import explain
from engine.facts import establish, within
from engine.findings import Choice, Measurement
from engine.trace import Trace
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK

PATIENTS = 300


def full_patients(count: int, seed: int = 1, told: float = 2 / 3) -> list[dict[str, Value]]:
    """``count`` possible patients; of all that is asked in their disease so much is ``told``."""
    source = random.Random(seed)  # noqa: S311  (nothing here is a secret)
    vocabulary = FULL_RULEBOOK.vocabulary
    diagnoses = [option.value for option in vocabulary.diagnosis.options]
    found: list[dict[str, Value]] = []
    while len(found) < count:
        diagnosis = source.choice(diagnoses)
        entries: dict[str, Value] = {vocabulary.diagnosis.id: diagnosis}
        for name, atom in vocabulary.atoms.items():
            asked = vocabulary.owner[name].id in vocabulary.by_id
            if not asked or name in entries or not vocabulary.applies(atom, diagnosis):
                continue
            if source.random() >= told:
                continue
            if isinstance(atom, Choice):
                entries[name] = source.choice([option.value for option in atom.options])
            elif isinstance(atom, Measurement):
                low, high = atom.hard.low or 0, atom.hard.high or 100
                entries[name] = float(round(source.triangular(low, high, low)))
            else:
                entries[name] = source.random() < 1 / 2
        try:
            establish(vocabulary, entries)
        except ContradictionError:
            continue
        found.append(entries)
    return found


def explained(trace: Trace) -> None:
    """Both verdicts explained, as the screen does."""
    explain(FULL_RULEBOOK, trace)
    explain(FULL_RULEBOOK, trace, trace.overall_reference)


def whole(entries: dict[str, Value]) -> None:
    """Trace, verdicts and explanation of one patient, with both layers."""
    explained(consult(FULL_RULEBOOK, entries))


def main() -> None:
    """Print the table."""
    patients = full_patients(PATIENTS)
    for entries in patients[:50]:
        whole(entries)
    gc.collect()
    both = median(timed(partial(whole, entries)) for entries in patients)
    alone = median(
        timed(partial(consult, RULEBOOK, within(RULEBOOK.vocabulary, entries)))
        for entries in patients
    )
    print(f"{len(FULL_RULEBOOK.rules)} rules, {PATIENTS} random patients, medians of one run\n")
    print(f"{'the document alone':44}{alone:8.3f} ms{1:8.2f}")
    print(f"{'both layers, with both explanations':44}{both:8.3f} ms{both / alone:8.2f}")


if __name__ == "__main__":
    main()
