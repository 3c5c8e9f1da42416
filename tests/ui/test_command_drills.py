"""``drills``: what the drills are made of, counted and shown."""

from __future__ import annotations

import re

import pytest

from cases.drills.item import item_of
from cases.drills.listing import name_of
from cases.drills.traps import every_trap, traps
from cases.load import case_by_id
from tests.ui.command_line import run

ONE = "lupus-mild:2:LUP-4:change_stance:then:1"


def test_the_counts_add_up() -> None:
    done = run("drills")
    assert done.code == 0
    many = len(every_trap())
    assert f"{many} items with broken advice" in done.out
    operators, groups = done.out.split("By what is altered")[1].split("By disease group")
    assert sum(map(int, re.findall(r": (\d+)$", operators, re.MULTILINE))) == many
    assert sum(map(int, re.findall(r": (\d+) at \d+ steps$", groups, re.MULTILINE))) == many


def test_a_case_lists_every_one_of_its_items() -> None:
    done = run("drills", "--case", "lupus-mild")
    assert done.code == 0
    case = case_by_id("lupus-mild")
    for step in range(len(case.steps)):
        for key in traps(case, step):
            assert name_of(key) in done.out


def test_an_item_is_shown_with_its_debrief() -> None:
    done = run("drills", "--item", ONE)
    assert done.code == 0
    for words in (
        "this advice was deliberately wrong",
        "this is no advice",
        "How one could have noticed",
        "(only in truth)",
        "S11: ",
        "What the true rules say of this patient",
    ):
        assert words in done.out


def test_a_sound_item_is_said_to_be() -> None:
    done = run("drills", "--item", "lupus-mild:2")
    assert done.code == 0
    assert "this advice was sound" in done.out
    assert "What was altered" not in done.out


def test_every_item_listed_can_be_made() -> None:
    assert all(item_of(key) is not None for key in every_trap())


@pytest.mark.parametrize("name", ["lupus-mild:9", "lupus-mild:2:LUP-4:change", "no-case:1", ":"])
def test_an_item_that_is_not_there_is_refused(name: str) -> None:
    done = run("drills", "--item", name)
    assert done.code == 2
    assert "There is no" in done.err
    assert done.out == ""
