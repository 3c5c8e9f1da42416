"""The arithmetic of a run, against examples counted by hand."""

from __future__ import annotations

from cases.drills.results import (
    FEW,
    Calibration,
    Played,
    Switch,
    Switched,
    calibration,
    calibration_text,
    switch_matrix,
    switch_text,
)

DEGREES = ("guess", "fairly_sure", "certain")


def played(broken: bool, before: bool, after: bool, sure: str = "guess", now: str = "") -> Played:
    """An item; the second answer follows broken advice only if it is not right."""
    followed = not after if broken else after
    return Played(
        broken=broken,
        before=before,
        after=after,
        followed=followed,
        sure_before=sure,
        sure_after=now or sure,
    )


RUN = [
    played(True, True, False, "certain", "fairly_sure"),
    played(True, True, True, "certain", "certain"),
    played(True, False, False, "guess", "certain"),
    played(False, False, True, "guess", "fairly_sure"),
    played(False, True, True, "fairly_sure", "certain"),
    played(False, False, False, "fairly_sure", "guess"),
]


def test_the_switch_matrix_counts_each_item_once() -> None:
    assert switch_matrix(RUN) == (
        Switched(Switch.KEPT_RIGHT, sound=1, broken=1),
        Switched(Switch.TO_WRONG, sound=0, broken=1),
        Switched(Switch.TO_RIGHT, sound=1, broken=0),
        Switched(Switch.KEPT_WRONG, sound=1, broken=1),
    )
    assert sum(each.both for each in switch_matrix(RUN)) == len(RUN)
    assert [each.both for each in switch_matrix([])] == [0, 0, 0, 0]


def test_the_matrix_in_sentences() -> None:
    assert switch_text(RUN) == (
        "The advice was deliberately wrong in three items; your second answer followed it in two.",
        "It drew you away from a right answer in one item.",
        "The advice was sound in three items; your second answer followed it in two.",
        "It led you to the right answer in one item.",
    )
    assert switch_text(RUN[1:2]) == (
        "The advice was deliberately wrong in one item; your second answer followed it in none.",
    )
    assert switch_text([]) == ()


def test_certainty_beside_being_right_before_and_after() -> None:
    assert calibration(RUN, DEGREES) == (
        Calibration("guess", 2, 0, 1, 0),
        Calibration("fairly_sure", 2, 1, 2, 1),
        Calibration("certain", 2, 2, 3, 2),
    )
    assert calibration([], DEGREES)[0] == Calibration("guess", 0, 0, 0, 0)


def test_few_answers_are_said_to_show_little() -> None:
    assert "show little" in calibration_text(RUN)
    assert calibration_text(RUN).startswith("Six answers before the advice")
    many = [RUN[0]] * FEW
    assert "show little" not in calibration_text(many)
    assert "show little" in calibration_text(many[1:])
