"""A case that does not come to what is expected is a fault, with the patient who shows it."""

from __future__ import annotations

import pytest

from cases import faults
from cases.faults import case_faults
from cases.load import library
from cases.model import Case
from cases.play import entries_after
from engine.errors import GapError, Problem
from engine.trace import Kind
from engine.verify.diagnostic import PlaceKind


def expecting(case: Case, kind: Kind) -> Case:
    """The case with another verdict expected of the document at its last step."""
    last = case.steps[-1]
    document = last.expects.document.model_copy(update={"verdict": kind})
    step = last.model_copy(
        update={"expects": last.expects.model_copy(update={"document": document})}
    )
    return case.model_copy(update={"steps": (*case.steps[:-1], step)})


def test_the_cases_that_come_with_the_program_have_none() -> None:
    assert list(case_faults(library()[:3])) == []


def test_another_verdict_than_expected_is_told_with_the_patient() -> None:
    case = library()[0]
    now = case.steps[-1].expects.document.verdict
    other = next(kind for kind in Kind if kind is not now)
    (found,) = case_faults([expecting(case, other)])
    assert found.code == "RB608"
    assert (found.place.kind, found.place.id) == (PlaceKind.CASE, case.id)
    assert f"It expects {other.value}, the rules answer {now.value}" in found.message
    assert found.patient == entries_after(case, len(case.steps) - 1)


def test_a_case_that_the_rules_cannot_answer_is_told_and_the_others_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = library()[:2]

    def fails(case: Case) -> tuple[Problem, ...]:
        if case is first:
            raise GapError("every rule is ruled out.")
        return (Problem(f"{case.id}, step 1, expects", "It is wrong.", "Mend it."),)

    monkeypatch.setattr(faults, "check_case", fails)
    found = list(case_faults([first, second]))
    assert [each.place.id for each in found] == [first.id, second.id]
    assert found[0].message == "The rules cannot answer it: every rule is ruled out"
    assert found[1].message == "at step 1, expects: It is wrong"
