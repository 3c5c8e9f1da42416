"""The case format itself: round trips, plain texts, closed and frozen records."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from cases.load import library
from cases.model import Case, Change
from tests.cases.example import EXAMPLE, read, spoiled

EVERY_CASE = pytest.mark.parametrize("case", library(), ids=lambda case: case.id)


@EVERY_CASE
def test_a_case_is_the_same_after_a_trip_through_json(case: Case) -> None:
    assert Case.model_validate_json(case.model_dump_json()) == case


@EVERY_CASE
def test_a_case_is_written_with_the_keys_of_the_file(case: Case) -> None:
    written = json.loads(case.model_dump_json())
    changes = [change for step in written["steps"] for change in step["changes"].values()]
    assert all(set(change) == {"from", "to", "because"} for change in changes)
    assert Case.model_validate(written) == case


def test_a_change_may_be_made_in_python_too() -> None:
    assert Change(from_="mild", to="severe", because="It is worse.").from_ == "mild"


def test_line_breaks_inside_a_paragraph_do_not_count() -> None:
    case = read(
        spoiled("She dances, and her legs have begun to answer late. \\\n", "One\n two.\n\n\n")
    )
    assert case.vignette == "One two.\n\nThe diagnosis is two weeks old."


def test_carriage_returns_do_not_count_either() -> None:
    assert read(EXAMPLE.replace("\n", "\r\n")) == read(EXAMPLE)


def test_titles_are_one_line() -> None:
    assert read(spoiled('"Before the first tablet"', '"  Before\\tthe \\n first "')).title == (
        "Before the first"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "**bold** _it_ [a](javascript:alert(1)) ![](http://example.invalid/x.png)",
        ":red[x] $x^2$ | a | b |",
        "=cmd|' /C calc'!A0",
        "{{ 7 * 7 }} ${x} %s {0}",
    ],
)
def test_markup_in_a_text_stays_text(text: str) -> None:
    case = read(spoiled('"The scan"', json.dumps(text)))
    assert case.steps[0].title == text
    assert Case.model_validate_json(case.model_dump_json()).steps[0].title == text


def test_a_case_cannot_be_altered() -> None:
    case = read(EXAMPLE)
    with pytest.raises(ValidationError, match="frozen"):
        case.title = "Another"  # type: ignore[misc]  # that is what is tested
