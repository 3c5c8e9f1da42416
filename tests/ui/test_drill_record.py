"""Runs as they are kept: nothing committed is ever replaced, and nothing odd breaks them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.drills.item import Item, Key, item_of
from ui.drills.record import MOST_RUNS, Commit, Drills, Entry, Run, Stage
from ui.teaching.progress import Sure

COMMITS = st.builds(
    Commit, option=st.integers(0, 3), text=st.text(max_size=5), sure=st.sampled_from(list(Sure))
)


def entry(step: int = 0) -> Entry:
    return Entry(case="lupus-mild", step=step)


def item() -> Item:
    found = item_of(Key("lupus-mild", 1))
    assert found is not None
    return found


@given(st.lists(COMMITS, max_size=6))
def test_the_first_two_commitments_stay(commits: list[Commit]) -> None:
    run = Run(seed="s", items=(entry(), entry(1)))
    for commit in commits:
        run = run.with_commit(0, commit)
    assert run.items[1] == entry(1)
    assert run.items[0].first == (commits[0] if commits else None)
    assert run.items[0].second == (commits[1] if len(commits) > 1 else None)
    stages = [Stage.QUESTION, Stage.ADVICE, Stage.EXPLAINED]
    assert run.items[0].stage is stages[min(len(commits), 2)]


@given(st.lists(COMMITS, max_size=2), st.integers(0, 3), st.booleans())
def test_what_is_kept_is_read_back(commits: list[Commit], at: int, ended: bool) -> None:
    run = Run(seed="s", items=(entry(), entry(1)), at=at, ended=ended)
    for commit in commits:
        run = run.with_commit(0, commit)
    found = Drills(runs=(run,))
    assert Drills.read(found.as_kept()) == found
    assert Drills.read(json.loads(found.as_data())) == found


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        "runs",
        {"runs": "no list"},
        {"runs": [{"seed": "s", "items": []}]},
        {"runs": [{"seed": "s", "items": [{"case": 1}], "at": -1}]},
        {"runs": [7, None]},
    ],
)
def test_what_cannot_be_read_is_left_out(kept: Any) -> None:
    assert Drills.read(kept).runs == ()


def test_one_run_that_cannot_be_read_spoils_no_other() -> None:
    good = Run(seed="good", items=(entry(),))
    kept = Drills(runs=(good,)).as_kept()
    kept["runs"].insert(0, {"seed": "bad"})
    kept["a later version"] = True
    assert Drills.read(kept).runs == (good,)


def test_only_so_many_runs_are_kept() -> None:
    found = Drills()
    for number in range(MOST_RUNS + 3):
        found = found.begun(Run(seed=str(number), items=(entry(),)))
    assert len(found.runs) == MOST_RUNS
    assert found.last is not None
    assert found.last.seed == str(MOST_RUNS + 2)


def test_advice_is_unexplained_until_the_second_answer_or_the_end() -> None:
    commit = Commit(option=0, text="", sure=Sure.GUESS)
    run = Run(seed="s", items=(entry(), entry(1)))
    assert not run.unexplained
    run = run.with_commit(0, commit)
    assert run.unexplained
    assert run.seen == (0,)
    assert not run.model_copy(update={"ended": True}).unexplained
    assert not run.with_commit(0, commit).unexplained
    assert run.moved(2).over


def test_an_answer_fits_only_what_is_still_offered() -> None:
    text = item().options[1].text
    fitting = Commit(option=1, text=text, sure=Sure.GUESS)
    assert entry(1).with_commit(fitting).fits(item())
    for odd in ({"option": 0}, {"option": 9}, {"option": -1}, {"text": "edited"}):
        assert not entry(1).with_commit(fitting.model_copy(update=odd)).fits(item())


def test_both_answers_are_judged_by_the_true_rules() -> None:
    offered = item().options
    right = next(n for n in range(len(offered)) if item().right(n))
    wrong = next(n for n in range(len(offered)) if not item().right(n))

    def given_(option: int, sure: Sure) -> Commit:
        return Commit(option=option, text=offered[option].text, sure=sure)

    once = entry(1).with_commit(given_(wrong, Sure.CERTAIN))
    assert once.played(item()) is None
    found = once.with_commit(given_(right, Sure.GUESS)).played(item())
    assert found is not None
    assert (found.before, found.after, found.followed, found.broken) == (False, True, True, False)
    assert (found.sure_before, found.sure_after) == ("certain", "guess")
