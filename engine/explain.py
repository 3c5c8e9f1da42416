"""The explanation of a consultation in three layers: verdict, decisive conditions, full chain.

Made from rule book and trace alone, as data: screens and exports only lay it out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.conditions import IsKnown
from engine.lines import Line, Telling, condition_text, fact_line, leaf_text, told_lines
from engine.reasons import Ground, grounds, waits
from engine.rule import Rule
from engine.rulebook import RuleBook
from engine.status import STATUS, Status
from engine.trace import Kind, Trace, Verdict
from engine.truth import Truth

__all__ = [
    "MOST_DECISIVE",
    "Explanation",
    "Line",
    "RuleStory",
    "Status",
    "condition_text",
    "explain",
    "fact_line",
    "leaf_text",
    "rule_stories",
    "rule_story",
    "told_lines",
]

MOST_DECISIVE = 5


@dataclass(frozen=True, slots=True)
class RuleStory:
    """One rule in one consultation: what became of it and why.

    ``blocked_by`` are the conditions known not to be met, ``waiting_for`` those that wait for
    something unknown. ``order`` is its place among the rules that fired.
    """

    rule: Rule
    status: Status
    order: int | None
    met: tuple[Line, ...]
    blocked_by: tuple[Line, ...]
    waiting_for: tuple[Line, ...]
    chain: Line


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict explained: the sentence, up to five decisive conditions, the whole chain."""

    verdict: Verdict
    decisive: tuple[Line, ...]
    more: tuple[Line, ...]
    chain: tuple[RuleStory, ...]


def explain(book: RuleBook, trace: Trace, verdict: Verdict | None = None) -> Explanation:
    """Explain one verdict of a trace; the overall one unless another is given."""
    telling = Telling(book, trace)
    chosen = verdict or trace.overall
    found = (telling.ground(ground) for ground in _deciding(telling, chosen))
    if chosen.kind is Kind.NOT_ENOUGH_DATA:
        # Rules for and against ask different things of it; that it is unknown says it all.
        found = (replace(line, needs="") for line in found)
    lines = tuple({line.text: line for line in found}.values())
    return Explanation(
        verdict=chosen,
        decisive=lines[:MOST_DECISIVE],
        more=lines[MOST_DECISIVE:],
        chain=tuple(_story(telling, book.rule[name]) for name in chosen.rules),
    )


def rule_story(book: RuleBook, trace: Trace, rule_id: str) -> RuleStory:
    """What became of one rule, and why. Raises KeyError for an unknown rule."""
    return _story(Telling(book, trace), book.rule[rule_id])


def rule_stories(book: RuleBook, trace: Trace) -> tuple[RuleStory, ...]:
    """Every rule's story, in the order of the rule book."""
    telling = Telling(book, trace)
    return tuple(_story(telling, rule) for rule in book.rules)


def _story(telling: Telling, rule: Rule) -> RuleStory:
    truth = telling.proofs[rule.id].truth
    lines = tuple(telling.ground(g) for g in grounds(telling.book, telling.proofs, rule.id))
    waiting = tuple(telling.ground(g) for g in waits(telling.book, telling.proofs, rule.id))
    return RuleStory(
        rule=rule,
        status=STATUS[truth],
        order=telling.order.get(rule.id),
        met=lines if truth is Truth.YES else (),
        blocked_by=lines if truth is Truth.NO else (),
        waiting_for=waiting,
        chain=telling.chain(rule),
    )


def _deciding(telling: Telling, verdict: Verdict) -> tuple[Ground, ...]:
    """The grounds that decide a verdict, or the unknown ones that keep it open."""
    found = tuple(g for name in verdict.rules for g in grounds(telling.book, telling.proofs, name))
    if verdict.waiting_for and verdict.kind is Kind.NOT_ENOUGH_DATA:
        return tuple(_to_be_known(name) for name in verdict.waiting_for)
    return found or _the_diagnosis(telling)


def _to_be_known(finding: str) -> Ground:
    """A finding that is asked for whatever it turns out to be."""
    return Ground(IsKnown(finding), finding, None, wanted=True, truth=Truth.UNKNOWN, rule="")


def _the_diagnosis(telling: Telling) -> tuple[Ground, ...]:
    """What decides when no rule speaks: the diagnosis itself."""
    name = telling.book.vocabulary.diagnosis.id
    fact = telling.facts.get(name)
    if fact is None:
        return ()
    return (replace(_to_be_known(name), seen=fact.value, truth=Truth.YES),)
