"""What the back ends must agree on, patient by patient."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from engine.cohort.columns import concept_column, frame_of, rule_column
from engine.cohort.decide import cohort_of
from engine.cohort.verdicts import SEPARATOR, drug_column, kind_column, rules_column
from engine.conditions import Value
from engine.consult import consult
from engine.deciding import decided
from engine.errors import ContradictionError, Problem
from engine.evaluate import evaluate
from engine.facts import establish
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.screening import screened
from engine.truth import Truth

AS_COLUMN = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}
Row = dict[str, Any]


def truths(book: RuleBook, row: Row) -> tuple[dict[str, Any], dict[str, Any]]:
    """The truths of rules and of concepts in a row."""
    return (
        {rule.id: row[rule_column(rule.id)] for rule in book.rules},
        {concept.id: row[concept_column(concept.id)] for concept in book.concepts},
    )


def as_columns(found: Mapping[str, Truth]) -> dict[str, bool | None]:
    return {name: AS_COLUMN[truth] for name, truth in found.items()}


def deciding(row: Row, column: str) -> list[str]:
    return (row[column] or "").split(SEPARATOR) if row[column] else []


def all_agree(
    book: RuleBook, patients: Sequence[Mapping[str, Value]], forward: int = 1
) -> Counter[tuple[Layer, str | None]]:
    """Compare everything; counts the kinds of verdict by layer, None for those who cannot be.

    Facts, contradictions, truths and decisions with ``engine.facts`` and the reference evaluator;
    every ``forward``-th patient also with a whole consultation, durable-rules included (0: none).
    """
    told = frame_of(book.vocabulary, patients)
    cohort = cohort_of(book)
    found = cohort.decide(told, rules=(None, *book.drugs), trace=True)
    rows = {row["row"]: row for row in found.verdicts.iter_rows(named=True)}
    refused = {each.row: each.problem for each in found.refused}
    known = cohort.known(told).select(list(book.vocabulary.atoms)).to_dicts()
    assert len(rows) + len(refused) == len(patients)
    kinds: Counter[tuple[Layer, str | None]] = Counter()
    for number, entries in enumerate(patients):
        facts, contradiction = established(book, entries)
        if facts is None:
            assert refused[number] == contradiction
            kinds.update((layer, None) for layer in book.layers)
            continue
        row = rows[number]
        assert {n: v for n, v in known[number].items() if v is not None} == facts
        evaluation = evaluate(book, facts)
        proofs = {name: proof.truth for name, proof in evaluation.proofs.items()}
        assert truths(book, row) == (as_columns(proofs), as_columns(evaluation.concepts))
        in_order = list(proofs)
        for layer in book.layers:
            overall = screened(book, layer, facts)
            assert row[kind_column(layer)] == overall.kind
            assert row[drug_column(layer)] == overall.drug
            assert deciding(row, rules_column(layer)) == sorted(
                {rule.id for rule in overall.rules}, key=in_order.index
            )
            kinds[layer, overall.kind.value] += 1
            for drug in book.drugs:
                one = decided(book, layer, drug, facts, evaluation.proofs)
                assert row[kind_column(layer, drug)] == one.kind
                assert deciding(row, rules_column(layer, drug)) == sorted(
                    {rule.id for rule in one.rules}, key=in_order.index
                )
        if forward and number % forward == 0:
            same_as_consultation(book, entries, row)
    return kinds


def established(
    book: RuleBook, entries: Mapping[str, Value]
) -> tuple[dict[str, Value] | None, Problem | None]:
    """What is known, or why that cannot be."""
    try:
        return establish(book.vocabulary, entries).values, None
    except ContradictionError as error:
        return None, error.problems[0]


def same_as_consultation(book: RuleBook, entries: Mapping[str, Value], row: Row) -> None:
    """The same as a consultation, in which durable-rules decides and the evaluator agrees."""
    trace = consult(book, entries)
    rules, concepts = truths(book, row)
    assert {name for name, truth in rules.items() if truth is True} == set(trace.fired)
    assert {name for name, truth in rules.items() if truth is False} == set(trace.ruled_out)
    concluded = {concept: truth for concept, truth in concepts.items() if truth is not None}
    settled = {c: t is Truth.YES for c, t in trace.concepts.items() if t is not Truth.UNKNOWN}
    assert concluded == settled
    for verdict in trace.verdicts:
        drug = None if verdict.drug is None else book.drugs.of(verdict.drug)
        assert row[kind_column(Layer.of(verdict.layer), drug)] == verdict.kind
    for layer, overall in (
        (Layer.DOCUMENT, trace.overall),
        (Layer.REFERENCE, trace.overall_reference),
    ):
        if overall is not None:
            assert (row[kind_column(layer)], row[drug_column(layer)]) == (
                overall.kind,
                overall.drug,
            )


def chained(book: RuleBook, patients: Sequence[Mapping[str, Value]]) -> list[Row]:
    """The truths of rules and concepts for facts that are known, whether they can be or not."""
    return cohort_of(book).truths(frame_of(book.vocabulary, patients)).to_dicts()
