"""A table as a finding: every cell is a fact, and what is not told is unknown."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.conditions import all_of
from engine.errors import ProfileError
from engine.evaluate import evaluate
from engine.facts import establish, within
from engine.findings import Choice, Limits, Measurement, Table, YesNo
from engine.forward import ForwardEngine
from engine.option import Option
from engine.profile import profile_model
from engine.truth import Truth
from engine.vocabulary import Vocabulary
from tests.engine import toy
from tests.engine.agreement import agreed


class Food(Option):
    COMPOST = "compost", "compost"
    ASH = "ash", "wood ash"


class Outcome(Option):
    GREW = "grew", "it grew"
    FADED = "faded", "it faded"


outcome = Choice(
    id="outcome", label="What came of it", question="?", help="", section="plant", options=Outcome
)
weeks = Measurement(
    id="weeks", label="Weeks", question="?", help="", section="plant", unit="weeks",
    hard=Limits(0, 100),
)  # fmt: skip
mixed_in = YesNo(id="mixed_in", label="Mixed in", question="?", help="", section="plant")
foods = Table(
    id="foods",
    label="Foods",
    question="?",
    help="",
    section="plant",
    key="food",
    rows=Food,
    columns=(outcome, weeks, mixed_in),
    rows_for=((Food.ASH, frozenset({toy.Kind.ROSE.value})),),
)
VOCABULARY = replace(toy.VOCABULARY, findings=(*toy.FINDINGS, foods))
TRIED = toy.concept("tried")
compost = all_of(
    foods.cell(Food.COMPOST, outcome).is_(Outcome.FADED),
    foods.cell(Food.COMPOST, weeks).at_least(12, "weeks"),
    foods.cell(Food.COMPOST, mixed_in).yes,
)
BOOK = toy.book_of((toy.rule("TRIED-1", compost, TRIED),), vocabulary=VOCABULARY)
ENGINE = ForwardEngine(BOOK)
MODEL = profile_model(VOCABULARY)


def entries(*rows: dict[str, Any], **others: Any) -> dict[str, Any]:
    return dict(MODEL.read({"foods": list(rows), **others}).entries())


def test_each_cell_is_a_fact_of_its_own() -> None:
    told = entries({"food": "compost", "outcome": "faded", "weeks": 12, "mixed_in": "yes"})
    assert told == {
        "foods.compost.outcome": "faded",
        "foods.compost.weeks": 12.0,
        "foods.compost.mixed_in": True,
    }
    assert evaluate(BOOK, told).concepts["tried"] is Truth.YES


@pytest.mark.parametrize(
    ("row", "truth"),
    [
        ({"outcome": "faded", "weeks": 11, "mixed_in": "yes"}, Truth.NO),
        ({"outcome": "grew"}, Truth.NO),
        ({"outcome": "faded", "weeks": 20}, Truth.UNKNOWN),
        ({"outcome": "faded", "weeks": "unknown", "mixed_in": True}, Truth.UNKNOWN),
        ({}, Truth.UNKNOWN),
    ],
)
def test_an_untold_cell_is_unknown_and_never_no(row: dict[str, Any], truth: Truth) -> None:
    assert evaluate(BOOK, entries({"food": "compost", **row})).concepts["tried"] is truth


def test_a_row_that_does_not_apply_is_withheld() -> None:
    told = entries({"food": "ash", "weeks": 3}, kind="fern")
    facts = establish(VOCABULARY, told)
    assert [fact.finding for fact in facts.withheld] == ["foods.ash.weeks"]
    assert "foods.ash.weeks" in establish(VOCABULARY, told | {"kind": "rose"}).known
    assert within(toy.VOCABULARY, told) == {"kind": "fern"}


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [{"food": "ash", "weeks": 3}, {"food": "compost", "mixed_in": "no"}]
    profiles = {
        MODEL.read({"foods": list(order)}).model_dump_json() for order in permutations(rows)
    }
    assert len(profiles) == 1


def test_what_is_written_reads_back_the_same() -> None:
    rows = [{"food": "compost", "outcome": "grew", "weeks": 2.5, "mixed_in": "no"}]
    profile = MODEL.read({"foods": rows})
    assert profile.as_file() == {"foods": rows}
    assert MODEL.read(profile.as_file()) == profile


@pytest.mark.parametrize("unknown", [None, "unknown", []])
def test_an_empty_table_tells_nothing(unknown: object) -> None:
    assert MODEL.read({"foods": unknown}).entries() == {}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("compost", "is not a list of rows"),
        ([{"food": "sand"}], "is not one of its rows"),
        ([{"outcome": "grew"}], "is not one of its rows"),
        (["compost"], 'Name the row by "food"'),
        ([{"food": "ash"}, {"food": "ash"}], "stands in two rows"),
        ([{"food": "ash", "colour": "grey"}], '"colour" is not one of its columns'),
        ([{"food": "ash", "weeks": 101}], 'ash, weeks: "101" weeks is not possible'),
        ([{"food": "ash", "outcome": "died"}], 'ash, outcome: "died" is not one of its answers'),
        ([{"food": ["ash"]}], "is not one of its rows"),
        ([{"food": "ash", "weeks": {"value": 3}}], "has a value and a unit"),
    ],
)
def test_a_wrong_table_is_refused_and_says_how_to_mend_it(given: object, said: str) -> None:
    with pytest.raises(ProfileError) as raised:
        MODEL.read({"foods": given})
    (problem,) = raised.value.problems
    assert problem.field == "foods"
    assert said in f"{problem.wrong} {problem.mend}"


CELLS = {
    "foods.compost.outcome": st.sampled_from(["grew", "faded"]),
    "foods.compost.weeks": st.sampled_from([0.0, 11.9, 12.0, 12.1]),
    "foods.compost.mixed_in": st.booleans(),
}


@given(known=st.fixed_dictionaries({}, optional=CELLS))
def test_both_engines_agree_on_cells(known: dict[str, Any]) -> None:
    agreed(BOOK, ENGINE, known)


def test_a_vocabulary_without_the_table_does_not_know_its_cells() -> None:
    assert isinstance(VOCABULARY, Vocabulary)
    assert "foods.ash.weeks" in VOCABULARY.atoms
    assert VOCABULARY.owner["foods.ash.weeks"] is foods
