"""What is known and what is new, step by step."""

from __future__ import annotations

import pytest

from cases.load import case_by_id, library
from cases.model import Case
from cases.play import book_of, entries_after, findings_after, newly_fired, profile_of, trace_after
from engine.consult import consult, rerun
from engine.reading import Request, read_request, write_request
from rules import RULEBOOK
from tests.cases.example import EXAMPLE, read, spoiled

EVERY_CASE = pytest.mark.parametrize("case", library(), ids=lambda case: case.id)


def test_steps_add_up() -> None:
    case = read(EXAMPLE)
    first = {"diagnosis": "multiple_sclerosis", "highly_active": "yes"}
    assert findings_after(case, 0) == first
    assert findings_after(case, 1) == {**first, "first_line_tried": "no"}
    assert entries_after(case, 1)["first_line_tried"] is False


def test_findings_are_written_as_in_a_profile_file() -> None:
    told = 'highly_active = "yes"\nage = { value = 33, unit = "years" }'
    case = read(spoiled('highly_active = "yes"', told))
    assert entries_after(case, 0)["age"] == 33


def test_what_is_handed_out_may_be_altered_without_harm() -> None:
    case = read(EXAMPLE)
    findings_after(case, 0)["highly_active"] = "no"
    assert findings_after(case, 0)["highly_active"] == "yes"


def test_a_finding_taken_back_is_unknown_again() -> None:
    case = case_by_id("lupus-refractory-on-paper")
    name = "unresponsive_to_safer_therapy"
    assert [findings_after(case, index).get(name) for index in range(3)] == ["yes", None, "no"]
    assert name in trace_after(case, 1).unknown


def test_a_corrected_diagnosis_withholds_what_no_longer_applies() -> None:
    case = case_by_id("holes-in-the-lungs")
    withheld = [fact.finding for fact in trace_after(case, 1).withheld]
    assert withheld == ["response_to_conventional_immunosuppressants"]


def test_what_is_new_is_what_did_not_fire_a_step_before() -> None:
    case = read(EXAMPLE)
    assert newly_fired(case, 0) == ("MS-1",)
    assert set(newly_fired(case, 1)) == {"MS-3", "OUT-1"}


@EVERY_CASE
def test_new_rules_are_told_in_the_order_in_which_they_fired(case: Case) -> None:
    before: set[str] = set()
    for index in range(len(case.steps)):
        fired = trace_after(case, index).fired
        assert newly_fired(case, index) == tuple(rule for rule in fired if rule not in before)
        before = set(fired)


@EVERY_CASE
def test_a_step_may_be_saved_as_a_profile_and_read_again(case: Case) -> None:
    for index in range(len(case.steps)):
        profile = profile_of(case).read(findings_after(case, index))
        text = write_request(Request(profile))
        again = read_request(text.encode(), book_of(case), profile_of(case)).profile
        assert consult(book_of(case), again.entries()) == trace_after(case, index)


def test_a_consultation_is_made_once() -> None:
    case = read(EXAMPLE)
    assert trace_after(case, 1) is trace_after(case, 1)
    assert rerun(RULEBOOK, trace_after(case, 1)) == trace_after(case, 1)


@pytest.mark.parametrize("index", [-1, 2, 99])
def test_a_step_that_does_not_exist_is_refused(index: int) -> None:
    with pytest.raises(IndexError, match="case example has no step"):
        trace_after(read(EXAMPLE), index)
