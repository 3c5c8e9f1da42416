"""Faults of thresholds, of the plan, and of the doses that are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.conditions import FindingLeaf, Group, InRange, concepts_of, findings_of, walk
from engine.evidence import Confidence, Threshold
from engine.plan_items import PlanItem
from engine.rule import Layer
from engine.verify.checks.leaves import leaf_faults
from engine.verify.checks.names import CITE, DECLARE_CONCEPT
from engine.verify.checks.vocabulary import DECLARE_FINDING, ONE_ID
from engine.verify.diagnostic import Found, Place, PlaceKind, at, rule_at

if TYPE_CHECKING:
    from engine.rulebook import RuleBook


def threshold_faults(book: RuleBook) -> Found:
    """Numbers that come from nowhere, and thresholds that are two."""
    seen: dict[str, Threshold] = {}
    for rule in book.rules:
        for path, node in walk(rule.when):
            if not isinstance(node, InRange):
                continue
            if rule.layer is Layer.REFERENCE and not node.marks:
                yield at(
                    rule_at(rule.id, path),
                    "RB108",
                    f"compares {node.finding} with a number of no source",
                    "Make the number a threshold that cites its source.",
                )
            for mark in node.marks:
                yield from _mark_faults(book, mark, seen)


def _mark_faults(book: RuleBook, mark: Threshold, seen: dict[str, Threshold]) -> Found:
    place = Place(PlaceKind.THRESHOLD, mark.id)
    if seen.setdefault(mark.id, mark) != mark:
        yield at(place, "RB101", "two thresholds have this id", ONE_ID)
    for missing in sorted(set(mark.cites) - set(book.reference)):
        yield at(place, "RB104", f"no reference {missing}", CITE)
    if not mark.cites and mark.confidence is not Confidence.OWN:
        yield at(place, "RB108", "names no source", "Cite where the number comes from.")


def plan_faults(book: RuleBook) -> Found:
    """Everything that keeps the plan from being shown."""
    for item in book.plan_items:
        yield from _item_faults(book, item)
    for shown in book.shown_doses:
        place = Place(PlaceKind.SHOWN_DOSE, shown.finding)
        if shown.finding not in book.vocabulary.calculated:
            yield at(place, "RB103", "is not calculated", "Name a finding that is calculated.")
        for missing in sorted(concepts_of(shown.when) - set(book.concept)):
            yield at(place, "RB103", f"no concept {missing}", DECLARE_CONCEPT)
        for path, node in walk(shown.when):
            yield from leaf_faults(book.vocabulary, replace(place, path=path), node)


def _item_faults(book: RuleBook, item: PlanItem) -> Found:
    atoms = set(book.vocabulary.atoms)
    place = Place(PlaceKind.PLAN_ITEM, item.id)
    for missing in sorted(set(item.findings) - atoms):
        yield at(place, "RB103", f"no finding {missing}", DECLARE_FINDING)
    for crossing in item.crossings:
        marked = any(isinstance(n, InRange) and n.marks for _, n in walk(crossing.when))
        if marked and isinstance(crossing.when, Group) and not crossing.words:
            yield at(
                place,
                "RB109",
                "a crossing of several conditions has no words",
                "Say in words when it is crossed.",
            )
    asked = [crossing.when for crossing in item.crossings]
    asked += [] if item.settled is None else [item.settled]
    for condition in asked:
        for missing in sorted(findings_of(condition) - atoms):
            yield at(place, "RB103", f"no finding {missing}", DECLARE_FINDING)
        for path, node in walk(condition):
            if not isinstance(node, FindingLeaf) or node.finding in atoms:
                yield from leaf_faults(book.vocabulary, replace(place, path=path), node)
        if concepts_of(condition):
            yield at(place, "RB207", "may read findings only", "Ask for the findings themselves.")
    for missing in sorted(set(item.regimens) - {regimen.id for regimen in book.regimens}):
        message = f"no regimen {missing}"
        yield at(place, "RB103", message, "Name a regimen of the rule book, or add this one.")
    for missing in sorted(set(item.cites) - set(book.reference)):
        yield at(place, "RB104", f"no reference {missing}", CITE)
