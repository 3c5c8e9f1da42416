"""What a step asks beside the verdict, as points of an export: first asked, then answered."""

from __future__ import annotations

from collections.abc import Iterator

from cases.beside_verdict import (
    FLAGS,
    NEXT,
    FlagOffered,
    flag_choices,
    flags_graded,
    next_choices,
    next_graded,
)
from cases.model import Case
from engine.export.report import Item
from engine.words import and_list


def asked_beside(case: Case, step: int) -> Iterator[Item]:
    """What is asked, with what there is to choose from; no answer."""
    for asked, choices in ((NEXT, next_choices(case, step)), (FLAGS, flag_choices(case, step))):
        if choices:
            yield Item(asked, tuple(map(Item, choices.values())))


def answered_beside(case: Case, step: int) -> Iterator[Item]:
    """What the rules make of every choice."""
    question = case.steps[step].question
    if question.next:
        yield Item(NEXT, tuple(Item(f"{n.label}: {n.words}") for n in next_graded(case, step)))
    if question.flags:
        yield Item(FLAGS, tuple(_flag(each) for each in flags_graded(case, step)))


def _flag(each: FlagOffered) -> Item:
    if each.stands:
        return Item(f"Stands, by {and_list(each.rules)}: {each.text}")
    lacks = tuple(Item(line.text) for line in each.lines)
    return Item(f"Does not stand: {each.text}", lacks)
