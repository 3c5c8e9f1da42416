"""The screen *Scrutiny drills*: announced, answered twice, always explained, never given away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from cases.drills.item import Item, item_of
from engine.errors import EnginesDisagreeError
from engine.words import number_word
from tests.ui.case_learner import APP, Learner
from ui import store
from ui.drills import moves
from ui.drills.item_view import CHANGED
from ui.drills.record import Drills, Run, Stage
from ui.drills.summary import NOTHING, UNFINISHED
from ui.drills.words import ANNOUNCEMENT, BAND, LEFT
from ui.store import FOLDER_VARIABLE
from ui.teaching.moves import NO_ANSWER, NOT_SURE

NASTY = "<script>alert(1)</script> **b** :red[x]"
SOUND, WRONG = "This advice was sound", "This advice was deliberately wrong"


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))


class Drilled(Learner):
    """A learner at the drills."""

    def __init__(self, session: str = "", screen: str = "screen_drills.py") -> None:
        self.app = AppTest.from_file(str(APP), default_timeout=30)
        if session:
            self.app.query_params["s"] = session
        self.app.run()
        self.app.switch_page(screen)
        self.settle()

    @property
    def runs(self) -> tuple[Run, ...]:
        """What is kept of the runs."""
        if "s" not in self.app.query_params:
            return ()
        return Drills.read(self.learner().document("drills", "runs")).runs

    @property
    def run(self) -> Run:
        """The last run."""
        return self.runs[-1]

    def item(self, number: int | None = None) -> Item:
        """The item that the learner has come to, or another."""
        found = item_of(self.run.items[self.run.at if number is None else number].key)
        assert found is not None
        return found

    def options(self) -> list[int]:
        """The options committed to the first item, in their order."""
        kept = self.run.items[0]
        return [each.option for each in (kept.first, kept.second) if each is not None]

    def begin(self) -> None:
        """Begin a run."""
        self.press("drill_begin")

    def commit(self) -> None:
        """Commit the answer in the form."""
        self.press(next(key for key in self.buttons() if key.endswith("_commit")))

    def doubts(self, text: str) -> None:
        """Say what raised a doubt."""
        self.app.text_input[0].set_value(text)

    def play(self, first: int, second: int, sure: str = "guess") -> None:
        """Answer an item twice and go on."""
        self.answer(first, sure)
        self.answer(second, sure)
        self.press("drill_next")


def the_advised(found: Item) -> int:
    return next(n for n in range(len(found.options)) if found.advised(n))


def the_right(found: Item) -> int:
    return next(n for n in range(len(found.options)) if found.right(n))


def at_broken(learner: Drilled) -> None:
    """Go on to the first item with broken advice."""
    while learner.item().mutation is None:
        learner.play(0, 0)


def test_it_is_announced_before_it_begins() -> None:
    learner = Drilled()
    assert ANNOUNCEMENT in learner.read()
    assert BAND not in learner.read()
    assert learner.headings()[0] == 1
    learner.begin()
    assert BAND in learner.read()
    assert "Drill: item 1 of 6" in learner.read()
    assert len(learner.run.items) == 6
    # How many are broken is not told, in advance or on the way.
    assert "three" not in ANNOUNCEMENT


def test_nothing_is_given_away_before_the_second_answer() -> None:
    learner = Drilled()
    learner.begin()
    for number in range(6):
        found = learner.item()
        for stage in (Stage.QUESTION, Stage.ADVICE):
            assert learner.run.items[number].stage is stage
            sent = learner.sent()
            assert SOUND not in sent
            assert WRONG not in sent
            assert "in truth" not in sent
            assert "negate" not in sent
            assert found.book.content_hash[:8] not in sent
            assert ", broken" not in sent
            if found.mutation is not None:
                assert found.mutation.id not in sent
                assert found.mutation.words not in learner.read()
            if stage is Stage.QUESTION:
                assert "The advice" not in learner.labels()
            else:
                # Once in the band that stays, once on the card itself.
                assert learner.read().count(BAND) == 2
                assert found.given.overall.label in learner.read()
            learner.answer(0)
        assert (WRONG if found.mutation else SOUND) in learner.labels()
        learner.press("drill_next")


def test_a_whole_run_is_explained_and_counted() -> None:
    learner = Drilled()
    learner.begin()
    # Right at first, then wherever the advice leads.
    for number in range(6):
        found = learner.item()
        learner.answer(the_right(found), "certain")
        learner.choose(the_advised(found), "fairly_sure")
        learner.doubts("the condition" if number == 0 else "")
        learner.commit()
        page = learner.read()
        if found.mutation is not None:
            assert WRONG in learner.labels()
            assert found.mutation.words in page
            assert f"Rule {found.mutation.rule} in truth" in page
            assert "How one could have noticed" in page
        else:
            assert SOUND in learner.labels()
            assert "No rule was altered" in page
        if number == 0:
            assert "What made you doubt it: the condition" in page
        learner.press("drill_next")
    page = learner.read()
    wrong = sum(learner.item(number).mutation is not None for number in range(6))
    word, sound = number_word(wrong), 6 - wrong
    assert "The end of this run" in page
    assert (
        f"The advice was deliberately wrong in {word} items; your second answer followed it in "
        f"{word}." in page
    )
    assert f"It drew you away from a right answer in {word} items." in page
    assert f"Right, and kept right {sound} 0 {sound}" in page
    assert f"Right, then not right 0 {wrong} {wrong}" in page
    assert "Not right, then right 0 0 0" in page
    assert "Certain right in 6 of 6 none given" in page
    assert f"Fairly sure none given right in {sound} of 6" in page
    assert "so few answers show little" in page
    for number in range(6):
        found = learner.item(number)
        assert found.case.title in page
        if found.mutation is not None:
            assert found.mutation.words in page
    assert 1 not in learner.headings()[1:]
    assert ANNOUNCEMENT in page


def test_an_incomplete_answer_is_refused_and_kept_as_it_is() -> None:
    learner = Drilled()
    learner.begin()
    learner.commit()
    assert NO_ANSWER.wrong in learner.read()
    assert NOT_SURE.wrong in learner.read()
    learner.choose(1, None)
    learner.commit()
    assert NO_ANSWER.wrong not in learner.read()
    assert NOT_SURE.wrong in learner.read()
    assert learner.app.radio[0].value == 1
    assert learner.run.items[0].first is None
    learner.choose(None, "certain")
    learner.commit()
    assert NOT_SURE.wrong not in learner.read()
    assert learner.run.items[0].first is not None


def _twice(name: str, act: Callable[..., None]) -> Callable[..., None]:
    def both(*args: Any) -> None:
        act(*args)
        act(*args)

    both.__name__ = name
    return both


@pytest.mark.parametrize("move", ["begin", "commit", "go_on", "stop"])
def test_a_double_click_comes_to_one(move: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moves, move, _twice(move, getattr(moves, move)))
    learner = Drilled()
    learner.begin()
    assert len(learner.runs) == 1
    learner.answer(0)
    assert learner.options() == [0]
    learner.answer(1)
    assert learner.options() == [0, 1]
    learner.press("drill_next")
    assert learner.run.at == 1
    learner.press("drill_stop")
    assert learner.run.ended
    assert len(learner.runs) == 1


def test_another_tab_cannot_change_what_is_committed() -> None:
    learner = Drilled()
    learner.begin()
    other = Drilled(learner.session)
    learner.answer(0, "certain")
    other.choose(1, "guess")
    other.commit()
    kept = learner.run.items[0]
    assert kept.first is not None
    assert (kept.first.option, kept.first.sure.value) == (0, "certain")
    assert kept.second is None


def test_leaving_and_coming_back_resumes() -> None:
    learner = Drilled()
    learner.begin()
    learner.answer(0)
    seed = learner.run.seed
    back = Drilled(learner.session)
    assert back.run.seed == seed
    assert "The advice" in back.labels()
    assert back.asks()
    back.answer(0)
    assert "How sure: before" in back.read()


def test_whoever_leaves_before_the_explanation_is_told_so_elsewhere() -> None:
    learner = Drilled()
    learner.begin()
    assert LEFT not in Drilled(learner.session, "screen_cases.py").read()
    learner.answer(0)
    for screen in ("screen_profile.py", "screen_cases.py", "screen_rulebook.py"):
        elsewhere = Drilled(learner.session, screen)
        assert LEFT in [warning.value for warning in elsewhere.app.warning]
    learner.answer(0)
    assert not Drilled(learner.session, "screen_cases.py").app.warning
    assert not learner.app.warning


def test_whoever_stops_has_everything_explained_that_was_shown() -> None:
    learner = Drilled()
    learner.begin()
    at_broken(learner)
    found = learner.item()
    assert found.mutation is not None
    learner.answer(0)
    learner.press("drill_stop")
    page = learner.read()
    assert found.mutation.words in page
    assert UNFINISHED in page
    assert "How one could have noticed" in page
    # What was not explained yet is not folded away.
    assert [each.label for each in learner.app.expander if each.proto.expanded]
    shown = [each.label for each in learner.app.expander]
    assert len(shown) == learner.run.at + 1


def test_who_stops_before_any_advice_has_nothing_to_count() -> None:
    learner = Drilled()
    learner.begin()
    learner.press("drill_stop")
    assert NOTHING in learner.read()
    assert "No advice was shown in this run." in learner.read()


def test_another_run_is_another_and_the_results_add_up() -> None:
    learner = Drilled()
    learner.begin()
    for _ in range(6):
        learner.play(0, 0)
    assert "All of your runs together" not in learner.labels()
    learner.begin()
    assert len(learner.runs) == 2
    steps = [{(entry.case, entry.step) for entry in run.items} for run in learner.runs]
    assert not steps[0] & steps[1]
    for _ in range(6):
        learner.play(1, 1)
    assert "All of your runs together" in learner.labels()
    assert "12 answers before the advice" in learner.read()


def test_the_runs_are_forgotten_after_a_question() -> None:
    learner = Drilled()
    learner.begin()
    learner.press("drill_stop")
    learner.press("drill_forget_button")
    learner.press("drill_forget_no")
    assert learner.runs
    learner.press("drill_forget_button")
    learner.press("drill_forget_yes")
    assert learner.runs == ()
    assert "Scrutiny drills" in learner.labels()


def test_what_a_learner_writes_stays_text() -> None:
    learner = Drilled()
    learner.begin()
    learner.answer(0)
    learner.choose(0, "guess")
    learner.doubts(NASTY)
    learner.commit()
    assert "<script>alert" not in learner.sent()
    assert NASTY in learner.read()


def test_an_item_that_is_gone_is_passed_over() -> None:
    learner = Drilled()
    learner.begin()
    known = learner.learner()
    runs = known.document("drills", "runs")
    runs["runs"][0]["items"][0]["case"] = "gone"
    changed = known.with_document("drills", "runs", runs)
    store.current().learners.save(learner.session, {}, known, changed)
    learner.settle()
    assert CHANGED in learner.read()
    learner.press("drill_next")
    assert "Drill: item 2 of 6" in learner.read()


def test_a_defect_is_shown_as_such_and_not_as_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    learner = Drilled()
    learner.begin()
    learner.answer(0)

    def fails(*_: object) -> None:
        raise EnginesDisagreeError("the two engines disagree")

    monkeypatch.setattr("ui.drills.item_view.item_of", fails)
    learner.settle()
    assert "The advice" not in learner.labels()
    assert "the two engines disagree" in learner.sent()
    learner.press("drill_stop")
    assert "The end of this run" in learner.read()
