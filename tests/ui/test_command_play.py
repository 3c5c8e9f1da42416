"""``cases play``: the learner answers first, then the rules; it can be stopped at any time."""

from __future__ import annotations

import builtins

import pytest

from cases.load import case_by_id, library
from cases.model import Case
from cases.play import asked_of, trace_after
from engine.consult import BANNER
from tests.ui.command_line import run


def one_line(text: str) -> str:
    return " ".join(text.split())


def right_answers(case: Case) -> list[int]:
    """For each step the number of the option that the rules agree with."""
    return [
        next(
            number
            for number, option in enumerate(step.question.options, start=1)
            if option.equals(asked_of(case, index))
        )
        for index, step in enumerate(case.steps)
    ]


def typed(answers: list[int]) -> bytes:
    return "".join(f"{answer}\n" for answer in answers).encode()


@pytest.mark.parametrize("case", library(), ids=lambda case: case.id)
def test_every_case_can_be_played_to_its_end(case: Case) -> None:
    outcome = run("cases", "play", case.id, stdin=typed(right_answers(case)))
    assert (outcome.code, outcome.err) == (0, "")
    text = one_line(outcome.out)
    assert text.startswith(BANNER)
    assert text.count("You and the rules agree.") == len(case.steps)
    assert f"You and the rules agreed in {len(case.steps)} of {len(case.steps)} steps." in text
    assert one_line(case.teaching_point) in text
    for step in case.steps:
        assert one_line(step.point) in text


@pytest.mark.parametrize("case", library(), ids=lambda case: case.id)
def test_where_the_rules_differ_they_say_what_parts_them(case: Case) -> None:
    wrong = [answer % 2 + 1 if answer <= 2 else 1 for answer in right_answers(case)]
    outcome = run("cases", "play", case.id, stdin=typed(wrong))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.count("The rules see it differently.") == len(case.steps)
    assert outcome.out.count("What parts the two") == len(case.steps)
    assert f"You and the rules agreed in 0 of {len(case.steps)} steps." in one_line(outcome.out)


@pytest.mark.parametrize("case", library(), ids=lambda case: case.id)
def test_nothing_of_the_rules_is_told_before_the_first_answer(case: Case) -> None:
    outcome = run("cases", "play", case.id)
    verdict = asked_of(case, 0)
    assert verdict.summary not in one_line(outcome.out)
    assert case.steps[0].point not in one_line(outcome.out)
    assert "Decisive for the rules" not in outcome.out
    assert "Step 2" not in outcome.out


def test_the_end_of_the_input_ends_politely() -> None:
    outcome = run("cases", "play", "lupus-mild", stdin=b"1\n")
    assert outcome.code == 0
    assert outcome.err == "Stopped. Nothing is kept of a case played here.\n"


@pytest.mark.parametrize("stop", [b"q\n", b" Q \n"])
def test_q_stops(stop: bytes) -> None:
    outcome = run("cases", "play", "lupus-mild", stdin=stop)
    assert outcome.code == 0
    assert "Stopped." in outcome.err


def test_stopping_with_the_keyboard_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(builtins, "input", interrupt)
    outcome = run("cases", "play", "lupus-mild")
    assert (outcome.code, outcome.err) == (130, "")


@pytest.mark.parametrize(
    "nonsense", ["", "0", "9", "x", "1.0", "-1", "²", "\u0661", "1 2", "\x1b[A"]
)
def test_another_answer_than_a_number_on_offer_is_asked_for_again(nonsense: str) -> None:
    outcome = run("cases", "play", "lupus-mild", stdin=f"{nonsense}\n1\n".encode())
    assert outcome.err.startswith("Please type a number from 1 to ")
    assert "Your answer: " in outcome.out


def test_what_is_not_text_is_asked_for_again() -> None:
    outcome = run("cases", "play", "lupus-mild", stdin=b"\xff\xfe\n1\n")
    assert outcome.code == 0
    assert outcome.err.startswith("Please type a number from 1 to ")


def test_only_what_a_step_tells_is_shown_before_its_question() -> None:
    case = case_by_id("gpa-nobody-asked")
    told = shown(run("cases", "play", case.id).out, case)
    implied = {f.finding for f in trace_after(case, 0).facts if f.by}
    assert told.count("  - ") == len(case.steps[0].reveals)
    assert implied
    assert implied.isdisjoint(case.steps[0].reveals)


def shown(text: str, case: Case) -> str:
    """What is listed as known before the question of the last step that was played."""
    return text.rpartition("Now known\n")[2].partition(f"\n\n{case.steps[0].question.prompt}")[0]


def test_a_list_is_told_in_one_line_and_of_a_table_what_has_changed() -> None:
    case = case_by_id("lupus-six-bags")
    text = one_line(run("cases", "play", case.id, stdin=typed(right_answers(case)[:3])).out)
    assert "- Organ threat: glomerulonephritis - Mimics excluded: yes" in text
    assert "- Other medicines: none of them" in text
    changed = text.rpartition("Now known")[2]
    was, _, now = changed.partition(", now ")
    assert "6 weeks" in was
    assert "mycophenolate" not in was
    assert "mycophenolate" in now
    assert "12 weeks" in now
