"""What came of a run: who switched after which advice, and how sure against how often right.

Right means: as the true rules say. Everything is counted; nothing is estimated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.option import Option
from engine.words import counted, number_word, sentence

FEW = 20
"""With fewer answers than this, how sure against how often right shows little."""


@dataclass(frozen=True, slots=True)
class Played:
    """An item with both answers.

    ``before`` and ``after`` say whether the answers were right, ``followed`` whether the second is
    what the advice said. ``sure_before`` and ``sure_after`` are degrees of certainty.
    """

    broken: bool
    before: bool
    after: bool
    followed: bool
    sure_before: str
    sure_after: str


class Switch(Option):
    """What became of an answer after the advice."""

    KEPT_RIGHT = "kept_right", "right, and kept right"
    TO_WRONG = "to_wrong", "right, then not right"
    TO_RIGHT = "to_right", "not right, then right"
    KEPT_WRONG = "kept_wrong", "not right, before and after"


_SWITCHES = {
    (True, True): Switch.KEPT_RIGHT,
    (True, False): Switch.TO_WRONG,
    (False, True): Switch.TO_RIGHT,
    (False, False): Switch.KEPT_WRONG,
}


@dataclass(frozen=True, slots=True)
class Switched:
    """How often one thing became of an answer, after sound and after broken advice."""

    switch: Switch
    sound: int
    broken: int

    @property
    def both(self) -> int:
        """After any advice."""
        return self.sound + self.broken


def switch_matrix(played: Iterable[Played]) -> tuple[Switched, ...]:
    """How often each thing became of an answer; all four are listed."""
    found = [(_SWITCHES[each.before, each.after], each.broken) for each in played]
    return tuple(
        Switched(switch, found.count((switch, False)), found.count((switch, True)))
        for switch in Switch
    )


def switch_text(played: Sequence[Played]) -> tuple[str, ...]:
    """What the matrix shows, in sentences."""
    broken = [each for each in played if each.broken]
    sound = [each for each in played if not each.broken]
    lines = []
    if broken:
        followed = sum(each.followed for each in broken)
        lines.append(
            f"The advice was deliberately wrong in {counted(len(broken), 'item')}; "
            f"your second answer followed it in {number_word(followed) if followed else 'none'}."
        )
        lost = sum(each.before and not each.after for each in broken)
        if lost:
            lines.append(f"It drew you away from a right answer in {counted(lost, 'item')}.")
    if sound:
        followed = sum(each.followed for each in sound)
        lines.append(
            f"The advice was sound in {counted(len(sound), 'item')}; "
            f"your second answer followed it in {number_word(followed) if followed else 'none'}."
        )
        gained = sum(each.after and not each.before for each in sound)
        if gained:
            lines.append(f"It led you to the right answer in {counted(gained, 'item')}.")
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Calibration:
    """For one degree of certainty: answers given and right, before and after the advice."""

    sure: str
    given_before: int
    right_before: int
    given_after: int
    right_after: int


def calibration(played: Iterable[Played], degrees: Iterable[str]) -> tuple[Calibration, ...]:
    """How sure against how often right, for every degree, in the order given."""
    every = list(played)

    def one(sure: str) -> Calibration:
        before = [each.before for each in every if each.sure_before == sure]
        after = [each.after for each in every if each.sure_after == sure]
        return Calibration(sure, len(before), sum(before), len(after), sum(after))

    return tuple(map(one, degrees))


def calibration_text(played: Sequence[Played]) -> str:
    """How much the picture can show."""
    many = len(played)
    answers = f"{sentence(counted(many, 'answer'))} before the advice and as many after it"
    if many < FEW:
        return f"{answers}: so few answers show little. More runs show more."
    return f"{answers}."
