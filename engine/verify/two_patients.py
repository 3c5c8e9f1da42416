"""Properties of two patients: more is told of one, or one is worse, or a layer is switched off."""

from __future__ import annotations

from collections.abc import Mapping

from engine.conditions import Is, IsKnown, IsNotKnown, Value, walk
from engine.deciding import advice_rules
from engine.findings import Measurement
from engine.inquiry.slice import rules_behind
from engine.property import Lasting, NotLostByWorsening, Untouched, VerdictIs, Worse
from engine.rule import Layer, Rule
from engine.rulebook import RuleBook
from engine.trace import Kind
from engine.verify.facts import conditions_read, must_be_so, proposition, rules_read
from engine.verify.outcome import Found, Outcome
from engine.verify.pairs import Becomes, Pairs, as_it_is, more_told, pairs
from engine.words import inside

MOST = 8
"""So many ways of going wrong are shown of one property."""


def lasting(book: RuleBook, claim: Lasting) -> Outcome:
    """Ask for something settled that telling more turns over."""
    rules = [rule for rule in book.rules if rule.layer is claim.layer]
    steady = [rule for rule in rules if not _asks_what_is_known(book, rule)]
    against: list[Found] = []
    questions = 1
    with pairs(book, rules, {"told": more_told}) as two:
        told = two.way["told"]
        two.keep_calculated("told")
        turned = {
            f"Rule {rule.id} ({rule.title}) {words}.": two.before.props.all_of((was, becomes))
            for rule in steady
            for words, was, becomes in _turns(two, rule)
        }
        for drug in book.drugs:
            before = two.before.verdict(claim.layer, drug.value)
            after = two.after.verdict(claim.layer, drug.value)
            for kind in claim.kinds:
                said = f"“{kind.said_by(claim.layer)}”"
                words = (
                    f"First the verdict on {drug.label} is {said}; once more is told of the same "
                    "patient, it is another."
                )
                turned[words] = two.before.props.all_of((before[kind], -after[kind]))
        anything = two.before.props.any_of(turned.values())
        if two.can(told, anything):
            against, questions = _each(two, told, turned)
        settled = two.before.props.any_of(two.before.rule(rule)[0] for rule in steady)
        example = two.two(told, settled)
    return Outcome(tuple(against), None if example is None else example[0], questions)


def _each(two: Pairs, way: int, wrong: Mapping[str, int]) -> tuple[list[Found], int]:
    """The first few of the things that can go wrong, each with two patients."""
    found: list[Found] = []
    questions = 1
    for words, lit in wrong.items():
        questions += 1
        if len(found) < MOST and two.can(way, lit):
            patients = two.two(way, lit)
            if patients is not None:
                found.append(Found(patients[0], words, patients[1]))
    return found, questions


def _turns(two: Pairs, rule: Rule) -> tuple[tuple[str, int, int], ...]:
    (was, was_not), (is_now, is_not) = two.before.rule(rule), two.after.rule(rule)
    return (
        ("fires, and is ruled out when more is told", was, is_not),
        ("is ruled out, and fires when more is told", was_not, is_now),
    )


def _asks_what_is_known(book: RuleBook, rule: Rule) -> bool:
    """Whether a rule, or one that it rests on, asks if something has been told."""
    return any(
        isinstance(node, IsKnown | IsNotKnown)
        for each in rules_behind(book, [rule])
        for _, node in walk(each.when)
    )


def not_lost(book: RuleBook, claim: NotLostByWorsening) -> Outcome:
    """Ask, finding by finding, for a verdict that is taken away when the finding is worse."""
    verdict = VerdictIs(claim.layer, claim.drug, (Kind.MAY_BE_CONSIDERED,))
    kept = VerdictIs(claim.layer, claim.drug, claim.kinds)
    facts = (kept, *claim.unless)
    against: list[Found] = []
    example = None
    ways = {worse.finding.id: _worse(worse) for worse in claim.worse}
    # Answers that no rule tells apart would stand for one another, and worse for better.
    each = [Is(worse.finding.id, value) for worse in claim.worse for value in worse.values]
    conditions = (*conditions_read(facts), *each)
    with pairs(book, rules_read(book, facts), ways, conditions) as two:
        before, after = proposition(two.before, verdict), proposition(two.after, kept)
        excused = [-proposition(two.after, fact) for fact in claim.unless]
        for worse in claim.worse:
            way = two.way[worse.finding.id]
            found = two.two(way, before, -after, *excused)
            if found is not None:
                must_be_so(book, found[0], [verdict])
                must_be_so(book, found[1], facts, so=False)
                words = f"With {inside(worse.finding.label)} worse, it may no longer be considered."
                against.append(Found(found[0], words, found[1]))
            if example is None:
                example = two.two(way, before)
    return Outcome(tuple(against), None if example is None else example[0], 2 * len(claim.worse))


def _worse(worse: Worse) -> Becomes:
    """That one finding is worse afterwards, and all else as it was."""

    def becomes(name: str, before: Value | None, after: Value | None) -> bool:
        if name != worse.finding.id:
            return as_it_is(name, before, after)
        if before is None or after is None:
            return False
        if isinstance(worse.finding, Measurement):
            return before < after if worse.rising else before > after  # type: ignore[operator]
        if before not in worse.values or after not in worse.values:
            return False
        return worse.values.index(before) < worse.values.index(after)

    return becomes


def untouched(book: RuleBook, claim: Untouched, alone: Mapping[Layer, RuleBook]) -> Outcome:
    """Ask for a patient of whom a layer says something else where it is by itself."""
    own = alone[claim.layer]
    rules = [rule for rule in book.rules if rule.layer is claim.layer]
    against: list[Found] = []
    with pairs(book, rules, {"alone": as_it_is}, then=own) as two:
        way = two.way["alone"]
        apart: dict[str, int] = {}
        for rule in rules:
            both = zip(two.before.rule(rule), two.after.rule(own.rule[rule.id]), strict=True)
            lits = [lit for one, other in both for lit in _differ(two, one, other)]
            apart[f"Rule {rule.id} ({rule.title}) comes to something else."] = (
                two.before.props.any_of(lits)
            )
        for drug in own.drugs:
            before = two.before.verdict(claim.layer, drug.value)
            after = two.after.verdict(claim.layer, drug.value)
            lits = [lit for kind in before for lit in _differ(two, before[kind], after[kind])]
            apart[f"The verdict on {drug.label} is another."] = two.before.props.any_of(lits)
        anything = two.before.props.any_of(apart.values())
        questions = 1
        if two.can(way, anything):
            against, questions = _each(two, way, apart)
        fired = two.before.props.any_of(
            two.before.rule(rule)[0] for rule in advice_rules(book, claim.layer)
        )
        example = two.two(way, fired)
    return Outcome(tuple(against), None if example is None else example[0], questions)


def _differ(two: Pairs, one: int, other: int) -> tuple[int, int]:
    props = two.before.props
    return props.all_of((one, -other)), props.all_of((-one, other))
