"""One million patients at once, beside one at a time, and beside the rules written by hand.

Random patients who can be, of whom half of what the document asks is told, or a twentieth of what
both layers ask (of more, most contradict themselves). By the document everybody's answer is
compared with the expressions written by hand; that of a sample, in both, with durable-rules (every
rule) and the evaluator (the verdicts), and by the document with the function written by hand.
Ratios of one run on two cores that others used too; the time of one patient, a median, is
multiplied by their number:

    document, 1,000,000 patients            both layers, 1,000,000 patients
    cohort, verdicts          1 (0.06 s)    cohort, verdicts          1 (1.6 s)
    and deciding rules        5.9           and deciding rules        2.1
    and truth of every rule   1.2           and truth of every rule   1.1
    expressions by hand       0.42
    function by hand         38
    facts, evaluator      4,200             facts, evaluator      3,900
    facts, durable-rules  6,000             facts, durable-rules  3,500
    a consultation       11,000             a consultation        5,800

So what is put together from the rule book takes 2.4 times as long as what is written by hand (2.7
in another run), and need not be written. Patients are columns already here; reading a million lines
of CSV takes some 25 s more, and each contradiction is explained by the evaluator's own code, one by
one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from time import perf_counter

import polars as pl

from benchmarks.cohort_by_hand import verdict, verdicts
from engine.cohort.columns import CONTRADICTORY, entries_at, rule_column, type_of
from engine.cohort.decide import Cohort, cohort_of
from engine.cohort.verdicts import drug_column, kind_column
from engine.conditions import Value
from engine.consult import consult
from engine.facts import establish
from engine.findings import Choice, Finding, Measurement
from engine.forward import forward_engine
from engine.narrow import narrowed
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.screening import screened
from engine.truth import Truth
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK

PATIENTS = 1_000_000
BATCH = 250_000
ROUNDS = 7
OURS = "cohort, verdicts"


def columns(book: RuleBook, count: int, told: float, seed: int = 1) -> pl.DataFrame:
    """Random patients who can be; each finding but the diagnosis is told with one probability."""
    vocabulary, asked = book.vocabulary, book.vocabulary.by_id
    made: list[pl.DataFrame] = []
    height = 0
    while height < count:
        frame = pl.DataFrame(
            [
                _column(atom, BATCH, 0.95 if atom is vocabulary.diagnosis else told, seed + place)
                for place, (name, atom) in enumerate(vocabulary.atoms.items())
                if vocabulary.owner[name].id in asked
            ]
        )
        seed += 1_000
        frame = frame.filter(~cohort_of(book).known(frame)[CONTRADICTORY])
        made.append(frame)
        height += frame.height
    return pl.concat(made).head(count).rechunk()


def _column(atom: Finding, count: int, told: float, seed: int) -> pl.Series:
    # Random numbers by the million: places drawn with replacement.
    values: list[Value]
    if isinstance(atom, Choice):
        values = [str(option.value) for option in atom.options]
    elif isinstance(atom, Measurement):
        low = int(atom.hard.low or 0)
        high = low + 100 if atom.hard.high is None else int(atom.hard.high)
        values = [float(low + (high - low) * step // 1_000) for step in range(1_001)]
    else:
        values = [True, False]
    known = round(1_000 * told)
    each = known / len(values)
    pool: list[Value | None] = [values[int(place / each)] for place in range(known)]
    pool += [None] * (1_000 - known)
    series = pl.Series(atom.id, pool, dtype=type_of(atom))
    return series.sample(count, with_replacement=True, seed=seed)


def seconds(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """How long each takes: medians of some rounds, in which they take turns.

    So what else the machine does falls on all of them alike.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = perf_counter()
            work()
            taken[name].append(perf_counter() - start)
    return {name: median(each) for name, each in taken.items()}


def batches(told: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The patients some at a time, as the command does."""
    return (told.slice(start, BATCH) for start in range(0, told.height, BATCH))


def whole(cohort: Cohort, told: pl.DataFrame, **asked: bool) -> pl.DataFrame:
    """Everybody decided, batch by batch."""
    rules = (None,) if asked.get("rules") else ()
    trace = bool(asked.get("trace"))
    found = [cohort.decide(each, rules=rules, trace=trace) for each in batches(told)]
    if any(each.refused for each in found):
        raise AssertionError("somebody was refused who can be")
    return pl.concat([each.verdicts for each in found])


def one_by_one(
    book: RuleBook, told: pl.DataFrame, found: pl.DataFrame, sample: int
) -> dict[str, float]:
    """Median seconds for one patient, and that each has the same answer as in the cohort."""
    taken: dict[str, list[float]] = {}
    layers = book.layers
    rows = random.Random(7).sample(range(told.height), sample)  # noqa: S311

    def timed(name: str, work: Callable[[], object]) -> None:
        start = perf_counter()
        work()
        taken.setdefault(name, []).append(perf_counter() - start)

    for row in rows:
        entries = entries_at(told, row)
        answer = found.row(row, named=True)

        def durable(entries: dict[str, Value] = entries) -> dict[str, Truth]:
            known = establish(book.vocabulary, entries).values
            diagnosis = known.get(book.vocabulary.diagnosis.id)
            narrow = narrowed(book, None if diagnosis is None else str(diagnosis))
            return forward_engine(narrow.book).run(known).rules

        def evaluator(entries: dict[str, Value] = entries) -> list[str]:
            known = establish(book.vocabulary, entries).values
            return [screened(book, layer, known).kind for layer in layers]

        timed("facts and durable-rules", durable)
        timed("facts, evaluator, verdicts", evaluator)
        timed("consultation, both engines", partial(consult, book, entries))
        truths = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}
        for name, truth in durable().items():
            if answer[rule_column(name)] is not truths[truth]:
                raise AssertionError(f"{name} is {truth} for {entries}")
        if evaluator() != [answer[kind_column(layer)] for layer in layers]:
            raise AssertionError(f"the evaluator decides otherwise for {entries}")
        if book is RULEBOOK:
            timed("by hand, a Python function", partial(verdict, entries))
            if verdict(entries) != answer[kind_column(Layer.DOCUMENT)]:
                raise AssertionError(f"by hand it is otherwise for {entries}")
    return {name: median(each) for name, each in taken.items()}


def same_by_hand(told: pl.DataFrame, found: pl.DataFrame) -> None:
    """Raise AssertionError unless the expressions written by hand answer the same to everybody."""
    layer = Layer.DOCUMENT
    hand = pl.concat([verdicts(each) for each in batches(told)])
    names = {"verdict": kind_column(layer), "drug": drug_column(layer)}
    names |= {drug.value: kind_column(layer, drug) for drug in RULEBOOK.drugs}
    for mine, ours in names.items():
        if hand[mine].cast(pl.String).to_list() != found[ours].cast(pl.String).to_list():
            raise AssertionError(f"by hand, {mine} is otherwise")


def measured(name: str, book: RuleBook, told: pl.DataFrame, sample: int) -> None:
    """Print one table."""
    cohort = cohort_of(book)
    found = whole(cohort, told, trace=True, rules=True)
    works: dict[str, Callable[[], object]] = {
        OURS: lambda: whole(cohort, told),
        "cohort, and deciding rules": lambda: whole(cohort, told, rules=True),
        "cohort, and truth of every rule": lambda: whole(cohort, told, trace=True),
    }
    if book is RULEBOOK:
        same_by_hand(told, found)
        works["by hand, expressions of Polars"] = lambda: list(map(verdicts, batches(told)))
    lines = seconds(works)
    single = one_by_one(book, told, found, sample)
    lines |= {f"{each} *": taken * told.height for each, taken in single.items()}
    print(f"{name}: {len(book.rules)} rules, {told.height:,} patients, * from {sample:,} of them\n")
    print(f"{'':38}{'s':>10}{'µs a patient':>15}{'ratio':>12}")
    for each, taken in lines.items():
        micro = taken / told.height * 1e6
        print(f"{each:38}{taken:10.3f}{micro:15.3f}{taken / lines[OURS]:12.2f}")
    print()


def main() -> None:
    """Print the tables."""
    measured("document", RULEBOOK, columns(RULEBOOK, PATIENTS, 0.5), 5_000)
    measured("both layers", FULL_RULEBOOK, columns(FULL_RULEBOOK, PATIENTS, 0.05), 300)


if __name__ == "__main__":
    main()
