"""Fifty learners step through cases at once: no answer lost, no error, and how long a step takes.

A step is what happens when an answer is committed: it is kept, consulted by both engines, and the
feedback is made with the contrast, the smallest change and the graded facts. Keeping goes the way
of a page: look whether another tab has kept something, then commit to the database.

The goal is a 95th percentile under 100 ms. Three classes are timed: on the cases told on the
document alone, on all cases with nothing worked out before, and on all cases after what
``ui --prepare`` does.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

from cases.explain_back import facts_to_choose, graded
from cases.load import library
from cases.model import Case
from cases.play import trace_after
from cases.prepare import prepare
from cases.tutor import feedback
from engine.consult import consult
from engine.rule import Layer
from rules.full import FULL_RULEBOOK
from ui.learning.learner import Learner
from ui.memory import settle
from ui.store import Store, new_id
from ui.teaching.progress import Answer, Progress, Sure

PLAIN = tuple(case for case in library() if case.layers == (Layer.DOCUMENT,))
"""The cases told on the document alone: the solver has least to do there."""

LEARNERS = 50
CASES = 4
"""So many cases each learner goes through, each in an order of their own."""
THINKING = 1.0
"""How long a learner thinks before an answer, in seconds on average; people take longer."""


def learn(
    seed: int, store: Store, cases: Sequence[Case], thinking: float = THINKING
) -> tuple[list[float], str, int]:
    """One learner: how long each step took in ms, the session's id, and how many were answered."""
    source = random.Random(seed)  # noqa: S311  (nothing here is a secret)
    session, times, given = new_id(), [], 0
    known, content = Learner(), {"revision": "1"}
    for case in source.sample(cases, CASES):
        progress = Progress()
        for index, step in enumerate(case.steps):
            sleep(source.expovariate(1 / thinking) if thinking else 0)
            option = source.randrange(len(step.question.options))
            start = perf_counter()
            trace = trace_after(case, index)
            facts = tuple(name for name in facts_to_choose(trace) if source.random() < 1 / 2)
            answer = Answer(
                option=option,
                text=step.question.options[option].text,
                sure=source.choice(list(Sure)),
                facts=facts,
            )
            # As a page does: another tab may have kept something meanwhile.
            store.load(session)
            known = store.learners.fetch(session, known)
            progress = progress.with_answer(index, answer)
            now = known.with_case(case.id, progress.as_kept())
            known = store.learners.save(session, content, known, now)
            said = feedback(case, index, option)
            graded(trace, facts, agrees=said.agrees, layer=said.layer)
            times.append((perf_counter() - start) * 1000)
            given += 1
    return times, session, given


def a_class(name: str, cases: Sequence[Case]) -> None:
    """Fifty learners at once; compare what was kept with what they answered, and print."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "learners.sqlite3")
        with ThreadPoolExecutor(LEARNERS) as pool:
            found = list(pool.map(lambda seed: learn(seed, store, cases), range(LEARNERS)))
        lost = sum(
            given - store.learners.fetch(session, Learner()).answered()
            for _, session, given in found
        )
    times = [each for learner, _, _ in found for each in learner]
    slow = quantiles(times, n=20)[-1]
    print(
        f"{name}: {len(times):,} steps, {lost} answers lost, "
        f"median {median(times):.1f} ms, 95th percentile {slow:.1f} ms a step"
    )


def main() -> None:
    """Three classes, one after the other."""
    print(f"{LEARNERS} learners at once, each thinking {THINKING:g} s on average")
    consult(FULL_RULEBOOK, {})
    settle()
    a_class("Cases on the document", PLAIN)
    a_class("All cases", library())
    start = perf_counter()
    answers = prepare(library())
    print(f"{answers} answers worked out in {perf_counter() - start:.0f} s")
    a_class("All cases, worked out before", library())


if __name__ == "__main__":
    main()
