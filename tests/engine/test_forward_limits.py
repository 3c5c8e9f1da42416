"""The limits of durable-rules: refused before it builds, and far from any rule book we expect."""

from __future__ import annotations

from random import Random

import pytest

from engine.chaining.clauses import START, Clause, Premise, Subject
from engine.chaining.compile import compile_rules
from engine.chaining.limits import check_limits
from engine.chaining.text import Numbering, identity_hash
from engine.conditions import Value
from engine.errors import ForwardEngineError
from engine.forward import ForwardEngine
from engine.language import (
    Concept,
    Condition,
    Limits,
    Measurement,
    Rule,
    RuleBook,
    Vocabulary,
    YesNo,
    all_of,
    any_of,
    at_least,
)
from tests.engine import toy
from tests.engine.agreement import agreed
from tests.engine.random_books import seeded
from tests.engine.toy import VOCABULARY, book_of, concept, rule


def each_alone(conditions: list[Condition]) -> RuleBook:
    return book_of(rule(f"R-{n}", when, toy.DRY) for n, when in enumerate(conditions))


# 32 thresholds are compiled to 64 tests, of which the check takes every one to be possible.
MOST: list[Condition] = [
    *(toy.warmth.above(n / 2, "°C") for n in range(32)),
    *[toy.potted.yes] * 255,
]


def test_as_much_as_durable_rules_can_carry() -> None:
    book = each_alone(MOST)
    result = agreed(book, ForwardEngine(book), {"warmth": 40.0, "potted": True})
    assert len(result.firings) == len(MOST)
    agreed(book, ForwardEngine(book), {"warmth": -40.0, "potted": False})


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        (
            [*MOST, toy.potted.yes],
            "finding potted: 256 conditions ask exactly the same; it carries 255.",
        ),
        (
            [*MOST, toy.warmth.below(99, "°C")],
            "finding warmth: one fact could match 66 tests at a time; it carries 64.",
        ),
        (
            [toy.height.is_(n) for n in range(256)],
            "finding height: 512 different tests; it has room for 511.",
        ),
    ],
    ids=["uses", "matches", "tests"],
)
def test_what_exceeds_a_limit_is_refused(conditions: list[Condition], message: str) -> None:
    with pytest.raises(ForwardEngineError) as caught:
        ForwardEngine(each_alone(conditions))
    assert message in str(caught.value).splitlines()


def test_clauses_that_no_rule_book_gives_are_refused_too() -> None:
    long = Clause((), (Premise(START),) * 17)
    with pytest.raises(ForwardEngineError, match="clause 0 has 17 premises; it carries 16"):
        check_limits([long])
    with pytest.raises(ForwardEngineError, match="4097 clauses; it carries 4096"):
        check_limits([Clause((), (Premise(START),))] * 4097)
    every = tuple(Premise(Subject("step", str(n))) for n in range(16_353))
    with pytest.raises(ForwardEngineError, match="about 16353 subjects; it can tell 16352 apart"):
        check_limits([Clause((), (premise,)) for premise in every])


def test_facts_that_durable_rules_would_confuse_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("engine.chaining.text.identity_hash", len)
    with pytest.raises(ForwardEngineError, match="would take"):
        Numbering(compile_rules(toy.TOY))


def test_identities_are_hashed_as_durable_rules_hashes_them() -> None:
    assert identity_hash("") == 0x811C9DC5
    assert identity_hash("a") == 0xE40C292C
    assert identity_hash("foobar") == 0xBF9CF968


# A rule book far larger than any we expect

CONCEPTS = [concept(f"c{n}") for n in range(120)]


def asked(name: str) -> YesNo | Measurement:
    if name.endswith(("0", "5")):
        return Measurement(
            id=name,
            label="",
            question="",
            help="",
            section="plant",
            unit="mg",
            hard=Limits(0, 100),
        )
    return YesNo(id=name, label="", question="", help="", section="plant")


QUESTIONS = [asked(f"f{n}") for n in range(73)]
LARGE = Vocabulary(
    sections=VOCABULARY.sections,
    findings=(toy.kind, toy.light, *QUESTIONS),
    diagnosis=toy.kind,
)


def four_hundred_rules() -> RuleBook:
    """As rules of medicine are: each names a kind, and few read more than six findings."""
    rng = seeded(5)

    def leaf(readable: list[Concept]) -> Condition:
        if readable and rng.random() < 0.3:
            read = rng.choice(readable)
            return read.yes if rng.random() < 0.7 else read.no
        finding = rng.choice(QUESTIONS)
        if isinstance(finding, Measurement):
            return finding.below(rng.randrange(5, 100, 5), "mg")
        return finding.yes if rng.random() < 0.8 else finding.no

    def any_rule(number: int) -> Rule:
        then = number * len(CONCEPTS) // 400
        parts = [leaf(CONCEPTS[:then]) for _ in range(rng.randint(1, 5))]
        groups = (all_of(*parts), any_of(*parts), at_least(len(parts) // 2 + 1, *parts))
        group: Condition = rng.choices(groups, weights=(5, 3, 2))[0]
        named = toy.kind.is_one_of(*rng.sample(list(toy.Kind), rng.randint(1, 3)))
        return rule(f"L-{number}", all_of(named, group, leaf(CONCEPTS[:then])), CONCEPTS[then])

    return book_of([any_rule(number) for number in range(400)], vocabulary=LARGE)


def large_patient(rng: Random) -> dict[str, Value]:
    known: dict[str, Value] = {"kind": rng.choice([str(kind.value) for kind in toy.Kind])}
    for finding in QUESTIONS:
        if rng.random() < 0.8:
            measured = isinstance(finding, Measurement)
            known[finding.id] = rng.uniform(0, 100) if measured else rng.random() < 0.5
    return known


def test_four_hundred_rules_are_no_trouble() -> None:
    book = four_hundred_rules()
    engine = ForwardEngine(book)
    rng = seeded(6)
    for _ in range(20):
        agreed(book, engine, large_patient(rng))
