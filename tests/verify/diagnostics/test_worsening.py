"""Calculated numbers get worse by what they are calculated from, in the right direction."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.conditions import Value
from engine.findings import Choice, Measurement
from engine.formulas import Formula
from engine.language import Calculation, Confidence, Difference, all_of
from engine.verify.checks.worsening import driven_by, worsening_faults
from rules.full import FULL_RULEBOOK
from tests.verify.diagnostics.small import (
    LUPUS,
    R_STOP,
    R_WITHHELD,
    VOCABULARY,
    book_of,
    cells,
    fever,
    limit,
    rule,
)

CALCULATIONS = FULL_RULEBOOK.vocabulary.calculations


def value_for(data: st.DataObject, formula: Formula) -> dict[str, Value]:
    told: dict[str, Value] = {}
    for finding in formula.inputs:
        if isinstance(finding, Measurement):
            low, high = finding.hard.low or 0, finding.hard.high or 1000
            told[finding.id] = data.draw(st.floats(max(low, 0.1), high))
        elif isinstance(finding, Choice):
            told[finding.id] = str(
                data.draw(st.sampled_from([each.value for each in finding.options]))
            )
    return told


@pytest.mark.parametrize("calculation", CALCULATIONS, ids=lambda each: each.then.id)
@given(st.data())
def test_each_input_moves_the_number_the_way_that_is_said(
    calculation: Calculation, data: st.DataObject
) -> None:
    told = value_for(data, calculation.by)
    for finding, along in driven_by(calculation):
        low, high = finding.hard.low or 0, finding.hard.high or 1000
        steps = sorted(data.draw(st.lists(st.floats(max(low, 0.1), high), min_size=2, max_size=4)))
        numbers = [calculation.by.value({**told, finding.id: step}) for step in steps]
        for before, after in pairwise(number for number in numbers if number is not None):
            assert (before <= after) if along else (before >= after), finding.id


def test_every_calculated_number_that_a_rule_of_safety_reads_can_be_moved() -> None:
    moved = {each.then.id for each in CALCULATIONS if list(driven_by(each))}
    assert {"mitoxantrone_after_next", "lvef_above_limit", "lvef_fall"} <= moved


def test_a_warning_on_a_calculated_number_is_followed_to_what_was_told() -> None:
    """More cells than are left may not lift the warning, whatever lets them be more."""
    left = replace(cells, id="left", label="Cells left")
    lost = replace(cells, id="lost", label="Cells lost")
    fallen = Calculation(then=lost, by=Difference(cells, left), cites=(), confidence=Confidence.OWN)
    vocabulary = replace(
        VOCABULARY,
        findings=(*VOCABULARY.findings, left),
        derived=(lost,),
        calculations=(fallen,),
    )
    many = lost.at_least(limit(3))
    stop = rule("A-1", all_of(LUPUS, many), R_STOP)
    assert list(worsening_faults(book_of(stop, vocabulary=vocabulary))) == []
    asks = replace(stop, when=all_of(LUPUS, many, cells.below(limit(6))))
    # Fewer cells are worse by the last condition, and lift the warning as well.
    found, fewer = worsening_faults(book_of(asks, vocabulary=vocabulary))
    assert (found.code, found.place.path) == ("RB504", "when.1")
    assert (fewer.code, fewer.place.path) == ("RB504", "when.2")
    assert found.message == (
        "fires, and with cells higher is ruled out; no other rule of safety for the drug fires then"
    )
    assert found.patient is not None
    assert found.then is not None
    assert found.then["cells"] == 6.0
    other = rule("A-2", all_of(LUPUS, cells.at_least(limit(6))), R_WITHHELD)
    still = worsening_faults(book_of(asks, other, vocabulary=vocabulary))
    assert [each.place.path for each in still] == ["when.2"]


def test_a_rule_that_stops_waiting_because_more_is_known_is_not_lost() -> None:
    asks = rule("A-1", all_of(LUPUS, fever.is_not_known()), R_WITHHELD)
    assert list(worsening_faults(book_of(asks))) == []
