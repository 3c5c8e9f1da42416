"""Forward chaining in durable-rules: what fires, in which order, on which facts."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.chaining.facts import Facts
from engine.chaining.text import plain
from engine.conditions import Value
from engine.errors import ForwardEngineError
from engine.findings import Choice, Measurement
from engine.forward import ForwardEngine, ForwardResult, forward_engine
from engine.language import Condition, Rule, RuleBook, all_of, any_of, at_least
from engine.truth import Truth
from rules import RULEBOOK
from tests.engine import toy
from tests.engine.agreement import agreed
from tests.engine.random_books import books, random_patient, seeded
from tests.engine.toy import TOY, book_of, rule

SICK_FERN: dict[str, Value] = {
    "kind": "fern",
    "light": "sun",
    "warmth": 31.0,
    "potted": True,
    "height": 120.0,
    "signs.wilting": True,
    "signs.spots": True,
    "signs.mould": False,
    "signs.holes": True,
}


def toy_run(known: Mapping[str, Value]) -> ForwardResult:
    return agreed(TOY, forward_engine(TOY), known)


def fired_alone(when: Condition, known: Mapping[str, Value]) -> bool:
    """Whether a rule of nothing but this condition fires; the engines agree about it."""
    book = book_of([rule("R", when, toy.DRY)])
    return bool(agreed(book, forward_engine(book), known).firings)


def supports(result: ForwardResult, name: str) -> list[tuple[str, str, Value | None]]:
    (firing,) = (firing for firing in result.firings if firing.rule == name)
    return [(support.path, support.source, support.value) for support in firing.supports]


# What fires


def test_rules_fire_on_what_other_rules_conclude() -> None:
    result = toy_run(SICK_FERN)
    assert [(firing.rule, firing.concludes) for firing in result.firings] == [
        ("SICK-1", "sick"),
        ("DRY-2", "dry"),
        ("SICK-2", "sick"),
        ("TALL-1", "tall"),
        ("FEED-2", "feed_not"),
        ("ASK-1", "ask_about_watering"),
    ]
    assert result.ruled_out == ("TALL-2", "FEED-1", "SPRAY-1", "SPRAY-2")
    assert result.rules["MOVE-1"] is Truth.UNKNOWN
    assert result.concepts["never_concluded"] is Truth.UNKNOWN


def test_nothing_known_is_told_apart_from_everything_being_no() -> None:
    nothing = toy_run({})
    assert nothing.rules.pop("ASK-1") is Truth.NO  # asks what is known, which is never unknown
    assert set(nothing.rules.values()) == {Truth.UNKNOWN}
    denied = toy_run(
        {
            **dict.fromkeys((f"signs.{sign.value}" for sign in toy.Sign), False),
            "potted": False,
            "indoors": False,
            "watered": True,
            "kind": "cactus",
            "light": "shade",
            "height": 1.0,
            "warmth": 20.0,
        }
    )
    # SPRAY-2 reads a concept that no rule concludes, and of a plant in no pot.
    assert denied.rules.pop("SPRAY-2") is Truth.UNKNOWN
    assert set(denied.rules.values()) == {Truth.NO}
    assert denied.firings == ()


@settings(max_examples=60)
@given(books(), st.integers(0, 2**32))
def test_any_rule_book_gives_what_the_evaluator_finds(book: RuleBook, seed: int) -> None:
    engine = ForwardEngine(book)
    rng = seeded(seed)
    for _ in range(25):
        agreed(book, engine, random_patient(rng))


def test_thousands_of_patients_of_the_toy() -> None:
    rng = seeded(1)
    for _ in range(1000):
        toy_run(random_patient(rng))


def test_thousands_of_patients_of_the_shipped_rule_book() -> None:
    rng = seeded(2)
    for _ in range(2000):
        agreed(RULEBOOK, forward_engine(RULEBOOK), shipped_patient(rng))


def shipped_patient(rng: random.Random) -> dict[str, Value]:
    known: dict[str, Value] = {}
    share = rng.choice((0.3, 0.7, 1.0))
    for name, atom in RULEBOOK.vocabulary.atoms.items():
        if rng.random() > share:
            continue
        if isinstance(atom, Choice):
            known[name] = rng.choice([str(option.value) for option in atom.options])
        elif isinstance(atom, Measurement):
            known[name] = rng.uniform(atom.hard.low or 0, atom.hard.high or 1000)
        else:
            known[name] = rng.random() < 0.5
    return known


# On which facts


def test_every_alternative_that_holds_is_a_support() -> None:
    result = toy_run(SICK_FERN)
    assert supports(result, "SICK-1") == [
        ("when.0", "signs.wilting", True),
        ("when.1", "signs.spots", True),
        ("when.3.0", "signs.holes", True),
    ]
    assert supports(result, "FEED-2") == [
        ("when.0", "sick", True),
        ("when.1.0", "tall", True),
        ("when.1.1", "dry", True),
    ]
    # 47.2 inches, and exactly 1.2 metres: seen in the stored unit, and only the first holds.
    assert supports(result, "TALL-1") == [("when.0", "height", 120.0)]
    assert supports(result, "SICK-2") == [
        ("when.0", "dry", True),
        ("when.1", "light", "sun"),
        ("when.2", "kind", "fern"),
    ]


def test_what_is_not_known_and_what_is_no_are_supports_too() -> None:
    result = toy_run({"kind": "rose", "watered": True, "warmth": 20.0, "light": "shade"})
    assert result.concepts["dry"] is Truth.NO
    asked = toy_run({"kind": "rose"})
    assert supports(asked, "ASK-1") == [
        ("when.0", "watered", None),
        ("when.1", "kind", "rose"),
    ]
    rose: dict[str, Value] = {
        **dict.fromkeys(("signs.wilting", "signs.spots", "signs.mould", "potted"), False),
        "kind": "rose",
        "light": "shade",
        "height": 3.0,
    }
    assert supports(toy_run(rose), "FEED-1") == [
        ("when.0", "sick", False),
        ("when.1", "tall", False),
        ("when.2", "kind", "rose"),
    ]


def test_supports_stand_in_the_order_of_the_conditions() -> None:
    when = all_of(*(toy.potted.yes for _ in range(40)))
    book = book_of([rule("R", when, toy.DRY)])
    result = agreed(book, forward_engine(book), {"potted": True})
    assert [path for path, _, _ in supports(result, "R")] == [f"when.{n}" for n in range(40)]


# In which order


def test_the_order_of_the_facts_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = seeded(3)
    plants = [random_patient(rng) for _ in range(60)]
    expected = [toy_run(plant) for plant in plants]
    in_order = Facts.told

    def shuffled(self: Facts, known: Mapping[str, Value]) -> list[str]:
        facts = in_order(self, known)
        rng.shuffle(facts)
        return facts

    monkeypatch.setattr(Facts, "told", shuffled)
    for plant, result in zip(plants, expected, strict=True):
        names = list(plant)
        rng.shuffle(names)
        for _ in range(5):
            assert toy_run({name: plant[name] for name in names}) == result


# Conditions at their edges


def many(count: int) -> Iterable[Rule]:
    return (
        rule(f"R-{n}", toy.potted.yes if n % 2 else toy.watered.yes, toy.DRY) for n in range(count)
    )


@pytest.mark.parametrize("count", [2, 16, 17, 40, 255])
def test_a_concept_may_have_any_number_of_rules(count: int) -> None:
    book = book_of([*many(count), rule("LAST", toy.DRY.no, toy.SICK)])
    engine = forward_engine(book)
    denied: dict[str, Value] = {"potted": False, "watered": False}
    assert agreed(book, engine, denied).concepts["sick"] is Truth.YES
    assert agreed(book, engine, {"potted": False}).concepts["sick"] is Truth.UNKNOWN
    assert agreed(book, engine, {**denied, "watered": True}).concepts["sick"] is Truth.NO


def test_groups_may_be_long_and_deep() -> None:
    signs = [toy.signs.has(sign) for sign in toy.Sign]
    when = at_least(
        9, *(any_of(a, all_of(b, toy.potted.yes)) for a in signs for b in signs), toy.watered.yes
    )
    book = book_of([rule("R", when, toy.DRY)])
    rng = seeded(4)
    for _ in range(50):
        agreed(book, forward_engine(book), random_patient(rng))


def test_the_same_condition_may_stand_twice_in_a_rule() -> None:
    assert fired_alone(all_of(toy.potted.yes, toy.potted.yes), {"potted": True})
    assert fired_alone(at_least(2, toy.potted.yes, toy.potted.yes), {"potted": True})
    assert fired_alone(
        all_of(toy.warmth.at_least(15, "°C"), toy.warmth.below(50, "°C")), {"warmth": 15.0}
    )


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        (1e-05, 9.9e-06, 1.1e-05),
        (5e-324, 0.0, 1e-323),
        (1e22, 9.9e21, 1.1e22),
        (-2.5, -2.6, -2.4),
        (0.1 + 0.2, 0.3, 0.4),
    ],
)
def test_numbers_of_any_size_are_compared_exactly(number: float, low: float, high: float) -> None:
    warmth: dict[str, Value] = {"warmth": number}
    assert fired_alone(toy.warmth.between(number, number, "°C"), warmth)
    assert fired_alone(toy.warmth.above(low, "°C"), warmth)
    assert fired_alone(toy.warmth.below(high, "°C"), warmth)
    assert not fired_alone(toy.warmth.above(number, "°C"), warmth)
    assert not fired_alone(toy.warmth.below(number, "°C"), warmth)


def test_a_threshold_is_compared_in_its_own_unit() -> None:
    # 0.1 in are 0.254 cm; 254 cm / 2.54 is 100 in, which in binary it need not be.
    for inches in (0.1, 0.3, 0.7, 1.1, 100.0):
        told: dict[str, Value] = {"height": toy.height.stored(inches, "in")}
        assert fired_alone(toy.height.at_least(inches, "in"), told)
        assert not fired_alone(toy.height.above(inches, "in"), told)


def test_words_and_truths_are_not_confused() -> None:
    assert fired_alone(toy.light.is_(toy.Light.TRUE), {"light": "true"})
    assert not fired_alone(toy.light.is_(toy.Light.TRUE), {"light": "sun", "potted": True})
    assert fired_alone(toy.kind.is_(toy.Kind.OTHER), {"kind": toy.Kind.OTHER})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("potted", 1),
        ("potted", "true"),
        ("light", True),
        ("light", "dusk"),
        ("height", True),
        ("height", "12"),
        ("height", float("nan")),
        ("height", float("inf")),
        ("signs.wilting", 0.0),
    ],
)
def test_a_value_that_a_finding_cannot_have_is_refused(name: str, value: Value) -> None:
    with pytest.raises(ForwardEngineError, match=f"{name} can never be"):
        forward_engine(TOY).run({name: value})


@pytest.mark.parametrize("limit", [float("nan"), float("inf"), -float("inf")])
def test_a_threshold_that_is_no_number_never_reaches_durable_rules(limit: float) -> None:
    with pytest.raises(ForwardEngineError, match="not a number that durable-rules can compare"):
        plain(limit)


@pytest.mark.parametrize("name", ["colour", "signs", ""])
def test_a_finding_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(ForwardEngineError, match="no finding"):
        forward_engine(TOY).run({name: True})
