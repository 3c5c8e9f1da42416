"""Both solvers say the same of the shipped rules, of planted faults and of random rule books."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.conditions import IsNotKnown
from engine.property import (
    Exactly,
    Known,
    Lasting,
    Never,
    NotLostByWorsening,
    OneVerdict,
    Untouched,
    Whenever,
)
from engine.rule import Layer
from engine.verify.proof import State, prove
from engine.verify.reals import Reals, second_opinion
from rules.full import FULL_RULEBOOK
from rules.properties import PROPERTIES
from tests.engine.random_books import books
from tests.engine.toy import TOY, Sign, signs
from tests.ui.command_line import ROOT, run
from tests.verify.test_against_evaluator import facts, property_of
from tests.verify.test_shipped import BY_ID, PLANTED, without, without_rule


def test_every_claim_about_one_patient_is_proven_twice() -> None:
    found = second_opinion(FULL_RULEBOOK, PROPERTIES)
    two = (Lasting, NotLostByWorsening, Untouched)
    assert {name for name, proven in found.items() if proven is None} == {
        each.id for each in PROPERTIES if isinstance(each.claim, two)
    }
    assert False not in found.values()


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_seen_by_both(name: str) -> None:
    rule, part, expected = PLANTED[name]
    assert Reals(without(rule, part)).holds(BY_ID[expected]) is False


def test_a_gap_is_seen_by_both() -> None:
    assert Reals(without_rule("LUP-5")).holds(BY_ID["P-ONE-D"]) is False


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_both_agree_on_random_rule_books(data: st.DataObject) -> None:
    """Regions here, real numbers there: what one proves the other proves."""
    book = data.draw(books())
    reals = Reals(book)
    first = tuple(data.draw(st.lists(facts(book), min_size=1, max_size=2)))
    then = tuple(data.draw(st.lists(facts(book), min_size=1, max_size=2)))
    exactly = Exactly(Layer.DOCUMENT, first, then[1:], then[0])
    for claim in (Whenever(first, then), Never(first, then), exactly, OneVerdict(Layer.DOCUMENT)):
        property_ = property_of(claim)
        proven = prove(book, property_, {}).state is not State.FAILED
        assert reals.holds(property_) is proven


def test_the_command_asks_both() -> None:
    outcome = run("verify", "--only", "P-FIRST", "--second")
    assert outcome.code == 0
    assert "numbers are real numbers, proves it too" in " ".join(outcome.out.split())


def test_nothing_else_needs_the_second_solver() -> None:
    """Without the package everything runs, and the option says what to install."""
    code = (
        "import sys; sys.modules['z3'] = None\n"
        "from ui.__main__ import main\n"
        "print(main(['verify', '--only', 'P-FIRST']), main(['verify', '--second']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 2"
    assert "Install it (pip install z3-solver)" in done.stderr


def test_a_list_is_told_as_a_form_tells_it_to_both() -> None:
    """Who says that one member is absent has told all: nobody has spots unknown and no wilting."""
    property_ = property_of(
        Never(
            (Known(signs.has_not(Sign.WILTING)),),
            (Known(IsNotKnown(signs.has(Sign.SPOTS).finding)),),
        )
    )
    assert prove(TOY, property_, {}).state is not State.FAILED
    assert Reals(TOY).holds(property_) is True
