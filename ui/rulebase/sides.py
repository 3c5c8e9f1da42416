"""Two sides in their processes, asked together, as ``engine.difference`` wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any

from engine.difference.description import Description, Entries, Outcome, Pair, Plain
from engine.difference.steps import CaseStep
from engine.errors import InputError
from engine.export.difference import Named
from ui.rulebase.library import ToldStep, told_steps
from ui.rulebase.place import Place, refused
from ui.rulebase.process import Conversation, SideError, said

BATCH = 500
"""The most patients in one question, so that an answer never takes long."""

RETRIED = frozenset({"SyntaxError", ""})
"""Errors that another engine would not mend: text that is no Python, and no answer at all."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side that has read its rules: where they are from, and whether by their own engine."""

    place: Place
    conversation: Conversation
    description: Description
    own_engine: bool


class BothSides:
    """Both sides; every question is put to the two at once."""

    def __init__(self, before: Side, after: Side) -> None:
        self._sides = (before, after)
        self.before, self.after = before.description, after.description
        self.same_engine = before.own_engine == after.own_engine and not before.own_engine

    def names(self) -> tuple[Named, Named]:
        """What both sides are called."""
        was, now = (
            Named(side.place.name, side.place.what, side.own_engine) for side in self._sides
        )
        return was, now

    def screen(self, patients: Sequence[Entries], scope: str) -> list[Pair]:
        """What both sides answer about each patient."""
        pairs: list[Pair] = []
        for start in range(0, len(patients), BATCH):
            some = list(patients[start : start + BATCH])
            for side in self._sides:
                _ask(side, do="screen", patients=some, scope=scope)
            was, now = (_answer(side)["outcomes"] for side in self._sides)
            pairs += [
                (Outcome.read(one), Outcome.read(other))
                for one, other in zip(was, now, strict=True)
            ]
        return pairs

    def findings(self, patients: Sequence[Entries]) -> list[Plain]:
        """Each patient as the table of a profile file, by the side that knows all that is told."""
        tables = []
        for side in self._sides:
            _ask(side, do="findings", patients=list(patients))
        was, now = (_answer(side)["findings"] for side in self._sides)
        for entries, one, other in zip(patients, was, now, strict=True):
            known = all(name in self.after.atoms for name in entries)
            found = other if known else one
            tables.append(found if found["entries"] is not None else {**found, "findings": None})
        return tables

    def steps(self) -> tuple[list[CaseStep], list[str]]:
        """The steps of both case libraries, and in sentences what of them cannot be read."""
        read = [told_steps(side.place.cases()) for side in self._sides]
        (was, odd_before), (now, odd_after) = read
        unread = [
            f"{side.place.side}: {text}"
            for side, texts in zip(self._sides, (odd_before, odd_after), strict=True)
            for text in texts
        ]
        if not was or not now:
            was = now = was or now  # a side without cases is asked about those of the other
        alike = {_key(step) for step in was} & {_key(step) for step in now}
        steps: list[CaseStep] = []
        for side, told, library in (
            (self._sides[1], now, "after"),
            (self._sides[0], [step for step in was if _key(step) not in alike], "before"),
        ):
            if not told:
                continue
            _ask(side, do="read", findings=[step.findings for step in told])
            for step, found in zip(told, _answer(side)["entries"], strict=True):
                where = "both" if library == "after" and _key(step) in alike else library
                if found["entries"] is None:
                    unread.append(
                        f"{library}: case {step.case}, step {step.number}: {found['why']}"
                    )
                else:
                    steps.append(_case_step(step, where, found["entries"]))
        return steps, unread


def _key(step: ToldStep) -> str:
    """Equal for steps that tell and expect the same."""
    return repr(replace(step, title=""))


def _case_step(step: ToldStep, library: str, entries: Entries) -> CaseStep:
    return CaseStep(step.case, step.number, step.title, library, step.layers, entries, step.expects)


@contextmanager
def both_sides(before: Place, after: Place, patience: float) -> Iterator[BothSides]:
    """Both sides ready to answer. Raises InputError naming the side that cannot be read."""
    with ExitStack() as stack:
        yield BothSides(
            _opened(stack, before, patience),
            _opened(stack, after, patience),
        )


def _opened(stack: ExitStack, place: Place, patience: float) -> Side:
    """A side read with this program's engine; if that fails, with its own where it has one."""
    try:
        return _read(stack, place, patience, own_engine=False)
    except SideError as error:
        first = error
    if first.kind in RETRIED or not place.has_engine:
        raise _unreadable(place, first)
    try:
        return _read(stack, place, patience, own_engine=True)
    except SideError as error:
        raise _unreadable(place, first, error) from error


def _read(stack: ExitStack, place: Place, patience: float, *, own_engine: bool) -> Side:
    conversation = stack.enter_context(Conversation(place.folder, patience, own_engine=own_engine))
    conversation.ready()
    conversation.ask(do="describe")
    description = Description.read(conversation.answer()["description"])
    return Side(place, conversation, description, own_engine)


def _unreadable(place: Place, first: SideError, second: SideError | None = None) -> InputError:
    wrong = f"The rules of {place.name} ({place.what}) cannot be read. {said(first)}"
    if second is not None:
        wrong += f" With its own engine: {said(second)}"
    mend = (
        "Mend that line, or compare with another revision or folder."
        if first.where
        else "Raise --time-limit if the rules only take long, or compare with another."
        if not first.kind
        else "Compare with a revision or folder whose rules this program can read."
    )
    return refused(place.side, wrong, mend)


def _ask(side: Side, **asked: Any) -> None:
    try:
        side.conversation.ask(**asked)
    except SideError as error:
        raise _stopped(side, error) from error


def _answer(side: Side) -> dict[str, Any]:
    try:
        return side.conversation.answer()
    except SideError as error:
        raise _stopped(side, error) from error


def _stopped(side: Side, error: SideError) -> InputError:
    return refused(
        side.place.side,
        f"The rules of {side.place.name} stopped answering. {said(error)}",
        "Mend what it names, or raise --time-limit if the rules only take long.",
    )
