"""Which broken rules make a fair trap for which patient. Computed, never written by hand.

A trap changes the verdict to another one that is on offer, comes from a rule that speaks of the
patient's disease, and can be noticed from what is on the screen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from cases.drills.altered import altered_book, mutations
from cases.drills.item import Key, item_of, options_for
from cases.drills.notice import ways_to_notice
from cases.drills.patients import drill_cases
from cases.model import Case
from cases.play import trace_after
from engine.conditions import FindingLeaf, Value, walk
from engine.deciding import Decided
from engine.errors import DefectError
from engine.evaluate import evaluate, prove
from engine.mutant import Mutation, Operator
from engine.rule import Layer
from engine.screening import screened
from engine.trace import Kind, Trace
from engine.truth import Truth
from rules import RULEBOOK


def traps(case: Case, step: int) -> tuple[Key, ...]:
    """Every trap for the patient at a step of a case of the library (counted from 0)."""
    return tuple(key for key in candidates(case, step) if fair(key))


def candidates(case: Case, step: int) -> tuple[Key, ...]:
    """What may be a trap at a step: the verdict is another one, by one engine, and on offer."""
    return _candidates(case.id, step)


def every_trap() -> dict[Key, Mutation]:
    """Every trap for every step of the library, with its mutation. Takes some seconds."""
    return {
        key: mutations()[key.mutation]
        for case in drill_cases()
        for step in range(len(case.steps))
        for key in traps(case, step)
    }


@cache
def _candidates(case_id: str, step: int) -> tuple[Key, ...]:
    case = next(each for each in drill_cases() if each.id == case_id)
    trace = trace_after(case, step)
    known = {fact.finding: fact.value for fact in trace.facts}
    right = options_for(case, step, trace.overall)
    return tuple(
        Key(case_id, step, mutation.id)
        for mutation in _about(trace, known)
        if (verdict := _verdict(mutation, trace, known)) is not None
        and options_for(case, step, verdict) - right
    )


@cache
def fair(key: Key) -> bool:
    """Whether a candidate can be noticed, and more than the disease was changed unseen.

    Asked of no more candidates than needed: the engine that durable-rules keeps for each mutant
    cannot be given up.
    """
    item = item_of(key)
    if item is None or item.mutation is None or not ways_to_notice(item):
        return False
    unseen = item.mutation.rule not in item.advice.rule_ids
    return not (unseen and _of_the_diagnosis(item.mutation))


def _of_the_diagnosis(mutation: Mutation) -> bool:
    """Whether the condition turned into another asks for the diagnosis.

    The rule is then silent, as if it had been left out; that is a mutant of its own.
    """
    if mutation.operator is not Operator.NEGATE_CONDITION:
        return False
    node = dict(walk(RULEBOOK.rule[mutation.rule].when))[mutation.path]
    return isinstance(node, FindingLeaf) and node.finding == RULEBOOK.vocabulary.diagnosis.id


def _about(trace: Trace, known: Mapping[str, Value]) -> Iterator[Mutation]:
    """The mutants of the rules that speak of this disease; of all, where none does."""
    name = RULEBOOK.vocabulary.diagnosis.id
    told = {name: known[name]} if name in known else {}
    proofs = evaluate(RULEBOOK, told).proofs
    outside = trace.overall.kind is Kind.OUTSIDE_DOCUMENT
    grouped: defaultdict[str, list[Mutation]] = defaultdict(list)
    for mutation in mutations().values():
        grouped[mutation.rule].append(mutation)
    for rule, found in grouped.items():
        if outside or proofs[rule].truth is not Truth.NO:
            yield from found


def _verdict(mutation: Mutation, trace: Trace, known: Mapping[str, Value]) -> Decided | None:
    """The verdict with the rule broken, by one engine; None where it is the same or there is none.

    Whether the other engine agrees is asked when the item is made.
    """
    mutated, rule = mutation.mutated, RULEBOOK.rule[mutation.rule]
    if mutated is not None and mutated.then is rule.then:
        after = prove(mutated.when, RULEBOOK.vocabulary, known, trace.concepts).truth
        if after is trace.proof(rule.id).truth:
            return None  # everything else is as it was
    book = altered_book(mutation)
    if book is None:
        return None
    try:
        found = screened(book, Layer.DOCUMENT, dict(known))
    except DefectError:
        return None
    same = (found.kind, found.drug) == (trace.overall.kind, trace.overall.drug)
    return None if same else found
