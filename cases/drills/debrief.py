"""What is said after the second answer: whether the advice was sound, and how to notice."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from cases.drills.advice import Shown
from cases.drills.item import Item
from cases.drills.notice import statements_at_stake, ways_to_notice
from engine.explain import condition_text
from engine.mutant import Mutation
from engine.rule import Rule
from engine.source import Statement
from rules import RULEBOOK

IN_TRUTH, AS_SHOWN = "only in truth", "only as shown"
"""What marks a line of one text that the other lacks."""
LEFT_OUT = "The rule was left out; nothing of it was shown."


@dataclass(frozen=True, slots=True)
class Worded:
    """A line of a rule in words; ``mark`` is empty where both texts have it."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Alteration:
    """The rule that was altered: what was done, both texts, and what the document says.

    ``truth`` and ``shown`` are the conditions and the conclusion, a line each. ``cited`` are all
    statements that the rule rests on, those most at stake first. ``ways`` is never empty.
    """

    rule: Rule
    mutation: Mutation
    truth: tuple[Worded, ...]
    shown: tuple[Worded, ...]
    cited: tuple[Statement, ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    """What is behind an item. ``alteration`` is None where the advice was sound.

    ``given`` is the advice that was shown, ``truth`` what the true rules say of the patient.
    """

    given: Shown
    truth: Shown
    alteration: Alteration | None

    @property
    def headline(self) -> str:
        """The first words."""
        return "This advice was deliberately wrong" if self.alteration else "This advice was sound"


def debrief(item: Item) -> Debrief:
    """Everything that is explained about an item."""
    mutation = item.mutation
    return Debrief(item.advice, item.truth, None if mutation is None else _altered(item, mutation))


def _altered(item: Item, mutation: Mutation) -> Alteration:
    rule = RULEBOOK.rule[mutation.rule]
    truth = _lines(rule)
    shown = () if mutation.mutated is None else _lines(mutation.mutated)
    at_stake = statements_at_stake(mutation)
    others = (RULEBOOK.statement[name] for name in rule.cites if name in RULEBOOK.statement)
    return Alteration(
        rule=rule,
        mutation=mutation,
        truth=_marked(truth, shown, IN_TRUTH) if shown else tuple(map(Worded, truth)),
        shown=_marked(shown, truth, AS_SHOWN) if shown else (Worded(LEFT_OUT),),
        cited=tuple(dict.fromkeys((*at_stake, *others))),
        ways=ways_to_notice(item),
    )


def _lines(rule: Rule) -> tuple[str, ...]:
    """The conditions of a rule under how many of them have to hold, and what it concludes."""
    conditions = condition_text(RULEBOOK, rule.when)
    return (*conditions, f"then {rule.then.label}")


def _marked(lines: tuple[str, ...], other: tuple[str, ...], mark: str) -> tuple[Worded, ...]:
    """The lines of one text, marked where the other has them not."""
    common = {
        place
        for block in SequenceMatcher(None, lines, other, autojunk=False).get_matching_blocks()
        for place in range(block.a, block.a + block.size)
    }
    return tuple(Worded(line, "" if place in common else mark) for place, line in enumerate(lines))
