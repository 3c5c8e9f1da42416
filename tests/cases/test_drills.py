"""Every item of a drill that the library can make: fair, plausible, and always explained."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.drills.advice import Shown
from cases.drills.altered import mutations
from cases.drills.choose import BROKEN_ITEMS, ITEMS, chosen
from cases.drills.debrief import AS_SHOWN, IN_TRUTH, LEFT_OUT, debrief
from cases.drills.item import Item, Key, item_of
from cases.drills.patients import drill_cases
from cases.drills.traps import every_trap, traps
from cases.load import case_by_id
from cases.model import Group
from cases.play import entries_after, trace_after
from engine.evaluate import evaluate
from engine.forward import forward_engine
from engine.mutant import Operator
from engine.truth import Truth
from rules import RULEBOOK
from tests.engine.agreement import agreed

STEPS = tuple((case.id, step) for case in drill_cases() for step in range(len(case.steps)))


def item(key: Key) -> Item:
    """The item of a key that is known to exist."""
    found = item_of(key)
    assert found is not None
    return found


@cache
def traps_of(case_id: str) -> tuple[Key, ...]:
    case = case_by_id(case_id)
    return tuple(key for step in range(len(case.steps)) for key in traps(case, step))


@pytest.mark.parametrize("case_id", [case.id for case in drill_cases()])
def test_every_trap_is_plausible_and_explained(case_id: str) -> None:
    """Another verdict, on offer, both engines agreeing; the debrief names rule and way out."""
    assert traps_of(case_id), "this case makes no trap at all"
    for key in traps_of(case_id):
        found = item(key)
        assert found.mutation is not None
        right = {n for n in range(len(found.options)) if found.right(n)}
        advised = {n for n in range(len(found.options)) if found.advised(n)}
        assert len(right) == 1, key
        assert advised - right, key
        assert found.trace == trace_after(found.case, key.step)
        assert found.given.rulebook.hash == found.book.content_hash
        assert found.book.broken is found.mutation
        known = {fact.finding: fact.value for fact in found.given.facts}
        agreed(found.book, forward_engine(found.book), known)
        told = debrief(found).alteration
        assert told is not None
        assert told.rule is RULEBOOK.rule[found.mutation.rule]
        assert told.ways, key
        assert all(way.strip() and "None" not in way for way in told.ways)
        assert any(told.rule.id in way for way in told.ways), key
        assert {statement.id for statement in told.cited} == set(told.rule.cites)


def test_there_are_plenty_of_every_sort() -> None:
    found = every_trap()
    groups = Counter(case_by_id(key.case).group for key in found)
    operators = Counter(mutation.operator for mutation in found.values())
    assert len(found) > 500
    assert all(groups[group] >= 20 for group in Group), groups
    assert set(operators) == set(Operator) - {Operator.SHIFT_THRESHOLD}, operators
    assert all(number >= 20 for number in operators.values()), operators


def test_a_trap_that_shows_the_altered_rule_shows_it_as_altered() -> None:
    for key in every_trap():
        found = item(key)
        assert found.mutation is not None
        for shown in (*found.advice.rules, *found.advice.behind):
            rule = found.mutation.mutated
            altered = shown.rule.id == found.mutation.rule
            assert shown.rule == (rule if altered else RULEBOOK.rule[shown.rule.id])
            # What lets one notice stays as it is: title, reason, and what is cited.
            true = RULEBOOK.rule[shown.rule.id]
            assert (shown.rule.title, shown.rule.because) == (true.title, true.because)
            assert shown.rule.cites == true.cites


def test_sound_advice_is_what_the_true_rules_say() -> None:
    for case_id, step in STEPS:
        found = item(Key(case_id, step))
        assert found.mutation is None
        assert found.given is found.trace
        assert found.advice == found.truth
        assert sum(found.right(n) for n in range(len(found.options))) == 1
        told = debrief(found)
        assert told.alteration is None
        assert told.headline == "This advice was sound"


def test_the_facts_are_all_that_was_told_so_far() -> None:
    found = item(Key("lupus-worsens", 2))
    told = {fact.label: fact.value for fact in found.told}
    assert told["Severity"] == "severe"
    assert len(told) == len(found.told)
    asked = {RULEBOOK.vocabulary.owner[name].label for name in entries_after(found.case, 2)}
    assert set(told) == asked


def test_a_dropped_condition_is_marked_on_the_side_that_has_it() -> None:
    key = Key("lupus-kidney-failure", 1, "LUP-2:drop_condition:when.2:1")
    assert key in traps_of("lupus-kidney-failure")
    told = debrief(item(key)).alteration
    assert told is not None
    assert [line.mark for line in told.truth] == ["", "", "", IN_TRUTH, ""]
    assert told.truth[3].text.strip() == "disease that threatens life: yes"
    assert [line.mark for line in told.shown] == [""] * 4
    assert told.ways[0] == (
        "Rule LUP-2 as shown asks nothing about “disease that threatens life: yes”, which it "
        "demands in truth."
    )


def test_a_turned_conclusion_is_marked_on_both_sides() -> None:
    key = next(k for k in every_trap() if k.mutation == "LUP-4:change_stance:then:1")
    told = debrief(item(key)).alteration
    assert told is not None
    assert told.truth[-1].mark == IN_TRUTH
    assert told.shown[-1].mark == AS_SHOWN
    assert told.shown[-1].text == "then cyclophosphamide: may be considered"


def test_a_rule_left_out_is_said_to_be() -> None:
    key, mutation = next(
        (k, m) for k, m in every_trap().items() if m.operator is Operator.DROP_RULE
    )
    told = debrief(item(key)).alteration
    assert told is not None
    assert [line.text for line in told.shown] == [LEFT_OUT]
    assert mutation.rule not in item(key).advice.rule_ids


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=30))
def test_whatever_the_seed_a_run_has_six_items_some_of_them_broken(seed: str) -> None:
    keys = chosen(seed)
    assert len(keys) == ITEMS
    assert len({key.case for key in keys}) == len(keys)
    broken = [key for key in keys if key.mutation]
    assert len(broken) in BROKEN_ITEMS
    assert all(key in traps_of(key.case) for key in broken)
    assert len({mutations()[key.mutation].operator for key in broken}) > 1
    assert len({key.mutation for key in broken}) == len(broken)
    assert chosen(seed) == keys


def test_other_seeds_give_other_runs_in_other_orders() -> None:
    runs = [chosen(str(number)) for number in range(40)]
    assert len(set(runs)) == len(runs)
    used = Counter(
        mutations()[key.mutation].operator for run in runs for key in run if key.mutation
    )
    assert len(used) == len(Operator) - 1
    assert all(number >= 5 for number in used.values()), used
    assert {sum(bool(key.mutation) for key in run) for run in runs} == set(BROKEN_ITEMS)
    orders = {tuple(bool(key.mutation) for key in run) for run in runs}
    assert len(orders) > 10
    places = Counter(place for run in runs for place, key in enumerate(run) if key.mutation)
    assert all(5 <= places[place] <= 35 for place in range(6)), places


def test_steps_answered_least_come_first() -> None:
    fresh = {("lupus-mild", 1), ("gpa-titre", 0), ("ra-last-option", 1), ("ms-steady-decline", 1)}
    answered = {place: 1 for place in STEPS if place not in fresh}
    keys = chosen("a seed", answered)
    assert fresh <= {(key.case, key.step) for key in keys}


def test_a_key_of_something_that_is_gone_is_no_item() -> None:
    assert item_of(Key("no-such-case", 0)) is None
    assert item_of(Key("lupus-mild", 99)) is None
    assert item_of(Key("lupus-mild", -1)) is None
    assert item_of(Key("lupus-mild", 0, "LUP-1:no_such_operator:1")) is None


def test_after_all_of_them_the_true_rules_say_what_they_said() -> None:
    book = RULEBOOK.content_hash
    before = {place: trace_after(case_by_id(place[0]), place[1]) for place in STEPS[:20]}
    for case_id, _ in before:
        for key in traps_of(case_id)[:3]:
            item(key)
    assert RULEBOOK.content_hash == book
    assert RULEBOOK.broken is None
    for (case_id, step), trace in before.items():
        known = {fact.finding: fact.value for fact in trace.facts}
        proofs = evaluate(RULEBOOK, known).proofs
        fired = {name for name, proof in proofs.items() if proof.truth is Truth.YES}
        assert fired == set(trace.fired), (case_id, step)
        assert set(forward_engine(RULEBOOK).run(known).rules) == set(RULEBOOK.rule)


def test_advice_lists_no_rule_twice() -> None:
    for key in every_trap():
        found: Shown = item(key).advice
        names = [shown.rule.id for shown in (*found.rules, *found.behind)]
        assert len(set(names)) == len(names)
