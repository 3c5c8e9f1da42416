"""Every way to break a rule, on rules small enough to count by hand."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from engine.conditions import AtLeast, IsKnown
from engine.language import Condition, Rule, RuleBook, Stance, all_of, any_of, at_least
from engine.mutant import Mutation, Operator
from engine.mutation import condition_words, every_mutant, mutants, replaced
from rules import RULEBOOK
from rules.full import FULL_RULEBOOK
from tests.engine import toy
from tests.engine.toy import (
    DRY,
    FEED_MAY,
    FEED_NOT,
    SICK,
    SPRAY_MAY,
    Drug,
    Kind,
    Light,
    Sign,
    advice,
    book_of,
    height,
    kind,
    light,
    potted,
    rule,
    signs,
    watered,
)

SPRAY_STOP = advice(Drug.SPRAY, Stance.STOP)
FEED_OPEN = advice(Drug.FEED, Stance.WITHHELD)
FEED_BOTH = advice(Drug.FEED, Stance.AMBIGUOUS)


def of(made: Rule, operator: Operator) -> list[Mutation]:
    """The mutants of one operator, of a rule in a book that has all these concepts."""
    book = book_of((made,), (DRY, SICK, FEED_MAY, FEED_NOT, SPRAY_MAY, SPRAY_STOP, FEED_OPEN))
    return [each for each in mutants(book, made) if each.operator is operator]


def whens(made: Rule, operator: Operator) -> list[Condition]:
    return [each.mutated.when for each in of(made, operator) if each.mutated is not None]


def test_each_condition_of_a_group_is_dropped_once() -> None:
    made = rule("R", all_of(potted.yes, any_of(watered.no, DRY.yes)), SICK)
    assert whens(made, Operator.DROP_CONDITION) == [
        all_of(any_of(watered.no, DRY.yes)),
        all_of(potted.yes),
        all_of(potted.yes, any_of(DRY.yes)),
        all_of(potted.yes, any_of(watered.no)),
    ]
    said = [each.words for each in of(made, Operator.DROP_CONDITION)]
    assert said[0] == "The condition “Potted: yes” was dropped."
    assert said[1] == "The condition “at least one of (Watered: no; dry: yes)” was dropped."
    assert [each.path for each in of(made, Operator.DROP_CONDITION)] == [
        "when.0",
        "when.1",
        "when.1.0",
        "when.1.1",
    ]


def test_the_last_condition_is_never_dropped() -> None:
    assert whens(rule("R", potted.yes, SICK), Operator.DROP_CONDITION) == []
    assert whens(rule("R", all_of(potted.yes), SICK), Operator.DROP_CONDITION) == []


def test_a_count_stays_within_its_conditions_when_one_is_dropped() -> None:
    made = rule("R", at_least(2, potted.yes, watered.no), SICK)
    assert whens(made, Operator.DROP_CONDITION) == [
        AtLeast(1, (watered.no,)),
        AtLeast(1, (potted.yes,)),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (potted.yes, [potted.no]),
        (potted.no, [potted.yes]),
        (signs.has(Sign.SPOTS), [signs.has_not(Sign.SPOTS)]),
        (DRY.yes, [DRY.no]),
        (DRY.no, [DRY.yes]),
        (light.is_(Light.SUN), [light.is_(Light.SHADE), light.is_(Light.TRUE)]),
        (kind.is_one_of(Kind.ROSE, Kind.FERN), [kind.is_one_of(Kind.CACTUS, Kind.OTHER)]),
        (height.above(50, "cm"), [height.at_most(50, "cm")]),
        (height.at_least(50, "cm"), [height.below(50, "cm")]),
        (height.between(50, 90, "cm"), []),
        (potted.is_known(), []),
    ],
)
def test_a_condition_is_turned_into_every_other(before: Condition, after: list[Condition]) -> None:
    assert whens(rule("R", before, SICK), Operator.NEGATE_CONDITION) == after


def test_only_who_may_ask_for_the_unknown_is_made_to() -> None:
    asking = rule("R", potted.is_known(), toy.ASK)
    assert whens(asking, Operator.NEGATE_CONDITION) == [potted.is_not_known()]
    back = rule("R", potted.is_not_known(), toy.ASK)
    assert whens(back, Operator.NEGATE_CONDITION) == [IsKnown("potted")]
    # A rule that asks for the unknown may not conclude what settles a verdict.
    waiting = rule("R", potted.is_not_known(), FEED_OPEN)
    assert of(waiting, Operator.CHANGE_STANCE) == []
    assert len(of(rule("R", potted.yes, FEED_OPEN), Operator.CHANGE_STANCE)) == 1


def test_all_of_and_at_least_one_of_change_places() -> None:
    made = rule("R", all_of(potted.yes, any_of(watered.no, DRY.yes)), SICK)
    assert whens(made, Operator.SWAP_GROUP) == [
        any_of(potted.yes, any_of(watered.no, DRY.yes)),
        all_of(potted.yes, all_of(watered.no, DRY.yes)),
    ]
    assert [each.words for each in of(made, Operator.SWAP_GROUP)] == [
        "“All of” was turned into “at least one of”.",
        "“At least one of” was turned into “all of”.",
    ]
    assert whens(rule("R", all_of(potted.yes), SICK), Operator.SWAP_GROUP) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (height.above(50, "cm"), [height.above(49, "cm"), height.above(51, "cm")]),
        (height.at_most(1.2, "m"), [height.at_most(1.1, "m"), height.at_most(1.3, "m")]),
        (
            height.between(50, 51, "cm"),
            [
                height.between(49, 51, "cm"),
                height.between(50, 52, "cm"),
            ],
        ),
        (
            at_least(2, potted.yes, watered.no, DRY.yes),
            [
                AtLeast(1, (potted.yes, watered.no, DRY.yes)),
                AtLeast(3, (potted.yes, watered.no, DRY.yes)),
            ],
        ),
        (at_least(1, potted.yes), []),
        (potted.yes, []),
    ],
)
def test_a_threshold_moves_by_one_step(before: Condition, after: list[Condition]) -> None:
    assert whens(rule("R", before, SICK), Operator.SHIFT_THRESHOLD) == after


def test_a_conclusion_is_turned_around_or_moved_to_another_drug() -> None:
    may = rule("R", potted.yes, FEED_MAY)
    (turned,) = of(may, Operator.CHANGE_STANCE)
    assert turned.mutated is not None
    assert turned.mutated.then == FEED_NOT
    assert turned.path == "then"
    assert turned.words == "The conclusion “feed_may” was turned into “feed_not”."
    (moved,) = of(may, Operator.CHANGE_DRUG)
    assert moved.mutated is not None
    assert moved.mutated.then == SPRAY_MAY
    (back,) = of(rule("R", potted.yes, FEED_NOT), Operator.CHANGE_STANCE)
    assert back.mutated is not None
    assert back.mutated.then == FEED_MAY
    (allowed,) = of(rule("R", potted.yes, SPRAY_STOP), Operator.CHANGE_STANCE)
    assert allowed.mutated is not None
    assert allowed.mutated.then == SPRAY_MAY
    both = of(rule("R", potted.yes, FEED_BOTH), Operator.CHANGE_STANCE)
    assert [each.mutated.then for each in both if each.mutated] == [FEED_MAY, FEED_NOT]
    assert of(rule("R", potted.yes, SICK), Operator.CHANGE_STANCE) == []


def test_every_rule_can_be_left_out() -> None:
    (gone,) = of(rule("R", potted.yes, SICK), Operator.DROP_RULE)
    assert gone.mutated is None
    assert gone.words == "Rule R was left out."


def test_a_mutation_is_frozen() -> None:
    (gone,) = of(rule("R", potted.yes, SICK), Operator.DROP_RULE)
    with pytest.raises(FrozenInstanceError):
        gone.words = "nothing"  # type: ignore[misc]


@pytest.mark.parametrize("book", [RULEBOOK, FULL_RULEBOOK], ids=["document", "both layers"])
def test_each_mutant_of_the_rule_books_differs_in_one_thing(book: RuleBook) -> None:
    found = every_mutant(book)
    assert len({each.id for each in found}) == len(found)
    assert {each.rule for each in found} == set(book.rule)
    for each in found:
        rule = book.rule[each.rule]
        assert each.words.endswith(".")
        if each.mutated is None:
            continue
        same = (each.mutated.id, each.mutated.title, each.mutated.cites, each.mutated.because)
        assert same == (rule.id, rule.title, rule.cites, rule.because)
        assert (each.mutated.when == rule.when) is not (each.mutated.then == rule.then)


def test_every_operator_occurs_in_the_rule_books() -> None:
    assert {each.operator for each in every_mutant(FULL_RULEBOOK)} == set(Operator)


def test_a_node_is_replaced_at_its_place_only() -> None:
    when = all_of(potted.yes, any_of(watered.no, DRY.yes))
    assert replaced(when, "when.1.0", potted.no) == all_of(potted.yes, any_of(potted.no, DRY.yes))
    assert replaced(when, "when", potted.no) == potted.no
    with pytest.raises(KeyError):
        replaced(potted.yes, "when.0", potted.no)


def test_a_group_is_one_line() -> None:
    book = book_of((rule("R", potted.yes, SICK),), (DRY,))
    when = all_of(potted.yes, any_of(watered.no, DRY.yes))
    assert (
        condition_words(book, when)
        == "all of (Potted: yes; at least one of (Watered: no; dry: yes))"
    )
