"""A broken rule book: run in one place, refused everywhere else, never mixed with a sound one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.broken import BROKEN, broken_book, consult_broken
from engine.consult import BANNER, consult, rerun
from engine.errors import DefectError, InputError
from engine.forward import ForwardEngine, forward_engine
from engine.inquiry.asknext import ask_next
from engine.inquiry.goal import VerdictIs
from engine.inquiry.robust import robustness
from engine.inquiry.whatif import what_if
from engine.inquiry.why import why
from engine.inquiry.whynot import why_not
from engine.mutant import Mutation
from engine.mutation import every_mutant, mutants
from engine.narrow import narrowed
from engine.readings import read_otherwise
from engine.rule import Layer
from engine.rulebook import RuleBook
from engine.trace import Kind, Trace
from rules import RULEBOOK
from rules.concepts import Drug
from rules.full import FULL_RULEBOOK
from tests.engine.agreement import agreed
from tests.engine.random_books import random_patient, seeded
from tests.engine.toy import TOY

MILD = {"diagnosis": "systemic_lupus_erythematosus", "severity": "mild"}
OPEN = {"diagnosis": "systemic_lupus_erythematosus", "severity": "severe"}
MAY = VerdictIs(Layer.DOCUMENT, Drug.CYCLOPHOSPHAMIDE, frozenset({Kind.MAY_BE_CONSIDERED}))
NOT = VerdictIs(Layer.DOCUMENT, Drug.CYCLOPHOSPHAMIDE, frozenset({Kind.NOT_INDICATED}))


@pytest.fixture(scope="module")
def mutation() -> Mutation:
    """Lupus that is not severe: cyclophosphamide may be considered, says this one."""
    found = mutants(RULEBOOK, RULEBOOK.rule["LUP-4"])
    return next(each for each in found if each.id == "LUP-4:change_stance:then:1")


@pytest.fixture(scope="module")
def broken(mutation: Mutation) -> RuleBook:
    return broken_book(RULEBOOK, mutation)


@pytest.fixture(scope="module")
def trace(broken: RuleBook) -> Trace:
    return consult_broken(broken, MILD)


def test_it_answers_otherwise_and_says_that_it_is_no_advice(trace: Trace) -> None:
    assert consult(RULEBOOK, MILD).overall.kind is Kind.NOT_INDICATED
    assert trace.overall.kind is Kind.MAY_BE_CONSIDERED
    assert trace.disclaimer == f"{BANNER} {BROKEN}"
    assert trace.rulebook.version == f"{RULEBOOK.version}, broken"
    assert trace.rulebook.hash != RULEBOOK.content_hash


REFUSED: dict[str, Callable[[RuleBook, Trace], object]] = {
    "consult": lambda book, _: consult(book, MILD),
    "rerun": rerun,
    "why": lambda book, trace: why(book, trace, MAY),
    "why not": lambda book, trace: why_not(book, trace, NOT),
    "what if": lambda book, trace: what_if(book, trace, NOT),
    "robustness": lambda book, trace: robustness(book, trace, MAY),
    "ask next": lambda book, trace: ask_next(book, trace, MAY),
    "break again": lambda book, _: broken_book(book, every_mutant(RULEBOOK)[0]),
    "readings": lambda book, trace: read_otherwise(book, trace, _another_reading()),
}


def _another_reading() -> dict[str, str]:
    word = next(w for w in FULL_RULEBOOK.vague_words if len(w.options) > 1)
    return {word.id: next(o.id for o in word.options if o.concept is not None)}


@pytest.mark.parametrize("use", REFUSED.values(), ids=REFUSED)
def test_everything_else_refuses_it(
    use: Callable[[RuleBook, Trace], object], broken: RuleBook, trace: Trace, mutation: Mutation
) -> None:
    if use is REFUSED["readings"]:
        full = broken_book(FULL_RULEBOOK, mutation)
        broken, trace = full, consult_broken(full, MILD)
    with pytest.raises(DefectError, match="broken on purpose"):
        use(broken, trace)


def test_its_trace_is_refused_by_the_true_rules(trace: Trace) -> None:
    with pytest.raises(InputError, match="made with rule book"):
        rerun(RULEBOOK, trace)


def test_what_is_made_from_it_is_marked_too(broken: RuleBook, mutation: Mutation) -> None:
    for disease in ("systemic_lupus_erythematosus", "multiple_sclerosis"):
        assert narrowed(broken, disease).book.broken == mutation
    full = broken_book(FULL_RULEBOOK, mutation)
    assert narrowed(full, "multiple_sclerosis").book.broken == mutation
    assert replace(broken, version="2").broken == mutation


def test_a_sound_book_is_not_run_as_a_broken_one() -> None:
    with pytest.raises(DefectError, match="sound"):
        consult_broken(RULEBOOK, MILD)


def test_a_rule_that_is_not_there_cannot_be_broken(mutation: Mutation) -> None:
    with pytest.raises(DefectError, match="no rule"):
        broken_book(RULEBOOK, replace(mutation, rule="LUP-99"))


def test_the_mark_alone_makes_another_book(broken: RuleBook, mutation: Mutation) -> None:
    """So that nothing kept under a book's hash is ever found under the other's."""
    marked = replace(RULEBOOK, broken=mutation)
    assert marked != RULEBOOK
    assert len({marked.content_hash, RULEBOOK.content_hash, broken.content_hash}) == 3
    assert forward_engine(broken) is not forward_engine(RULEBOOK)


def test_consultations_are_the_same_before_and_after(broken: RuleBook) -> None:
    before = [consult(RULEBOOK, each).model_dump_json() for each in (MILD, OPEN)]
    book = RULEBOOK.content_hash
    for each in (MILD, OPEN):
        consult_broken(broken, each)
    assert [consult(RULEBOOK, each).model_dump_json() for each in (MILD, OPEN)] == before
    assert RULEBOOK.content_hash == book


def test_both_engines_agree_on_broken_toys() -> None:
    """On every mutant of a book with every kind of condition."""
    for number, mutation in enumerate(every_mutant(TOY)):
        book = broken_book(TOY, mutation)
        engine = ForwardEngine(book)
        rng = seeded(number)
        for _ in range(3):
            agreed(book, engine, random_patient(rng))
