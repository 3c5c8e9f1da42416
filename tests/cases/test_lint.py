"""Hints on cases: each of them is raised by a case that deserves it, and named with its line."""

from __future__ import annotations

from importlib import resources

import pytest

from cases.check import check_case
from cases.lint import lint
from cases.load import case_by_id, library, read_case
from cases.places import line_of
from engine.errors import Problem

TEXT = (resources.files("cases") / "library" / "lupus-mild.toml").read_text(encoding="utf-8")


def changed(*pairs: tuple[str, str], name: str = "lupus-mild") -> tuple[Problem, ...]:
    """The hints on a case of the library after some of its text is another."""
    text = (resources.files("cases") / "library" / f"{name}.toml").read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    case = read_case(text.encode(), "changed.toml")
    assert check_case(case) == ()
    return lint([case])


def said(hints: tuple[Problem, ...]) -> str:
    return "\n".join(map(str, hints))


def test_a_case_that_teaches_has_no_hint() -> None:
    for name in ("lupus-mild", "lupus-kidney-failure", "gpa-foot-drop"):
        assert lint([case_by_id(name)]) == ()


def test_a_fact_that_no_rule_reads_is_named() -> None:
    hints = changed(('severity = "mild"', 'severity = "mild"\nage = 34'))
    assert "Age is told, and no rule reads it." in said(hints)


def test_a_step_that_changes_nothing_and_a_verdict_that_never_turns_are_named() -> None:
    hints = lint([case_by_id("lupus-kidney-problem")])
    assert "step 2: It changes nothing" in said(hints)
    assert "The answer is the same at every step: not_enough_data." in said(hints)


def test_a_question_without_a_near_miss_is_named() -> None:
    assert "step 2, question: None of its other answers" in said(
        lint([case_by_id("psoriasis-long-sleeves")])
    )


def test_a_near_duplicate_is_named_with_the_other() -> None:
    twin = read_case(TEXT.encode(), "the-same-again.toml")
    (hint,) = lint([twin], beside=library())
    assert hint.field == "the-same-again"
    assert "nearly the same patient as lupus-mild" in hint.wrong
    assert lint([case_by_id("lupus-mild")], beside=library()) == ()


def test_a_case_that_the_rules_answer_otherwise_is_left_to_the_check() -> None:
    broken = read_case(TEXT.replace('severity = "mild"', 'severity = "severe"').encode(), "b.toml")
    assert check_case(broken)
    assert lint([broken]) == ()


@pytest.mark.parametrize(
    ("place", "begins"),
    [
        ("", "format = 1"),
        ("step 1", "[[steps]]"),
        ("step 2, question", "[steps.question]"),
        ("step 2, question, options", "options = ["),
        ("step 2, question, option 2", "{ text ="),
        ("step 2, severity", 'severity = "mild"'),
        ("step 2, expects, document, verdict", "verdict ="),
        ("step 9", "format = 1"),
        ("step 2, gone", "[[steps]]"),
        ("objectives", "objectives = ["),
    ],
)
def test_a_place_is_found_in_the_file(place: str, begins: str) -> None:
    line = line_of(TEXT, place)
    assert TEXT.splitlines()[line - 1].strip().startswith(begins)


def test_the_options_are_counted_within_their_own_step() -> None:
    lines = TEXT.splitlines()
    starts = [at for at, line in enumerate(lines, start=1) if line == "[[steps]]"]
    for step, start in enumerate(starts, start=1):
        end = starts[step] if step < len(starts) else len(lines) + 1
        assert start < line_of(TEXT, f"step {step}, question, option 3") < end
