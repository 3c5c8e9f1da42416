"""From the rule book to clauses: every rule twice, as a proof and, by De Morgan, as a refutation.

Inner groups become steps, subjects of their own: a rule with many alternatives needs about as many
clauses as it has conditions, not as many as there are combinations, and every alternative that
holds is matched.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from engine.chaining.clauses import (
    CANARY,
    MOST_PREMISES,
    START,
    Clause,
    Comparison,
    Conclusion,
    Operator,
    Premise,
    Subject,
    Way,
    number_field,
)
from engine.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    ConceptIs,
    Condition,
    Group,
    InRange,
    Is,
    IsKnown,
    IsNotKnown,
    IsOneOf,
    Leaf,
    Value,
)
from engine.findings import Choice, Finding, Measurement
from engine.rule import Rule
from engine.rulebook import RuleBook


def compile_rules(book: RuleBook) -> tuple[Clause, ...]:
    """Every clause, each after all on which it rests.

    durable-rules fires the first defined of all rules that can fire, so this is the order of
    firing: the chain order of the rule book.
    """
    compiler = _Compiler(book)
    waiting = {concept: len(rules) for concept, rules in book.rules_for.items()}
    for rule in book.chain_order:
        compiler.add_rule(rule)
        waiting[rule.then.id] -= 1
        if waiting[rule.then.id] == 0:
            compiler.add_refutation_of(rule.then.id)
    return tuple(compiler.clauses)


class _Compiler:
    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._steps = count(1)
        self._refuting: dict[Way, int] = {}
        start = (
            Comparison(number_field(0), ">", CANARY / 2),
            Comparison(number_field(0), "<", CANARY * 2),
        )
        self.clauses = [Clause((), (Premise(START, start),))]

    def add_rule(self, rule: Rule) -> None:
        """Its proof and its refutation."""
        itself, concept = Subject("rule", rule.id), Subject("concept", rule.then.id)
        proved = (Conclusion(itself, True), Conclusion(concept, True))
        self._conclude(proved, self._ways(rule.when, True, "when"))
        refuted = [Conclusion(itself, False)]
        if len(self._book.rules_for[rule.then.id]) == 1:
            refuted.append(Conclusion(concept, False))
        self._conclude(tuple(refuted), self._ways(rule.when, False, "when"))

    def add_refutation_of(self, concept: str) -> None:
        """No, when every rule for it is refuted; a rule that is alone concludes it itself."""
        rules = self._book.rules_for[concept]
        if len(rules) > 1:
            refuted = tuple(
                Premise(Subject("rule", rule.id), (Comparison("is", "==", False),))
                for rule in rules
            )
            self._conclude((Conclusion(Subject("concept", concept), False),), [refuted])

    def _conclude(self, conclusions: tuple[Conclusion, ...], ways: Sequence[Way]) -> None:
        """Clauses for conclusions that hold in each of these ways.

        What refutes several rules in the same way is one clause: most rules of medicine name a
        diagnosis, and would each ask it again. Proofs are kept apart, so that they fire in order.
        """
        refuted = not conclusions[0].value
        for way in ways:
            position = self._refuting.get(way)
            if refuted and position is not None:
                clause = self.clauses[position]
                both = dict.fromkeys(clause.conclusions + conclusions)
                self.clauses[position] = clause._replace(conclusions=tuple(both))
                continue
            premises = self._shortened(way)
            if refuted:
                self._refuting[way] = len(self.clauses)
            self.clauses.append(Clause(conclusions, premises))

    def _shortened(self, way: Way) -> Way:
        while len(way) > MOST_PREMISES:
            parts = [way[at : at + MOST_PREMISES] for at in range(0, len(way), MOST_PREMISES)]
            way = tuple(self._step([part]) if len(part) > 1 else part[0] for part in parts)
        return way

    def _step(self, ways: Sequence[Way]) -> Premise:
        step = Subject("step", str(next(self._steps)))
        self._conclude((Conclusion(step, True),), ways)
        return Premise(step)

    def _single(self, ways: Sequence[Way]) -> Way:
        """Several ways as one, through a step of their own."""
        return ways[0] if len(ways) == 1 else (self._step(ways),)

    def _ways(self, condition: Condition, wanted: bool, path: str) -> list[Way]:
        """The ways in which a condition comes to be yes (no, when that is wanted)."""
        if not isinstance(condition, Group):
            return [
                (Premise(about, comparisons, path if wanted else ""),)
                for about, comparisons in self._leaf(condition, wanted)
            ]
        parts = condition.conditions
        inner = [self._ways(part, wanted, f"{path}.{at}") for at, part in enumerate(parts)]
        needed = _needed(condition) if wanted else len(parts) - _needed(condition) + 1
        if needed == 1:
            return [way for ways in inner for way in ways]
        singles = [self._single(ways) for ways in inner if ways]
        return self._counted(needed, singles) if needed <= len(singles) else []

    def _counted(self, needed: int, singles: Sequence[Way]) -> list[Way]:
        """The ways in which at least ``needed`` come about: with the first of them, or without.

        Every "so many of those from here on" is one step, shared by all ways that lead to it.
        """
        steps: dict[tuple[int, int], Way] = {}

        def ways(start: int, needed: int) -> list[Way]:
            rest = singles[start:]
            if needed == len(rest):
                return [tuple(premise for single in rest for premise in single)]
            if needed == 1:
                return list(rest)
            return [rest[0] + step(start + 1, needed - 1), step(start + 1, needed)]

        def step(start: int, needed: int) -> Way:
            if (start, needed) not in steps:
                steps[start, needed] = self._single(ways(start, needed))
            return steps[start, needed]

        return ways(0, needed)

    def _leaf(self, leaf: Leaf, wanted: bool) -> list[tuple[Subject, tuple[Comparison, ...]]]:
        """The facts that make a leaf yes (no): about what, and with which comparisons."""
        match leaf:
            case ConceptIs(concept, yes):
                return [(Subject("concept", concept), (Comparison("is", "==", yes is wanted),))]
            case IsKnown(name) | IsNotKnown(name):
                known = isinstance(leaf, IsKnown) is wanted
                return [(Subject("finding" if known else "unknown", name), ())]
            case Is(name, value):
                tests = self._value_tests(name, (value,), wanted)
                return [(Subject("finding", name), test) for test in tests]
            case IsOneOf(name, values):
                tests = self._value_tests(name, values, wanted)
                return [(Subject("finding", name), test) for test in tests]
            case InRange(name, _):
                tests = _range_tests(self._book.vocabulary.atoms[name], leaf, wanted)
                return [(Subject("finding", name), test) for test in tests]

    def _value_tests(
        self, name: str, values: Sequence[Value], wanted: bool
    ) -> list[tuple[Comparison, ...]]:
        finding = self._book.vocabulary.atoms[name]
        if isinstance(finding, Measurement):
            return _number_tests(values, wanted)
        options = finding.options if isinstance(finding, Choice) else ()
        return _answer_tests([option.value for option in options] or [True, False], values, wanted)


def _needed(group: Group) -> int:
    match group:
        case AllOf(parts):
            return len(parts)
        case AnyOf():
            return 1
        case AtLeast(needed, _):
            return needed


def _answer_tests(
    answers: Sequence[Value], values: Sequence[Value], wanted: bool
) -> list[tuple[Comparison, ...]]:
    """Which answers of a closed set will do, as one test.

    Several are told by the others, none of which it is: an "or" of durable-rules would take up
    room among the matches of the fact for every rule that asks it.
    """
    allowed = [answer for answer in answers if (answer in values) is wanted]
    if len(allowed) == 1:
        return [(Comparison("is", "==", allowed[0]),)]
    others = tuple(Comparison("is", "!=", answer) for answer in answers if answer not in allowed)
    return [others] if allowed else []


def _number_tests(values: Sequence[Value], wanted: bool) -> list[tuple[Comparison, ...]]:
    """Whether a number, in the stored unit, is one of these."""
    field = number_field(0)
    if wanted:
        return [(Comparison(field, "==", value),) for value in values]
    return [tuple(Comparison(field, "!=", value) for value in values)]


def _range_tests(finding: Finding, leaf: InRange, wanted: bool) -> list[tuple[Comparison, ...]]:
    """The range, or what lies below and what lies above it."""
    assert isinstance(finding, Measurement)  # noqa: S101  # the rule book's own check says so
    field = number_field(finding.units.index(leaf.unit))
    ends: list[Comparison] = []
    if leaf.low is not None:
        ends.append(Comparison(field, ">=" if leaf.low_included else ">", leaf.low))
    if leaf.high is not None:
        ends.append(Comparison(field, "<=" if leaf.high_included else "<", leaf.high))
    if wanted:
        return [tuple(ends)]
    return [(end._replace(operator=_OPPOSITE[end.operator]),) for end in ends]


_OPPOSITE: dict[Operator, Operator] = {">=": "<", ">": "<=", "<=": ">", "<": ">="}
