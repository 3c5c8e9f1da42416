"""Patients on the edge of a rule: each can be, and the rule does what is said of it."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.deciding import advice_rules
from engine.edges import Edges, but, fires_for_each, silent_without_each, without
from engine.language import Example
from engine.rule import Layer
from engine.verify.checks.examples import edge_faults
from rules.edges import CONCLUSIONS, EDGES, ROOMS
from rules.edges.waiting import WAITING
from rules.full import FULL_RULEBOOK
from tests.engine.toy import Kind as Plant
from tests.engine.toy import kind, potted, watered

ROSE = kind.is_(Plant.ROSE)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room[0].rule)
def test_every_edge_does_what_it_says(room: tuple[Edges, ...]) -> None:
    assert list(edge_faults(FULL_RULEBOOK, room)) == []


def test_a_rule_has_its_edges_in_one_place_of_a_room() -> None:
    for room in ROOMS:
        assert max(Counter(each.rule for each in room).values()) == 1
    assert all(each.examples for each in EDGES)


def test_every_rule_that_advises_concludes_what_is_written_down() -> None:
    written = {name: each.then.id for each in CONCLUSIONS for name in each.rules}
    assert len(written) == sum(len(each.rules) for each in CONCLUSIONS)
    assert written == {
        rule.id: rule.then.id for rule in advice_rules(FULL_RULEBOOK, Layer.REFERENCE)
    }


def test_edges_stand_on_both_sides() -> None:
    """Some of a rule's patients set it off and others do not, its examples counted in."""
    for each in EDGES:
        if each in WAITING:
            continue
        examples = (*each.examples, *FULL_RULEBOOK.rule[each.rule].examples)
        assert {example.fires for example in examples} == {True, False}
        assert FULL_RULEBOOK.rule[each.rule].layer is Layer.REFERENCE


def test_families_change_one_thing_at_a_time() -> None:
    patient = (ROSE, potted.yes)
    assert fires_for_each(patient) == (Example(patient, fires=True),)
    assert fires_for_each(patient, potted.no, (watered.yes, potted.no)) == (
        Example((ROSE, potted.no), fires=True),
        Example((ROSE, potted.no, watered.yes), fires=True),
    )
    assert silent_without_each(patient) == (
        Example((potted.yes,), fires=False),
        Example((ROSE,), fires=False),
    )
    assert silent_without_each(patient, potted.no) == (Example((ROSE,), fires=False),)
    assert but(patient, watered.yes, potted.no) == (ROSE, potted.no, watered.yes)
    assert without(patient, potted.no) == (ROSE,)
