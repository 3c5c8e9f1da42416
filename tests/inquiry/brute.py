"""Everything by trying: what the inquiries are compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from engine.conditions import Value
from engine.consult import consult
from engine.errors import ContradictionError
from engine.findings import Choice
from engine.inquiry.goal import Goal, VerdictIs
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace

Told = dict[str, Value]
Edits = frozenset[tuple[str, Value]]


def consulted(book: RuleBook, told: Mapping[str, Value]) -> Trace | None:
    """The consultation; None for a patient who cannot be."""
    try:
        return consult(book, told)
    except ContradictionError:
        return None


def answers(book: RuleBook, name: str) -> tuple[Value, ...]:
    """Every answer of a closed question."""
    finding = book.vocabulary.atoms[name]
    if isinstance(finding, Choice):
        return tuple(option.value for option in finding.options)
    return (True, False)


def completions(
    book: RuleBook, told: Mapping[str, Value], values: Mapping[str, Sequence[Value]]
) -> Iterator[Trace]:
    """Every patient with all of these findings told, one value each."""
    for chosen in product(*values.values()):
        found = consulted(book, {**told, **dict(zip(values, chosen, strict=True))})
        if found is not None:
            yield found


def are_told_apart(traces: Iterable[Trace], about: VerdictIs, facts: Sequence[str]) -> bool:
    """Whether patients of whom these facts are the same come to the same kind of verdict."""
    kinds: dict[tuple[Value | None, ...], set[Kind]] = defaultdict(set)
    for trace in traces:
        kinds[tuple(map(trace.entries.get, facts))].add(about.verdict(trace).kind)
    return all(len(each) == 1 for each in kinds.values())


def smallest_edits(
    book: RuleBook,
    told: Mapping[str, Value],
    goal: Goal,
    values: Mapping[str, Sequence[Value]],
    largest: int,
) -> set[Edits]:
    """All of the smallest sets of edits that reach a goal, by trying every set up to a size."""
    for size in range(1, largest + 1):
        found: set[Edits] = set()
        for names in combinations(values, size):
            changed = [[v for v in values[name] if v != told.get(name)] for name in names]
            for chosen in product(*changed):
                edits = dict(zip(names, chosen, strict=True))
                after = consulted(book, {**told, **edits})
                if after is not None and goal.holds_for(after):
                    found.add(frozenset(edits.items()))
        if found:
            return found
    return set()


def sufficient(book: RuleBook, told: Mapping[str, Value], goal: Goal) -> set[frozenset[str]]:
    """All sets of told findings that suffice and of which none can be left out, by trying all."""
    found: set[frozenset[str]] = set()
    for size in range(len(told) + 1):
        for names in combinations(told, size):
            kept = frozenset(names)
            if any(smaller <= kept for smaller in found):
                continue
            after = consulted(book, {name: told[name] for name in names})
            if after is not None and goal.holds_for(after):
                found.add(kept)
    return found


def one_each(sets: Iterable[Edits]) -> set[frozenset[str]]:
    """Which findings are edited, whatever to."""
    return {frozenset(name for name, _ in each) for each in sets}
