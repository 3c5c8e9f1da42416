"""Every rule of both layers, over every combination of the regions of what it reads itself.

A region holds the values that none of its conditions tells apart. Concepts that it reads take all
three truths. A rule with more than ``MOST`` combinations is tried on every pair of regions, the
rest drawn at random, and on a quarter of ``MOST`` drawn at random altogether.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, product

import polars as pl
import pytest

from engine.cohort.columns import concept_column, frame_of
from engine.cohort.expressions import expression
from engine.conditions import FindingLeaf, Value, concepts_of, findings_of, walk
from engine.evaluate import evaluate, prover
from engine.forward import forward_engine
from engine.inquiry.regions import regions
from engine.rule import Rule
from engine.truth import Truth
from rules.full import FULL_RULEBOOK
from tests.cohort.alike import AS_COLUMN, as_columns, chained, truths
from tests.engine.random_books import seeded

MOST = 3_000
VOCABULARY = FULL_RULEBOOK.vocabulary
Combination = tuple[Value | None, ...]


def told_apart(rule: Rule) -> dict[str, tuple[Value | None, ...]]:
    """A value of each region of each finding, and unknown; of each concept the three truths."""
    found: dict[str, tuple[Value | None, ...]] = {}
    for name in sorted(findings_of(rule.when)):
        leaves = [
            node
            for _, node in walk(rule.when)
            if isinstance(node, FindingLeaf) and node.finding == name
        ]
        cut = regions(VOCABULARY.atoms[name], leaves)
        found[name] = (None, *(region.value for region in cut))
    for name in sorted(concepts_of(rule.when)):
        found[concept_column(name)] = (None, True, False)
    return found


def combined(choices: Sequence[tuple[Value | None, ...]], seed: int) -> Iterator[Combination]:
    if math.prod(len(each) for each in choices) <= MOST:
        yield from product(*choices)
        return
    rng = seeded(seed)

    def drawn() -> list[Value | None]:
        # Mostly one and the same patient decides little; so also some of whom much is unknown.
        unknown = rng.choice((0, 0.1, 0.5, 0.9))
        return [None if rng.random() < unknown else rng.choice(each) for each in choices]

    for one, other in combinations(range(len(choices)), 2):
        for first, second in product(choices[one], choices[other]):
            told = drawn()
            told[one], told[other] = first, second
            yield tuple(told)
    for _ in range(MOST // 4):
        yield tuple(drawn())


@pytest.mark.parametrize("rule", FULL_RULEBOOK.rules, ids=lambda rule: rule.id)
def test_every_combination_of_regions(rule: Rule) -> None:
    choices = told_apart(rule)
    tried = list(combined(list(choices.values()), FULL_RULEBOOK.rules.index(rule)))
    facts = [dict(zip(choices, each, strict=True)) for each in tried]
    told = [{n: v for n, v in each.items() if v is not None} for each in facts]
    concepts = [concept_column(name) for name in sorted(concepts_of(rule.when))]
    frame = frame_of(VOCABULARY, told).with_columns(
        pl.Series(name, [each[name] for each in facts], dtype=pl.Boolean) for name in concepts
    )
    found = frame.with_columns(expression(rule.when, VOCABULARY).alias("found"))["found"].to_list()
    as_truth = {None: Truth.UNKNOWN, True: Truth.YES, False: Truth.NO}
    proof = prover(rule.when, VOCABULARY)
    held = {concept.id: Truth.UNKNOWN for concept in FULL_RULEBOOK.concepts}
    expected = []
    for each, known in zip(facts, told, strict=True):
        for name in concepts_of(rule.when):
            value = each[concept_column(name)]
            held[name] = as_truth[None if value is None else value is True]
        expected.append(AS_COLUMN[proof(known, held).truth])
    assert found == expected
    assert len(set(expected)) > 1, "no rule is the same for everybody"


@pytest.mark.parametrize("every", [15, pytest.param(3, marks=pytest.mark.exhaustive)])
def test_every_rule_in_the_whole_chain_by_all_back_ends(every: int) -> None:
    """For each rule three combinations, in the whole chain of both layers.

    durable-rules takes its time over so many rules, so the quick test asks it of every 15th,
    the exhaustive one of every 3rd: one for each rule.
    """
    rng = seeded(8)
    facts: list[dict[str, Value]] = []
    for rule in FULL_RULEBOOK.rules:
        choices = {n: each for n, each in told_apart(rule).items() if n in VOCABULARY.atoms}
        for _ in range(3):
            drawn = {name: rng.choice(each) for name, each in choices.items()}
            facts.append({name: value for name, value in drawn.items() if value is not None})
    engine = forward_engine(FULL_RULEBOOK)
    for number, (known, row) in enumerate(zip(facts, chained(FULL_RULEBOOK, facts), strict=True)):
        found = evaluate(FULL_RULEBOOK, known)
        proofs = {name: proof.truth for name, proof in found.proofs.items()}
        both = (as_columns(proofs), as_columns(found.concepts))
        assert truths(FULL_RULEBOOK, row) == both
        if number % every == 0:
            forward = engine.run(known)
            assert (as_columns(forward.rules), as_columns(forward.concepts)) == both
