"""Answers to inquiries as data for other programs: ids, values and counts, and the words beside."""

from __future__ import annotations

from typing import Any

from engine.changes import Changes
from engine.export.report import Item, Part
from engine.inquiry.asknext import AskNext
from engine.inquiry.goal import Goal, VerdictIs
from engine.inquiry.robust import Robustness
from engine.inquiry.whatif import WhatIf
from engine.inquiry.why import Why
from engine.inquiry.whynot import Route, Step, WhyNot


def goal_data(goal: Goal) -> dict[str, Any]:
    """What a question is about."""
    if isinstance(goal, VerdictIs):
        kinds = sorted(kind.value for kind in goal.kinds)
        return {"layer": goal.layer.value, "drug": goal.drug, "kinds": kinds}
    return {"concept": goal.concept, "yes": goal.yes}


def why_data(found: Why) -> dict[str, Any]:
    """Every set of facts that suffices."""
    return {
        "goal": goal_data(found.goal),
        "sets": [{fact.finding: fact.value for fact in each.facts} for each in found.sets],
        "all_found": found.all_found,
    }


def what_if_data(found: WhatIf) -> dict[str, Any]:
    """Every set of edits that was tried, with all values that would do and the patient after."""
    return {
        "goal": goal_data(found.goal),
        "size": found.size,
        "number": found.number,
        "all_found": found.all_found,
        "kept": list(found.kept),
        "sets": [
            {
                "edits": [
                    {
                        "tells": {name: value for name, _, value in edit.told},
                        "values": [
                            list(way.region.values) if way.region else dict(way.tells)
                            for way in edit.ways
                        ],
                    }
                    for edit in each.edits
                ],
                "facts": each.entries,
                "verdict": _verdict_after(found.goal, each.trace),
            }
            for each in found.sets
        ],
    }


def _verdict_after(goal: Goal, trace: Any) -> str | None:
    return goal.verdict(trace).summary if isinstance(goal, VerdictIs) else None


def robust_data(found: Robustness) -> dict[str, Any]:
    """What a verdict can still become."""
    return {
        "settled": found.settled,
        "kinds": [kind.value for kind in found.kinds],
        "unknown": list(found.matters),
        "depends_on": None if found.hinges is None else list(found.hinges),
        "ways": found.ways,
        "counted": None
        if found.counted is None
        else {kind.value: number for kind, number in found.counted.items()},
    }


def ask_data(found: AskNext) -> dict[str, Any]:
    """Every question with what comes of each answer."""
    return {
        "fewest": found.fewest,
        "questions": [
            {
                "finding": ask.finding,
                "shortest": ask.shortest,
                "answers": [
                    {"tells": dict(reply.way.tells), "kind": reply.kind.value}
                    for reply in ask.replies
                ],
            }
            for ask in found.questions
        ],
    }


def why_not_data(found: WhyNot) -> dict[str, Any]:
    """Every route with the reason code of each of its conditions."""
    return {
        "goal": goal_data(found.goal),
        "obstacle": found.obstacle.value,
        "against": [rule.id for rule in found.against],
        "routes": [_route(route) for route in found.routes],
        "elsewhere": [route.rule.id for route in found.elsewhere],
    }


def _route(route: Route) -> dict[str, Any]:
    return {
        "rule": route.rule.id,
        "truth": route.truth.value,
        "needs": route.cost[0],
        "conditions": [_step(step) for step in route.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    inner: dict[str, Any] = {}
    if step.steps:
        inner["conditions"] = [_step(part) for part in step.steps]
    if step.routes:
        inner["routes"] = [_route(route) for route in step.routes]
    return {
        "about": step.node.source or step.node.kind,
        "seen": step.node.seen,
        "reason": step.reason.value,
        "off_by": step.off_by,
        **inner,
    }


def changes_data(found: Changes) -> dict[str, Any]:
    """What differs between two consultations."""
    return {
        "facts": [
            {"finding": f.finding, "before": f.before, "after": f.after} for f in found.facts
        ],
        "rules": [
            {
                "rule": each.rule,
                "before": each.before.value,
                "after": each.after.value,
                "waits_for": list(each.waits_for),
            }
            for each in found.rules
        ],
        "settled": {name: truth.value for name, truth in found.settled},
        "verdicts": [
            {
                "layer": each.after.layer,
                "drug": each.after.drug,
                "reading": each.reading,
                "before": each.before.kind.value,
                "after": each.after.kind.value,
            }
            for each in found.verdicts
        ],
        "raised": [flag.id for flag in found.raised],
        "lowered": [flag.id for flag in found.lowered],
    }


def words(parts: tuple[Part, ...]) -> list[dict[str, Any]]:
    """The same in words."""
    return [
        {"title": part.title, "intro": part.intro, "items": [_item(item) for item in part.items]}
        for part in parts
        if not part.is_empty
    ]


def _item(item: Item) -> Any:
    if not item.under:
        return item.text
    return {"text": item.text, "under": [_item(each) for each in item.under]}
