"""Two rule bases compared: what is written otherwise, and what becomes of patients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.difference.around import around, cells_around, examples_of
from engine.difference.content import ContentDifference, content_differences
from engine.difference.description import DOCUMENT, REFERENCE, Sides
from engine.difference.drawn import Estimate, draw
from engine.difference.every import Sweep, sweep
from engine.difference.examples import Example, examples, showing
from engine.difference.rules import RuleDifference, rule_differences
from engine.difference.sameness import Sameness, sameness
from engine.difference.steps import CaseLibrary, CaseStep, step_differences
from engine.difference.turns import Found

MOST_RULES = 25
"""Around so many changed rules patients are looked for; a rewrite of everything shows itself."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was found.

    ``sweep`` and ``estimate`` are None where it is proven that no verdict of the layer changes,
    ``estimate`` also where a side has no such layer, and where no patient was to be drawn.
    ``seen`` says for each changed rule that may decide something whether a patient around it comes
    to another verdict, another flag, or neither; rules that were not looked at are left out.
    """

    rules: tuple[RuleDifference, ...]
    content: tuple[ContentDifference, ...]
    same: Sameness
    cases: CaseLibrary
    sweep: Sweep | None
    estimate: Estimate | None
    seen: dict[str, str]
    examples: tuple[Example, ...]

    @property
    def verdicts_change(self) -> bool:
        """Whether some patient was found who comes to another verdict."""
        return any(not each.turn.flag for each in self.examples)

    @property
    def nothing(self) -> bool:
        """Whether nothing at all is written otherwise."""
        return not self.rules and not self.content


def compare(
    sides: Sides, steps: Sequence[CaseStep], unread: Sequence[str], sample: int, seed: int
) -> Comparison:
    """Compare two rule bases, with ``sample`` patients drawn at random by ``seed``."""
    rules = rule_differences(sides.before, sides.after)
    content = content_differences(sides.before, sides.after)
    layers = tuple(dict.fromkeys((*sides.before.layers, *sides.after.layers)))
    same = sameness(
        rules,
        content,
        layers,
        identical=sides.before.hash == sides.after.hash,
        same_engine=sides.same_engine,
    )
    # Where no patient can change, a step does so only by what one library alone says of it.
    asked = [step for step in steps if not same.flags or step.library != "both"]
    stepped, found = step_differences(sides, asked)
    cases = CaseLibrary(stepped, len(steps), tuple(unread))
    swept = None if DOCUMENT in same.layers else sweep(sides, seed)
    found += swept.found if swept is not None else ()
    estimate = None
    # A layer that one side does not have differs for everybody: there is no share to estimate.
    on_both = REFERENCE in sides.before.layers and REFERENCE in sides.after.layers
    if on_both and REFERENCE not in same.layers and sample:
        estimate, drawn = draw(sides, sample, seed, (REFERENCE,))
        found += drawn
    seen, near = _around(sides, rules, steps)
    found += near
    return Comparison(rules, content, same, cases, swept, estimate, seen, examples(sides, found))


def _around(
    sides: Sides, rules: Sequence[RuleDifference], steps: Sequence[CaseStep]
) -> tuple[dict[str, str], list[Found]]:
    """Patients around every changed rule, and what was seen to change there."""
    deciding = [rule for rule in rules if rule.decides][:MOST_RULES]
    if not deciding:
        return {}, []
    cells = cells_around(sides)
    told = [step.entries for step in steps]
    told += examples_of(sides.after) if not told else []
    seen, found = {}, []
    for rule in deciding:
        near = around(sides, rule, told, cells, len(deciding))
        seen[rule.id] = showing(near, rule.id)
        found += near
    return seen, found
