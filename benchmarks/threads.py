"""Many consultations at once: no error, the same answers, and memory that stays flat."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

from benchmarks.patients import random_patients
from engine.consult import consult
from engine.trace import Trace
from rules import RULEBOOK

THREADS = 8
EACH = 500


def resident_mib() -> float | None:
    """Memory of this process in MiB; None where the system does not tell."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return None
    return int(status.read_text(encoding="ascii").split()[1]) * 4096 / 2**20


def consult_all(seed: int) -> list[Trace]:
    """One thread's consultations, each about a patient of its own."""
    return [consult(RULEBOOK, patient) for patient in random_patients(EACH, seed)]


def main() -> None:
    """Run alone, then together, compare, and print."""
    start = perf_counter()
    alone = [consult_all(seed) for seed in range(THREADS)]
    middle = perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(consult_all, range(THREADS)))
    end = perf_counter()
    different = sum(
        one != other
        for lone, joint in zip(alone, together, strict=True)
        for one, other in zip(lone, joint, strict=True)
    )
    print(f"{THREADS} threads × {EACH} consultations: {different} differ from a single thread")
    print(f"time together / time alone: {(end - middle) / (middle - start):.2f}")
    del alone, together
    gc.collect()
    before = resident_mib()
    for seed in range(THREADS):
        consult_all(seed)
    gc.collect()
    after = resident_mib()
    if before is not None and after is not None:
        print(f"memory after another {THREADS * EACH:,} consultations: {after - before:+.1f} MiB")
    raise SystemExit(1 if different else 0)


if __name__ == "__main__":
    main()
