"""What is said to a learner who has committed to an answer. Computed from the live rules.

Nothing here is written by hand for a case: change a rule, and the feedback changes with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from cases.mend import mend_part
from cases.model import AnswerOption, Case
from cases.open_rules import facts_read, open_rules
from cases.play import book_behind, book_of, newly_fired, trace_after, verdict_of
from engine.conditions import Value
from engine.explain import Line, RuleStory, explain, rule_story
from engine.export.report import Part
from engine.grammar import label, value_text
from engine.rule import Advice, Layer, Rule, Stance
from engine.trace import Kind, Trace, Verdict
from engine.truth import Truth
from engine.words import and_list

AGREE = "You and the rules agree"
DIFFER = "The rules see it differently"

STANCES = {
    Kind.MAY_BE_CONSIDERED: Stance.MAY,
    Kind.NOT_INDICATED: Stance.NOT,
    Kind.DOCUMENT_AMBIGUOUS: Stance.AMBIGUOUS,
    Kind.EXCLUDED_OR_PAUSED: Stance.STOP,
}

MOST_LINES = 3
"""So many conditions part two answers at most; more are counted."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """What parts the learner's answer from the rules'.

    ``rule`` is the rule that came nearest to giving the learner's answer, ``lines`` what it lacks:
    conditions not met first, then those unknown, at most three; ``more`` counts the others.
    Without such a rule ``reason`` says why.
    """

    reason: str
    rule: Rule | None = None
    lines: tuple[Line, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Feedback:
    """The learner's answer beside the rules'.

    ``rules`` decided the verdict, or wait where it cannot be told yet; ``decisive`` are at most
    five conditions behind it. ``contrast`` says what parts the two, and ``mend`` the smallest
    changes to the patient that would make the learner's answer the rules' own; both are None when
    they agree. ``point`` is the step's own.
    """

    agrees: bool
    chosen: AnswerOption
    layer: Layer
    engine: Verdict
    rules: tuple[Rule, ...]
    decisive: tuple[Line, ...]
    contrast: Contrast | None
    mend: Part | None
    newly_fired: tuple[Rule, ...]
    point: str

    @property
    def headline(self) -> str:
        """The first words of the feedback."""
        return AGREE if self.agrees else DIFFER


def feedback(case: Case, step_index: int, option_index: int) -> Feedback:
    """What to say about one answer at one step, both counted from 0."""
    trace, book = trace_after(case, step_index), book_of(case)
    step = case.steps[step_index]
    layer = step.question.layer
    verdict = verdict_of(trace, layer)
    chosen = step.question.options[option_index]
    agrees = chosen.equals(verdict)
    return Feedback(
        agrees=agrees,
        chosen=chosen,
        layer=layer,
        engine=verdict,
        rules=tuple(book.rule[name] for name in verdict.rules),
        decisive=explain(book, trace, verdict).decisive,
        contrast=None if agrees else contrast(trace, chosen, layer),
        mend=None if agrees else mend_part(trace, chosen, layer),
        newly_fired=tuple(book.rule[name] for name in newly_fired(case, step_index)),
        point=step.point,
    )


def contrast(trace: Trace, chosen: AnswerOption, layer: Layer = Layer.DOCUMENT) -> Contrast:
    """Why the rules of a layer do not answer as the learner did."""
    match chosen.verdict:
        case Kind.NOT_ENOUGH_DATA:
            return Contrast(
                "Enough is known: what was told settles it, whatever the answers still open turn "
                "out to be."
            )
        case Kind.OUTSIDE_DOCUMENT:
            return Contrast(_inside(trace, layer))
        case Kind.EXCLUDED_OR_PAUSED if layer is Layer.DOCUMENT:
            return Contrast(
                "No rule of the document excludes or pauses a drug: the document says nothing on "
                "when these drugs must not be given. Its silence is not permission."
            )
        case _:
            return _nearest(trace, chosen, layer)


def _nearest(trace: Trace, chosen: AnswerOption, layer: Layer) -> Contrast:
    """The rule that would answer so and lacks least for it."""
    book = book_behind(trace)
    stories = [rule_story(book, trace, rule.id) for rule in _candidates(trace, chosen, layer)]
    if not stories:
        return Contrast(_no_rule(trace, chosen, layer))
    deciding = _read_by_the_deciding(trace, layer)
    nearest = min(stories, key=lambda story: _distance(trace, story, deciding))
    lacking = _lacking(trace, nearest)
    if not lacking:
        return Contrast(_overruled(trace, nearest.rule, layer), nearest.rule)
    return Contrast(
        f"Rule {nearest.rule.id} ({nearest.rule.title}) comes nearest to "
        f"{_answer_text(chosen, layer)}. This keeps it from firing:",
        nearest.rule,
        lacking[:MOST_LINES],
        more=max(len(lacking) - MOST_LINES, 0),
    )


def _overruled(trace: Trace, rule: Rule, layer: Layer) -> str:
    """A rule has fired, and still the verdict is another one: which rules stand above it."""
    verdict = verdict_of(trace, layer)
    others = [book_behind(trace).rule[name] for name in verdict.rules if name != rule.id]
    named = and_list(f"{other.id} ({other.title})" for other in others[:MOST_LINES])
    if layer is Layer.DOCUMENT or not others:
        return f"Rule {rule.id} says so, and another rule says otherwise."
    if verdict.kind is Kind.NOT_ENOUGH_DATA:
        return (
            f"Rule {rule.id} ({rule.title}) says so, but safety comes first, and cannot be told "
            f"yet: {named}."
        )
    stands = "stands" if len(others) == 1 else "stand"
    if verdict.kind is Kind.EXCLUDED_OR_PAUSED:
        return (
            f"Rule {rule.id} ({rule.title}) says so, but safety comes first, and against it "
            f"{stands} {named}."
        )
    return f"Rule {rule.id} ({rule.title}) says so, but against it {stands} {named}."


def _read_by_the_deciding(trace: Trace, layer: Layer) -> frozenset[str]:
    """The facts that the deciding rules read, but for the diagnosis, which all of them do."""
    book = book_behind(trace)
    rules = [book.rule[name] for name in verdict_of(trace, layer).rules]
    read = {name for rule in rules for name in facts_read(book, rule)}
    return frozenset(read - {book.vocabulary.diagnosis.id})


def _distance(
    trace: Trace, story: RuleStory, deciding: frozenset[str]
) -> tuple[int, int, bool, int]:
    """How far a rule is from firing; what is unknown is nearer than what is known not to hold.

    Of two that are as far, the one that reads what the deciding rules read teaches more.
    """
    apart = not facts_read(book_behind(trace), story.rule) & deciding
    conditions = trace.proof(story.rule.id).root.children
    met = sum(node.truth is Truth.YES for node in conditions)
    return len(_lacking(trace, story)), len(story.blocked_by), apart, -met


def _lacking(trace: Trace, story: RuleStory) -> tuple[Line, ...]:
    """What keeps a rule from firing, each once.

    That the patient has not another disease, for which the same would hold on other grounds, is
    said only where nothing else is: the disease stays.
    """
    every = {line.text: line for line in (*story.blocked_by, *story.waiting_for)}
    book = book_behind(trace)
    disease = label(book, book.vocabulary.diagnosis.id)
    own = [each for each in every.values() if each.subject != disease or each.truth is not Truth.NO]
    return tuple(own or every.values())


def _candidates(trace: Trace, chosen: AnswerOption, layer: Layer) -> list[Rule]:
    """The layer's rules that would give this answer and are not about another disease."""
    return [
        rule
        for rule in open_rules(trace, layer)
        if isinstance(rule.then, Advice)
        and rule.then.stance is STANCES[chosen.verdict]
        and chosen.drug in {None, rule.then.drug}
    ]


def _diagnosis(trace: Trace) -> Value | None:
    name = book_behind(trace).vocabulary.diagnosis.id
    return next((fact.value for fact in trace.facts if fact.finding == name), None)


def _disease(trace: Trace) -> str:
    return value_text(book_behind(trace).vocabulary.diagnosis, _diagnosis(trace))


def _answer_text(chosen: AnswerOption, layer: Layer) -> str:
    drug = f": {chosen.drug.label}" if chosen.drug is not None else ""
    return f"“{chosen.verdict.said_by(layer)}{drug}”"


def _no_rule(trace: Trace, chosen: AnswerOption, layer: Layer) -> str:
    verdict = verdict_of(trace, layer)
    said = f"No rule of {layer.label} gives {_answer_text(chosen, layer)} for {_disease(trace)}."
    if verdict.kind is Kind.OUTSIDE_DOCUMENT:
        it_says = "It says" if layer is Layer.DOCUMENT else "They say"
        return f"{said} {it_says} nothing there, for or against."
    named = verdict.drug
    if named is not None and chosen.drug not in {None, named}:
        speaks = "it speaks" if layer is Layer.DOCUMENT else "they speak"
        return f"{said} There {speaks} of {book_behind(trace).drugs.of(named).label}."
    return said


def _inside(trace: Trace, layer: Layer) -> str:
    """That the layer does speak of the disease, or that no disease is told yet."""
    if _diagnosis(trace) is None:
        return "The diagnosis is not known yet, so whether the document covers it cannot be told."
    cited = and_list(verdict_of(trace, layer).cites)
    if layer is Layer.DOCUMENT:
        return f"The document does speak of {_disease(trace)}: see {cited}."
    return f"Published criteria do speak of {_disease(trace)}: see {cited}."
