"""Why not: every route to a conclusion that was not reached, and where each of them ends.

A route is a rule. Each of its conditions is met, not met, unknown, or not reached because it makes
no sense for the diagnosis; the reasons have codes. The route that needs least comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.conditions import (
    AllOf,
    AnyOf,
    ConceptIs,
    Condition,
    FindingLeaf,
    Group,
    InRange,
)
from engine.findings import Measurement
from engine.inquiry.goal import ConceptIs as ConceptGoal
from engine.inquiry.goal import Goal, VerdictIs
from engine.option import Option
from engine.reasons import proofs_of
from engine.rule import Advice, Rule, Stance
from engine.rulebook import RuleBook
from engine.trace import Kind, Node, Proof, Trace, Verdict
from engine.truth import Truth

FAR = 1_000
"""What a condition on the diagnosis counts where the diagnosis is another."""


class Reason(Option):
    """Why a condition does not hold."""

    MET = "met", "met"
    VALUE_DIFFERS = "value_differs", "the value is another"
    OUT_OF_RANGE = "out_of_range", "the value lies outside the range"
    NOT_KNOWN = "not_known", "not known"
    BLOCKED_BY_CONCEPT = "blocked_by_concept", "what it rests on does not hold"
    NOT_ENOUGH = "not_enough", "too few of the alternatives hold"
    NOT_REACHED = "not_reached", "not reached: it makes no sense for this diagnosis"


class Obstacle(Option):
    """Why a conclusion is not reached although a route may be open."""

    NONE = "none", "no route is complete"
    SAFETY = "excluded_by_safety_rule", "a safety rule excludes it"
    OPEN_SAFETY = "safety_question_open", "a safety question is open"
    STRONGER = "stronger_rule", "a rule that goes first says otherwise"
    OUTSIDE = "outside_document", "the drug is not named for this diagnosis"
    SETTLED = "settled", "what is known settles it"
    NAMED = "drug_is_named", "the drug is named for this diagnosis"
    NO_DIAGNOSIS = "diagnosis_unknown", "the diagnosis is not known"
    NEVER = "never", "no rule concludes it"


@dataclass(frozen=True, slots=True)
class Step:
    """One condition of a route. ``steps`` are the parts of a group, ``routes`` lead to a concept.

    ``wanted`` is False where the condition has to be known to fail. ``off_by`` says by how much a
    number misses the range, in the unit of the condition: negative where it is too low. ``cost``
    counts what has to change or to be told, and of that what is known otherwise.
    """

    condition: Condition
    node: Node
    wanted: bool
    reason: Reason
    cost: tuple[int, int]
    off_by: float | None = None
    steps: tuple[Step, ...] = ()
    routes: tuple[Route, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A rule that would conclude it (or, for a concept that is to fail, has to be ruled out)."""

    rule: Rule
    truth: Truth
    wanted: bool
    steps: tuple[Step, ...]
    cost: tuple[int, int]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Every route to a conclusion, the nearest first, and the rules that stand above them.

    ``elsewhere`` are the routes that speak of another diagnosis.
    """

    goal: Goal
    obstacle: Obstacle
    against: tuple[Rule, ...]
    routes: tuple[Route, ...]
    elsewhere: tuple[Route, ...] = ()


def why_not(book: RuleBook, trace: Trace, goal: Goal) -> WhyNot:
    """Why a conclusion was not reached. Raises ValueError for one that was."""
    book.refuse_broken()
    if goal.holds_for(trace):
        raise ValueError("what was reached has no reason against it")
    tracer = _Tracer(book, trace)
    obstacle, against = Obstacle.NONE, tuple[Rule, ...]()
    if isinstance(goal, ConceptGoal):
        rules, wanted = book.rules_for[goal.concept], goal.yes
    else:
        rules, wanted = _with_stance(book, goal), True
        obstacle, against = _standing_above(book, goal, tracer)
    every = (tracer.route(rule, wanted=wanted) for rule in rules)
    # A rule that is ruled out already is not in the way of a no.
    routes = sorted((r for r in every if wanted or r.truth is not Truth.NO), key=lambda r: r.cost)
    if not routes and obstacle is Obstacle.NONE:
        obstacle = Obstacle.NEVER
    near = tuple(route for route in routes if route.cost[0] < FAR)
    return WhyNot(goal, obstacle, against, near, tuple(routes[len(near) :]))


STANCES = {
    Kind.MAY_BE_CONSIDERED: Stance.MAY,
    Kind.NOT_INDICATED: Stance.NOT,
    Kind.EXCLUDED_OR_PAUSED: Stance.STOP,
    Kind.DOCUMENT_AMBIGUOUS: Stance.AMBIGUOUS,
}


def _with_stance(book: RuleBook, goal: VerdictIs) -> tuple[Rule, ...]:
    stances = {STANCES[kind] for kind in goal.kinds if kind in STANCES}
    return tuple(
        rule
        for rule in goal.rules(book)
        if isinstance(rule.then, Advice) and rule.then.stance in stances
    )


def _standing_above(
    book: RuleBook, goal: VerdictIs, tracer: _Tracer
) -> tuple[Obstacle, tuple[Rule, ...]]:
    """What decides in place of the routes, and the rules that do."""
    verdict = goal.verdict(tracer.trace)
    if not goal.kinds & STANCES.keys():
        return _no_rules_kind(book, goal, verdict)
    mine = {rule.id for rule in _with_stance(book, goal)}
    deciding = tuple(book.rule[name] for name in verdict.rules if name not in mine)
    if not any(tracer.proofs[name].truth is Truth.YES for name in mine):
        outside = verdict.kind is Kind.OUTSIDE_DOCUMENT
        return (Obstacle.OUTSIDE if outside else Obstacle.NONE), ()
    if verdict.kind is Kind.EXCLUDED_OR_PAUSED:
        return Obstacle.SAFETY, deciding
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        return Obstacle.OPEN_SAFETY, deciding
    return Obstacle.STRONGER, deciding


def _no_rules_kind(
    book: RuleBook, goal: VerdictIs, verdict: Verdict
) -> tuple[Obstacle, tuple[Rule, ...]]:
    """Why a verdict is none of those that stand where no rule decides."""
    if Kind.NOT_ENOUGH_DATA in goal.kinds:
        outside = verdict.kind is Kind.OUTSIDE_DOCUMENT
        decided = tuple(book.rule[name] for name in verdict.rules)
        return (Obstacle.OUTSIDE, ()) if outside else (Obstacle.SETTLED, decided)
    unknown = book.vocabulary.diagnosis.id in verdict.waiting_for
    return (Obstacle.NO_DIAGNOSIS if unknown else Obstacle.NAMED), ()


class _Tracer:
    """Follows the conditions of rules beside their proofs."""

    def __init__(self, book: RuleBook, trace: Trace) -> None:
        self.book, self.trace = book, trace
        self.proofs: dict[str, Proof] = proofs_of(trace)
        vocabulary = book.vocabulary
        known = {fact.finding: fact.value for fact in trace.facts}
        diagnosis = known.get(vocabulary.diagnosis.id)
        self._diagnosis = None if diagnosis is None else str(diagnosis)
        self._routes: dict[tuple[str, bool], Route] = {}

    def route(self, rule: Rule, *, wanted: bool) -> Route:
        key = (rule.id, wanted)
        if key not in self._routes:
            proof = self.proofs[rule.id]
            step = self._step(rule.when, proof.root, wanted)
            steps = step.steps if isinstance(rule.when, AllOf) and wanted else (step,)
            self._routes[key] = Route(rule, proof.truth, wanted, steps, step.cost)
        return self._routes[key]

    def _step(self, condition: Condition, node: Node, wanted: bool) -> Step:
        if isinstance(condition, ConceptIs):
            return self._concept(condition, node, wanted)
        if isinstance(condition, Group):
            return self._group(condition, node, wanted)
        return self._leaf(condition, node, wanted)

    def _met(self, node: Node, wanted: bool) -> bool:
        return node.truth is (Truth.YES if wanted else Truth.NO)

    def _leaf(self, leaf: FindingLeaf, node: Node, wanted: bool) -> Step:
        finding = self.book.vocabulary.atoms[leaf.finding]
        if self._met(node, wanted):
            return Step(leaf, node, wanted, Reason.MET, (0, 0))
        if not self.book.vocabulary.applies(finding, self._diagnosis):
            return Step(leaf, node, wanted, Reason.NOT_REACHED, (1, 0))
        if node.truth is Truth.UNKNOWN:
            return Step(leaf, node, wanted, Reason.NOT_KNOWN, (1, 0))
        far = FAR if leaf.finding == self.book.vocabulary.diagnosis.id else 1
        if isinstance(leaf, InRange) and isinstance(finding, Measurement) and node.seen is not None:
            number = finding.shown(float(node.seen), leaf.unit)
            off_by = _off(leaf, number) if wanted else None
            return Step(leaf, node, wanted, Reason.OUT_OF_RANGE, (far, far), off_by)
        return Step(leaf, node, wanted, Reason.VALUE_DIFFERS, (far, far))

    def _concept(self, condition: ConceptIs, node: Node, wanted: bool) -> Step:
        yes = condition.yes is wanted
        rules = self.book.rules_for[condition.concept]
        routes = tuple(sorted((self.route(r, wanted=yes) for r in rules), key=lambda r: r.cost))
        if self._met(node, wanted):
            return Step(condition, node, wanted, Reason.MET, (0, 0), routes=routes)
        costs = [route.cost for route in routes] or [(FAR, FAR)]
        # One rule makes a concept yes; for it to be no, every rule has to be ruled out.
        cost = min(costs) if yes else _sum(costs)
        return Step(condition, node, wanted, Reason.BLOCKED_BY_CONCEPT, cost, routes=routes)

    def _group(self, group: Group, node: Node, wanted: bool) -> Step:
        steps = tuple(
            self._step(part, child, wanted)
            for part, child in zip(group.conditions, node.children, strict=True)
        )
        if self._met(node, wanted):
            return Step(group, node, wanted, Reason.MET, (0, 0), steps=steps)
        cheapest = sorted(step.cost for step in steps)
        return Step(
            group,
            node,
            wanted,
            Reason.NOT_ENOUGH,
            _sum(cheapest[: _needed(group, wanted=wanted)]),
            steps=steps,
        )


def _needed(group: Group, *, wanted: bool) -> int:
    """How many parts have to hold for a group to be yes; to fail for it to be no."""
    parts = len(group.conditions)
    if isinstance(group, AllOf):
        return parts if wanted else 1
    if isinstance(group, AnyOf):
        return 1 if wanted else parts
    return group.count if wanted else parts - group.count + 1


def _sum(costs: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(cost for cost, _ in costs), sum(known for _, known in costs)


def _off(leaf: InRange, number: float) -> float | None:
    """By how much a number is too high, or negative, too low."""
    if leaf.low is not None and number <= leaf.low:
        return number - leaf.low
    if leaf.high is not None and number >= leaf.high:
        return number - leaf.high
    return None


def conditions_of(route: Route) -> Iterator[Step]:
    """Every condition on the way, through groups and concepts, but not through what is met."""
    waiting = list(reversed(route.steps))
    while waiting:
        step = waiting.pop()
        yield step
        if step.reason is not Reason.MET:
            waiting += reversed(step.steps)
            if step.routes:
                waiting += reversed(step.routes[0].steps)
