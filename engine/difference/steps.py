"""Steps of teaching cases, as data of either side's library, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.difference.description import (
    WHOLE,
    Description,
    Entries,
    Outcome,
    Pair,
    Plain,
    Sides,
)
from engine.difference.turns import Found, Turn, flag_turns, verdict_turns


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One step of a case: who the patient is by then, and what the case expects of each layer.

    ``library`` is "both" where the step is the same on both sides, else before or after.
    ``expects`` is layer → ``{verdict, fired}``.
    """

    case: str
    number: int
    title: str
    library: str
    layers: tuple[str, ...]
    entries: Entries
    expects: dict[str, Plain]


@dataclass(frozen=True, slots=True)
class StepDifference:
    """A step that comes to something else: verdicts, flags, or what the case expects.

    ``overall`` are the overall verdicts that differ, layer by layer. ``fails`` says what of the
    expectation does not hold after, ``failed`` whether it did not hold before either.
    """

    step: CaseStep
    turns: tuple[Turn, ...]
    overall: tuple[Turn, ...]
    flags: tuple[Turn, ...]
    fails: tuple[str, ...]
    failed: bool


@dataclass(frozen=True, slots=True)
class CaseLibrary:
    """What of both libraries was looked at: the steps that differ, how many there are, what not.

    ``unread`` are steps that a side cannot read, each in a sentence.
    """

    differences: tuple[StepDifference, ...]
    steps: int
    unread: tuple[str, ...]

    @property
    def changed(self) -> int:
        """How many steps come to another verdict."""
        return sum(bool(each.turns) for each in self.differences)

    @property
    def fails(self) -> int:
        """How many steps no longer are as their case expects."""
        return sum(bool(each.fails) and not each.failed for each in self.differences)


def step_differences(
    sides: Sides, steps: Sequence[CaseStep]
) -> tuple[tuple[StepDifference, ...], list[Found]]:
    """Ask both sides about every step; also the patients who show another verdict or flag."""
    pairs = sides.screen([step.entries for step in steps], WHOLE)
    differences, found = [], []
    for step, pair in zip(steps, pairs, strict=True):
        turned = verdict_turns(pair, step.layers)
        flags = flag_turns(pair)
        fails = tuple(_fails(sides.after, step, pair[1]))
        if turned or flags or fails:
            overall = tuple(_overall(step, pair))
            failed = any(_fails(sides.before, step, pair[0]))
            differences.append(StepDifference(step, turned, overall, flags, fails, failed))
        if seen := (*verdict_turns(pair), *flags):
            found.append(Found(step.entries, f"case {step.case}, step {step.number}", seen))
    return tuple(differences), found


def _overall(step: CaseStep, pair: Pair) -> Iterator[Turn]:
    before, after = pair
    for layer in step.layers:
        kinds = before.overall(layer), after.overall(layer)
        if kinds[0] != kinds[1]:
            yield Turn(layer, after.named.get(layer) or "", *kinds)


def _fails(side: Description, step: CaseStep, outcome: Outcome) -> Iterator[str]:
    """What the case expects of a side and does not get."""
    for layer, expected in step.expects.items():
        kind = outcome.overall(layer)
        if kind != expected["verdict"]:
            yield f"{layer}: it expects {expected['verdict']}, and gets {kind}"
        fired = {n for n in outcome.fired if n in side.rules and side.rules[n]["layer"] == layer}
        wanted = set(expected["fired"])
        if more := sorted(fired - wanted):
            yield f"{layer}: {', '.join(more)} fired too"
        if less := sorted(wanted - fired):
            yield f"{layer}: {', '.join(less)} did not fire"
