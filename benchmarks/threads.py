"""Many consultations at once: no error, the same answers, and memory that stays flat."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from benchmarks.patients import random_patients
from engine.consult import consult
from rules import RULEBOOK

THREADS = 8
EACH = 500


def resident_mib() -> float | None:
    """Memory of this process in MiB; None where the system does not tell."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return None
    return int(status.read_text(encoding="ascii").split()[1]) * 4096 / 2**20


def consult_all(seed: int) -> list[str]:
    """One thread's consultations, each about a patient of its own: a digest of every trace."""
    return [
        sha256(consult(RULEBOOK, patient).model_dump_json().encode()).hexdigest()
        for patient in random_patients(EACH, seed)
    ]


def after_a_round() -> float | None:
    """Memory after the same consultations once more, nothing kept of them."""
    with ThreadPoolExecutor(THREADS) as pool:
        for _ in pool.map(consult_all, range(THREADS)):
            pass
    gc.collect()
    resident = resident_mib()
    return None if resident is None else round(resident, 1)


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
    rounds = [after_a_round() for _ in range(4)]
    print(f"memory after each further round of {THREADS * EACH:,}, in MiB: {rounds}")
    raise SystemExit(1 if different else 0)


if __name__ == "__main__":
    main()
