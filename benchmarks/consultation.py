"""How long a consultation takes, and which part of it takes how much.

Milliseconds depend on the machine; the shares, all from one run, are what counts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

from benchmarks.patients import random_patients
from engine.consult import consult
from engine.evaluate import evaluate
from engine.explain import explain, rule_stories
from engine.facts import establish
from engine.forward import forward_engine
from rules import RULEBOOK

PATIENTS = 2_000


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def measure() -> dict[str, float]:
    """Median milliseconds of a consultation and of each part, over the same patients."""
    engine = forward_engine(RULEBOOK)
    parts: dict[str, list[float]] = {}

    def note(name: str, work: Callable[[], object]) -> None:
        parts.setdefault(name, []).append(timed(work))

    for entries in random_patients(PATIENTS):
        known = establish(RULEBOOK.vocabulary, entries).values
        trace = consult(RULEBOOK, entries)
        note("consultation, both engines", partial(consult, RULEBOOK, entries))
        note("  facts and entailments", partial(establish, RULEBOOK.vocabulary, entries))
        note("  durable-rules", partial(engine.run, known))
        note("  reference evaluator", partial(evaluate, RULEBOOK, known))
        note("explanation of the verdict", partial(explain, RULEBOOK, trace))
        note("stories of all rules", partial(rule_stories, RULEBOOK, trace))
        note("trace to JSON", trace.model_dump_json)
    return {name: median(times) for name, times in parts.items()}


def main() -> None:
    """Print the table."""
    medians = measure()
    whole = medians["consultation, both engines"]
    print(f"{len(RULEBOOK.rules)} rules, {PATIENTS:,} random patients, medians of one run\n")
    print(f"{'part':32}{'ms':>8}{'share of a consultation':>26}")
    for name, milliseconds in medians.items():
        print(f"{name:32}{milliseconds:8.3f}{milliseconds / whole:26.2f}")


if __name__ == "__main__":
    main()
