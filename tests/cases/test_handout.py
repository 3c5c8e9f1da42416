"""A hand-out: every question before every answer, and the answers are those of the rules."""

from __future__ import annotations

import pytest

from cases.handout import handout
from cases.load import case_by_id, library, read_case
from cases.play import asked_of
from engine.export import as_markdown, as_text
from engine.export.web_page import as_web_page
from tests.cases.example import EXAMPLE


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.exhaustive
def test_no_answer_stands_before_the_last_question() -> None:
    cases = library()
    parts = handout(cases).parts
    answers = [at for at, part in enumerate(parts) if part.title.startswith("Answers: ")]
    assert len(answers) == len(cases)
    assert [at for at, part in enumerate(parts) if part.new_page] == [answers[0]]
    written = one_line(as_text(handout(cases)))
    asked = written.partition("Answers: ")[0]
    for case in cases:
        assert asked.count(one_line(case.title)) >= 1
        assert one_line(case.teaching_point)[:60] not in asked
        for step in case.steps:
            assert one_line(step.question.prompt) in asked
            assert one_line(step.point)[:60] not in asked
            for option in step.question.options:
                assert one_line(option.text) in asked


@pytest.mark.exhaustive
def test_every_step_is_answered_as_the_rules_do_and_every_other_option_is_contrasted() -> None:
    for case in library():
        answered = one_line(as_text(handout([case]))).partition("Answers: ")[2]
        for index, step in enumerate(case.steps):
            summary = asked_of(case, index).summary
            right = [o.equals(asked_of(case, index)) for o in step.question.options]
            letter = "ABCD"[right.index(True)]
            assert f"- {letter}. {one_line(summary)}" in answered
            assert one_line(step.point) in answered
        assert one_line(case.common_error) in answered


def test_markup_and_formulas_stay_text() -> None:
    nasty = EXAMPLE.replace("Before the first tablet", "<script>alert(1)</script> =cmd()")
    case = read_case(nasty.encode(), "nasty.toml")
    page = as_web_page(handout([case]))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<script>" not in as_markdown(handout([case])).replace("\\<", "")


def test_a_change_is_told_with_what_was_before() -> None:
    written = one_line(as_text(handout([case_by_id("lupus-worsens")])))
    assert "Severity: was mild, now severe." in written
