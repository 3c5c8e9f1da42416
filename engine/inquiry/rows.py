"""A row of a table as one thing: what its cells come to, and the shortest ways to come to it.

Rules never ask for a single cell alone; they ask whether a treatment failed adequately, or is
closed. So a row is told anew as a whole, once for everything that rules can tell apart of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from engine.conditions import Condition, Group, Value, concepts_of, findings_of
from engine.evaluate import prover
from engine.inquiry.domains import Domains
from engine.inquiry.slice import Slice
from engine.truth import Truth
from engine.vocabulary import Vocabulary

Telling = tuple[tuple[str, Value | None], ...]
"""Facts with the values told; None is left unknown."""


def row_tellings(
    vocabulary: Vocabulary,
    part: Slice,
    cells: tuple[str, ...],
    domains: Domains,
    entries: Mapping[str, Value],
) -> tuple[Telling, ...]:
    """The present telling of a row, then the shortest change to each other thing it can come to.

    What is known stays known.
    """
    asked = dict.fromkeys(
        condition for rule in part.rules for condition in _about(rule.when, frozenset(cells))
    )
    provers = [prover(condition, vocabulary) for condition in asked]
    choices = [_values(cell, domains, entries) for cell in cells]
    now: Telling = tuple((cell, entries.get(cell)) for cell in cells)
    shortest: dict[tuple[Truth, ...], tuple[int, Telling]] = {}
    for values in product(*choices):
        told = tuple(zip(cells, values, strict=True))
        known = {name: value for name, value in told if value is not None}
        comes_to = tuple(proof(known, {}).truth for proof in provers)
        changes = sum(new != old for new, old in zip(told, now, strict=True))
        if comes_to not in shortest or changes < shortest[comes_to][0]:
            shortest[comes_to] = (changes, told)
    others = [told for changes, told in shortest.values() if changes]
    return now, *others


def _values(cell: str, domains: Domains, entries: Mapping[str, Value]) -> tuple[Value | None, ...]:
    now = entries.get(cell)
    return tuple(dict.fromkeys((now, *(region.value for region in domains[cell]))))


def _about(condition: Condition, cells: frozenset[str]) -> Iterator[Condition]:
    """The largest parts of a condition that speak of these cells alone."""
    if not concepts_of(condition) and findings_of(condition) <= cells:
        yield condition
    elif isinstance(condition, Group):
        for part in condition.conditions:
            yield from _about(part, cells)
