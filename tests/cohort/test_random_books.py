"""The chain as columns, over random rule books with every kind of condition."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.cohort.chain import chain_steps
from engine.cohort.columns import frame_of
from engine.evaluate import evaluate
from engine.rulebook import RuleBook
from tests.cohort.alike import as_columns, truths
from tests.engine.random_books import books, random_patient, seeded
from tests.engine.toy import TOY


def same_truths(book: RuleBook, seed: int, patients: int) -> None:
    rng = seeded(seed)
    told = [random_patient(rng) for _ in range(patients)]
    frame = frame_of(book.vocabulary, told)
    for step in chain_steps(book):
        frame = frame.with_columns(step)
    for entries, row in zip(told, frame.iter_rows(named=True), strict=True):
        found = evaluate(book, entries)
        proofs = {name: proof.truth for name, proof in found.proofs.items()}
        assert truths(book, row) == (as_columns(proofs), as_columns(found.concepts))


@settings(deadline=None, max_examples=150)
@given(books(), st.integers(0, 10**6))
def test_random_rule_books(book: RuleBook, seed: int) -> None:
    same_truths(book, seed, patients=60)


def test_the_toy_book_for_many_patients() -> None:
    same_truths(TOY, 5, patients=5_000)
