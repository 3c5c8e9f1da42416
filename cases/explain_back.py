"""Which facts decide? What a learner names, held against what the rules rest on.

The key is computed: every smallest set of told facts that gives the verdict by itself is right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from cases.mend import goal_of
from cases.play import book_behind, consulted, verdict_of
from engine.explain import fact_line
from engine.findings import MultiChoice
from engine.inquiry.why import Why, why
from engine.rule import Layer
from engine.trace import Fact, Kind, Provenance, Trace
from engine.words import counted, sentence

ENOUGH = "The facts that you named are enough, and none of them can be left out."
MORE_THAN_ENOUGH = "The facts that you named are enough; not all of them are needed."
OTHER_REASON = "The rules come to the same answer for another reason."
REST_ON = "The rules rest their answer on these facts."


@dataclass(frozen=True, slots=True)
class ExplainBack:
    """The named facts beside the set that they come nearest to.

    ``needed`` were named and decide, ``missing`` decide and were not named, ``superfluous`` were
    named and are not needed. ``sets`` is how many sets of facts decide, each by itself.
    """

    headline: str
    needed: tuple[str, ...]
    missing: tuple[str, ...]
    superfluous: tuple[str, ...]
    sets: int

    @property
    def others(self) -> str:
        """That there are other reasons; empty where there is one."""
        if self.sets < 2:
            return ""
        many = sentence(counted(self.sets, "set"))
        return f"{many} of facts decide, each by itself. This is the one nearest to yours."


def facts_to_choose(trace: Trace) -> dict[str, str]:
    """Everything that was told, by an id: what a learner chooses from, in words.

    Of a list, what is present is a choice by itself; all that is absent is one together, under the
    id of the list.
    """
    found: dict[str, str] = {}
    absent = Counter(_choice(trace, fact) for fact in _told(trace) if _is_absent(trace, fact))
    for fact in _told(trace):
        name = _choice(trace, fact)
        together = _is_absent(trace, fact) and absent[name] > 1
        found.setdefault(name, _none_of(trace, name) if together else _words(trace, fact))
    return found


def deciding_choices(trace: Trace, reasons: Why) -> list[set[str]]:
    """The smallest sets of choices that decide: what decides, told by what there is to choose."""
    choice = {fact.finding: _choice(trace, fact) for fact in _told(trace)}
    sets = {frozenset(choice[fact.finding] for fact in each.facts): None for each in reasons.sets}
    return [set(each) for each in sets if not any(other < each for other in sets)]


def _choice(trace: Trace, fact: Fact) -> str:
    """The id of the choice that a fact belongs to."""
    owner = book_behind(trace).vocabulary.owner[fact.finding]
    return owner.id if _is_absent(trace, fact) else fact.finding


def _is_absent(trace: Trace, fact: Fact) -> bool:
    owner = book_behind(trace).vocabulary.owner[fact.finding]
    return isinstance(owner, MultiChoice) and fact.value is False


def _none_of(trace: Trace, owner: str) -> str:
    """That nothing else of a list is there; nothing at all, where that is so."""
    finding = book_behind(trace).vocabulary.by_id[owner]
    present = any(
        f.value is True and book_behind(trace).vocabulary.owner[f.finding] is finding
        for f in _told(trace)
    )
    return f"{finding.label}: {'nothing else' if present else 'none of them'}"


def graded(
    trace: Trace, named: Collection[str], *, agrees: bool, layer: Layer = Layer.DOCUMENT
) -> ExplainBack | None:
    """What a learner named beside the nearest set that decides the overall verdict of a layer.

    ``agrees`` is whether their verdict was that of the rules. None where nothing decides,
    because it cannot be told yet.
    """
    reasons = reasons_for(trace, layer)
    if reasons is None:
        return None
    told = facts_to_choose(trace)
    picked = [name for name in told if name in named]
    sets = deciding_choices(trace, reasons)
    nearest = min(sets, key=lambda each: (len(each ^ set(picked)), len(each), sorted(each)))

    def words(names: Collection[str]) -> tuple[str, ...]:
        return tuple(words for name, words in told.items() if name in names)

    missing, superfluous = nearest - set(picked), set(picked) - nearest
    return ExplainBack(
        headline=_headline(agrees, bool(missing), bool(superfluous)),
        needed=words(nearest & set(picked)),
        missing=words(missing),
        superfluous=words(superfluous),
        sets=len(sets),
    )


def _headline(agrees: bool, missing: bool, superfluous: bool) -> str:
    if not agrees:
        return REST_ON
    if missing:
        return OTHER_REASON
    return MORE_THAN_ENOUGH if superfluous else ENOUGH


def reasons_for(trace: Trace, layer: Layer = Layer.DOCUMENT) -> Why | None:
    """The smallest sets of facts behind the overall verdict; None where no facts decide it."""
    layers = tuple(Layer.of(each) for each in trace.layers)
    return _reasons(json.dumps(trace.entries), layers, layer)


@lru_cache(maxsize=1024)
def _reasons(entries: str, layers: tuple[Layer, ...], layer: Layer) -> Why | None:
    trace = consulted(entries, layers)
    verdict = verdict_of(trace, layer)
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        return None
    goal = goal_of(trace, verdict.kind, verdict.drug, layer)
    return why(book_behind(trace), trace, goal)


def _told(trace: Trace) -> list[Fact]:
    """What was told, with what does not apply to the disease: that, too, may seem to decide."""
    told = (*trace.facts, *trace.withheld)
    return [fact for fact in told if fact.provenance is Provenance.ENTERED]


def _words(trace: Trace, fact: Fact) -> str:
    return fact_line(book_behind(trace), fact).text
