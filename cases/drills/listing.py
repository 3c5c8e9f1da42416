"""For whoever teaches: how many items there are, those of a case, and one with its debrief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cases.drills.altered import NO_ADVICE, mutations
from cases.drills.debrief import Worded, debrief
from cases.drills.item import Item, Key
from cases.drills.patients import drill_cases
from cases.drills.traps import every_trap, traps
from cases.model import Case, Group
from engine.consult import BANNER
from engine.export.report import Item as Point
from engine.export.report import Part, Report, items_of
from engine.mutant import Operator
from engine.words import sentence
from rules import RULEBOOK

ORIGIN = f"Rule book {RULEBOOK.version}, SHA-256 {RULEBOOK.content_hash}"


def name_of(key: Key) -> str:
    """An item in one word: case, step (counted from 1), mutation."""
    return ":".join(filter(None, (key.case, str(key.step + 1), key.mutation)))


def counts() -> Report:
    """How many broken items the library makes, by what is altered and by disease group."""
    found = every_trap()
    groups = {case.id: case.group for case in drill_cases()}
    by_operator = Counter(mutation.operator for mutation in found.values())
    by_group = Counter(groups[key.case] for key in found)
    steps = {(key.case, key.step) for key in found}
    at = Counter(groups[case] for case, _ in steps)
    ways = len({key.mutation for key in found})
    return Report(
        banner=BANNER,
        headline=f"Scrutiny drills: {len(found)} items with broken advice",
        lead=(f"From {ways} ways to alter a rule, at {len(steps)} steps of the library.",),
        parts=(
            Part(
                "By what is altered",
                items_of(f"{sentence(o.label)}: {by_operator[o]}" for o in Operator),
            ),
            Part(
                "By disease group",
                items_of(f"{sentence(g.label)}: {by_group[g]} at {at[g]} steps" for g in Group),
            ),
        ),
        origin=ORIGIN,
    )


def of_case(case: Case) -> Report:
    """Every broken item of a case, by step."""
    return Report(
        banner=BANNER,
        headline=f"Scrutiny drills: {case.title}",
        lead=(),
        parts=tuple(
            Part(
                f"Step {number + 1}: {step.title}",
                tuple(
                    Point(name_of(key), items_of([mutations()[key.mutation].words]))
                    for key in traps(case, number)
                )
                or items_of(["No rule can be altered so that a fair item comes of it."]),
            )
            for number, step in enumerate(case.steps)
        ),
        origin=ORIGIN,
    )


def whole(item: Item) -> Report:
    """One item with its advice and its debrief."""
    found = debrief(item)
    parts = [
        Part("Told so far", items_of(f"{told.label}: {told.value}" for told in item.told)),
        Part(
            item.prompt,
            tuple(
                Point(option.text, items_of(_stands(item, number)))
                for number, option in enumerate(item.options)
            ),
        ),
        Part(
            "The advice",
            (
                *items_of(line.text for line in found.given.decisive),
                *(
                    Point(f"{each.rule.id}: {each.rule.title}", items_of(_flat(each.conditions)))
                    for each in (*found.given.rules, *found.given.behind)
                ),
            ),
            intro=item.given.overall.summary,
        ),
    ]
    if (altered := found.alteration) is not None:
        parts += [
            Part(
                f"What was altered: {altered.rule.id}, {altered.rule.title}",
                (
                    Point("In truth", items_of(_worded(altered.truth))),
                    Point("As shown", items_of(_worded(altered.shown))),
                ),
                intro=altered.mutation.words,
            ),
            Part("How one could have noticed", items_of(altered.ways)),
            Part(
                "What the document says",
                items_of(f"{each.id}: {each.text}" for each in altered.cited),
            ),
        ]
    parts.append(
        Part(
            "What the true rules say of this patient",
            items_of(line.text for line in found.truth.decisive),
            intro=item.trace.overall.summary,
        )
    )
    return Report(
        banner=BANNER,
        headline=f"{item.case.title}, step {item.step + 1}: {found.headline.lower()}",
        lead=(NO_ADVICE,) if altered is not None else (),
        parts=tuple(parts),
        origin=ORIGIN,
    )


def _stands(item: Item, number: int) -> Iterable[str]:
    if item.advised(number):
        yield "what the advice says"
    if item.right(number):
        yield "what the true rules say"


def _flat(conditions: Iterable[str]) -> Iterable[str]:
    return (line.strip() for line in conditions)


def _worded(lines: Iterable[Worded]) -> Iterable[str]:
    return (f"{line.text.strip()}{f' ({line.mark})' if line.mark else ''}" for line in lines)
