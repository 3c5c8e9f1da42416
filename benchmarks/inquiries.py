"""How long the answers to inquiries take with both layers, beside one consultation."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from statistics import median

from benchmarks.consultation import timed
from benchmarks.criteria import full_patients
from engine.consult import consult
from engine.inquiry.asknext import ask_next
from engine.inquiry.goal import other, reached
from engine.inquiry.robust import robustness
from engine.inquiry.whatif import what_if
from engine.inquiry.why import why
from engine.inquiry.whynot import why_not
from engine.trace import Kind, Trace, Verdict
from rules.full import FULL_RULEBOOK as BOOK

WELL_TOLD = 60
"""Patients of whom two thirds are told: what changes their verdict is asked."""
SPARSE = 60
"""Patients of whom a tenth is told: what to ask next is asked."""


def _goal(verdict: Verdict) -> Kind:
    may = verdict.kind is Kind.MAY_BE_CONSIDERED
    return Kind.NOT_INDICATED if may else Kind.MAY_BE_CONSIDERED


def _answers(trace: Trace, verdict: Verdict) -> dict[str, Callable[[], object]]:
    about, goal = reached(verdict), other(verdict, _goal(verdict))
    asked: dict[str, Callable[[], object]] = {
        "why not": partial(why_not, BOOK, trace, goal),
        "what if": partial(what_if, BOOK, trace, goal),
        "settled or not": partial(robustness, BOOK, trace, about),
    }
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        asked["what to ask next"] = partial(ask_next, BOOK, trace, about)
    else:
        asked["why"] = partial(why, BOOK, trace, about)
    return asked


def main() -> None:
    """Print the table."""
    times: dict[str, list[float]] = {"one consultation": []}
    gc.collect()
    for entries in full_patients(WELL_TOLD, seed=7) + full_patients(SPARSE, seed=8, told=1 / 10):
        times["one consultation"].append(timed(partial(consult, BOOK, entries)))
        trace = consult(BOOK, entries)
        verdict = trace.overall_reference
        if verdict is None or verdict.drug is None:
            continue
        for name, answer in _answers(trace, verdict).items():
            times.setdefault(name, []).append(timed(answer))
    one = median(times["one consultation"])
    print(f"inquiries with both layers, {WELL_TOLD + SPARSE} random patients, of one run\n")
    print(f"{'question':24}{'median':>12}{'slowest':>14}{'in consultations':>20}")
    for name, found in times.items():
        print(f"{name:24}{median(found):9.1f} ms{max(found):11.1f} ms{median(found) / one:20.1f}")


if __name__ == "__main__":
    main()
