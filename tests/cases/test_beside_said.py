"""What a step asks beside the verdict: graded by the rules, in the words of the layer asked."""

from __future__ import annotations

import pytest

from cases.beside_verdict import Asked, FlagOffered, flag_choices, flags_graded, next_graded
from cases.load import case_by_id, library
from cases.model import Case
from cases.play import asked_of, book_of, trace_after
from engine.rule import Layer

ASKED = [
    (case, index)
    for case in library()
    for index, step in enumerate(case.steps)
    if step.question.next
]
OFFERED = [
    (case, index)
    for case in library()
    for index, step in enumerate(case.steps)
    if step.question.flags
]


def asked(name: str, index: int, finding: str) -> Asked:
    return next(a for a in next_graded(case_by_id(name), index) if a.finding == finding)


def offered(name: str, index: int, flag: str) -> FlagOffered:
    return next(f for f in flags_graded(case_by_id(name), index) if f.flag == flag)


def test_what_an_answer_would_settle_is_said_by_the_layer_that_is_asked() -> None:
    words = asked("lupus-by-post", 1, "neuropsychiatric_mechanism").words
    assert words == (
        "The verdict waits for it: one of its four answers settles it, as “not indicated by "
        "published criteria”."
    )
    assert (
        "three of its five answers settle it"
        in asked("lupus-six-bags", 1, "active_infection").words
    )


@pytest.mark.parametrize(("case", "index"), ASKED)
def test_of_what_could_be_asked_something_is_best_and_something_is_not_waited_for(
    case: Case, index: int
) -> None:
    graded = next_graded(case, index)
    assert any(each.best for each in graded)
    assert any(not each.waited_for for each in graded)
    assert all(each.waited_for for each in graded if each.best)
    if case.steps[index].question.layer is Layer.REFERENCE:
        assert not any("the document" in each.words for each in graded)
    assert asked_of(case, index).waiting_for


@pytest.mark.parametrize(("case", "index"), OFFERED)
def test_what_keeps_a_flag_from_standing_is_true_of_the_patient(case: Case, index: int) -> None:
    """What was told is never said to be unknown, also not of a rule about another disease."""
    told, atoms = trace_after(case, index).entries, book_of(case).vocabulary.atoms
    labels = {atoms[name].label for name in told}
    for flag in flags_graded(case, index):
        assert flag.stands is bool(flag.rules)
        for line in flag.lines:
            assert not any(line.text.startswith(f"{label}: unknown") for label in labels), line


def test_of_a_rule_about_other_diseases_the_disease_is_what_it_lacks() -> None:
    lines = offered("ms-test-first", 1, "obstetric_team").lines
    assert [line.text.partition(" – ")[0] for line in lines] == ["Diagnosis: multiple sclerosis"]


def test_a_flag_is_offered_by_its_name_and_says_only_afterwards_what_it_says() -> None:
    case = case_by_id("lupus-nine-weeks")
    name = flag_choices(case, 1)["obstetrics_early"]
    assert "contraindicated" not in name
    said = offered("lupus-nine-weeks", 1, "obstetrics_early").text
    assert said.startswith(f"{name}: ")
    assert "cyclophosphamide is contraindicated" in said
