"""Help that fades: how the rules go about a patient, and what to look at before answering.

A worked example shows what the rules ask, what of it is met, and what follows. A cue names only
what to look at, never what is found there.
"""

from __future__ import annotations

from dataclasses import dataclass

from cases.model import Case
from cases.open_rules import facts_read, open_rules
from cases.play import asked_of, book_of, findings_after, trace_after
from engine.explain import RuleStory, rule_story
from engine.option import Option
from engine.rule import Layer, Rule
from engine.trace import Verdict

CUED_CASES = 3
"""So many finished cases it takes until cues fade, where help comes as it is needed."""

CRITERIA_CUES = (
    "What does the disease threaten, and how fast: does it reach the criteria for severe disease?",
    "Which safer treatment was really given: what dose, how long, taken or not?",
    "What could stop it or put it off: infection, pregnancy, blood counts, an organ, a total dose?",
    "What has to be known for safety before anything may be considered, and is not told?",
)
"""What published criteria ask of every patient, in this order."""


NAMED = "Does the document speak of this disease, and of which drug?"


class Cues(Option):
    """When cues are shown."""

    AS_NEEDED = "as_needed", "at first"
    ALWAYS = "always", "always"
    NEVER = "never", "never"

    def shown(self, finished: int) -> bool:
        """Whether they are, to somebody who has finished so many cases."""
        return self is Cues.ALWAYS or (self is Cues.AS_NEEDED and finished < CUED_CASES)


@dataclass(frozen=True, slots=True)
class Walk:
    """How the rules go about a step: every rule that could decide it, then the verdict."""

    rules: tuple[RuleStory, ...]
    verdict: Verdict
    because: tuple[Rule, ...]


def cues(case: Case, step: int) -> tuple[str, ...]:
    """What to look at, as questions in the order in which the rules ask; no answers."""
    layer = case.steps[step].question.layer
    if layer is Layer.REFERENCE:
        return CRITERIA_CUES
    book = book_of(case)
    if book.vocabulary.diagnosis.id not in findings_after(case, step):
        return (book.vocabulary.diagnosis.question,)
    names = {
        book.vocabulary.owner[name].id
        for rule in open_rules(trace_after(case, step), layer)
        for name in facts_read(book, rule)
    }
    asked = [each for each in book.vocabulary.findings if each.id in names]
    questions = (each.question for each in asked if each is not book.vocabulary.diagnosis)
    return (NAMED, *questions)


def walk(case: Case, step: int) -> Walk:
    """The worked example of a step; while no disease is told, no rule is nearer than another."""
    trace, book, verdict = trace_after(case, step), book_of(case), asked_of(case, step)
    layer = case.steps[step].question.layer
    told = book.vocabulary.diagnosis.id in trace.entries
    rules = open_rules(trace, layer) if told else ()
    stories = tuple(rule_story(book, trace, rule.id) for rule in rules)
    return Walk(stories, verdict, tuple(book.rule[name] for name in verdict.rules))
